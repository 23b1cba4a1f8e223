"""Find deals: by name, by a noun with its object, and by the verb that states them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.label.tokenizer import text_of
from pipeline.match.deal_actions import acted_deals
from pipeline.match.deal_amounts import Amounts
from pipeline.match.deal_clauses import backing_deals, is_clause_of
from pipeline.match.deal_heads import find_heads
from pipeline.match.deal_known import exemplary_deals, known_deals
from pipeline.match.deal_lists import listed_deals
from pipeline.match.deal_names import Context, named_deals
from pipeline.match.deal_nouns import noun_deals
from pipeline.match.deal_rounds import rounds_and_bids
from pipeline.match.deal_verbs import stated_deals
from pipeline.match.spans import Found, assign

# Where two rules find one deal, the phrase that names it wins over the verb that states it.
_RANK = {
    "name": 0,
    "known": 0,
    "entry": 0,
    "allocation": 0,
    "verb-duty": 3,
    "verb-pay": 1,
    "verb-name": 0.9,
    "amount-to": 1,
    "amount": 1,
    "noun-purpose": 0.5,
    "noun-complement": 1,
    "abbreviation": 4,
    "verb-joint": 5,
}
# Verbs whose object the 'deal' of the same sentence sums up.
_TELLING = frozenset(
    {
        f"verb-{name}"
        for name in ("name", "unit", "license", "stake", "merge", "tonnes", "pieces", "goods", "supplier", "leaseback")
    }
)
_UNDER = re.compile(r"\b(?:in|under)\s(?:an?\s|the\s)?\Z")
_SINCE = re.compile(r"\ssince\s(?:[A-Z][a-z]+\s)?(?:19|20)\d\d\b")
# '$5m in aid [that Norway provides]': what is given every year.
_YEARLY = re.compile(
    r"\s(?:that|which)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,3}\s(?:already\s)?(?:provides|gives|spends|receives|sends|disburses|gets)\b"
)
_HAS_DONE = re.compile(r"\b(?:has|have)\s(?:\w+\s)?\w+(?:ed|nt|ht|ut|de|en)\b")
_PURPOSE = re.compile(r"\bto\s\Z")
_ONTO = re.compile(r"\s(?:on|for|of|under|called)\s(?:the\s|an?\s)?[“\"]?")


def find(doc: Doc) -> Iterator[Found]:
    """All deals of ``doc``, none overlapping another."""
    text = text_of(doc)
    sentences = [(sent.start_char, sent.end_char) for sent in doc.sents]
    if not sentences:
        return
    figures = [
        (span.start_char, span.end_char, span.label_)
        for span in doc.spans.get("figures", ())
        if span.label_ in ("money", "percent")
    ]
    amounts = Amounts([(start, end) for start, end, _ in figures])
    money = {start: end for start, end, label in figures if label == "money"}
    parties = list(doc.spans.get("parties", ()))
    context = Context(
        floors=[start for start, _ in sentences],
        parties=frozenset(token.idx for span in parties for token in span),
        organizations=sorted((span.start_char, span.end_char) for span in parties if span.label_ == "organization"),
        amounts=amounts,
    )
    organizations = dict(context.organizations)
    nouns = list(find_heads(text))
    found = [
        *known_deals(text),
        *exemplary_deals(text),
        *named_deals(text, nouns, context),
        *listed_deals(text, money),
        *noun_deals(text, nouns, sentences, amounts),
        *rounds_and_bids(text, amounts),
        *backing_deals(text, money),
        *acted_deals(text, sentences, organizations, amounts),
        *stated_deals(text, sentences, money, organizations),
    ]
    yield from _without_frames(text, _chosen(found, sentences))


def _without_frames(text: str, found: list[Found]) -> Iterator[Found]:
    """Drop what introduces a name or gives a purpose: 'pact on the [Lunar Mission]', '[sell a stake] to raise $5m'."""
    named = {match.start for match in found if match.rule in ("name", "known")}
    ends = sorted(match.end for match in found)
    for match in found:
        link = _ONTO.match(text, match.end)
        if match.rule.startswith("noun") and link and link.end() in named:
            continue
        if match.rule in ("verb-duty", "verb-act") and match.label == "law":
            told = ends[max(0, bisect_left(ends, match.start) - 1)]
            if told < match.start and is_clause_of(text[told : match.start]):
                continue
        if match.rule in ("amount", "verb-money") and _adds_up(text, match):
            continue
        if _UNDER.search(text, max(0, match.start - 12), match.start) and _stated_before(text, match, found):
            continue
        if match.rule == "verb-money" and _PURPOSE.search(text[max(0, match.start - 70) : match.start]):
            first, behind = (bisect_left(ends, match.start + shift) for shift in (-39, 1))
            near = ends[first:behind]
            if near and "." not in text[max(near) : match.start]:
                continue
        yield match


def _adds_up(text: str, match: Found) -> bool:
    """Whether a sum adds up year by year, which is no one deal: 'has disbursed [$5m in loans] since 2019'."""
    if _YEARLY.match(text, match.end):
        return True
    since = _SINCE.match(text, match.end)
    return since is not None and _HAS_DONE.search(text[max(0, match.start - 60) : match.start + 12]) is not None


def _stated_before(text: str, match: Found, found: list[Found]) -> bool:
    """Whether the sentence has told before what the deal is: '[licensed its drug to Acme] in a [deal worth $5m]'."""
    if not re.search(r"\b(?:deal|transaction|agreement|contract)\b", text[match.start : match.end]):
        return False
    last = max((other.end for other in found if other.end <= match.start and other.rule in _TELLING), default=-1)
    return last >= 0 and match.start - last < 120 and not re.search(r"[.;]\s", text[last : match.start])


def _chosen(found: list[Found], sentences: list[tuple[int, int]]) -> list[Found]:
    """The best of overlapping finds; what describes the name of a list entry is no deal beside it."""
    taken: list[Found] = []
    occupied = bytearray(sentences[-1][1])
    for match in sorted(found, key=lambda m: (_RANK.get(m.rule, 2), m.start - m.end, m.start, m.label, m.rule)):
        if not any(occupied[match.start : match.end]):
            occupied[match.start : match.end] = b"\x01" * (match.end - match.start)
            taken.append(match)
    entries = [match for match in taken if match.rule == "entry"]
    described: dict[tuple[int, str], int] = {}
    for entry in entries:
        place = (bisect_right(sentences, (entry.start, len(occupied))), entry.label)
        described[place] = min(entry.end, described.get(place, entry.end))
    return [
        match
        for match in taken
        if match.rule == "entry"
        or match.start
        < described.get((bisect_right(sentences, (match.start, len(occupied))), match.label), len(occupied) + 1)
    ]


@Language.factory("deal_matcher", requires=["doc.sents"], assigns=["doc.spans"])
def create_deal_matcher(nlp: Language, name: str) -> DealMatcher:
    """The component that sets ``doc.spans["deals"]``."""
    return DealMatcher()


class DealMatcher:
    """Sets ``doc.spans["deals"]``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find, choose and keep."""
        return assign(doc, "deals", find(doc))
