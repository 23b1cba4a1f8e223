"""Bare numbers whose noun or currency is understood: 'a further 250', 'six of the 9 proposals', '12 were killed'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.gazetteers import toml
from pipeline.match.carried import giver
from pipeline.match.count import refers_back, set_count
from pipeline.match.cues import before, cue
from pipeline.match.nouns import Noun, after_of
from pipeline.match.numbers import BLANK, Numeral
from pipeline.match.quantity import Quantity

_B = rf"(?:{BLANK})"
_CASUALTY = re.compile(
    rf"(?:{_B}{cue('understood', 'casualty_between')}){{0,3}}{_B}"
    rf"(?:{'|'.join(toml('count_words')['casualties']['words'])})\b",
    re.IGNORECASE,
)
_CASUALTY_BEFORE = re.compile(
    rf"\b{cue('understood', 'casualty_before')}{_B}(?:{cue('understood', 'casualty_bounds')}{_B})?$", re.IGNORECASE
)
_ENDS = re.compile(rf"\s{{0,9}}(?:[.;,)\n—–]|$)|{_B}{cue('understood', 'ends')}\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(rf"\bage(?:d|s)?{_B}(?:of{_B})?$", re.IGNORECASE)
_WHO = re.compile(rf"{_B}who\b")
_ATTENDANCE = re.compile(rf"\b{cue('understood', 'attendance')}\b[\w\s]{{0,25}}$")
_CROWD = re.compile(rf"{_B}{cue('understood', 'crowd')}\b")
_MORE_BEFORE = re.compile(rf"\b{cue('understood', 'more')}{_B}$", re.IGNORECASE)
_OF_SET = re.compile(rf"{_B}(?:more{_B})?of{_B}(?:the|its|their|his|her|our|those|these|[A-Z]\w{{0,20}}[’']s?)\b")
_LEVEL_BEFORE = re.compile(
    rf"\b{cue('understood', 'level')}{_B}(?:{cue('understood', 'level_bounds')}{_B})?$", re.IGNORECASE
)
_INDEX = re.compile(rf"\b{cue('understood', 'index')}\b|%")
_LARGE = re.compile(r"million|billion|trillion|crore|lakh|bn|mn|tn|mln|cr$", re.IGNORECASE)
_PEOPLE = re.compile(rf"\b{cue('understood', 'people')}\b[^.;]{{0,40}}$")
_GOODS = re.compile(rf"\b{cue('understood', 'goods')}\b[^.;]{{0,40}}$")
_SENTENCE = re.compile(r"[.!?]\s|\n\s*\n")


def find_understood(text: str, quantities: list[Quantity], index: int) -> bool:
    """Make a bare number a figure where the text shows what it is of."""
    item = quantities[index]
    numeral = item.numeral
    if item.rule or text[numeral.start : numeral.end].lower() in ("one", "zero", "a"):
        return False
    if numeral.form == "vague":
        crowd = _CROWD.match(text, numeral.end) or _CASUALTY.match(text, numeral.end)
        return crowd is not None and set_count(item, numeral.end, "count.person")
    if numeral.form != "vague" and not numeral.scaled and (given := giver(text, quantities, index)) is not None:
        return set_count(item, numeral.end, f"{given.label}.previous", given.label)
    if _is_part_of_set(text, numeral):
        return not refers_back(text, numeral) and set_count(item, numeral.end, "count.of")
    if _is_large(text, numeral):
        return _like_large(text, quantities, index)
    if before(_AGE_BEFORE, text, numeral.start, 12):
        return False
    if _are_people(text, numeral):
        return set_count(item, numeral.end, "count.person")
    if _is_level(text, numeral):
        return set_count(item, numeral.end, "count.level")
    # 'hired 500 people ... a further 250'
    more = before(_MORE_BEFORE, text, item.start, 30)
    if more is None or not _ENDS.match(text, numeral.end):
        return False
    return _like_last(quantities, index, ("count",), reach=600 if "further" in more.group().lower() else 200)


def _is_part_of_set(text: str, numeral: Numeral) -> bool:
    if numeral.scaled or _OF_SET.match(text, numeral.end) is None:
        return False
    return isinstance(after_of(text, numeral.end), Noun)


def _is_large(text: str, numeral: Numeral) -> bool:
    """'200 billion', '120m': an amount that wants a noun or a currency."""
    if text[numeral.letter_end : numeral.letter_end + 1] in ("-", "‑"):
        return False
    letter = text[numeral.end] if numeral.letter_end == numeral.end + 1 else ""
    return letter in ("m", "M", "b", "B") or (
        numeral.scaled and _LARGE.search(text, numeral.start, numeral.end) is not None
    )


def _are_people(text: str, numeral: Numeral) -> bool:
    if _WHO.match(text, numeral.end) or before(_ATTENDANCE, text, numeral.start):
        return True
    if numeral.scaled:
        return False
    if _CASUALTY.match(text, numeral.end):
        return True
    return bool(before(_CASUALTY_BEFORE, text, numeral.start, 50)) and _ENDS.match(text, numeral.end) is not None


def _is_level(text: str, numeral: Numeral) -> bool:
    """'rose 0.4 percent to [5,212.60]'."""
    number = text[numeral.start : numeral.end]
    if numeral.form != "digits" or not ("." in number or "," in number):
        return False
    if not before(_LEVEL_BEFORE, text, numeral.start) or not _ENDS.match(text, numeral.end):
        return False
    return (
        _INDEX.search(text, max(0, text.rfind("\n", 0, numeral.start), numeral.start - 200), numeral.start) is not None
    )


def _preceding(quantities: list[Quantity], index: int, reach: int) -> Iterator[Quantity]:
    """The figures before, nearest first, that end at most ``reach`` characters before."""
    start = quantities[index].start
    for position in range(index - 1, -1, -1):
        other = quantities[position]
        if start - other.end > reach:
            return
        if other.label:
            yield other


def _scaled(item: Quantity) -> bool:
    return item.numeral.scaled or item.numeral.letter_end > item.numeral.end


def _like_large(text: str, quantities: list[Quantity], index: int) -> bool:
    """A large bare number is of the kind of the last large figure: money after money, people after people."""
    item = quantities[index]
    sentence = _SENTENCE.split(text[max(0, item.start - 250) : item.start])[-1]
    near = next((other for other in _preceding(quantities, index, len(sentence)) if _scaled(other)), None)
    if near is not None:
        kind = near.label if near.label in ("money", "count", "measure") else "money"
        return _like_last(quantities, index, (kind,))
    if _PEOPLE.search(sentence):
        return set_count(item, item.numeral.letter_end, "count.person")
    return not _GOODS.search(sentence) and _like_last(quantities, index, ("money",), scaled=True)


def _like_last(
    quantities: list[Quantity], index: int, kinds: tuple[str, ...], reach: int = 600, *, scaled: bool = False
) -> bool:
    """Take the kind of the last figure before, if it is one of ``kinds`` and not too far."""
    item = quantities[index]
    for other in _preceding(quantities, index, reach):
        if other.label in kinds and (not scaled or _scaled(other)):
            glued = item.numeral.letter_end == item.numeral.end + 1
            end = item.numeral.letter_end if glued else item.numeral.end
            return set_count(item, end, f"{other.label}.previous", other.label)
    return False
