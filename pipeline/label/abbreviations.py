"""Abbreviations that a text defines: 'Shanghai Cooperation Organisation (SCO)'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_DEFINITION = re.compile(r"\s{0,2}[(\[“]\s?(?:the\s+)?[“\"‘']?([A-Z][A-Za-z&.-]{1,9})[”\"’']?\s?[)\]]")
_LONG_BEFORE = re.compile(r"(?:[A-Z][\w’'&-]*(?:\s+|-)(?:(?:of|the|and|for|on|in|to|de)\s+){0,2}){1,8}[A-Z][\w’'&-]*$")
_BLANK = re.compile(r"\s+")
_SMALL = re.compile(r"(?:of|the|and|for|on|in|to|de|&)$", re.IGNORECASE)
_REACH = 90


class Definition(NamedTuple):
    """An abbreviation in brackets: where the bracket starts, and the capitalised words before it."""

    start: int
    short: str
    long: str


def flat(text: str) -> str:
    """Text with single blanks and straight apostrophes."""
    return _BLANK.sub(" ", text).replace("’", "'")


def find_definitions(text: str) -> Iterator[Definition]:
    """All abbreviations of two or more capitals in brackets."""
    for match in _DEFINITION.finditer(text):
        short = match[1].strip(".")
        if sum(letter.isupper() for letter in short) < 2:
            continue
        before = _LONG_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        yield Definition(match.start(), short, flat(before.group()) if before else "")


def initials(phrase: str) -> str:
    """First letters of the words but the small ones.

    >>> initials("Bank of Japan")
    'BJ'
    """
    words = re.split(r"[\s-]+", phrase)
    return "".join(word[0] for word in words if word and not _SMALL.match(word)).upper()


def abbreviates(short: str, phrase: str) -> bool:
    """Whether ``short`` can be made of the first letters of ``phrase``, in order.

    >>> abbreviates("NARTEC", "Nordic Agency for the Review of Trade and Export Credit")
    True
    """
    letters = re.sub(r"[^A-Z]", "", short.upper())
    firsts = initials(phrase)
    if not letters or not firsts or letters[0] != firsts[0] or len(letters) > len(firsts) + 3:
        return False
    rest = iter(phrase.upper())
    return letters == firsts or (len(letters) >= len(firsts) - 2 and all(letter in rest for letter in letters))
