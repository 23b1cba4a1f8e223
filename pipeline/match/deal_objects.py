"""What may follow a verb that states a deal: an amount, a company, a work, a number of goods."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_heads import any_special
from pipeline.match.deal_phrases import complement

# The capitals of a company's name: 'Acme', 'Bank of Norvik'.
COMPANY = r"[A-ZÀ-Þ][\w&’'-]*(?:\s(?:[A-ZÀ-Þ&][\w&’'-]*|of|and(?=\s[A-Z]))){0,4}"
BOUND = re.compile(
    r"\s+(?:(?:up\s+to|about|around|over|more\s+than|at\s+least|nearly|almost|some|another|an\s+additional"
    r"|a\s+further|as\s+much\s+as|as\s+many\s+as|a\s+total\s+of|a\s+combined|an\s+initial|a\s+first|an?|additional|roughly|approximately|in\s+total)\s+){0,2}"
)
_WORTH = re.compile(r"\s+(?:[\w.’'&-]+\s+){1,4}worth\s+(?:(?:about|over|around|nearly|up\s+to)\s+)?")
_NAME = re.compile(
    r"\s+(?:the\s|its\s|rival\s|all\s+of\s)?(?:[\w-]+\s){0,2}[A-Z][\w&.’'-]*(?:\s(?:[A-Z&][\w&.’'-]*|of|and)){0,4}"
)
_STAKE = re.compile(
    r"\s+(?:(?:[\w.,%$€£-]+\s){0,6}?(?:stakes?|interest)|(?:[\w]+\s){0,2}?\d[\d.,%]*\s(?:[\w]+\s){0,3}?shares)"
    r"\s+in\s+(?:the\s|its\s)?[\w&’'-]+(?:\s[\w&’'-]+){0,4}?(?=[,.;\n]|\s(?:for|from|to|at|in|by|on)\s|\s?\Z)"
)
_ON = re.compile(r"\s+on\s+(?:an?|the|its|new|building)\s")
_SHARES = re.compile(r"\s+(?:worth\s+)?of\s+(?:its|their)\s+(?:own\s+)?(?:[a-z]+\s+)?(?:shares|stock)\b")
_OWN = (
    r"\s+(?:its|their|the|(?:both|the\stwo)\s[\w-]+[’']s?"
    r"|[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}[’']s?)\s+(?:[\w&’'-]+\s+){1,4}?"
)
_OF = r"(?:\s+of)?(?:\s+(?:up\s+to|about|around|over|more\s+than|at\s+least|nearly|some|another|a\s+further))?"
# 'offering [500p] in cash per share': a price, no sum.
_PRICE = re.compile(
    r"(?:\s(?!per\b|an?\b|for\b)\w+){0,3}\s(?:per|an?|for\s(?:each|every))\s(?:[\w-]+\s)?"
    rf"(?:{alternatives(toml('deals')['special']['priced'])})\b"
)
# No sum of anybody's: 'mobilise trillions of dollars'.
_VAGUE = re.compile(r"(?:hundreds|millions|billions|trillions)\b", re.IGNORECASE)
_AT = re.compile(
    r"\sat\s(?:(?P<valuation>an?\s(?:[a-z-]+\s)?valuation\sof\s)|an?\s)?(?:(?:about|around|over|more\sthan|nearly)\s)?"
)
_VALUATION = re.compile(r"\s(?:[a-z-]+\s)?valuation\b")
# 'build [2.1 gigawatts of solar capacity]'.
_CAPACITY = re.compile(
    r"\s(?:(?:up\sto|about|around|over|more\sthan|at\sleast|nearly|some|another|an\sadditional|a\sfurther)\s)?"
    r"\d[\d,.]*\s?(?:MW|GW|megawatts|gigawatts|km|kilomet(?:re|er)s|miles|MWh|megawatt-hours)\sof\s"
    r"(?:(?!(?:in|on|at|by|for|from|to|and)\b)[a-z-]+\s){0,3}?(?:capacity|power|storage|plants|farms|lines?|roads?|railways?|tracks?|pipes?|pipelines?"
    r"|cables?|motorways?|highways?|wind|solar|panels|turbines)\b(?:\s(?:power\s)?(?:capacity|plants|farms|parks|storage|panels))?"
)
_BUYER = re.compile(
    r"\s(?:to|from)\s(?:the\s|its\s|rival\s)?(?:[A-Z][\w-]+[’']s\s)?[A-ZÀ-Þ][\w&-]*(?:\s[A-ZÀ-Þ&][\w&-]*){0,3}"
)
_PRICED = re.compile(r"\sfor\s(?:(?:up\s+to|about|around|over|more\s+than|at\s+least|nearly|some)\s+)?")
# 'Acme [opened a factory]': by somebody with a name.
_NAMED = re.compile(r"(?:\A|\s)(?!(?:He|She|They|We|I|It|The|This|That|Who)\b)[A-ZÀ-Þ][\w&-]+\s\Z")
_PLACE = re.compile(
    r"\s(?:at|in|near)\s(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-ZÀ-Þ][\w-]*(?:\s[A-ZÀ-Þ][\w-]*){0,2}"
)
_THINGS = re.compile(r"\s+(?:all\s+|the\s+)?(?:[a-z-]+\s+){0,2}?[a-z-]{4,}s(?!\w)")
THE = re.compile(r"\s+(?:the\s+|rival\s+|its\s+rival\s+)?")
_FOR = re.compile(r"\s+(?:[\w.’'&,()-]+\s+){0,8}?(?:for|in\s+an?)\s+(?:[\w]+\s+){0,3}\Z")
_NUMBER = r"\s+(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:[\w-]+\s+){0,3}?"
_ARTICLE = (
    r"\s+(?:an?|another|the|its|new)\s+"
    r"(?:(?!(?:to|in|for|on|about|at|with|from|by|and|that|which|after|as)\b)[\w’'.,$%&-]+\s+){0,6}?"
)


def _money(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'invest [Rs 5,000 crore in a plant]'."""
    bound = BOUND.match(text, position, ceiling)
    if (
        bound is None
        or bound.end() not in money
        or _VAGUE.match(text, bound.end())
        or _PRICE.match(text, money[bound.end()])
    ):
        return 0
    valued = _valued(text, money[bound.end()], ceiling, money)
    if valued:
        return valued
    end = complement(text, money[bound.end()], ceiling, ("in", "for", "into", "towards", "on", "from"))
    return sited(text, end, ceiling)


