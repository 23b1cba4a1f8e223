"""Bare numbers that go on from a figure before: 'by 17 votes to 9', 'two in Peru', '35 of them', 'against 440,000'."""

from __future__ import annotations

import re

from pipeline.gazetteers import toml
from pipeline.match.cues import before
from pipeline.match.no_amounts import is_year
from pipeline.match.numbers import BLANK
from pipeline.match.quantity import Quantity

_REACH = 160
_SENTENCE = re.compile(r"[.!?][\"”’']?\s+[\"“‘]?[A-Z\d]|\n\s*\n")
# 'by 17 votes [to 9]', 'with 52 votes in favour [and 48] against'
_VOTES = re.compile(rf"\bvotes?(?:{BLANK}(?:for|in{BLANK}favou?r))?,?{BLANK}(?:to|against|and|with){BLANK}$")
_VOTED = re.compile(r"\s*(?:[.,;)]|$)|\s(?:on|in|against|with|after|last|opposed|late|early|and|abstentions?)\b")
# 'banks [in Chile and] two [in Peru]'
_PLACED = re.compile(
    rf"{BLANK}(in|at|from|for|on|near){BLANK}(?:the{BLANK})?[A-Z][\w’'.-]*(?:{BLANK}[A-Z][\w’'.-]*){{0,3}}"
    rf"(?:,|,?{BLANK}and|,?{BLANK}or){BLANK}(?:another{BLANK}|a{BLANK}further{BLANK}|about{BLANK})?"
)
_PLACE = re.compile(rf"{BLANK}(in|at|from|for|on|near){BLANK}(?:the{BLANK})?[A-Z]")
_OF_THEM = re.compile(rf"{BLANK}of{BLANK}(?:them|which|whom)\b")
# 'pays 415,000 pesos a tonne, [against] 440,000 [a month ago]'
_AGAINST = re.compile(
    rf"\b(?:against|versus|vs\.?|compared{BLANK}(?:with|to)|(?:up|down){BLANK}from|rather{BLANK}than|instead{BLANK}of){BLANK}$"
)
_THEN = re.compile(
    rf"{BLANK}(?:an?|the|one|\w+){BLANK}(?:\w+{BLANK}){{0,2}}(?:ago|earlier|before)\b|{BLANK}last{BLANK}\w"
    rf"|{BLANK}in{BLANK}(?:the{BLANK})?(?:[A-Z]\w+|(?:19|20)\d\d|\w+{BLANK}(?:half|quarter))\b|{BLANK}yesterday\b"
)


def giver(text: str, quantities: list[Quantity], index: int) -> Quantity | None:
    """The figure before whose unit the bare number at ``index`` has, by the way the sentence goes on; None if none."""
    item = quantities[index]
    start, end = item.numeral.start, item.numeral.end
    previous = next((other for other in reversed(quantities[:index]) if other.label), None)
    if previous is None or start - previous.end > _REACH or _SENTENCE.search(text, previous.end, start):
        return None
    if previous.label == "count":
        votes = previous.end + 4 > start - 24 and before(_VOTES, text, start, 30) is not None
        if votes and _VOTED.match(text, end):
            return previous
        placed, place = _PLACED.fullmatch(text, previous.end, start), _PLACE.match(text, end)
        if placed and place and placed[1] == place[1]:
            return previous
        if _OF_THEM.match(text, end) and not _refers_to_all(text[start:end]):
            return previous
    plain = item.numeral.form == "digits" and not is_year(text, item.numeral) and previous.label != "percent"
    if plain and before(_AGAINST, text, start, 24) and _THEN.match(text, end):
        return previous
    return None


def _refers_to_all(number: str) -> bool:
    """'one of them', 'two of them': pronouns more than counts."""
    return number.lower() in toml("count_words")["pronouns"]["words"]
