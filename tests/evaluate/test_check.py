from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.contract import Article, Reject
from pipeline.evaluate import check as check_module
from pipeline.evaluate.check import check, render_check
from pipeline.evaluate.gold import GoldError
from pipeline.settings import Settings
from pipeline.tabulate.rows import Rows, tabulate_rejects
from pipeline.tabulate.schema import TABLES

TEXT = "Norway gives $5 million"
GOLD: dict[str, Any] = {
    "source": "a.txt",
    "figures": [
        {"start_char": 13, "end_char": 23, "text": "$5 million", "kind": "money", "value": 5e6, "unit": "USD",
         "parties": ["Norway"]},
        {"start_char": 30, "end_char": 32, "text": "5%", "kind": "percent", "value": 5, "unit": "percent"},
    ],
    "parties": [{"name": "Norway", "type": "country", "country": "NOR"}],
}  # fmt: skip


def rows(**changes: Any) -> Rows:
    figure = {"article_id": "x", "figure_id": "x-f13", "start_char": 13, "end_char": 23, "text": "$5 million"}
    figure |= {"kind": "money", "value": 5e6, "unit": "USD", "bound": "=", **changes}
    party = {"article_id": "x", "party_id": "x-p0", "name": "Norway", "type": "country", "country": "NOR"}
    link = {"article_id": "x", "from_table": "figures", "from_id": "x-f13", "relation": "party", "to_table": "parties"}
    tables: Rows = {table: [] for table in TABLES}
    tables |= {"articles": [{"article_id": "x", "source": "a.txt"}], "figures": [figure], "parties": [party]}
    return tables | {"links": [{**link, "to_id": "x-p0"}]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def give(monkeypatch: pytest.MonkeyPatch, tables: Rows) -> None:
    def collect(paths: list[Path], settings: Settings) -> tuple[list[Article], Rows]:
        assert [path.name for path in paths] == ["a.txt"]
        return [], tables

    monkeypatch.setattr(check_module, "collect", collect)


def test_right_and_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, rows())
    report = check(folder, Settings())
    (article,) = report.articles
    assert (article.right["figures"], article.right["parties"], article.right["links"]) == (1, 1, 1)
    assert article.changed == ()
    assert article.missing == ("figures: '5%' (percent 5 percent)",)
    assert article.new == ()
    assert report.ok
    assert "no floors" in render_check(report)


def test_changed_and_new(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = rows(value=6e6, bound=">", text="5 million", start_char=14)
    tables["figures"].append({**tables["figures"][0], "start_char": 50, "end_char": 55, "text": "$7 mn"})
    give(monkeypatch, tables)
    text = render_check(check(folder, Settings()))
    assert "changed  figures: '$5 million' value: want '5000000', got '6000000'" in text
    assert "changed  figures: '$5 million' bound: want '=', got '>'" in text
    assert "changed  figures: '$5 million' text: want '$5 million', got '5 million'" in text
    assert "new      figures: '$7 mn' (money 6000000 USD)" in text
    assert "right figures 0/2, parties 1/1" in text


def test_floors(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, rows())
    (folder / "floors.json").write_text('{"scores": {"figures": 0.9}, "corpus": "old"}', encoding="utf-8")
    report = check(folder, Settings())
    assert report.below == ("figures is 0.6667, under its floor of 0.9000",)
    assert not report.ok
    assert "TOO LOW: figures is 0.6667" in render_check(report, details=False)
    assert "the gold has changed" in render_check(report)
    assert check(folder, Settings(), floors=False).ok


def test_an_article_that_was_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables: Rows = {table: [] for table in TABLES}
    tables["rejects"] = tabulate_rejects([Reject("a.txt", "encoding", "it is not text")])
    give(monkeypatch, tables)
    report = check(folder, Settings())
    assert not report.ok
    assert "a.txt: NOT READ" in render_check(report)
    assert "rejected: a.txt: it is not text" in render_check(report)


def test_a_real_run(folder: Path) -> None:
    assert check(folder, Settings(model="none")).scores.tables["figures"].wanted == 2


def test_no_gold(tmp_path: Path) -> None:
    with pytest.raises(GoldError):
        check(tmp_path, Settings())
