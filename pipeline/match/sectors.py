"""Find sectors."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.match.spans import Found, assign


def find(doc: Doc) -> Iterator[Found]:
    """All candidate sectors of ``doc``."""
    yield from ()


@Language.factory("sector_matcher", requires=["doc.sents"], assigns=["doc.spans"])
def create_sector_matcher(nlp: Language, name: str) -> SectorMatcher:
    """The component that sets ``doc.spans["sectors"]``."""
    return SectorMatcher()


class SectorMatcher:
    """Sets ``doc.spans["sectors"]``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find, choose and keep."""
        return assign(doc, "sectors", find(doc))
