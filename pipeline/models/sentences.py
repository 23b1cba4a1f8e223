"""The annotated sentences that the names model learns from: reading, splitting by document, one set of labels."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "LAW")
UNKNOWN = "UNKNOWN"
Part = Literal["train", "dev", "test"]

# shares of the documents of news.jsonl
_TEST, _DEV = 0.10, 0.04
_SEED = 7
# its licence could not be verified
_LEFT_OUT = "gum_conversation"
_PLACES = ("GPE", "LOC", "FAC")


class Sentence(NamedTuple):
    """A text and its names as (start, end, label), in order; the label UNKNOWN marks what nobody labelled."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def sentences(data: Path, part: Part) -> list[Sentence]:
    """The sentences of a part: ``news.jsonl`` split by whole documents, ``open.jsonl`` in ``train`` alone.

    Args:
        data: folder with ``news.jsonl`` and ``open.jsonl``; a line is an object with ``text`` and ``ents``, a list of
            [start, end, label], and in ``news.jsonl`` the ``doc`` that it is from.
        part: documents for training, for choosing the best step, or for the scores in the card.

    Raises:
        OSError: a file is missing.
    """
    news = list(_records(data / "news.jsonl"))
    docs = sorted({record["doc"] for record in news})
    random.Random(_SEED).shuffle(docs)
    test, dev = int(_TEST * len(docs)), int(_DEV * len(docs))
    chosen = {"test": docs[:test], "dev": docs[test : test + dev], "train": docs[test + dev :]}[part]
    kept = set(chosen)
    ours = [_sentence(record) for record in news if record["doc"] in kept]
    if part != "train":
        return ours
    relabel = Relabelling(ours)
    others = (record for record in _records(data / "open.jsonl") if record["src"] != _LEFT_OUT)
    # twice the news: that is what articles are like
    return ours + ours + [relabel(_sentence(record)) for record in others]


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _sentence(record: dict[str, Any]) -> Sentence:
    return Sentence(record["text"], tuple((start, end, label) for start, end, label in sorted(record["ents"])))


class Relabelling:
    """Brings sentences labelled PERSON, ORG, LOC, MISC to our labels, by how the news sentences label the same words.

    A place that the news never names is a city or state (GPE), as most are. What is MISC there may be a nationality,
    a product or a work of art: if the news does not say, it is UNKNOWN, which teaches nothing.
    """

    def __init__(self, news: Iterable[Sentence]) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for text, names in news:
            for start, end, label in names:
                votes[text[start:end]][label] += 1
        self.label = {name: counts.most_common(1)[0][0] for name, counts in votes.items()}

    def __call__(self, sentence: Sentence) -> Sentence:
        """``sentence`` under our labels."""
        text, names = sentence
        return Sentence(text, tuple((start, end, self._ours(text[start:end], label)) for start, end, label in names))

    def _ours(self, name: str, label: str) -> str:
        ours = self.label.get(name, "")
        if label == "LOC":
            return ours if ours in _PLACES else "GPE"
        if label == "MISC":
            return ours if ours not in ("", "PERSON", "ORG", *_PLACES) else UNKNOWN
        return label
