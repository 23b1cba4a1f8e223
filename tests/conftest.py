"""What many tests share."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.assemble import assemble


@pytest.fixture(scope="session")
def nlp() -> Language:
    return assemble()
