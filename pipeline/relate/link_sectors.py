"""What a figure is for: the sectors of its clause, or of its own member of a list."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from pipeline.contract import Extent, Figure
from pipeline.gazetteers import alternatives, toml
from pipeline.relate.clauses import at, starting
from pipeline.relate.link_parties import members
from pipeline.relate.link_predicates import shared
from pipeline.relate.link_scene import Scene
from pipeline.relate.link_scope import next_figure

_NEAR = 60
# No expression of time is longer.
_IN_TIME = 40
# What says of the sector before it that it is a share: '[Chips] made up 24% of exports'.
_MAKES_UP = re.compile(
    r"\s+(?:(?:now|still|already)\s+)?(?:(?:make|makes|made)\s+up|making\s+up|account(?:s|ed)?\s+for|represent(?:s|ed)?)\s"
)
_LIST = re.compile(r"[\s,;(]*(?:(?:and|or|as\s+well\s+as|the|with|on)\s+|[\w’'-]+\s+){0,5}")


def sectors_of(scene: Scene, start: int, end: int, figure: Figure | None = None) -> list[tuple[int, str]]:
    """The sectors of the figure or deal at ``start``..``end`` and the rule that links each.

    Args:
        scene: the article.
        start: where the figure or deal starts.
        end: where it ends.
        figure: the figure, if it is one.
    """
    kind = figure.kind if figure else ""
    unit_index = at(scene.units, start)
    unit = scene.units[unit_index]
    own = scene.clauses[unit_index]
    clause = own[at(own, start)]
    listed = members(scene, unit)
    member = next((item for item in listed if item.start <= start < item.end), None)
    if member is not None:
        heading = _within(scene, Extent(unit.start, listed[0].start), "list-heading")
        both = dict(heading) | dict(_within(scene, member, "list-member"))
        return list(both.items()) or _topic(scene, listed)
    if kind == "count" and scene.reading.article.text[end : end + 1] == ":":
        clause = Extent(clause.start, end)  # 'eight pillars: trade, health, ...' counts the pillars
    found = close = _nearest(scene, clause, start, end)
    if figure is not None:
        found = [link for link in found if scene.reading.text(scene.reading.sectors[link[0]]).lower() not in _holders()]
        told = _measured(scene, figure, found)
        found = (told + _of_share(scene, clause, start, told)) if told else _no_means(scene, found)
    if kind not in ("multiple", "percent") and all(scene.reading.sectors[index].end <= start for index, _ in found):
        found = found + forward(scene, unit_index)
    return found if found or close else _within(scene, Extent(unit.start, start), "sentence-before")


def _measured(scene: Scene, figure: Figure, found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those of the sectors that the measured phrase itself names: 'chemical exports' of '$5bn in chemical exports'."""
    told = figure.measures.lower()
    words = ((index, scene.reading.text(scene.reading.sectors[index])) for index, _ in found)
    return [(index, "measured") for index, word in words if " ".join(word.lower().split()) in told]


def _of_share(scene: Scene, clause: Extent, start: int, told: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The sector that opens the clause of its share: '[Chips] made up 24% of exports'."""
    sectors = scene.reading.sectors
    known = {sectors[index].sector for index, _ in told}
    return [
        (index, "share-of")
        for index in starting(sectors, clause.start, start)
        if sectors[index].sector not in known and _MAKES_UP.match(scene.reading.article.text, sectors[index].end)
    ][:1]


def _no_means(scene: Scene, found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Without the bank, loan or currency that an amount is only paid by or in, and without words inside a time."""
    reading = scene.reading
    means = frozenset(toml("links")["means"]["sectors"]) - {scene.leading}
    kept = []
    for index, rule in found:
        sector = reading.sectors[index]
        times = starting(reading.times, sector.start - _IN_TIME, sector.end)
        if sector.sector not in means and not any(reading.times[j].end > sector.start for j in times):
            kept.append((index, rule))
    return kept


def forward(scene: Scene, unit_index: int) -> list[tuple[int, str]]:
    """The sectors of a next sentence that says what the amount or deal is for: 'The investment will cover ...'."""
    if unit_index + 1 >= len(scene.units):
        return []
    unit = scene.units[unit_index + 1]
    opening = _goes_on().match(scene.reading.article.text, unit.start, unit.end)
    return _within(scene, Extent(opening.end(), unit.end), "sentence-next") if opening else []


@cache
def _holders() -> frozenset[str]:
    return frozenset(toml("links")["means"]["holders"])


@cache
def _goes_on() -> re.Pattern[str]:
    words = toml("links")
    subjects, verbs = alternatives(words["back"]["deal"]), alternatives(words["forward"]["verbs"])
    return re.compile(rf"\W{{0,6}}(?:{subjects})\b[^.;]{{0,70}}?\b(?:{verbs})\b", re.IGNORECASE)


def _nearest(scene: Scene, clause: Extent, start: int, end: int) -> list[tuple[int, str]]:
    """The sectors near the figure in its clause, and those that a list joins to them; all, if none is near."""
    text = scene.reading.article.text
    unit_index = at(scene.units, start)
    cuts = scene.predicates[unit_index][at(scene.clauses[unit_index], start)]
    within = ((i, scene.reading.sectors[i]) for i in starting(scene.reading.sectors, clause.start, clause.end))
    inside = [(i, sector) for i, sector in within if shared(cuts, sector.start, start)]
    kept: dict[str, int] = {}
    position = end
    border = next_figure(scene, clause, end)
    for index, sector in inside:
        if kept and sector.start >= border:
            break  # it is what the next figure is for
        near = start - _NEAR <= sector.end <= start or end <= sector.start <= end + _NEAR or start <= sector.start < end
        joined = position > end and _LIST.fullmatch(text[position : sector.start]) is not None
        if near or joined:
            kept.setdefault(sector.sector, index)
            position = max(position, sector.end)
    before = starting(scene.reading.figures, clause.start, start)
    if before and any(scene.reading.sectors[index].start >= start for index in kept.values()):
        other = scene.reading.figures[before[-1]].end  # what stands behind it is what that figure is for
        kept = {name: i for name, i in kept.items() if not other <= scene.reading.sectors[i].start < start}
    if not kept:
        first: dict[str, int] = {}
        for index, sector in inside:
            first.setdefault(sector.sector, index)
        return [(index, "same-clause") for index in first.values()]
    return [(index, "near") for index in kept.values()]


def _topic(scene: Scene, listed: list[Extent]) -> list[tuple[int, str]]:
    """The sector that most members of a list share: that of the list as a whole."""
    sectors = scene.reading.sectors
    seen = Counter(sectors[index].sector for item in listed for index, _ in _within(scene, item, ""))
    if not seen or seen.most_common(1)[0][1] < 2:
        return []
    common = max(seen, key=lambda name: (seen[name], name))
    found = _within(scene, Extent(listed[0].start, listed[-1].end), "list-topic")
    return [(index, rule) for index, rule in found if sectors[index].sector == common]


def _within(scene: Scene, stretch: Extent, rule: str) -> list[tuple[int, str]]:
    found: dict[str, int] = {}
    sectors = scene.reading.sectors
    for index in starting(sectors, stretch.start, stretch.end):
        found.setdefault(sectors[index].sector, index)
    return [(index, rule) for index in found.values()]
