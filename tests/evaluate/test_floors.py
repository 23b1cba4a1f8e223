from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.evaluate.floors import Floors, FloorsError, raise_floors, read_floors
from pipeline.evaluate.score import SIX, Accuracy, Scores, Tally


def scores(right: int, accuracy: int) -> Scores:
    return Scores(
        dict.fromkeys((*SIX, "deals_kind"), Tally(right, 300, 300)), {"deals.status": Accuracy(accuracy, 3)}, [], 0
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.gold.json").write_text('{"source": "a.txt"}', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Text", encoding="utf-8")
    return tmp_path


def test_floors_only_rise(folder: Path) -> None:
    assert read_floors(folder) is None
    raise_floors(folder, scores(200, 2))
    assert raise_floors(folder, scores(100, 3)).scores["figures"] == 0.666
    floors = read_floors(folder)
    assert floors is not None
    assert floors.scores == dict.fromkeys(SIX, 0.666)
    assert floors.fields == {"deals.status": 1.0}
    assert raise_floors(folder, scores(270, 0)).scores["links"] == 0.9


def test_a_floor_set_by_hand_stays(folder: Path) -> None:
    (folder / "floors.json").write_text('{"scores": {"deals_kind": 0.99, "figures": 0.95}}', encoding="utf-8")
    floors = raise_floors(folder, scores(200, 2))
    assert (floors.scores["deals_kind"], floors.scores["figures"], floors.scores["deals"]) == (0.99, 0.95, 0.666)


def test_the_corpus_is_named(folder: Path) -> None:
    before = raise_floors(folder, scores(200, 2)).corpus
    (folder / "a.txt").write_text("Another text", encoding="utf-8")
    assert raise_floors(folder, scores(200, 2)).corpus != before


def test_breaches() -> None:
    floors = Floors({"figures": 0.9, "deals": 0.6, "gone": 0.1}, {"deals.status": 0.7})
    assert floors.breaches(scores(200, 2)) == [
        "figures is 0.6667, under its floor of 0.9000",
        "gone is not measured, under its floor of 0.1000",
        "deals.status is 0.6667, under its floor of 0.7000",
    ]


@pytest.mark.parametrize("text", ["", "[]", '{"scores": 5}', '{"scores": {"figures": "high"}}', "{"])
def test_a_broken_file(folder: Path, text: str) -> None:
    (folder / "floors.json").write_text(text, encoding="utf-8")
    with pytest.raises(FloorsError, match=r"floors\.json"):
        read_floors(folder)


def test_what_is_written_can_be_read_by_people(folder: Path) -> None:
    raise_floors(folder, scores(200, 2))
    data = json.loads((folder / "floors.json").read_text(encoding="utf-8"))
    assert list(data) == ["corpus", "scores", "fields"]
