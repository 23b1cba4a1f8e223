"""Readers of times that are told from another day: 'last Friday', 'three years ago', 'the weekend'."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from pipeline.normalise.periods import add_months, unit_value, week_value
from pipeline.normalise.time_words import CALENDAR, IMPOSSIBLE, Fields, Value, period

_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def read_relative(fields: Fields, text: str, base: date | None) -> Value:
    """'last week', 'the previous month', 'later this year', 'the end of the month', 'next October', 'Friday'."""
    mod = fields.mod()
    if "deictic" in fields:
        step = _DEICTIC[fields.text("deictic")]
        step *= 2 if text.startswith("the day") else 1
        return Value("date", unit_value("D", base, step), mod)
    if "wd" in fields:
        return _weekday(fields, text, base, mod)
    if "m" in fields:
        return _month(fields, base, mod)
    if "s" in fields:
        return _season(fields, base, mod)
    if "hol" in fields:
        return _holiday(fields, base)
    if "q" in fields:
        year = (
            str(fields.year("y"))
            if "y" in fields
            else unit_value("Y", base, fields.offset("dir"))
            if "dir" in fields
            else "XXXX"
        )
        return Value("date", f"{year}-Q{next(c for c in fields.text('q') if c.isdigit())}", mod)
    if "y" in fields:
        return Value("date", f"{fields.year('y'):04d}", mod)
    if "u" in fields or "u2" in fields:
        return _unit(fields, text, base, mod)
    return IMPOSSIBLE


def _unit(fields: Fields, text: str, base: date | None, mod: str) -> Value:
    """'last week', 'next fiscal year': a period so many units away."""
    unit, offset = fields.unit("u", "u2"), fields.offset("dir")
    if not unit:  # 'the latest period'
        return Value("date", unit_value("Q", base, -1))
    if unit.startswith("T"):
        return Value("time", unit_value("D", base))
    if fields.text("p") in ("earlier", "sometime"):
        mod = "START" if fields.text("p") == "earlier" else ""
    value = unit_value(unit, base, offset)
    if "fiscal" in fields.text("dir"):
        value = "FY" + value
    return Value("date", value, mod)


def _weekday(fields: Fields, text: str, base: date | None, mod: str) -> Value:
    """'last Friday', 'Tuesday of next week'."""
    weekday = fields.weekday("wd") or 1
    if "dir" not in fields or base is None:
        return Value("date", f"XXXX-WXX-{weekday}", mod)
    words = fields.words("dir")
    if "week" in text:
        monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * fields.offset("dir"))
        return Value("date", (monday + timedelta(days=weekday - 1)).isoformat(), mod)
    if "this" in words and "coming" not in words and "past" not in words:
        monday = base - timedelta(days=base.weekday())
        return Value("date", (monday + timedelta(days=weekday - 1)).isoformat(), mod)
    if fields.offset("dir") > 0 or "coming" in words:
        return Value("date", (base + timedelta(days=(weekday - 1 - base.weekday() - 1) % 7 + 1)).isoformat(), mod)
    return Value("date", (base - timedelta(days=(base.weekday() - weekday + 1 - 1) % 7 + 1)).isoformat(), mod)


def _month(fields: Fields, base: date | None, mod: str) -> Value:
    """'last March', 'this coming June'."""
    month, words = fields.month("m") or 1, fields.words("dir")
    if base is None:
        return Value("date", f"XXXX-{month:02d}", mod)
    if "this" in words and len(words) == 1:
        year = base.year
    elif fields.offset("dir") > 0 or "coming" in words:
        year = base.year + (month <= base.month)
    else:
        # Said in March, 'last February' is not the month that has just ended: that one is 'last month'.
        year = base.year - (month >= base.month - 1)
    return Value("date", f"{year:04d}-{month:02d}", mod)


def _season(fields: Fields, base: date | None, mod: str) -> Value:
    """'this summer', 'last winter'."""
    season, words = CALENDAR["seasons"][fields.text("s")], fields.words("dir")
    if base is None:
        return Value("date", f"XXXX-{season}", mod)
    # The middle month of each season in the north; a winter is named by the year that it starts in.
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}[season]
    if "this" in words and len(words) == 1:
        year = base.year
    elif fields.offset("dir") > 0:
        year = base.year + (middle <= base.month)
    else:
        # Said in August, 'last summer' is not the one that still runs, but 'this past summer' may be.
        year = base.year - (middle + ("past" not in words) * 2 > base.month)
    return Value("date", f"{year:04d}-{season}", mod)


def _holiday(fields: Fields, base: date | None) -> Value:
    """'Christmas', 'New Year's Eve', 'next Easter'."""
    name = " ".join(word for word in fields.words("hol") if word.isalpha())
    known = CALENDAR["holidays"].get(name)
    if known is None:
        return IMPOSSIBLE
    year = fields.year("y", base)
    if year is None and "dir" in fields and base:
        passed = _holiday_day(known, base.year) < base
        step = fields.offset("dir")
        year = base.year + (step if (step > 0) == passed else 0)
    if year is None:
        if "-" in known:
            return Value("date", f"XXXX-{known}")
        year = base.year if base else None
    return Value("date", _holiday_day(known, year).isoformat()) if year else Value("date", "XXXX")


