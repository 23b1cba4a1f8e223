"""The figures of a text by the matcher alone, as ``normalise`` reads them."""

from __future__ import annotations

from spacy.language import Language

from pipeline.contract import Article, Figure
from pipeline.normalise.figures import read_figures
from pipeline.settings import Settings


def read(nlp: Language, text: str) -> tuple[Figure, ...]:
    return read_figures(nlp(text), Article("0", "test", text), Settings.model_construct())


def amount(figure: Figure) -> str:
    """'5' or '5-7'."""
    return f"{figure.low}-{figure.high}" if figure.value is None else str(figure.value)
