"""Find parties."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.match.spans import Found, assign


def find(doc: Doc) -> Iterator[Found]:
    """All candidate parties of ``doc``."""
    yield from ()


@Language.factory("party_matcher", requires=["doc.sents"], assigns=["doc.spans"])
def create_party_matcher(nlp: Language, name: str) -> PartyMatcher:
    """The component that sets ``doc.spans["parties"]``."""
    return PartyMatcher()


class PartyMatcher:
    """Sets ``doc.spans["parties"]``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find, choose and keep."""
        return assign(doc, "parties", find(doc))
