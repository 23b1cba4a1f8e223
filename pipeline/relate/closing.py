"""Closes values that name no week or year, by the day of publication and the direction of the words around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.normalise.periods import add_months, days_of


def close(value: str, base: date | None, way: int, told: int | None = None) -> str:
    """An open value closed by the day of publication, the direction and the year that the sentence has told.

    >>> close("XXXX-WXX-5", date(2025, 8, 30), -1), close("XXXX-09", date(2025, 8, 30), 1)
    ('2025-08-29', '2025-09')
    """
    if "/" in value:
        return _close_span(value, base, way, told)
    weekday = re.fullmatch(r"XXXX-WXX-(\d)(T.*)?", value)
    if weekday and base:
        ahead = (int(weekday[1]) - 1 - base.weekday()) % 7
        step = ahead if way > 0 or ahead == 0 else ahead - 7
        return (base + timedelta(days=step)).isoformat() + (weekday[2] or "")
    if base is None and told is None:
        return ""
    around = base or date(told or 2000, 7, 1)
    if value.startswith("XXXX-XX-") and base:
        return _near_month(int(value[8:10]), base, way)
    if not value.startswith("XXXX-") or "XX" in value[5:]:
        return ""
    years = [told] if told is not None else [around.year - 1, around.year, around.year + 1]
    candidates = [(value.replace("XXXX", f"{year:04d}"), year) for year in years]
    return nearest([closed for closed, _ in candidates], around, way)


def _close_span(value: str, base: date | None, way: int, told: int | None) -> str:
    """'September 20-24': the end decides on the year."""
    first, _, last = value.partition("/")
    closed = close(last, base, way, told)
    if not closed or not first.startswith("XXXX"):
        return ""
    year = int(closed[:4]) - (first[5:] > last[5:])
    return f"{year:04d}{first[4:]}/{closed}"


_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def nearest(candidates: Sequence[str], base: date, way: int) -> str:
    """The candidate that lies in the direction; without one, the nearest."""
    best, distance = "", 10**9
    for value in candidates:
        days = days_of(value)
        if days is None and value[-2:] in _SEASON_MONTH:
            middle = date(int(value[:4]), _SEASON_MONTH[value[-2:]], 15)
            days = middle - timedelta(days=45), middle + timedelta(days=45)
        if days is None:
            continue
        first, last = days
        gap = max((first - base).days, (base - last).days, 0)
        wrong = (way < 0 and first > base) or (way > 0 and last < base)
        # A verb elsewhere in the sentence may mislead by half a year at most, and less for what is reported on.
        doubt = (
            400 if abs(way) > 1 and "Q" not in value else 180 if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", value) else 100
        )
        if "Q" in value and first > base and way <= 0:
            doubt = 250
            wrong = True
        cost = gap + (doubt if wrong else 0)
        if cost < distance:
            best, distance = value, cost
    return best


def _near_month(day: int, base: date, way: int) -> str:
    found = []
    for offset in (0, -1, 1):
        month = add_months(base.replace(day=1), offset)
        value = f"{month.year:04d}-{month.month:02d}-{day:02d}"
        if days_of(value):
            found.append(value)
    return nearest(found, base, way)
