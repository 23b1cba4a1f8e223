"""Which of a clause's parties a figure or deal there can be about."""

from __future__ import annotations

import re
from functools import cache

from pipeline.contract import Extent
from pipeline.gazetteers import alternatives, toml
from pipeline.relate.clauses import asides, starting, tail
from pipeline.relate.link_scene import Named, Scene
from pipeline.relate.link_topic import office

# Figures in one chain: '10% to 12%', '$5bn ($6bn)', '3% and 4%'.
_CHAINED = re.compile(r"\W{0,3}(?:(?:to|and|or|from|by|about|approximately)\s+){0,2}")

# Before an office these make it the place where something is told: 'presented [to] Parliament'
_VENUE = re.compile(r"\b(?:in|to|before|through)\s+(?:the\s+)?\Z")
# How far behind a figure a party can stand that is its receiver, while another one stands before it.
_REACH = 60


def in_scope(scene: Scene, named: list[Named], clause: Extent, start: int, end: int) -> list[Named]:
    """The mentions that can belong to ``start``..``end``; each step that would leave none is passed over.

    Args:
        scene: the article.
        named: the mentions of a clause.
        clause: the clause.
        start: where the figure or deal starts.
        end: where it ends.
    """
    text = scene.reading.article.text
    kept = [item for item in named if not (is_country(scene, item) and _money().match(text, item.end))]
    apart = [aside for aside in asides(text, clause) if not aside.start <= start < aside.end]
    last = tail(text, clause, end) if start >= clause.start else clause.end
    border = next_figure(scene, clause, end)
    around = next((aside for aside in asides(text, clause) if aside.start <= start < aside.end), None)
    if around is not None:
        kept = [item for item in kept if item.start < around.end]
    kept = [
        item
        for item in kept
        if not (office(scene, item.party) and _VENUE.search(text[max(0, item.start - 24) : item.start]))
    ]
    if start >= clause.start:
        kept = [item for item in kept if item.start < last]
    for outside in (
        lambda item: any(aside.start <= item.start < aside.end for aside in apart),
        lambda item: item.start >= last,
        lambda item: item.start >= border,
        lambda item: item.start > end + _REACH,
        lambda item: is_country(scene, item) and is_described(text, item),
    ):
        inner = [item for item in kept if not outside(item)]
        kept = inner or kept
    return kept


def next_figure(scene: Scene, clause: Extent, end: int) -> int:
    """Where the next figure stands that is no part of this one's chain: what is behind it belongs to it."""
    text = scene.reading.article.text
    figures = scene.reading.figures
    position = end
    for index in starting(figures, end, clause.end):
        if not _CHAINED.fullmatch(text[position : figures[index].start]):
            return figures[index].start
        position = figures[index].end
    return clause.end


def resumed(scene: Scene, here: list[Named], unit_index: int, place: int) -> list[tuple[int, str]]:
    """Whom a clause goes on about behind a relative clause: '[Acme], which makes lifts, signed a pact'."""
    apart = asides(scene.reading.article.text, scene.units[unit_index])
    own = scene.clauses[unit_index]
    if place < 2 or not any(aside.end == own[place].start for aside in apart):
        return []
    head, parties = own[place - 2], scene.reading.parties
    told = (item.party for item in here if head.start <= item.start < head.end)
    return [(party, "resumed") for party in dict.fromkeys(told) if parties[party].type != "person"]


def is_country(scene: Scene, item: Named) -> bool:
    """Whether the mention is of a country."""
    return scene.reading.parties[item.party].type == "country"


def is_described(text: str, item: Named) -> bool:
    """Whether a country only describes a body that the text names as well: 'the [British] software company'."""
    return _body().match(text, item.end) is not None


@cache
def _money() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives(toml('links')['money']['units'])})\b")


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:[a-z-]+\s+){{0,3}}(?:{alternatives(toml('links')['money']['bodies'])})\b")
