"""Join numbers that share a currency or unit: ranges ('$1.2bn-$1.5bn') and lists ('500 and 1000 rupee notes')."""

from __future__ import annotations

import re

from pipeline.gazetteers import toml
from pipeline.match.cues import before
from pipeline.match.no_amounts import is_no_amount, is_year
from pipeline.match.numbers import BLANK
from pipeline.match.quantity import Quantity
from pipeline.match.ranges import FROM, TO, is_bare_range, is_change, is_range

_B = rf"(?:{BLANK})"
_LIST = re.compile(rf",{_B}?(?:(?:and|or){_B})?|{_B}(?:and|or|&){_B}(?:(?:a|the|some){_B})?|{_B}?/{_B}?")
# 'raised 320 million of the 2.4 billion rand'
_PART_OF = re.compile(rf"{_B}of{_B}(?:the|its|their){_B}")
_POINTS = re.compile(r"point|bps?\b|p\.?p", re.IGNORECASE)
_OR = re.compile(rf"{_B}or{_B}")
_MONTH = re.compile(rf"\b(?:{'|'.join(toml('count_words')['times']['months'])})\.?\s*$", re.IGNORECASE)
_NEAR = 90


def join(text: str, quantities: list[Quantity]) -> None:
    """Give numbers without a unit that of the neighbour they share it with, and merge the two ends of a range.

    A merged end is removed; the first one then spans both, and its rule ends in ``.range``. A number that takes the
    unit of the figure behind it has a rule that ends in ``.next``, of the one before it, ``.previous``.
    """
    joined: list[Quantity] = []
    for left in reversed(quantities):
        right = joined[-1] if joined else None
        if right is not None and _are_near(left, right) and (merged := _join_pair(text, left, right)) is not None:
            joined[-1] = merged
        else:
            joined.append(left)
    quantities[:] = reversed(joined)


def share_counts(text: str, quantities: list[Quantity]) -> None:
    """'7 or 8 seats': a bare number before 'or' and a count is a count of the same."""
    for left, right in zip(reversed(quantities[:-1]), reversed(quantities[1:]), strict=True):
        if left.label or left.rule or right.label != "count" or not _OR.fullmatch(text, left.end, right.start):
            continue
        if not is_no_amount(text, left.numeral) and _lists(text, left, right):
            _take(left, right, "next")


def _are_near(left: Quantity, right: Quantity) -> bool:
    vague = left.numeral.form == "vague" or right.numeral.form == "vague"
    return not vague and 0 <= right.start - left.end < _NEAR


def _join_pair(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """The range that both are the ends of; or None, after one has taken the other's unit if it shares it."""
    between = text[left.end : right.start].removeprefix("+")
    if not (left.label or right.label):
        return _merge_bare(left, right) if not right.rule and is_bare_range(text, left, right, between) else None
    if not left.label and is_no_amount(text, left.numeral, dash_behind=True):
        return None
    if not right.label and is_no_amount(text, right.numeral, dash_before=True):
        return None
    if left.label and right.label and not _same_unit(text, left, right):
        return None
    if right.rule.endswith(".range"):
        if not left.label and _LIST.fullmatch(between):
            _take(left, right, "next")
        return None
    if is_range(text, left, right, between):
        label = right.label or left.label
        return Quantity(left.numeral, left.start, max(right.end, left.end), label, f"{label}.range", own=True)
    _share(text, left, right, between)
    return None


def _same_unit(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether two figures are of one kind, and percentages of one unit: not '25 basis points to 3 per cent'."""
    points = [_POINTS.search(text, item.numeral.end, item.end) is not None for item in (left, right)]
    return left.label == right.label and (left.label != "percent" or points[0] == points[1])


def _merge_bare(left: Quantity, right: Quantity) -> Quantity:
    numeral = left.numeral._replace(
        end=right.numeral.end, letter_end=right.numeral.letter_end, scaled=left.numeral.scaled or right.numeral.scaled
    )
    return Quantity(numeral, left.start, right.end, "", ".range")


def _share(text: str, left: Quantity, right: Quantity, between: str) -> None:
    """Give the one that has no unit the other's, in a list or a change."""
    if left.label and right.label:
        return
    if not left.label:
        listed = _LIST.fullmatch(between) or (TO.fullmatch(between) and is_change(text, left, between))
        shares = right.label != "multiple" and right.numeral.scaled >= left.numeral.scaled and _lists(text, left, right)
        part = right.label == "money" and left.numeral.form == "digits" and _PART_OF.fullmatch(between)
        if (listed and shares) or part:
            _take(left, right, "next")
        return
    if left.label == "multiple" or (left.label == "percent" and not before(FROM, text, left.start)):
        return
    if right.numeral.letter_end == right.numeral.end and is_change(text, left, between):
        _take(right, left, "previous")


def _lists(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether the first number of a list is no year, day or part of a word, and no 'one'; nor '2245 or 9%'."""
    number = text[left.numeral.start : left.numeral.end].lower()
    if right.label == "percent" and ("," in number or (len(number) > 3 and number.isdigit())):
        return False
    last = text[left.start - 1 : left.start]
    glued = last.isalpha() or (last == "-" and text[left.start - 2 : left.start - 1].isalnum())
    return not (is_year(text, left.numeral) or before(_MONTH, text, left.start, 12) or glued or number in ("one", "a"))


def _take(taker: Quantity, giver: Quantity, side: str) -> None:
    taker.label = giver.label
    taker.rule = f"{giver.label}.{side}"
