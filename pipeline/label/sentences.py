"""Sentence bounds for news: abbreviations, initials, headlines, lists and wrapped lines."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.gazetteers import words
from pipeline.label.tokenizer import text_of

# A line end inside a sentence is a wrap: the line is long, or the next one goes on in lower case or is indented.
_CANDIDATE = re.compile(
    r"""
      (?P<paragraph> (?<! [ \t] ) [ \t]* \n [ \t]* \n \s* )
    | (?P<heading> (?<! [ \t] ) [ \t]{2,} (?= ={2,} ) )                # of a wiki: '== Reaction =='
    | (?P<line> (?<! [ \t] ) [ \t]* \n [ \t]* )
    | (?P<stop> (?: \.{3} | … | [.!?] ) ["'”’)\]]* ) (?: (?P<gap> \s+ ) | (?= ["“‘]? [A-Z][a-z] ) )
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[\w.&-]+$")
_OPENER = re.compile(r"""={2,}|["'“‘(\[]*(?:[A-Z0-9$€£¥₹À-Þ]|[^\x00-\x7F])""")
_BULLET = re.compile(r"[-*•·▪–—]|\(?\d{1,2}[.)]\s")
_WRAPPED_LINE = 55
_AFTER_DOTTED = re.compile(r"(?:The|He|She|It|They|But|In|On|A|We|Its|This|That|And|At|For)\b")
# A longer stretch without an end is a table or garbage, and is cut: the work for one sentence has a bound by this.
# Of 157,758 sentences of news 4 are longer, all of them tables of a web page.
MOST_CHARACTERS = 5_000
# spaCy's values of SENT_START.
_STARTS, _INSIDE = 1, -1


def _ends_sentence(text: str, stop: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether a full stop, question or exclamation mark at ``stop`` closes the sentence."""
    if not _OPENER.match(text, stop.end()):
        return False
    if not stop["stop"].startswith(".") or stop["stop"].startswith("..."):
        return True
    last = _LAST_WORD.search(text, max(0, stop.start() - 24), stop.start())
    if last is None:
        return True
    word = last.group()
    if stop["gap"] is None:
        # 'materials.“India' or 'strengthened.We': no blank, so only after a word of lower case letters.
        return word.islower() and word.isalpha() and len(word) > 2
    if word.lower() in abbreviations:
        return False
    initial = len(word) == 1 and word.isupper()
    last_part = word.rpartition("-")[2]  # 'the Japan-U.S. pact'
    dotted = "." in last_part and len(last_part.replace(".", "")) <= 3 and not last_part[0].isdigit()
    if initial:
        return False
    # 'the U.S. Treasury' goes on, 'in the U.S. The ...' does not.
    return not dotted or _AFTER_DOTTED.match(text, stop.end()) is not None


def _line_breaks(text: str, line: re.Match[str]) -> bool:
    """Whether a single line end closes the sentence, as after a headline or a list item."""
    start = text.rfind("\n", 0, line.start()) + 1
    before = text[start : line.start()].rstrip()
    if not before or before[-1] in ".!?:;…”\"'’)" or _BULLET.match(text, line.end()):
        return True
    after = text[line.end() : line.end() + 1]
    indented = line.group().endswith((" ", "\t"))
    return not (after.islower() or indented or len(before) >= _WRAPPED_LINE)


def sentence_starts(text: str) -> list[int]:
    """Offsets at which a sentence starts; the first is 0."""
    abbreviations = words("abbreviations")
    starts = [0]
    for match in _CANDIDATE.finditer(text):
        if match["paragraph"] is not None or match["heading"] is not None:
            ends = True
        elif match["line"] is not None:
            ends = _line_breaks(text, match)
        else:
            ends = _ends_sentence(text, match, abbreviations)
        if ends and starts[-1] < match.end() < len(text):
            starts.append(match.end())
    return _cut_long(text, starts)


def _cut_long(text: str, starts: list[int]) -> list[int]:
    """Sentences of ``MOST_CHARACTERS`` at most, cut behind white space if there is any."""
    cut: list[int] = []
    for start, end in pairwise([*starts, len(text)]):
        cut.append(start)
        while end - cut[-1] > MOST_CHARACTERS:
            blank = max(text.rfind(mark, cut[-1], cut[-1] + MOST_CHARACTERS) for mark in " \n")
            cut.append(blank + 1 if blank > cut[-1] else cut[-1] + MOST_CHARACTERS)
    return cut


@Language.factory("news_sentences", assigns=["token.is_sent_start", "doc.sents"])
def create_news_sentences(nlp: Language, name: str) -> NewsSentences:
    """The component that sets sentence starts."""
    return NewsSentences()


class NewsSentences:
    """Sets ``token.is_sent_start`` from ``sentence_starts``."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of every sentence."""
        marks = np.full(len(doc), _INSIDE, dtype="int64")
        first = np.searchsorted(doc.to_array(IDX), sentence_starts(text_of(doc)))
        marks[first[first < len(doc)]] = _STARTS
        doc.from_array([SENT_START], marks.reshape(-1, 1).astype("uint64"))  # type: ignore[arg-type]  # its stub is narrower
        return doc
