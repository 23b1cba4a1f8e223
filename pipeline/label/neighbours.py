"""Names that stand right beside each other: a country's word that is part of a body's name, and short forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from pipeline.gazetteers import alternatives
from pipeline.label.cues import Votes, votes
from pipeline.label.forms import can_be_name
from pipeline.label.lexicon import GPE, ORG, PERSON, PLACE, REGION, Lexicon
from pipeline.label.names import UNKNOWN, Name

# 'Laura Venn from Open Rivers'
_FROM = re.compile(r"\s+(?:from|at)\s+(?:the\s+)?")
# 'Germany’s Adlerwerk Wehrtechnik'
_OWNED = re.compile(r"[’']s?\s+")
# a person's body: nothing else outweighs it
_SURE = 9
# 'Vietnam Electricity (EVN)'
_SHORT = re.compile(r"\s*\(([A-Z]{2,})\)")
# what bodies do and straits, airports and bridges do not
_AGENT = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+|will\s+)?(?:signed|agreed|agree|said|says|announced|bought|buy|sold|sell|plans|planned|launched|reported"
    r"|posted|won|acquired|acquire|ordered|raised|paid|pay|invested|invest|hired|beat|makes|owns|forecast)\b"
)
# 'Turkey's Adlerwerk, which', 'whose'
_RELATIVE = re.compile(r",\s+(?:which|whose)\b")


def told_by_neighbour(text: str, lexicon: Lexicon, previous: Name | None, name: Name, seen: Votes) -> Votes:
    """What the name before tells of an unknown one: 'Laura Venn from [Open Rivers]', 'Germany's [Adlerwerk]'.

    One word behind a country's is as often a person or a place; it is a body if it does something.
    """
    if previous is None:
        return Votes()
    form = text[name.start : name.end]
    if " " not in form:
        plain = form in lexicon.family or form in lexicon.given or not can_be_name(lexicon, form)
        acts = seen.act + seen.say + seen.body > 0 or _RELATIVE.match(text, name.end) is not None
        if plain or not acts:
            return Votes()
        return Votes(body=int(previous.label == GPE and _OWNED.fullmatch(text, previous.end, name.start) is not None))
    if previous.label == PERSON and _FROM.fullmatch(text, previous.end, name.start):
        return Votes(body=_SURE)
    return Votes(body=int(previous.label == GPE and _OWNED.fullmatch(text, previous.end, name.start) is not None))


def with_countries_inside(text: str, lexicon: Lexicon, names: Sequence[Name]) -> list[Name]:
    """The names, and bodies where words for places and others stand side by side and a body is spoken of.

    'a contract with Korea Southern Grid', 'Vietnam Electricity (EVN)', 'the civic group Tax Watch Korea', 'the Dock
    Workers' League', 'Singapore's Meridian Straits signed'.
    """
    done: list[Name] = []
    at = 0
    while at < len(names):
        stop = at + 1
        while stop < len(names) and text[names[stop - 1].end : names[stop].start] == " " and _is_open(names[stop]):
            stop += 1
        if stop > at + 1 and _is_open(names[at]) and _is_body(text, lexicon, names[at:stop]):
            done.append(Name(names[at].start, names[stop - 1].end, ORG, "country inside", strong=False))
            at = stop
            continue
        previous = done[-1] if done else None
        done.append(_read_anew(text, lexicon, previous, names[at]))
        at += 1
    return done


def _is_open(name: Name) -> bool:
    """Whether a name can be a part of a body's: an unknown one, a place, or a body by a weak sign."""
    return name.label in (UNKNOWN, GPE, PLACE, REGION) or name.rule == "weak head"


def _is_body(text: str, lexicon: Lexicon, chain: Sequence[Name]) -> bool:
    """Whether names side by side, a place among them, are one body."""
    own = [text[name.start : name.end] for name in chain if name.label in (UNKNOWN, ORG)]
    if not own or len(own) == len(chain):
        return False
    if any(word.isupper() or word in lexicon.posts or word in lexicon.deals for form in own for word in form.split()):
        return False
    start, end = chain[0].start, chain[-1].end
    short = _SHORT.match(text, end)
    if short is not None:
        words = text[start:end].split()
        initials = {word[0] for word in words}
        return initials <= set(short[1]) and len(short[1]) <= len(words) + 2
    seen = votes(text, start, end)
    return seen.body > seen.person


def _read_anew(text: str, lexicon: Lexicon, previous: Name | None, name: Name) -> Name:
    """A name that what stands before it shows to be something else than its own words say."""
    form = text[name.start : name.end]
    before = text[max(0, name.start - 60) : name.start]
    if name.label == UNKNOWN and _owned_by_people(lexicon).search(before):
        head = form.split()[-1] in lexicon.heads
        if head or votes(text, name.start, name.end).body:
            return name._replace(label=ORG, rule="head")
    owned = previous is not None and previous.label == GPE and _OWNED.fullmatch(text, previous.end, name.start)
    if owned and name.label == "FAC" and name.rule == "deal" and _AGENT.match(text, name.end):
        return name._replace(label=ORG, rule="head")
    return name


@cache
def _owned_by_people(lexicon: Lexicon) -> re.Pattern[str]:
    """'the Dock Workers' [League]', 'the People's [Voice] party'."""
    return re.compile(
        rf"\b{alternatives(owner for owner in lexicon.owners if owner.endswith(('s', 'People', 'men')))}[’']s?\s$"
    )


def with_full_names(lexicon: Lexicon, names: Sequence[Name], form_of: Callable[[Name], str]) -> list[Name]:
    """The names; a body known by the first words of just one longer name takes its key: 'Nordhav', 'Nordhav Kredit'."""
    longer: dict[str, set[str]] = {}
    for name in names:
        form = form_of(name)
        words = form.split()
        if name.label == ORG and len(words) > 1:
            for size in range(1, len(words)):
                longer.setdefault(" ".join(words[:size]), set()).add(name.key or form)
    done: list[Name] = []
    for name in names:
        form = form_of(name)
        keys = longer.get(form, set())
        open_key = name.label == ORG and name.key in ("", form) and name.rule == "known"
        if open_key and len(keys) == 1 and can_be_name(lexicon, form):
            done.append(name._replace(key=next(iter(keys)), rule="short form"))
        else:
            done.append(name)
    return done
