"""A user's own parties in a text: a matcher of its own, whose names win over those of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.label.lexicon import lexicon
from pipeline.label.own_check import COUNTRY, ORGANIZATION, PERSON, OwnParty
from pipeline.label.own_file import read
from pipeline.label.tokenizer import text_of

OWN = "own list"
LABELS = {COUNTRY: "GPE", ORGANIZATION: "ORG", PERSON: "PERSON"}
_APOSTROPHES = "'’"
# '@acme', 'www.acme', '//acme'
_ADDRESS_BEFORE = re.compile(r"(?:@|www\.|//)$")
# 'Acme.com', 'acme@'
_ADDRESS_AFTER = re.compile(r"@|\.[a-z]")
# ', Inc.' behind a company's name
_LEGAL = re.compile(r"[\w./&-]*\w\.?")


@dataclass(frozen=True, eq=False)
class OwnList:
    """The parties of a list by their name, and the name that each form stands for. Compared by identity."""

    parties: Mapping[str, OwnParty] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=8)
def own_list(text: str | None) -> OwnList:
    """The parties in a text that ``lexicon_text`` gave; None holds none."""
    parties: dict[str, OwnParty] = {}
    names: dict[str, str] = {}
    for party in read(text, is_toml=False).parties if text else ():
        parties.setdefault(party.name, party)
        # a country's own name is known already, with what tells it from its namesakes
        forms = party.aliases if party.type == COUNTRY else (party.name, *party.aliases)
        names |= dict.fromkeys(forms, party.name)
    return OwnList(parties, names)


@Language.factory("own_parties", default_config={"listed": ""}, requires=["doc.ents"], assigns=["doc.ents"])
def create_own_parties(nlp: Language, name: str, listed: str) -> OwnParties:
    """The component that lays the names of a user's list over ``doc.ents``."""
    return OwnParties(nlp, listed)


class OwnParties:
    """Adds to ``doc.ents`` the forms of a list: ``id_`` is 'own list', ``kb_id_`` the party's name.

    Of listed forms that overlap the longest counts, as it is written, at word bounds. It takes the place of any name of
    the rules that it overlaps, but for one that is longer and holds it: 'Acme Foundation' is not the listed 'Acme', and
    'Acme Arena' is a place. With no more than a legal form behind it, a longer name is the listed party: 'Acme, Inc.'.
    """

    def __init__(self, nlp: Language, text: str) -> None:
        self.own = own_list(text or None)
        self.matcher = PhraseMatcher(nlp.vocab)
        patterns: dict[str, list[Doc]] = {}
        for form, name in self.own.names.items():
            for variant in dict.fromkeys([form, *(_with_apostrophe(form, sign) for sign in _APOSTROPHES)]):
                patterns.setdefault(name, []).append(nlp.make_doc(variant))
        for name, docs in patterns.items():
            self.matcher.add(name, docs)

    def __call__(self, doc: Doc) -> Doc:
        """Lay the list's names over the others."""
        if len(self.matcher):
            own = filter_spans(self._found(doc))
            if own:
                doc.set_ents(list(_laid_over(doc.ents, own)))
        return doc

    def _found(self, doc: Doc) -> Iterator[Span]:
        """All forms of the list in a text; a line's end between the words of a form is a blank like another."""
        tokens = [token for token in doc if not token.is_space]
        words = Doc(doc.vocab, words=[token.text for token in tokens])
        text = text_of(doc)
        for key, start, end in self.matcher(words):
            first, last = tokens[start], tokens[end - 1]
            behind = last.idx + len(last)
            if "\n\n" not in text[first.idx : behind] and _stands_alone(text, first.idx, behind):
                party = self.own.parties[doc.vocab.strings[key]]
                yield Span(doc, first.i, last.i + 1, label=LABELS[party.type], kb_id=party.name, span_id=OWN)


def _with_apostrophe(form: str, sign: str) -> str:
    return "".join(sign if letter in _APOSTROPHES else letter for letter in form)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends at word bounds, and is no part of an address on the web."""
    before, after = text[max(0, start - 4) : start], text[end : end + 2]
    inside = (before[-1:].isalnum() and text[start].isalnum()) or (after[:1].isalnum() and text[end - 1].isalnum())
    joined = before[-1:] == "_" or after[:1] == "_"
    return not (inside or joined or _ADDRESS_BEFORE.search(before) or _ADDRESS_AFTER.match(after))


def _laid_over(ents: Iterable[Span], own: list[Span]) -> Iterator[Span]:
    """The list's names and those names of the rules that they leave."""
    kept: list[Span] = []
    at = 0
    for ent in ents:
        while at < len(own) and own[at].end <= ent.start:
            kept.append(own[at])
            at += 1
        inside = []
        while at < len(own) and own[at].start < ent.end:
            inside.append(own[at])
            at += 1
        holds = all(ent.start <= span.start and span.end <= ent.end for span in inside)
        reached = bool(kept) and kept[-1].end > ent.start
        if reached or (inside and (not holds or len(inside[0]) == len(ent))):
            kept += inside
        elif inside and _same_but_legal(ent, inside[0]):
            kept.append(Span(ent.doc, ent.start, ent.end, label=inside[0].label, kb_id=inside[0].kb_id, span_id=OWN))
        else:
            kept.append(ent)
    yield from kept
    yield from own[at:]


def _same_but_legal(ent: Span, listed: Span) -> bool:
    """Whether the words of a name behind a listed form are but its legal form: 'Acme, Inc.'."""
    rest = _LEGAL.findall(ent.doc[listed.end : ent.end].text)
    return ent.start == listed.start and bool(rest) and all(word in lexicon().legal for word in rest)
