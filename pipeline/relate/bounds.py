"""On which side of a figure the true amount lies, from the words beside it: the column ``bound``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml

# The longest phrase with the longest words between: 'in the neighbourhood of' and 'a cumulative'.
_LONGEST = 48


class Bound(NamedTuple):
    """A sign of the column ``bound``, and where the words begin that say so (or the figure, if none do)."""

    sign: str
    start: int


def bound_before(text: str, start: int, *, floor: int = 0) -> Bound:
    """The bound that stands before the figure at ``start``, not looking behind ``floor``; ``=`` if there is none.

    >>> bound_before("in nearly 80% of firms", 10)
    Bound(sign='~', start=3)
    """
    window = text[max(floor, start - _LONGEST) : start]
    match = _before().search(window)
    if match is None or match["none"]:
        return Bound("=", start)
    sign, phrase = next((sign, match[name]) for name, sign in _names() if match[name])
    if match["between"] and _normal(phrase) in _comparing():
        return Bound("=", start)
    return Bound(sign, start - len(window) + match.start(_name(sign)))


def bound_behind(text: str, end: int) -> str:
    """The bound that stands behind the figure that ends at ``end``; ``=`` if there is none.

    >>> bound_behind("80% or more", 3)
    '>='
    """
    match = _behind().match(text, end, end + _LONGEST)
    return (
        next((sign for name, sign in _names() if name in _behind().groupindex and match[name]), "=") if match else "="
    )


_SIGNS = {">": "more", ">=": "least", "<": "less", "<=": "most", "~": "near", "=": "plain"}


def _name(sign: str) -> str:
    return _SIGNS[sign]


def _names() -> Iterable[tuple[str, str]]:
    return ((name, sign) for sign, name in _SIGNS.items())


def _normal(phrase: str) -> str:
    return " ".join(phrase.lower().split())


@cache
def _comparing() -> frozenset[str]:
    return frozenset(toml("bounds")["between"]["comparing"])


@cache
def _before() -> re.Pattern[str]:
    data = toml("bounds")
    groups = {_SIGNS.get(sign, sign): phrases for sign, phrases in data["before"].items()}
    cues = "|".join(f"(?P<{name}>{alternatives(phrases)})" for name, phrases in groups.items())
    between = alternatives(data["between"]["words"])
    return re.compile(rf"(?<![\w-])(?:{cues})(?:\s+(?P<between>{between}))?[\s\"“‘'*_\[-]*\Z", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    cues = "|".join(f"(?P<{_name(s)}>{alternatives(p)})" for s, p in toml("bounds")["behind"].items())
    return re.compile(rf"\s*(?:{cues})(?!\w)", re.IGNORECASE)
