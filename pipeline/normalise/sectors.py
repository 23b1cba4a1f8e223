"""Spans to sectors with values."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.contract import Article, Sector
from pipeline.match.sector_taxonomy import taxonomy
from pipeline.settings import Settings


def read_sectors(doc: Doc, article: Article, settings: Settings) -> tuple[Sector, ...]:
    """The sectors of ``doc.spans["sectors"]``, in order of the text; the label is the sector's id."""
    known = taxonomy(settings.taxonomy, settings.taxonomy_only)
    return tuple(
        Sector(span.start_char, span.end_char, span.label_, span.id_, known[span.label_].isic4)
        for span in doc.spans.get("sectors", ())
    )
