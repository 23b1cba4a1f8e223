"""Readers of dates: phrases that name days, months, years, parts of them, decades and centuries.

What the phrase leaves open stays open in the value, as TIMEX3 does: ``XXXX-09``, ``XXXX-WXX-5``; ``relate`` closes it.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pipeline.normalise.numeric_dates import day_and_month, numeric_date
from pipeline.normalise.periods import days_of, fiscal_days, unit_value, week_value
from pipeline.normalise.time_words import CALENDAR, IMPOSSIBLE, Fields, Value, full_year, read_ordinal


def read_date(fields: Fields, text: str, base: date | None) -> Value:
    """'29 August 2025', 'early June', 'the 29th', 'by 2040', 'the mid-2030s'."""
    if "d" in fields and "m" not in fields and "v" not in fields:
        return _day_alone(fields)
    if "v" in fields:
        return _week(fields, base)
    if "m" in fields:
        return _month(fields, base)
    if "s" in fields:
        return _season(fields, text, base)
    if "c" in fields:
        century = fields.ordinal("c") or 1
        return Value("date", f"{century - 1:02d}", fields.mod("p", "p2"))
    if "w" in fields:
        tens = CALENDAR["decades"][fields.text("w")]
        return Value("date", f"{full_year(f'{tens:02d}', base) // 10:03d}", fields.mod())
    if "z" in fields or text.startswith(("two thousand", "the year two")):
        return Value("date", f"{2000 + (read_ordinal([w for w in fields.words('z') if w.isalpha()]) or 0):04d}")
    if "u" in fields:
        return Value("date", unit_value(fields.unit("u"), base), fields.mod() or "END")
    if "y" not in fields and "p" in fields and "year" in text:
        return Value("date", unit_value("Y", base), "END")
    if "y" in fields:
        year = fields.year(base=base) or _spoken(fields, text)
        return Value(
            "date", f"{year:04d}", "END" if "yearend" in text or re.match(r"year\W*end", text) else fields.mod()
        )
    return _by_form(text, base, fields.mod(), fields.order)


def _day_alone(fields: Fields) -> Value:
    day = fields.ordinal("d") or 0
    if not 1 <= day <= 31:
        return IMPOSSIBLE
    return Value("date", f"XXXX-XX-{day:02d}")


def _month(fields: Fields, base: date | None) -> Value:
    """'March 2026', '5 August': a month, with day and year where they are given."""
    month = fields.month() or 0
    year = fields.year(base=base)
    if "dir" in fields:
        year = base.year + fields.offset() if base else None
    stem = f"{year:04d}" if year else "XXXX"
    if "d" not in fields:
        return Value("date", f"{stem}-{month:02d}", fields.mod())
    day = fields.ordinal("d") or 0
    if year is None:
        return Value("date", f"XXXX-{month:02d}-{day:02d}")
    found = explicit_day(f"{day} {_MONTH_NAMES[month]} {year:04d}")
    # 30 February stays as it is written, without a day of the calendar.
    return Value("date", found.isoformat() if found else f"{year:04d}-{month:02d}-{day:02d}")


def _spoken(fields: Fields, text: str) -> int:
    """'nineteen ninety-one'."""
    return (2000 if text.startswith("twenty") else 1900) + (
        read_ordinal([w for w in fields.words("y") if w.isalpha()]) or 0
    )


def _week(fields: Fields, base: date | None) -> Value:
    """'the week of April 10th': the ISO week that holds the day, in the year nearest to the day of publication."""
    month, day = fields.month() or (base.month if base else 0), fields.ordinal("d") or 0
    years = [fields.year(base=base)] if "y" in fields else [base.year + k for k in (0, -1, 1)] if base else []
    days = [d[0] for year in years if (d := days_of(f"{year:04d}-{month:02d}-{day:02d}"))]
    if not days:
        return Value("date", "XXXX-WXX")
    return Value("date", week_value(min(days, key=lambda d: abs((d - base).days) if base else 0)))


_MONTH_NAMES: dict[int, str] = {
    number: name for name, number in CALENDAR["months"].items() if len(name) > 4 or name in ("may", "june", "july")
}


@lru_cache(maxsize=4096)
def explicit_day(text: str, order: str = "DMY") -> date | None:
    """The day that an explicit date names, read strictly: no part may be missing and none is moved.

    >>> explicit_day("29 august 2025")
    datetime.date(2025, 8, 29)
    >>> explicit_day("30 february 2025") is None
    True
    """
    import dateparser

    found = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": order,
            "PARSERS": ["absolute-time"],
            "RELATIVE_BASE": _EPOCH,
            "TIMEZONE": "UTC",
        },
    )
    # Years before 1000 and other surprises: the parts that went in must come out.
    if found is None or not {str(found.day), str(found.year)} <= {part.lstrip("0") for part in re.split(r"\W+", text)}:
        return None
    day: date = found.date()
    return day


def _epoch() -> object:
    from datetime import datetime

    return datetime(2000, 1, 1)


_EPOCH = _epoch()


def _season(fields: Fields, text: str, base: date | None) -> Value:
    season = CALENDAR["seasons"][fields.text("s")]
    year = fields.year(base=base) or (_spoken(fields, text) if "y" in fields else None)
    if "dir" in fields and base:
        year = base.year + fields.offset()
    return Value("date", f"{year:04d}-{season}" if year else f"XXXX-{season}", fields.mod())


def _by_form(text: str, base: date | None, mod: str, order: str) -> Value:
    """Forms of digits: '2025-08-29', '29/8/25', 'the 1990s', '22/04'."""
    iso = re.search(r"(\d{4})[-/](\d\d?)[-/](\d\d?)(t\d\d:\d\d)?", text)
    if iso:
        value = f"{iso[1]}-{int(iso[2]):02d}-{int(iso[3]):02d}"
        if days_of(value) is None:
            return IMPOSSIBLE
        return Value("time", value + iso[4].upper()) if iso[4] else Value("date", value)
    compact = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text)
    if compact:
        value = "-".join(compact.groups())
        return Value("date", value) if days_of(value) else IMPOSSIBLE
    numeric = re.search(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)", text)
    if numeric:
        return numeric_date(numeric[1], numeric[3], numeric[4], base, order)
    short = re.fullmatch(r"(\d{1,2})/(\d{1,2})", text)
    if short:
        return day_and_month(int(short[1]), int(short[2]), base, order)
    decade = re.search(r"(\d{2,4})['’]?s", text)
    if decade:
        return Value("date", f"{full_year(decade[1], base) // 10:03d}", mod)
    return IMPOSSIBLE


def read_span(fields: Fields, text: str, base: date | None) -> Value:
    """Spans in one expression: 'September 20-24', 'March-May 2025', '2026-2027', '2025-26'."""
    if "m" not in fields and "d" in fields:
        return _day_alone(fields)
    pair = re.search(r"(\d{4})\s?[-–/‑—]\s?(\d{2,4})", text)
    if "m" not in fields:
        first, last = (int(pair[1]), pair[2]) if pair else (fields.year("y") or 0, str(fields.year("y2") or 0))
        return _years(first, last, f"{text}")
    month, month2 = fields.month("m"), fields.month("m2") or fields.month("m")
    year = fields.year("y2", base) or fields.year("y", base)
    stem = f"{year:04d}" if year else "XXXX"
    before = stem
    if year and month and month2 and month > month2:
        before = f"{year - 1:04d}"
    if "d" not in fields:
        return Value("date", f"{before}-{month:02d}/{stem}-{month2:02d}")
    day, day2 = fields.ordinal("d") or 0, fields.ordinal("d2") or 0
    value = f"{before}-{month:02d}-{day:02d}/{stem}-{month2:02d}-{day2:02d}"
    return Value("date", value) if year is None or days_of(value) else IMPOSSIBLE


def _years(first: int, last: str, text: str) -> Value:
    """'2026-2027' spans two years; '2025-26' is the fiscal year that the second names, if that is the next year."""
    if len(last) == 4:
        if "/" in text and int(last) == first + 1:
            return Value("date", f"FY{last}")
        return Value("date", f"{first:04d}/{last}") if int(last) > first else IMPOSSIBLE
    second = first // 100 * 100 + int(last)
    if second == first + 1 or (first % 100 == 99 and last == "00"):
        return Value("date", f"FY{first + 1:04d}")
    if second > first:
        return Value("date", f"{first:04d}/{second:04d}")
    month = int(last)
    return Value("date", f"{first:04d}-{month:02d}") if 1 <= month <= 12 else IMPOSSIBLE


def value_days(
    value: Value, fiscal_start: int | None, *, named_by_start: bool = False
) -> tuple[date | None, date | None]:
    """First and last day of a value; of a period's start or end only the day that is certain."""
    if value.days is not None:
        return value.days
    if value.value.startswith("FY"):
        days = fiscal_days(value.value, fiscal_start, named_by_start=named_by_start) if fiscal_start else None
    else:
        days = days_of(value.value)
    return days or (None, None)
