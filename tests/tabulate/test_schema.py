"""The tables' columns, and where they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.tabulate.dictionary import data_dictionary
from pipeline.tabulate.frames import frame, frames
from pipeline.tabulate.schema import TABLES

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_holds_the_data_dictionary() -> None:
    assert data_dictionary() in README.read_text(encoding="utf-8")


def test_every_column_has_a_meaning() -> None:
    assert all(column.meaning for table in TABLES.values() for column in table.columns)


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_the_types_of_a_full_one(table: str) -> None:
    empty = frames({})[table]
    full = frame(table, [{}])
    assert list(empty.dtypes) == list(full.dtypes)
    assert list(empty.columns) == [column.name for column in TABLES[table].columns]
