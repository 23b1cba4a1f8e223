"""Places times on the calendar by what stands around them, and says what each is for: its role and its bound."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from pipeline.contract import Reading, Time
from pipeline.gazetteers import toml
from pipeline.match.time_grammar import grammar
from pipeline.normalise.durations import moved
from pipeline.relate.anchors import DAYLESS_CLOCK, LOOKED_BACK, anchor
from pipeline.relate.fiscal import fiscal_years
from pipeline.relate.stamps import FULL_DATES, is_stamp
from pipeline.relate.tense import direction, has_happened

_SUPERLATIVE = re.compile(
    r"\b(?:first|worst|best|\w{3,}est|most|least|only)\b[^.;]{0,60}\b(?:in|for|of)\s+(?:\w+\s+)?$"
    r"|\b(?:second|third|fourth|fifth)\s+(?:\w+\s+){1,2}in\s+(?:\w+\s+)?$",
    re.I,
)
_FORWARD = re.compile(r"(?:the\s+|these\s+|its\s+|his\s+)?(?:next|coming|upcoming|remain(?:ing)?)\b", re.I)
_HEAD_DEADLINE = re.compile(r"(?:-)?\s+(?:\w+\s+){0,2}?(?:deadline|targets?|goals?)\b", re.I)
# 'by the 2019 parliament', 'from an April forecast': the time belongs to the noun behind it
_ATTRIBUTE = re.compile(r"\b(?:by|from)\s+(?:the|an?|its|his|her|their)\s+$", re.I)
_BARE = frozenset(
    {"year-weak", "year-noun", "year-named", "year-name", "month", "month-cued", "month-day", "month-or-name"}
)
_CHANGED_FROM = re.compile(
    r"\b(?:up|down|rose|fell|rising|falling|increase|drop|decline|%|percent|compared|different)\b[^.;]{0,30}from\s+(?:the\s+)?$"
    r"|%[^.;]{0,30}from\s+$",
    re.I,
)
# 'just weeks before the attack of ...' tells a distance, not a deadline
_LONG_BEFORE = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|shortly|just|soon|immediately)\s+before\s+(?:the\s+)?$", re.I
)
_RANGE_AHEAD = re.compile(r"\)?\s*(?:\([^)]*\)\s*)?(?:to|until|till|through|and|-|–|—)\s*(?:the\s+)?$")


@cache
def _before(group: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each role or modifier the pattern of the words right before a time."""
    return tuple(
        (
            name,
            re.compile(
                rf"(?:^|.*[^\w])(?:{'|'.join(words)})\s+(?:the\s+|a\s+|an\s+|its\s+|about\s+|around\s+)?\(?$",
                re.I | re.S,
            ),
        )
        for name, words in toml("time_cues")[group].items()
    )


def relate_times(reading: Reading) -> Reading:
    """Values, days, roles and bounds of all times, in order of the text."""
    done: list[Time] = []
    for time in reading.times:
        bare = time.rule == "the-unit" and not any(c.isdigit() for c in time.value)
        if time.value and not bare and not is_stamp(reading, time):
            done.append(anchor(reading, time, done[-LOOKED_BACK:]))
    done = _close_appositions(reading, done)
    done = _close_clocks(reading, done)
    done = fiscal_years(reading, done)
    done = _close_day_ranges(done)
    roles = [_with_role(reading, time) for time in done]
    return replace(reading, times=tuple(_ranges(reading, roles)))


def _close_day_ranges(times: list[Time]) -> list[Time]:
    """'from 18 to 23 January': the first day takes month and year of the second."""
    closed = list(times)
    for i, time in enumerate(times[:-1]):
        if time.rule == "day-of-range" and re.fullmatch(r"\d{4}-\d\d-\d\d", times[i + 1].value):
            following = times[i + 1].date_start
            day = re.search(r"\d\d$", time.value)
            if following and day and int(day.group()) <= following.day:
                first = following.replace(day=int(day.group()))
                closed[i] = replace(time, value=first.isoformat(), date_start=first, date_end=first)
    return closed


def _with_role(reading: Reading, time: Time) -> Time:
    """The time with its role and modifier, from the words before it."""
    before = reading.before(time)[-60:]
    mod = time.mod or _named("mods", before) if time.type == "duration" else time.mod
    counted = time.rule in ("ago", "ago-any")  # 'about ten years ago'
    if time.type == "date" and not mod and _named("mods", before) == "APPROX" and (counted or len(time.value) > 4):
        mod = "APPROX"
    time = replace(time, mod=mod)
    if time.type == "set":
        return replace(time, role="frequency")
    if grammar().rules[time.rule].reader == "age":
        return replace(time, role="age")
    if time.type == "duration":
        return _duration(reading, time, before)
    role = _named("roles", before)
    if role and _misled(reading, time, role, before):
        role = "point"
    if not role and _HEAD_DEADLINE.match(reading.after(time)[:30]) and time.date_end and _ahead(reading, time):
        role = "deadline"
    if "/" in time.value:
        role = "range"
    if (
        not role
        and _FORWARD.match(reading.text(time))
        and re.search(r"\b(?:over|within|during)\s+(?:the\s+)?$", before, re.I)
    ):
        role = "horizon"
    return _certain_days(replace(time, role=role or "point"), reading.text(time))


def _misled(reading: Reading, time: Time, role: str, before: str) -> bool:
    """Whether the words before a time only look like those of a deadline or a beginning."""
    if _ATTRIBUTE.search(before) and time.rule in _BARE and not (role == "deadline" and _ahead(reading, time)):
        return True
    if role == "deadline":
        clock = time.rule.startswith("clock") and direction(reading.before(time), "") < 0
        return clock or _LONG_BEFORE.search(before) is not None
    if role != "since":
        return False
    counted = len(time.value) < 4 or re.search(r"\bago$|earlier$", reading.text(time))
    return bool(counted or _CHANGED_FROM.search(before))