def _valued(text: str, position: int, ceiling: int, money: dict[int, int]) -> int:
    """What a round values the company at: 'raises [$120m] at $1.4bn valuation'; 0 if nothing says so."""
    at = _AT.match(text, position, ceiling)
    if at is None or at.end() not in money:
        return 0
    behind = _VALUATION.match(text, money[at.end()], ceiling)
    return behind.end() if behind else money[at.end()] if at["valuation"] else 0


def _goods(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'purchase [goods worth $3 billion]', 'buy [$40 billion of grain]'."""
    worth = _WORTH.match(text, position, ceiling)
    if worth and worth.end() in money:
        return money[worth.end()]
    bound = BOUND.match(text, position, ceiling)
    if bound is None or bound.end() not in money:
        return 0
    end = money[bound.end()]
    shares = _SHARES.match(text, end, ceiling)
    reach = shares.end() if shares else complement(text, end, ceiling, ("of", "worth of", "in"))
    return reach if reach > end else 0


def _name(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'buy [Catalent for $16.5 billion]', 'sell [a 20% stake in Acme]'."""
    stake = _STAKE.match(text, position, ceiling)
    if stake:
        return stake.end()
    name = _NAME.match(text, position, ceiling)
    for first, last in money.items():
        if name and position < first < min(ceiling, position + 110) and _FOR.fullmatch(text, position, first):
            return last
    return 0


def _build(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'construct [2,000 houses]', 'build [a semiconductor plant]'."""
    if not (guard("actors").search(before) or _NAMED.search(before)):
        return 0
    work = _CAPACITY.match(text, position, ceiling)
    work = work or things(f"(?:{_NUMBER}|{_ARTICLE})", "works").match(text, position, ceiling)
    if work is None or text.startswith("pipeline of ", work.end() - 8):
        return 0  # 'build a pipeline of talent'
    return complement(text, work.end(), ceiling, ("in", "for", "at", "near"))


def _spend(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'spend [$1 billion on a desalination plant]'."""
    bound = BOUND.match(text, position, ceiling)
    if (
        bound is None
        or bound.end() not in money
        or not (_ON.match(text, money[bound.end()], ceiling) or guard("promisers").search(before))
    ):
        return 0
    return sited(text, complement(text, money[bound.end()], ceiling, ("on",)), ceiling)


def _pieces(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'order [470 aircraft from Airbus]', 'the purchase of up to [220 missiles]'."""
    pieces = things(_OF + _NUMBER, "pieces").match(text, position, ceiling)
    return complement(text, pieces.end(), ceiling, ("from", "to")) if pieces else 0


def _unit(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'sell [its forklift arm]'."""
    unit = things(_OWN, "units").match(text, position, ceiling)
    return _sold(text, unit.end(), ceiling, money) if unit else 0


def _act(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'ban [sales of petrol cars]', by those who will or did."""
    if not (guard("actors").search(before) or _NAMED.search(before)):
        return 0
    goods = _THINGS.match(text, position, ceiling)
    return complement(text, goods.end(), ceiling, ("of", "on", "in")) if goods else 0


def _sold(text: str, end: int, ceiling: int, money: dict[int, int]) -> int:
    """The buyer and the price behind what is sold: '[its forklift arm] to Norvik for $5m'."""
    buyer = _BUYER.match(text, end, ceiling)
    return priced(text, buyer.end() if buyer else end, ceiling, money)


def priced(text: str, end: int, ceiling: int, money: dict[int, int]) -> int:
    """The price behind what changes hands: '[its asthma drug] for up to $5m'."""
    price = _PRICED.match(text, end, ceiling)
    return money.get(price.end(), end) if price else end


def sited(text: str, end: int, ceiling: int) -> int:
    """The place behind a work: '[a plant] at Kurik'."""
    place = _PLACE.match(text, end, ceiling)
    return place.end() if place else end


OBJECTS = {
    "spend": _spend,
    "pieces": _pieces,
    "act": _act,
    "money": _money,
    "goods": _goods,
    "name": _name,
    "build": _build,
    "unit": _unit,
}


@cache
def things(before: str, kind: str) -> re.Pattern[str]:
    """A list of the gazetteer behind ``before``: '470 [aircraft]', 'a semiconductor [plant]'."""
    return re.compile(rf"{before}(?:{any_special(kind)})\b", re.IGNORECASE)


@cache
def guard(name: str) -> re.Pattern[str]:
    """A list of the gazetteer's ``[guards]`` right before a verb."""
    return re.compile(rf"(?<!\w)(?:{alternatives(toml('deal_verbs')['guards'][name])})\s+\Z", re.IGNORECASE)
