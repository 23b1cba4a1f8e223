"""Sentences with their figures marked in place: 'rose [3p](money 0.03 GBP) to [312p](money 3.12 GBP)'."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.contract import Article, Extent, Figure, Reading
from pipeline.label.sentences import sentence_starts
from pipeline.normalise.rates import in_base_currency

_MARK = re.compile(r"\[([^\[\]]+)\]\((money|percent|count|measure|multiple)(?: ([\d.e+-]+))?(?: (\w+))?\)")


def reading(marked: str) -> Reading:
    """The marked text as a ``Reading`` with its figures, as ``normalise`` gives them."""
    text, figures, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        start = len(text)
        text += mark[1]
        value = Decimal(mark[3]) if mark[3] else None
        unit = mark[4] or {"percent": "percent", "money": "USD", "multiple": "multiple"}.get(mark[2], "")
        figures.append(Figure(start, len(text), mark[2], "test", value=value, unit=unit))
        position = mark.end()
    text += marked[position:]
    starts = sentence_starts(text)
    sentences = tuple(Extent(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    return Reading(Article("x", "x", text), sentences, in_base_currency(figures, None, "USD"))
