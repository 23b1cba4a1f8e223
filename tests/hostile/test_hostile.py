"""Bad input never stops a run, never gets lost, and costs no more than its length."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from spacy.language import Language

from pipeline.batch.read import read_article
from pipeline.batch.run import run
from pipeline.ingest.article import make_article
from pipeline.label.sentences import MOST_CHARACTERS, sentence_starts
from pipeline.settings import Settings
from pipeline.tabulate.rows import tabulate
from pipeline.tabulate.schema import TABLES
from pipeline.write import WORKBOOK
from tests.hostile.cases import FILES, PATTERNS, STORY

SETTINGS = Settings()
# Characters of a pattern whose work is counted, and of one that is only read.
LENGTH = 6_000
DESERT = 60_000
# Lines of the record files that are no blank lines.
RECORDS = {"lone": 1, "broken": 10, "deep": 1, "big-number": 2, "twins": 3, "fields": 1, "empty": 0}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all files, a folder named like a text, links in a circle and to nowhere, and a good text."""
    root = tmp_path_factory.mktemp("hostile")
    for name, data in FILES.items():
        (root / name).write_bytes(data)
    for number, pattern in enumerate(PATTERNS):
        (root / f"pattern-{number:02d}.txt").write_bytes((pattern * 1_000)[:1_000].encode())
    inner = root / "folder.txt"
    inner.mkdir()
    (inner / "story.txt").write_text(STORY * 2, encoding="utf-8")
    (inner / "circle").symlink_to(root, target_is_directory=True)
    (root / "nowhere.txt").symlink_to(root / "missing.txt")
    (root / "itself.txt").symlink_to(root / "itself.txt")
    os.mkfifo(root / "pipe.txt")
    return root


@pytest.fixture(scope="module")
def out(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("out")
    run([folder], target, SETTINGS)
    return target


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.fixture(autouse=True)
def _long_fields() -> Iterator[None]:
    limit = csv.field_size_limit(sys.maxsize)
    yield
    csv.field_size_limit(limit)


def test_every_input_is_an_article_or_a_reject(folder: Path, out: Path) -> None:
    articles, rejects = table(out, "articles"), table(out, "rejects")
    sources = sorted(row["source"] for row in (*articles, *rejects))
    files = {source for source in sources if "#" not in source}
    expected = {
        path.relative_to(folder).as_posix()
        for path in (*folder.iterdir(), *(folder / "folder.txt").iterdir())
        if path.name not in ("metadata.csv", "folder.txt", "circle") and path.suffix != ".jsonl"
    }
    assert files == expected | {"empty.jsonl"}
    assert len(files) == sum("#" not in source for source in sources)
    for name, count in RECORDS.items():
        assert sum(source.startswith(f"{name}.jsonl#") for source in sources) == count, name
    assert all(row["reason"] and row["detail"] for row in rejects)
    assert "failed" not in {row["reason"] for row in rejects}
    assert "folder.txt/story.txt" in {row["source"] for row in articles}


def test_offsets_lead_back_to_the_text(folder: Path, out: Path) -> None:
    texts: dict[str, str] = {}
    for row in table(out, "articles"):
        saved = out / "texts" / f"{row['article_id']}.txt"
        source = saved if saved.exists() else folder / row["source"]
        article = make_article(_decoded(source), source=row["source"])
        texts[row["article_id"]] = article.text
    for name in ("figures", "parties", "mentions", "sectors", "timelines", "deals"):
        rows = table(out, name)
        assert rows
        for row in rows:
            text = texts[row["article_id"]]
            start, end = int(row["start_char"]), int(row["end_char"])
            assert 0 <= start < end <= len(text)
            assert text[start:end] == row.get("text", text[start:end]), (name, row)


def _decoded(path: Path) -> str:
    from pipeline.ingest.decode import decode

    return decode(path.read_bytes())


def test_the_workbook_opens_and_has_no_formulas(out: Path) -> None:
    book = openpyxl.load_workbook(out / WORKBOOK)
    for sheet in book.worksheets:
        for cells in sheet.iter_rows():
            assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert set(TABLES) <= set(book.sheetnames)


def test_a_second_run_gives_the_same_bytes(folder: Path, out: Path, tmp_path: Path) -> None:
    run([folder], tmp_path, SETTINGS)
    names = sorted(path.name for path in out.glob("*.*"))
    assert names == sorted(path.name for path in tmp_path.glob("*.*"))
    for name in names:
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes(), name


def test_a_stretch_without_an_end_is_cut_behind_white_space() -> None:
    text = "five percent of sales and " * 1_000 + "x" * 2 * MOST_CHARACTERS
    starts = sentence_starts(text)
    assert max(end - start for start, end in pairwise([*starts, len(text)])) <= MOST_CHARACTERS
    assert all(text[start - 1] == " " for start in starts[1:] if start <= 26_000)


def _calls(text: str) -> int:
    """Function calls that reading ``text`` takes: work, counted without a clock."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    article = make_article(text, source="a.txt")
    sys.setprofile(count)
    try:
        tabulate(read_article(article, SETTINGS))
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("pattern", ["$5 ", "5% ", "Monday ", "Q1 ", "acquired Acme ", "Abc Def ", "1, 2, ", "twenty-"])
def test_twice_the_length_is_no_more_than_about_twice_the_work(nlp: Language, pattern: str) -> None:
    _calls(pattern * 10)  # loads what is loaded once
    short, long = (pattern * LENGTH)[:LENGTH], (pattern * 2 * LENGTH)[: 2 * LENGTH]
    assert _calls(long) <= 2.5 * _calls(short)


@pytest.mark.parametrize("pattern", [" ", "\n", "\t ", "\u00a0", "\n ", "a@", "("])
def test_a_desert_of_signs_yields_nothing(nlp: Language, pattern: str) -> None:
    rows = tabulate(read_article(make_article((pattern * DESERT)[:DESERT], source="a.txt"), SETTINGS))
    assert [name for name, found in rows.items() if found] == ["articles"]
