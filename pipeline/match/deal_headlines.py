"""Deals as headlines tell them: 'Acme buys Pune rival Bolt', 'Ostra wins $230m for water'."""

from __future__ import annotations

import re
from functools import cache

from pipeline.match.deal_heads import any_special
from pipeline.match.deal_objects import BOUND, THE
from pipeline.match.deal_phrases import before_goods, complement, in_title

_NAME = re.compile(r"[A-ZÀ-Þ][\w&’'-]*(?:\.[a-z]{2,3}\b)?(?:\s[A-ZÀ-Þ&][\w&’'-]*){0,4}")
# Lower-case words that may follow a company's name without making it the name of goods.
_BESIDE = frozenset({"worth", "announced", "last", "next", "this", "which", "who", "to"})


def bought(text: str, position: int, organizations: dict[int, int], verb: str) -> int:
    """Where the company ends that a verb of buying has as object; 0 if there is none.

    '[Bolt]', 'Pune rival [Bolt]'; in a title 'buys [Bolt]' too, but not 'buys [Bolt] pumps'.
    """
    named = _apposed().match(text, position)
    name = _NAME.match(text, named.end()) if named else None
    the = THE.match(text, position)
    end = organizations.get(the.end(), 0) if the else 0
    if name is not None:
        end = max(name.end(), organizations.get(name.start(), 0))
    if not end or not (name is not None or (in_title(text, position) and verb.endswith("s"))):
        return 0
    return 0 if before_goods(text, end, _BESIDE) else end


def won(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'wins [$230m for a water plant]': in a title, where who gets a sum has been granted it."""
    bound = BOUND.match(text, position, ceiling) if in_title(text, position) else None
    if bound is None or bound.end() not in money:
        return 0
    end = complement(text, money[bound.end()], ceiling, ("for", "from", "to"))
    return end if end > money[bound.end()] else 0


@cache
def _apposed() -> re.Pattern[str]:
    kinds = any_special("apposed")
    return re.compile(
        rf"\s(?:the\s|its\s|an?\s)?(?:(?!(?:of|in|from|for|to|at|by|on)\b)[\w’'&-]+\s){{0,3}}?(?:{kinds})\s"
    )
