"""Find parties: the countries, organisations and people among the named entities."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.label.own_list import LABELS, OWN
from pipeline.label.tokenizer import text_of
from pipeline.match.countries import find_entry, is_part, is_trap, stands_for_government
from pipeline.match.organizations import is_organization
from pipeline.match.people import is_person
from pipeline.match.spans import Found, assign
from pipeline.match.symbols import listings

COUNTRY, ORGANIZATION, PERSON = "country", "organization", "person"
# How a country is named, by the gazetteers' label of the word: 'Japan', 'Japanese', 'Tokyo'.
_COUNTRY_RULES = {"GPE": "country name", "NORP": "demonym", "LOC": "seat"}
_EU_SEAT = "Brussels"
_OWN_TYPES = {label: kind for kind, label in LABELS.items()}


def find(doc: Doc) -> Iterator[Found]:
    """All parties that ``doc`` names."""
    text = text_of(doc)
    brackets = [(listing.start, listing.end) for listing in listings(text)]
    at = 0
    for ent in doc.ents:
        while at < len(brackets) and brackets[at][1] <= ent.start_char:
            at += 1
        if at < len(brackets) and brackets[at][0] <= ent.start_char:
            continue  # '(NYSE: ICE)' names no party
        label, rule = _kind(text, ent)
        if label:
            yield Found(ent.start_char, ent.end_char, label, rule)


def _kind(text: str, ent: Span) -> tuple[str, str]:
    """What kind of party an entity is, and why; two empty strings if it is none."""
    start, end, rule = ent.start_char, ent.end_char, ent.id_ or "entity"
    form = text[start:end]
    if rule == OWN:
        return _OWN_TYPES[ent.label_], OWN
    if ent.label_ == "PERSON":
        return (PERSON, rule) if is_person(text, start, end) else ("", "")
    entry = find_entry(form)
    if entry is not None and entry.key and entry.label in _COUNTRY_RULES and ent.label_ != "PERSON":
        if entry.label == "LOC" and not stands_for_government(text, start, end):
            return "", ""
        return ("", "") if is_trap(text, form) or is_part(text, start, end) else (COUNTRY, _COUNTRY_RULES[entry.label])
    if form == _EU_SEAT and stands_for_government(text, start, end):
        return ORGANIZATION, "seat"
    if ent.label_ == "ORG" and is_organization(text, start, end):
        return ORGANIZATION, rule
    return "", ""


@Language.factory("party_matcher", requires=["doc.sents", "doc.ents"], assigns=["doc.spans"])
def create_party_matcher(nlp: Language, name: str) -> PartyMatcher:
    """The component that sets ``doc.spans["parties"]``."""
    return PartyMatcher()


class PartyMatcher:
    """Sets ``doc.spans["parties"]``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find, choose and keep."""
        return assign(doc, "parties", find(doc))
