"""What may follow a verb of handing over: a borrower and a sum, bonds, a stake, a licence, tonnes of goods, a duty."""

from __future__ import annotations

import re
from functools import cache

from pipeline.match.deal_cues import states
from pipeline.match.deal_heads import any_special
from pipeline.match.deal_objects import BOUND, COMPANY, guard, priced, sited
from pipeline.match.deal_phrases import complement, in_title, stops

_NAME = rf"(?:the\s|its\s|rival\s){{0,2}}(?:[\w-]+-based\s)?{COMPANY}"
# 'lend [the utility] $5m'; not 'give [him] $20'.
_WHOM = re.compile(
    r"\s(?!(?:him|her|me|us|you|it|them|up|out|back|of|to|for|in|at|on|from|with|by|as|than|over|about)\b)(?:the\s|its\s|their\s|an?\s)?[\w’'&-]+(?=\s)"
)
# The rest of its name: 'lend [Sri Lanka] $5m'.
_WHOM_TOO = re.compile(r"\s(?!(?:of|to|for|in|at|on|from|with|by|as|that|and)\b)[\w’'&-]+(?=\s)")
_LARGE = re.compile(r"\d[\d.,]*[\s-]?(?:million|billion|trillion|crore|(?:mn?|bn|tn|mil)\b)", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had)\s\Z")
_OWNER = re.compile(
    r"(?<![\w’'-])(?:(?!The\b|This\b|A\b|An\b|Its\b|Such\b)[A-ZÀ-Þ][\w&’'-]*|[a-z]+(?:maker|company|firm|group))\s\Z"
)
_STAKE = re.compile(
    rf"\s(?:an?|its|their|the|another)\s(?:[\w.,%$€£’'-]+\s){{0,5}}?(?:stake|shareholding|holding|interest)\s+in\s"
    rf"(?:{_NAME}|(?:the|its)\s[a-z-]+)"
    # 'sell [a stake of at least 10%]', 'sold [its 12% stake] to Acme'
    r"|\s(?:an?|its|their|the|another)\s(?:[a-z-]+\s)?(?:stake|shareholding|holding)\sof\s(?:[a-z]+\s){0,3}\d[\d.,]*\s?(?:%|per\s?cent|percent)"
    rf"|\s(?:an?|its|their|the)\s(?:[\w.,%$€£’'-]+\s){{0,4}}?(?:stake|shareholding|holding)\s(?:to|from)\s{_NAME}"
)
# The part, of what, and a buyer or a price behind it.
_PART = re.compile(
    r"\s(?:half|most|all|a\s(?:third|quarter|fifth|tenth)|\d[\d.,]*\s?(?:%|per\s?cent|percent))\sof\s(?:the\s|its\s|their\s)?"
    rf"(?:[\w’'&-]+\s){{0,4}}?[\w’'&-]+(?:(?=\sfor\s[^\W\d_]{{0,4}}[$€£¥\d])|\s(?:to|from)\s{_NAME})"
)
_LICENSED = re.compile(rf"\s(?:[\w’'&-]+\s){{1,7}}?(?:to|from)\s{_NAME}")
_MERGED = re.compile(rf"(?:\s[\w’'&-]+){{0,5}}?\swith\s{_NAME}")
_COUNTED = (
    r"\s(?:(?:up\s+to|about|around|over|more\s+than|at\s+least|nearly|some|another|an\s+additional)\s)?"
    r"\d[\d,.]*\s(?:million\s|billion\s|thousand\s)?"
)
_LISTED = r"(?:\s(?!(?:in|on|of|for|to)\b)[\w’'-]+){0,4}?\s(?:on|in)\s(?:the\s)?(?:[A-Z][\w-]+\s){0,2}?"
_RATE = (
    r"\s(?:(?:the|its|their|a|an|all|new|most)\s)?"
    r"(?P<what>(?!(?:in|of|to|by|from|on|for|with|and|at|his|her|my)\b)[\w%.-]+\s){0,3}?"
)


