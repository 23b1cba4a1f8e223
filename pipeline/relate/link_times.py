"""When a figure is or was: the time that stands behind it, or before it where it covers the whole clause."""

from __future__ import annotations

import re
from functools import cache

from pipeline.contract import Extent, Figure, Time
from pipeline.gazetteers import alternatives, toml
from pipeline.relate.clauses import asides, at, starting
from pipeline.relate.link_predicates import shared
from pipeline.relate.link_scene import Scene

_BRACKETS = re.compile(r"\([^()]*\)?")
# What may stand between two figures that share the time behind them: '2.1 percent to close at $63.15 on Wednesday'.
_SHARED = re.compile(
    r"\s*(?:,\s*)?(?:(?:and|or|to|by|of|than|at|higher\s+at|lower\s+at)\s+(?:[a-z-]+\s+){0,4})?(?:[a-z-]+\s+(?:and|or)\s+)?(?:a\s+similar\s+|lost\s+|about\s+)?"
)
FURTHER = re.compile(r"[\s,()–-]*(?:(?:and|or|to|till|until|from|by|in|on|of|levels|through|the)[\s,()]+){0,4}")
_INCLUDED = re.compile(r"\bincluding\s+(?:(?:about|some|over|up\s+to)\s+)?\Z")
# 'in October, [when] shipments rose 5%'
_WHEN = re.compile(r",\s+when\s")
# What compares a figure with an earlier one: '[11%] more than', '[14%] from a year earlier'.
_THAN = re.compile(
    r"\s+(?:more\s|less\s|fewer\s|higher\s|lower\s|up\s|down\s|above\s|below\s|from\s|over\s|on\s|than\s|compared)"
)
# What stands between the time of a figure and its change: ', up [14%]', ', an increase of [5%]'.
_AGAINST = re.compile(r"\b(?:against|from|than|with)\s+(?:(?:an?|the|about|some|around)\s+)?\Z")
_TO = re.compile(r"\s+to\s+[a-z]")
# What else sets the change apart that a figure's time brings with it: 'in the year to June, more than [double] ...'
_ASIDE = re.compile(
    r",\s+(?:(?:or|nearly|almost|about|around|roughly|more\s+than|less\s+than|up|down|by"
    r"|an?\s+(?:increase|rise|fall|drop|decline|gain|jump)\s+of)\s+){0,3}"
)
_GOES_ON = re.compile(r";\s|,?\s+(?:and|but|while|whereas|after)\s")
_RHYTHMS = ("annually", "yearly", "monthly", "weekly", "daily", "quarterly", "every year", "each year")
_OF = re.compile(r"\s+of\s[^,;:()]{1,60}(?:\([A-Z]+\))?\s+")
_COMMA = re.compile(r",\s+(?:[a-z]+\s+){0,4}")
_ATTRIBUTE = re.compile(r"-(?:day|week|month|year|hour|minute)")


def times_of(scene: Scene, index: int) -> list[tuple[int, str]]:
    """The times of the figure ``index`` and the rule that links each."""
    reading = scene.reading
    text = reading.article.text
    figure = reading.figures[index]
    unit_index = at(scene.units, figure.start)
    unit = scene.units[unit_index]
    own = scene.clauses[unit_index]
    clause = own[at(own, figure.start)]
    near = [(j, reading.times[j]) for j in starting(reading.times, unit.start, unit.end)]
    apart = [aside for aside in asides(text, unit) if not aside.start <= figure.start < aside.end]
    around = next((aside for aside in asides(text, unit) if aside.start <= figure.start < aside.end), None)
    times = [
        (j, time)
        for j, time in near
        if _own(scene, unit, time)
        and not any(aside.start <= time.start < aside.end for aside in apart)
        and (around is None or time.start < around.end)
    ]
    figures = [reading.figures[j] for j in starting(reading.figures, unit.start, unit.end)]
    cuts = scene.predicates[unit_index][at(own, figure.start)]
    times = [
        (j, t)
        for j, t in times
        if not clause.start <= t.start < figure.start
        or (shared(cuts, t.start, figure.start) and not _decided(text, t, figure))
    ]
    found = _behind(text, figure, [(j, t) for j, t in times if figure.end <= t.start < clause.end], figures)
    found += _rhythm(scene, figure, clause)
    against = bool(found) and _AGAINST.search(text[max(clause.start, figure.start - 24) : figure.start]) is not None
    for j, time in times:
        if clause.start <= time.start < figure.start and not against and not _taken(text, figure, time, figures):
            found.append((j, "before"))
    found += _compared(text, figure, [(j, t) for j, t in times if t.end <= figure.start], figures, found)
    if not found and _WHEN.match(text, clause.start):
        found = [(j, "when") for j, t in times if t.end <= clause.start][-1:]
    if not found and figure.change and _GOES_ON.match(text, clause.start):
        found = [(j, "clause-before") for j, t in times if t.end <= clause.start and t.type != "duration"][-1:]
    opening = [(j, "opening") for j, time in times[:1] if time.start - unit.start < 12 and time.end <= figure.start]
    return found or opening


