"""Workbooks, read back."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl

from pipeline.tabulate.frames import frames
from pipeline.tabulate.schema import TABLES
from pipeline.write.xlsx import CELL_LIMIT, write_xlsx

ARTICLE = {"article_id": "0123456789ab", "source": "a.txt", "published": datetime.date(2025, 8, 30), "words": 12}


def workbook(path: Path, **rows: list[dict[str, object]]) -> openpyxl.Workbook:
    write_xlsx(frames(rows), path)
    return openpyxl.load_workbook(path)


def cell(book: openpyxl.Workbook, table: str, column: str, row: int = 2) -> object:
    names = [column.name for column in TABLES[table].columns]
    return book[table].cell(row, names.index(column) + 1)


def test_a_sheet_per_table_with_the_schema_as_head(tmp_path: Path) -> None:
    book = workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == list(TABLES)
    for name, table in TABLES.items():
        assert [c.value for c in book[name][1]] == [column.name for column in table.columns]


def test_numbers_and_days_are_real(tmp_path: Path) -> None:
    book = workbook(tmp_path / "t.xlsx", articles=[ARTICLE], figures=[{"value": 6.7e10, "start_char": 8}])
    assert cell(book, "articles", "published").value == datetime.datetime(2025, 8, 30)
    assert cell(book, "articles", "words").value == 12
    assert cell(book, "figures", "value").value == 6.7e10
    assert cell(book, "figures", "low").value is None


def test_text_is_never_a_formula_and_survives(tmp_path: Path) -> None:
    texts = ["=1+1", "+1", "-5%", "@SUM(A1)", "http://example.com", "007", "a\x01b", "line\nline", "€ 🔦 ‘x’"]
    book = workbook(tmp_path / "t.xlsx", figures=[{"text": text} for text in texts])
    for row, text in enumerate(texts, start=2):
        found = cell(book, "figures", "text", row)
        assert found.data_type != "f"
        assert found.value.replace("_x0001_", "\x01") == text


def test_a_cell_too_long_is_cut_and_says_so(tmp_path: Path) -> None:
    book = workbook(tmp_path / "t.xlsx", figures=[{"sentence": "x" * 40_000}])
    value = cell(book, "figures", "sentence").value
    assert len(value) == CELL_LIMIT
    assert value.endswith("[…cut]")


def test_days_before_1900_are_text(tmp_path: Path) -> None:
    book = workbook(tmp_path / "t.xlsx", timelines=[{"date_start": datetime.date(1857, 5, 10)}])
    assert cell(book, "timelines", "date_start").value == "1857-05-10"


def test_same_tables_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        workbook(tmp_path / name, articles=[ARTICLE])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
