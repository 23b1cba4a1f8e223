"""The parts of a figure's text: its numbers, and what is left of it, which is the currency or the unit."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.contract import Figure
from pipeline.match.numbers import MINOR_WORDS, SCALE, Numeral, numerals
from pipeline.normalise.numbers import Number, parse, plain
from pipeline.normalise.units import read_unit

_HUNDRED = Decimal(100)
# '75 USD million', '30 MUSD'
_DETACHED = re.compile(
    r"[A-Za-z.$€£] ?\b(?P<word>hundred|thousand|million|billion|trillion|lakh crore|lakh|crore)s?$"
    r"|(?<![A-Za-z])(?P<letter>[MB])(?:USD|EUR|GBP|CAD|AUD|SEK|NOK|DKK|CHF|JPY|CNY|INR)\b"
)
# '13 dollars and 45 cents', '15 dollars 50', 'thirteen dollars forty-five'
_WITH_MINOR = re.compile(rf"[A-Za-z]\s+(?:and\s+)?(\d\d?|{MINOR_WORDS})(?:\s+(?:cents?|pence))?$")


def own_numerals(text: str, figure: Figure) -> list[Numeral]:
    """The numerals of the figure itself: two for a range, else one ('ten [250ml] bottles' is of ten)."""
    return numerals(text)[: 2 if figure.rule.endswith(".range") else 1]


def _end(text: str, figure: Figure, numeral: Numeral) -> int:
    """Where the number ends: a letter is a scale in money and counts, and in measures if a unit follows it."""
    if numeral.letter_end == numeral.end:
        return numeral.end
    unit_follows = bool(text[numeral.letter_end :].strip()) and read_unit(text[numeral.end :]) is None
    scale = figure.kind in ("money", "count") or (figure.kind == "measure" and unit_follows)
    return numeral.letter_end if scale else numeral.end


def own_numbers(text: str, figure: Figure) -> list[Number]:
    """The numbers of the figure: two for a range, else one; none if the text is no number after all."""
    found = own_numerals(text, figure)
    values = [parse(text[numeral.start : _end(text, figure, numeral)]) for numeral in found]
    numbers = [value for value in values if value is not None]
    if len(numbers) != len(values):
        return []
    if figure.kind == "money" and len(numbers) == 1:
        return [_with_minor(text, numbers[0] if found[0].scaled else _detached(text, numbers[0]))]
    return numbers


def _detached(text: str, number: Number) -> Number:
    match = _DETACHED.search(text)
    if match is None or number.scale != 1:
        return number
    if match["letter"]:
        return number._replace(scale=Decimal(10**6 if match["letter"] == "M" else 10**9))
    scale = parse(f"1 {match['word'].lower()}")
    return number._replace(scale=scale.scale) if scale else number


def _with_minor(text: str, number: Number) -> Number:
    match = _WITH_MINOR.search(text)
    minor = parse(match.group(1)) if match else None
    return Number(number.value + minor.value / _HUNDRED) if minor else number


def rest(text: str, figure: Figure) -> str:
    """What is left of the text without its numbers: the currency or the unit."""
    parts, last = [], 0
    for numeral in own_numerals(text, figure):
        parts.append(text[last : numeral.start])
        last = _end(text, figure, numeral)
    parts.append(text[last:])
    if figure.kind != "money":
        return parts[-1] if parts[-1].strip() else (parts[1] if len(parts) > 2 else "")
    parts = [_WITH_MINOR.sub(lambda match: match.group()[0], part) for part in parts]
    parts = [re.sub(rf"\b{SCALE}\b", "", part, flags=re.IGNORECASE) for part in parts]
    named = [
        part for part in parts if part.strip(" -−–—‑~+\n\t\u00a0").lower() not in ("", "to", "and", "through", "of")
    ]
    # 'US60.1c' and '$500 CAD' are named on both sides
    both = named[:1] == ["US"] or (
        len(named) == 2 and named[0].strip() == "$" and named[1].strip(" .").replace(".", "").isalpha()
    )
    return "".join(named) if both else (named or [""])[0]


def valued(figure: Figure, numbers: list[Number]) -> Figure:
    """The figure with its value, or with low and high if it is a range or a vague magnitude."""
    if len(numbers) == 2:
        first, second = _share_scale(numbers[0], numbers[1])
        low, high = sorted((first.value, second.value))
        return replace(figure, low=low, high=high)
    number = numbers[0]
    if number.high is not None:
        return replace(figure, low=plain(number.mantissa), high=plain(number.high))
    return replace(figure, value=number.value)


def _share_scale(first: Number, second: Number) -> tuple[Number, Number]:
    """'$10 to $15 billion': a scale of the second end from a thousand on is that of both, if the range then rises.

    '$500 to $1 million' starts at five hundred dollars.
    """
    rises = first.mantissa <= second.mantissa
    if first.scale == 1 and second.scale >= 1000 and abs(first.mantissa) < 1000 and rises:
        return first._replace(scale=second.scale), second
    return first, second


def scaled(figure: Figure, factor: Decimal) -> Figure:
    """The figure with value, low and high times ``factor``."""
    value, low, high = (
        None if part is None else plain(part * factor) for part in (figure.value, figure.low, figure.high)
    )
    return replace(figure, value=value, low=low, high=high)
