"""TIMEX3 values and the calendar: the first and last day of a value, and values a step away from a day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]


def month_days(year: int, month: int, months: int = 1) -> Days:
    """First and last day of ``months`` months from ``month``; the month may lie outside of 1 to 12.

    >>> month_days(2024, 2)
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    first = add_months(date(year, 1, 1), month - 1)
    return first, add_months(first, months) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the month's last day if it has no such day.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _week(year: str, week: str, weekday: str | None = None) -> Days:
    if weekday == "WE":
        return date.fromisocalendar(int(year), int(week), 6), date.fromisocalendar(int(year), int(week), 7)
    if weekday:
        day = date.fromisocalendar(int(year), int(week), int(weekday))
        return day, day
    return date.fromisocalendar(int(year), int(week), 1), date.fromisocalendar(int(year), int(week), 7)


def _day(year: str, month: str, day: str) -> Days:
    found = date(int(year), int(month), int(day))
    return found, found


def _month(year: str, month: str) -> Days:
    return month_days(date(int(year), int(month), 1).year, int(month))


def _years(digits: str) -> Days:
    span = 10 ** (4 - len(digits))
    first = int(digits) * span
    return date(first, 1, 1), date(first + span - 1, 12, 31)


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Days]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?(?:T.*)?"), _week),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda year, quarter: month_days(int(year), 3 * int(quarter) - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda year, half: month_days(int(year), 6 * int(half) - 5, 6)),
    (re.compile(r"(\d{2,4})"), _years),
)


def days_of(value: str) -> Days | None:
    """First and last day of a TIMEX3 value of the calendar; None if it has none, is incomplete or impossible.

    >>> days_of("2025-Q3")
    (datetime.date(2025, 7, 1), datetime.date(2025, 9, 30))
    >>> days_of("2025-02-30") is None
    True
    """
    if "/" in value:
        first, _, last = value.partition("/")
        ends = days_of(first), days_of(last)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] <= ends[1][1] else None
    for pattern, read in _FORMS:
        match = pattern.fullmatch(value)
        if match:
            try:
                return read(*match.groups())
            except (ValueError, OverflowError):
                return None
    return None


def fiscal_days(value: str, start: int, *, named_by_start: bool = False) -> Days | None:
    """The days of ``FY2026`` or ``FY2026-Q3`` where fiscal years start in the month ``start``.

    A fiscal year is named by the calendar year that it ends in, unless ``named_by_start``, as in Japan.

    >>> fiscal_days("FY2026-Q3", 4)
    (datetime.date(2025, 10, 1), datetime.date(2025, 12, 31))
    """
    match = re.fullmatch(r"FY(\d{4})(?:-([QH])(\d))?", value)
    if not match or not 2 <= int(match[1]) < 9999:
        return None
    year = int(match[1]) - (start > 1 and not named_by_start)
    if match[2] is None:
        return month_days(year, start, 12)
    length = 3 if match[2] == "Q" else 6
    return month_days(year, start + length * (int(match[3]) - 1), length)


def week_value(day: date) -> str:
    """The ISO week of a day: ``2025-W35``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_value(unit: str, day: date | None, offset: int = 0) -> str:
    """The value of the unit that holds ``day``, moved by ``offset`` units; X for what is not known without a day.

    >>> unit_value("M", date(2025, 1, 15), -1)
    '2024-12'
    """
    if day is None:
        return {
            "D": "XXXX-XX-XX",
            "W": "XXXX-WXX",
            "WE": "XXXX-WXX-WE",
            "M": "XXXX-XX",
            "Q": "XXXX-QX",
            "Y": "XXXX",
        }.get(unit, "XXX" if unit == "10Y" else "XX")
    if unit == "D":
        return (day + timedelta(days=offset)).isoformat()
    if unit in ("W", "2W"):
        return week_value(day + timedelta(days=7 * offset * (2 if unit == "2W" else 1)))
    if unit == "WE":
        return week_value(day + timedelta(days=7 * offset)) + "-WE"
    if unit == "M":
        return add_months(day, offset).strftime("%Y-%m")
    if unit == "Q":
        moved = add_months(day, 3 * offset)
        return f"{moved.year:04d}-Q{(moved.month + 2) // 3}"
    if unit == "Y":
        return f"{day.year + offset:04d}"
    if unit == "10Y":
        return f"{day.year // 10 + offset:03d}"
    return f"{day.year // 100 + offset:02d}"


def shift_years(value: str, years: int) -> str:
    """The same period some years later: ``2025-Q3`` and -1 give ``2024-Q3``; a week keeps its number."""
    match = re.match(r"(FY)?(\d{4})", value)
    if not match:
        return value
    moved = int(match[2]) + years
    shifted = f"{match[1] or ''}{moved:04d}{value[match.end() :]}"
    return shifted if shifted.startswith("FY") or days_of(shifted) else f"{moved:04d}"
