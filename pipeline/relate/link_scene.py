"""An article as the rules for links see it: its sentences, clauses and the parties that each names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.contract import Extent, Reading


class Named(NamedTuple):
    """One mention of a party that may belong to a figure or deal."""

    start: int
    end: int
    party: int


Amount = tuple[str, Decimal]
Predicates = tuple[int, list[int]]


class Scene(NamedTuple):
    """An article with its units and clauses and the parties of each unit.

    Attributes:
        reading: the facts.
        units: sentences, list items apart.
        clauses: the clauses of each unit.
        named: the mentions of each unit, in order.
        amounts: the figures that give each sum of money.
        predicates: of each clause, where its first verb and where the verbs joined to it stand.
        leading: the sector that the article speaks of most, or none.
    """

    reading: Reading
    units: tuple[Extent, ...]
    clauses: tuple[list[Extent], ...]
    named: tuple[list[Named], ...]
    amounts: Mapping[Amount, Sequence[int]]
    predicates: tuple[list[Predicates], ...]
    leading: str