def _holiday_day(known: str, year: int) -> date:
    if known == "thanksgiving":  # the fourth Thursday of November
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    if known == "easter":
        return _easter(year)
    return date(year, int(known[:2]), int(known[3:]))


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def read_shift(fields: Fields, text: str, base: date | None) -> Value:
    """'two years ago', 'a year earlier', 'six months later', 'the year-ago quarter', 'the same period last year'."""
    unit = fields.unit("u")
    if "before last" in text or "after next" in text:
        return Value("date", unit_value(unit, base, -2 if "last" in text else 2))
    if "u1" in fields or "dir2" in fields:
        return _same_period(fields, base)
    later = fields.text("dir") in ("later", "after", "now", "today", "hence", "on", "time")
    number = fields.number("n") if "n" in fields else Decimal(1)
    if number is None or "vague" in fields:
        return Value("duration", period("X", unit))
    if base is None or not unit:
        return Value("date", unit_value(unit, None) if unit else "XXXX")
    if unit.startswith("T"):
        return Value("date", unit_value("D", base))
    return Value("date", shifted(unit, base, number if later else -number))


def shifted(unit: str, base: date, number: Decimal) -> str:
    """The value ``number`` units from the day: its own unit, but a day for broken numbers.

    >>> shifted("W", date(1998, 3, 1), Decimal(-6))
    '1998-W03'
    """
    count = float(number)
    letters = unit.lstrip("0123456789")
    factor = int(unit[: len(unit) - len(letters)] or 1)
    count *= factor
    try:
        if letters == "D":
            return (base + timedelta(days=round(count))).isoformat()
        if letters in ("W", "WE"):
            return week_value(base + timedelta(days=round(7 * count)))
        if letters == "M" or (letters == "Y" and count % 1):
            moved = add_months(base, round(count * (12 if letters == "Y" else 1)))
            return f"{moved.year:04d}-{moved.month:02d}"
        if letters == "Q":
            return unit_value("Q", base, round(count))
        year = base.year + round(count)
        return f"{year:04d}" if 1 <= year <= 9999 else "XXXX"
    except (ValueError, OverflowError):
        return "XXXX"


def _same_period(fields: Fields, base: date | None) -> Value:
    """The period itself is only known from what stands before it; alone, the phrase gives the year."""
    if "y" in fields:
        return Value("date", f"{fields.year('y'):04d}")
    unit = fields.unit("u2", "u")
    if "u2" in fields:
        return Value("date", unit_value(unit, base, fields.offset("dir2")))
    return Value("date", unit_value(unit, base, -1))
