"""Nouns that are deals only under a rule of their own: targets, rules of a regulator, offers."""

from __future__ import annotations

import re

from pipeline.match.deal_evidence import Evidence
from pipeline.match.deal_heads import Head, special

# Nouns with a rule of their own.
OWN_RULES = frozenset({"target", "rules", "guidelines", "offer"})
# Who bargains over pay, and what for.
_UNION = re.compile(r"\b(?:[Uu]nions?|[Ss]trik(?:e|es|ing|ers)|[Ww]alkouts?|walked\sout)\b")
_PAY = re.compile(
    r"\b(?:wages?|pay\s(?:rise|offer|deal|increase|talks|scale)|rais(?:e|es)\sof|bonus|members|workers)\b"
)
_UNION_REACH = 250
# 'rules [that the central bank issued]', 'guidelines [adopted by the board]'.
_RULED = re.compile(
    r",?\s(?:that|which)\s(?:the\s|its\s|[A-Z])|,?\s(?:issued|set|notified|adopted|published|drawn\sup|proposed|imposed)\s(?:by|in)\b"
)


def by_own_rule(seen: Evidence, head: Head, is_class: bool, paid: bool, behind: str) -> str:
    """'2030 target'; '[lending rules] that the regulator issued'; '[rival offer]' that was rejected, not one of help.

    Args:
        seen: what speaks for the noun.
        head: the noun.
        is_class: whether it is a plural that is a class.
        paid: whether it has an amount.
        behind: the sentence behind it.
    """
    if seen.noun == "target":
        dated = any(len(word) == 4 and word.isdigit() for word in seen.words)
        return "yearly" if not is_class and (dated or seen.words & special("targets")) else ""
    if seen.noun != "offer":
        told = seen.words and (seen.done or _RULED.match(behind))
        ruling = seen.governed and (seen.follows not in ("", "of") or (seen.titled and seen.words))
        return "noun-modifier" if seen.follows != "of" and (told or ruling) else ""
    if paid and any(char.isdigit() for char in seen.before):
        return "amount"
    telling = seen.words & head.modifiers and "pay" not in seen.words
    return "noun-verb" if telling and (seen.governed or seen.done) and (paid or seen.follows != "of") else ""


def of_labour(text: str, sentence: tuple[int, int]) -> bool:
    """Whether the sentence or the words before it tell of a union: its contract or offer is about pay."""
    floor = max(0, sentence[0] - _UNION_REACH)
    return all(cue.search(text, floor, sentence[1]) is not None for cue in (_UNION, _PAY))
