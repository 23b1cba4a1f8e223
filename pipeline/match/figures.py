"""Find figures."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.match.spans import Found, assign


def find(doc: Doc) -> Iterator[Found]:
    """All candidate figures of ``doc``."""
    yield from ()


@Language.factory("figure_matcher", requires=["doc.sents"], assigns=["doc.spans"])
def create_figure_matcher(nlp: Language, name: str) -> FigureMatcher:
    """The component that sets ``doc.spans["figures"]``."""
    return FigureMatcher()


class FigureMatcher:
    """Sets ``doc.spans["figures"]``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find, choose and keep."""
        return assign(doc, "figures", find(doc))
