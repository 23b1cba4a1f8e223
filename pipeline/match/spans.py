"""How matchers put what they found on a Doc."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.contract import Extent
from pipeline.label.tokenizer import text_of

FURNITURE = "furniture"


class Found(NamedTuple):
    """A stretch of the text, its kind, and the rule that found it."""

    start: int
    end: int
    label: str
    rule: str


def blocked(doc: Doc) -> tuple[Extent, ...]:
    """The page furniture of the article that ``doc`` was made from, in order."""
    furniture: tuple[Extent, ...] = doc.user_data.get(FURNITURE, ())
    return furniture


def assign(doc: Doc, key: str, found: Iterable[Found], *, taken: Iterable[tuple[int, int]] = ()) -> Doc:
    """Set ``doc.spans[key]``: longest match first, no overlaps, none in furniture or in ``taken``.

    A match that begins or ends inside a token ('R.1424' in 'F.R.1424') is part of something else and is left out.
    """
    chosen: list[Found] = []
    occupied = bytearray(len(text_of(doc)))
    for start, end in (*blocked(doc), *taken):
        occupied[start:end] = b"\x01" * (end - start)
    for match in sorted(found, key=lambda m: (m.start - m.end, m.start, m.label, m.rule)):
        if not any(occupied[match.start : match.end]):
            occupied[match.start : match.end] = b"\x01" * (match.end - match.start)
            chosen.append(match)
    spans = []
    for match in sorted(chosen):
        span = doc.char_span(match.start, match.end, label=match.label, span_id=match.rule)
        if span is not None:
            spans.append(span)
    doc.spans[key] = spans
    return doc


def extents(doc: Doc, *keys: str) -> list[Extent]:
    """The extents of the spans under ``keys``, in order of the text."""
    return sorted(Extent(span.start_char, span.end_char) for key in keys for span in doc.spans.get(key, ()))
