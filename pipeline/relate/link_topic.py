"""Who an article is speaking of at a sentence: its subject, or that of a sentence before that it goes on from."""

from __future__ import annotations

import re
from functools import cache

from pipeline.contract import Extent
from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_cues import states
from pipeline.relate.clauses import at, starting
from pipeline.relate.link_scene import Named, Scene
from pipeline.relate.link_sources import is_source

# No subject starts further into its sentence.
_SUBJECT_WITHIN = 60
# A subject is carried on over so many sentences.
_CARRIED = 6
# Before a name these show that it is no subject: 'banks led [by] X', 'shares [of] X'.
_NOT_SUBJECT = re.compile(
    r"\b(?:by|to|with|from|at|under|against|for|on|into|between|than)\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE
)
# So many characters before a figure are looked at for names.
_LOOKED_AT = 300
# A word in capitals inside a sentence: 'Analysts at [Campo] Firme'.
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
_LINKS = ("and", "in", "or", "of", "to", "for", "with", "by", "from", "on", "at", "against")
_DESCRIBES = re.compile(
    r"(?:[’']s)?\s+(?:[a-z][\w-]*\s+){0,3}|[’']s\s+(?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]*,\s+(?:the\s+)?"
)

# 'Wisla's [Swedish] parent, Acme': the adjective says where the body in apposition is from.
_PARENT = re.compile(r"\s+(?:[a-z][\w-]*\s+){0,3}[a-z][\w-]*,\s+")


def topic(scene: Scene, unit_index: int, types: tuple[str, ...] = ("organization", "country")) -> int | None:
    """The party that the sentence, or the nearest one before that has a subject of its own, is about; None if unknown.

    Args:
        scene: the article.
        unit_index: the sentence.
        types: the types of party that can be meant.
    """
    for index in range(unit_index, max(-1, unit_index - _CARRIED), -1):
        found = _subject(scene, index, types)
        if found is not None:
            return found
    return None


def same_paragraph(scene: Scene, unit_index: int) -> bool:
    """Whether the sentence goes on with the paragraph of the one before."""
    text = scene.reading.article.text
    unit = scene.units[unit_index]
    opening = text[unit.start : unit.end]
    before = text[scene.units[unit_index - 1].start : unit.end - len(opening.lstrip())]
    return "\n" not in before[len(before.rstrip()) :]


def unknown(scene: Scene, unit: Extent, start: int) -> bool:
    """Whether the sentence names somebody before ``start`` that is none of the parties found."""
    reading = scene.reading
    times = [reading.times[j] for j in starting(reading.times, unit.start, start)]
    names = _NAME.finditer(reading.article.text, max(unit.start, start - _LOOKED_AT), start)
    known = [(time.start, time.end) for time in times]
    known += [(item.start, item.end) for item in scene.named[at(scene.units, unit.start)]]
    return any(not any(begin <= name.start() < end for begin, end in known) for name in names)


def office(scene: Scene, party: int) -> bool:
    """Whether a party is a parliament, ministry or other office, which earns and sells nothing."""
    return _offices().search(scene.reading.parties[party].name) is not None


def _subject(scene: Scene, unit_index: int, types: tuple[str, ...]) -> int | None:
    """The first party of the sentence where a subject stands; none where a pronoun is the subject."""
    text = scene.reading.article.text
    unit = scene.units[unit_index]
    if _goes_on().match(text, unit.start, unit.end):
        return None
    named = described(text, scene, scene.named[unit_index])
    for item in named:
        if item.start - unit.start > _SUBJECT_WITHIN:
            return None
        if scene.reading.parties[item.party].type not in types or _NOT_SUBJECT.search(text[unit.start : item.start]):
            continue
        if types == ("organization",) and office(scene, item.party):
            continue
        if not is_source(text, Extent(item.start, item.end), unit, unit.end):
            return item.party
    return None


def described(text: str, scene: Scene, named: list[Named]) -> list[Named]:
    """The mentions without countries that only say where the body right behind is from: '[Danish] lender Norbank'."""
    parties = scene.reading.parties
    kept = []
    for item, behind in zip(named, [*named[1:], None][: len(named)], strict=True):
        if (
            behind is not None
            and parties[item.party].type == "country"
            and parties[behind.party].type == "organization"
            and (
                _DESCRIBES.fullmatch(between := text[item.end : behind.start])
                or (text[item.start : item.end] != parties[item.party].name and _PARENT.fullmatch(between))
            )
            and not any(word.endswith("ed") or word in states() or word in _LINKS for word in between.split())
        ):
            continue
        kept.append(item)
    return kept


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(toml('links')['offices']['bodies'])})\b")


@cache
def _goes_on() -> re.Pattern[str]:
    groups = toml("links")["back"]
    return re.compile(rf"\W{{0,6}}(?:{alternatives(groups['organization'] + groups['any'])})\b", re.IGNORECASE)
