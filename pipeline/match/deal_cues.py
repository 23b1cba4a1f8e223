"""The verbs and adjectives around a deal, compiled from the gazetteer."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import alternatives, toml
from pipeline.match.inflection import verb_forms

STATES = ("ended", "completed", "launched", "agreed", "proposed")
DETERMINERS = r"(?:(?:a|an|the|its|their|his|her|our|this|that|these|those|another|new|first|so-called)\s+)*"
# Consonants that a verb may double: 'planned', 'cutting'.
_DOUBLED = "bdglmnprt"


def forms(base: str) -> list[str]:
    """The forms of a verb: 'sign' -> sign, signs, signed, signing; 'roll out' -> rolled out; 'buy' -> bought too."""
    verb, _, particle = base.partition(" ")
    tail = f" {particle}" if particle else ""
    inflected = [*verb_forms(verb), *toml("deal_verbs")["past"].get(verb, [])]
    if verb[-1] in _DOUBLED:
        inflected += [f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"]
    return [form + tail for form in inflected]


@cache
def states() -> dict[str, str]:
    """Verb form -> the state that it puts its object in."""
    found: dict[str, str] = {}
    verbs = toml("deal_verbs")
    for state in STATES:
        for form in verbs["irregular"].get(state, []):
            found.setdefault(form, state)
        for base in verbs["status"][state]:
            for form in forms(base):
                found.setdefault(form, state)
    return found


@cache
def adjectives() -> dict[str, str]:
    """Adjectives and participles in a deal's phrase -> its state ('a proposed pipeline')."""
    listed = toml("deal_verbs")["adjectives"]
    return {word: state for state in STATES for word in listed.get(state, [])}


@cache
def governing() -> re.Pattern[str]:
    """A verb right before a deal, behind it only determiners: 'signed a [', 'unveiled the ['."""
    return re.compile(rf"\b(?P<verb>{alternatives(list(states()))})\s+{DETERMINERS}[“\"‘']?\Z", re.IGNORECASE)


@cache
def giving() -> re.Pattern[str]:
    """A verb of giving and who receives, right before a deal: 'granted Ostra a ['."""
    verbs = alternatives([form for base in toml("deal_verbs")["giving"]["verbs"] for form in forms(base)])
    return re.compile(
        rf"\b(?P<verb>{verbs})\s+(?:the\s+|its\s+)?(?:(?!to\b|for\b|of\b|in\b|a\b|an\b|the\b)[\w&’'.-]+\s+){{1,4}}(?:an?|the)\s+\Z"
    )


@cache
def active() -> re.Pattern[str]:
    """What a deal does itself, right behind it: '] takes effect', '] clears the committee', '] nears'."""
    listed = toml("deal_verbs")["active"]
    # The last state first: 'clears committee' is less than 'clears'.
    groups = "|".join(rf"(?P<{state}>{alternatives(listed[state])})" for state in reversed(STATES) if state in listed)
    return re.compile(rf"\s+(?:(?:has|have|had|which|that)\s+)?(?:{groups})(?![\w-])", re.IGNORECASE)


@cache
def active_words() -> frozenset[str]:
    """The first words of what a deal does itself: 'took' of 'took effect'."""
    return frozenset(phrase.split()[0] for listed in toml("deal_verbs")["active"].values() for phrase in listed)


@cache
def passive() -> re.Pattern[str]:
    """A verb behind a deal that says what became of it: '] was signed', '] has been scrapped', '] came into force'."""
    yielding = toml("deal_verbs")["yielding"]["verbs"]
    return re.compile(
        r"\s*(?:,[^,.;]{1,60},\s+)?(?P<mood>(?:(?:will|would|could|may|might|must|should|has|have|had|to|not|never|was|were|is|are"
        r"|be|been|being|it|that|which|expected|likely|set|due|recently|finally|later|already)\s+){1,5})"
        rf"(?P<verb>{alternatives([form for form in states() if form not in yielding])})\b",
        re.IGNORECASE,
    )
