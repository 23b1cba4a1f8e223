"""Find times: expressions that can be put on a calendar or measured."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.label.tokenizer import text_of
from pipeline.match.spans import Found, assign, extents
from pipeline.match.time_grammar import grammar


def find(text: str, *, vague: bool = False) -> Iterator[Found]:
    """All candidate times of ``text``; with ``vague`` also those without a place on the calendar."""
    rules = grammar()
    tokens, letters = rules.lex(text)
    for rule in rules.rules.values():
        if rule.vague and not vague:
            continue
        for match in rule.find.finditer(letters):
            first, last = match.start(), match.end() - 1
            start, end = tokens[first].start, tokens[last].end
            if not _is_title(text, start, end):
                yield Found(start, end, rule.reader, rule.name)


def _is_title(text: str, start: int, end: int) -> bool:
    """'"This Week"' with capitals behind a quotation mark is the name of a programme."""
    if start > 3 and text[start].isupper() and text[start - 3 : start] in ("'s ", "’s "):
        return text[start:end].isalpha() and text[start:end].lower() == "today"  # the Today programme
    return start > 0 and text[start - 1] in '"“' and text[start:end].istitle() and " " in text[start:end]


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
        return assign(doc, "times", find(text_of(doc), vague=self.vague), taken=extents(doc, "figures"))
