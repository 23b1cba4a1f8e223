"""Find times."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.match.spans import Found, assign, extents


def find(doc: Doc) -> Iterator[Found]:
    """All candidate times of ``doc``."""
    yield from ()


@Language.factory("time_matcher", default_config={"vague": False}, requires=["doc.sents"], assigns=["doc.spans"])
def create_time_matcher(nlp: Language, name: str, vague: bool) -> TimeMatcher:
    """The component that sets ``doc.spans["times"]``."""
    return TimeMatcher(vague)


class TimeMatcher:
    """Sets ``doc.spans["times"]``."""

    def __init__(self, vague: bool) -> None:
        self.vague = vague

    def __call__(self, doc: Doc) -> Doc:
        """Find, choose and keep."""
        return assign(doc, "times", find(doc), taken=extents(doc, "figures"))
