"""Deals by set phrases: rounds ('Series C'), flotations ('go public'), bids for a work and auctions of rights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.match.deal_amounts import Amounts
from pipeline.match.deal_heads import any_special
from pipeline.match.deal_phrases import complement
from pipeline.match.spans import Found

_ROUND = re.compile(
    r"\b(?P<the>(?:an?|the|its|their|last|earlier|previous|planned|first)\s)?"
    r"(?P<what>(?:pre-)?Series\s[A-H]\d?(?:\s(?:funding|financing|fundraising|investment|round|raise)){0,2})(?![\w-])"
    r"(?!\s(?:preferred|preference|shares|notes|bonds|units|warrants|stock)\b)"
)
# 'raised $5m in a [Series B]': the round is the sum that was raised.
_RAISED_IN = re.compile(r"\)?\s(?:in|through|via|from|for|as\spart\sof)\s\Z")
_PUBLIC = re.compile(
    r"\b(?:go|going|goes|went)\spublic(?!\s(?:with|about|over|on|with)\b)"
    r"(?:\s(?:in\s(?:London|New\sYork|Hong\sKong|Mumbai|Tokyo|Singapore|\d{4})|by\s\d{4}|(?:with)?in\s\w+\s(?:years|months)))?"
)
# 'opened [bidding for the 3 GHz band]', 'an [auction of fishing rights]'.
_AUCTION = re.compile(
    r"\b(?:[Bb]idding\s(?:for|on)|[Aa]uction\sof|[Aa]uction\sfor)\s(?:(?!(?:in|on|at|by|and|that|which|was|is|will|would|has)\b)[\w’'-]+\s){0,4}?"
    r"(?:bands?|spectrum|frequenc(?:y|ies)|licen[cs]es?|permits|(?:drilling|mining|fishing|broadcast|exploration|media)\srights|(?:oil|gas|exploration|offshore|coal|mining)\s(?:and\sgas\s)?"
    r"(?:blocks|leases)|seabed\s(?:plots|leases)|slots|concessions?)(?![\w-])"
)


def rounds_and_bids(text: str, amounts: Amounts) -> Iterator[Found]:
    """Every round named by its letter, flotation told as 'go public', bids for a work, auction of rights.

    Args:
        text: the article's text.
        amounts: where amounts of money and shares stand.
    """
    for found in _ROUND.finditer(text):
        beside = amounts.beside(found.start("what"))
        last = amounts.last_before(found.start())
        if beside is None and (not found["the"] or (last and _RAISED_IN.fullmatch(text, last[1], found.start()))):
            continue
        end = complement(text, found.end(), len(text), ("of", "for", "from"))
        yield Found(found.start("what") if beside is None else beside, end, "investment", "round")
    for found in _PUBLIC.finditer(text):
        yield Found(found.start(), found.end(), "transaction", "verb-public")
    for found in _AUCTION.finditer(text):
        yield Found(found.start(), found.end(), "transaction", "noun-bids")
    for found in _bids().finditer(text):
        end = complement(text, found.end(), len(text), ("in", "at", "near", "from", "to"))
        yield Found(found.start(), end, "contract", "noun-bids")


@cache
def _bids() -> re.Pattern[str]:
    works = any_special("works", "pieces", "kit", "places")
    return re.compile(
        r"\b(?:[Bb]ids|[Tt]enders|[Oo]ffers)\s(?:for|to\s(?:build|supply|run|operate|design|upgrade))\s"
        r"(?:(?!(?:in|on|at|by|from|and|of|that|which|were|was|are|is)\b)[\w’'-]+\s){0,4}?"
        rf"(?:{works}|network|contract|concession|system|grid)s?(?:\s(?:{works}|contract|network|system)s?)?(?![\w-])"
    )
