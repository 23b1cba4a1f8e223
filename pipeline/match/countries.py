"""Which names are mentions of a country: capitals that stand for a government, and words that are traps."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml
from pipeline.label.lexicon import Entry, fold, lexicon, split_words

_REACH = 80


class _Seats(NamedTuple):
    """What tells a government from the city that it sits in."""

    buildings: frozenset[str]
    dateline: re.Pattern[str]
    place_before: re.Pattern[str]
    place_after: re.Pattern[str]
    owns: re.Pattern[str]
    acts: re.Pattern[str]
    relates: re.Pattern[str]
    urged: re.Pattern[str]
    accused: re.Pattern[str]


@cache
def _seats() -> _Seats:
    """The patterns from the gazetteers, an example beside each."""
    cues = toml("name_cues")
    relations = alternatives(cues["relations"])
    return _Seats(
        buildings=frozenset(cues["buildings"]),
        # 'WASHINGTON, Feb. 17 —', 'LONDON (Argus)–'
        dateline=re.compile(r"\s*(?:,\s*[A-Z][\w.]+\s+\d|\([A-Z]\w+\)\s*[-–—]|\s[-–—]{1,2}\s)"),
        # 'talks in Tokyo', 'a visit to Tokyo', 'Modi's visit to'
        place_before=re.compile(rf"\b{alternatives(cues['place_before'])}\s+(?:the\s+)?$", re.IGNORECASE),
        # 'the Tokyo summit', 'Washington, D.C.', 'London-based'
        place_after=re.compile(
            rf"\s+{alternatives(cues['place_nouns'])}\b|,\s+D\.?C|-(?:based|born|listed|area)|\s+[A-Z][a-z]"
        ),
        # 'Tokyo's decision to host'
        owns=re.compile(rf"[’']s?\s+(?:[\w-]+\s+){{0,2}}?{alternatives(cues['government_nouns'])}\b"),
        # 'Washington will soon lift'
        acts=re.compile(rf"(?:\s+and\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?\s+{alternatives(cues['government_verbs'])}\b"),
        # 'rising friction between', 'trade disagreements with', 'pressure on'
        relates=re.compile(
            rf"\b{relations}\s+(?:[\w-]+\s+){{0,3}}?(?:with|between|on|against|from|by|and)\s+(?:[\w.’-]+\s+and\s+)?$",
            re.IGNORECASE,
        ),
        # 'urged Moscow', 'between'
        accused=re.compile(rf"\b{alternatives(cues['government_objects'])}\s+$"),
        urged=re.compile(rf"\b{alternatives(cues['government_before'])}\s+$", re.IGNORECASE),
    )


def find_entry(form: str) -> Entry | None:
    """The gazetteers' entry for a name as it stands in the text, also when it is printed in capitals."""
    phrases = lexicon().phrases
    exact = " ".join(split_words(" ".join(form.replace("’", "'").split())))
    folded = " ".join(split_words(fold(form)))
    entry = phrases.get(exact) or phrases.get(folded)
    return phrases.get(folded.title()) if entry is None and folded.isupper() and len(folded) > 3 else entry


def stands_for_government(text: str, start: int, end: int) -> bool:
    """Whether the capital or building at ``text[start:end]`` stands for its government.

    >>> stands_for_government("Tokyo’s decision to host", 0, 5), stands_for_government("talks in Tokyo", 9, 14)
    (True, False)
    """
    seats = _seats()
    if fold(text[start:end]) in seats.buildings:
        return True
    before, stop = text[max(0, start - _REACH) : start], end + _REACH
    if start <= _REACH:
        before = f"\n{before}"
    if seats.place_after.match(text, end, stop) or seats.dateline.match(text, end, stop):
        return False
    if seats.relates.search(before) or seats.accused.search(before) or _beside_seat(text, start, end):
        return True
    if seats.owns.match(text, end, stop):
        return True
    if seats.place_before.search(before):
        return False
    return bool(seats.acts.match(text, end, stop)) and (_starts_clause(before) or bool(seats.urged.search(before)))


