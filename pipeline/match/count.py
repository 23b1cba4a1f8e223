"""Find counts: a bare number with the noun that it counts."""

from __future__ import annotations

import re

from pipeline.match.no_amounts import word_before
from pipeline.match.nouns import Noun, after_of, attributive, head_noun
from pipeline.match.numbers import BLANK, Numeral
from pipeline.match.quantity import Quantity

_TIMES = re.compile(rf"{BLANK}times\b")
_NEVER = frozenset({"one", "zero", "a", "nought", "naught", "0", "1.0"})
# 'these two points' refer back; 'the two sides' too, as both are known; 'the six border towns' counts
_ALWAYS_BACK = frozenset({"these", "those", "both", "any", "every"})
_FEW_BACK = frozenset({"the", "all", "other", "such", "first", "last", "final", "next", "past", "previous", "top"})
_FEW = frozenset({"two", "three", "1", "2", "3"})


def refers_back(text: str, numeral: Numeral) -> bool:
    """Whether the number only repeats how many there are of what is known: 'the two countries', 'both leaders'."""
    word = word_before(text, numeral.start).lower()
    return word in _ALWAYS_BACK or (word in _FEW_BACK and text[numeral.start : numeral.end].lower() in _FEW)


def set_count(item: Quantity, end: int, rule: str, label: str = "count") -> bool:
    """Make ``item`` a count that ends at ``end``; True, so that callers can return it."""
    item.end, item.label, item.rule = end, label, rule
    return True


def find_count(text: str, item: Quantity) -> bool:
    """Make ``item`` a count if a noun is counted by it.

    True if the number is settled by that: also where the noun is one of time, or the phrase refers back.
    """
    numeral = item.numeral
    number = text[numeral.start : numeral.end].lower()
    if number in _NEVER:
        return False
    noun = attributive(text, numeral.end)
    if noun and (text[numeral.end] in "-‑" or head_noun(text, numeral.end) is None):
        return not refers_back(text, numeral) and set_count(item, noun.end, "count.attributive")
    if times := _TIMES.match(text, numeral.end):
        whole = numeral.form != "vague" and "." not in number
        return whole and set_count(item, times.end(), "count.noun")
    glued = text[numeral.end : numeral.letter_end].strip() == text[numeral.end : numeral.letter_end]
    for end in dict.fromkeys((numeral.letter_end if glued else numeral.end, numeral.end)):
        found = after_of(text, end) if numeral.form == "vague" else head_noun(text, end, singular=number == "1")
        if found == "time":
            item.rule = "time"
            return True
        if isinstance(found, Noun):
            if refers_back(text, numeral):
                item.rule = "back"
                return True
            return set_count(item, found.end, "count.range" if item.rule == ".range" else "count.noun")
    return False
