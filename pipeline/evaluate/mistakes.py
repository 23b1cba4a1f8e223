"""Every difference from the gold, one a line, for learning from errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.evaluate.compare import Comparison
from pipeline.evaluate.gold import Row


class Mistake(NamedTuple):
    """One difference from the gold: the article, the table, ``wrong``, ``missed`` or ``spurious``, and what it is."""

    source: str
    table: str
    what: str
    text: str
    detail: str


def find_mistakes(comparison: Comparison) -> Iterator[Mistake]:
    """All differences of one article, table by table."""
    source = comparison.gold.source
    if not comparison.found:
        yield Mistake(source, "article", "missing", "", "")
    for table, matched in comparison.tables.items():
        if table == "sectors":
            yield from _sector_mistakes(source, matched.rows, matched.gold)
            continue
        for i, j in matched.pairs:
            if (i, j) not in matched.right:
                yield Mistake(
                    source, table, "wrong", name(matched.gold[j]), _difference(matched.rows[i], matched.gold[j])
                )
        yield from (Mistake(source, table, "missed", name(row), _what(table, row)) for row in matched.missing)
        yield from (Mistake(source, table, "spurious", name(row), _what(table, row)) for row in matched.new)


def _sector_mistakes(source: str, rows: list[Row], gold: list[Row]) -> Iterator[Mistake]:
    for what, those, others in (("missed", gold, rows), ("spurious", rows, gold)):
        for sector in sorted({row["sector"] for row in those} - {row["sector"] for row in others}):
            texts = "|".join(row.get("text", "") for row in those if row["sector"] == sector)
            yield Mistake(source, "sectors", what, sector, texts)


def name(row: Row) -> str:
    """What a row is called in a report."""
    return str(row.get("text") or row.get("name") or "")


def _what(table: str, row: Row) -> str:
    fields = {"figures": ("kind", "value", "low", "high", "unit"), "parties": ("type",), "timelines": ("value",)}
    values = (row.get(field) for field in fields.get(table, ("kind",)))
    return " ".join(str(value) for value in values if value not in (None, ""))


def _difference(row: Row, gold: Row) -> str:
    fields = [field for field in ("kind", "value", "low", "high", "unit") if row.get(field) or gold.get(field)]
    got, want = (" ".join(f"{field}={of.get(field)}" for field in fields) for of in (row, gold))
    return f"got {got}; want {want}"
