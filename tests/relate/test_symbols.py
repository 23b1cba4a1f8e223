"""Listed symbols: each organisation with the symbols in brackets behind it, and nothing else made of the brackets."""

from __future__ import annotations

import pytest

import pipeline
from pipeline.match.symbols import read_listing

# the text, and the organisations as 'name = symbol'
EXAMPLES = [
    ("Intercontinental Exchange (NYSE: ICE) rose.", ["Intercontinental Exchange = NYSE:ICE"]),
    ("Apple Inc. (NASDAQ:AAPL) rose.", ["Apple Inc. = NASDAQ:AAPL"]),
    ("Toyota Motor Corp (TSE: 7203) rose.", ["Toyota Motor Corp = TSE:7203"]),
    ("Bank of Nova Scotia (TSE: BNS) rose.", ["Bank of Nova Scotia = TSX:BNS"]),
    ("BP plc (LON: BP.) rose.", ["BP = LSE:BP."]),
    ("BHP Group (ASX: BHP; NYSE: BHP) rose.", ["BHP Group = ASX:BHP | NYSE:BHP"]),
    ("BHP Group (“BHP”) (ASX: BHP) rose.", ["BHP Group = ASX:BHP"]),
    ("Zorba Widgets Ltd. (TSX, NYSE: ZRB) rose.", ["Zorba Widgets Ltd. = TSX:ZRB | NYSE:ZRB"]),
    ("Zorba Widgets Ltd. (the seller) (OTCQB: ZRB) rose.", ["Zorba Widgets Ltd. = OTC:ZRB"]),
    ("Zorba Holdings' (New York Stock Exchange: ZRB.A, ZRB.B)", ["Zorba Holdings = NYSE:ZRB.A | NYSE:ZRB.B"]),
    ("Zorba Bank (NSE: ZORBA) lent. Zorba Bank (BSE: 500325) won.", ["Zorba Bank = NSE:ZORBA | BSE:500325"]),
    ("Zorba Bank rose (NYSE: ZRB).", ["Zorba Bank = "]),
    ("Zorba Bank (Note: a lender) rose.", ["Zorba Bank = "]),
    ("Zorba Bank and Norvane Holdings (Nasdaq: NRV) merged.", ["Zorba Bank = ", "Norvane Holdings = NASDAQ:NRV"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_symbols(text: str, expected: list[str]) -> None:
    parties = pipeline.extract(text).parties
    assert [f"{party.name} = {party.symbol or ''}" for party in parties.fillna("").itertuples()] == expected


LISTINGS = [
    ("NYSE: ICE", ["NYSE:ICE"]),
    ("nyse: ICE", ["NYSE:ICE"]),
    ("TSE: 130A", ["TSE:130A"]),
    ("HKEX: 0700", ["HKEX:0700"]),
    ("STO: ERIC-B", ["Nasdaq Stockholm:ERIC-B"]),
    ("NSE: M&M", ["NSE:M&M"]),
    ("NYSE: $ICE", ["NYSE:ICE"]),
    ("NYSE: “ICE”", ["NYSE:ICE"]),
    ("NYSE  symbol: ICE", ["NYSE:ICE"]),
    ("Ticker: NYSE: ICE", ["NYSE:ICE"]),
    ("T: 555", []),
    ("NYSE: ICE and LSE: ICE", ["NYSE:ICE", "LSE:ICE"]),
    ("NYSE: the company", []),
    ("NYSE: ICE, founded in 2000", []),
    ("NYSE, TSX", []),
    ("ICE", []),
    ("Photo: AP", []),
    ("Score: 3", []),
]


@pytest.mark.parametrize(("inside", "expected"), LISTINGS, ids=[inside for inside, _ in LISTINGS])
def test_listings(inside: str, expected: list[str]) -> None:
    assert list(read_listing(inside)) == expected
