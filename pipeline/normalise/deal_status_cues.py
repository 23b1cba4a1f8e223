"""The verbs, adjectives and moods that tell the state of a deal, compiled from the gazetteer."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_cues import DETERMINERS, STATES, adjectives, states

_REDUCED = (
    r"(?:\s+|(?:\s+(?:on|of|for|with|in|to)(?:\s+[\w’'-]+){{1,4}})?\s?,\s+(?:(?:first|originally|initially)\s+)?)(?P<verb>{verbs})"
    r"(?=\s+(?:by|in|on|at|last|earlier|with|between|under|over|upon)\b|\s*(?:\n|\Z))"
)
_COMPLEMENT = r"(?:\s?\([A-Z]+\))?(?:\s+(?:on|of|for|with|in|to)(?:\s+[\w’'-]+){1,4})?"


@cache
def mood(name: str, words: int = 2) -> re.Pattern[str]:
    """Words of a mood before a verb, at most ``words`` words between: 'would', 'did not'."""
    cues = alternatives(toml("deal_verbs")["mood"][name])
    return re.compile(rf"(?<!\w)(?:{cues})(?:\s+\w+){{0,{words}}}\s*\Z", re.IGNORECASE)


@cache
def adjective() -> re.Pattern[str]:
    """An adjective of state before or inside a phrase."""
    words = alternatives(list(adjectives()))
    return re.compile(rf"\b(?P<word>{words})\s+(?:[\w-]+\s+){{0,2}}(?:\Z|(?=\w))", re.IGNORECASE)


@cache
def opening_verb() -> re.Pattern[str]:
    """A verb that opens a phrase."""
    return re.compile(rf"(?P<verb>{alternatives(list(states()))})\b", re.IGNORECASE)


@cache
def any_verb() -> re.Pattern[str]:
    """A finite verb of state anywhere."""
    finite = [form for form in states() if form.endswith(("ed", "s", "ing")) or form in ("struck", "won")]
    return re.compile(rf"\b(?:{alternatives(finite)})\b", re.IGNORECASE)


@cache
def reduced() -> re.Pattern[str]:
    """A participle behind a phrase: '] signed in May'."""
    participles = [form for form in states() if form.endswith("ed") or form in ("struck", "won")]
    return re.compile(_REDUCED.format(verbs=alternatives(participles)), re.IGNORECASE)


@cache
def of_noun(noun: str) -> re.Pattern[str] | None:
    """Cues of one noun alone."""
    cues = toml("deal_verbs")["nouns"].get(noun)
    return _cue(cues) if cues else None


def _cue(cues: dict[str, list[str]]) -> re.Pattern[str]:
    """Any of the phrases right before a deal, with only a determiner or an owner between them."""
    groups = "|".join(rf"(?P<{state}>{alternatives(phrases)})" for state, phrases in cues.items())
    return re.compile(rf"\b(?:{groups})\s+{DETERMINERS}(?:[\w-]+['’]s?\s+)?[“\"‘']?\Z", re.IGNORECASE)


@cache
def of_kind(kind: str) -> re.Pattern[str] | None:
    """Cues of one kind alone."""
    cues = toml("deal_verbs")["kinds"].get(kind)
    return _cue(cues) if cues else None


@cache
def behind() -> re.Pattern[str]:
    """Words right behind a phrase: '] negotiations'."""
    cues = toml("deal_verbs")["behind"]
    groups = "|".join(rf"(?P<{state}>{alternatives(cues[state])})" for state in STATES if state in cues)
    return re.compile(rf"(?:\s+|{_COMPLEMENT},\s+(?=under\b))(?:{groups})\b")


@cache
def form() -> re.Pattern[str]:
    """The form of a verb that states a deal: done or promised."""
    listed = toml("deal_verbs")["forms"]
    return re.compile("|".join(rf"(?P<{name}>(?:{alternatives(listed[name])})\b)" for name in ("done", "promised")))
