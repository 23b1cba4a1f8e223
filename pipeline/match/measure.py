"""Find physical measures: a number with a unit behind it.

``318.24 MW``, ``1.4 million barrels a day``, ``64-hectare``, ``5 ft 2 in``, ``45°C``, ``285,000 bpd``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import rows
from pipeline.match.cues import cue
from pipeline.match.numbers import BLANK, LINK, Numeral, any_of
from pipeline.match.quantity import Quantity


class Unit(NamedTuple):
    """A unit by pint's name, the factor of its surface form, and what it is per in itself."""

    name: str
    factor: str
    per: str


@cache
def unit_names() -> dict[str, Unit]:
    """Spelled names in small letters, singular and plural, to units."""
    table: dict[str, Unit] = {}
    for row in rows("units"):
        unit = Unit(row["unit"], row["factor"], row["per"])
        for name in filter(None, row["names"].split("|")):
            table.setdefault(name.lower(), unit)
            if len(name) > 3 and not name.endswith(("s", "feet", "foot")):
                table.setdefault(f"{name}s".lower(), unit)
            first, _, rest = name.partition(" ")
            if rest and len(first) > 3:
                table.setdefault(f"{first}s {rest}".lower(), unit)
    return table


@cache
def unit_symbols() -> dict[str, Unit]:
    """Symbols, letter case kept, to units."""
    return {
        symbol: Unit(row["unit"], row["factor"], row["per"])
        for row in reversed(rows("units"))
        for symbol in filter(None, row["symbols"].split("|"))
    }


@cache
def _name_pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    words = any_of(list(unit_names())).replace(r"\ ", LINK).replace(r"\-", "[- ]")
    heads = frozenset(re.split(r"[ /-]", name)[0] for name in unit_names())
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE), heads


@cache
def _symbol_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(list(unit_symbols()))})(?![\w²³])")


_B = rf"(?:{BLANK})"
_GAP = re.compile(rf"{LINK}?")
_OF = re.compile(rf"of{BLANK}")
_HEAD = re.compile(r"[^\W\d_][^\s\d,;:()\-/]{0,60}")
_TIME = r"(?:(?:milli)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|annum|yr|hr)"
_PER = re.compile(
    rf"(?:{BLANK}?/{BLANK}?|{LINK}(?:per|an?|each|every){LINK}){_TIME}\b|{BLANK}p\.a\."
    rf"|/{BLANK}?(?:km|cm|m|kg|ms|hectare|ha|s|h|l|litre|liter)\b",
    re.IGNORECASE,
)
_FEET = re.compile(
    rf"(?:{LINK}(?:ft|foot|feet)|ft|['′’])(?:,|{BLANK}and)?{LINK}?\d{{1,2}}(?:\.\d+)?(?:{LINK}?(?:inches|inch|ins?)\b|[\"″”])"
)
_BRACKETED = re.compile(r" [(\[{<](?:kg|km|m|cm|mm|MW|GW|t|g|lb)[)\]}>]")
# One letter is a unit only where it is glued: '45g', '100W', '100t'; '5G' and '4g' are generations of networks
_GLUED = frozenset("gtWlLh")
_GENERATIONS = frozenset("23456")
# 'm' is a metre where the text shows it, and no million: '1.8m tall', '100m hurdles'; '£12m ... 120m' is money
_TALL = re.compile(rf"(?:{BLANK}|-){cue('metres', 'size')}\b")
_METRE = re.compile(rf"(?:{BLANK}|-)(?:{cue('metres', 'size')}|{cue('metres', 'sport')})\b|{BLANK}\d|[.,;)]|\s*$")
_MONEY_NEAR = re.compile(r"[$€£¥₹]|\b(?:Rs|RM|USD|EUR|GBP|INR)\b")
_NOT_DEGREE = re.compile(rf"{_B}(?:from|in{_B}{cue('metres', 'subjects')})\b")


def find_measure(text: str, numeral: Numeral) -> Quantity | None:
    """The measure that ``numeral`` is part of, or None."""
    if numeral.form != "vague" and (feet := _FEET.match(text, numeral.end)):
        return Quantity(numeral, numeral.start, feet.end(), "measure", "measure.feet", own=True)
    for stop in dict.fromkeys((numeral.letter_end, numeral.end)):
        if (end := _unit_end(text, numeral, stop)) > 0:
            per = _PER.match(text, end)
            return Quantity(numeral, numeral.start, per.end() if per else end, "measure", "measure.unit", own=True)
    if match := _BRACKETED.match(text, numeral.end):
        return Quantity(numeral, numeral.start, match.end() - 1, "measure", "measure.unit", own=True)
    return None


def _unit_end(text: str, numeral: Numeral, stop: int) -> int:
    """Where the unit behind ``stop`` ends, a name or a symbol; -1 if there is none."""
    gap = _GAP.match(text, stop)
    start = gap.end() if gap else stop
    if numeral.form == "vague" and (of := _OF.match(text, start)):
        start = of.end()
    head = _HEAD.match(text, start)
    pattern, heads = _name_pattern()
    word = head.group().lower() if head else ""
    if word in heads or word.rstrip(".") in heads:
        name = pattern.match(text, start)
        if name is not None and _is_unit(text, numeral, name, start > stop):
            return name.end()
    symbol = _symbol_pattern().match(text, start) if numeral.form != "vague" else None
    return symbol.end() if symbol and _is_symbol(text, numeral, symbol, start == stop) else -1


def _is_symbol(text: str, numeral: Numeral, symbol: re.Match[str], glued: bool) -> bool:
    digits = text[numeral.start : numeral.end]
    if symbol.group() == "m":
        if before_money(text, numeral.start) and not _TALL.match(text, symbol.end()):
            return False
        metre = _METRE.match(text, symbol.end()) is not None and len(digits) < 6
        return metre and (glued or "," not in digits) and text[symbol.start() - 1] != "-"
    if symbol.group() in _GLUED:
        return glued and numeral.form == "digits" and not (symbol.group() == "g" and digits in _GENERATIONS)
    return True


def before_money(text: str, start: int) -> bool:
    """Whether an amount of money stands close before ``start``."""
    return _MONEY_NEAR.search(text, max(0, start - 200), start) is not None


def _is_unit(text: str, numeral: Numeral, match: re.Match[str], apart: bool) -> bool:
    """Whether a unit's name is one here: 'mb' apart is 'MB', 'degrees in law' are none, 'on two feet' neither."""
    word, number = match.group().lower(), text[numeral.start : numeral.end].lower()
    if word in ("mp", "kt", "mb") and apart and match.group() != "kt":
        return match.group() == "MB"
    if word.startswith("degree") and _NOT_DEGREE.match(text, match.end()):
        return False
    if word == "feet" and number == "two" and text[match.end() : match.end() + 3] in (" on", " in"):
        return False
    return not (number == "a" and word in ("cc", "deg", "ton"))
