"""The numbers of a run: precision, recall and F1 by table, and the accuracy of single fields over matched rows.

Everything is counted over all articles together (micro-average). Rows: ``figures`` need kind, value and unit,
``timelines`` the value, ``parties`` a shared name, ``deals`` half of the words; ``sectors`` are sets by article, and
``links`` are pairs of rows that are both in the gold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pipeline.evaluate.agree import measures_agree, roles_agree
from pipeline.evaluate.compare import Comparison, compare
from pipeline.evaluate.gold import Gold, Output, Row, read_gold, read_tables
from pipeline.evaluate.mistakes import Mistake, find_mistakes

SIX = ("figures", "parties", "sectors", "timelines", "deals", "links")
_FIGURE_KINDS = ("money", "percent", "count", "measure", "multiple")
_PARTY_TYPES = ("country", "organization", "person")


class Tally(NamedTuple):
    """Rows that are right, found and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of the rows found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the rows wanted that was found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, to four places."""
        total = self.precision + self.recall
        return round(2 * self.precision * self.recall / total, 4) if total else 0.0


class Accuracy(NamedTuple):
    """How many of the values that the gold gives are right."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """The share, to four places; None if there is nothing to compare."""
        return round(self.right / self.of, 4) if self.of else None


@dataclass(frozen=True, slots=True)
class Scores:
    """All numbers of a run against a folder of gold files."""

    tables: dict[str, Tally]
    fields: dict[str, Accuracy]
    mistakes: list[Mistake]
    missing: int

    @property
    def mean_f1(self) -> float:
        """The mean F1 of the six tables."""
        return sum(self.tables[table].f1 for table in SIX) / len(SIX)


def score_folders(out: Path, gold_dir: Path) -> Scores:
    """The scores of an output folder against a folder of gold files.

    Raises:
        FileNotFoundError: ``out`` holds no ``articles.csv``.
        GoldError: ``gold_dir`` holds no gold file, or a broken one.
    """
    return score(read_tables(out), read_gold(gold_dir))


def score(output: Output, golds: Sequence[Gold]) -> Scores:
    """The scores of a run's tables."""
    return score_comparisons([compare(gold, output) for gold in golds])


def score_comparisons(comparisons: Iterable[Comparison]) -> Scores:
    """The same of articles that have been compared already."""
    tables: dict[str, Tally] = defaultdict(Tally)
    fields: dict[str, Accuracy] = defaultdict(Accuracy)
    mistakes: list[Mistake] = []
    missing = 0
    for comparison in comparisons:
        missing += not comparison.found
        for name, tally in _tallies(comparison):
            tables[name] = tables[name].plus(tally)
        for field, right in _field_results(comparison):
            fields[field] = Accuracy(fields[field].right + right, fields[field].of + 1)
        mistakes += find_mistakes(comparison)
    return Scores(dict(tables), dict(sorted(fields.items())), mistakes, missing)


def _tallies(comparison: Comparison) -> Iterator[tuple[str, Tally]]:
    """Each measure of the score with what is right, found and wanted in one article."""
    figures, parties, sectors, times, deals = comparison.tables.values()
    sizes = len(figures.rows), len(figures.gold)
    yield "figures_span", Tally(len(figures.pairs), *sizes)
    yield "figures", Tally(len(figures.right), *sizes)
    for kind in _FIGURE_KINDS:
        right = sum(figures.gold[j]["kind"] == kind for _, j in figures.right)
        yield f"figures_{kind}", Tally(right, _count(figures.rows, "kind", kind), _count(figures.gold, "kind", kind))
    yield "parties", Tally(len(parties.pairs), len(parties.rows), len(parties.gold))
    for kind in _PARTY_TYPES:
        right = sum(parties.gold[j]["type"] == kind for _, j in parties.pairs)
        yield f"parties_{kind}", Tally(right, _count(parties.rows, "type", kind), _count(parties.gold, "type", kind))
    found, wanted = ({row["sector"] for row in rows} for rows in (sectors.rows, sectors.gold))
    yield "sectors", Tally(len(found & wanted), len(found), len(wanted))
    yield "sectors_mentions", Tally(len(sectors.right), len(sectors.rows), len(sectors.gold))
    yield "timelines_span", Tally(len(times.pairs), len(times.rows), len(times.gold))
    yield "timelines", Tally(len(times.right), len(times.rows), len(times.gold))
    same_kind = sum(deals.rows[i].get("kind") == deals.gold[j].get("kind") for i, j in deals.pairs)
    yield "deals", Tally(len(deals.pairs), len(deals.rows), len(deals.gold))
    yield "deals_kind", Tally(same_kind, len(deals.rows), len(deals.gold))
    for name, links in comparison.links.items():
        yield name, Tally(len(links.got & links.wanted), len(links.got), len(links.wanted))


def _count(rows: list[Row], field: str, value: str) -> int:
    return sum(row.get(field) == value for row in rows)


def _field_results(comparison: Comparison) -> Iterator[tuple[str, bool]]:
    """For every value that the gold gives of a matched row, whether the row has it."""
    for table, matched in comparison.tables.items():
        for i, j in matched.pairs:
            for field, right in field_results(table, matched.rows[i], matched.gold[j]):
                yield f"{table}.{field}", right


def field_results(table: str, row: Row, gold: Row) -> Iterator[tuple[str, bool]]:
    """The fields that are compared of a row and its gold row, and whether they agree."""
    if table == "figures":
        for field, default in (("bound", "="), ("change", ""), ("per", "")):
            yield field, (row.get(field) or default) == (gold.get(field) or default)
        if gold.get("measures"):
            yield "measures", measures_agree(row, gold)
    elif table == "parties" and gold["type"] == "person" and gold.get("role"):
        yield "role", roles_agree(row, gold)
    elif table == "timelines":
        for field in ("type", "role", "date_start", "date_end"):
            if gold.get(field):
                yield field, (row.get(field) or "") == gold[field]
    elif table == "deals" and gold.get("status"):
        yield "status", row.get("status") == gold["status"]
