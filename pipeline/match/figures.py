"""Find figures: a number is tried as money, percentage, measure, multiple and count, then joined with its neighbours.

A number that no currency, unit or noun claims is a year, a date, a score or a part of a name, and no figure; unless the
text shows what is understood ('Rs 4 billion for roads and [2 billion] for ports').
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.label.tokenizer import text_of
from pipeline.match.count import find_count
from pipeline.match.join import join, share_counts
from pipeline.match.measure import find_measure
from pipeline.match.money import find_money
from pipeline.match.multiple import find_multiple, find_words
from pipeline.match.no_amounts import is_markup, is_no_amount, is_tournament
from pipeline.match.numbers import Numeral, numerals
from pipeline.match.percent import find_percent, find_shares
from pipeline.match.quantity import NO_AMOUNT, Quantity, bare
from pipeline.match.spans import Found, assign
from pipeline.match.understood import find_understood

KINDS = (find_money, find_percent, find_measure, find_multiple)


def quantity(text: str, numeral: Numeral) -> Quantity:
    """The numeral with the currency, sign or unit that stands at it: the longest reading wins."""
    found = [reading for kind in KINDS if (reading := kind(text, numeral)) is not None]
    best = max(found, key=lambda reading: reading.end - reading.start, default=None)
    if best is None or (best.start == numeral.start and _is_code(text, numeral.start)):
        return bare(numeral)
    return bare(numeral) if is_tournament(text, best.start) else best


def _is_code(text: str, start: int) -> bool:
    """Whether a number goes on from letters: 'scp-173m', 'B52 m'; but 'sub-7 nanometer'."""
    before = text[max(0, start - 12) : start]
    if before[-1:] in ("-", "‑"):
        token = re.split(r"[\s(]", before)[-1]
        return token[:1].isalpha() and _GLUED_PREFIX.search(before) is None
    return before[-1:].isalnum() or before[-1:] == "_"


_GLUED_PREFIX = re.compile(
    r"(?:^|[\s(\d-])-?(?:sub|minus|near|plus|mid|non|ultra|pre|post|over|under|up-to|to|and|or|a|record|around)[-‑]$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![^\s@])[^\s@]{1,200}@[^\s.]{1,200}\.\S+")


def find(text: str) -> Iterator[Found]:
    """All candidate figures of ``text``."""
    links = (
        [match.span() for match in _ADDRESS.finditer(text)] if "www." in text or "://" in text or "@" in text else []
    )
    shares = list(find_shares(text))
    taken = bytearray(len(text))
    for start, end in (*links, *((found.start, found.end) for found in shares if found.rule == "percent.odds")):
        taken[start:end] = b"\x01" * (end - start)
    free = (numeral for numeral in numerals(text) if not (taken[numeral.start] or is_markup(text, numeral.start)))
    quantities = [quantity(text, numeral) for numeral in free]
    join(text, quantities)
    for index, item in enumerate(quantities):
        if not item.label and item.rule != NO_AMOUNT and not is_no_amount(text, item.numeral):
            find_count(text, item) or find_understood(text, quantities, index)
    share_counts(text, quantities)
    yield from (Found(item.start, item.end, item.label, item.rule) for item in quantities if item.label)
    yield from shares
    yield from find_words(text)


@Language.factory("figure_matcher", requires=["doc.sents"], assigns=["doc.spans"])
def create_figure_matcher(nlp: Language, name: str) -> FigureMatcher:
    """The component that sets ``doc.spans["figures"]``."""
    return FigureMatcher()


class FigureMatcher:
    """Sets ``doc.spans["figures"]``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find, choose and keep."""
        return assign(doc, "figures", find(text_of(doc)))
