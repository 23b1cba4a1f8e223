"""Deals by what is done or agreed.

'[sale of Acme]', 'a [second memorandum]', 'the two sides agreed to [reopen the bridge]'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.match.deal_amounts import Amounts
from pipeline.match.deal_heads import any_special, heads
from pipeline.match.deal_objects import COMPANY
from pipeline.match.deal_phrases import before_goods, complement
from pipeline.match.spans import Found

_THE = re.compile(r"(?:the\s|rival\s|troubled\s|ailing\s|its\srival\s)?(?:[a-z]+(?:maker|lender|group)\s)?")
# What only befalls companies, so that any name will do.
_STATE = re.compile(r"(?:re)?(?:nationali|privati)[sz]ation")
_FIRM = re.compile(COMPANY)
# Lower-case words that may follow a company's name without making it the name of goods.
_BESIDE = frozenset({"announced", "agreed", "worth", "last", "next", "this", "which", "who"})
_STAKE = re.compile(
    rf"(?:an?|its|their|the)\s(?:[\w.,%$€£-]+\s){{0,5}}?(?:stake|shareholding|holding)\sin\s(?:the\s)?{COMPANY}"
)
_PREPOSITIONS = ("on", "with", "between", "for", "to", "covering", "in")
# '; [a third, on payments]': the noun is the one that was counted before.
_ELLIPTIC = re.compile(
    r"(?:[;,]|\band)\s(?:an?\s|the\s)(?P<what>third|fourth|fifth|sixth|other|last)(?=,?\s(?:on|with|for|between|covering)\s)"
)
_COUNTED_REACH = 400
# '[agreed] on Tuesday [to reopen the bridge]', '... and [to share water]'.
_AGREED = re.compile(r"\bagreed\b")
_WHEN = r"(?:\s(?:on\s\w+day|last\s\w+|this\s\w+|in\sprinciple|at\s[\w\s]{3,30}|also|jointly|provisionally))?"
_ACT = (
    r"(?P<act>(?!(?:{idle}|[a-z]+ing)\b)[a-z]+(?:\s(?!(?:as|after|while|because|if|when|that|which|who|before|but|amid|following|since"
    r"|and\sto)\b)(?:[\w’'%$€£-]|[.,](?=\d))+){{2,8}})"
)


def acted_deals(
    text: str, sentences: list[tuple[int, int]], organizations: dict[int, int], amounts: Amounts
) -> Iterator[Found]:
    """Every deal told by a noun of handing over, by its place in a row, or by what two sides agreed to do.

    Args:
        text: the article's text.
        sentences: extents of its sentences.
        organizations: start of each organisation -> its end.
        amounts: where amounts of money and shares stand.
    """
    for found in _handover().finditer(text):
        end = _handed_over(text, found, organizations)
        if end:
            beside = amounts.beside(found.start())
            yield Found(found.start() if beside is None else beside, end, "transaction", "noun-action")
    counted = 0
    for found in _counted().finditer(text):
        kind = heads()[found["noun"].lower()].kind
        if found["next"] and kind != "forum":
            continue
        counted = complement(text, found.end(), len(text), _PREPOSITIONS)
        yield Found(found.start("what"), counted, kind, "noun-counted")
        for more in _ELLIPTIC.finditer(text, counted, min(len(text), counted + _COUNTED_REACH)):
            gap = more.end() + text.startswith(",", more.end())
            yield Found(more.start("what"), complement(text, gap, len(text), _PREPOSITIONS), kind, "noun-counted")
    yield from _joint_acts(text, sentences)


def _handed_over(text: str, found: re.Match[str], organizations: dict[int, int]) -> int:
    """Where the company, part of one or stake ends behind a noun; 0 if there is none."""
    position = found.end()
    stake = _STAKE.match(text, position)
    part = _part().match(text, position)
    if stake or part:
        return max(match.end() for match in (stake, part) if match)
    firm = _FIRM.match(text, position) if _STATE.match(found.group()) else None
    if firm:
        return firm.end()
    the = _THE.match(text, position)
    end = organizations.get(the.end(), 0) if the else 0
    return 0 if not end or before_goods(text, end, _BESIDE) else end


def _joint_acts(text: str, sentences: list[tuple[int, int]]) -> Iterator[Found]:
    """'the two sides agreed [to reopen the bridge]', '... and to [admit 40,000 workers]'."""
    index = 0
    for verb in _AGREED.finditer(text):
        while index + 1 < len(sentences) and sentences[index][1] <= verb.start():
            index += 1
        # The sides are named right before the verb: only there is looked for them.
        found = _agreed().search(text, max(sentences[index][0], verb.start() - 80), sentences[index][1])
        if found is None or not found.start() <= verb.start() < found.end():
            continue
        yield Found(found.start("act"), found.end("act"), "agreement", "verb-joint")
        also = _also().search(text, found.end(), sentences[index][1])
        if also:
            yield Found(also.start("act"), also.end("act"), "agreement", "verb-joint")


@cache
def _handover() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{any_special('handovers')})\s+of\s+")


@cache
def _part() -> re.Pattern[str]:
    kinds = f"{any_special('firms')}|{any_special('units')}"
    return re.compile(
        rf"(?:its|their|the|an?|{COMPANY}[’']s?)\s(?:(?!(?:to|for|in|at|by|and|from|with|on)\b)[\w’'&-]+\s){{0,4}}(?:{kinds})\b"
    )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Aa]|[Tt]he|[Ii]ts|[Tt]heir)\s"
        r"(?P<what>(?:(?P<next>next|upcoming)|second|third|fourth|further|separate|previous|similar|parallel|follow-up)\s"
        rf"(?:(?!(?:and|or|of|in|to|for)\b)[\w-]+\s){{0,2}}?(?P<noun>{any_special('counted')}))(?![\w’'-])"
    )


@cache
def _agreed() -> re.Pattern[str]:
    sides = (
        rf"(?:(?:[Tt]wo|[Tt]hree|[Bb]oth|[Ff]our)\s(?:{any_special('sides')})"
        rf"|{COMPANY}\sand\s(?:the\s)?[A-ZÀ-Þ][\w&’'-]*)"
        rf"\s(?:(?:have|had|has)\s)?(?:also\s)?agreed{_WHEN}"
    )
    return re.compile(
        rf"\b(?:{sides}|agreed\swith\s(?:the\s)?{COMPANY})\sto\s{_ACT.format(idle=any_special('idle_acts'))}"
    )


@cache
def _also() -> re.Pattern[str]:
    return re.compile(rf"\band\sto\s{_ACT.format(idle=any_special('idle_acts'))}")
