from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.contract import Article, Reject
from pipeline.ingest import find_sources, jsonl, read_source

RECORD = {
    "id": "7",
    "title": "Rates up",
    "text": "The bank raised its rate.",
    "published": "Tue, 24 Jun 2025 23:18:00 -0500",
    "url": "https://example.org/7",
    "outlet": "The Example",
}


def read(
    folder: Path, *lines: str | bytes | dict[str, object], published: date | None = None
) -> list[Article | Reject]:
    data = [json.dumps(line).encode() if isinstance(line, dict) else line for line in lines]
    (folder / "f.jsonl").write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in data))
    return [item for source in find_sources([folder]) for item in read_source(source, published)]


def one(folder: Path, line: str | bytes | dict[str, object], published: date | None = None) -> Article:
    (item,) = read(folder, line, published=published)
    assert isinstance(item, Article)
    return item


def test_a_full_record(tmp_path: Path) -> None:
    article = one(tmp_path, RECORD)
    assert article.text == "Rates up\n\nThe bank raised its rate."
    assert (article.source, article.record_id, article.title) == ("f.jsonl#7", "7", "Rates up")
    assert (article.published, article.published_from) == (date(2025, 6, 24), "metadata")
    assert (article.url, article.outlet, article.plain) == ("https://example.org/7", "The Example", False)


@pytest.mark.parametrize("title", [None, "", "  "])
def test_without_a_title_the_body_alone(tmp_path: Path, title: str | None) -> None:
    assert one(tmp_path, RECORD | {"title": title}).text == "The bank raised its rate."


def test_the_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = " A\u2028b\x07 c\x85\td  \n"
    assert one(tmp_path, RECORD | {"title": " Two  blanks ", "text": text}).text == f" Two  blanks \n\n{text}"


def test_line_ends(tmp_path: Path) -> None:
    assert one(tmp_path, {"id": 1, "text": "a\r\nb\rc"}).text == "a\nb\nc"


def test_lone_surrogates_can_be_written(tmp_path: Path) -> None:
    article = one(tmp_path, '{"id": "\\ud800", "title": "\\udfff", "text": "a\\ud83d b \\ud83d\\ude00"}')
    assert article.text == "\ufffd\n\na\ufffd b 😀"
    assert "\ufffd" in article.source
    article.text.encode()


@pytest.mark.parametrize(
    ("record", "source"),
    [
        ({"text": "A b"}, "f.jsonl#1"),
        ({"id": 12, "text": "A b"}, "f.jsonl#12"),
        ({"id": None, "text": "A"}, "f.jsonl#1"),
    ],
)
def test_ids(tmp_path: Path, record: dict[str, object], source: str) -> None:
    assert one(tmp_path, record).source == source


def test_a_date_that_cannot_be_read_leaves_the_article(tmp_path: Path) -> None:
    article = one(tmp_path, RECORD | {"published": "last week"})
    assert (article.published, article.published_from) == (None, "")
    article = one(tmp_path, RECORD | {"published": 99}, published=date(2025, 1, 1))
    assert (article.published, article.published_from) == (date(2025, 1, 1), "argument")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "json"),
        ("[1, 2]", "json"),
        ('"text"', "json"),
        ('{"id": 1, "text": "cut off', "json"),
        ("[" * 100_000, "json"),
        ('{"id": ' + "9" * 5_000 + "}", "json"),
        (b'{"id": "1", "text": "caf\xe9"}', "encoding"),
        ('{"id": "x"}', "record"),
        ('{"id": "x", "text": null}', "record"),
        ('{"id": "x", "text": 5}', "record"),
        ('{"id": "x", "text": ["a"]}', "record"),
        ('{"id": "x", "text": ""}', "empty"),
        ('{"id": "x", "title": "T", "text": " \\n"}', "empty"),
    ],
)
def test_a_bad_line_is_rejected_and_the_others_go_on(tmp_path: Path, line: str | bytes, reason: str) -> None:
    first, second, third = read(tmp_path, {"id": "a", "text": "Before"}, line, {"id": "c", "text": "After"})
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, Reject)
    assert second.reason == reason
    assert "line 2" in second.detail
    assert second.source in {"f.jsonl#2", "f.jsonl#x"}


def test_blank_lines_and_a_mark(tmp_path: Path) -> None:
    items = read(tmp_path, b'\xef\xbb\xbf{"text": "A"}', "", "  \r", '{"text": "B"}\r')
    assert [item.source for item in items] == ["f.jsonl#1", "f.jsonl#4"]


def test_a_line_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_BYTES", 60)
    monkeypatch.setattr("pipeline.ingest.read.MAX_BYTES", 60)
    items = read(tmp_path, {"text": "A"}, {"text": "x" * 500}, {"text": "B"})
    assert [(i.source, i.reason if isinstance(i, Reject) else i.text) for i in items] == [
        ("f.jsonl#1", "A"),
        ("f.jsonl#2", "too_large"),
        ("f.jsonl#3", "B"),
    ]


def test_metadata_of_a_record(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text(
        "source,published,outlet\nf.jsonl#7,2025-01-01,\nf.jsonl,2024-01-01,Feed\n", encoding="utf-8"
    )
    items = read(tmp_path, RECORD, {"id": 8, "text": "B"})
    assert [(i.published, i.outlet) for i in items if isinstance(i, Article)] == [
        (date(2025, 1, 1), "The Example"),
        (date(2024, 1, 1), "Feed"),
    ]
