"""Reader of times of day: '5 p.m. EST on Nov. 9', 'Wednesday morning', 'midnight'."""

from __future__ import annotations

import re
from datetime import date

from pipeline.normalise.dates import read_date
from pipeline.normalise.periods import unit_value
from pipeline.normalise.relative import read_relative
from pipeline.normalise.time_words import CALENDAR, IMPOSSIBLE, Fields, Value


def read_clock(fields: Fields, text: str, base: date | None) -> Value:
    """The time of day, on its day if the phrase names one, else on the day of publication."""
    clock = _clock(fields, text)
    if not clock:
        return IMPOSSIBLE
    return Value("time", _day(fields, text, base) + clock, fields.mod())


def _clock(fields: Fields, text: str) -> str:
    """A clock time or a part of the day as TIMEX3 has it: 'T17:00', 'TNI'; empty if there is no such time."""
    if "t" in fields:
        return "T" + str(CALENDAR["dayparts"][fields.text("t")])
    if "word" in fields:
        return str(CALENDAR["clock_words"][fields.text("word")])
    if fields.text("deictic") == "tonight":
        return "TNI"
    digits = re.findall(r"\d+", fields.text("h"))
    if not digits:
        word = CALENDAR["numbers"].get(fields.text("h"))
        return f"T{word:02d}:00" if word is not None else ""
    if len(digits[0]) in (3, 4) and len(digits) == 1:
        digits = [digits[0][:-2], digits[0][-2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    half = fields.text("ap").replace(".", "")
    if half:
        if not 1 <= hour <= 12 and half == "am":
            return ""
        hour = hour % 12 + (12 if half == "pm" else 0) if hour <= 12 else hour
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else ""


def _day(fields: Fields, text: str, base: date | None) -> str:
    """The day that a time of day belongs to."""
    if "m" in fields:
        return read_date(fields, text, base).value
    if "m2" in fields:
        named = {"m": fields.tokens("m2"), "d": fields.tokens("d2")} | (
            {"y": fields.tokens("y2")} if "y2" in fields else {}
        )
        return read_date(Fields(named, fields.order), text, base).value
    if "wd3" in fields or "wd" in fields:
        named = {"wd": fields.tokens("wd3") or fields.tokens("wd")}
        if "dir" in fields:
            named["dir"] = fields.tokens("dir")
        return read_relative(Fields(named), "", base).value
    if "deictic" in fields and fields.text("deictic") != "tonight":
        return read_relative(Fields({"deictic": fields.tokens("deictic")}), "", base).value
    return unit_value("D", base, fields.offset("dir") if "t" in fields else 0)
