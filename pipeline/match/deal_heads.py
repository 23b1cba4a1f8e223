"""The nouns that name deals, compiled from the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml

_WORD = re.compile(r"\w+")


class Head(NamedTuple):
    """A noun that names a deal: its kind, whether it says so by itself, and what may stand around it."""

    kind: str
    strong: bool
    modifiers: frozenset[str]
    before: tuple[str, ...]


@cache
def heads() -> dict[str, Head]:
    """Every noun, in lower case; a noun of two kinds belongs to the first of the file."""
    found: dict[str, Head] = {}
    for group in toml("deals")["heads"]:
        for strong in (True, False):
            for noun in group["strong" if strong else "weak"]:
                head = Head(group["kind"], strong, frozenset(group["modifiers"]), tuple(group["before"]))
                found.setdefault(noun.lower(), head)
    return found


@cache
def head_pattern() -> re.Pattern[str]:
    """Any noun of the gazetteer or its plural; longer ones first, so that 'bond sale' wins over 'sale'."""
    nouns = sorted(heads(), key=lambda noun: (-len(noun), noun))
    alternatives = "|".join(r"\s+".join(map(re.escape, noun.split())) for noun in nouns)
    return re.compile(
        rf"(?<![\w’'-])(?P<noun>{alternatives})(?P<plural>s|es)?(?![\w]|[-’'‑]\w(?<!['’]s))", re.IGNORECASE
    )


def find_heads(text: str) -> Iterator[re.Match[str]]:
    """The matches of ``head_pattern`` in ``text``; it is only tried where a word stands that one begins with."""
    pattern, firsts, last = head_pattern(), _firsts(), 0
    for word in _WORD.finditer(text):
        lower = word.group().lower()
        if word.start() >= last and (lower in firsts or lower[:-1] in firsts or lower[:-2] in firsts):
            found = pattern.match(text, word.start())
            if found is not None:
                last = found.end()
                yield found


@cache
def _firsts() -> frozenset[str]:
    return frozenset(match.group() for noun in heads() if (match := _WORD.match(noun)))


def head_of(match: re.Match[str]) -> tuple[Head, bool]:
    """The head that ``head_pattern`` matched and whether it stands in a plural that is a class of deals."""
    noun = " ".join(match["noun"].lower().split())
    written = noun + (match["plural"] or "").lower()
    single = match["plural"] is None or written in plurals() or written.split()[-1] in plurals()
    return heads()[noun], not single


@cache
def plurals() -> frozenset[str]:
    """Plurals that are still one deal."""
    return frozenset(toml("deals")["plural"]["heads"])


@cache
def parts(name: str) -> frozenset[str]:
    """A list of the gazetteer's ``[parts]``."""
    return frozenset(toml("deals")["parts"][name])


def any_special(*names: str) -> str:
    """The source of a pattern for any word of the lists of ``[special]`` with these names."""
    return alternatives(frozenset().union(*map(special, names)))


@cache
def special(name: str) -> frozenset[str]:
    """A list of the gazetteer's ``[special]``, in lower case."""
    return frozenset(word.lower() for word in toml("deals")["special"][name])
