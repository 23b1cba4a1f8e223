"""Variants of annotated sentences: other names in the same places, and the capitals of headlines."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from pipeline.gazetteers import rows, toml
from pipeline.models.sentences import UNKNOWN, Sentence

# shares of the sentences of an epoch
_SWAPPED, _TITLE, _CAPITALS = 0.3, 0.04, 0.02
_SMALL = 4


class Variants:
    """Makes a sentence anew with names of the same type, so that names never seen are recognised by their company.

    People get a given and a family name of the gazetteers, countries another country, organisations and other places
    another one of the same sentences. About one sentence in sixteen is printed like a headline.
    """

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        pools: dict[str, set[str]] = defaultdict(set)
        for text, names in sentences:
            for start, end, label in names:
                pools[_pool(label, text[start:end])].add(text[start:end])
        pools["GPE country"] = {row["name"] for row in rows("countries")}
        self.pools = {key: sorted(pool) for key, pool in pools.items()}
        self.countries = frozenset(pools["GPE country"])
        self.given: list[str] = sorted(toml("given_names")["given"])
        self.family: list[str] = sorted(toml("family_names")["family"])

    def __call__(self, sentence: Sentence, chance: random.Random) -> Sentence:
        """``sentence``, or a variant of it."""
        if chance.random() < _SWAPPED:
            sentence = self._swapped(sentence, chance)
        draw = chance.random()
        if draw < _CAPITALS:
            return _printed(sentence, str.upper)
        if draw < _CAPITALS + _TITLE:
            return _printed(sentence, lambda word: word if len(word) < _SMALL else word[:1].upper() + word[1:])
        return sentence

    def _swapped(self, sentence: Sentence, chance: random.Random) -> Sentence:
        text, names = sentence
        out, moved, at = "", [], 0
        for start, end, label in names:
            out += text[at:start]
            name = self._another(text[start:end], label, chance)
            moved.append((len(out), len(out) + len(name), label))
            out += name
            at = end
        return Sentence(out + text[at:], tuple(moved))

    def _another(self, name: str, label: str, chance: random.Random) -> str:
        if label == "PERSON":
            family = chance.choice(self.family)
            return f"{chance.choice(self.given)} {family}" if " " in name else family
        if label == "GPE" and name in self.countries:
            return chance.choice(self.pools["GPE country"])
        if label in ("ORG", "GPE", "LOC", "FAC"):
            return chance.choice(self.pools[_pool(label, name)])
        return name


def _pool(label: str, name: str) -> str:
    """The names that may stand for ``name``: of its label, and abbreviations for abbreviations."""
    if label == UNKNOWN:
        return UNKNOWN
    return f"{label} {'short' if name.isupper() else 'long' if ' ' in name else 'word'}"


def _printed(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    """``sentence`` with its words changed, if that keeps every offset."""
    changed = "".join(change(word) for word in re.split(r"(\s+)", sentence.text))
    return sentence if len(changed) != len(sentence.text) else Sentence(changed, sentence.names)
