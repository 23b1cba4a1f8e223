"""Sums that belong to another deal or amount: what a pact's own clause promises, and parts of a sum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.match.deal_heads import any_special
from pipeline.match.spans import Found

_MODAL = r"(?:(?:will|would|could|may|might|should|also)\s){0,2}"
# 'a law that would [cut the duty on soybeans]', 'the Soy Act, adopted in May, which will [cut the duty]'.
_RELATIVE = re.compile(rf"(?:,[^,;:.]{{1,40}})?,?\s(?:that|which)\s{_MODAL}")
# 'a pact that sets a floor price and [promises $5m]'.
_SAME_CLAUSE = re.compile(r"\b(?:that|which)\s(?!the\b|[A-Z])[^,;:()]{0,90}\sand\s(?:(?:will|would|also)\s){0,2}\Z")
# 'pledged $5m, of which Samoa will [contribute $2m]'.
_PART = re.compile(r"\bof\s(?:which|this|that\ssum|that\samount)\b,?\s[^,;:()]{0,60}\Z")
_REACH = 220
# 'supported by [$5m from Acme]'.
_BACKING = re.compile(
    r"\b(?:supported|backed|funded|financed|paid\sfor|underwritten|assisted|bolstered|built|equipped|helped|topped\sup)\s(?:by|with|through)\s"
    r"(?:(?:an?\s(?:additional|further|initial|extra)|up\sto|about|around|over|more\sthan|nearly|some|another)\s)?\Z"
)
_SOURCE = re.compile(
    r"\s(?:in\s(?:[a-z-]+\s){0,2}?(?:grants?|loans?|aid|funding|financing|support|credit|investment|donations)\s)?"
    r"from\s(?:the\s|its\s)?[A-ZÀ-Þ][\w&’'-]*(?:\s(?:[A-ZÀ-Þ&][\w&’'-]*|of(?=\s[A-Z])|and(?=\s[A-Z]))){0,5}"
)


def told_in_clause(before: str, object_: str) -> bool:
    """Whether a verb of paying tells what another deal does, or a part of a sum told before.

    Args:
        before: the sentence up to the verb.
        object_: the class of the verb's object.
    """
    tail = before[-_REACH:]
    if object_ != "money":
        return False
    if _PART.search(tail):
        return True
    clause = _SAME_CLAUSE.search(tail)
    return clause is not None and _pact().search(tail[: clause.start()]) is not None


def is_clause_of(between: str) -> bool:
    """Whether the words between a deal and a verb make the verb tell what the deal does: 'a [law] that would [ban]'."""
    return _RELATIVE.fullmatch(between) is not None


def backing_deals(text: str, money: dict[int, int]) -> Iterator[Found]:
    """Every sum that something is paid for with and that names who gives it: 'funded by [$5m from Acme]'."""
    for start, end in money.items():
        source = _SOURCE.match(text, end)
        if source and _BACKING.search(text, max(0, start - 50), start):
            yield Found(start, source.end(), "investment", "amount-from")


@cache
def _pact() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_special('exchanged')}|deal)\b[^;:.]{{0,90}}\Z")
