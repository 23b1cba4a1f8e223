"""Every row of a run over the golden articles can be explained, and the arithmetic comes out."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from pipeline.batch.run import run
from pipeline.explain import explain
from pipeline.explain.made import made
from pipeline.explain.passage import passage
from pipeline.explain.rules import meaning
from pipeline.explain.tables import KEYS, Found, Row, number
from pipeline.explain.times import in_words
from pipeline.gazetteers import toml
from pipeline.settings import Settings
from tests.explain.conftest import GOLDEN

PACKAGE = Path(__file__).parents[2] / "pipeline"


def rows_of(out: Path, table: str) -> list[Row]:
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def everything(golden_out: Path) -> list[Found]:
    by_article: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for table in (*KEYS, "mentions", "links"):
        for row in rows_of(golden_out, table):
            by_article[row["article_id"]][table].append(row)
    return [
        Found(row[key], golden_out, table, "row", row, article, by_article[article["article_id"]])
        for article in rows_of(golden_out, "articles")
        for table, key in KEYS.items()
        for row in by_article[article["article_id"]][table]
    ]


def test_the_arithmetic_of_every_figure_gives_its_value(everything: list[Found]) -> None:
    figures = [found for found in everything if found.table == "figures"]
    assert len(figures) > 200
    for found in figures:
        told = {name: number(found.row, name) for name in ("value", "low", "high")}
        assert made(found).agrees(told), found.row
        value, rate, base = (number(found.row, name) for name in ("value", "fx_rate", "base_value"))
        if value is not None and rate is not None:
            assert base is not None
            assert float(value * rate) == float(base), found.row


def test_the_row_is_marked_in_its_sentence_by_the_tables_as_by_the_text(everything: list[Found]) -> None:
    checked = 0
    for found in everything:
        if "sentence" in found.row:
            marked = passage(found, None)
            assert marked.replace("[", "").replace("]", "") == found.row["sentence"].replace("[", "").replace("]", "")
            assert marked == passage(found, GOLDEN)
            checked += 1
        elif shown := passage(found, None):
            written = " ".join(found.text.split())
            assert f"[{written}]" in shown
            # the text of a party or sector shows its line, the tables the sentence in it
            around = re.search(r".{0,12}\[.*?\].{0,12}", shown)
            assert around is not None
            assert around.group().strip() in passage(found, GOLDEN)
    assert checked > 300


def test_every_rule_in_every_table_is_explained(everything: list[Found], golden_out: Path) -> None:
    unknown = {(found.table, found.row["rule"]) for found in everything if not meaning(found.table, found.row["rule"])}
    unknown |= {("links", row["rule"]) for row in rows_of(golden_out, "links") if not meaning("links", row["rule"])}
    for column in ("unit_from", "fx_source", "bound"):
        values = {found.row[column] for found in everything if found.table == "figures"} - {""}
        unknown |= {(column, value) for value in values if not meaning(column, value)}
    assert not unknown


def test_every_rule_that_the_modules_name_is_explained() -> None:
    sources = {
        "figures": (r'"((?:money|percent|count|measure|multiple)\.[a-z_]+)"', ["match", "normalise"]),
        "parties": (r'rule="([a-z ]+)"', ["label"]),
        "deals": (r'Found\(.*, "([a-z-]+)"\)', ["match"]),
    }
    for table, (pattern, folders) in sources.items():
        texts = [path.read_text(encoding="utf-8") for name in folders for path in sorted((PACKAGE / name).glob("*.py"))]
        named = {rule for text in texts for rule in re.findall(pattern, text)}
        assert named
        assert not [rule for rule in sorted(named) if not meaning(table, rule)]
    times = [entry["name"] for listed in toml("time_grammar")["rules"].values() for entry in listed]
    assert not [rule for rule in times if not meaning("timelines", rule)]
    frames = toml("deal_verbs")["frames"]
    assert not [frame for frame in frames if not meaning("deals", f"verb-{frame['object']}")]


def test_every_value_of_a_time_is_told_in_words(everything: list[Found]) -> None:
    times = [found.row for found in everything if found.table == "timelines"]
    assert not [row["value"] for row in times if not in_words(row["value"], row["type"])]


def test_every_row_can_be_explained(everything: list[Found], golden_out: Path) -> None:
    for found in everything[::25]:
        told = explain(found.row_id, golden_out)
        assert found.row["rule"] in told
        assert told == explain(found.row_id, golden_out)


def test_the_yen_of_the_india_japan_article(golden_out: Path) -> None:
    row = next(row for row in rows_of(golden_out, "figures") if row["text"] == "10 trillion Japanese Yen")
    told = explain(row["figure_id"], golden_out)
    assert "target of [10 trillion Japanese Yen] (approximately" in told
    assert "  scale       1,000,000,000,000 ('trillion')\n" in told
    assert "  value       10 × 1,000,000,000,000 = 10,000,000,000,000 JPY\n" in told
    assert "  unit        JPY, written 'Japanese Yen' (name: its name says so)\n" in told
    assert "the newest rate\n" in told
    assert "restated by  $67 billion" in told


FIGURES = [
    ("It paid 9.4 lakh crore rupees.", "9.4 × 1,000,000,000,000 = 9,400,000,000,000 INR"),
    ("Shares fell 25 cents.", "0.01: one cents in USD"),
    ("The plant makes 2 mtpa of steel.", "1,000,000: one mtpa in metric_ton"),
    ("It rose from 1.2 to 1.5 billion euros.", "shared with '1.5 billion euros' behind it"),
    ("It will cost $10 to $15 billion.", "10 × 1,000,000,000 = 10,000,000,000 USD"),
    ("Tens of thousands of people left.", "'Tens of thousands': from 10,000 to 100,000"),
    ("Two-thirds of the members left.", "66.67 percent"),
]


@pytest.mark.parametrize(("text", "line"), FIGURES, ids=[text for text, _ in FIGURES])
def test_steps(text: str, line: str, tmp_path: Path) -> None:
    record = json.dumps({"id": 1, "title": "News", "text": text})
    (tmp_path / "a.jsonl").write_text(record, encoding="utf-8")
    run([tmp_path / "a.jsonl"], tmp_path / "out", Settings(formats=("csv",)))
    told = [explain(row["figure_id"], tmp_path / "out") for row in rows_of(tmp_path / "out", "figures")]
    assert [one for one in told if line in one], told
    assert "the text alone does not give" not in "".join(told)
