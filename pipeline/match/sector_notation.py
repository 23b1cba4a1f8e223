"""The notation of sector terms: inflections, options and lists, written out into the forms that a text can have.

``gazetteers/sectors/README.md`` tells the notation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from pipeline.match.inflection import plural, verb_forms

_PIECE = re.compile(r"(\s+|_)")
_ENTRY_END = re.compile(r"[,\n]")


def expand(entry: str, lists: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """All surface forms of one entry of the notation.

    >>> sorted(expand("{oil|gas} field+", {}))
    ['gas field', 'gas fields', 'oil field', 'oil fields']
    """
    opening = entry.find("{")
    if opening < 0:
        yield from _plain(entry)
        return
    closing = _closing(entry, opening)
    rest = entry[closing + 1 :]
    many = rest.startswith("+")
    options = [form for option in _split(entry[opening + 1 : closing]) for form in _option(option, lists)]
    if many:
        options = [form for option in options for form in (option, plural(option))]
    tails = list(expand(rest[many:], lists))
    for head in _plain(entry[:opening]):
        for option in options:
            for tail in tails:
                yield head + option + tail


def _option(option: str, lists: Mapping[str, Iterable[str]]) -> Iterator[str]:
    if option.startswith("@"):
        for member in lists[option[1:]]:
            yield from expand(member, lists)
    else:
        yield from expand(option, lists)


def _closing(entry: str, opening: int) -> int:
    """Where the brace that opens at ``opening`` closes."""
    level = 0
    for place in range(opening, len(entry)):
        level += (entry[place] == "{") - (entry[place] == "}")
        if not level:
            return place
    msg = f"a brace is not closed: {entry!r}"
    raise ValueError(msg)


def _split(inner: str) -> list[str]:
    """The options of a brace: parted by bars outside inner braces."""
    options, level, start = [], 0, 0
    for place, sign in enumerate(inner):
        level += (sign == "{") - (sign == "}")
        if sign == "|" and not level:
            options.append(inner[start:place])
            start = place + 1
    return [*options, inner[start:]]


@lru_cache(maxsize=8192)
def _plain(stretch: str) -> tuple[str, ...]:
    """The forms of a stretch without braces; the same stretches come again and again as a lexicon is compiled."""
    forms = [""]
    for piece in _PIECE.split(stretch):
        if piece == "_":
            choice = [" ", ""]
        elif piece.endswith("+"):
            choice = [piece[:-1], plural(piece[:-1])]
        elif piece.endswith("~"):
            choice = list(verb_forms(piece[:-1]))
        else:
            choice = [piece]
        forms = [form + end for form in forms for end in choice]
    return tuple(forms)


def entries(text: str) -> list[str]:
    """The entries of a block of terms: commas and line ends part them."""
    return [entry for raw in _ENTRY_END.split(text) if (entry := raw.strip())]


def word_set(text: str, lists: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The single words of a list in the notation, in lower case."""
    return frozenset(form.lower() for entry in entries(text) for form in expand(entry, lists))
