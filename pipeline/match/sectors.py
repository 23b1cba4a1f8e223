"""Find sectors: the longest term of the lexicon wins, the narrowest id is kept, ambiguous words need company."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.contract import Extent
from pipeline.label.tokenizer import text_of
from pipeline.match.sector_lexicon import WORD, Condition, Lexicon, Node, Term, load_lexicon
from pipeline.match.sector_names import Place, is_headline, judge, place_of
from pipeline.match.sector_taxonomy import NONE
from pipeline.match.spans import Found, assign

# what may stand between two words of a term: a blank or one line end, a hyphen, an apostrophe
_GAP = re.compile(r"['’]?[^\S\n]*\n?[^\S\n]*|\s?[-‐‑–/]\s?|['’]")
_START = re.compile(r"(?:\A|[.!?:;•*\"“‘(\[>|]|\n\s*\n|[-–—]\s)\W*\Z")
# 'https://www.defense.gov/news', 'press@energy.eu'
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]>]{1,400}|[\w.]{1,60}@[\w.]{1,60}")
_NAMED = ("organization", "person")


class Words(NamedTuple):
    """The words of a text with their places; ``lower`` is what the trie compares."""

    text: str
    start: list[int]
    end: list[int]
    lower: list[str]


class Candidate(NamedTuple):
    """A term at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    terms: Sequence[Term]


def words_of(text: str) -> Words:
    """All words of ``text`` in one pass."""
    matches = [match.span() for match in WORD.finditer(text)]
    return Words(
        text, [start for start, _ in matches], [end for _, end in matches], [text[s:e].lower() for s, e in matches]
    )


