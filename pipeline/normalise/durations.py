"""Readers of durations, ages, rhythms and times without a place on the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from pipeline.gazetteers import toml
from pipeline.normalise.periods import add_months
from pipeline.normalise.time_words import CALENDAR, Fields, Value, period, plain, read_number

_LONG = {
    "yearlong": "P1Y",
    "monthlong": "P1M",
    "weeklong": "P1W",
    "daylong": "P1D",
    "hourlong": "PT1H",
    "decadelong": "P10Y",
    "quarters": "",  # 'three quarters of the land' is a fraction: no time
}


def read_duration(fields: Fields, text: str, base: date | None) -> Value:
    """'five years', 'a 10-year roadmap', 'the next five years', 'the past decade', '12 to 18 months'."""
    if "w" in fields:
        return Value("duration", _LONG.get(fields.text("w"), "PX"))
    unit = fields.unit("u")
    if not unit:
        return Value("duration", "PXM")
    if "quarter" in fields:
        return Value("duration", "PT45M" if text.startswith("three") else "PT15M")
    if "u2" in fields:
        return Value("duration", _compound(fields))
    number, second = _numbers(fields)
    value = period(plain(number) if number is not None else "X", unit)
    if second is not None:
        value += "/" + period(plain(second), unit)
    if "or" in text.split() and number is None:
        return Value("duration", value, "APPROX")
    return Value("duration", value, "", _reach(fields, unit, second or number, base))


def _compound(fields: Fields) -> str:
    """'two hours and ten minutes': PT2H10M."""
    first = period(plain(read_number(fields.words("n")) or Decimal(0)), fields.unit("u"))
    second = period(plain(read_number(fields.words("n2")) or Decimal(0)), fields.unit("u2"))
    if second.startswith("PT") and not first.startswith("PT"):
        return first + second[1:]
    return first + second.removeprefix("PT").removeprefix("P")


def _numbers(fields: Fields) -> tuple[Decimal | None, Decimal | None]:
    """The number, and the second one of a span such as '12 to 18'."""
    if "n" not in fields:
        return (None if fields.text("u") in CALENDAR["unit_plurals"] else Decimal(1)), None
    words = fields.words("n")
    for joint in ("to", "or", "-", "–", "‑", "—"):
        if joint in words[1:-1] and "half" not in words:
            first, last = words[: words.index(joint)], words[words.index(joint) + 1 :]
            low, high = read_number(first), read_number(last)
            if low is not None and high is not None and low < high and (joint != "-" or first[-1][0].isdigit()):
                return low, high
    second = fields.number("n2") if "n2" in fields else None
    return read_number(words), second


def _reach(fields: Fields, unit: str, number: Decimal | None, base: date | None) -> tuple[date | None, date | None]:
    """The days of a duration that reaches forward or back from the day of publication."""
    words = fields.words("dir")
    if base is None or number is None or not words or words[0] in ("first", "final", "opening", "closing", "initial"):
        return None, None
    if words[0] in ("remaining", "remain", "current", "previous", "preceding", "prior", "following", "subsequent"):
        return None, None
    forward = words[0] in ("next", "coming", "upcoming")
    other = moved(base, unit, number if forward else -number)
    if other is None:
        return None, None
    return (base, other) if forward else (other, base)


def moved(base: date, unit: str, number: Decimal) -> date | None:
    """The same day of the month ``number`` units away; None for hours and beyond the calendar.

    >>> moved(date(2025, 8, 30), "Y", Decimal(5))
    datetime.date(2030, 8, 30)
    """
    letters = unit.lstrip("0123456789")
    count = number * int(unit[: len(unit) - len(letters)] or 1)
    try:
        if letters in ("D", "W", "WE"):
            return base + timedelta(days=round(count * (1 if letters == "D" else 7)))
        if letters in ("M", "Q", "Y"):
            return add_months(base, round(count * {"M": 1, "Q": 3, "Y": 12}[letters]))
    except (ValueError, OverflowError):
        pass
    return None


def read_age(fields: Fields, text: str, base: date | None) -> Value:
    """'a 35-year-old man', 'aged 18 to 24', 'in her 60s'."""
    if text.startswith(("his ", "her ", "their ")):
        tens = CALENDAR["decades"].get(fields.text("w")) or int(fields.number("n") or 0)
        return Value("duration", f"P{tens}Y/P{tens + 9}Y" if tens % 10 == 0 else "", fields.mod())
    number, second = _numbers(fields)
    unit = fields.unit("u") or "Y"
    if len(text) == 1:  # 'Smith, 5,' is seldom an age
        return Value("duration", "")
    value = period(plain(number) if number is not None else "X", unit)
    if second is not None:
        value += "/" + period(plain(second), unit)
    return Value("duration", value)


def read_set(fields: Fields, text: str, base: date | None) -> Value:
    """'each week', 'every Monday', 'annually', 'monthly exercises', 'twice a year', '$5m a year'."""
    if "r" in fields:
        return Value("set", toml("time_cues")["rhythms"].get(fields.text("r"), "P1Y"))
    if "wd" in fields:
        part = "T" + CALENDAR["dayparts"][fields.text("h")] if "h" in fields else ""
        return Value("set", f"XXXX-WXX-{fields.weekday('wd')}{part}")
    if fields.text("u") in ("morning", "afternoon", "evening", "night", "mornings", "evenings", "nights"):
        return Value("set", "T" + CALENDAR["dayparts"][fields.text("u")])
    unit = fields.unit("u")
    if not unit:
        joined = re.match(r"year|month|quarter", text)
        unit = {"month": "M", "quarter": "Q"}.get(joined.group() if joined else "", "Y")
    number = fields.number("n") or Decimal(fields.ordinal("o") or 1)
    return Value("set", period(plain(number * (2 if " other " in text else 1)), unit))


def read_present(fields: Fields, text: str, base: date | None) -> Value:
    """'now', 'currently'."""
    return Value("date", "PRESENT_REF")


def read_past(fields: Fields, text: str, base: date | None) -> Value:
    """'recently', 'the past'."""
    return Value("date", "PAST_REF")


def read_future(fields: Fields, text: str, base: date | None) -> Value:
    """'soon', 'coming months'."""
    return Value("date", "FUTURE_REF")
