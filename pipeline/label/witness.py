"""A statistical model as a witness: what kind of name a form is that neither gazetteers nor the words around decide."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.gazetteers import toml
from pipeline.label.abbreviations import flat
from pipeline.label.lexicon import ORG, PERSON
from pipeline.label.names import Name

_BATCH = 64
# A convolutional net of depth 4 sees four tokens on either side; a transformer is content with a clause.
_REACH = 64


class Witness:
    """Asks another spaCy pipeline about open names, each in the words around it.

    So the rules stay as exact as they are, rare names are found too, and most of a text costs nothing.
    """

    def __init__(self, pipeline: Language) -> None:
        self.pipeline = pipeline
        self._labels: dict[str, str] = toml("label_map")["labels"]

    def labels(self, text: str, sentences: Sequence[tuple[int, int]], names: Iterable[Name]) -> dict[str, str]:
        """PERSON or ORG by form, for the forms of ``names`` that more than half of their mentions are labelled so.

        A mention counts as labelled where the model's name has exactly its bounds; 'the' in front aside.
        """
        asked = sorted(names)
        stretches = [_around(text, sentences, name) for name in asked]
        docs = self.pipeline.pipe((text[start:end] for start, end in stretches), batch_size=_BATCH)
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for name, (start, _), doc in zip(asked, stretches, docs, strict=True):
            votes[flat(text[name.start : name.end])][self._label(doc, name.start - start, name.end - start)] += 1
        return {form: label for form, counts in votes.items() if (label := _majority(counts)) in (PERSON, ORG)}

    def _label(self, doc: Doc, start: int, end: int) -> str:
        """The label of the name at ``start`` to ``end`` of ``doc``; empty if there is none."""
        for ent in doc.ents:
            if ent.end_char == end and (ent.start_char == start or doc.text[ent.start_char : start].lower() == "the "):
                return self._labels.get(ent.label_, "")
        return ""


def _around(text: str, sentences: Sequence[tuple[int, int]], name: Name) -> tuple[int, int]:
    """The part of the name's sentence that a model looks at: whole words within ``_REACH`` characters of it."""
    first, last = sentences[bisect_right(sentences, (name.start, len(text))) - 1]
    start, end = max(first, name.start - _REACH), min(last, name.end + _REACH)
    if start > first:
        start = text.find(" ", start, name.start) + 1 or name.start
    if end < last:
        end = max(text.rfind(" ", name.end, end), name.end)
    return start, max(end, name.end)


def _majority(counts: Counter[str]) -> str:
    """What more than half of the mentions are; empty if there is no such label."""
    label, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return label if count * 2 > counts.total() else ""
