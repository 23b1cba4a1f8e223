"""Deals by a name without a head noun: listed ones ('COP28'), examples ('schemes such as Young Maker Labs')."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_heads import heads
from pipeline.match.spans import Found

_EXAMPLE = re.compile(
    rf"\b(?P<noun>(?i:{alternatives(toml('deals')['special']['examples'])})s?)\s+"
    r"(?:such\s+as|like|called|named|dubbed)\s+(?:the\s+)?[“\"‘']?"
    r"(?P<name>[A-ZÀ-Þ][\w’'–-]*(?:\s(?:[A-ZÀ-Þ][\w’'–-]*|of|and|for|in|the(?=\s[A-Z])))*\s[A-ZÀ-Þ][\w’'–-]*)"
)


def exemplary_deals(text: str) -> Iterator[Found]:
    """Names given as examples of a kind of deal: 'initiatives such as [Young Maker Labs]'."""
    for found in _EXAMPLE.finditer(text):
        noun = found["noun"].lower()
        head = heads().get(noun.removesuffix("s"), heads().get(noun))
        if head is not None:
            yield Found(found.start("name"), found.end("name"), head.kind, "example")


def known_deals(text: str) -> Iterator[Found]:
    """Deals with a name that has no head noun: 'Make in India', 'COP28'."""
    for found in _known().finditer(text):
        yield Found(found.start(), found.end(), found.lastgroup or "initiative", "known")


@cache
def _known() -> re.Pattern[str]:
    names = [
        rf"(?P<{kind}>\b(?:{'|'.join(map(re.escape, listed))})\b)" for kind, listed in toml("deals")["known"].items()
    ]
    goals = [rf"\b(?:{'|'.join(listed)})" for listed in toml("deals")["patterns"].values()]
    return re.compile("|".join([*names, *goals]))
