"""Names that go on where a run of capitals ends: lists of a ministry's fields, legal forms, lists of bodies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives
from pipeline.label.lexicon import GPE, ORG, PERSON, Entry, country_forms, fold, lexicon
from pipeline.label.names import Name

_FIELD = r"[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?"
# 'Ministry of Water' + ', Energy and Fisheries'
_MORE_FIELDS = re.compile(rf"(?:,\s+{_FIELD}){{0,4}},?\s+(?:and|&)\s+{_FIELD}")
# 'Trade, ' + 'Ports and Fisheries Ministry'
_FIELDS_BEFORE = re.compile(rf"(?:\b{_FIELD},\s+){{1,4}}$")
_FIELD_AND_BEFORE = re.compile(rf"(?:\b{_FIELD},\s+){{0,4}}\b{_FIELD}\s+(?:and|&)\s+$")
_LEGAL = re.compile(r",\s+(?:Inc|Ltd|LLC|LLP|Corp|Co|plc|PLC|S\.A|N\.V|LP|L\.P)\b\.?(?!\w)")
_WORD_BEFORE = re.compile(r"(?<![\w.])[A-Z][a-zà-ÿ]{2,}[ ]$")
_ARTICLE = re.compile(r"(?:The|A|An|Its|Our)\s+")
_CAPITAL = re.compile(r"[A-Z][\w-]+")
_REACH = 90


class _Patterns(NamedTuple):
    starts_office: re.Pattern[str]
    ends_office: re.Pattern[str]
    owner: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    known = lexicon()
    office = alternatives(known.offices)
    return _Patterns(
        starts_office=re.compile(rf"(?:[A-Z][\w.-]*\s+)?{office}\s+(?:of|for|on)\s"),
        ends_office=re.compile(rf"\b{office}$"),
        # 'People's ' + 'Mojahedin Organization'
        owner=re.compile(
            rf"(?:\b[A-Z][\w-]+\s+and\s+(?=[A-Z][\w-]+\s+[A-Z]))?(?:\b[A-Z][\w-]+\s+){{0,2}}\b{alternatives(known.owners)}[’']s?\s+$"
        ),
    )


@cache
def _owned_countries() -> tuple[re.Pattern[str], dict[str, Entry]]:
    """Names of countries with a possessive inside, which ends a run: 'the People's Republic of China'."""
    entries = {form: entry for form, entry in country_forms() if "'s " in form}
    return re.compile(rf"\b{alternatives(entries)}\b".replace("'", "[’']")), entries


def _with_owned(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, and in the place of parts of them such names of countries."""
    pattern, entries = _owned_countries()
    whole = [
        Name(found.start(), found.end(), GPE, "gazetteer", entries[fold(found.group())].key)
        for found in pattern.finditer(text)
    ]
    whole_or_kept = list(whole)
    starts = [name.start for name in whole]
    for name in names:
        at = bisect_left(starts, name.end) - 1
        if at < 0 or whole[at].end <= name.start:
            whole_or_kept.append(name)
    return sorted(whole_or_kept, key=lambda name: name.start)


def widened(text: str, names: Sequence[Name]) -> list[Name]:
    """The names with what belongs to them; one that another has grown over is left out."""
    grown: list[Name] = []
    for name in _with_owned(text, names) if "People" in text else names:
        if grown and name.start < grown[-1].end:
            continue
        if name.label == GPE and grown and _is_branch(text, grown[-1], name):
            grown[-1] = grown[-1]._replace(end=name.end, key="", rule="branch")
            continue
        start, end = name.start, name.end
        if name.label == ORG:
            start, end = _body_bounds(text, name)
            while grown and grown[-1].end > start:
                grown.pop()
        elif name.label == PERSON:
            start = _first_name(text, name, grown)
        grown.append(name if (start, end) == (name.start, name.end) else name._replace(start=start, end=end, key=""))
    return grown


def _body_bounds(text: str, name: Name) -> tuple[int, int]:
    """The bounds of a body's name with its fields, its owner and its legal form."""
    start, end = _fields(text, name)
    if name.rule in ("head", "weak head"):
        owner = _patterns().owner.search(text, max(0, start - _REACH), start)
        start = owner.start() if owner else start
    legal = _LEGAL.match(text, end)
    return start, legal.end() if legal else end


def _fields(text: str, name: Name) -> tuple[int, int]:
    """The bounds of a ministry's name with all its fields of policy."""
    form = text[name.start : name.end]
    if _patterns().starts_office.match(form):
        more = _MORE_FIELDS.match(text, name.end)
        if more is not None and _ordinary(more.group()):
            return name.start, more.end()
    if _patterns().ends_office.search(form) and " " in form:
        pattern = _FIELDS_BEFORE if " and " in form or "&" in form else _FIELD_AND_BEFORE
        fields = pattern.search(text, max(0, name.start - _REACH), name.start)
        if fields is not None and _ordinary(fields.group()):
            article = _ARTICLE.match(fields.group())
            return fields.start() + (article.end() if article else 0), name.end
    return name.start, name.end


def _ordinary(phrase: str) -> bool:
    """Whether the capitalised words of a phrase are common words, as fields of policy are."""
    known = lexicon()
    for word in _CAPITAL.findall(phrase):
        if word in known.modifiers or (word.lower() in known.common and word not in known.posts):
            continue
        named = word in known.phrases or word in known.given or word in known.family
        if word in known.posts or named or word.isupper():
            return False
    return True


def _first_name(text: str, name: Name, before: Sequence[Name]) -> int:
    """The start of a person's name with an unknown first word before the given name: 'Jogesh Prasad Mohanty'."""
    word = _WORD_BEFORE.search(text, max(0, name.start - 30), name.start)
    if name.rule != "given name" or word is None or (before and before[-1].end > word.start()):
        return name.start
    first, known = word.group().strip(), lexicon()
    if any(first in words for words in (known.phrases, known.modifiers, known.posts, known.address, known.never)):
        return name.start
    if first.lower() in known.common or first.lower() in known.often_lower:
        return name.start
    return name.start if text[max(0, word.start() - 1) : word.start()] in ("-", "&") else word.start()


def _is_branch(text: str, body: Name, country: Name) -> bool:
    """Whether a country's name right behind a body's is part of it: 'VARNO India'."""
    if body.label != ORG or body.rule == "ambiguous" or text[body.end : country.start] != " ":
        return False
    return not re.match(r" +[A-Z]|-|[’']s\b", text[country.end : country.end + 4])
