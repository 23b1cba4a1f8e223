"""A number with what stands at it: what the matchers of all kinds hand to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.match.numbers import Numeral

# The rule of what looks like money and measures nothing: '[$1] = 148.5 yen'
NO_AMOUNT = "none"


@dataclass(slots=True)
class Quantity:
    """A numeral and, once a matcher knows them, its whole extent, its kind and the rule that found it.

    ``own`` says that currency, sign or unit stands at this very number and is not taken from a neighbour.
    """

    numeral: Numeral
    start: int
    end: int
    label: str = ""
    rule: str = ""
    own: bool = False


def bare(numeral: Numeral) -> Quantity:
    """A numeral that nothing is known about yet."""
    return Quantity(numeral, numeral.start, numeral.end)


def ends(text: str, end: int) -> bool:
    """Whether a word ends at ``end``: no letter or digit goes on."""
    return end >= len(text) or not (text[end].isalnum() or text[end] == "_")


WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
