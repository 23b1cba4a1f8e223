"""A time: its value in words, the day that it was counted from, and its days."""

from __future__ import annotations

import re

from pipeline.explain.layout import Section
from pipeline.explain.tables import Found

# Not those of the locale.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime", "MI": "midday"}
_REFS = {"PRESENT_REF": "the present", "PAST_REF": "some time in the past", "FUTURE_REF": "some time in the future"}
_UNITS = {"Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
_MODS = {
    "START": "its start",
    "MID": "its middle",
    "END": "its end",
    "APPROX": "about",
    "MORE_THAN": "more than that",
    "LESS_THAN": "less than that",
    "EQUAL_OR_MORE": "at least that",
    "EQUAL_OR_LESS": "at most that",
}
_LENGTH = re.compile(r"P(?=.)((?:[\dX.]+[YQMWD])*)(?:T((?:[\dX.]+[HMS])+))?")
_PART = re.compile(r"([\dX.]+)([A-Z])")
_CALENDAR = re.compile(
    r"(?P<fiscal>FY)?(?P<year>[\dX]{4})"
    r"(?:-Q(?P<quarter>[\dX])|-H(?P<half>\d)|-(?P<season>SP|SU|FA|WI)"
    r"|-W(?P<week>\d\d|XX)(?:-(?P<weekday>[1-7])|-(?P<weekend>WE))?"
    r"|-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?:(?P<clock>[\d:]+)Z?|(?P<part>MO|AF|EV|NI|DT|MI)))?"
)


def time_sections(found: Found) -> list[Section]:
    """Type, value in words, base date, days and role."""
    row, published = found.row, found.article["published"]
    value = " (".join(filter(None, (row["value"], in_words(row["value"], row["type"])))) + ")"
    lines = [("type", row["type"]), ("value", value if "(" in value else row["value"])]
    if row["mod"]:
        lines.append(("mod", f"{row['mod']} ({_MODS[row['mod']]})" if row["mod"] in _MODS else row["mod"]))
    if row["type"] in ("date", "time") or row["date_start"]:
        lines.append(("base date", _base(row["text"], row["value"], published)))
    days = f"{row['date_start'] or '…'} to {row['date_end'] or '…'}"
    lines.append(("days", days if days != "… to …" else "none: it has no certain place on the calendar"))
    lines.append(("role", row["role"]))
    return [Section("how its value was made", lines)]


def _base(text: str, value: str, published: str) -> str:
    year = value.removeprefix("FY")[:4]
    if year.isdigit() and year in text:
        return "none needed: the text gives the year"
    if not published:
        return "unknown, as the article's day of publication is: what only that day tells stays open"
    return f"{published}, when the article was published, unless the text tells one nearer by"


def in_words(value: str, kind: str) -> str:
    """A TIMEX3 value in English; empty if it is of a form that is not told here.

    >>> in_words("2026-02", "date"), in_words("2025-W35-5", "date"), in_words("202", "date")
    ('February 2026', 'Friday of week 35 of 2025', 'the 2020s')
    >>> in_words("P5Y", "duration"), in_words("P1M", "set"), in_words("FY2026-Q3", "date")
    ('5 years', 'every month', 'quarter 3 of the fiscal year 2026')
    """
    if value in _REFS:
        return _REFS[value]
    if value.count("/") == 1:
        first, last = (in_words(end, kind) for end in value.split("/"))
        return f"{first} to {last}" if first and last else ""
    if match := _LENGTH.fullmatch(value):
        return _length(match[1], match[2] or "", kind)
    if re.fullmatch(r"\d{2,3}", value):
        return f"the {value}0s" if len(value) == 3 else f"the years {value}00 to {value}99"
    if value[:1] == "T" and value[1:] in _PARTS:
        return f"the {_PARTS[value[1:]]} of a day"
    match = _CALENDAR.fullmatch(value)
    return _calendar(match) if match else ""


def _length(date: str, clock: str, kind: str) -> str:
    parts = [(count, _UNITS[unit]) for count, unit in _PART.findall(date)]
    parts += [(count, "minute" if unit == "M" else _UNITS[unit]) for count, unit in _PART.findall(clock)]
    if kind == "set":
        told = [name if count == "1" else f"{count} {name}s" for count, name in parts]
        return f"every {' and '.join(told)}"
    return " and ".join(
        f"{'some' if 'X' in count else count} {name}{'' if count == '1' else 's'}" for count, name in parts
    )


def _calendar(match: re.Match[str]) -> str:
    """A value with a year, known or not."""
    year = "an unknown year" if "X" in match["year"] else match["year"]
    day = _day(match, f"the fiscal year {year}" if match["fiscal"] else year)
    part = _PARTS.get(match["part"] or "", "")
    return f"{match['clock']} on {day}" if match["clock"] else f"{part} of {day}" if part else day


def _day(match: re.Match[str], year: str) -> str:
    month = int(match["month"]) if (match["month"] or "X").isdigit() else 0
    if month > len(_MONTHS):
        return ""
    name = _MONTHS[month - 1] if month else "an unknown month"
    of = f" of {year}" if year.startswith("an ") else f" {year}"
    if match["day"]:
        return f"{'an unknown day of ' if match['day'] == 'XX' else str(int(match['day'])) + ' '}{name}{of}"
    if match["month"]:
        return f"{name}{of}"
    for key, told in (("quarter", "quarter"), ("half", "half")):
        if match[key]:
            return f"{told} {match[key]} of {year}" if match[key] != "X" else f"an unknown {told} of {year}"
    if match["season"]:
        return f"{_SEASONS[match['season']]}{of}"
    if match["week"]:
        week = f"week {match['week']} of {year}" if match["week"] != "XX" else "an unknown week"
        named = _DAYS[int(match["weekday"]) - 1] if match["weekday"] else "the weekend" if match["weekend"] else ""
        return f"{named} of {week}" if named else week
    return year if match["fiscal"] or year.startswith("an ") else f"the year {year}"
