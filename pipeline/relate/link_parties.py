"""Who a figure is about: payer, receiver, holder or counted, by where they stand in its clause."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.contract import Extent, Reading
from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_cues import states
from pipeline.relate.clauses import at, starting
from pipeline.relate.link_sources import is_source

_POSSESSIVE = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:(?:about|over|roughly|nearly|some|around)\s+)?\Z")
_BRACKET = re.compile(r"\s*\((?:(?:about|over|roughly|nearly)\s+)?\Z")
_PLACE = re.compile(r"\s+(?:[\w-]+\s+)?(?:in|from|by|for|to)\s+(?:the\s+)?")
_SHARE_FROM = re.compile(r"\s+(?:from|by)\s+(?:the\s+)?\Z")
_MEMBER = re.compile(r"\s+(?:each\s+)?(?:for|to|in|of|on)\s")
_ROW = re.compile(r"(?:,|\sand)\s+(?:(?:about|over|up\s+to|more\s+than|another|nearly|some)\s+)?\Z")
_FEWEST = 2
_JOINED = re.compile(r"[\s,]*(?:and|with|including)\s+(?:(?:up\s+to|about|another|a\s+further|over)\s+)*\Z")


_BULLET = re.compile(r"\s*(?:[-*•·▪]|\d{1,2}[.)])\s")
_OBJECT = re.compile(r"\b(?:by|to|with|from|for|of|at|under)\s+(?:[\w.]+\s+){0,3}\Z")


class Named(NamedTuple):
    """One mention of a party that may belong to a figure or deal."""

    start: int
    end: int
    party: int


Amount = tuple[str, Decimal]


class Scene(NamedTuple):
    """An article with its units and clauses and the parties of each unit.

    Attributes:
        reading: the facts.
        units: sentences, list items apart.
        clauses: the clauses of each unit.
        named: the mentions of each unit, in order.
        amounts: the figures that give each sum of money.
    """

    reading: Reading
    units: tuple[Extent, ...]
    clauses: tuple[list[Extent], ...]
    named: tuple[list[Named], ...]
    amounts: Mapping[Amount, Sequence[int]]


def parties_of(scene: Scene, start: int, end: int) -> list[tuple[int, str]]:
    """The parties of the figure or deal at ``start``..``end`` and the rule that links each."""
    text = scene.reading.article.text
    unit_index = at(scene.units, start)
    unit = scene.units[unit_index]
    here = [
        named for named in scene.named[unit_index] if not is_source(text, Extent(named.start, named.end), unit, start)
    ]
    holder = _holder(text, here, start, end) or _own_place(scene, here, unit, start, end)
    if holder is not None:
        return [holder]
    listed = members(scene, unit)
    member = next((item for item in listed if item.start <= start < item.end), None)
    if member is not None:
        here = [item for item in here if item.start < listed[0].start or member.start <= item.start < member.end]
    own = scene.clauses[unit_index]
    place = at(own, start)
    for index in range(place, -1, -1):
        inside = [item for item in here if own[index].start <= item.start < own[index].end]
        found = _ranked(scene, inside, start, "same-clause" if index == place else "clause-before")
        if found:
            return found
    back = referred(scene, unit_index, start) or _above(scene, unit_index) or _carried(scene, unit_index)
    if back:
        return back
    return _ranked(scene, here, start, "same-sentence") if here and len(own) == 1 else []


def _above(scene: Scene, unit_index: int) -> list[tuple[int, str]]:
    """For an item of a list: the parties of the line that the list stands under ('Seven projects in Finland')."""
    text = scene.reading.article.text
    if not _bullet(text, scene.units[unit_index]):
        return []
    for index in range(unit_index - 1, max(-1, unit_index - 14), -1):
        found = _ranked(scene, scene.named[index], scene.units[index].end, "list-heading")
        if found:
            return found
    return []


def _carried(scene: Scene, unit_index: int) -> list[tuple[int, str]]:
    """The one body of the sentence before, if this one names none and tells more of its results ('Sales rose 5%')."""
    text = scene.reading.article.text
    unit = scene.units[unit_index]
    if scene.named[unit_index] or not unit_index or not _results().search(text, unit.start, unit.end):
        return []
    previous = scene.units[unit_index - 1]
    bodies = dict.fromkeys(
        item.party
        for item in scene.named[unit_index - 1]
        if scene.reading.parties[item.party].type != "person"
        and not is_source(text, Extent(item.start, item.end), previous, previous.end)
    )
    return [(index, "carried") for index in bodies] if len(bodies) == 1 else []


@cache
def _results() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(toml('links')['results']['nouns'])})\b", re.IGNORECASE)


def _bullet(text: str, unit: Extent) -> bool:
    line = text.rfind("\n", 0, unit.start + 3) + 1
    return _BULLET.match(text, line) is not None


def members(scene: Scene, unit: Extent) -> list[Extent]:
    """The members of a list of amounts: each from its amount to the next one.

    Amounts in a row, each with what it is for: 'Rs. 2 billion for roads, Rs. 4 billion for canals'.
    """
    text = scene.reading.article.text
    inside = (scene.reading.figures[j] for j in starting(scene.reading.figures, unit.start, unit.end))
    figures = [figure for figure in inside if figure.kind != "count"]
    heads = [figure for figure in figures if _MEMBER.match(text, figure.end)]
    if len(heads) < _FEWEST or (len(heads) == _FEWEST and not _ROW.search(text, heads[0].end, heads[1].start)):
        return []
    ends = [*(head.start for head in heads[1:]), unit.end]
    return [Extent(head.start, end) for head, end in zip(heads, ends, strict=True)]


def _holder(text: str, here: list[Named], start: int, end: int) -> tuple[int, str] | None:
    """'Labor’s [43 per cent] target', 'Singapore ([$60 billion])', '[$25 million] from Chile' in a list of such."""
    for named in reversed(here):
        if named.end <= start and start - named.end < 40:
            gap = text[named.end : start]
            if _POSSESSIVE.fullmatch(gap):
                return named.party, "possessor"
            if _BRACKET.fullmatch(gap):
                return named.party, "bracket"
    for named in here:
        if named.start >= end and _SHARE_FROM.fullmatch(text[end : named.start]) and _JOINED.search(text[:start][-40:]):
            return named.party, "giver"
    return None


def _own_place(scene: Scene, here: list[Named], unit: Extent, start: int, end: int) -> tuple[int, str] | None:
    """'40 in Spain, [21] in Germany and 8 in Italy': where figures in a row each have a party behind them."""
    text = scene.reading.article.text
    if not any(end < named.start and _PLACE.fullmatch(text[end : named.start]) for named in here):
        return None
    ends = [scene.reading.figures[j].end for j in starting(scene.reading.figures, unit.start, unit.end)]
    owned = {
        e: named.party for e in ends for named in here if e < named.start and _PLACE.fullmatch(text[e : named.start])
    }
    return (owned[end], "own-place") if end in owned and len(owned) > 1 else None


def _ranked(scene: Scene, named: list[Named], start: int, rule: str) -> list[tuple[int, str]]:
    """Countries and organisations; a person only as the one who acts, before the figure and before any body."""
    parties = scene.reading.parties
    order = list(dict.fromkeys(item.party for item in named))
    bodies = [index for index in order if parties[index].type != "person"]
    if named and parties[named[0].party].type == "person" and named[0].start < start:
        before = scene.reading.article.text[max(0, named[0].start - 30) : named[0].start]
        behind = scene.reading.article.text[named[0].end : named[0].end + 40]
        if not _OBJECT.search(before) and _acts().match(behind):
            office = _office(scene, named[0].party) if _titled().search(before) else None
            actor = (named[0].party, "actor") if office is None else (office, "office")
            return [actor, *((index, rule) for index in bodies if index != office)]
    return [(index, rule) for index in bodies]


def _office(scene: Scene, person: int) -> int | None:
    """The country that a person in office acts for, if the text names it."""
    parties = scene.reading.parties
    code = parties[person].country
    return next((i for i, p in enumerate(parties) if p.type == "country" and code and p.country == code), None)


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(toml('links')['offices']['titles'])})\s+\Z")


def referred(scene: Scene, unit_index: int, start: int) -> list[tuple[int, str]]:
    """The parties of the sentences before that a pronoun or 'the two countries' before the figure reaches back to."""
    text = scene.reading.article.text
    unit = scene.units[unit_index]
    found = _back().search(text, unit.start, max(start, unit.start + 1))
    if found is None:
        return []
    kind = found.lastgroup or ""
    parties = scene.reading.parties
    for previous in range(unit_index - 1, max(-1, unit_index - 4), -1):
        named = [item for item in scene.named[previous] if _fits(kind, parties[item.party].type)]
        order = list(dict.fromkeys(item.party for item in named))
        if kind == "pair" and len(order) >= 2:
            return [(index, "back-pair") for index in order[:2]]
        if kind != "pair" and order:
            return [(order[0], "back-" + kind)]
    return _main_country(scene) if kind == "country" else []


def _main_country(scene: Scene) -> list[tuple[int, str]]:
    """The country that the article names twice as often as any other, for 'the government' without another."""
    parties = scene.reading.parties
    ranked = sorted(
        (index for index, party in enumerate(parties) if party.type == "country"),
        key=lambda index: (-len(parties[index].mentions), index),
    )
    counts = [*(len(parties[index].mentions) for index in ranked), 0]
    return [(ranked[0], "main-country")] if ranked and counts[0] >= max(2, 2 * counts[1]) else []


def _fits(kind: str, type_: str) -> bool:
    return {"pair": type_ != "person", "organization": type_ == "organization", "country": type_ == "country"}.get(
        kind, type_ != "person"
    )


@cache
def _acts() -> re.Pattern[str]:
    """Behind a person: a verb that does something to a deal or an amount ('Trump [also signed] ...')."""
    return re.compile(
        rf"\s+(?:(?:also|later|has|had|will|then|reportedly)\s+){{0,2}}(?:{alternatives(list(states()))})\b"
    )


@cache
def _back() -> re.Pattern[str]:
    groups = toml("links")["back"]
    kinds = ("pair", "organization", "country", "any", "deal")
    return re.compile(
        rf"\b(?:{'|'.join(rf'(?P<{kind}>{alternatives(groups[kind])})' for kind in kinds)})\b", re.IGNORECASE
    )
