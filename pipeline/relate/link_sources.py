"""Parties that only report what a sentence says: 'according to Eurostat', 'Nomura data showed'."""

from __future__ import annotations

import re
from functools import cache

from pipeline.contract import Extent
from pipeline.gazetteers import alternatives, toml

_DATELINE = re.compile(r"[^\n]{0,40}\(\Z")
_BEHIND_DATELINE = re.compile(r"\)\s?(?:--|[–—-])")
_BASED = re.compile(r"[-‑–](?:based|listed|headquartered|born|owned|backed|registered)\b")
_VENUE = re.compile(r"\bon\s+(?:the\s+|[A-Z]\w+[’']s\s+)?\Z")
_EXCHANGE = re.compile(alternatives(toml("links")["sources"]["venues"]), re.IGNORECASE)
_PRONOUN = re.compile(r"\s(?:it|they|he|she|we|its|their)\s", re.IGNORECASE)


def is_source(text: str, mention: Extent, unit: Extent, figure: int) -> bool:
    """Whether the party at ``mention`` only reports the figure at ``figure``, or is just the place of its report.

    Args:
        text: the article's text.
        mention: the party.
        unit: the sentence of both.
        figure: where the figure starts.
    """
    before = text[max(unit.start, mention.start - 60) : mention.start]
    after = text[mention.end : min(unit.end, mention.end + 90)]
    if _DATELINE.fullmatch(text[unit.start : mention.start][-45:]) and _BEHIND_DATELINE.match(after):
        return True
    if _BASED.match(after):
        return True
    if _VENUE.search(before) and _EXCHANGE.search(text[mention.start : mention.end + 12]):
        return True
    if _before().search(before) and not before.rstrip().endswith(" on"):
        return True
    if _after().match(after):
        return True
    said = _saying().match(after)
    if said is not None:
        return not (mention.start < figure and _PRONOUN.search(text[mention.end + said.end() : figure] + " "))
    return _said_by().search(before) is not None


@cache
def _before() -> re.Pattern[str]:
    phrases = alternatives(toml("links")["sources"]["before"])
    kinds = "firm|group|company|house|provider|body|agency|institute"
    return re.compile(
        rf"\b(?:{phrases})\s+(?:(?:the|a|an|its|London-based|US|latest|[a-z-]+\s+(?:{kinds}))\s+){{0,2}}(?:[A-Z][\w.]*\s*[’']s\s+)?\Z",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[’']s)?\s+(?:[A-Z]\w+\s+)?(?:{alternatives(toml('links')['sources']['after'])})\b", re.IGNORECASE
    )


@cache
def _saying() -> re.Pattern[str]:
    """Behind a party: at most its apposition, then a verb of saying."""
    verbs = alternatives(toml("links")["sources"]["verbs"])
    return re.compile(
        rf"(?:[’']s?)?(?:\s+[\w’'-]+){{0,6}}(?:,[^,\n]{{1,60}},)?\s+(?:also\s+|repeatedly\s+)?(?:{verbs})\b"
    )


@cache
def _said_by() -> re.Pattern[str]:
    """Before a party: ', said [X]'."""
    return re.compile(r"[,”\"]\s+(?:said|says|wrote|added|noted|according\s+to)\s+(?:[\w,]+\s+){0,5}\Z")
