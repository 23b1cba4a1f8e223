"""What spaCy's training loop reads: the registered corpus of annotated sentences."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example
from spacy.util import filter_spans, registry

from pipeline.models.sentences import UNKNOWN, Part, Sentence, sentences
from pipeline.models.variants import Variants

_SEED = 7


def example(nlp: Language, sentence: Sentence) -> Example:
    """A sentence as spaCy learns from it; names that do not fit its tokens take the tokens that they touch."""
    doc = nlp.make_doc(sentence.text)
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in sentence.names]
    known: list[Span] = filter_spans(span for span in spans if span is not None)
    reference = doc.copy()
    reference.set_ents(
        [span for span in known if span.label_ != UNKNOWN],
        missing=[span for span in known if span.label_ == UNKNOWN],
        default="outside",
    )
    return Example(doc, reference)


@registry.readers("tidings.NamesCorpus.v1")  # type: ignore[untyped-decorator]
def create_names_corpus(data: str, part: Part) -> Callable[[Language], Iterator[Example]]:
    """The reader that the training config names; each call gives one epoch, the same at every training."""
    chance = random.Random(_SEED)

    def read(nlp: Language) -> Iterator[Example]:
        found = sentences(Path(data), part)
        if part == "train":
            variants = Variants(found)
            chance.shuffle(found)
            found = [variants(sentence, chance) for sentence in found]
        for sentence in found:
            yield example(nlp, sentence)

    return read
