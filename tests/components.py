"""A few of the pipeline's components alone."""

from __future__ import annotations

import spacy
from spacy.language import Language

import pipeline.assemble  # noqa: F401  (registers the components)


def blank(*components: str, **configs: dict[str, object]) -> Language:
    """The project's tokens with these components alone, and the configs of those that need one."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "tidings.NewsTokenizer.v1"}}})
    for name in components:
        nlp.add_pipe(name, config=configs.get(name, {}))
    return nlp
