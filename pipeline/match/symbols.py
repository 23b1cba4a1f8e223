"""Listings in brackets: '(NYSE: ICE)', '(NASDAQ:AAPL)', '(ASX: BHP; NYSE: BHP)'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import rows

_LONGEST = 120
# a bracket with a colon in it; an opening bracket inside starts anew
_BRACKET = re.compile(rf"[(\[]([^()\[\]\n]{{1,80}}:[^()\[\]\n]{{1,{_LONGEST}}})[)\]]")
_BETWEEN = re.compile(r"\s*(?:[;,/|]|\band\b)\s*")
# '7203', 'BP.', 'BRK.B', 'NOVO-B', 'M&M', '"ICE"', '$AAPL'
_TICKER = re.compile(r"[“\"‘']?\$?([A-Z0-9](?:[A-Z0-9]|[.&-](?=[A-Z0-9])){0,11}\.?)[”\"’']?")
# 'NYSE symbol: ICE', 'ticker: NYSE: ICE'
_SYMBOL = re.compile(r"^(?:stock\s+)?(?:ticker|symbol)s?\s*:\s*|\s+(?:ticker|symbol|ticker symbol)$", re.IGNORECASE)


class Listing(NamedTuple):
    """A bracket that says where a share is listed, and under what: 'NYSE:ICE'."""

    start: int
    end: int
    symbols: tuple[str, ...]


@cache
def _exchanges() -> dict[str, tuple[tuple[str, str], ...]]:
    """Exchanges and the kind of their tickers, by each form of their name in capitals."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows("exchanges"):
        for form in row["forms"].split("|"):
            found[form.upper()] = (*found.get(form.upper(), ()), (row["exchange"], row["tickers"]))
    return found


def listings(text: str) -> Iterator[Listing]:
    """All brackets of a text that hold listings and nothing else, in order.

    >>> [listing.symbols for listing in listings("BHP Group (ASX: BHP; NYSE: BHP) (the seller) (LON: BP.)")]
    [('ASX:BHP', 'NYSE:BHP'), ('LSE:BP.',)]
    """
    for bracket in _BRACKET.finditer(text):
        symbols = read_listing(bracket[1])
        if symbols:
            yield Listing(bracket.start(), bracket.end(), symbols)


def read_listing(inside: str) -> tuple[str, ...]:
    """The symbols in a bracket; none if anything in it is something else.

    An exchange holds for the tickers behind it, and exchanges may share one ticker: 'NYSE, TSX: ABX'.

    >>> read_listing("NYSE: BRK.A, BRK.B"), read_listing("TSX and NYSE: ABX"), read_listing("Note: ICE")
    (('NYSE:BRK.A', 'NYSE:BRK.B'), ('TSX:ABX', 'NYSE:ABX'), ())
    """
    symbols: list[str] = []
    names: list[str] = []  # the exchanges of the tickers that follow
    open_names = False  # whether they still have no ticker
    for part in _BETWEEN.split(inside):
        name, colon, ticker = (piece.strip() for piece in part.rpartition(":"))
        name = _SYMBOL.sub("", name)
        known = name.upper() in _exchanges()
        if not colon and ticker.upper() in _exchanges() and (open_names or not names):
            names, open_names = [*names, ticker], True
            continue
        if colon:
            names, open_names = [*(names if open_names else []), name], False
        shape = _TICKER.fullmatch(ticker)
        if (colon and not known) or not names or open_names or shape is None:
            return ()
        codes = [_exchange(name, shape[1]) for name in names]
        if not all(codes):
            return ()
        symbols += [f"{code}:{shape[1]}" for code in codes]
    return tuple(dict.fromkeys(symbols)) if not open_names else ()


def _exchange(name: str, ticker: str) -> str:
    """The exchange that a name stands for before a ticker; empty if none has such tickers."""
    kind = "digits" if ticker[0].isdigit() else "letters"
    fitting = (exchange for exchange, tickers in _exchanges()[name.upper()] if tickers in ("", kind))
    return next(fitting, "")
