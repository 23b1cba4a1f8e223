"""The Python face."""

from __future__ import annotations

import datetime
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline.settings import SettingsError

TEXT = "Japan will pay $67bn to India by 2040."


def test_every_table_is_an_attribute() -> None:
    result = pipeline.extract(TEXT, published="2025-08-30")
    for name in ("articles", "figures", "parties", "mentions", "sectors", "timelines", "deals", "links"):
        assert isinstance(getattr(result, name), pd.DataFrame)
    assert result.articles.published[0] == pd.Timestamp(2025, 8, 30)
    assert result.figures.value.tolist() == [6.7e10]


def test_offsets_refer_to_title_and_text() -> None:
    result = pipeline.extract(TEXT, published=datetime.date(2025, 8, 30), title="Japan pays")
    assert result.text == f"Japan pays\n\n{TEXT}"
    for row in result.figures.itertuples():
        assert result.text[row.start_char : row.end_char] == row.text


def test_a_wrong_setting_is_told() -> None:
    with pytest.raises(SettingsError, match="base-currency"):
        pipeline.extract(TEXT, base_currency="dollars")


def test_run_takes_a_path_or_several(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    summary = pipeline.run(str(tmp_path / "a.txt"), tmp_path / "out", formats=("csv",))
    assert summary.rows["articles"] == 1
    assert pipeline.run([tmp_path / "a.txt"], tmp_path / "out").rows == summary.rows


ODD = [
    "",
    " ",
    "\n",
    "$",
    "a" * 10_000,
    "\x00",
    "🔦" * 50,
    "$" * 500,
    "1," * 2000,
    "9" * 5000,
    "Rs " * 2000,
    "( " * 999,
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_no_text_is_too_odd(text: str) -> None:
    assert len(pipeline.extract(text).articles) == 1
