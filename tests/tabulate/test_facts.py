"""The wide table: on sentences read by the whole program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

import pipeline
from pipeline.batch.read import read_article
from pipeline.batch.run import collect
from pipeline.extraction import Extraction
from pipeline.ingest.article import make_article
from pipeline.settings import load
from pipeline.tabulate.facts import facts
from pipeline.tabulate.rows import Rows, tabulate

TEXT = (
    "Japan will lend Kenya 150 billion yen ($1 billion) for solar power and railways by 2030.\n\n"
    "President Emmanuel Macron approved a 20 million euro grant for Ukraine on 3 March 2025. "
    "Exports rose 4%, and 300 workers were hired."
)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return pipeline.extract(TEXT, published="2025-03-04", title="Loans and grants")


def _rows(text: str, source: str = "a.txt") -> Rows:
    return tabulate(read_article(make_article(text, source=source), load(published="2025-03-04")))


def test_every_figure_has_one_row_in_order(extraction: Extraction) -> None:
    assert list(extraction.facts.figure_id) == list(extraction.figures.figure_id)
    for column in ("text", "kind", "value", "unit", "base_value", "measures", "sentence"):
        assert extraction.facts[column].equals(extraction.figures[column])


CELLS = [  # figure, column, value
    ("150 billion yen", "parties", "Japan | Kenya"),
    ("150 billion yen", "payers", "Japan"),
    ("150 billion yen", "receivers", "Kenya"),
    ("150 billion yen", "times", "2030"),
    ("150 billion yen", "title", "Loans and grants"),
    ("150 billion yen", "roles", ""),
    ("$1 billion", "parties", "Japan | Kenya"),
    ("$1 billion", "times", "2030"),
    ("4%", "deals", ""),
    ("4%", "payers", ""),
]


@pytest.mark.parametrize(("figure", "column", "value"), CELLS)
def test_cells(extraction: Extraction, figure: str, column: str, value: str) -> None:
    rows = extraction.facts[extraction.facts.text == figure]
    assert rows[column].tolist() == [value]


def test_days_are_the_first_and_the_last(extraction: Extraction) -> None:
    rows = extraction.facts[extraction.facts.text == "150 billion yen"]
    assert rows.date_start.tolist() in ([pd.Timestamp(2030, 1, 1)], [pd.NaT])
    assert rows.date_end.dropna().tolist() == [pd.Timestamp(2030, 12, 31)]


NAMES = [("parties", "parties", "name"), ("sectors", "sectors", "sector"), ("deals", "deals", "name")]


@pytest.mark.parametrize(("column", "table", "name"), NAMES)
def test_names_are_in_the_linked_table(extraction: Extraction, column: str, table: str, name: str) -> None:
    known = {" ".join(value.split()) for value in extraction.tables[table][name]}
    told = [value for cell in extraction.facts[column] for value in cell.split(" | ") if value]
    assert told
    assert set(told) <= known


def test_payers_and_receivers_are_among_the_parties(extraction: Extraction) -> None:
    for row in extraction.facts.itertuples():
        named = set(row.parties.split(" | "))
        assert set(row.payers.split(" | ")) - {""} <= named
        assert set(row.receivers.split(" | ")) - {""} <= named


def test_lists_follow_the_article_without_duplicates() -> None:
    rows = _rows("x")
    rows["articles"] = [{"article_id": "a", "title": "T", "published": date(2025, 1, 1), "outlet": "O"}]
    rows["figures"] = [
        {"figure_id": "a-f0", "article_id": "a", "text": "$1", "same_as": ""},
        {"figure_id": "a-f9", "article_id": "a", "text": "€1", "same_as": "a-f0"},
    ]
    rows["sectors"] = [
        {"sector_id": f"a-s{at}", "start_char": at, "sector": sector}
        for at, sector in ((20, "water"), (30, "trade"), (40, "water"))
    ]
    rows["timelines"] = [
        {"timeline_id": "a-t1", "start_char": 1, "text": "by\n 2030", "date_start": None, "date_end": date(2030, 1, 1)},
        {"timeline_id": "a-t5", "start_char": 5, "text": "2020", "date_start": date(2020, 1, 1), "date_end": None},
    ]
    rows["deals"] = [
        {"deal_id": "a-d7", "start_char": 7, "name": "Pact", "kind": "agreement", "status": "", "story_id": "s"}
    ]
    links = [("sector", "a-s40"), ("sector", "a-s30"), ("sector", "a-s20"), ("timeline", "a-t5"), ("timeline", "a-t1")]
    rows["links"] = [
        {"from_table": "figures", "from_id": "a-f0", "relation": relation, "to_id": to, "role": ""}
        for relation, to in links
    ] + [{"from_table": "deals", "from_id": "a-d7", "relation": "figure", "to_id": "a-f0", "role": ""}]
    first, second = facts(rows)
    assert first["sectors"] == "water | trade"
    assert first["times"] == "by 2030 | 2020"
    assert (first["date_start"], first["date_end"]) == (date(2020, 1, 1), date(2030, 1, 1))
    assert (first["deals"], first["deal_kinds"], first["deal_status"], first["story_ids"]) == (
        "Pact",
        "agreement",
        "",
        "s",
    )
    assert second["deals"] == "Pact", "a restated amount has the deals of its original"
    assert second["sectors"] == ""


def test_no_figures_no_rows() -> None:
    assert facts(_rows("Nothing was decided.")) == []


def test_a_run_has_them_for_all_articles(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{name.upper()} plc paid $5 million to Kenya.", encoding="utf-8")
    _, rows = collect([tmp_path], load())
    assert [row["figure_id"] for row in rows["facts"]] == [row["figure_id"] for row in rows["figures"]]
    assert len(rows["facts"]) == 2


def test_the_workbook_has_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Acme plc paid $5 million to Kenya.", encoding="utf-8")
    pipeline.run(tmp_path / "a.txt", tmp_path / "out", formats=("csv", "xlsx"))
    books = list((tmp_path / "out").glob("*.xlsx"))
    sheet = load_workbook(books[0])["facts"]
    assert sheet["A1"].value == "figure_id"
    assert sheet.max_row == 2
