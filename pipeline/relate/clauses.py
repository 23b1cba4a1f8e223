"""Sentences cut into units and clauses: where a figure, its parties and its times stand together.

There is no parser: list items, semicolons, dashes and conjunctions with a subject of their own are the cuts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from pipeline.contract import Deal, Extent, Figure, Reading, Sector, Time
from pipeline.gazetteers import toml
from pipeline.match.deal_phrases import in_headline

# No subject of two names joined by 'and' has more words before the 'and'.
_SUBJECT = 5
_AUXILIARY = re.compile(r"\b(?:will|has|have|had|is|are|was|were|would|could|can|may|should|[a-z]{3,}ed|said)\b")

_ITEM = re.compile(r"\n\s*(?:[-*•·▪]|\d{1,2}[.)])\s+(?=\S)|\n\s*\n")


def units(reading: Reading) -> tuple[Extent, ...]:
    """The sentences, list items apart."""
    text = reading.article.text
    found: list[Extent] = []
    for sentence in reading.sentences or (Extent(0, len(text)),):
        start = sentence.start
        for cut in _ITEM.finditer(text, sentence.start, sentence.end):
            if text[start : cut.start()].strip():
                found.append(Extent(start, cut.start()))
                start = cut.end()
        if start < sentence.end:
            found.append(Extent(start, sentence.end))
    return tuple(found)


def clauses(text: str, unit: Extent) -> list[Extent]:
    """The clauses of a unit, in order; together they cover it."""
    pattern = _headline_cut() if in_headline(text, unit.start) else _cut()
    cuts = [unit.start]
    for cut in pattern.finditer(text, unit.start, unit.end):
        if cut.start() > cuts[-1] and not _joins_subjects(text[cuts[-1] : cut.start()], cut[0]):
            cuts.append(cut.start())
    cuts = sorted({*cuts, *(aside.end for aside in asides(text, unit) if aside.start in cuts)})
    return [Extent(start, end) for start, end in zip(cuts, [*cuts[1:], unit.end], strict=True)]


def _joins_subjects(before: str, cut: str) -> bool:
    """Whether a bare 'and' joins two subjects of one verb: 'Norway's Nordhav [and] Sahil have signed'."""
    return cut.strip() == "and" and len(before.split()) <= _SUBJECT and not _AUXILIARY.search(before)


def asides(text: str, unit: Extent) -> list[Extent]:
    """What stands between two commas and tells of the noun before it alone: ', founded in 1998,', ', which ...,'."""
    return [Extent(found.start(), found.end() - 1) for found in _aside().finditer(text, unit.start, unit.end)]


def tail(text: str, clause: Extent, end: int) -> int:
    """Where behind ``end`` a clause goes on to something else: ', passing over bids from Spain'."""
    found = _tail().search(text, end, clause.end)
    return found.start() if found else clause.end


def at(extents: list[Extent] | tuple[Extent, ...], position: int) -> int:
    """The index of the extent that holds ``position`` (the one before it, if it stands between two)."""
    return max(0, bisect_right(extents, (position, 1 << 60)) - 1)


def starting(
    rows: Sequence[Figure] | Sequence[Time] | Sequence[Sector] | Sequence[Deal], start: int, end: int
) -> range:
    """The indexes of the rows that start in ``start``..``end``; the rows are in order of the text."""
    begin = attrgetter("start")
    first = bisect_left(rows, start, key=begin)
    return range(first, bisect_left(rows, end, lo=first, key=begin))


@cache
def _cut() -> re.Pattern[str]:
    words = toml("links")["clauses"]
    comma = "|".join(words["comma"])
    bare = "|".join(phrase.replace(" ", r"\s+") for phrase in words["bare"])
    auxiliaries = "|".join(words["auxiliaries"])
    return re.compile(
        rf";\s|\s(?:--|[–—-])\s|,\s+(?=(?:{comma})\b)|\s(?=(?:{bare})\b)"
        rf"|(?:,\s+|(?<![\s,])\s+)and\s+(?=(?:the\s+)?(?:[\w’'-]+\s+){{1,4}}?(?:{auxiliaries})\b)"
        # a name and its verb: ', and Germany's KfW pledged', ', and the Bank of Japan meets'
        r"|,\s+(?:and|with)\s+(?=(?:the\s+)?(?-i:(?:[A-Z][\w’'&.-]*\s+(?:(?:of|for)\s+)?){1,4}[a-z]{2,}(?:ed|[^s\W]s)\s))"
        # ', with Norbank keeping 25%'
        r"|,\s+(?=with\s+(?:the\s+)?(?-i:(?:[A-Z][\w’'&.-]*\s+(?:(?:of|for)\s+)?){1,4}[a-z]{2,}ing\s))",
        re.IGNORECASE,
    )


@cache
def _headline_cut() -> re.Pattern[str]:
    """In a headline every comma sets an item apart: '$67 Billion Japan Deal, Strategic Roadmap'."""
    return re.compile(rf"{_cut().pattern}|,\s|\sas\s", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    words = toml("links")["asides"]
    own = "|".join(words["own"])
    return re.compile(
        rf",\s+(?:(?:which|who|whose)\s|(?!(?:{own})\b)(?:[a-z]+ed|{'|'.join(words['participles'])})"
        rf"\s+(?:{'|'.join(words['prepositions'])})\s)[^,;:“”\"\n]{{2,100}},(?=\s)"
    )


@cache
def _tail() -> re.Pattern[str]:
    words = toml("links")
    auxiliaries, kept = "|".join(words["clauses"]["auxiliaries"]), "|".join(words["asides"]["kept"])
    return re.compile(
        rf"\sthat\s+(?:{auxiliaries})\b|,\s+[a-z]+ed\s+by\s|,\s+(?!(?:{kept})\b)[a-z]+ing\s"
        rf"|\sand\s+(?!(?:{kept})\b)[a-z]+ing\s+(?:an?|the)\s"
    )
