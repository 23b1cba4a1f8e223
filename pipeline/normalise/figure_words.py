"""Figures that are words alone: 'two-thirds', 'one in five', 'a quarter-point', 'doubled', 'threefold', '5 ft 2 in'."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.contract import Figure
from pipeline.gazetteers import toml
from pipeline.normalise.numbers import parse, plain

_T = toml("numbers")
_COUNTS: dict[str, int] = {**_T["digits"], **_T["teens"], "a": 1, "an": 1, "quarter": 1, "half": 1}
_PARTS: dict[str, int] = _T["parts"]
WORD_RULES = frozenset(
    {"percent.parts", "percent.thirds", "percent.by", "percent.half", "percent.odds", "percent.point_part"}
    | {"multiple.verb", "multiple.base", "multiple.infinitive", "multiple.adverb", "multiple.fold", "measure.feet"}
)


def read_words(figure: Figure, text: str) -> Figure | None:
    """The figure with value and unit, or None if the words are no number."""
    if figure.rule == "measure.feet":
        return _feet(figure, text)
    if figure.kind == "multiple":
        return _multiple(figure, text)
    words = re.split(r"[\s-]+", text.lower())
    if figure.rule == "percent.odds":
        top, bottom = parse(words[0]), parse(words[-1])
        share = top.value / bottom.value if top and bottom and bottom.value else None
    else:
        share = _share(words)
    if share is None:
        return None
    if figure.rule == "percent.point_part":
        return replace(figure, value=share, unit="percentage_point", unit_from="word")
    return replace(figure, value=plain(round(share * 100, 2)), unit="percent", unit_from="word")


def _share(words: list[str]) -> Decimal | None:
    """'two-thirds' is 2/3; 'half' and 'quarter' stand for themselves."""
    top = _COUNTS.get(words[0])
    bottom = next((_PARTS[form] for word in words for form in (word, word.removesuffix("s")) if form in _PARTS), None)
    return Decimal(top) / Decimal(bottom) if top and bottom else None


def _multiple(figure: Figure, text: str) -> Figure | None:
    stem = re.sub(r"[\s-]?fold$", "", text.lower()).removeprefix("re")
    known = _T["multiples"].get(stem)
    number = parse(stem) if known is None else None
    value = Decimal(str(known)) if known is not None else number.value if number else None
    return None if value is None else replace(figure, value=value, unit="multiple", unit_from="word")


def _feet(figure: Figure, text: str) -> Figure | None:
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    if len(numbers) != 2:
        return None
    return replace(
        figure, value=plain(round(Decimal(numbers[0]) + Decimal(numbers[1]) / 12, 6)), unit="foot", unit_from="name"
    )
