"""Deals that a verb states with its object: 'agreed to buy Catalent for $16.5 billion'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_choices import CHOICES
from pipeline.match.deal_clauses import told_in_clause
from pipeline.match.deal_cues import forms
from pipeline.match.deal_headlines import bought, won
from pipeline.match.deal_objects import OBJECTS, THE, guard
from pipeline.match.deal_transfers import TRANSFERS
from pipeline.match.spans import Found

_ALL = {**OBJECTS, **TRANSFERS, **CHOICES, "won": won}
# 'donors [have also] pledged'.
_AUXILIARY = re.compile(r"(?:\b(?:have|had|also|together|so\sfar|already)\s)+\Z")
_WORD = re.compile(r"\w+")
# Objects that hold an amount of money.
_PAID = frozenset({"money", "goods", "spend", "indirect", "debt", "pay", "more", "won"})


class _Frame(NamedTuple):
    """A class of verbs and its object; ``firsts`` are the first words of the verbs' forms."""

    kind: str
    object: str
    firsts: frozenset[str]
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
    places = _places(text)
    for frame in _frames():
        if frame.object in _PAID and not money:
            continue
        index = 0
        for found in _verbs(text, frame, places):
            while index + 1 < len(sentences) and sentences[index][1] <= found.start():
                index += 1
            floor, ceiling = sentences[index]
            before = text[max(floor, found.start() - 40) : found.start()]
            if (
                guard("purpose").search(before)
                or _told_of_another(before, found.group(), frame.object)
                or told_in_clause(text[floor : found.start()], frame.object)
                or _of_budget(text[max(floor, found.start() - 150) : found.start()], found.group())
            ):
                continue
            end = _ALL[frame.object](text, found.end(), ceiling, money, before)
            if not end and frame.object == "name" and (guard("actors").search(before) or _takes(found.group())):
                the = THE.match(text, found.end(), ceiling)
                end = organizations.get(the.end(), 0) if the else 0
            if not end and frame.object == "name":
                end = bought(text, found.end(), organizations, found.group())
            if end:
                yield Found(found.start(), end, frame.kind, f"verb-{frame.object}")


def _told_of_another(before: str, verb: str, kind: str) -> bool:
    """Whether the verb tells the outcome of another deal of many or of none: ', [raising $5m]'."""
    if verb.startswith("rais") and (before.endswith(", ") or before.endswith(" and ")) and verb.endswith("ing"):
        return True
    if kind == "duty" and verb.endswith("ing"):
        return True
    return guard("aggregates").search(_AUXILIARY.sub("", before)) is not None


def _of_budget(before: str, verb: str) -> bool:
    """Whether the verb tells the sum of a budget: 'proposed its first budget, [setting aside $5m]'."""
    return (
        before.endswith(", ")
        and verb.partition(" ")[0].endswith("ing")
        and re.search(r"\bbudget\b", before) is not None
    )


def _takes(verb: str) -> bool:
    """Whether a past form means the purchase of a company by itself."""
    return verb in toml("deal_verbs")["forms"]["taken"]


def _verbs(text: str, frame: _Frame, places: dict[str, list[int]]) -> Iterator[re.Match[str]]:
    """The verbs of a frame in order, none overlapping another."""
    last = 0
    for start in sorted(place for word in frame.firsts & places.keys() for place in places[word]):
        found = frame.pattern.match(text, start) if start >= last else None
        if found is not None:
            last = found.end()
            yield found


def _places(text: str) -> dict[str, list[int]]:
    """Where each word stands that a verb of any frame begins with; one pass for all frames."""
    firsts = _firsts()
    places: dict[str, list[int]] = {}
    for word in _WORD.finditer(text):
        if word.group() in firsts:
            places.setdefault(word.group(), []).append(word.start())
    return places


@cache
def _firsts() -> frozenset[str]:
    return frozenset(word for frame in _frames() for word in frame.firsts)


@cache
def _frames() -> tuple[_Frame, ...]:
    frames = []
    for frame in toml("deal_verbs")["frames"]:
        verbs = [form for base in frame["verbs"] for form in forms(base)]
        verbs += [verb.title() for verb in verbs if " " not in verb]
        firsts = frozenset(match.group() for verb in verbs if (match := _WORD.match(verb)))
        pattern = re.compile(rf"{alternatives(verbs)}(?=\s)(?!\s+back\b)")
        frames.append(_Frame(frame["kind"], frame["object"], firsts, pattern))
    return tuple(frames)
