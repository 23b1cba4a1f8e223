"""Readers of quarters, halves and fiscal years."""

from __future__ import annotations

import re
from datetime import date

from pipeline.normalise.periods import add_months, month_days, unit_value
from pipeline.normalise.time_words import IMPOSSIBLE, Fields, Value, full_year


def read_quarter(fields: Fields, text: str, base: date | None) -> Value:
    """'the third quarter of 1984', 'Q3 FY26', 'the April-June quarter', 'H1 2025', 'the first six months of 2025'."""
    year = _year(fields, base)
    mod = "" if fields.text("p") == "the" else fields.mod()
    if "h" in fields:
        return Value("date", f"{year}-H{_digit(fields.text('h'))}", mod)
    if "q" in fields:
        return Value("date", f"{year}-Q{_digit(fields.text('q'))}", mod)
    if "m" in fields:
        return _by_months(fields, year, base, mod)
    if "n" in fields:
        return _first_months(fields, year, base)
    ordinal = fields.ordinal("o") or 0
    if "half" in text:
        decade = re.search(r"(\d{2,4})['’]?s\b", text)
        if decade:
            return Value("date", f"{full_year(decade[1], base) // 10:03d}", "START" if ordinal == 1 else "END")
        return Value("date", f"{year}-H{1 if ordinal == 1 else 2}", mod)
    if "quarters" in text:
        return Value("date", f"{year}-H{1 if ordinal == 1 else 2}", mod)
    if fields.text("o") == "last" and year == "XXXX" and "of" not in text:
        return Value("date", unit_value("Q", base, -1))
    ordinal = 4 if ordinal == -1 else ordinal
    return Value("date", f"{year}-Q{ordinal}", mod) if 1 <= ordinal <= 4 else IMPOSSIBLE


def _digit(token: str) -> str:
    return next(c for c in token if c.isdigit())


def _year(fields: Fields, base: date | None) -> str:
    """The year that the phrase names: ``2025``, ``FY2026``, or ``XXXX`` if it names none."""
    if "fy" in fields:
        return f"FY{fiscal_year(fields.text('fy'), base):04d}"
    if "pair" in fields:
        return f"FY{fiscal_year(fields.text('pair'), base):04d}"
    fiscal = "FY" if "f" in fields or "f0" in fields else ""
    for name in ("y", "y0", "y2"):
        if name in fields:
            return f"{fiscal}{fields.year(name, base):04d}"
    for name in ("dir", "dir0"):
        if name in fields and base:
            return f"{fiscal}{base.year + fields.offset(name):04d}"
    if fields.text("p") == "the" and base:
        return f"{base.year:04d}"
    return "XXXX"


def fiscal_year(text: str, base: date | None = None) -> int:
    """The year that names a fiscal year: 'FY26', 'FY2025-26' and '2025/26' are 2026.

    >>> fiscal_year("fy2025-26"), fiscal_year("fy26")
    (2026, 2026)
    """
    groups = re.findall(r"\d+", text)
    first = full_year(groups[0], base)
    if len(groups) == 1:
        return first
    second = int(groups[1]) if len(groups[1]) == 4 else first // 100 * 100 + int(groups[1])
    return second if second >= first else second + 100


def _by_months(fields: Fields, year: str, base: date | None, mod: str) -> Value:
    """'the April-June quarter', 'the June quarter', 'the three months to June'."""
    last = fields.month("m2") or fields.month("m") or 1
    months = int(fields.number("n") or 3) if "n" in fields else 3
    if "m2" in fields:
        months = (last - (fields.month("m") or 1)) % 12 + 1
    if year == "XXXX" and "y" in fields:
        year = str(fields.year("y", base))
    if "o" in fields and year.startswith("FY"):
        return Value("date", f"{year}-Q{fields.ordinal('o')}", mod)
    if months == 3 and last % 3 == 0:
        return Value("date", f"{year}-Q{last // 3}", mod)
    if months == 6 and last % 6 == 0:
        return Value("date", f"{year}-H{last // 6}", mod)
    if "m2" in fields:
        return Value("date", f"{year}-{fields.month('m'):02d}/{year}-{last:02d}", mod)
    if not year.isdigit():
        # 'the 12 months through July': the last July before the day of publication
        if base is None:
            return Value("duration", f"P{months}M")
        year = str(base.year - (last > base.month))
    end = add_months(date(int(year), last, 1), 1)
    days = add_months(end, -months), date.fromordinal(end.toordinal() - 1)
    if 1 < months < 12:
        # as 'the three months to June' is a quarter, 'the nine months to September' are the months themselves
        return Value("date", f"{days[0]:%Y-%m}/{days[1]:%Y-%m}", mod, days)
    return Value("duration", f"P{months}M", "", days)


def _first_months(fields: Fields, year: str, base: date | None) -> Value:
    """'the first six months of the year', 'the final three months of 2011'."""
    months, ordinal = int(fields.number("n") or 0), fields.ordinal("o")
    first = ordinal == 1
    if months == 6 and ordinal in (1, 2, -1):
        return Value("date", f"{year}-H{1 if first else 2}")
    if months == 3 and ordinal in (1, -1):
        return Value("date", f"{year}-Q{1 if first else 4}")
    if ordinal not in (1, -1) or not 1 <= months <= 12:
        return IMPOSSIBLE
    if not year.isdigit():
        return Value("duration", f"P{months}M")
    start = date(int(year), 1 if first else 13 - months, 1)
    return Value("duration", f"P{months}M", "", (start, date.fromordinal(add_months(start, months).toordinal() - 1)))


def _year_to(fields: Fields, base: date | None, mod: str) -> Value:
    """'the year to March': the fiscal year that ended with it last."""
    month, year = fields.month() or 12, fields.year(base=base)
    if year is None:
        if base is None:
            return Value("date", "FYXXXX", mod)
        year = base.year - (month > base.month)
    return Value("date", f"FY{year:04d}", mod, month_days(year, month - 11, 12))


def read_fiscal(fields: Fields, text: str, base: date | None) -> Value:
    """'FY26', 'fiscal 1987/88', 'the current fiscal year'."""
    mod = fields.mod()
    if "pair" in fields:
        return Value("date", f"FY{fiscal_year(fields.text('pair'), base):04d}", mod)
    if "m" in fields:
        return _year_to(fields, base, mod)
    if "y" in fields:
        return Value("date", f"FY{fields.year('y', base):04d}", mod)
    token = re.search(r"fy\s?['’]?\d.*", text)
    if token:
        return Value("date", f"FY{fiscal_year(token.group(), base):04d}", mod)
    if base is None:
        return Value("date", "FYXXXX", mod)
    return Value("date", f"FY{base.year + fields.offset('dir'):04d}", mod)
