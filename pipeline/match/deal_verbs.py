"""Deals that a verb states with its object: 'agreed to buy Catalent for $16.5 billion'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_choices import CHOICES
from pipeline.match.deal_cues import forms
from pipeline.match.deal_objects import OBJECTS, THE, guard
from pipeline.match.deal_transfers import TRANSFERS
from pipeline.match.spans import Found

_ALL = {**OBJECTS, **TRANSFERS, **CHOICES}
# Objects that hold an amount of money.
_PAID = frozenset({"money", "goods", "spend", "indirect", "debt", "pay", "more"})


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
        if frame.object in _PAID and not money:
            continue
        index = 0
        for found in frame.pattern.finditer(text):
            while index + 1 < len(sentences) and sentences[index][1] <= found.start():
                index += 1
            floor, ceiling = sentences[index]
            before = text[max(floor, found.start() - 40) : found.start()]
            if guard("purpose").search(before) or _told_of_another(before, found.group(), frame.object):
                continue
            end = _ALL[frame.object](text, found.end(), ceiling, money, before)
            if not end and frame.object == "name" and (guard("actors").search(before) or _takes(found.group())):
                the = THE.match(text, found.end(), ceiling)
                end = organizations.get(the.end(), 0) if the else 0
            if end:
                yield Found(found.start(), end, frame.kind, f"verb-{frame.object}")


def _told_of_another(before: str, verb: str, kind: str) -> bool:
    """Whether the verb tells the outcome of another deal of many or of none: ', [raising $5m]'."""
    if verb.startswith("rais") and (before.endswith(", ") or before.endswith(" and ")) and verb.endswith("ing"):
        return True
    if kind == "duty" and verb.endswith("ing"):
        return True
    return guard("aggregates").search(before) is not None


def _takes(verb: str) -> bool:
    """Whether a past form means the purchase of a company by itself."""
    return verb in toml("deal_verbs")["forms"]["taken"]


@cache
def _frames() -> tuple[_Frame, ...]:
    frames = []
    for frame in toml("deal_verbs")["frames"]:
        verbs = alternatives([form for base in frame["verbs"] for form in forms(base)])
        frames.append(
            _Frame(frame["kind"], frame["object"], re.compile(rf"\b(?:{verbs}|{verbs.title()})(?=\s)(?!\s+back\b)"))
        )
    return tuple(frames)
