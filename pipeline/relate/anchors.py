"""Closes what a time leaves open: the week of 'Friday', the year of 'October', the quarter of 'a year earlier'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from pipeline.contract import Reading, Time
from pipeline.normalise.periods import days_of, shift_years, unit_value
from pipeline.normalise.times import read_time
from pipeline.relate.closing import close, nearest
from pipeline.relate.ended import ended
from pipeline.relate.tense import direction

# 'the previous Friday', 'the day before', 'three weeks later' start from the day that the text has come to.
_NARRATED = re.compile(
    r"(?:the\s+)?(?:previous|preceding|following|same|that|prior|next\s+day)\b|.*\b(?:earlier|later|before|after|on)$",
    re.S,
)
# 'a year earlier', 'the year-ago quarter', 'the same period last year'
_COMPARED = re.compile(
    r"""
      (?:a|one) \s+ year \s+ (?:ago|earlier|before)
    | (?: (?:the|its|a) \s+ )? (?: (?:comparable|same) \s+ )? (?:year|period) \s* [-‑–]? \s* (?:ago|earlier)
    | (?: the \s+ )? (?: a \s+ )? (?:same|comparable|corresponding|prior|equivalent|like|similar) \b
      .* (?:period|quarter|time|months|half)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
# How many times of the article, counted back, can decide on the next one; the work for each has a bound by this.
LOOKED_BACK = 100
DAYLESS_CLOCK = frozenset(
    {"clock", "clock-24", "clock-cued", "noon", "oclock", "part-of-day", "overnight", "early-morning"}
)
_LATEST = re.compile(r"(?:the|its)\s+(?:latest|most recent)\s|(?:in\s+)?(?:the|that)\s+(?:quarter|period)$", re.I)


def anchor(reading: Reading, time: Time, done: Sequence[Time]) -> Time:
    """``time`` with its value closed, as far as the day of publication and the times before it allow."""
    text, base = reading.text(time), reading.article.published
    value = time.value
    if time.rule in ("year-ago", "same-period", "ago", "ago-any", "day-before-bare") and _COMPARED.match(text):
        value = _compared(reading, time, text, done)
    elif time.rule in ("the-unit", "that-unit", "latest-unit", "unit-possessive") and _LATEST.match(text):
        value = _last_period(done, own="that" not in text.lower()) or (unit_value("Q", base, -1) if base else value)
    elif time.rule == "quarter-ended":
        value = _last_period(_nearby(reading, time, done)) or ended(reading, time) or _last_period(done) or value
    elif base and _YEAR_END.fullmatch(text) and re.search(r"\bsince\s+(?:the\s+)?$", reading.before(time), re.I):
        value = unit_value("Y", base, -1)  # what has been since 'year-end' has been since the last one
    elif time.rule == "the-period":
        value = _period_of(value, _period_here(reading, time, done) or _last_period(done))
    elif time.rule in DAYLESS_CLOCK and "T" in value:
        value = _clock_day(reading, time, done)
    elif time.rule == "dir-unit" and (stepped := _step(reading, time, text, done)):
        value = stepped
    elif time.type in ("date", "time") and (_NARRATED.match(text) or time.rule == "part-of-that-year"):
        moved = _narrated(reading, time, text, done)
        if not moved and re.search(r"\b(?:later|on)$", text, re.I):
            return _measured(time, text)
        # 'that day' where no day has been told is some other day than that of publication.
        moved = _part_of(moved, text)
        value = moved or (_OPEN_DAY if time.type == "date" and re.fullmatch(r"that\s+day", text, re.I) else value)
    elif time.rule == "weekend" and base and re.match(r"(?:the |weekend)", text.lower()):
        way = _way(reading, time)
        value = unit_value("WE", base, -1 if way <= 0 and base.weekday() < 5 else 0)
    elif "X" in value and time.type in ("date", "time"):
        value = close(value, base, _way(reading, time), _year_told(reading, time, done)) or value
    return with_value(time, value)


