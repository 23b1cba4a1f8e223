"""Where articles that tell the same deal disagree about its amount or its date."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from pipeline.tabulate.rows import Row, Rows
from pipeline.tabulate.story_signs import day_of, linked
from pipeline.tabulate.sums import is_sum, sum_of

_ROLES = frozenset({"point", "deadline", "horizon", "since", "until", "range"})


_SPENT = frozenset({"law", "initiative"})  # what is told with a programme is mostly what is spent on a part of it
_MANY_DAYS = frozenset({"law", "forum"})  # much happens to a law or at a summit, each on a day of its own
_DECADE = re.compile(r"\d{3}\Z")  # 'by the end of the decade' may be the year that ends it or the next round one

_NEAR = 30
"""Days between two tellings that can disagree: what is told months later is news of the deal or a part of it."""
_OTHER_SUM = 4.0
"""An amount that many times larger is another sum: the whole of which the deal is a part, or a budget."""
_OTHER_DAY = 60
"""Points in time that many days apart are two events of a deal: its signing and its start."""


class _Told(NamedTuple):
    """What one article tells of a deal: what of, its value for comparing, and the row that says so."""

    about: tuple[str, ...]
    deal: Row
    day: int | None
    value: Any
    shown: str
    row: Row
    key: str


def conflicts(rows: Rows) -> list[Row]:
    """The rows of the table ``conflicts``, by story, what it is about, article and place.

    Two articles that come out within a month disagree when none of the amounts (or of the dates of one role) that the
    one tells agrees with any that the other tells. A law or a programme has the amount in its name: another one that
    is told with it is spent under it. Each article that disagrees with another has one row: its largest amount, its
    first date.

    Args:
        rows: the rows of all articles of a run, by table, with ``story_id`` filled in.
    """
    stories: dict[str, list[Row]] = {}
    for deal in rows["deals"]:
        stories.setdefault(deal["story_id"], []).append(deal)
    figures, times = (
        linked(rows, "figure", "figures", "figure_id"),
        linked(rows, "timeline", "timelines", "timeline_id"),
    )
    published = {row["article_id"]: day_of(row["published"]) for row in rows["articles"]}
    found: list[Row] = []
    for story, deals in stories.items():
        if len(deals) > 1:
            dated = [(deal, published[deal["article_id"]]) for deal in deals]
            amounts = [told for deal, day in dated for told in _amounts(deal, day, figures.get(deal["deal_id"], ()))]
            dates = [told for deal, day in dated for told in _dates(deal, day, times.get(deal["deal_id"], ()))]
            found += _disagreeing(story, amounts, _contradicts_sum)
            found += _disagreeing(story, dates, _contradicts_date)
    return sorted(found, key=lambda row: tuple(row[name] for name in ("story_id", "about", "article_id", "row_id")))


def _amounts(deal: Row, day: int | None, figures: Iterable[Row]) -> Iterator[_Told]:
    """The sums of a deal, the largest first; one that is given again in another currency counts once."""
    own = [figure for figure in figures if deal["kind"] not in _SPENT or _inside(figure, deal)]
    sums = [figure for figure in own if is_sum(figure)]
    ids = {figure["figure_id"] for figure in sums}
    originals = [figure for figure in sums if figure["same_as"] not in ids]
    for figure in sorted(originals, key=lambda row: (-sum_of(row).high, row["start_char"])):
        yield _Told(("amount",), deal, day, sum_of(figure), _shown(figure), figure, figure["figure_id"])


def _inside(figure: Row, deal: Row) -> bool:
    """Whether the name itself gives the sum: 'the $40 million Clean Ports Programme'."""
    return bool(deal["start_char"] <= figure["start_char"] < deal["end_char"])


def _shown(figure: Row) -> str:
    """An amount for reading: '67000000000 USD', '5 to 7 EUR'."""
    numbers = [figure["value"]] if figure["value"] is not None else [figure["low"], figure["high"]]
    return f"{' to '.join(f'{Decimal(str(number)):f}'.removesuffix('.0') for number in numbers)} {figure['unit']}"


def _dates(deal: Row, day: int | None, times: Iterable[Row]) -> Iterator[_Told]:
    """The dates of a deal.

    A point in time is one of what became of the deal, so only those are compared that are on the same side of their
    day of publication and belong to the same state: the day of signing is not the day on which it starts.
    """
    for time in sorted(times, key=lambda row: (row["start_char"], row["timeline_id"])):
        start, end = day_of(time["date_start"]), day_of(time["date_end"])
        if time["role"] not in _ROLES or (start is None and end is None):
            continue
        about: tuple[str, ...] = ("date", time["role"])
        if time["role"] == "point":
            ahead = day is not None and start is not None and start > day
            if day is None or start is None or not deal["status"] or (deal["kind"] in _MANY_DAYS and not ahead):
                continue
            about = (*about, deal["status"], "ahead" if ahead else "past")
        span = (start or datetime.date.min.toordinal(), end or datetime.date.max.toordinal())
        if time["role"] in ("deadline", "until") and end is not None:
            span = (start or end, end)
        if _DECADE.match(str(time["value"])):
            span = (span[0] - 366, span[1] + 366)
        yield _Told(about, deal, day, span, str(time["value"]), time, time["timeline_id"])


def _contradicts_sum(one: _Told, two: _Told) -> bool | None:
    """Whether two amounts cannot both be right; ``None`` where they are different sums."""
    if one.value.agrees(two.value):
        return False
    ends = (one.value.low, one.value.high, two.value.low, two.value.high)
    finite = [end for end in ends if 0 < end < math.inf]
    return True if finite and max(finite) <= _OTHER_SUM * min(finite) else None


def _contradicts_date(one: _Told, two: _Told) -> bool | None:
    """Whether two dates of one role cannot both be right; ``None`` where they are those of different events."""
    (start, end), (other_start, other_end) = one.value, two.value
    if start <= other_end and other_start <= end:
        return False
    apart = max(start, other_start) - min(end, other_end)
    return None if one.row["role"] == "point" and apart > _OTHER_DAY else True


def _compared(
    ours: list[_Told], theirs: list[_Told], contradicts: Callable[[_Told, _Told], bool | None]
) -> bool | None:
    """Whether two articles disagree; ``None`` where what they tell cannot be compared."""
    first, second = ours[0].day, theirs[0].day
    if first is None or second is None or abs(first - second) > _NEAR:
        return None
    found = {contradicts(one, two) for one in ours for two in theirs}
    return False if False in found else True if True in found else None


def _disagreeing(story: str, told: list[_Told], contradicts: Callable[[_Told, _Told], bool | None]) -> Iterator[Row]:
    """A row for each article that tells what another one contradicts."""
    groups: dict[tuple[str, ...], dict[str, list[_Told]]] = {}
    for one in told:
        groups.setdefault(one.about, {}).setdefault(one.deal["article_id"], []).append(one)
    for about, articles in groups.items():
        for article, ours in articles.items():
            others = [theirs for other, theirs in articles.items() if other != article]
            against = [theirs for theirs in others if _compared(ours, theirs, contradicts)]
            if not against:
                continue
            first = next(one for one in ours if any(contradicts(one, two) for theirs in against for two in theirs))
            same = sum(any(contradicts(first, two) is False for two in theirs) for theirs in others)
            yield {
                "story_id": story,
                "about": about[0],
                "deal_id": first.deal["deal_id"],
                "article_id": article,
                "value": first.shown,
                "tellings": 1 + same,
                "row_id": first.key,
                "text": first.row["text"],
            }
