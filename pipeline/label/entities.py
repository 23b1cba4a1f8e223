"""Named entities: by rules, and from another spaCy pipeline where one is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.gazetteers import alternatives, toml
from pipeline.label.document import DocumentNames
from pipeline.label.lexicon import lexicon
from pipeline.label.names import Name, names_in_run
from pipeline.label.runs import Part, find_runs, in_title_case
from pipeline.label.tokenizer import text_of
from pipeline.label.widen import widened
from pipeline.label.witness import Witness

_WORD = re.compile(r"[^\W\d_]{2,}")
# 'Nikhil Verma, Managing Director, Norvane' names a speaker and is no headline
_CAPTION = re.compile(
    r",\s+(?:(?:[A-Z][\w&-]+|and|&)\s+){0,6}"
    rf"{alternatives(toml('titles')['captions'])}\b"
)
_PLAIN_SHARE = 0.8
_SHIPPED = Path(__file__).parents[1] / "models" / "news"
_LINE = re.compile(r"\n[ \t]*")
_MARGIN = 110
# of the line ends inside paragraphs, how many go on in lower case at least where lines are wrapped
_GOES_ON = 0.25


def is_headline(sentence: str, common: frozenset[str]) -> bool:
    """Whether a sentence gives most of its words a capital, so that a capital shows no name.

    >>> is_headline("Minister Avoids Questions During Debate", frozenset({"minister", "questions", "during"}))
    True
    """
    if _CAPTION.search(sentence) or sentence.rstrip().endswith("."):
        return False
    words = _WORD.findall(sentence)
    long = [word for word in words if len(word) > 3]
    if len(long) < 3:
        return False
    capital = sum(word[0].isupper() for word in long)
    ordinary = sum(word[0].isupper() and word.lower() in common for word in long)
    return bool(capital >= _PLAIN_SHARE * len(long) and ordinary >= 2 and ordinary * 4 >= len(long))


def is_capitals(sentence: str) -> bool:
    """Whether a sentence is printed in capitals: 'KENYAN CABINET APPROVES BUDGET'."""
    letters = [letter for letter in sentence if letter.isalpha()]
    return len(letters) > 12 and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)


def find_names(text: str, sentences: Iterable[tuple[int, int]], witness: Witness | None = None) -> list[Name]:
    """The names of ``text`` by rules, and by a model where these leave a name open; in order, no overlaps."""
    words = lexicon()
    extents = list(sentences)
    starts = frozenset(start for start, _ in extents)
    headlines = [(a, b) for a, b in extents if is_headline(text[a:b], words.common)]
    capitals = frozenset((a, b) for a, b in headlines if is_capitals(text[a:b]))
    openers = frozenset(_first_letter(text, start) for start in starts)
    breaks = openers if is_wrapped(text) else openers | {match.end() for match in _LINE.finditer(text)}
    found: list[Name] = []
    at = 0
    for found_run in find_runs(text, breaks, words.ordinary_behind_hyphen):
        run = found_run
        while at < len(headlines) and headlines[at][1] <= run[0].start:
            at += 1
        plain = at < len(headlines) and headlines[at][0] <= run[0].start
        capital = plain and headlines[at] in capitals
        if capital or is_signature(run, words.given):
            run = in_title_case(run)
        found.extend(names_in_run(words, run, opening=run[0].start in openers, plain=plain))
    ask = partial(witness.labels, text, extents) if witness is not None else None
    return widened(text, DocumentNames(text, words, found, headlines, ask).decided())


def is_signature(run: Sequence[Part], given: frozenset[str]) -> bool:
    """Whether a run in capitals is a person's name: 'JOSEPH R. BIDEN JR.'."""
    return len(run) > 1 and all(part.text.isupper() for part in run) and run[0].text.title() in given


def is_wrapped(text: str) -> bool:
    """Whether lines end at a margin and go on in the next, so that a name may run over a line's end.

    A title, a link or a table may be longer than the margin, so where many lines go on in lower case that is enough.
    """
    lines = text.split("\n")
    if sum(bool(line.strip()) for line in lines) <= 3:
        return False
    ends = [after.lstrip()[:1] for line, after in pairwise(lines) if line.strip() and after.strip()]
    going_on = sum(first.islower() for first in ends)
    return max(map(len, lines)) <= _MARGIN or (going_on > 2 and going_on >= _GOES_ON * len(ends))


def _first_letter(text: str, start: int) -> int:
    """Where the first word of a sentence starts, behind quotes, bullets and blanks."""
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start


@Language.factory("news_entities", default_config={"model": "none"}, requires=["doc.sents"], assigns=["doc.ents"])
def create_news_entities(nlp: Language, name: str, model: str) -> NewsEntities:
    """The component that sets ``doc.ents``."""
    return NewsEntities(model)


class NewsEntities:
    """Sets ``doc.ents``: ``label_`` the kind, ``kb_id_`` the gazetteer's key, ``id_`` the rule.

    Raises:
        OSError: there is no pipeline of the name or at the path ``model``.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self.witness = None if model == "none" else Witness(spacy.load(_SHIPPED if model == "news" else model))

    def __call__(self, doc: Doc) -> Doc:
        """Label the names of ``doc``."""
        sentences = ((sent.start_char, sent.end_char) for sent in doc.sents)
        names = find_names(text_of(doc), sentences, self.witness)
        spans = [span for span in (_span(doc, name) for name in names) if span is not None]
        doc.set_ents(spacy.util.filter_spans(spans))
        return doc


def _span(doc: Doc, name: Name) -> Span | None:
    return doc.char_span(
        name.start, name.end, label=name.label, kb_id=name.key, span_id=name.rule, alignment_mode="expand"
    )
