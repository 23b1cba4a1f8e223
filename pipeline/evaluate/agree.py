"""When a row agrees with a gold row, and which row goes with which."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.evaluate.gold import Row

Pairs = list[tuple[int, int]]

_POSSESSIVE_AND_SIGNS = re.compile(r"[’'`]s\b|[.,\"“”‘’']")
_COMPANY_WORDS = re.compile(r"\b(the|inc|ltd|plc|corp|co|corporation|company|limited)\b")
_GAPS = re.compile(r"[\s\-–—]+")
_TOLERANCE = 0.005


def overlap(a: Row, b: Row) -> int:
    """Characters that two rows share; negative or 0 if none."""
    shared: int = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return shared


def number(value: object) -> float | None:
    """A number as tables and gold files write it."""
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def near(a: float | None, b: float | None) -> bool:
    """Whether two numbers are the same but for rounding: half a percent. Two missing ones are the same."""
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= _TOLERANCE * max(abs(a), abs(b)) + 1e-9


def plain(name: object) -> str:
    """A name without signs, legal forms and case.

    >>> plain("The Acme Co., Ltd.")
    'acme'
    """
    text = _POSSESSIVE_AND_SIGNS.sub("", str(name or "").lower())
    return _GAPS.sub(" ", _COMPANY_WORDS.sub(" ", text)).strip()


def figures_agree(row: Row, gold: Row) -> bool:
    """Kind, unit, and the value or both ends of the range."""
    if row.get("kind") != gold.get("kind") or _unit(row) != _unit(gold):
        return False
    if number(gold.get("value")) is not None:
        return near(number(row.get("value")), number(gold.get("value")))
    return all(near(number(row.get(end)), number(gold.get(end))) for end in ("low", "high"))


def _unit(row: Row) -> str:
    return plain(row.get("unit")).replace("_", " ")


def parties_agree(row: Row, gold: Row) -> bool:
    """The type, and a country's code, or any name or alias of the others."""
    if row.get("type") != gold.get("type"):
        return False
    if gold["type"] == "country":
        return bool((row.get("country") or "").upper() == gold["country"])
    return bool(_names(row) & _names(gold))


def _names(row: Row) -> set[str]:
    aliases = row.get("aliases") or []
    if isinstance(aliases, str):
        aliases = re.split(r"\s*[|;]\s*", aliases)
    return {plain(name) for name in [row.get("name", ""), *aliases]} - {""}


def sectors_agree(row: Row, gold: Row) -> bool:
    """The same id."""
    return bool(row["sector"] == gold["sector"])


def times_agree(row: Row, gold: Row) -> bool:
    """The same TIMEX3 value."""
    return bool((row.get("value") or "") == (gold.get("value") or ""))


def measures_agree(row: Row, gold: Row) -> bool:
    """At least a third of all words of the two noun phrases in common."""
    words, wanted = _words(row.get("measures")), _words(gold["measures"])
    return bool(wanted & words) and len(wanted & words) / len(wanted | words) >= 0.34


def roles_agree(row: Row, gold: Row) -> bool:
    """At least half of the gold role's words."""
    words, wanted = _words(row.get("role")), _words(gold["role"])
    return bool(wanted) and len(wanted & words) / len(wanted) >= 0.5


def _words(text: object) -> set[str]:
    return set(plain(text).split())


def pair_up(rows: list[Row], gold: list[Row], agree: Callable[[Row, Row], bool] = lambda row, gold: True) -> Pairs:
    """One-to-one pairs of rows that overlap: those that agree first, then the largest overlap."""
    candidates = [
        (not agree(row, wanted), -shared, i, j)
        for i, row in enumerate(rows)
        for j, wanted in enumerate(gold)
        if (shared := overlap(row, wanted)) > 0
    ]
    pairs: Pairs = []
    used: tuple[set[int], set[int]] = set(), set()
    for _, _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs


def pair_parties(rows: list[Row], gold: list[Row]) -> Pairs:
    """Each party with the first gold party, not yet taken, that is the same."""
    pairs: Pairs = []
    used: set[int] = set()
    for i, row in enumerate(rows):
        j = next((j for j, wanted in enumerate(gold) if j not in used and parties_agree(row, wanted)), None)
        if j is not None:
            used.add(j)
            pairs.append((i, j))
    return pairs


def pair_deals(rows: list[Row], gold: list[Row]) -> Pairs:
    """Pairs that share at least half of the shorter one."""
    return [
        (i, j)
        for i, j in pair_up(rows, gold)
        if overlap(rows[i], gold[j]) * 2 >= min(_length(rows[i]), _length(gold[j]))
    ]


def _length(row: Row) -> int:
    length: int = row["end"] - row["start"]
    return length
