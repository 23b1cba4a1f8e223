"""One article's rows against its gold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.evaluate.agree import (
    Pairs,
    figures_agree,
    pair_deals,
    pair_parties,
    pair_up,
    sectors_agree,
    times_agree,
)
from pipeline.evaluate.gold import ROW_TABLES, TABLES, Gold, Output, Row

LinkKey = tuple[int, str, object]
_TARGETS = {"party": "parties", "sector": "sectors", "timeline": "timelines", "figure": "figures"}


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows of one table: those found, those wanted, which go together, and which of these are right."""

    rows: list[Row]
    gold: list[Row]
    pairs: Pairs
    right: Pairs

    @property
    def new(self) -> list[Row]:
        """Rows that go with no gold row."""
        used = {i for i, _ in self.pairs}
        return [row for i, row in enumerate(self.rows) if i not in used]

    @property
    def missing(self) -> list[Row]:
        """Gold rows that no row goes with."""
        used = {j for _, j in self.pairs}
        return [row for j, row in enumerate(self.gold) if j not in used]

    def gold_index(self, key: str) -> dict[str, int]:
        """The index of the gold row by the id of the row that goes with it."""
        return {self.rows[i][key]: j for i, j in self.pairs if key in self.rows[i]}


@dataclass(frozen=True, slots=True)
class LinkSets:
    """The links of right-placed rows, as (index of the gold row, relation, target)."""

    got: frozenset[LinkKey]
    wanted: frozenset[LinkKey]


@dataclass(frozen=True, slots=True)
class Comparison:
    """An article and its gold; ``found`` is False if the run has no such article."""

    gold: Gold
    found: bool
    tables: Mapping[str, Matched]
    links: Mapping[str, LinkSets]


def compare(gold: Gold, output: Output) -> Comparison:
    """The rows of the article that ``gold`` is about, matched with the gold's."""
    rows = output.of(gold)
    found = rows is not None
    rows = rows or {table: [] for table in TABLES}
    tables = {table: _match(table, rows[table], gold.rows[table]) for table in ROW_TABLES}
    links = {
        name: LinkSets(_links_got(table, key, rows["links"], tables), _links_wanted(gold.rows[table]))
        for name, table, key in (("links", "figures", "figure_id"), ("deal_links", "deals", "deal_id"))
    }
    return Comparison(gold, found, tables, links)


def _match(table: str, rows: list[Row], gold: list[Row]) -> Matched:
    """The rows of a table paired with gold rows, by the rule of that table."""
    if table == "parties":
        pairs = pair_parties(rows, gold)
        return Matched(rows, gold, pairs, pairs)
    if table == "deals":
        pairs = pair_deals(rows, gold)
        return Matched(rows, gold, pairs, pairs)
    agree: Callable[[Row, Row], bool] = {
        "figures": figures_agree,
        "sectors": sectors_agree,
        "timelines": times_agree,
    }[table]
    pairs = pair_up(rows, gold, agree)
    return Matched(rows, gold, pairs, [(i, j) for i, j in pairs if agree(rows[i], gold[j])])


def _links_wanted(gold: list[Row]) -> frozenset[LinkKey]:
    return frozenset(
        (index, relation, target)
        for index, row in enumerate(gold)
        for relation, field in _TARGETS.items()
        for target in row.get(field, [])
    )


def _links_got(table: str, key: str, links: list[Row], tables: Mapping[str, Matched]) -> frozenset[LinkKey]:
    """The links from rows that go with a gold row; of the others the row itself is the error."""
    origin = tables[table].gold_index(key)
    parties = tables["parties"]
    targets: dict[str, Mapping[str, object]] = {
        "party": {parties.rows[i].get("party_id", ""): parties.gold[j]["name"] for i, j in parties.pairs},
        "sector": {row.get("sector_id", ""): row["sector"] for row in tables["sectors"].rows},
        "timeline": tables["timelines"].gold_index("timeline_id"),
        "figure": tables["figures"].gold_index("figure_id"),
    }
    return frozenset(
        (origin[link["from_id"]], link["relation"], targets[link["relation"]].get(link["to_id"], _unknown(link)))
        for link in links
        if link.get("from_table") == table and link["from_id"] in origin and link.get("relation") in targets
    )


def _unknown(link: Row) -> str:
    """A target that no gold row stands for; it counts as a wrong link, once for every row it leads to."""
    return str(link["to_id"]) if link["relation"] == "sector" else f"?{link['to_id']}"
