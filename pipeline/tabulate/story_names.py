"""The name of a deal taken apart: what says which deal it is, and what every such deal is called."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.gazetteers import rows as gazetteer_rows
from pipeline.gazetteers import toml

_AMOUNT = re.compile(r"[$€£¥₹]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:%|(?:percent|per\s+cent|[mb]n|(?:m|b|tr)illion)\b)", re.I)
_PERCENT = re.compile(r"\b(\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)", re.I)
_SHORT = re.compile(r"\([A-Z][\w.-]*\)")
_TOKEN = re.compile(r"[^\W_]+(?:[.’'][^\W_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z")


@cache
def story_words(group: str, name: str) -> frozenset[str]:
    """A list of the gazetteer: its group and its name."""
    return frozenset(toml("stories")[group][name])


@cache
def _heads() -> tuple[frozenset[str], frozenset[str]]:
    """The last words of the nouns that name deals, singular, and the pairs of words in those of several."""
    nouns = (noun for group in toml("deals")["heads"] for noun in (*group["strong"], *group["weak"]))
    split = [[singular(word) for word in noun.lower().replace("-", " ").split()] for noun in nouns]
    return frozenset(words[-1] for words in split), frozenset(
        " ".join(two) for words in split for two in pairwise(words)
    )


@cache
def _classes() -> dict[str, str]:
    """The noun that stands for others of its sense: 'bill' and 'act' for one law, 'deal' and 'pact' for one treaty."""
    groups = ([singular(noun.lower()) for noun in group if " " not in noun] for group in _synonyms())
    return {noun: group[0] for group in groups for noun in group}


def _synonyms() -> list[list[str]]:
    return list(toml("deals")["special"]["synonyms"])


@cache
def _ordinals() -> dict[str, str]:
    """Ordinals in words, and in digits: 'third' -> '3rd'."""
    return dict(toml("stories")["words"]["ordinals"])


@cache
def _common() -> frozenset[str]:
    return frozenset(map(singular, toml("common_words")["common"]))


@cache
def _places() -> frozenset[str]:
    """Words of the names of countries and of their people."""
    fields = (row[field] for row in gazetteer_rows("countries") for field in ("name", "forms", "demonyms"))
    return frozenset(singular(plain(word)) for field in fields for word in _TOKEN.findall(field))


def plain(word: str) -> str:
    """A word in lower case without dots and possessive: 'U.S.' -> 'us'."""
    return re.sub(r"[’']s?\Z", "", word).replace(".", "").replace("’", "'").casefold()


@cache
def singular(word: str) -> str:
    """A word without its plural's s: 'tariffs' -> 'tariff'."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def recurs(head: frozenset[str]) -> bool:
    """Whether deals of that noun come again and again under the same name."""
    return bool(head & story_words("words", "recurring"))


def yearly(head: frozenset[str]) -> bool:
    """Whether there is another deal of that noun each year."""
    return bool(head & story_words("words", "yearly"))


def weight(word: str) -> int:
    """How much a word of a name tells: a word that is common in news half as much as a rare one."""
    return 1 if word in _common() else 2


def _is_head(word: str, behind: str, *, ends: bool) -> bool:
    """Whether a word is the noun of a deal where it stands: last ('Rights Act'), or in 'action plan'."""
    last, pairs = _heads()
    return (word in last and ends) or f"{word} {behind}" in pairs


class Name(NamedTuple):
    """A deal's name taken apart; the fields are those of ``Signs``."""

    head: frozenset[str]
    words: frozenset[str]
    places: frozenset[str]
    marks: frozenset[str]
    proper: bool
    partly: bool


@cache
def name_signs(name: str) -> Name:
    """A deal's name taken apart; a noun of deals before another word is one of the telling words ('Clean [Ports] Act').

    >>> sorted(name_signs("15th Annual India–Japan Clean Ports Summit").words)
    ['clean', 'port']
    """
    head, words, places = set[str](), set[str](), set[str]()
    marks = {f"percent {found}" for found in _PERCENT.findall(name)}
    capitals, ten, small = 0, "", False
    empty = story_words("words", "empty") | story_words("words", "verbs")
    tokens = _TOKEN.findall(_SHORT.sub(" ", _AMOUNT.sub(" ", name)))
    for token, behind in zip(tokens, [*tokens[1:], "of"], strict=True):
        word = singular(plain(token))
        ten, tens = (word, ten) if word in story_words("words", "tens") else ("", ten)
        if _YEAR.match(word):
            marks.add(f"year {word}")
        elif _ORDINAL.match(word) or word in _ordinals():
            marks.add(f"ordinal {tens}{_ordinals().get(word, word)}")
        elif word.isdecimal():
            marks.add(f"number {word}" if len(word) > 2 else f"part {word}")
        elif _is_head(word, singular(plain(behind)), ends=behind in empty or behind[0].isdigit()):
            head.add(_classes().get(word, word))
            capitals += token[0].isupper()
        elif {word, token.casefold()} & empty or len(word) < 2:
            continue
        elif word in _places():
            places.add(word)
        elif {word, token.casefold()} & story_words("words", "general"):
            head.add(word)
            capitals += token[0].isupper()
        else:
            words.add(word)
            capitals += token[0].isupper()
            small |= token[0].islower()
    proper = capitals > 1 and capitals * 3 >= 2 * (len(words) + len(head))
    proper |= capitals == len(words) == 1 and not head
    partly = proper or (not small and any(weight(word) > 1 for word in words))
    return Name(frozenset(head), frozenset(words), frozenset(places), frozenset(marks), proper, partly)
