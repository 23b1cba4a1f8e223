"""Plurals without a tagger: whether a word has the form of one, and its singular."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import toml

# '21 Su-30s', '7 MPs'
_MODELS = re.compile(r"(?:\d|[A-Z]{2})s$")
_NO_PLURAL = ("ss", "us", "is", "'s", "’s")
_ES = re.compile(r"(?:ch|sh|x|ss|zz)es$")


@cache
def word_sets() -> dict[str, frozenset[str]]:
    """The word lists of ``count_words.toml`` as sets, by table."""
    return {
        name: frozenset(table) if name == "irregular" else frozenset(word for group in table.values() for word in group)
        for name, table in toml("count_words").items()
    }


@cache
def _group(table: str, key: str) -> frozenset[str]:
    return frozenset(toml("count_words")[table][key])


@cache
def plural_alike() -> frozenset[str]:
    """Words that count as plurals though they do not look like one: 'people', 'aircraft', 'youth', 'Chinese'."""
    return _group("plurals", "person") | _group("plurals", "same") | _group("plurals", "nationalities")


def is_plural(word: str) -> bool:
    """Whether a word has the form of a plural.

    >>> [is_plural(word) for word in ("workers", "people", "e-minis", "fishermen", "states", "business", "States")]
    [True, True, True, True, True, False, False]
    """
    last = re.split(r"[-‑]", word)[-1]
    lower = last.lower()
    sets = word_sets()
    if lower in sets["irregular"] or lower in sets["plurals_in_is"] or _MODELS.search(word):
        return True
    if lower.endswith("men") and len(lower) > 4:
        return lower not in _group("no_nouns", "no_men")
    if len(last) < 4 or not lower.endswith("s") or lower.endswith(_NO_PLURAL) or lower in sets["no_nouns"]:
        return False
    name = last[0].isupper() and lower in _group("modifiers", "names")
    return not name and lower not in _group("modifiers", "words")


def singular(word: str) -> str:
    """The singular of a counted noun, in small letters.

    >>> singular("Parties"), singular("people"), singular("viruses"), singular("e-minis"), singular("aircraft")
    ('party', 'person', 'virus', 'e-mini', 'aircraft')
    """
    word = re.sub(r"[’']s?$", "", word.lower())
    front, dash, last = word.rpartition("-")
    return front + dash + _one(last)


def _one(word: str) -> str:
    """One of a plural; the word itself if it is none: 'women', 'cities', 'boxes', 'lens'."""
    irregular: dict[str, str] = toml("count_words")["irregular"]
    if word in irregular:
        return irregular[word]
    if word.endswith("men") and len(word) > 3:
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if _ES.search(word):
        return word[:-2]
    sets = word_sets()
    regular = word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in sets["plurals"]
    return word[:-1] if regular or word in sets["plurals_in_is"] else word
