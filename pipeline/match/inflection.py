"""Regular inflection of English nouns and verbs, for word lists that hold base forms."""

from __future__ import annotations

_VOWELS = "aeiou"
_SIBILANT = ("s", "x", "z", "ch", "sh")


def plural(noun: str) -> str:
    """The regular plural.

    >>> plural("battery"), plural("bus"), plural("chip")
    ('batteries', 'buses', 'chips')
    """
    lower = noun.lower()
    if lower.endswith("y") and lower[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if lower.endswith(_SIBILANT) else f"{noun}s"


def verb_forms(verb: str) -> tuple[str, str, str, str]:
    """Base, -s, -ed and -ing form; the last consonant is not doubled.

    >>> verb_forms("supply")
    ('supply', 'supplies', 'supplied', 'supplying')
    """
    third = f"{verb}es" if verb.endswith("o") else plural(verb)
    if verb.endswith("e"):
        return verb, third, f"{verb}d", f"{verb if verb.endswith(('ee', 'oe', 'ye')) else verb[:-1]}ing"
    return verb, third, f"{third[:-3]}ied" if third.endswith("ies") else f"{verb}ed", f"{verb}ing"
