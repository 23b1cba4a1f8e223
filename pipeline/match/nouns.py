"""The noun phrase behind a number: which noun is counted, across adjectives and nouns before it.

``50,000 skilled and semi-skilled Indian workers`` ends at 'workers'; ``hundreds of young Qataris`` at 'Qataris'. No
tagger: behind a number above one the head is the first plural, or the last of several in a row ('ten sales managers').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.match.currencies import signs
from pipeline.match.numbers import BLANK
from pipeline.match.plurals import is_plural, plural_alike, word_sets

_WORD = re.compile(
    rf"""
    (?P<gap> (?:{BLANK}|[-‑])? ) (?P<comma> ,{BLANK} )? ["“”‘']?
    (?P<word>
        [A-Z][A-Za-z]{{0,5}}[-‑]?\d{{1,4}}[A-Za-z]{{0,4}}(?!\w)                            # P-8I, Su-30s, A320neo
      | [^\W\d_]+ (?: [-‑’'.&][^\W\d_]+ | (?<=[A-Z])\.(?=[A-Z ]) )* (?: [’']s\b | [’'](?!\w) )?     # semi-skilled, U.S.
    )
    (?P<digits> \d* )
    """,
    re.VERBOSE,
)
_AND = re.compile(rf"{BLANK}(?:and|or|&)(?={BLANK})", re.IGNORECASE)
_OF = re.compile(
    rf"{BLANK}(?:more{BLANK})?of{BLANK}(?:(?:the|its|their|his|her|our|those|these){BLANK})?", re.IGNORECASE
)
# 'eight million [250ml] bottles', 'ten [60-seat] buses'
_SIZE = re.compile(
    rf"{BLANK}\d+(?:\.\d+)?(?:{BLANK}?|-)(?:ml|cl|l|litre|liter|kg|g|mm|cm|m|km|MW|kW|GW|inch|foot|GB|tonne|hectare|ounce|oz|pound|lb|gallon|acre"
    r"|seat|member|bed|person)\b",
    re.IGNORECASE,
)
_MODEL = re.compile(rf"{BLANK}\d{{1,3}}(?:,\d{{3}})*\d?\b(?:[-‑]\d{{1,3}}[A-Z]{{0,2}}\b)?(?![.,]\d|%|:)")
_NUMBER = re.compile(r"\d[\d,.]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(rf"(?:[-‑](?:[^\W\d_]+[-‑ ])??|{BLANK}(?=\w+{BLANK}[a-z]))(?P<noun>[^\W\d_]+)\b(?![’'])")
_MOST_WORDS = 7
# 'the bank's', 'the banks''
_OWNER = ("'s", "’s", "s'", "s’")


class Noun(NamedTuple):
    """The counted noun: where it starts and ends."""

    start: int
    end: int


def _is_model(text: str, position: int, word: str) -> re.Match[str] | None:
    """A number inside the phrase: 'Model [3] sedans', '16 [737-8] planes', 'the banks' [12,000] employees'."""
    match = _MODEL.match(text, position)
    if match is None or word[0].isupper() or word.endswith(_OWNER):
        return match
    following = _WORD.match(text, match.end())
    return match if following and len(match.group().strip()) < 4 and is_plural(following["word"]) else None


def _words(text: str, end: int) -> Iterator[tuple[re.Match[str], bool]]:
    """The words of the phrase that starts at ``end``, each with whether 'and' or a comma links it to the one before."""
    stops = word_sets()["stops"]
    position, last = end, ""
    for _ in range(_MOST_WORDS):
        linked = False
        if last and (joint := _AND.match(text, position)):
            position, linked = joint.end(), True
        while number := _SIZE.match(text, position) or (_is_model(text, position, last) if last else None):
            position = number.end()
        match = _WORD.match(text, position)
        if match is None or not (match["gap"] or match["comma"]) or (match["comma"] and not last):
            return
        word = match["word"].lower()
        money = word[-1].isdigit() and match["word"][:3] in signs()
        if money or (match["digits"] and match["word"].islower()) or word in stops:
            return
        if match["gap"] in "-‑" and not last:
            return
        yield match, linked or bool(match["comma"])
        position, last = match.end(), match["word"]


def head_noun(text: str, end: int, *, singular: bool = False) -> Noun | str | None:
    """The noun counted by a number that ends at ``end``.

    Gives ``"time"`` if the phrase is one of time ('five years', 'two previous quarters'), None if nothing is counted.
    """
    sets = word_sets()
    head: re.Match[str] | None = None
    last: re.Match[str] | None = None
    weak = waiting = False
    for match, linked in _words(text, end):
        word = match["word"].lower()
        if head is not None and linked:
            break
        if word in sets["times"] or re.split(r"[-‑]", word)[0] in sets["times"]:
            if head is None:
                return "time"
            break
        if last is not None and word in sets["casualties"]:
            break  # '700 people [wounded]'
        plural = is_plural(match["word"])
        if plural or (word in plural_alike() and not waiting):
            head, weak, waiting = match, word in sets["weak"] or not plural, False
        elif head is not None:
            if not weak or waiting:
                break
            waiting = True  # 'three police [motorcycle] officers': one more word may bring the plural
        last = match
    found = head or (last if singular else None)
    return Noun(found.start("word"), found.end("word")) if found else None


def after_of(text: str, end: int) -> Noun | str | None:
    """The noun in 'hundreds [of young Qataris]', 'six [of the 9 proposals]'."""
    match = _OF.match(text, end)
    if match is None:
        return None
    number = _NUMBER.match(text, match.end())
    return head_noun(text, number.end() if number else match.end() - 1)


def attributive(text: str, end: int) -> Noun | None:
    """The noun in 'a 12-page document', 'a three-course meal', '12 page document'."""
    match = _ATTRIBUTE.match(text, end)
    if match is None or match["noun"].lower() not in word_sets()["attributive"]:
        return None
    if text[end].isspace():
        following = _WORD.match(text, match.end())
        if following is None or following["word"].lower() in word_sets()["stops"]:
            return None
    return Noun(match.start("noun"), match.end("noun"))
