"""A user's own exchange rates: a CSV file of ``date, currency, per_usd`` beside or before the published ones.

``per_usd`` is how many units of the currency one US dollar buys. The file is read and checked once, when the settings
are made; from then on its lines travel as text in a fixed order, so no result depends on the order of the file, and
worker processes need no file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pipeline.ingest.own_table import own_lines, own_text, refuse

COLUMNS = ("date", "currency", "per_usd")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# No exponents, signs or separators: '1.234' and '1,234' must not be taken for each other.
_RATE = re.compile(r"\d{1,40}(?:\.\d{1,40})?", re.ASCII)


class OwnRate(NamedTuple):
    """One line of the file: ``per_usd`` units of ``currency`` for one US dollar on ``day``."""

    day: date
    currency: str
    per_usd: Decimal


@dataclass(frozen=True, eq=False, slots=True)
class OwnRates:
    """The lines of a file by currency, oldest first, and their newest day. Compared and hashed by identity."""

    lines: Mapping[str, tuple[OwnRate, ...]] = field(default_factory=dict)
    newest: date = date.min

    def line(self, currency: str, day: date) -> OwnRate | None:
        """The newest line for ``currency`` on or before ``day``."""
        lines = self.lines.get(currency, ())
        behind = bisect_right(lines, day, key=lambda line: line.day)
        return lines[behind - 1] if behind else None


def rates_text(source: str | Path) -> str:
    """The lines of a user's file, checked, sorted and as CSV text again.

    Args:
        source: the file's path; or the text itself, which a line break tells from a path.

    Raises:
        ValueError: the file cannot be read or a line cannot be used; the text names the line.
    """
    lines = sorted(_lines(own_text(source)))
    return "".join(f"{row}\n" for row in (",".join(COLUMNS), *(f"{a},{b},{c:f}" for a, b, c in lines)))


@lru_cache(maxsize=8)
def own_rates(text: str | None) -> OwnRates:
    """The rates in a text that ``rates_text`` gave; None holds none."""
    by_currency: dict[str, list[OwnRate]] = {}
    for line in sorted(_lines(text)) if text else ():
        by_currency.setdefault(line.currency, []).append(line)
    newest = max((lines[-1].day for lines in by_currency.values()), default=date.min)
    return OwnRates({currency: tuple(lines) for currency, lines in by_currency.items()}, newest)


def _lines(text: str) -> Iterator[OwnRate]:
    """The lines of the table, each checked; ``ValueError`` says which one is wrong, and how."""
    seen: dict[tuple[date, str], int] = {}
    for number, cells in own_lines(text, COLUMNS):
        try:
            line = _line(*cells)
            first = seen.setdefault((line.day, line.currency), number)
            if first != number:
                refuse(f"{line.currency} on {line.day} stands in line {first} too")
        except ValueError as error:
            refuse(f"line {number}: {error}", error)
        yield line


def _line(day: str, currency: str, per_usd: str) -> OwnRate:
    """One line's cells as values."""
    from babel.numbers import list_currencies

    if not _DAY.fullmatch(day):
        refuse(f"{day!r} is no date (YYYY-MM-DD)")
    try:
        dated = date.fromisoformat(day)
    except ValueError:
        refuse(f"there is no day {day!r}")
    if currency not in list_currencies():
        refuse(f"{currency!r} is no ISO 4217 code")
    if not _RATE.fullmatch(per_usd) or not Decimal(per_usd):
        refuse(f"per_usd is {per_usd!r}, not a positive decimal such as 32.45")
    if currency == "USD" and Decimal(per_usd) != 1:
        refuse(f"a US dollar is 1 US dollar, not {per_usd}")
    return OwnRate(dated, currency, Decimal(per_usd))
