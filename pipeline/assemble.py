"""Builds the spaCy pipeline; the only module that knows all components."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.contract import Article
from pipeline.ingest.limits import MAX_BYTES
from pipeline.label import entities, own_list, sentences, tokenizer  # noqa: F401  (they register their factories)
from pipeline.match import deals, figures, parties, sectors, times  # noqa: F401
from pipeline.match.spans import FURNITURE
from pipeline.settings import Settings

COMPONENTS = (
    "news_sentences",
    "news_entities",
    "own_parties",
    "figure_matcher",
    "time_matcher",
    "party_matcher",
    "sector_matcher",
    "deal_matcher",
)


@lru_cache(maxsize=4)
def assemble(
    model: str = "none",
    *,
    vague_times: bool = False,
    taxonomy: str | None = None,
    taxonomy_only: bool = False,
    lexicon: str | None = None,
) -> Language:
    """The pipeline from text to ``doc.spans``.

    Args:
        model: name or path of a spaCy pipeline whose entities are taken, or ``none`` for rules alone.
        vague_times: also find expressions without a place on the calendar.
        taxonomy: a user's own sectors, as the settings hold them.
        taxonomy_only: whether these sectors are all there are.
        lexicon: a user's own parties, as the settings hold them.

    Raises:
        OSError: there is no such pipeline.
    """
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "tidings.NewsTokenizer.v1"}}})
    nlp.max_length = MAX_BYTES  # no text that ingest lets through is longer
    settings: dict[str, dict[str, object]] = {
        "news_entities": {"model": model},
        "own_parties": {"listed": lexicon or ""},
        "time_matcher": {"vague": vague_times},
        "sector_matcher": {"taxonomy": taxonomy, "taxonomy_only": taxonomy_only},
    }
    for name in COMPONENTS:
        nlp.add_pipe(name, config=settings.get(name, {}))
    return nlp


def assembled(settings: Settings) -> Language:
    """The pipeline that the settings ask for.

    Raises:
        OSError: ``settings.model`` is no spaCy pipeline.
    """
    return assemble(
        settings.model,
        vague_times=settings.vague_times,
        taxonomy=settings.taxonomy,
        taxonomy_only=settings.taxonomy_only,
        lexicon=settings.lexicon,
    )


def make_doc(nlp: Language, article: Article) -> Doc:
    """The tokens of an article, with its furniture noted for the matchers."""
    doc = nlp.make_doc(article.text)
    doc.user_data[FURNITURE] = article.furniture
    return doc
