"""Whose a figure is that stands in a sentence without parties: those of the sentence, heading or title before it."""

from __future__ import annotations

import re
from functools import cache

from pipeline.contract import Extent
from pipeline.gazetteers import alternatives, toml
from pipeline.relate.clauses import at, starting
from pipeline.relate.link_scene import Named, Scene
from pipeline.relate.link_sources import is_source
from pipeline.relate.link_topic import described, office, same_paragraph, topic, unknown

_BULLET = re.compile(r"^[^\S\n]*([-*•·▪]|\d{1,2}[.)])\s", re.MULTILINE)
# A heading stands at most so many sentences above its item.
_ITEMS = 40
# No item of a list is longer.
_LONG = 1500
# A pronoun that opens its sentence stands within so many characters: 'In the same year [it] ...'
_SHE = re.compile(r"(?:s?he|his|her)\b", re.IGNORECASE)
# 'Analysts polled by Acme Data had expected a loss of $5m': of the company told before.
_EXPECTED = re.compile(r"\W{0,6}(?:Analysts|Economists|The\s+(?:market|consensus))\b")
_OPENING = 30
# The noun of a result stands before its figure, or so many characters from its start: '[38,500 employees]'.
_NOUN_BEHIND = 40


def heading(scene: Scene, unit_index: int) -> int | None:
    """For an item of a list: the line that it stands under ('Seven projects in Finland'), the next less indented."""
    text = scene.reading.article.text
    indent = _indent(text, scene.units[unit_index])
    index = unit_index - 1
    while indent is not None and index >= max(0, unit_index - _ITEMS):
        above = _indent(text, scene.units[index])
        if above is None or above < indent:
            return index
        index -= 1
    return None


def carried(scene: Scene, unit_index: int, start: int) -> list[tuple[int, str]]:
    """Whose results a sentence without parties tells ('Sales rose 5%'): the one body of the sentence before or title.

    A country is carried on for a country's figures alone ('Exports rose 5%').
    """
    text = scene.reading.article.text
    unit = scene.units[unit_index]
    told = min(unit.end, start + _NOUN_BEHIND)
    only_sources = not scene.named[unit_index] or (
        _EXPECTED.match(text, unit.start) is not None
        and all(is_source(text, Extent(item.start, item.end), unit, start) for item in scene.named[unit_index])
    )
    if not only_sources or not unit_index or not _results().search(text, unit.start, told):
        return []
    national = _nation().search(text, unit.start, told) is not None
    for index, rule in ((unit_index - 1, "carried"), (0, "of-title")):
        about = topic(scene, index, ("organization", "country") if national else ("organization",))
        if rule == "carried" and about is not None and same_paragraph(scene, unit_index):
            return [] if unknown(scene, unit, start) else [(about, rule)]
        found = _bodies(scene, index, national)
        if len(found) == 1:
            return [(found[0], rule)]
        if found:
            return []
    return []


def _bodies(scene: Scene, unit_index: int, national: bool) -> list[int]:
    """The organisations, and for a nation's figures the countries, that a sentence names and does not only cite."""
    text = scene.reading.article.text
    unit = scene.units[unit_index]
    types = ("organization", "country") if national else ("organization",)
    return list(
        dict.fromkeys(
            item.party
            for item in scene.named[unit_index]
            if scene.reading.parties[item.party].type in types
            and (national or not office(scene, item.party))
            and not is_source(text, Extent(item.start, item.end), unit, unit.end)
        )
    )


@cache
def _nation() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(toml('links')['nations']['nouns'])})\b", re.IGNORECASE)


@cache
def _results() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(toml('links')['results']['nouns'])})\b", re.IGNORECASE)


def _indent(text: str, unit: Extent) -> int | None:
    """How far the item of a list is set in that the sentence is part of; None for what is no item."""
    first = text.find("\n", unit.start, unit.start + 3)
    start = first if first >= 0 else unit.start
    paragraph = max(text.rfind("\n\n", 0, start), start - _LONG, 0)
    items = list(_BULLET.finditer(text, paragraph, start + 8))
    return items[-1].start(1) - items[-1].start() if items else None


def referred(scene: Scene, unit_index: int, start: int) -> list[tuple[int, str]]:
    """The parties of the sentences before that a pronoun or 'the two countries' before the figure reaches back to."""
    text = scene.reading.article.text
    unit = scene.units[unit_index]
    found = _back().search(text, unit.start, max(start, unit.start + 1))
    if found is None:
        return []
    kind = found.lastgroup or ""
    if kind == "any" and found.start() > unit.start + _OPENING:
        return []
    main = _main_country(scene) if kind == "country" and _government().match(found[0]) else []
    if main:
        return main
    parties = scene.reading.parties
    for previous in range(unit_index - 1, max(-1, unit_index - 4), -1):
        wanted = _pair_of(found[0]) if kind == "pair" else kind
        named = [item for item in scene.named[previous] if _fits(wanted, parties[item.party].type)]
        order = list(dict.fromkeys(item.party for item in named))
        if kind == "pair" and len(order) >= 2:
            return [(index, "back-pair") for index in order[:2]]
        said = _SHE.match(text, found.start())
        if kind == "any" and said and order:
            people = [item for item in scene.named[previous] if parties[item.party].type == "person"]
            bodies = [item for item in named if people and item.end <= people[-1].start <= item.end + 60]
            if bodies:
                return [(bodies[-1].party, "back-person")]
        if kind == "deal" and order:
            return [(party, "back-deal") for party in _of_deal(scene, previous, named)]
        if kind != "pair" and order:
            types = ("organization",) if kind == "organization" else ("organization", "country")
            about = topic(scene, unit_index - 1, types) if kind in ("organization", "any") else None
            return [(order[0] if about is None else about, "back-" + kind)]
    return _main_country(scene) if kind == "country" else []


def _of_deal(scene: Scene, unit_index: int, named: list[Named]) -> list[int]:
    """The parties of the clause that tells the last deal of a sentence; all of the sentence, if that has none."""
    unit = scene.units[unit_index]
    told = described(scene.reading.article.text, scene, named)
    deals = starting(scene.reading.deals, unit.start, unit.end)
    own = scene.clauses[unit_index]
    clause = own[at(own, scene.reading.deals[deals[-1]].start)] if deals else unit
    near = [item for item in told if clause.start <= item.start < clause.end] or told
    return list(dict.fromkeys(item.party for item in near))


def _pair_of(phrase: str) -> str:
    """What the two are: 'both [countries]', 'the two [companies]'."""
    words = phrase.lower()
    if words.endswith("companies"):
        return "organization"
    return "country" if words.split()[-1] in ("countries", "nations", "governments", "ministers") else "pair"


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
def _government() -> re.Pattern[str]:
    """What an article on one country means by it without naming it."""
    return re.compile(rf"(?:{alternatives(toml('links')['back']['government'])})\Z", re.IGNORECASE)


@cache
def _back() -> re.Pattern[str]:
    groups = toml("links")["back"]
    kinds = ("pair", "organization", "country", "any", "deal")
    return re.compile(
        rf"\b(?:{'|'.join(rf'(?P<{kind}>{alternatives(groups[kind])})' for kind in kinds)})\b", re.IGNORECASE
    )
