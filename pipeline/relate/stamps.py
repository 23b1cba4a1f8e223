"""Dates that tell when an article was published, and are no part of what it says."""

from __future__ import annotations

import re

from pipeline.contract import Reading, Time

_DATELINE = re.compile(r"[ \t>*_#-]{0,8}[A-Z][\w .'’/,()-]{1,60}?,\s+$")
_ALONE = re.compile(
    r"[\s>*_#|-]{0,8}(?:(?:publication date|published|posted|updated|last updated|date)\s*(?:on)?\s*:?\s*)?$", re.I
)


def is_stamp(reading: Reading, time: Time) -> bool:
    """A date of a dateline ('TOKYO, Aug 29 (Agency) -') or that stands alone tells the day of publication."""
    if time.rule not in FULL_DATES:
        return False
    text = reading.article.text
    line_start = text.rfind("\n", 0, time.start) + 1
    line_end = text.find("\n", time.end)
    before, after = text[line_start : time.start], text[time.end : line_end if line_end >= 0 else len(text)]
    if _DATELINE.fullmatch(before) and re.match(r"\s*(?:\([^)]{1,40}\)\s*)?(?:[-–—]|--)", after):
        return True
    published = reading.article.published
    if published is None or time.date_start != published or not re.search(r"\d{4}", reading.text(time)):
        return False
    return (_ALONE.fullmatch(before) is not None and len(after.strip()) < 30) or (
        time.start < _HEAD and not re.search(r"\b(?:on|by|until|from|since|of|dated)\s+$", before, re.I)
    )


_HEAD = 300
FULL_DATES = frozenset(
    {"day-month", "month-day", "month-day-year", "iso", "numeric", "day-month-dashes", "clock-day", "day-clock"}
)
