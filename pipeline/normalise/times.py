"""Spans to times with values."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.contract import Article, Time
from pipeline.settings import Settings


def read_times(doc: Doc, article: Article, settings: Settings) -> tuple[Time, ...]:
    """The times of ``doc.spans["times"]``, in order of the text."""
    return ()
