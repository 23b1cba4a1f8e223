"""What stands before the running text: the title, printed once or twice, a summary, and the lines about the article."""

from __future__ import annotations

from pipeline.ingest.lines import Line
from pipeline.ingest.stamps import tells_of_publishing

_LINES_ABOUT = 6
_LONGEST = 100


def head_length(lines: list[Line]) -> int:
    """How many lines stand before the first one of running text.

    A summary below the title looks like running text; it is none if a byline or a stamp comes after it.
    """
    lines = lines[:_LONGEST]
    first = _next_prose(lines, 1)
    second = _next_prose(lines, first + 1)
    about = lines[first + 1 : min(second, first + 1 + _LINES_ABOUT)]
    return second if second < len(lines) and any(tells_of_publishing(line) for line in about) else first


def _next_prose(lines: list[Line], start: int) -> int:
    for index in range(start, len(lines)):
        line = lines[index]
        if not line.raw.startswith("#") and line.words != lines[0].words and (line.is_prose or _wraps(lines, index)):
            return index
    return len(lines)


def _wraps(lines: list[Line], index: int) -> bool:
    """Whether a line of some length goes on in small letters on the next one."""
    line = lines[index]
    goes_on = not line.last_of_block and index + 1 < len(lines) and lines[index + 1].raw[0].islower()
    return goes_on and len(line.words) >= 7