def _indirect(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'lend [the utility $300 million for a dam]'."""
    word = _WHOM.match(text, position, ceiling)
    for _ in range(5):
        bound = BOUND.match(text, word.end(), ceiling) if word else None
        if word is None or (bound is not None and bound.end() in money):
            break
        word = _WHOM_TOO.match(text, word.end(), ceiling)
        if word and (word.group().strip() in states() or word.group().strip() in stops()):
            return 0  # 'granted bail [after] paying $5m'
    if word is None or bound is None or not _LARGE.search(text, bound.end(), money.get(bound.end(), 0)):
        return 0
    return sited(text, complement(text, money[bound.end()], ceiling, ("in", "for", "towards")), ceiling)


def _debt(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'sell [$500 million of green bonds]', 'issue [bonds worth $2 billion]'."""
    bound = BOUND.match(text, position, ceiling)
    if bound is not None and bound.end() in money:
        papers = _papers().match(text, money[bound.end()], ceiling)
        return papers.end() if papers else 0
    worth = _papers_worth().match(text, position, ceiling)
    return money.get(worth.end(), 0) if worth else 0


def _stake(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'take [a 20% stake in Acme]', 'raise [its stake in Acme]'."""
    stake = _STAKE.match(text, position, ceiling)
    return stake.end() if stake else 0


def _license(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'license [its asthma drug to Acme]'."""
    if not (guard("actors").search(before) or _OWNER.search(before)):
        return 0
    to = _LICENSED.match(text, position, ceiling)
    return priced(text, to.end(), ceiling, money) if to else 0


def _merge(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'merge [its cable unit with Acme]'."""
    if not guard("actors").search(before):
        return 0
    other = _MERGED.match(text, position, ceiling)
    return other.end() if other else 0


def _tonnes(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'agreed to supply [2 million tonnes of gas to Acme]': by those who will; what was sold is trade."""
    if not guard("promisers").search(before):
        return 0
    amount = _measured().match(text, position, ceiling)
    return complement(text, amount.end(), ceiling, ("of", "from", "to")) if amount else 0


def _listing(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'list [its cable unit in London]'."""
    if not guard("actors").search(before):
        return 0
    if text.startswith("listed", position - 6) and not _HAS.search(before):
        return 0  # 'is listed in London'
    market = _market().match(text, position, ceiling)
    return market.end() if market else 0


def _duty(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'cut [the duty on soybeans]', 'raise [excise on fuel]'."""
    duty = _rate().match(text, position, ceiling)
    if duty is None:
        return 0
    end = complement(text, duty.end(), ceiling, ("on", "for"))
    return end if end > duty.end() or duty["whole"] or duty["what"] else 0


def _pay(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'pay [$5m for the lift maker]', 'offer [$5m for Acme]'."""
    bound = BOUND.match(text, position, ceiling)
    if bound is None or bound.end() not in money or not _LARGE.search(text, bound.end(), money[bound.end()]):
        return 0
    bought = _bought().match(text, money[bound.end()], ceiling)
    return bought.end() if bought else 0


def _share(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'sell [half of its lithium project to Acme]', 'buy [51% of the brewery for $5m]'."""
    part = _PART.match(text, position, ceiling)
    if part is None and (guard("actors").search(before) or in_title(text, position)):
        part = _part_of_firm().match(text, position, ceiling)
    if part is None or _traded().search(part.group()):
        return 0
    return priced(text, part.end(), ceiling, money)


def _firm(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'privatise [its power utility]'."""
    firm = _firms().match(text, position, ceiling)
    return firm.end() if firm else 0


def _lease(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'leased [the terminal to Acme]'."""
    work = _leased().match(text, position, ceiling)
    return work.end() if work else 0


TRANSFERS = {
    "firm": _firm,
    "pay": _pay,
    "share": _share,
    "lease": _lease,
    "indirect": _indirect,
    "debt": _debt,
    "stake": _stake,
    "license": _license,
    "merge": _merge,
    "tonnes": _tonnes,
    "listing": _listing,
    "duty": _duty,
}


@cache
def _traded() -> re.Pattern[str]:
    return re.compile(rf"\b(?:its|their)\s(?:[\w-]+\s){{0,3}}?(?:{any_special('traded')})\s(?:from|to)\b")


@cache
def _part_of_firm() -> re.Pattern[str]:
    """'sell [49% of airline Norvik]', by those who will or in a title."""
    return re.compile(
        r"\s(?:half|most|all|a\s(?:third|quarter|fifth|tenth)|\d[\d.,]*\s?(?:%|per\s?cent|percent))\sof\s(?:the\s|its\s|their\s)?"
        rf"(?:[\w’'&-]+\s){{0,3}}?(?:{any_special('firms')}|{any_special('units')}|{any_special('apposed')})\b(?:\s{_NAME})?"
    )


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:of|in|worth\sof)\s(?:[\w-]+\s){{0,4}}?(?:{any_special('papers')})\b|\s(?:{any_special('papers')})\b"
    )


@cache
def _papers_worth() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:[\w-]+\s){{0,4}}?(?:{any_special('papers')})\s(?:worth|of|for|totalling|totaling)\s"
        r"(?:(?:up\s+to|about|around|over|more\s+than|at\s+least|nearly|some)\s)?"
    )


@cache
def _measured() -> re.Pattern[str]:
    return re.compile(rf"{_COUNTED}(?:{any_special('measures')})\b", re.IGNORECASE)


@cache
def _bought() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s(?:upfront|up\sfront|in\scash|in\sstock))?\sfor\s(?:(?:the\s)?(?:[a-z]+\s)?rights\s|{_NAME}|(?:the|its|a)\s(?:[\w’'-]+\s){{0,4}}?(?:{any_special('firms')}|{any_special('units')}|maker)\b)"
    )


@cache
def _firms() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:its|the|their|a)\s(?:[\w-]+\s){{0,3}}?(?:{any_special('firms')}|{any_special('units')})\b"
    )


@cache
def _leased() -> re.Pattern[str]:
    return re.compile(rf"\s(?:its|the|their|a)\s(?:[\w-]+\s){{0,3}}?(?:{any_special('works')})\sto\s{_NAME}")


@cache
def _market() -> re.Pattern[str]:
    return re.compile(rf"{_LISTED}(?i:{any_special('markets')})\b")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"{_RATE}(?:(?P<whole>{any_special('whole_rates')})|{any_special('rates')})\b", re.IGNORECASE)
