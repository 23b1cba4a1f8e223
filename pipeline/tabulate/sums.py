"""Sums of money told by several articles: which of them can be compared, and whether two agree."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from pipeline.tabulate.rows import Row

_ABOUT = 0.1
"""How far 'about $70 billion' may be from the sum that it speaks of."""
_RATES = 0.03
"""How far two currencies' sums may be apart: articles convert at the rates of different days."""
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")


class Sum(NamedTuple):
    """The sums that a telling may stand for, from ``low`` to ``high`` in the base currency, and its own currency."""

    low: float
    high: float
    unit: str

    def agrees(self, other: Sum) -> bool:
        """Whether both may be one sum, rounded as each is."""
        rates = 1 + (_RATES if self.unit != other.unit else 0)
        return self.low <= other.high * rates and other.low <= self.high * rates


def is_sum(figure: Row) -> bool:
    """Whether a figure is a sum of money that can be compared: no price of each, no change, known in base currency."""
    known = figure["base_value"] is not None or (figure["low"] is not None and figure["fx_rate"] is not None)
    return figure["kind"] == "money" and not figure["per"] and not figure["change"] and known


def sum_of(figure: Row) -> Sum:
    """What a figure may stand for.

    A number stands for all that round to it; 'more than' and 'up to' leave one end open.
    """
    if figure["base_value"] is None:
        rate = float(figure["fx_rate"])
        return Sum(float(figure["low"]) * rate, float(figure["high"]) * rate, figure["unit"])
    value, bound = abs(float(figure["base_value"])), figure["bound"]
    slack = value * (_ABOUT if bound == "~" else rounding(figure["text"]))
    low = 0.0 if bound in ("<", "<=") else value - slack
    high = math.inf if bound in (">", ">=") else value + slack
    return Sum(low, high, figure["unit"])


def rounding(text: str) -> float:
    """Half a unit of the last digit that an amount is given to, as a share of the amount.

    The noughts that end a number in full are none of its digits ('1,500,000' has two), those before a word of scale
    are ('$500 million' has three).

    >>> round(rounding("$67 billion"), 4), round(rounding("$66.8 billion"), 5), round(rounding("$1,500,000"), 4)
    (0.0075, 0.00075, 0.0333)
    """
    found = _DIGITS.search(text)
    if found is None:
        return 0.0
    number = found.group().replace(",", "")
    whole, _, decimals = number.partition(".")
    digits = (whole + decimals).lstrip("0") if decimals.isdigit() or not decimals else whole.lstrip("0")
    if not digits:
        return 0.0
    kept = digits if decimals or len(whole) < 5 else digits.rstrip("0")
    return 0.5 * float(10 ** (len(digits) - len(kept))) / int(digits)
