"""Figures beside each other: conversions in brackets and members of a list; the column ``same_as``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from pipeline.contract import Figure
from pipeline.relate.context import Context
from pipeline.relate.rate_gaps import ratio


class Tie(Enum):
    """How a figure is tied to the one before it."""

    NONE = "none"
    BRACKET = "bracket"  # '$14.8bn (£7.9bn)'
    EITHER = "either"  # '3p or nearly 1%'
    LIST = "list"  # '$10bn and $20bn'


# What may stand between two figures, the second one's bound left out.
_OPENS = re.compile(r"\s*[(\[]\s*(?:or|i\.?e\.?,?|that\s+is,?|equivalent\s+to|equal\s+to|=|worth|then|converted:?)?\s*")
_CLOSES = re.compile(r"\s?[)\]]")
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


def same_as(seen: Sequence[Context], tied: Sequence[Tie], index: int) -> int | None:
    """The index of the first figure beside this one that gives the same amount in another unit, or None.

    Amounts that are too far apart for any rate are none, but for one that fills its brackets: '$67 million (¥10
    trillion)' says that it restates, so that one of the two is a slip, and the column ``rate_gap`` shows it.
    """
    if tied[index] not in (Tie.BRACKET, Tie.EITHER):
        return None
    # '(INR40-90 trillion; USD450 billion-1.1 trillion)': the first in the chain that has the same shape
    chain = range(head(tied, index, frozenset({Tie.BRACKET, Tie.EITHER})), index)
    figure = seen[index].figure
    alike = [first for first in chain if _alike(figure, seen[first].figure)]
    near = [first for first in alike if _near(figure, seen[first].figure)]
    if near:
        return near[0]
    return index - 1 if index - 1 in alike and _fills_brackets(seen, tied, index) else None


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether two figures have the shape of one amount in two currencies or units."""
    if figure.kind != other.kind or figure.kind not in ("money", "measure") or figure.unit == other.unit:
        return False
    return (figure.value is None) == (other.value is None)


def _near(figure: Figure, other: Figure) -> bool:
    """Whether two amounts can be one by the rate of some day; so they can where the rate is not known."""
    times = ratio(figure, other) if figure.kind == "money" else None
    return not times or 1 / _FARTHEST < abs(times) < _FARTHEST


def _fills_brackets(seen: Sequence[Context], tied: Sequence[Tie], index: int) -> bool:
    """Whether a figure with its bound, or a word such as 'worth', is all that stands in the brackets behind another."""
    text, context = seen[index].reading.article.text, seen[index]
    gap = text[seen[index - 1].figure.end : context.bound.start]
    closed = _CLOSES.match(text, context.figure.end) is not None
    return tied[index] is Tie.BRACKET and _OPENS.fullmatch(gap) is not None and closed
