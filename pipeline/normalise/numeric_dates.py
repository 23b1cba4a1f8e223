"""Dates of digits: '29/8/25', '22/04'. Which number is the day is told by the outlet's country, or by the calendar."""

from __future__ import annotations

from datetime import date

from pipeline.normalise.outlets import MONTH_FIRST, YEAR_FIRST
from pipeline.normalise.periods import days_of
from pipeline.normalise.time_words import IMPOSSIBLE, Value, full_year

_NEAR = 14


def numeric_date(first: str, second: str, third: str, base: date | None, order: str) -> Value:
    """'29/8/25': the order of the outlet's country if that gives a date.

    Without such an order: day first, unless only the other order is a date or only it lies near the day of publication.

    Args:
        first: the number that is written first.
        second: the one behind it.
        third: the last one, of two or four digits.
        base: day of publication.
        order: ``MDY``, ``YMD``, ``DMY``, or empty if the outlet's country is not known.
    """
    if order == YEAR_FIRST and (found := _year_first(first, second, third, base)):
        return Value("date", found.isoformat())
    year = full_year(third, base)
    pairs = [(int(second), int(first)), (int(first), int(second))]
    if order == MONTH_FIRST:
        pairs.reverse()
    days = [day for month, number in pairs if (day := _day(year, month, number))]
    if not days:
        return IMPOSSIBLE
    told = order not in ("", YEAR_FIRST)
    if base and not told and len(days) == 2 and abs((days[1] - base).days) < _NEAR < abs((days[0] - base).days):
        days.reverse()
    return Value("date", days[0].isoformat())


def _year_first(first: str, second: str, third: str, base: date | None) -> date | None:
    """'25/03/08' as 8 March 2025: a year has two digits, and lies no farther from publication than the other one."""
    if len(first) != 2 or len(third) != 2:
        return None
    year = full_year(first, base)
    if base and abs(year - base.year) > abs(full_year(third, base) - base.year):
        return None
    return _day(year, int(second), int(third))


def _day(year: int, month: int, number: int) -> date | None:
    found = days_of(f"{year:04d}-{month:02d}-{number:02d}")
    return found[0] if found else None


def day_and_month(first: int, second: int, base: date | None, order: str) -> Value:
    """'22/04', '4/22': the order of the outlet's country, if it gives a date; else the one that does.

    Without such an order: of two dates the one nearer to the day of publication. Where the year comes first, the month
    stands before the day.
    """
    # 2024 has all days that a year can have
    orders = [(m, d) for m, d in ((first, second), (second, first)) if _day(2024, m, d)]
    if not orders:
        return IMPOSSIBLE
    if len(orders) == 2 and order:
        orders.sort(key=lambda md: md[0] != (first if order in (MONTH_FIRST, YEAR_FIRST) else second))
    elif len(orders) == 2 and base:
        orders.sort(key=lambda md: abs((date(base.year, md[0], min(md[1], 28)) - base).days))
    return Value("date", f"XXXX-{orders[0][0]:02d}-{orders[0][1]:02d}")
