"""Verbs and nouns that say which way money goes, with the part that each of their complements plays."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import toml
from pipeline.match.inflection import verb_forms

PREPOSITIONS = ("to", "for", "in", "into", "from", "by", "on", "against", "with")


class Frame(NamedTuple):
    """The roles around a verb or a noun.

    Attributes:
        subject: the role of its subject or, of a noun, of its possessor; empty if that is not plain.
        object: the role of a party right behind a verb.
        complements: the role of a party behind each preposition.
        amount: how the amount stands to a verb: ``object``, ``price`` or ``noun``.
        needs: the classes of nouns one of which a verb with ``noun`` must have as object.
        needs_object: whether a party must stand between the verb and the amount.
        kind: the class of a noun.
        beside: the role of a possessor where the noun has a party behind the preposition.
    """

    subject: str
    object: str
    complements: Mapping[str, str]
    amount: str = ""
    needs: frozenset[str] = frozenset()
    needs_object: bool = False
    kind: str = ""
    beside: Mapping[str, str] = {}


@cache
def verbs() -> Mapping[str, Frame]:
    """The frame of every form of a verb; two-word verbs under both words. The entry named first wins."""
    found: dict[str, Frame] = {}
    for entry in toml("flows")["verbs"]:
        frame = Frame(
            entry.get("subject", ""),
            entry.get("object", ""),
            _complements(entry),
            entry["amount"],
            frozenset(entry.get("needs", ())),
            entry.get("needs_object", False),
        )
        forms = list(entry["irregular"])
        for lemma in entry["lemmas"]:
            verb, _, particle = lemma.partition(" ")
            forms += [f"{form} {particle}".strip() for form in verb_forms(verb)]
        for form in forms:
            found.setdefault(form, frame)
    return found


@cache
def nouns() -> Mapping[str, Frame]:
    """The frame of every noun of money that is given, owed or paid."""
    found: dict[str, Frame] = {}
    for entry in toml("flows")["nouns"]:
        frame = Frame(
            entry.get("owner", ""),
            "",
            _complements(entry),
            kind=entry["class"],
            beside=entry.get("owner_with", {}),
        )
        for form in entry["words"]:
            found.setdefault(form, frame)
    return found


@cache
def listed(group: str, key: str) -> frozenset[str]:
    """The words under ``key`` of ``group`` in ``gazetteers/flows.toml``."""
    return frozenset(toml("flows")[group][key])


def _complements(entry: Mapping[str, str]) -> Mapping[str, str]:
    return {word: entry[word] for word in PREPOSITIONS if word in entry}
