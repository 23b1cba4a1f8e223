"""Deals in lists of what money goes to.

'Rs. 300 million for Norwick City development', '**Harrow Wind Park**: EUR 6 million to build ...'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.match.deal_heads import special
from pipeline.match.spans import Found

_FOR = re.compile(r"\s+(?:each\s+)?for\s+(?:the\s+|an?\s+)?")
_UP_TO = re.compile(r"[^\W_][\w’'–-]*(?:\s+[^\W_][\w’'–-]*){0,13}?(?=\s*(?:[,.;:(]|\n|$))")
_TO_MANY = re.compile(
    r"\s+(?:to|for)\s+(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:projects|schemes|schools|hospitals|companies|plants|farms)\b"
)
_ENTRY = re.compile(
    r"(?:^|\n)[ \t]*(?:[-*•·]\s+)?(?:\*\*\s?)?"
    r"(?P<name>[A-ZÀ-Þ][\w’'.–-]*(?:\s(?:[A-ZÀ-Þ\d][\w’'.–-]*|of|and|for|the|de)){0,6}?)"
    r"\s?(?:\*\*)?\s?:\s?(?:\*\*)?\s*\Z"
)
# Amounts within so many characters of each other make a list.
_ROW = 300
_AND = re.compile(r"\s+and\s+")
_PLACE = re.compile(r"[A-ZÀ-Þ]")


def listed_deals(text: str, money: dict[int, int]) -> Iterator[Found]:
    """Works that an amount is set aside for.

    Args:
        text: the article's text.
        money: start of each amount of money -> its end.
    """
    listed = [start for start, end in money.items() if _FOR.match(text, end)]
    for start, end in money.items():
        entry = _ENTRY.search(text, max(0, start - 90), start)
        if entry and re.match(r"\s(?:to|for|in)\s", text[end : end + 5]):
            yield Found(entry.start("name"), entry.end("name"), "project", "entry")
            continue
        many = _TO_MANY.match(text, end)
        if many:
            yield Found(start, many.end(), "investment", "amount-to")
            continue
        gap = _FOR.match(text, end)
        phrase = _UP_TO.match(text, gap.end(), gap.end() + 150) if gap else None
        if phrase and sum(abs(other - start) < _ROW for other in listed) > 1:
            yield from _works(text, phrase.start(), phrase.end())


def _works(text: str, start: int, end: int) -> Iterator[Found]:
    """The work that the phrase names, or the two that it joins ('Norwick bridge and coast road widening')."""
    halves = [start, *(cut.end() for cut in _AND.finditer(text, start, end))]
    ends = [*(cut.start() for cut in _AND.finditer(text, start, end)), end]
    if len(halves) == 2 and all(_is_work(text[a:b]) for a, b in zip(halves, ends, strict=True)):
        for first, last in zip(halves, ends, strict=True):
            yield Found(first, last, "project", "allocation")
    elif _is_work(text[start:end]):
        yield Found(start, end, "project", "allocation")


def _is_work(phrase: str) -> bool:
    named = _PLACE.search(phrase) is not None
    return named and any(word.lower() in special("works") for word in phrase.split())
