"""Figures beside each other: conversions in brackets and members of a list; the column ``same_as``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from pipeline.contract import Figure
from pipeline.relate.context import Context


class Tie(Enum):
    """How a figure is tied to the one before it."""

    NONE = "none"
    BRACKET = "bracket"  # '$14.8bn (£7.9bn)'
    EITHER = "either"  # '3p or nearly 1%'
    LIST = "list"  # '$10bn and $20bn'


# What may stand between two figures, the second one's bound left out.
_OPENS = re.compile(r"\s*[(\[]\s*(?:or|i\.?e\.?,?|that\s+is,?|equivalent\s+to|equal\s+to|=|worth|then|converted:?)?\s*")
_GOES_ON = re.compile(r"\s*(?:[;,/=]|,?\s*or|,?\s*and)\s*")
_EITHER = re.compile(
    r"\)?\s*(?:,\s*|[-–—]+\s*)?(?:or|i\.e\.,?|which\s+is|equivalent\s+to|/|=)\s*(?:the\s+equivalent\s+of\s*)?"
)
_LIST = re.compile(
    r"\)?(?:\s+(?:an?|per|each|every)\s\w{2,10}|/\w{2,10})?\s*(?:,\s*(?:and|or|&)?|and|&|and\s+the|,?\s*respectively,?)\s*"
)

# A rate that has drifted, or is newer than the article, is still within a factor of three.
_FARTHEST = Decimal(3)


def ties(contexts: Sequence[Context]) -> list[Tie]:
    """How each figure is tied to the one before it in the same sentence."""
    found: list[Tie] = []
    for position, context in enumerate(contexts):
        previous = contexts[position - 1] if position else None
        if previous is None or previous.words is not context.words:
            found.append(Tie.NONE)
            continue
        gap = context.reading.article.text[previous.figure.end : context.bound.start]
        found.append(_tie(gap, inside=found[-1] is Tie.BRACKET))
    return found


def _tie(gap: str, *, inside: bool) -> Tie:
    if len(gap) > 30:
        return Tie.NONE
    if _OPENS.fullmatch(gap) or (inside and _GOES_ON.fullmatch(gap)):
        return Tie.BRACKET
    if _EITHER.fullmatch(gap):
        return Tie.EITHER
    return Tie.LIST if _LIST.fullmatch(gap) and gap.strip() else Tie.NONE


def head(tied: Sequence[Tie], index: int, kinds: frozenset[Tie]) -> int:
    """The first figure of the chain of ``kinds`` that ``index`` is in."""
    while index and tied[index] in kinds:
        index -= 1
    return index


def same_as(figures: Sequence[Figure], tied: Sequence[Tie], index: int) -> int | None:
    """The index of the first figure beside this one that gives the same amount in another unit, or None."""
    if tied[index] not in (Tie.BRACKET, Tie.EITHER):
        return None
    # '(INR40-90 trillion; USD450 billion-1.1 trillion)': the first in the chain that has the same shape
    for first in range(head(tied, index, frozenset({Tie.BRACKET, Tie.EITHER})), index):
        if _restates(figures[index], figures[first]):
            return first
    return None


def _restates(figure: Figure, other: Figure) -> bool:
    """Whether two figures can be one amount in two currencies or units."""
    if figure.kind != other.kind or figure.kind not in ("money", "measure") or figure.unit == other.unit:
        return False
    if (figure.value is None) != (other.value is None):
        return False
    if figure.kind == "measure":
        return True
    ours, theirs = _in_base(figure), _in_base(other)
    if not ours or not theirs:
        return True
    return 1 / _FARTHEST < abs(ours / theirs) < _FARTHEST


def _in_base(figure: Figure) -> Decimal | None:
    """The amount, or the lower end of a range, in the base currency."""
    if figure.fx_rate is None:
        return None
    amount = figure.value if figure.value is not None else figure.low
    return None if amount is None else amount * figure.fx_rate
