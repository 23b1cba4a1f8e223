"""A user's own exchange rates: a CSV file of ``date, currency, per_usd`` beside or before the published ones.

``per_usd`` is how many units of the currency one US dollar buys. The file is read and checked once, when the settings
are made; from then on its lines travel as text in a fixed order, so no result depends on the order of the file, and
worker processes need no file.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import NamedTuple, NoReturn

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
    text = source if isinstance(source, str) and "\n" in source else _read(Path(source))
    lines = sorted(_lines(text))
    return "".join(f"{row}\n" for row in (",".join(COLUMNS), *(f"{a},{b},{c:f}" for a, b, c in lines)))


@lru_cache(maxsize=8)
def own_rates(text: str | None) -> OwnRates:
    """The rates in a text that ``rates_text`` gave; None holds none."""
    by_currency: dict[str, list[OwnRate]] = {}
    for line in sorted(_lines(text)) if text else ():
        by_currency.setdefault(line.currency, []).append(line)
    newest = max((lines[-1].day for lines in by_currency.values()), default=date.min)
    return OwnRates({currency: tuple(lines) for currency, lines in by_currency.items()}, newest)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        msg = f"the file cannot be read ({(error.strerror or str(error)).lower()})"
        raise ValueError(msg) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        msg = f"line {line}: it is not UTF-8 text"
        raise ValueError(msg) from error


def _lines(text: str) -> Iterator[OwnRate]:
    """The lines of the table, each checked; ``ValueError`` says which one is wrong, and how."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    seen: dict[tuple[date, str], int] = {}
    try:
        head = [name.strip() for name in next(reader, [])]
        places = [_place(head, name) for name in COLUMNS]
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(head):
                _refuse(f"it has {len(cells)} cells where the head has {len(head)}")
            line = _line(*(cells[place].strip() for place in places))
            first = seen.setdefault((line.day, line.currency), reader.line_num)
            if first != reader.line_num:
                _refuse(f"{line.currency} on {line.day} stands in line {first} too")
            yield line
    except (ValueError, csv.Error) as error:
        msg = f"line {max(1, reader.line_num)}: {error}"
        raise ValueError(msg) from error


def _refuse(reason: str) -> NoReturn:
    raise ValueError(reason)


def _place(head: list[str], name: str) -> int:
    if head.count(name) != 1:
        fault = "there twice" if name in head else "missing"
        _refuse(f"the columns must be {', '.join(COLUMNS)}, and {name!r} is {fault}")
    return head.index(name)


def _line(day: str, currency: str, per_usd: str) -> OwnRate:
    """One line's cells as values."""
    from babel.numbers import list_currencies

    if not _DAY.fullmatch(day):
        _refuse(f"{day!r} is no date (YYYY-MM-DD)")
    try:
        dated = date.fromisoformat(day)
    except ValueError:
        _refuse(f"there is no day {day!r}")
    if currency not in list_currencies():
        _refuse(f"{currency!r} is no ISO 4217 code")
    if not _RATE.fullmatch(per_usd) or not Decimal(per_usd):
        _refuse(f"per_usd is {per_usd!r}, not a positive decimal such as 32.45")
    if currency == "USD" and Decimal(per_usd) != 1:
        _refuse(f"a US dollar is 1 US dollar, not {per_usd}")
    return OwnRate(dated, currency, Decimal(per_usd))
