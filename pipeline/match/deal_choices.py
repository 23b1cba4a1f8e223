"""What may follow a verb of choosing, listing or adding: a supplier, ships blacklisted, 'a further $300 million'."""

from __future__ import annotations

import re
from functools import cache

from pipeline.match.deal_heads import any_special
from pipeline.match.deal_objects import COMPANY, guard
from pipeline.match.deal_phrases import complement

_NAME = rf"(?:the\s)?{COMPANY}"
_NUMBER = (
    r"\s(?:(?:about|around|over|more\s+than|at\s+least|nearly|some|another|a\s+further)\s)?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens\sof)\s(?:[\w-]+\s){0,3}?"
)
_FURTHER = re.compile(r"\s(?:a\s(?:further|second)|another|an\s(?:additional|extra))\s")
_HAS = re.compile(r"\b(?:has|have|had)\s\Z")
_PARTNER = re.compile(
    rf"\s{_NAME}(?:(?:\sto\s[a-z]+|\s(?:on|for|in)\s)(?:\s?(?!(?:in|at|by|as|and|after|which|that)\b)[\w’'-]+){{1,4}})"
)
_ASSETS = re.compile(
    rf"\s(?:the\s|all\s)?(?:[a-z-]+\s)?(?:assets|accounts|funds)\s(?:of|held\sby)\s(?:[\w-]+\s){{0,2}}?{_NAME}"
)


def _supplier(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'chose [engines from Acme]', 'picked [Acme to build the line]'."""
    chosen = _chosen().match(text, position, ceiling)
    if chosen is None:
        return 0
    return complement(text, chosen.end(), ceiling, ("for", "to")) if chosen["things"] else chosen.end()


def _banned(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'blacklisted [46 ships]'."""
    listed = _sanctioned().match(text, position, ceiling)
    return listed.end() if listed else 0


def _entered(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'added [12 tankers to its sanctions list]'."""
    listed = _sanctioned().match(text, position, ceiling)
    roll = _roll().match(text, listed.end(), ceiling) if listed else None
    return roll.end() if roll else 0


def _assets(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'froze [the assets of Acme]'."""
    if text[position - 6 : position] == "frozen" and not _HAS.search(before):
        return 0  # 'a loan secured on [frozen assets of the bank]'
    assets = _ASSETS.match(text, position, ceiling)
    return assets.end() if assets else 0


def _more(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'is considering [a further $300 million]'."""
    further = _FURTHER.match(text, position, ceiling)
    if further is None or further.end() not in money:
        return 0
    return complement(text, money[further.end()], ceiling, ("in", "for", "of"))


def _backed(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'sell and lease back [six turboprops]': by those who do it."""
    pieces = _bought_back().match(text, position, ceiling)
    return (
        complement(text, pieces.end(), ceiling, ("to", "from")) if pieces and not guard("purpose").search(before) else 0
    )


def _partner(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'teamed up with [Acme to develop batteries]', 'partner with [Acme on a satellite]'."""
    partner = _PARTNER.match(text, position, ceiling)
    return partner.end() if partner else 0


CHOICES = {
    "partner": _partner,
    "supplier": _supplier,
    "banned": _banned,
    "entered": _entered,
    "assets": _assets,
    "more": _more,
    "leaseback": _backed,
}


@cache
def _chosen() -> re.Pattern[str]:
    things = f"{any_special('pieces')}|{any_special('kit')}"
    return re.compile(
        rf"\s(?:(?P<things>(?:(?!from\b|to\b)[\w’'-]+\s){{0,4}}?(?:{things})\sfrom\s{_NAME})"
        rf"|{_NAME}\sto\s(?:{any_special('supplying')})(?:\s(?!(?:in|at|on|by|as|and|for|under)\b)[\w’'-]+){{1,5}}"
        rf"|(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?:joint\sventure|consortium|group|partnership|team|alliance)\s(?:of|led\sby|between)\s"
        rf"(?:[\w’'&-]+\s){{1,9}}?to\s(?:{any_special('supplying')})(?:\s(?!(?:in|on|by|as|and|for|under|with)\b)[\w’'-]+){{1,6}}"
        rf"|{_NAME}\sas\s(?:its|the|a)\s(?:[\w-]+\s){{0,3}}?(?:supplier|contractor|operator|builder|bidder|vendor)\b)"
    )


@cache
def _sanctioned() -> re.Pattern[str]:
    return re.compile(rf"{_NUMBER}(?:{any_special('sanctioned')})\b")


@cache
def _roll() -> re.Pattern[str]:
    return re.compile(
        r"\sto\s(?:its|the|their|a)\s(?:[\w’'-]+\s){0,2}?(?:sanctions\slist|blacklist|entity\slist|black\slist)\b"
    )


@cache
def _bought_back() -> re.Pattern[str]:
    return re.compile(
        rf"{_NUMBER}(?:{any_special('pieces')}|{any_special('works')})\b|\s(?:its|the)\s(?:[\w-]+\s){{0,3}}?(?:{any_special('works')})\b"
    )