def candidates(words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """Every stretch of words that is a term, conditions aside."""
    root, lower = lexicon.root, words.lower
    count = len(lower)
    for first, word in enumerate(lower):
        node: Node | None = root.get(word)
        if node is None:
            continue
        last = first + 1
        while node is not None:
            if node.terms:
                yield Candidate(first, last, node.terms)
            if last == count or not node.next:
                break
            node = node.next.get(lower[last])
            if node is not None and not _joined(words, last):
                break
            last += 1


def _joined(words: Words, index: int) -> bool:
    """Whether the word at ``index`` and the one before it can be words of one term."""
    gap = words.text[words.end[index - 1] : words.start[index]]
    return gap in (" ", "-") or _GAP.fullmatch(gap) is not None


def find(
    text: str, lexicon: Lexicon, named: Sequence[tuple[Extent, str]] = (), blocked: Sequence[Extent] = ()
) -> list[Found]:
    """The sectors of ``text``, in order.

    Args:
        text: what to read.
        lexicon: the terms.
        named: extents of names that are known already, with ``organization`` or ``person``.
        blocked: stretches that count for nothing, not even as company.
    """
    words = words_of(text)
    names = NameTest(text, lexicon, named)
    mask = _mask(text, blocked)
    sure: list[tuple[Candidate, Term]] = []
    unsure: list[tuple[Candidate, Term]] = []
    for whole in candidates(words, lexicon):
        start = words.start[whole.first]
        if mask.find(1, start, words.end[whole.last - 1]) >= 0:
            continue
        for term in whole.terms:
            if term.capitals and not _capitals_agree(words, whole, term.capitals):
                continue
            candidate = whole._replace(last=whole.last - term.cut)
            end = words.end[candidate.last - 1]
            verdict = _verdict(words, candidate, term.condition)
            if verdict and (term.sector == NONE or names.counts(start, end)):
                (sure if verdict > 1 else unsure).append((candidate, term))
    chosen = _choose(sure, len(words.lower))
    present = {term.sector for _, term in chosen}
    accompanied = [pair for pair in unsure if (c := pair[1].condition) and not c.company.isdisjoint(present)]
    if accompanied:
        chosen = _choose([*sure, *accompanied], len(words.lower))
    return [
        Found(
            words.start[c.first], words.end[c.last - 1], term.sector, "term:" + " ".join(words.lower[c.first : c.last])
        )
        for c, term in chosen
        if term.sector != NONE
    ]


def _mask(text: str, blocked: Sequence[Extent]) -> bytearray:
    """A byte for every sign of ``text``: 1 inside a blocked stretch or an address."""
    mask = bytearray(len(text))
    for start, end in (*blocked, *(match.span() for match in _ADDRESS.finditer(text))):
        mask[start:end] = b"\x01" * (min(end, len(text)) - start)
    return mask


def _choose(pairs: list[tuple[Candidate, Term]], count: int) -> list[tuple[Candidate, Term]]:
    """The longest first, of equal ones a user's own, then the narrowest; no overlaps."""
    taken = bytearray(count)
    chosen = []
    for candidate, term in sorted(pairs, key=_rank):
        if not any(taken[candidate.first : candidate.last]):
            taken[candidate.first : candidate.last] = b"\x01" * (candidate.last - candidate.first)
            chosen.append((candidate, term))
    return sorted(chosen, key=lambda pair: pair[0].first)


def _rank(pair: tuple[Candidate, Term]) -> tuple[int, bool, int, int, str]:
    candidate, term = pair
    return candidate.first - candidate.last, not term.own, candidate.first, -term.depth, term.sector


def _capitals_agree(words: Words, candidate: Candidate, capitals: tuple[str, ...]) -> bool:
    """Whether the text has the capitals of the term, or is in capitals throughout."""
    for index, want in enumerate(capitals, candidate.first):
        have = words.text[words.start[index] : words.end[index]]
        if have != want and want != want.lower() and not (have.isupper() and not want.isupper()):
            return False
    return True


def _verdict(words: Words, candidate: Candidate, condition: Condition | None) -> int:
    """0: ruled out, 1: only if another mention of its sector is in the article, 2: certain."""
    if condition is None:
        return 2
    lower, reach = words.lower, condition.reach
    before = lower[max(0, candidate.first - reach) : candidate.first]
    after = lower[candidate.last : candidate.last + reach]
    if condition.lower and not _is_lower(words, candidate.first):
        return 0
    if not condition.not_before.isdisjoint(before) or not condition.not_after.isdisjoint(after):
        return 0
    around = lower[max(0, candidate.first - 6) : candidate.first] + lower[candidate.last : candidate.last + 6]
    if not condition.not_near.isdisjoint(around):
        return 0
    if not condition.promises:
        return 2
    if not (
        condition.before.isdisjoint(before) and condition.after.isdisjoint(after) and condition.near.isdisjoint(around)
    ):
        return 2
    return 1 if condition.company else 0


def _is_lower(words: Words, index: int) -> bool:
    """Whether a word is in lower case, or capitalised for no reason of its own."""
    start = words.start[index]
    if words.text[start].islower():
        return True
    return _START.search(words.text, max(0, start - 12), start) is not None or is_headline(words.text, start)


class NameTest:
    """Whether a term counts where it stands: not inside the name of a person, company, agency or place."""

    def __init__(self, text: str, lexicon: Lexicon, named: Sequence[tuple[Extent, str]]) -> None:
        self._text, self._lexicon = text, lexicon
        self._named = sorted(named)
        self._starts = [extent.start for extent, _ in self._named]

    def counts(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` speaks of its field."""
        text = self._text
        index = bisect_right(self._starts, start) - 1
        extent, kind = self._named[index] if index >= 0 else (Extent(0, 0), "")
        if end <= extent.end and extent != (start, end):
            if kind == "person":
                return False
            place = judge(text[extent.start : start], text[end : extent.end], self._lexicon)
            return place is Place.PUBLIC or (place is Place.FREE and text[start].islower())
        first = text[start:end].split(None, 1)[0]
        if not first[:1].isupper() or (first.isupper() and len(first) > 1):
            return True
        if is_headline(text, start):
            return True
        return place_of(text, start, end, self._lexicon) is not Place.PRIVATE


@Language.factory(
    "sector_matcher",
    requires=["doc.sents"],
    assigns=["doc.spans"],
    default_config={"taxonomy": None, "taxonomy_only": False},
)
def create_sector_matcher(nlp: Language, name: str, taxonomy: str | None, taxonomy_only: bool) -> SectorMatcher:
    """The component that sets ``doc.spans["sectors"]``; for its settings see ``load_lexicon``."""
    return SectorMatcher(partial(load_lexicon, taxonomy, taxonomy_only) if taxonomy else load_lexicon)


class SectorMatcher:
    """Sets ``doc.spans["sectors"]``."""

    def __init__(self, lexicon: Callable[[], Lexicon] = load_lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Find, choose and keep."""
        named = [
            (Extent(span.start_char, span.end_char), span.label_)
            for span in doc.spans.get("parties", ())
            if span.label_ in _NAMED
        ]
        blocked = doc.user_data.get("furniture", ())
        return assign(doc, "sectors", find(text_of(doc), self._lexicon(), named, blocked))
