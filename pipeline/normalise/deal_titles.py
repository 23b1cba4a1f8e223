"""The deal of a title told again in full: 'Seoul pact nears ... hopes to sign a trade agreement with Korea'."""

from __future__ import annotations

import re

from pipeline.normalise.deal_identity import PAID, Identity

# How far behind the title its deal is told; what is summed up as a 'deal' is told at once.
_REACH = 1500
_SOON = 700
# '... signed a fisheries accord. Under the [Nile Fisheries Compact (NFC)], ...'.
_UNDER = re.compile(r"(?:[.!?”\"]\s+|\n\s*)(?:Under|Through|As\spart\sof)\sthe\s\Z")
_NAMED_WITHIN = 400


def title_end(text: str) -> int:
    """Where the title in the first line of ``text`` ends; 0 if that line is a sentence."""
    end = text.find("\n")
    return end if 0 < end < 200 and not text[:end].rstrip().endswith((".", "!", ":")) else 0


def retold(old: Identity, new: Identity, rules: tuple[str, str], distance: int) -> bool:
    """Whether a phrase of the text tells in full the deal that the title has in short.

    Args:
        old: the title's deal.
        new: the phrase of the text.
        rules: the rules that found them.
        distance: characters from the title to the phrase.
    """
    if distance > _REACH or (old.amount and new.amount and old.amount != new.amount):
        return False
    if all(rule.startswith("verb") for rule in rules):
        return old.kind == new.kind and bool(old.names & new.names)
    if summed_up(old):
        return new.kind in PAID and distance < _SOON
    if old.kind != new.kind or old.head != new.head or not old.head or not old.lower:
        return False
    if old.kind == "forum":
        return old.core <= new.words  # 'summit' is told again as '6th Leaders' Summit'
    if not new.lower:
        return False
    return old.kind != "law" or bool((old.core & new.words) - {old.noun.removesuffix("s"), new.noun.removesuffix("s")})


def same_sum(old: Identity, new: Identity) -> bool:
    """Whether a phrase has the sum of the title's deal: 'wins $60m for clinics ... approved a $60 million grant'."""
    share = old.amount.endswith("%")
    return bool(old.amount) and not share and old.amount == new.amount and {old.kind, new.kind} <= PAID


def summed_up(old: Identity) -> bool:
    """Whether a title calls its deal no more than that: '$940m deal'."""
    return old.noun == "deal" and old.kind in PAID


def named_after(text: str, old: Identity, new: Identity, place: tuple[int, int]) -> bool:
    """Whether a sentence that opens with 'Under the' and a name gives the name of the deal told just before.

    Args:
        text: the article's text.
        old: the deal told before.
        new: the name.
        place: where the deal told before ends and where the name starts.
    """
    if place[1] - place[0] > _NAMED_WITHIN or not _UNDER.search(text[max(0, place[1] - 24) : place[1]]):
        return False
    shared = (old.words & new.words) - {old.noun.removesuffix("s")}
    return old.lower and {old.kind, new.kind} <= {"agreement", "initiative"} and bool(shared)