def _compared(
    text: str, figure: Figure, before: list[tuple[int, Time]], figures: list[Figure], found: list[tuple[int, str]]
) -> list[tuple[int, str]]:
    """'earned $5bn in 2024, [11%] more than in 2023': the change of a figure is also at that figure's time."""
    if not before or any(j == before[-1][0] for j, _ in found):
        return []
    index, time = before[-1]
    gap = text[time.end : figure.start]
    aside = not found and figure.kind in ("percent", "multiple") and _ASIDE.fullmatch(gap)
    return [(index, "compared")] if aside or (_COMMA.fullmatch(gap) and _THAN.match(text, figure.end)) else []


def _own(scene: Scene, unit: Extent, time: Time) -> bool:
    """Whether the time is no part of a deal's name ('Vision 2030') and usable at all."""
    deals = scene.reading.deals
    named = any(time.start < deals[j].end for j in starting(deals, unit.start, time.start + 1))
    return (not named or _is_term(scene.reading.article.text, time)) and usable(scene, unit, time)


def _rhythm(scene: Scene, figure: Figure, clause: Extent) -> list[tuple[int, str]]:
    """How often, behind what the figure measures: '200,000 tonnes of fuel [annually]'."""
    reading = scene.reading
    for j in starting(reading.times, figure.end + 2, clause.end):
        time = reading.times[j]
        between = reading.article.text[figure.end : time.start]
        if reading.article.text[time.start : time.end].lower() in _RHYTHMS and _OF.fullmatch(between):
            return [(j, "rhythm")]
    return []


def _is_term(text: str, time: Time) -> bool:
    """Whether a duration says how long something holds, which is so of its figures too: 'a [15-year] contract'."""
    return _ATTRIBUTE.search(text[time.start : time.end]) is not None and _term().match(text, time.end) is not None


def usable(scene: Scene, unit: Extent, time: Time) -> bool:
    """Whether a time can be that of a figure or deal: no rhythm, age or attribute, and not the time of the report."""
    text = scene.reading.article.text
    if time.type == "set" or time.role in ("frequency", "age"):
        return False
    if _ATTRIBUTE.search(text[time.start : time.end]):
        return _is_term(text, time)
    return not _report().search(text[max(unit.start, time.start - 40) : time.start])


def _behind(text: str, figure: Figure, times: list[tuple[int, Time]], figures: list[Figure]) -> list[tuple[int, str]]:
    """The first time behind the figure with no other figure's between, and those that go on from it."""
    found: list[tuple[int, str]] = []
    if _left(text, figure, figures):
        return []
    position = figure.end
    for j, time in times:
        if not found:
            if not _free(text, figure, time, figures):
                break
        elif not FURTHER.fullmatch(text[position : time.start]):
            break
        found.append((j, "behind"))
        position = time.end
    return found


def _decided(text: str, time: Time, figure: Figure) -> bool:
    """'agreed [on Tuesday] to build a 640-kilometre line': when it was decided."""
    return _TO.match(text, time.end, figure.start) is not None


def _left(text: str, figure: Figure, figures: list[Figure]) -> bool:
    """Whether the figure is what something moved away from: 'from [26%] to 22% on March 1'."""
    after = next((other for other in figures if other.start >= figure.end), None)
    from_ = text[max(0, figure.start - 6) : figure.start].split()[-1:] == ["from"]
    return from_ and after is not None and text[figure.end : after.start].strip() == "to"


def _free(text: str, figure: Figure, time: Time, figures: list[Figure]) -> bool:
    position = figure.end
    for other in figures:
        if other.start < figure.end or other.start >= time.start:
            continue
        gap = _BRACKETS.sub("", text[position : other.start])
        if not _SHARED.fullmatch(gap) and not _bracketed(text, figure, other):
            return False
        position = other.end
    return True


def _bracketed(text: str, figure: Figure, other: Figure) -> bool:
    """Whether the other figure stands in brackets behind this one ('INR90 lakh crore (USD1.1 trillion) by 2045')."""
    between = text[figure.end : other.start]
    return between.count("(") > between.count(")") or (")" in text[other.end : other.end + 2] and "(" not in between)


def _taken(text: str, figure: Figure, time: Time, figures: list[Figure]) -> bool:
    """Whether the time before the figure is that of a figure before both ('1,320 kWh in [2024-25] to 1,900 kWh')."""
    earlier = [other for other in figures if other.end <= time.start]
    if not earlier:
        return False
    if _INCLUDED.search(text[time.end : figure.start]):
        return False
    gap = text[earlier[-1].end : time.start]
    return len(gap.split()) < 6 and "," not in gap


@cache
def _term() -> re.Pattern[str]:
    """Behind a duration as an attribute these say that something holds so long: 'a 15-year [contract]'."""
    return re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}(?:{alternatives(toml('links')['times']['terms'])})\b")


@cache
def _report() -> re.Pattern[str]:
    words = toml("links")["times"]
    verbs, compared = alternatives(words["report"]), alternatives(words["compared"])
    return re.compile(
        rf"\b(?:(?:{verbs})\s+(?:(?:on|in|late|early|earlier|the|at|phone|by)\s+)*"
        rf"|(?:{compared})(?:\s+[\w-]+){{0,2}}\s+(?:since|in)\s+)\Z",
        re.IGNORECASE,
    )
