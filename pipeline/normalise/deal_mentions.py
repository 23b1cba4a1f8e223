"""Later mentions of a deal by its noun alone: 'the initiative', 'this pact'."""

from __future__ import annotations

import re
from bisect import insort
from dataclasses import replace
from functools import cache

from pipeline.contract import Deal, Extent
from pipeline.gazetteers import alternatives
from pipeline.match.deal_heads import parts

# How far back 'the deal' reaches, in characters.
_REACH = 1500


def with_back_mentions(text: str, deals: list[Deal], blocked: tuple[Extent, ...]) -> tuple[Deal, ...]:
    """The deals with the places that mean them by their noun; only where one deal alone has that noun so far."""
    taken = bytearray(len(text))
    for start, end in (*blocked, *(mention for deal in deals for mention in deal.mentions)):
        taken[start:end] = b"\x01" * (end - start)
    named: dict[str, list[int]] = {}
    for index, deal in enumerate(deals):
        named.setdefault(_noun(deal.name), []).append(index)
    found: list[list[Extent]] = [list(deal.mentions) for deal in deals]
    for back in _pattern().finditer(text):
        extent = Extent(*back.span("phrase"))
        if any(taken[extent.start : extent.end]):
            continue
        fitting = [i for i in named.get(back["noun"].lower(), ())[:2] if deals[i].end < extent.start]
        if len(fitting) == 1 and extent.start - found[fitting[0]][-1].end < _REACH:
            insort(found[fitting[0]], extent)
    return tuple(replace(deal, mentions=tuple(mentions)) for deal, mentions in zip(deals, found, strict=True))


def _noun(name: str) -> str:
    """The last noun of a name that may stand for it: 'initiative' of 'Japan–India AI Initiative'."""
    nouns = [match.group().lower() for match in _any().finditer(name)]
    return nouns[0] if nouns else ""


@cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(sorted(parts('back')))})\b", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    nouns = alternatives(sorted(parts("back")))
    return re.compile(
        rf"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?P<phrase>(?P<noun>{nouns}))\b(?![-’'‑]|\s+(?:of|on|with|between)\b)"
    )