_CLAUSE_STARTS = re.compile(
    r"(?:[.!?:;,\n“\"(—–-]\s*"
    r"|\b(?:that|if|while|as|because|after|when|whether|but|and|although|what|than|since|before|until|so|said|says)\s+)"
    r"(?:[A-Z]\w+(?:\s[A-Z]\w+)?\s+and\s+)?$"
)


def _starts_clause(before: str) -> bool:
    """Whether the text before a name leaves it as the subject: a sentence or a clause begins."""
    return _CLAUSE_STARTS.search(before) is not None


def _beside_seat(text: str, start: int, end: int) -> bool:
    """'between New Delhi and Washington', 'Washington-Beijing ties': the other side of the pair is a state too."""
    after = re.match(r"\s*(?:and|-|–)\s*(?:the\s+)?((?:[A-Z][\w.]*)(?:\s[A-Z]\w+)?)", text[end : end + 40])
    before = re.search(
        r"\b(between|both)\s+(?:the\s+)?(?:[A-Z][\w.]*(?:\s[A-Z]\w+)?\s+and\s+)?$", text[max(0, start - 50) : start]
    )
    if before is not None:
        return True
    if after is not None and text[end : end + 1] in "-–" and text[end : end + 1]:
        entry = find_entry(after[1]) or find_entry(after[1].split()[0])
        return entry is not None and bool(entry.key) and entry.label != "ORG"
    return False


class _Others(NamedTuple):
    """What makes a country's word part of the name of something else, right before or behind it."""

    things: re.Pattern[str]
    events: re.Pattern[str]
    places: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _others() -> _Others:
    """The patterns from the gazetteers, an example beside each."""
    cues = toml("name_cues")
    pairs = (re.sub(r"\\?\s+", r"\\s+", re.escape(pair)) for pair in sorted(cues["things"], key=len, reverse=True))
    return _Others(
        # 'Guinea pigs', 'Brazil nuts'
        things=re.compile(rf"(?:{'|'.join(pairs)})(?:e?s)?\b"),
        # 'the Canadian Open'
        events=re.compile(rf"\s+{alternatives(cues['sport_events'])}\b(?!\s+[A-Z])"),
        # 'the Congo basin', 'Lebanon, Pennsylvania'; not 'Germany, California and Texas'
        places=re.compile(
            rf"\s+{alternatives(cues['natural'])}\b|,\s+{alternatives(cues['us_states'])}\b(?!\s+(?:and|or)\b)"
        ),
        # 'the Gulf of Guinea'
        before=re.compile(rf"\b{alternatives(cues['natural_before'])}\s+of\s+(?:the\s+)?$"),
    )


def is_part(text: str, start: int, end: int) -> bool:
    """Whether the country's word at ``text[start:end]`` is part of the name of a thing, an animal or a place.

    >>> is_part("a Guinea pig", 2, 8), is_part("the Congo basin", 4, 9), is_part("Guinea said", 0, 6)
    (True, True, False)
    """
    others = _others()
    if others.things.match(text, start) or others.events.match(text, end):
        return True
    if others.before.search(text, max(0, start - _REACH), start):
        return True
    entry = find_entry(text[start:end])
    return entry is not None and entry.label == "GPE" and others.places.match(text, end) is not None


class _Namesake(NamedTuple):
    """What speaks for the other bearer of a name, and what for the country."""

    other: re.Pattern[str]
    country: re.Pattern[str]


@cache
def _namesakes() -> dict[str, _Namesake]:
    """For each form of a name that something else has too: what speaks for that, and what for the country."""
    found: dict[str, _Namesake] = {}
    for words in toml("namesakes").values():
        behind = rf"\b(?:{alternatives(words['forms'])}),?\s+(?:{alternatives(words['other_behind'])})"
        other = re.compile(rf"\b(?:{alternatives(words['other'])})\b|{behind}")
        country = re.compile(rf"\b(?:{alternatives(words['country'])})\b")
        found |= dict.fromkeys(words["forms"], _Namesake(other, country))
    return found


def is_trap(text: str, form: str) -> bool:
    """Whether a country's word means something else in this article: Georgia beside Atlanta is the U.S. state."""
    namesake = _namesakes().get(form)
    return namesake is not None and namesake.other.search(text) is not None and not namesake.country.search(text)
