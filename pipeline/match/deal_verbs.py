"""Deals that a verb states with its object: 'agreed to buy Catalent for $16.5 billion'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_cues import forms
from pipeline.match.deal_heads import special
from pipeline.match.deal_phrases import complement
from pipeline.match.spans import Found

_BOUND = re.compile(
    r"\s+(?:(?:up\s+to|about|around|over|more\s+than|at\s+least|nearly|almost|some|another|an?|an\s+additional"
    r"|a\s+further|as\s+much\s+as|additional|roughly|approximately|in\s+total)\s+){0,2}"
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
_OWN = r"\s+(?:its|their|the|[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}[’']s?)\s+(?:[\w&’'-]+\s+){1,4}?"
_OF = r"(?:\s+of)?(?:\s+(?:up\s+to|about|around|over|more\s+than|at\s+least|nearly|some|another|a\s+further))?"
# 'offering [500p] in cash per share': a price, no sum.
_PRICE = re.compile(
    r"(?:\s(?!per\b|an?\b|for\b)\w+){0,3}\s(?:per|an?|for\s(?:each|every))\s(?:\w+\s)?(?:share|unit|barrel|head)\b"
)
# No sum of anybody's: 'mobilise trillions of dollars'.
_VAGUE = re.compile(r"(?:hundreds|millions|billions|trillions)\b", re.IGNORECASE)
_THINGS = re.compile(r"\s+(?:all\s+|the\s+)?(?:[a-z-]+\s+){0,2}?[a-z-]{4,}s(?!\w)")
_THE = re.compile(r"\s+(?:the\s+|rival\s+|its\s+rival\s+)?")
_FOR = re.compile(r"\s+(?:[\w.’'&,()-]+\s+){0,8}?(?:for|in\s+an?)\s+(?:[\w]+\s+){0,3}\Z")
_NUMBER = r"\s+(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:[\w-]+\s+){0,3}?"
_ARTICLE = r"\s+(?:an?|another|the|its|new)\s+(?:[\w’'.,$%&-]+\s+){0,6}?"


class _Frame(NamedTuple):
    kind: str
    object: str
    pattern: re.Pattern[str]


def stated_deals(
    text: str, sentences: list[tuple[int, int]], money: dict[int, int], organizations: dict[int, int]
) -> Iterator[Found]:
    """Every deal stated by a verb.

    Args:
        text: the article's text.
        sentences: extents of its sentences.
        money: start of each amount of money -> its end.
        organizations: start of each organisation -> its end.
    """
    for frame in _frames():
        if frame.object in ("money", "goods", "spend") and not money:
            continue
        index = 0
        for found in frame.pattern.finditer(text):
            while index + 1 < len(sentences) and sentences[index][1] <= found.start():
                index += 1
            floor, ceiling = sentences[index]
            before = text[max(floor, found.start() - 40) : found.start()]
            if _guard("purpose").search(before):
                continue
            end = _OBJECTS[frame.object](text, found.end(), ceiling, money, before)
            if not end and frame.object == "name" and (_guard("actors").search(before) or _takes(found.group())):
                the = _THE.match(text, found.end(), ceiling)
                end = organizations.get(the.end(), 0) if the else 0
            if end:
                yield Found(found.start(), end, frame.kind, f"verb-{frame.object}")


def _takes(verb: str) -> bool:
    """Whether a past form means the purchase of a company by itself."""
    return verb in toml("deal_verbs")["forms"]["taken"]


def _money(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'invest [Rs 5,000 crore in a plant]'."""
    bound = _BOUND.match(text, position, ceiling)
    if (
        bound is None
        or bound.end() not in money
        or _VAGUE.match(text, bound.end())
        or _PRICE.match(text, money[bound.end()])
    ):
        return 0
    return complement(text, money[bound.end()], ceiling, ("in", "for", "into", "towards"))


def _goods(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'purchase [goods worth $3 billion]', 'buy [$40 billion of grain]'."""
    worth = _WORTH.match(text, position, ceiling)
    if worth and worth.end() in money:
        return money[worth.end()]
    bound = _BOUND.match(text, position, ceiling)
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
    if not _guard("actors").search(before):
        return 0
    work = _things(f"(?:{_NUMBER}|{_ARTICLE})", "works").match(text, position, ceiling)
    if work is None or text.startswith("pipeline of ", work.end() - 8):
        return 0  # 'build a pipeline of talent'
    return complement(text, work.end(), ceiling, ("in", "for", "at", "near"))


def _spend(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'spend [$1 billion on a desalination plant]'."""
    bound = _BOUND.match(text, position, ceiling)
    if bound is None or bound.end() not in money or not _ON.match(text, money[bound.end()], ceiling):
        return 0
    return complement(text, money[bound.end()], ceiling, ("on",))


def _pieces(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'order [470 aircraft from Airbus]', 'the purchase of up to [220 missiles]'."""
    pieces = _things(_OF + _NUMBER, "pieces").match(text, position, ceiling)
    return complement(text, pieces.end(), ceiling, ("from", "to")) if pieces else 0


def _unit(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'sell [its forklift arm]'."""
    unit = _things(_OWN, "units").match(text, position, ceiling)
    return unit.end() if unit else 0


def _act(text: str, position: int, ceiling: int, money: dict[int, int], before: str) -> int:
    """'ban [sales of petrol cars]', by those who will or did."""
    if not _guard("actors").search(before):
        return 0
    things = _THINGS.match(text, position, ceiling)
    return complement(text, things.end(), ceiling, ("of", "on", "in")) if things else 0


_OBJECTS = {
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
def _things(before: str, kind: str) -> re.Pattern[str]:
    """A list of the gazetteer behind ``before``: '470 [aircraft]', 'a semiconductor [plant]'."""
    return re.compile(rf"{before}(?:{alternatives(sorted(special(kind)))})\b", re.IGNORECASE)


@cache
def _guard(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(toml('deal_verbs')['guards'][name])})\s+\Z", re.IGNORECASE)


@cache
def _frames() -> tuple[_Frame, ...]:
    frames = []
    for frame in toml("deal_verbs")["frames"]:
        verbs = alternatives([form for base in frame["verbs"] for form in forms(base)])
        frames.append(
            _Frame(frame["kind"], frame["object"], re.compile(rf"\b(?:{verbs}|{verbs.title()})(?=\s)(?!\s+back\b)"))
        )
    return tuple(frames)
