"""Whether two numbers are the two ends of one range: '$1.2bn-$1.5bn', 'between 5 and 7%', '2 to 3 billion euros'.

'from 4.8% to 5.1%' behind a verb of change are two levels, and no range.
"""

from __future__ import annotations

import re

from pipeline.match.cues import before, cue
from pipeline.match.nouns import head_noun
from pipeline.match.numbers import BLANK
from pipeline.match.quantity import Quantity

_B = rf"(?:{BLANK})"
_BOUND = rf"(?:{cue('bounds', 'words')}{_B})?"
DASH = re.compile(rf"{_B}?[-–—−‑~]{_B}?")
TO = re.compile(rf"{_B}(?:to|through)(?:{_B}|-)|-to-")
AND = re.compile(rf"{_B}and{_B}")
BETWEEN = re.compile(rf"\bbetween{_B}{_BOUND}$", re.IGNORECASE)
FROM = re.compile(rf"\bfrom{_B}{_BOUND}$", re.IGNORECASE)
_TO_OR_FROM = re.compile(rf"(?:^|\s)(?:to|from){_B}{_BOUND}$")
_SPREAD = re.compile(rf"\b{cue('ranges', 'spread')}\b", re.IGNORECASE)
_CHANGE = re.compile(rf"\b{cue('ranges', 'change')}\b", re.IGNORECASE)
_JUST_CHANGED = re.compile(rf"\b{cue('ranges', 'change')}{_B}(?:by{_B})?{_BOUND}$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:]\s|\n\s*\n")
_CLAUSE = 90
_NEAR = 30
_MOST_WORDS_BETWEEN = 3


def _clause(text: str, start: int) -> str:
    return _CLAUSE_END.split(text[max(0, start - _CLAUSE) : start])[-1]


def is_range(text: str, left: Quantity, right: Quantity, between: str) -> bool:
    """Whether ``left`` and ``right``, with ``between`` in the middle, are one range; at least one has a unit."""
    if left.label and not right.label:
        return _shares_front(text, left, right, between)
    if DASH.fullmatch(between):
        return True
    if AND.fullmatch(between):
        return before(BETWEEN, text, left.start) is not None
    if not TO.fullmatch(between):
        return False
    if text[left.numeral.start : left.numeral.end] == "0":
        return True  # 'from 0 to 60 mph'
    if before(FROM, text, left.start):
        clause = _clause(text, left.start)
        return _SPREAD.search(clause[-_NEAR:]) is not None or not (_CHANGE.search(clause) or _falls(text, left, right))
    return not (left.label and before(_JUST_CHANGED, text, left.start))


def _shares_front(text: str, left: Quantity, right: Quantity, between: str) -> bool:
    """'$10-15' shares the sign in front; '5 km - 20' is nothing, and '€38 million to 6 projects' neither."""
    own_end = left.end != left.numeral.end and left.label != "money"
    if own_end or left.start == left.numeral.start or head_noun(text, right.numeral.end) is not None:
        return False
    if DASH.fullmatch(between):
        return True
    if AND.fullmatch(between):
        return before(BETWEEN, text, left.start) is not None
    changed = before(FROM, text, left.start) or before(_JUST_CHANGED, text, left.start)
    return TO.fullmatch(between) is not None and right.numeral.scaled and not changed


def _falls(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether the first number is the larger one, as far as digits alone tell."""
    first, second = (re.sub(r"[^\d.]", "", text[item.numeral.start : item.numeral.end]) for item in (left, right))
    try:
        return left.numeral.scaled == right.numeral.scaled and float(first) > float(second)
    except ValueError:
        return False


def is_change(text: str, left: Quantity, between: str) -> bool:
    """'from 5.6 to 5.4 percent', 'from 216 pounds to 187', 'rose 41.25 points to 3,906.40', 'to 103 points from 98'."""
    if "\n" in between or ";" in between or not (match := _TO_OR_FROM.search(between)):
        return False
    words = between[: match.start()].split()
    if len(words) > _MOST_WORDS_BETWEEN or any(word.endswith((",", ".")) and len(word) > 4 for word in words):
        return False
    if before(FROM, text, left.start) or before(_JUST_CHANGED, text, left.start):
        return True
    return not words and _CHANGE.search(_clause(text, left.start)) is not None


def is_bare_range(text: str, left: Quantity, right: Quantity, between: str) -> bool:
    """'20-30 people', '1 to 2 thousand people', 'two to four weapons': neither number has a unit of its own."""
    joined = DASH.fullmatch(between) or TO.fullmatch(between)
    if not joined and not (AND.fullmatch(between) and before(BETWEEN, text, left.start)):
        return False
    raw = text[right.numeral.start : right.numeral.end]
    first, second = text[left.numeral.start : left.numeral.end].replace(",", ""), raw.replace(",", "")
    if first.isdigit() and second.isdigit():
        year = len(first) == 4 and 1500 <= int(first) <= 2100 and (len(second) == 4 or "," in raw)
        return int(first) < int(second) and not year and len(first) + 2 >= len(second)
    if first.isdigit() and right.numeral.scaled and right.numeral.form == "digits":
        start = re.match(r"\d+(?:\.\d+)?", second)
        return len(first) < 4 and start is not None and float(first) < float(start.group())
    return left.numeral.form == right.numeral.form == "words" and not left.numeral.scaled
