"""Find deals."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.match.spans import Found, assign


def find(doc: Doc) -> Iterator[Found]:
    """All candidate deals of ``doc``."""
    yield from ()


@Language.factory("deal_matcher", requires=["doc.sents"], assigns=["doc.spans"])
def create_deal_matcher(nlp: Language, name: str) -> DealMatcher:
    """The component that sets ``doc.spans["deals"]``."""
    return DealMatcher()


class DealMatcher:
    """Sets ``doc.spans["deals"]``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find, choose and keep."""
        return assign(doc, "deals", find(doc))
