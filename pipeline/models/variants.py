"""Variants of annotated sentences: other names in the same places, and the capitals of headlines."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from pipeline.models.sentences import UNKNOWN, Sentence

# shares of the sentences of an epoch
_SWAPPED, _TITLE, _CAPITALS = 0.3, 0.04, 0.02
_SMALL = 4


class Variants:
    """Makes a sentence anew with names of the same type, so that names never seen are recognised by their company.

    All names are of the same sentences: people get the given name of one person and the family name of another, bodies
    and places another one of as many words. About one sentence in sixteen is printed like a headline.
    """

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        pools: dict[str, set[str]] = defaultdict(set)
        for text, names in sentences:
            for start, end, label in names:
                name = text[start:end]
                pools[_pool(label, name)].add(name)
                if label == "PERSON" and " " in name:
                    pools["given"].add(name.split()[0])
                    pools["family"].add(name.split()[-1])
        self.pools = {key: sorted(pool) for key, pool in pools.items()}

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
        if label == "PERSON" and "family" in self.pools:
            family = chance.choice(self.pools["family"])
            return f"{chance.choice(self.pools['given'])} {family}" if " " in name else family
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
