"""What many tests share."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.assemble import assemble
from tests.components import blank


@pytest.fixture(scope="session")
def matcher() -> Language:
    """Sentences and figures alone."""
    return blank("news_sentences", "figure_matcher")


@pytest.fixture(scope="session")
def nlp() -> Language:
    return assemble()
