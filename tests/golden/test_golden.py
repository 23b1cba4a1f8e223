"""The gold articles: scores above their floors, rows that lead back to the text, copies that agree."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd
import pytest

from pipeline import extract
from pipeline.evaluate.check import CheckReport, check, render_check
from pipeline.settings import Settings

GOLDEN = Path(__file__).parent
CORPUS = GOLDEN.parents[1] / "corpus"
TEXTS = sorted(GOLDEN.glob("*.txt"))
SIX = ("figures", "parties", "sectors", "timelines", "deals", "links")


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check(GOLDEN, Settings())


def test_no_score_is_under_its_floor(report: CheckReport) -> None:
    assert report.floors is not None
    assert report.ok, render_check(report, details=False)
    assert not report.stale


def test_the_india_japan_article(tmp_path: Path) -> None:
    for name in ("india-japan-summit.txt", "india-japan-summit.gold.json"):
        (tmp_path / name).write_bytes((GOLDEN / name).read_bytes())
    scores = check(tmp_path, Settings()).scores.tables
    assert scores["figures"].f1 >= 0.95
    assert math.fsum(scores[table].f1 for table in SIX) / len(SIX) >= 0.95


def test_corpus_holds_the_same_articles() -> None:
    assert len(TEXTS) >= 9
    for path in (*TEXTS, GOLDEN / "metadata.csv"):
        assert (CORPUS / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_row_leads_back_to_its_characters(path: Path) -> None:
    result = extract(path.read_text(encoding="utf-8"), published="2025-08-30")
    for name in ("figures", "mentions", "sectors", "timelines", "deals"):
        for row in result.tables[name].itertuples():
            assert result.text[row.start_char : row.end_char] == row.text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_keys_are_unique_and_links_lead_somewhere(path: Path) -> None:
    result = extract(path.read_text(encoding="utf-8"))
    keys = {
        name: table[f"{column}_id"]
        for name, column in (
            ("figures", "figure"), ("parties", "party"), ("sectors", "sector"),
            ("timelines", "timeline"), ("deals", "deal"),
        )
        for table in [result.tables[name]]
    }  # fmt: skip
    assert all(column.is_unique for column in keys.values())
    for link in result.links.itertuples():
        assert link.from_id in set(keys[link.from_table])
        assert link.to_id in set(keys[link.to_table])
    restated = result.figures.same_as
    assert set(restated[restated != ""]) <= set(keys["figures"])
    assert set(result.mentions.party_id) == set(keys["parties"])
    assert pd.Series(result.parties.mentions).tolist() == [
        int((result.mentions.party_id == key).sum()) for key in keys["parties"]
    ]
