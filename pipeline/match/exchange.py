"""Amounts that only their surroundings show to be money: exchange rates, and amounts that a bracket converts.

``the rupee closed at 83.12 against the dollar``, ``($1 = 148.5 yen)``, ``raised 1.6 billion ($2.5 billion)``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import toml
from pipeline.match.cues import before
from pipeline.match.currencies import names, signs
from pipeline.match.numbers import BLANK, Numeral, any_of
from pipeline.match.quantity import Quantity

_RULES = toml("currency_choice")["exchange"]
_BASE = rf"(?P<base>{any_of(_RULES['bases'])})"
_AT = re.compile(rf"\b(?:{any_of(_RULES['before'])}){BLANK}$")
_AGAINST = re.compile(
    rf"{BLANK}(?:{any_of(_RULES['against'])}){BLANK}(?:(?:the|one|1){BLANK})?(?:U\.?S\.?{BLANK}|American{BLANK})?{_BASE}\b"
    r"(?!-denominated)",
    re.IGNORECASE,
)
# '$1 = 148.5 yen', '1 euro = $1.08', 'USD 1 = Rs 83'
_EQUALS = re.compile(rf"(?:{BLANK}[a-z]{{3,12}})?{BLANK}?={BLANK}?[^\s\d=]{{0,4}}{BLANK}?\d")
_EQUALS_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<sign>[A-Z]{{0,3}}[$€£¥₹]|[A-Z]{{3}}){BLANK}?1(?:\.0+)?|1(?:\.0+)?{BLANK}(?P<name>[A-Za-z.]{{3,12}}(?:{BLANK}[a-z]{{3,8}})?))"
    rf"{BLANK}?={BLANK}?$"
)
_ONE = re.compile(r"1(?:\.0+)?|one")
_CONVERTED = re.compile(
    rf"{BLANK}\((?:[a-z]{{2,15}}{BLANK})?(?P<sign>[A-Z]{{0,2}}[$€£]){BLANK}?\d[\d.,]*(?:{BLANK}?[a-z]{{1,8}})?\)"
)
_SENTENCE = re.compile(r"[.!?]\s|\n")
_REACH = 160


class Rate(NamedTuple):
    """What is quoted (the name of a currency) and in what it is quoted."""

    quoted: str
    base: str


@cache
def _name() -> re.Pattern[str]:
    words = any_of([name for name in names() if name[0].isalpha() and len(name) > 2 and name not in _RULES["verbs"]])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def rate(text: str, start: int, end: int) -> Rate | None:
    """The exchange rate whose number stands from ``start`` to ``end``; None if it is none.

    >>> rate("The rupee closed at 83.12 against the dollar.", 20, 25)
    Rate(quoted='rupee', base='dollar')
    """
    behind = _AGAINST.match(text, end)
    if behind is None or not before(_AT, text, start, 20):
        return None
    clause = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    base = behind["base"].lower()
    plain = "dollar" if base == "greenback" else base
    found = [match.group().lower() for match in _name().finditer(clause)]
    quoted = next((name for name in reversed(found) if name.removesuffix("s") != plain), "")
    return Rate(quoted, plain) if quoted else None


def is_base(text: str, numeral: Numeral, end: int) -> bool:
    """Whether the amount that ends at ``end`` is the one in '$1 = 148.5 yen'."""
    return _ONE.fullmatch(text, numeral.start, numeral.end) is not None and _EQUALS.match(text, end) is not None


def base_before(text: str, start: int) -> str:
    """The sign or name of the currency that one unit is of, before '= 148.5 yen'; empty if there is none.

    >>> base_before("($1 = 148.5 yen)", 6)
    '$'
    """
    match = before(_EQUALS_BEFORE, text, start, 40)
    return (match["sign"] or match["name"]) if match else ""


def converted_into(text: str, end: int) -> str:
    """The sign of the amount in brackets that converts the bare amount before it; empty if there is none."""
    match = _CONVERTED.match(text, end)
    return match["sign"] if match and match["sign"] in signs() else ""


def find_exchange(text: str, numeral: Numeral) -> Quantity | None:
    """The rate or the converted amount that ``numeral`` is, or None."""
    if numeral.form != "digits":
        return None
    number = text[numeral.start : numeral.end]
    if not numeral.scaled and "." in number and rate(text, numeral.start, numeral.end) is not None:
        return Quantity(numeral, numeral.start, numeral.end, "money", "money.rate", own=True)
    if numeral.scaled and converted_into(text, numeral.end):
        return Quantity(numeral, numeral.start, numeral.end, "money", "money.converted", own=True)
    return None