def _ahead(reading: Reading, time: Time) -> bool:
    published = reading.article.published
    return published is None or (time.date_end is not None and time.date_end >= published)


def _certain_days(time: Time, text: str) -> Time:
    """Of 'the end of 2022' only the last day is certain, of 'the start of March' only the first."""
    if (
        time.mod == "END"
        and re.search(r"\b(?:end|close|yearend)\b", text, re.I)
        and not re.fullmatch(r"\d{3}", time.value)
    ):
        return replace(time, date_start=None)
    if (
        time.mod == "START"
        and re.search(r"\b(?:beginning|start|outset)\b", text, re.I)
        and not re.fullmatch(r"\d{3}", time.value)
    ):
        return replace(time, date_end=None)
    return time


def _named(group: str, before: str) -> str:
    for name, pattern in _before(group):
        if pattern.match(before):
            return name
    return ""


def _duration(reading: Reading, time: Time, before: str) -> Time:
    """A duration with its role and, where they are known, its first and last day."""
    base, text = reading.article.published, reading.text(time)
    size = re.fullmatch(r"P(\d+(?:\.\d+)?)([DWMYQ])", time.value)
    if _FORWARD.match(text):
        return replace(time, role="horizon")
    if re.search(r"\bwithin\s+(?:a\s+|the\s+)?$", before, re.I) and time.date_end != base:
        if _OF_EVENT.match(reading.after(time)[:40]):
            return replace(time, date_start=None, date_end=None, role="deadline")
        if _OPENED_WITHIN.fullmatch(reading.before(time)) and has_happened(reading.before(time), reading.after(time)):
            return replace(time, role="duration")
        if base and size and time.date_end is None:
            time = replace(time, date_start=base, date_end=moved(base, size[2], Decimal(size[1])))
        return replace(time, role="deadline")
    if re.search(
        r"\bin\s+(?:about |around |just |under |less than |nearly |almost )?$", before, re.I
    ) and time.rule in ("count-unit", "a-unit", "one-unit"):
        if _SUPERLATIVE.search(reading.before(time)[-120:]):
            if base and size:
                time = replace(time, date_start=moved(base, size[2], -Decimal(size[1])), date_end=base)
            return replace(time, role="duration")
        return replace(time, role="duration" if has_happened(reading.before(time), reading.after(time)) else "deadline")
    return replace(time, role="duration")


# 'Within two years it had doubled' tells how long it took; 'within 30 days of delivery' counts from that event.
_OPENED_WITHIN = re.compile(r"\W*within\s+(?:a\s+|the\s+)?", re.I)
_OF_EVENT = re.compile(
    r"\s+(?:of|from|after|prior to|before|following)\s+(?!(?:the\s+)?(?:date\s+of\s+)?(?:this|today|now|publication)\b)"
)


def _ranges(reading: Reading, times: list[Time]) -> list[Time]:
    """'from 2019 to 2023', 'between March and May': both ends are a range."""
    out = list(times)
    text = reading.article.text
    for i in range(len(out) - 1):
        first, second = out[i], out[i + 1]
        if first.type not in ("date", "time") or second.type not in ("date", "time"):
            continue
        between = text[first.end : second.start]
        before = text[max(0, first.start - 12) : first.start].lower()
        opened = re.search(r"\b(from|between|since)\s+(?:the\s+)?$", before)
        if (
            opened
            and len(between) <= 12
            and _RANGE_AHEAD.fullmatch(between)
            and (opened[1] == "between") == (" and" in between)
        ):
            out[i], out[i + 1] = replace(first, role="range"), replace(second, role="range")
        elif re.fullmatch(r"\s*\(", between) and first.date_start == second.date_start:
            # 'from Monday (May 12) till May 26': the same day twice
            out[i + 1] = replace(second, role=first.role)
            if (
                i + 2 < len(out)
                and re.search(r"\bfrom\s+$", before)
                and _RANGE_AHEAD.fullmatch(text[second.end : out[i + 2].start])
            ):
                for k in (i, i + 1, i + 2):
                    out[k] = replace(out[k], role="range")
    return out


def _close_appositions(reading: Reading, times: list[Time]) -> list[Time]:
    """'Thursday (November 10)': both are the day that the second names."""
    closed = list(times)
    for i, (time, following) in enumerate(pairwise(times)):
        if (
            time.rule in ("weekday", "deictic")
            and following.rule in FULL_DATES
            and re.fullmatch(r"\s*[(,]\s*", reading.article.text[time.end : following.start])
        ):
            day = following.date_start
            if day and time.date_start and (time.rule == "deictic" or day.weekday() == time.date_start.weekday()):
                closed[i] = replace(time, value=following.value, date_start=day, date_end=day)
    return closed


def _close_clocks(reading: Reading, times: list[Time]) -> list[Time]:
    """'at 7:30 a.m. local time on Monday': the day stands right behind the time of day."""
    closed = list(times)
    base = reading.article.published
    for i, (time, following) in enumerate(pairwise(times)):
        if (
            time.rule in DAYLESS_CLOCK
            and following.type == "date"
            and following.date_start
            and following.date_start == following.date_end
            and time.date_start == base
            and following.start - time.end < _NEAR
            and reading.sentence_index(time.start) == reading.sentence_index(following.start)
        ):
            day = following.date_start
            value = day.isoformat() + time.value[time.value.index("T") :]
            closed[i] = replace(time, value=value, date_start=day, date_end=day)
    return closed


_NEAR = 30