def with_value(time: Time, value: str) -> Time:
    """``time`` with another value, and its days."""
    if value == time.value:
        return time
    days = days_of(value)
    first, last = days or (None, None)
    return replace(time, value=value, date_start=first, date_end=last)


def _part_of(year: str, text: str) -> str:
    """'the second half of that year', 'its third quarter': the part of the year that the phrase names."""
    part = _PART.search(text)
    if part is None or not re.fullmatch(r"\d{4}", year):
        return year
    number = ("first", "second", "third", "fourth").index(part[1].lower()) + 1
    return f"{year}-{part[2][0].replace('q', 'Q').replace('h', 'H')}{number}"


_PART = re.compile(r"\b(first|second|third|fourth)[\s-]+(half|quarter)\b", re.I)


def _nearby(reading: Reading, time: Time, done: Sequence[Time]) -> list[Time]:
    """The times of this sentence and of the one before: only these name a quarter whose end is told next."""
    sentence = reading.sentence_index(time.start)
    return [other for other in done[-12:] if reading.sentence_index(other.start) >= sentence - 1]


def _step(reading: Reading, time: Time, text: str, done: Sequence[Time]) -> str:
    """'the previous quarter', 'the previous year' beside a quarter or a fiscal year: the one before it."""
    way = bool(re.search(r"following|subsequent", text, re.I)) - bool(
        re.search(r"previous|preceding|prior", text, re.I)
    )
    last = next((other.value for other in reversed(done[-3:]) if other.value.startswith("FY")), "")
    if way and text.lower().endswith("year") and re.fullmatch(r"FY\d{4}", last):
        return shift_years(last, way)
    quarter = re.fullmatch(r"(.*)(\d{4})-Q(\d)", _period_here(reading, time, done) or _last_period(done))
    if way and text.lower().endswith("quarter") and quarter:
        year, number = divmod(int(quarter[2]) * 4 + int(quarter[3]) - 1 + way, 4)
        return f"{quarter[1]}{year:04d}-Q{number + 1}"
    return ""


def _measured(time: Time, text: str) -> Time:
    """'seven decades later' than a day that the text does not date: its length is all that is known."""
    length = read_time("count-unit", re.sub(r"\s+(?:later|on)$", "", text, flags=re.I), None)
    value = length.value if length.value.startswith("P") else time.value
    return replace(time, type="duration", value=value, date_start=None, date_end=None)


def _way(reading: Reading, time: Time) -> int:
    before = reading.before(time)
    if re.search(r"\bsince\s+(?:\w+\s+)?$", before, re.I):
        return -2
    after = reading.after(time)
    if after.startswith(("'s", "’s")) and not re.search(r"\b(?:ahead of|before|until|for|by|to)\s+$", before, re.I):
        return -1  # 'Friday's statement follows ...' has been made
    return direction(before, reading.after(time))


def _year_told(reading: Reading, time: Time, done: Sequence[Time]) -> int | None:
    """The year that a time just before in the same sentence names outright, if it is not that of the publication.

    Without a day of publication: the year of the first quarter or half that the article dates.
    """
    base = reading.article.published
    sentence = reading.sentence_index(time.start)
    for other in reversed(done):
        if reading.sentence_index(other.start) != sentence:
            break
        year = re.search(r"\b(?:19|20)\d\d\b", reading.text(other))
        if year and other.date_start and other.type == "date" and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", other.value):
            return int(year.group()) if base is None or int(year.group()) != base.year else None
    if base is None and re.search(r"-[QH]\d", time.value):
        for other in reading.times[:LOOKED_BACK]:
            if re.fullmatch(r"\d{4}-[QH]\d", other.value):
                return int(other.value[:4])
    return None


def _compared(reading: Reading, time: Time, text: str, done: Sequence[Time]) -> str:
    """'a year earlier' is the period that the text has just named, a year before."""
    base = reading.article.published
    ordinal = re.search(r"(first|second|third|fourth)[\s-]+quarter", text.lower())
    if ordinal and base:
        quarter = ("first", "second", "third", "fourth").index(ordinal[1]) + 1
        return shift_years(nearest([f"{base.year - k:04d}-Q{quarter}" for k in (0, 1)], base, -1), -1)
    period = _period_here(reading, time, done) or _fiscal_here(reading, time, done)
    return shift_years(period, -1) if period else time.value


