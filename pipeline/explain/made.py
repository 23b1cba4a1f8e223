"""The arithmetic behind a figure's value, from its text, by the parsers that the pipeline itself uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from pipeline.contract import Figure
from pipeline.explain.tables import Found, Row, number, place
from pipeline.gazetteers import toml
from pipeline.match.numbers import numerals
from pipeline.normalise.figure_parts import own_numbers, rest, valued
from pipeline.normalise.figure_words import WORD_RULES, read_words
from pipeline.normalise.money import Evidence, read_currency
from pipeline.normalise.numbers import Number
from pipeline.normalise.units import read_unit

_ONE = Decimal(1)
# The currency of these stands elsewhere, so their text has no minor unit.
_BARE = ("money.rate", "money.converted")
_SCALES = {word for kind in ("scales", "short_scales", "letter_scales") for word in toml("numbers")[kind]}


class Step(NamedTuple):
    """One step: its name, and what was done."""

    name: str
    told: str


class Made(NamedTuple):
    """The steps, and the factors of each column: their product is its value."""

    steps: tuple[Step, ...]
    factors: Mapping[str, tuple[Decimal, ...]]

    def product(self, column: str) -> Decimal | None:
        """The value of ``value``, ``low`` or ``high``; None if it has none."""
        if column not in self.factors:
            return None
        product = _ONE
        for factor in self.factors[column]:
            product *= factor
        return product

    def agrees(self, columns: Mapping[str, Decimal | None]) -> bool:
        """Whether the products are the values of the table, which are floating-point numbers."""
        return all(_float(self.product(name)) == _float(value) for name, value in columns.items())


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def made(found: Found) -> Made:
    """How ``value``, ``low`` and ``high`` of a figure follow from its text; without factors if they do not."""
    row = found.row
    figure = figure_of(row)
    if row["rule"] in WORD_RULES:
        return _worded(figure, row["text"])
    numbers = own_numbers(row["text"], figure)
    if not numbers:
        return Made((), {})
    whole = valued(figure, numbers)
    written = {name: part for name in ("value", "low", "high") if (part := getattr(whole, name)) is not None}
    steps = [_number_step(row["text"], figure, numbers)]
    if any(item.scale != 1 for item in numbers):
        steps.append(_scale_step(row["text"], numbers))
    factors = _factors(written, numbers, vague=numbers[0].high is not None)
    for factor, reason in _further(found, figure, numbers[0], written):
        steps.append(Step("times", f"{factor:,f}: {reason}"))
        factors = {name: (*parts, factor) for name, parts in factors.items()}
    return Made(tuple(steps), factors)


def figure_of(row: Row) -> Figure:
    """The figure as it was before its value was read."""
    return Figure(*place(row), row["kind"], row["rule"])


def _worded(figure: Figure, text: str) -> Made:
    read = read_words(figure, text)
    if read is None or read.value is None:
        return Made((), {})
    return Made((Step("number", f"'{text}' in words"),), {"value": (read.value,)})


def _number_step(text: str, figure: Figure, numbers: list[Number]) -> Step:
    """What the digits or words are, as written."""
    written = [text[numeral.start : numeral.letter_end] for numeral in numerals(text)[: len(numbers)]]
    first = numbers[0]
    if first.high is not None:
        return Step("number", f"'{written[0]}': from {first.mantissa:,f} to {first.high:,f}")
    values = " and ".join(f"{item.mantissa:,f}" for item in numbers)
    return Step("number", f"{values}, written '{text}'")


def _scale_step(text: str, numbers: list[Number]) -> Step:
    """The scale words, and what they stand for."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word.lower() in _SCALES]
    scales = " and ".join(dict.fromkeys(f"{item.scale:,f}" for item in numbers if item.scale != 1))
    return Step("scale", scales + (f" ('{' '.join(dict.fromkeys(words))}')" if words else ""))


def _factors(written: Mapping[str, Decimal], numbers: list[Number], *, vague: bool) -> dict[str, tuple[Decimal, ...]]:
    """The mantissa and the scale behind each column; the ends of a range may share the scale of the second one."""
    if vague:
        return {name: (value,) for name, value in written.items()}
    scales = sorted({item.scale for item in numbers}, reverse=True)
    found: dict[str, tuple[Decimal, ...]] = {}
    for name, value in written.items():
        pairs = [(item.mantissa, scale) for item in numbers for scale in scales if item.mantissa * scale == value]
        mantissa, scale = pairs[0] if pairs else (value, _ONE)
        found[name] = (mantissa,) if scale == 1 else (mantissa, scale)
    return found


def _further(
    found: Found, figure: Figure, own: Number, written: Mapping[str, Decimal]
) -> Iterator[tuple[Decimal, str]]:
    """What else the number is multiplied by: parts of a currency, a unit's own factor, the scale of a neighbour."""
    row = found.row
    if figure.rule.endswith(".next"):
        giver = _giver(found)
        for factor, reason in _shared(giver, own) if giver else ():
            if number(row, "value") != written.get("value"):
                yield factor, reason
        return
    if figure.rule.endswith(".previous"):
        return
    if (factor := unit_factor(figure, row["text"])) != 1:
        surface = " ".join(rest(row["text"], figure).split())
        yield factor, f"one {surface or row['unit']} in {row['unit']}"


def unit_factor(figure: Figure, text: str) -> Decimal:
    """How much one of the text's unit is of the table's: 0.01 for cents, 1,000,000 for 'mtpa'."""
    if figure.kind == "money" and figure.rule not in _BARE:
        return 1 / Decimal(read_currency(rest(text, figure), Evidence("", "", "")).parts)
    if figure.kind == "measure" and (unit := read_unit(rest(text, figure))) is not None:
        return unit.factor
    return _ONE


def _giver(found: Found) -> Row | None:
    """The next figure of the article, whose unit and scale this one shares."""
    start, _ = place(found.row)
    later = [row for row in found.tables["figures"] if place(row)[0] > start and row["kind"] == found.row["kind"]]
    return min(later, key=place, default=None)


def _shared(giver: Row, own: Number) -> Iterator[tuple[Decimal, str]]:
    figure = figure_of(giver)
    numbers = own_numbers(giver["text"], figure)
    if not numbers:
        return
    told = f"shared with '{' '.join(giver['text'].split())}' behind it"
    if numbers[-1].scale > 1 and own.scale == 1:
        yield numbers[-1].scale, f"the scale, {told}"
    if (factor := unit_factor(figure, giver["text"])) != 1:
        yield factor, f"the unit, {told}"
