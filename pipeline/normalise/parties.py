"""Spans to parties with values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span

from pipeline.contract import Article, Mention, Party
from pipeline.label.own_check import country_names
from pipeline.label.own_list import OWN, OwnList, own_list
from pipeline.match.countries import find_entry
from pipeline.match.parties import COUNTRY, ORGANIZATION, PERSON
from pipeline.normalise.names import Group, clean, outer_words, parent_stem, same_person, stem
from pipeline.settings import Settings

_COUNTRY_FORMS = {"country name": "short", "demonym": "demonym", "seat": "metonym", OWN: "alias"}
_EUROPEAN_UNION = "European Union"


def read_parties(doc: Doc, article: Article, settings: Settings) -> tuple[Party, ...]:
    """The parties of ``doc.spans["parties"]``, in order of the text."""
    spans: dict[str, list[Span]] = {COUNTRY: [], ORGANIZATION: [], PERSON: []}
    for span in doc.spans.get("parties", ()):
        spans[span.label_].append(span)
    keys = {ent.start_char: ent.kb_id_ for ent in doc.ents}
    own = own_list(settings.lexicon)
    parties = _countries(spans[COUNTRY], keys, own)
    parties += [_named(group, ORGANIZATION, own) for group in _bodies(spans[ORGANIZATION], keys)]
    parties += [_named(group, PERSON, own) for group in _people(spans[PERSON], keys)]
    return tuple(sorted(parties, key=lambda party: (party.start, party.name)))


def _countries(spans: Iterable[Span], keys: dict[int, str], own: OwnList) -> list[Party]:
    """Countries, one for each code, with all their mentions."""
    names, groups = country_names(), dict[str, Group]()
    for span in spans:
        form = clean(span.text)
        entry = find_entry(form)
        code = entry.key if entry is not None else ""
        if span.id_ == OWN:
            code = own.parties[keys[span.start_char]].country
        if code not in names:
            continue
        kind = "name" if form == names[code] else _COUNTRY_FORMS.get(span.id_, "short")
        group = groups.setdefault(code, Group(rule=span.id_))
        group.add(form, Mention(span.start_char, span.end_char, kind))
    return [
        Party(
            name=names[code],
            type=COUNTRY,
            mentions=tuple(group.mentions),
            country=code,
            aliases=tuple(form for form in group.forms if form != names[code]),
            role=own.parties[names[code]].role if names[code] in own.parties else "",
            rule=group.rule,
        )
        for code, group in groups.items()
    ]


def _bodies(spans: Iterable[Span], keys: dict[int, str]) -> list[Group]:
    """Bodies of one key, or of forms that differ by what does not count, are one."""
    groups: list[Group] = []
    known: set[str] = set()
    # the first group of each key or form, and of each stem of one
    by_name: dict[str, int] = {}
    by_stem: dict[str, int] = {}
    own: dict[str, int] = {}
    for span in sorted(spans, key=lambda span: (span.id_ != OWN, span.id_ == "branch", span.start_char)):
        form, rule = clean(span.text), span.id_
        key = _body_key(form, rule, keys.get(span.start_char, ""))
        core = parent_stem(form, known) if rule == "branch" else stem(form)
        kind = "metonym" if rule == "seat" else ""
        if rule == OWN:
            chosen = own.setdefault(keys[span.start_char], len(groups))
        else:
            chosen = min(by_name.get(key, len(groups)), by_stem.get(core, len(groups)))
        if chosen == len(groups):
            groups.append(Group(rule=rule, key=key, own=key if rule == OWN else ""))
        groups[chosen].add(form, Mention(span.start_char, span.end_char, kind))
        known.add(stem(form))
        for name in (form, groups[chosen].key):
            by_name[name] = min(chosen, by_name.get(name, chosen))
            by_stem[stem(name)] = min(chosen, by_stem.get(stem(name), chosen))
    return groups


def _body_key(form: str, rule: str, key: str) -> str:
    """What a body's mention stands for: the gazetteers' full name, or the full name that the text gives it."""
    if rule == "seat":
        return _EUROPEAN_UNION
    if rule == OWN:
        return key
    entry = find_entry(form)
    if entry is not None and entry.label == "ORG" and rule != "abbreviation":
        return entry.key
    return key or form


def _people(spans: Iterable[Span], keys: dict[int, str]) -> list[Group]:
    """A shorter form belongs to the full name that was last mentioned before it; longer forms come first."""
    groups: list[Group] = []
    # the groups of each first and last word: no other can be the same person
    sharing: dict[tuple[str, str], dict[int, None]] = {}
    own: dict[str, int] = {}
    for span in sorted(spans, key=lambda span: (span.id_ != OWN, -len(span.text.split()), span.start_char)):
        form = clean(span.text)
        mention = Mention(span.start_char, span.end_char, _address_form(form, span.id_))
        ends = outer_words(form)
        near = sorted({index for end in ends for index in sharing.get(end, ())})
        fitting = [index for index in near if any(same_person(form, known) for known in groups[index].forms)]
        if not fitting and " " not in form:
            # 'Mr Anan' of 'Anan Suwannarat', where only one has that first name
            first = sharing.get(("first", form.lower()), {})
            fitting = list(first) if len(first) == 1 else []
        before = [index for index in fitting if groups[index].last_before(mention.start) >= 0]
        if span.id_ == OWN:
            chosen = own.setdefault(keys[span.start_char], len(groups))
        elif before:
            chosen = max(before, key=lambda index: groups[index].last_before(mention.start))
        elif fitting:
            chosen = fitting[0]
        else:
            chosen = len(groups)
        if chosen == len(groups):
            groups.append(Group(rule=span.id_, own=keys[span.start_char] if span.id_ == OWN else ""))
        groups[chosen].add(form, mention)
        for end in ends:
            sharing.setdefault(end, {})[chosen] = None
    return groups


def _address_form(form: str, rule: str) -> str:
    """'title' for a surname behind a title ('Mr Trump'); other forms are told apart by the full name."""
    return "title" if rule == "title" and " " not in form else ""


def _named(group: Group, kind: str, own: OwnList) -> Party:
    """A group under its name in the user's list or its fullest form; its mentions in order, each with its form."""
    name, listed = group.own or group.fullest, own.parties.get(group.own)
    aliases = {alias.replace("’", "'") for alias in listed.aliases} if listed else set()
    mentions = [
        replace(
            mention, form=mention.form or ("alias" if form.replace("’", "'") in aliases else _form(kind, form, name))
        )
        for mention, form in zip(group.mentions, group.texts, strict=True)
    ]
    return Party(
        name=name,
        type=kind,
        mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
        country=listed.country if listed else "",
        role=listed.role if listed else "",
        aliases=tuple(form for form in group.forms if form != name),
        rule=group.rule,
    )


def _form(kind: str, form: str, name: str) -> str:
    """How a form relates to the name: an abbreviation or another name is an alias, a part of it is short."""
    if form == name:
        return "name"
    part = kind == PERSON or form in name or name.startswith(form.partition(" ")[0])
    return "short" if part and not (kind == ORGANIZATION and form.isupper()) else "alias"
