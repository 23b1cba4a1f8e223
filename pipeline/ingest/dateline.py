"""Datelines and dated lines: when a text says itself that it was published."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.contract import Extent
from pipeline.gazetteers import alternatives, toml
from pipeline.ingest.dates import FULL_DATE, MONTH_NAMES, PARTIAL_DATE, date_of, month_and_day
from pipeline.ingest.head import head_length
from pipeline.ingest.lines import Line, split_lines
from pipeline.ingest.stamps import is_label, is_later_stamp, is_signed_stamp, is_stamp

# A dateline opens one of the first lines of running text, which may come after a list of key points.
_LINES_OF_TEXT = 4
_REACH = 20_000
_TAIL_LINES = 12

_OPENING = re.compile(r"[\W_]{0,6}")
_DAY_NAMES = alternatives(name for name in toml("calendar")["weekdays"] if name.endswith("day"))
_NO_PLACE = rf"(?!(?i:{MONTH_NAMES}|{_DAY_NAMES})\b)"
_PLACE_WORD = rf"{_NO_PLACE}[A-ZÀ-Þ](?:[\w’']|-(?!-)|\.(?=[A-Z,\s]))*"
_PLACE = re.compile(rf"{_PLACE_WORD}(?:(?:\s|,\s|/|\s/\s)(?:{_PLACE_WORD}|(?:de|of|al|es)(?=\s))){{0,5}}")
_AGENCY = re.compile(r"[,.]?\s{0,2}(?:--)?(?:\((?P<round>[^()\n]{2,60})\)|/(?P<slashed>[^/\n]{2,40})/)")
_DASH = re.compile(r"\s{0,2}(?:--|[–—]|:(?=\s)|-(?=\s)|(?<=[\s)])-)\s{0,2}")
_GAP = re.compile(r"[,.]?\s{0,2}")


class Dateline(NamedTuple):
    """Where a dateline stands, and the match of its date."""

    extent: Extent
    full: re.Match[str] | None
    partial: re.Match[str] | None


@cache
def _known(group: str) -> frozenset[str]:
    return frozenset(toml("furniture")["dateline"][group])


def find_published(text: str, start: int = 0, title: str = "") -> date | None:
    r"""The day of publication that the text itself gives, in a stamp around its title or in a dateline.

    >>> find_published("Rates rise\n\nOSLO, June 24, 2025 (Reuters) - The bank raised its rate.")
    datetime.date(2025, 6, 24)
    """
    lines = split_lines(text[: start + _REACH], start)
    dated = (
        line
        for index, line in enumerate(_head(lines, title))
        if is_stamp(line) or (index > 0 and is_signed_stamp(line))
    )
    stamps = [(line, day) for line in dated if (day := _full_date(line)) is not None]
    if stamps:
        return min(stamps, key=lambda stamp: is_later_stamp(stamp[0]))[1]
    found = find_dateline(text, lines)
    if found is not None and found.full is not None:
        return date_of(found.full)
    if found is not None and found.partial is not None:
        return _completed(month_and_day(found.partial), text)
    return _labelled(split_lines(text, max(start, len(text) - 3000))[-_TAIL_LINES:])


def _head(lines: list[Line], title: str) -> list[Line]:
    """The lines around the title: the first ones, or where much stands above the title, those from the title on."""
    length = head_length(lines)
    words = Line(0, len(title), title, True, True).words
    printed = next((index for index, line in enumerate(lines) if line.words == words and words), 0)
    if printed < length:
        return lines[:length]
    return lines[printed : printed + head_length(lines[printed:])]


def find_dateline(text: str, lines: list[Line]) -> Dateline | None:
    """The dateline of the text: the place, the date or the agency before the first sentence.

    Args:
        text: the whole text.
        lines: its first lines.
    """
    first = head_length(lines)
    for line in lines[min(first, 1) : first + _LINES_OF_TEXT]:
        found = _dateline_at(text, line)
        if found is not None:
            return found
    return None


def _dateline_at(text: str, line: Line) -> Dateline | None:
    """A dateline that opens the line: place, date, agency and dash, each of which may be missing."""
    opening = _OPENING.match(text, line.start, line.end)
    bracket = opening is not None and opening.group().endswith(("(", "/"))
    begin = at = opening.end() - bracket if opening else line.start
    place = _PLACE.match(text, at, line.end)
    at = _skip(text, place.end()) if place else at
    full = FULL_DATE.match(text, at, line.end)
    partial = None if full else PARTIAL_DATE.match(text, at, line.end)
    dated = full or partial
    at = dated.end() if dated else (place.end() if place else at)
    agency = _AGENCY.match(text, at, line.end)
    at = agency.end() if agency else at
    dash = _DASH.match(text, at, line.end)
    if not _is_dateline(place, dated, agency, dash):
        return None
    return Dateline(Extent(begin, dash.end() if dash else at), full, partial)


def _skip(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _is_dateline(
    place: re.Match[str] | None,
    dated: re.Match[str] | None,
    agency: re.Match[str] | None,
    dash: re.Match[str] | None,
) -> bool:
    """Whether what stands before the first sentence is enough to be a dateline."""
    name = place.group().lower() if place else ""
    if name.split(" ")[0] in _known("no_places"):
        return False
    city = any(part.strip() in _known("cities") for part in (name, *re.split(r"[,/]", name)))
    capitals = place is not None and place.group().isupper()
    owner = (agency["round"] or agency["slashed"]).lower() if agency else ""
    wire = any(part.strip() in _known("agencies") for part in (owner, *re.split(r"[-/,;]", owner)))
    if dash is None:
        return wire and (dated is not None or capitals or city)
    if ":" in dash.group():
        return city and (dated is not None or agency is not None or capitals or name in _known("cities"))
    if place is None:
        return wire
    if dated is not None or wire:
        return True
    spaced = dash.group()[0].isspace() or dash.group().startswith("--")
    return (city or (capitals and spaced and len(name) > 4)) and (agency is None or capitals)


def _full_date(line: Line) -> date | None:
    match = FULL_DATE.search(line.plain)
    return date_of(match) if match else None


def _completed(month_day: tuple[int, int], text: str) -> date | None:
    """The dateline's day with the year of a full date of the same day elsewhere in the text; else None."""
    for match in FULL_DATE.finditer(text[:_REACH]):
        day = date_of(match)
        if day is not None and (day.month, day.day) == month_day:
            return day
    return None


def _labelled(tail: list[Line]) -> date | None:
    """A date of the last lines that is labelled as the day of publication: 'Publication date' above '30 April 2025'."""
    for line in tail:
        if is_stamp(line) and line.words[0] in {"published", "posted", "publication", "first", "issued", "released"}:
            return _full_date(line)
    for label, line in pairwise(tail):
        if is_label(label) and is_stamp(line):
            return _full_date(line)
    return None
