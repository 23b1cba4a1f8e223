"""What the words around a name say about it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml
from pipeline.label.lexicon import PERSON

_REACH = 60
# 'near Nowy Dwór', 'the town of Shah Kot', '(Akademia Nauk)': no people
_NO_PERSON = re.compile(r"(?:\b(?:in|near|outside|a|A|(?:town|village|city|island) of)\s+|[(])$")
# the nickname “Iron Hal”: a word that is spoken of
_QUOTE_BEFORE, _QUOTE_AFTER = re.compile(r"(?:[\"“]|'')\s?$"), re.compile(r"\s?(?:[.,]?[\"”]|'')")
# 'Hamburg-based Norvane', 'state-backed Norvane'
_BASED = re.compile(r"[A-Za-z]-(?:based|headquartered|listed|backed|owned|controlled|registered)\s$")
# 'Norvane Relief Circle (NRC)'
_SHORT_FORM = re.compile(r"\s*\([A-Z]{2,}\)")


class Votes(NamedTuple):
    """How often the words around a form speak for a person, for a body, for a place, or of somebody who speaks."""

    person: int = 0
    body: int = 0
    place: int = 0
    say: int = 0
    act: int = 0
    the: int = 0

    def __add__(self, other: object) -> Votes:
        """The votes of two mentions together."""
        if not isinstance(other, Votes):
            return NotImplemented
        return Votes(*(a + b for a, b in zip(self, other, strict=True)))


class _Patterns(NamedTuple):
    """What stands beside names of each kind."""

    before_person: frozenset[str]
    before_comma: frozenset[str]
    before_body: frozenset[str]
    before_place: frozenset[str]
    say: frozenset[str]
    after_person: re.Pattern[str]
    after_body: re.Pattern[str]
    after_say: re.Pattern[str]
    after_act: re.Pattern[str]
    after_place: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """The patterns from the gazetteers, an example beside each."""
    cues, titles = toml("name_cues"), toml("titles")
    nouns = alternatives(titles["nouns"])
    thing = alternatives(cues["body_appositions"])
    posts = {f"{post.lower()}," for post in titles["posts"]}
    return _Patterns(
        # 'minister Carol Finch', 'analyst Peter Hale'
        before_person=frozenset(titles["nouns"]),
        # 'Kenya's minister of water, Themba Odhiambo'; not 'Managing Director, Norvane'
        before_comma=frozenset(f"{noun}," for noun in titles["nouns"]),
        # 'shares of Norvane', 'chipmaker X', 'CEO, QRTL'
        before_body=frozenset(phrase.lower() for phrase in cues["body_before"]) | posts,
        before_place=frozenset(cues["place_before"]),
        say=frozenset(cues["say"]),
        # 'Vikram Misri, the foreign secretary,'; 'John Smith, 45,'; 'Powell, who'
        after_person=re.compile(
            rf"\s*,\s+(?:(?:the|a|an|its|his|her|their|and|former|then)\s+)?(?:[\w’'&.-]+\s+){{0,5}}?{nouns}\b"
            rf"|,\s+(?:aged\s+)?\d\d\b,?|\s*,?\s+{alternatives(cues['person_verbs'])}\b",
        ),
        # 'JBIC survey', 'Maersk’s terminals', 'X, an environmental group'
        after_body=re.compile(
            rf"(?:[’']s?\s+(?:[\w-]+\s+){{0,2}}|\s+){alternatives(cues['body_nouns'])}\b"
            rf"|\s+{alternatives(cues['body_posts'])}\b"
            r"|,\s+(?:Inc|Ltd|LLC|Corp|Co|plc)\b"
            rf"|\s*,\s+(?:a|an|the|one)\s+(?:[\w’'-]+\s+){{0,5}}?{thing}\b",
        ),
        after_say=re.compile(rf"[\"”’']?,?\s+(?:\w+ly\s+|also\s+|has\s+|have\s+)?{alternatives(cues['say'])}\b"),
        # 'Norvane launched'
        after_act=re.compile(rf"\s+{alternatives(cues['body_verbs'])}\b"),
        # 'Quang Nam province'
        after_place=re.compile(rf"\s+{alternatives(cues['place_kinds'])}\b(?![’'])"),
    )


def ends_with(before: str, phrases: frozenset[str]) -> bool:
    """Whether the last words of ``before``, an article aside, are one of the phrases.

    >>> ends_with("It bought shares of the ", frozenset({"shares of"}))
    True
    """
    words = before.split()[-5:]
    if words and words[-1] in ("the", "a", "an"):
        words.pop()
    return any(" ".join(words[at:]) in phrases for at in range(len(words)))


def votes(text: str, start: int, end: int) -> Votes:
    """What stands around ``text[start:end]``."""
    patterns = _patterns()
    before = text[max(0, start - _REACH) : start]
    stop = end + _REACH
    lower = before.lower()
    near = before.rstrip("“\"‘'")
    quoted = near[:-1].rstrip().rpartition(" ")[0].endswith(("”", '"', "’", "'", ","))
    body = ends_with(near.lower(), patterns.before_body) or _BASED.search(before) is not None
    return Votes(
        person=ends_with(lower, patterns.before_person)
        + ends_with(before, patterns.before_comma)
        + bool(patterns.after_person.match(text, end, stop)),
        body=body + bool(patterns.after_body.match(text, end, stop)),
        # 'an analyst at Norvane' is no place, 'Quang Nam province' is one
        place=(not body and ends_with(lower, patterns.before_place)) + bool(patterns.after_place.match(text, end)),
        say=(quoted and ends_with(before, patterns.say)) + bool(patterns.after_say.match(text, end, stop)),
        act=bool(patterns.after_act.match(text, end, stop)),
        the=before.endswith(("the ", "The ")),
    )


def is_denied(text: str, start: int, end: int, label: str) -> bool:
    """Whether what stands right beside a name speaks against a label that a model gives it.

    >>> is_denied("It lies near Nowy Dwor.", 13, 22, "PERSON"), is_denied("They met Nowy Dwor.", 9, 18, "PERSON")
    (True, False)
    """
    before = text[max(0, start - 12) : start]
    if label != PERSON:
        return False
    if (
        _NO_PERSON.search(before)
        or is_abbreviated(text, end)
        or (before.endswith("from ") and text[end : end + 4] == " to ")
    ):
        return True
    return _QUOTE_BEFORE.search(before) is not None and _QUOTE_AFTER.match(text, end) is not None


def is_abbreviated(text: str, end: int) -> bool:
    """Whether an abbreviation in brackets follows a name: 'Norvane Relief Circle (NRC)'."""
    return _SHORT_FORM.match(text, end) is not None
