"""Named entities: from another spaCy pipeline, or by rules where there is none."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("news_entities", default_config={"model": "none"}, requires=["doc.sents"], assigns=["doc.ents"])
def create_news_entities(nlp: Language, name: str, model: str) -> NewsEntities:
    """The component that sets ``doc.ents``."""
    return NewsEntities(model)


class NewsEntities:
    """Sets ``doc.ents``."""

    def __init__(self, model: str) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Label the names of ``doc``."""
        return doc
