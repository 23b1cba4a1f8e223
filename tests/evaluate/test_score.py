from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate.agree import figures_agree, near, pair_up, parties_agree, plain
from pipeline.evaluate.gold import GoldError, read_gold
from pipeline.evaluate.render import as_json, render_mistakes, render_scores
from pipeline.evaluate.score import Tally, score_folders

# A gold article, and tables that agree with it in part.
DATA: dict[str, Any] = json.loads(Path(__file__).with_name("rows.json").read_text(encoding="utf-8"))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    out, gold = tmp_path / "out", tmp_path / "gold"
    out.mkdir()
    gold.mkdir()
    for table, rows in DATA["tables"].items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with (out / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    (gold / "a.gold.json").write_text(json.dumps(DATA["gold"]), encoding="utf-8")
    lost = {"source": "lost.txt", "parties": [{"name": "Norway", "type": "country", "country": "NOR"}]}
    (gold / "lost.gold.json").write_text(json.dumps(lost), encoding="utf-8")
    return out, gold


def test_numbers(folders: tuple[Path, Path]) -> None:
    # as the project's reference scorer gives them for these rows
    assert render_scores(score_folders(*folders)) == EXPECTED.strip("\n")


def test_json(folders: tuple[Path, Path]) -> None:
    data = json.loads(as_json(score_folders(*folders)))
    assert data["missing_articles"] == 1
    assert data["scores"]["parties"] == {"p": 0.75, "r": 0.6, "f1": 0.6667, "tp": 3, "pred": 4, "gold": 5}
    assert data["fields"]["timelines.date_end"] == {"accuracy": 0.0, "n": 1}


def test_mistakes(folders: tuple[Path, Path]) -> None:
    lines = render_mistakes(score_folders(*folders)).splitlines()
    assert lines[0] == "source\ttable\twhat\ttext\tdetail"
    kinds = [tuple(line.split("\t")[1:4]) for line in lines[1:]]
    assert ("figures", "wrong", "5%") in kinds
    assert ("figures", "missed", "20 workers") in kinds
    assert ("figures", "spurious", "9") in kinds
    assert ("parties", "missed", "John Roe") in kinds
    assert ("sectors", "missed", "banking") in kinds
    assert ("article", "missing", "") in kinds
    assert all(line.count("\t") == 4 for line in lines)


def test_without_tables_everything_is_missing(tmp_path: Path, folders: tuple[Path, Path]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "articles.csv").write_text("article_id,source\n", encoding="utf-8")
    scores = score_folders(tmp_path / "empty", folders[1])
    assert (scores.missing, scores.mean_f1) == (2, 0.0)
    with pytest.raises(FileNotFoundError):
        score_folders(tmp_path / "nowhere", folders[1])


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"source": "a", "figures": [{"text": "5%"}]}', '{"source": "a", "deals": 5}']
)
def test_broken_gold(tmp_path: Path, text: str) -> None:
    with pytest.raises(GoldError, match="no gold file"):
        read_gold(tmp_path)
    (tmp_path / "a.gold.json").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.gold\.json"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [(100.0, 100.4, True), (100.0, 101.0, False), (None, None, True), (0.0, None, False), (0.0, 0.0, True)],
)
def test_near(a: float | None, b: float | None, same: bool) -> None:
    assert near(a, b) is same


def test_agreement() -> None:
    money = {"kind": "money", "value": "5000000.0", "unit": "USD"}
    assert figures_agree(money, {"kind": "money", "value": 5e6, "unit": "usd"})
    assert not figures_agree(money, {"kind": "money", "value": 5e6, "unit": "EUR"})
    assert figures_agree({"kind": "count", "unit": "metric_ton"}, {"kind": "count", "unit": "metric ton"})
    firm = {"type": "organization", "name": "Acme Co. Ltd", "aliases": "ACM ; Acme Steel"}
    assert parties_agree(firm, {"type": "organization", "name": "ACM"})
    assert not parties_agree(firm, {"type": "person", "name": "ACM"})
    assert plain("Harris’s “Plan”") == "harris plan"


def test_pairs_prefer_agreement_then_overlap() -> None:
    rows = [{"start": 0, "end": 10, "v": 1}, {"start": 2, "end": 4, "v": 2}]
    gold = [{"start": 0, "end": 10, "v": 2}]
    assert pair_up(rows, gold) == [(0, 0)]
    assert pair_up(rows, gold, lambda row, wanted: bool(row["v"] == wanted["v"])) == [(1, 0)]


def test_tally() -> None:
    assert Tally(3, 4, 5).f1 == 0.6667
    assert Tally().f1 == 0.0


EXPECTED = """
                           P       R      F1  right   pred   gold
figures_span           0.750   0.750   0.750      3      4      4
figures                0.500   0.500   0.500      2      4      4
figures_money          1.000   1.000   1.000      1      1      1
figures_percent        0.000   0.000   0.000      0      1      1
figures_count          0.000   0.000   0.000      0      1      1
figures_measure        1.000   1.000   1.000      1      1      1
figures_multiple       0.000   0.000   0.000      0      0      0
parties                0.750   0.600   0.667      3      4      5
parties_country        1.000   0.500   0.667      1      1      2
parties_organization   0.500   1.000   0.667      1      2      1
parties_person         1.000   0.500   0.667      1      1      2
sectors                0.667   0.667   0.667      2      3      3
sectors_mentions       0.333   0.333   0.333      1      3      3
timelines_span         0.667   1.000   0.800      2      3      2
timelines              0.667   1.000   0.800      2      3      2
deals                  0.500   0.500   0.500      1      2      2
deals_kind             0.500   0.500   0.500      1      2      2
links                  0.500   0.667   0.571      2      4      3
deal_links             0.500   0.333   0.400      1      2      3
  deals.status                 0.0 of 1
  figures.bound             0.6667 of 3
  figures.change               1.0 of 3
  figures.measures             0.0 of 1
  figures.per                  1.0 of 3
  parties.role                 0.0 of 1
  timelines.date_end           0.0 of 1
  timelines.date_start         1.0 of 1
  timelines.role               0.0 of 1
  timelines.type               1.0 of 2
missing articles: 1
mean F1 of the six tables: 0.617
"""
