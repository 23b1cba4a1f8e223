"""The card of the names model: what it was made of, and what it does on sentences that it has not seen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.language import Language

from pipeline.models.sentences import LABELS, Sentence, sentences

Names = Iterable[tuple[int, int, str]]

# 'PERSON, ORG and LOC together' counts cities, states and buildings as places, and leaves out the other labels
_TOGETHER = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
_CARD = """\
# The names model

A spaCy pipeline (`ner` alone, a convolutional net of width 96 and depth 4 over hashed words, prefixes, suffixes and
shapes) that labels {labels} in English news. Load it with `spacy.load`; it holds no pickles and no word list.
`tidings run` asks it about names that the rules leave open; `--model none` does without it.

## Data

- `news.jsonl`: sentences of Wikinews (CC BY 2.5) and White House releases (public domain), annotated for this project;
  taken twice. One document in ten is held out for the scores below, one in twenty-five for choosing the best step.
- `open.jsonl`: wikigold (CC BY 4.0), UNER English-EWT (CC BY-SA 4.0) and English-PUD (CC BY-SA 3.0), GUM's open genres
  but conversations (annotations CC BY 4.0; texts CC BY or CC BY-SA), MEANTIME (CC BY 4.0), CrossNER (MIT; Wikipedia
  text, CC BY-SA), re3d (OGL v3, US public domain, CC BY), brought to our labels by what the news says of the same name.
- At each training, in three sentences of ten the names are replaced by others of the same type, and one in sixteen is
  printed like a headline.

## Licence

The weights are under CC BY-SA 4.0 (see `LICENSE` beside this file); the code is MIT.

## Scores

On the {count} held-out sentences of `news.jsonl`, F1 of names with the right bounds and label:

| label | precision | recall | F1 | names |
|---|---|---|---|---|
{rows}

Speed on the same sentences, one thread: {speed:,} words per CPU-second, start not counted, the machine shared.

## Train it again

    make model DATA=FOLDER    # the folder holds news.jsonl and open.jsonl

Seeds are fixed; the bytes depend on the processor and on the versions of spaCy, thinc and numpy.
"""


class Score:
    """Right, given and expected names, and what follows from them."""

    def __init__(self, pairs: Iterable[tuple[Names, Names]]) -> None:
        self.right = self.given = self.expected = 0
        for found, gold in pairs:
            found_set, gold_set = set(found), set(gold)
            self.right += len(found_set & gold_set)
            self.given += len(found_set)
            self.expected += len(gold_set)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.given + self.expected)

    def row(self, name: str) -> str:
        """A line of the card's table."""
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.expected)
        return f"| {name} | {precision:.3f} | {recall:.3f} | {self.f1:.3f} | {self.expected} |"


def scores(nlp: Language, test: list[Sentence]) -> dict[str, Score]:
    """Scores by label, of PERSON, ORG and places together, of all labels, and of all bounds with labels ignored."""
    found = [
        [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        for doc in nlp.pipe(sentence.text for sentence in test)
    ]
    gold = [sentence.names for sentence in test]

    def score(label: Callable[[str], str]) -> Score:
        def kept(names: Names) -> Names:
            return [(start, end, label(name)) for start, end, name in names if label(name)]

        return Score((kept(a), kept(b)) for a, b in zip(found, gold, strict=True))

    def only(wanted: str) -> Score:
        return score(lambda label: wanted if label == wanted else "")

    by_label = {name: only(name) for name in LABELS}
    return by_label | {
        "PERSON, ORG and places together": score(lambda label: _TOGETHER.get(label, "")),
        "all labels": score(lambda label: label),
        "bounds alone": score(lambda label: "any"),
    }


def words_per_second(nlp: Language, test: list[Sentence]) -> int:
    """Words per CPU-second of the pipeline alone."""
    start = time.process_time()
    for _ in nlp.pipe(sentence.text for sentence in test):
        pass
    return round(sum(len(sentence.text.split()) for sentence in test) / (time.process_time() - start))


def card(nlp: Language, data: Path) -> str:
    """The card in Markdown; ``data`` is the folder that the model was trained from."""
    test = sentences(data, "test")
    rows = "\n".join(score.row(name) for name, score in scores(nlp, test).items())
    speed = round(words_per_second(nlp, test), -2)
    return _CARD.format(labels=", ".join(LABELS), count=f"{len(test):,}", rows=rows, speed=speed)