def _fiscal_here(reading: Reading, time: Time, done: Sequence[Time]) -> str:
    """The fiscal year that the sentence has just named: '1.9 million in fiscal 2024, up from a year earlier'."""
    sentence = reading.sentence_index(time.start)
    last = done[-1] if done else None
    near = last is not None and reading.sentence_index(last.start) == sentence
    return last.value if last is not None and near and re.fullmatch(r"FY\d{4}", last.value) else ""


_COMPARING = frozenset({"year-ago", "same-period", "ago", "ago-any", "the-period"})


def _period_here(reading: Reading, time: Time, done: Sequence[Time]) -> str:
    """The quarter or half that the text is about: that of the sentence, else the one it names most often.

    Empty where it has come to speak of other lengths, such as 'the first nine months'.
    """
    named: list[str] = []
    sentence = reading.sentence_index(time.start)
    for other in reversed(done):
        near = sentence - reading.sentence_index(other.start)
        if near <= 2 and _MONTHS.fullmatch(other.value) and not named:
            return ""
        if near == 0 and re.fullmatch(r"\d{4}-\d\d", other.value) and other.rule not in _COMPARING:
            return other.value
        if _PERIOD.fullmatch(other.value) and other.rule not in _COMPARING:
            if near == 0:
                return other.value
            named.append(other.value)
    return max(reversed(named), key=named.count) if named else ""


# 'the first nine months', 'the nine months to September'
_MONTHS = re.compile(r"P(?:6|9|12)M|\d{4}-\d\d/\d{4}-\d\d")
_PERIOD = re.compile(r"(?:FY)?\d{4}-[QH]\d")


def _last_period(done: Sequence[Time], *, own: bool = True) -> str:
    """The quarter or half that the text has named last; its own, unless comparisons count too."""
    for other in reversed(done):
        if _PERIOD.fullmatch(other.value) and not (own and other.rule in _COMPARING):
            return other.value
    return ""


def _period_of(value: str, period: str) -> str:
    """'the 1988 period': the quarter that the text is about, in that year."""
    return f"{value[:4]}{period[-3:]}" if period else value


def _clock_day(reading: Reading, time: Time, done: Sequence[Time]) -> str:
    """A time of day belongs to the day that its sentence has named last, else to the day of publication."""
    sentence = reading.sentence_index(time.start)
    day = ""
    for other in reversed(done):
        if reading.sentence_index(other.start) < sentence - (time.rule in ("overnight", "part-of-day")):
            break
        if other.date_start and other.date_start == other.date_end:
            day = other.date_start.isoformat()
            if time.rule == "overnight":
                day = (other.date_start - timedelta(days=1)).isoformat()
            break
    clock = time.value[time.value.index("T") :]
    return day + clock if day else time.value


def _narrated(reading: Reading, time: Time, text: str, done: Sequence[Time]) -> str:
    """The value read again from the day that the text has come to, if it has named one near before."""
    sentence = reading.sentence_index(time.start)
    # 'the previous day' is not known from a year: what it starts from is as narrow as its own unit.
    width = next((days for unit, days in _WIDTHS if re.search(unit, text, re.I)), 366)
    for other in reversed(done):
        if reading.sentence_index(other.start) < sentence - 3:
            break
        if other.type not in ("date", "time") or other.date_start is None or other.date_end is None:
            continue
        if (other.date_end - other.date_start).days > width:
            continue
        return read_time(time.rule, text, other.date_end).value
    return ""


_YEAR_END = re.compile(r"year\W?end|the end of the year", re.I)
_OPEN_DAY = "XXXX-XX-XX"
_WIDTHS = (
    (r"\b(?:(?:mid)?days?|nights?|mornings?|hours?|minutes?)\b", 0),
    (r"weeks?\b|day\b", 7),
    (r"month", 31),
    (r"quarter", 92),
)
