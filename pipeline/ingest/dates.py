"""The day of publication as metadata and feeds write it. No clock, no zone: the date that is written is the date."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pipeline.gazetteers import alternatives, toml

_MONTHS: dict[str, int] = toml("calendar")["months"]
MONTH_NAMES = alternatives(_MONTHS)
_MONTH = "(?P<{0}>" + MONTH_NAMES + r")\.?"
_WEEKDAY = rf"(?:(?:{alternatives(toml('calendar')['weekdays'])})\.?,?\s{{1,3}})?"
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s{0,2}(?:[ap]\.?m\.?)?\s{0,2}(?:[A-Z]{1,5}\b)?[,|]?\s{1,3}(?:on\s{1,3})?)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
# Pages print a clock time right behind the year: 'Apr 28 20232:23 PM'
_YEAR_END = r"(?!\d(?!\d?:\d\d))"

# '2025-06-24T13:18:00+02:00', '2025/06/24', '2025.06.24'; '20250624', '20250624T131800Z'
_ISO = r"(?P<y1>\d{4})(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?=$|\W|t\d)"
_COMPACT = r"(?P<y0>\d{4})(?P<m0>\d\d)(?P<d0>\d\d)(?=$|\W|t\d)"
# '24 Jun 2025, 13:18', 'Tue, 24 Jun 2025 13:18:00 GMT', '29th of August, 2025', '14-Mar-2025'
_DAY_FIRST = (
    rf"(?P<d2>\d{{1,2}}){_ORDINAL}[\s-]{{1,3}}(?:of\s{{1,3}})?{_MONTH.format('m2')}"
    rf",?[\s-]{{1,3}}(?P<y2>\d{{4}}){_YEAR_END}"
)
# 'August 29, 2025', 'Aug. 29th 2025', 'Tue Jun 24 13:18:00 2025'
_MONTH_FIRST = (
    rf"{_MONTH.format('m3')}\s{{1,3}}(?P<d3>\d{{1,2}}){_ORDINAL},?\s{{1,3}}"
    r"(?:\d\d:\d\d(?::\d\d)?\s{1,3}(?:[A-Z]{3,4}\s{1,3})?)?(?P<y3>\d{4})" + _YEAR_END
)
# '24.06.2025', '24/06/2025' or '06/24/2025': only where one of the two readings is impossible
_NUMERIC = r"(?P<n1>\d{1,2})(?P<dot>[./-])(?P<n2>\d{1,2})(?P=dot)(?P<y4>\d{4})(?!\d)"

FULL_DATE = re.compile(
    rf"(?<![\w/.-]){_WEEKDAY}(?:{_ISO}|{_COMPACT}|{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMERIC})", re.IGNORECASE
)
# 'Aug. 29', '29 August', 'Friday, Aug 29': no year
PARTIAL_DATE = re.compile(
    rf"(?<![\w/.-]){_WEEKDAY}(?:{_MONTH.format('m5')}\s{{1,3}}(?P<d5>\d{{1,2}}){_ORDINAL}"
    rf"|(?P<d6>\d{{1,2}}){_ORDINAL}\s{{1,3}}{_MONTH.format('m6')})(?![\w])",
    re.IGNORECASE,
)
_WRITTEN = re.compile(rf"\s*{_CLOCK}{FULL_DATE.pattern}", re.IGNORECASE)


def month_number(word: str) -> int:
    """The number of a month's name or abbreviation.

    >>> month_number("Sept.")
    9
    """
    return _MONTHS[word.rstrip(".").lower()]


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def date_of(match: re.Match[str]) -> date | None:
    """The date that a match of ``FULL_DATE`` writes; None if impossible, or if day and month cannot be told apart."""
    if match["y1"]:
        return make_date(int(match["y1"]), int(match["m1"]), int(match["d1"]))
    if match["y0"]:
        return make_date(int(match["y0"]), int(match["m0"]), int(match["d0"]))
    if match["y2"]:
        return make_date(int(match["y2"]), month_number(match["m2"]), int(match["d2"]))
    if match["y3"]:
        return make_date(int(match["y3"]), month_number(match["m3"]), int(match["d3"]))
    year, first, second = int(match["y4"]), int(match["n1"]), int(match["n2"])
    if match["dot"] == "." or first > 12 or first == second:
        return make_date(year, second, first)
    return make_date(year, first, second) if second > 12 else None


def month_and_day(match: re.Match[str]) -> tuple[int, int]:
    """Month and day of a match of ``PARTIAL_DATE``."""
    return month_number(match["m5"] or match["m6"]), int(match["d5"] or match["d6"])


@lru_cache(maxsize=4096)
def read_date(written: str) -> date | None:
    """The day that a field of metadata names, at the outlet's place: a clock time and a zone never move it.

    >>> read_date("Tue, 24 Jun 2025 23:18:00 -0500")
    datetime.date(2025, 6, 24)
    >>> read_date("03/04/2025") is read_date("30 February 2025") is read_date("soon") is None
    True
    """
    match = _WRITTEN.match(written[:200])
    return date_of(match) if match else None
