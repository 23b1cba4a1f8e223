from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.contract import Article, Reject
from pipeline.ingest import find_sources, read_source
from pipeline.ingest import read as read_module

BODY = "The bank raised its key rate by a quarter point on Friday, it said."


def read(path: Path, published: date | None = None) -> list[Article | Reject]:
    return [item for source in find_sources([path]) for item in read_source(source, published)]


def one(path: Path, published: date | None = None) -> Article:
    (item,) = read(path, published)
    assert isinstance(item, Article)
    return item


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfRates\r\n\r\nUp \r\n", "Rates\n\nUp \n"),
        ("Café, 5 €".encode("cp1252"), "Café, 5 €"),
        ("Rates up".encode("utf-16"), "Rates up"),
        (b"\n\n  Rates\tup\x07  ", "\n\n  Rates\tup\x07  "),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT"])
def test_the_text_is_the_file_decoded(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    (tmp_path / name).write_bytes(data)
    article = one(tmp_path)
    assert (article.text, article.source, article.plain) == (text, name, True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"---\ntitle: Nothing else\n---\n\n", "empty"),
        (b"a\x00b", "encoding"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "encoding"),
        (b"x" * 200, "too_large"),
    ],
)
def test_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, reason: str) -> None:
    monkeypatch.setattr(read_module, "MAX_BYTES", 199 if reason == "too_large" else 10_000)
    (tmp_path / "a.txt").write_bytes(data)
    (item,) = read(tmp_path)
    assert isinstance(item, Reject)
    assert (item.source, item.reason) == ("a.txt", reason)
    assert item.detail


def test_the_id_is_made_from_the_content(tmp_path: Path) -> None:
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BODY, encoding="utf-8")
    first, second = read(tmp_path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.article_id == second.article_id
    assert len(first.article_id) == 12


@pytest.mark.parametrize(
    ("metadata", "text", "argument", "published", "published_from"),
    [
        (
            "a.txt,2025-01-01\n",
            "---\ndate: 2025-02-02\n---\nOSLO, 3 March 2025 - " + BODY,
            True,
            "2025-01-01",
            "metadata",
        ),
        ("", "---\ndate: 2025-02-02\n---\nRates\n\nOSLO, 3 March 2025 - " + BODY, True, "2025-02-02", "metadata"),
        ("", "Rates\n\nOSLO, 3 March 2025 - " + BODY, True, "2025-03-03", "dateline"),
        ("a.txt,soon\n", "Rates\n\nOSLO, 3 March 2025 - " + BODY, True, "2025-03-03", "dateline"),
        ("", "Rates\n\n" + BODY, True, "2025-04-04", "argument"),
        ("", "Rates\n\n" + BODY, False, None, ""),
    ],
)
def test_publication_date(
    tmp_path: Path, metadata: str, text: str, argument: bool, published: str | None, published_from: str
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("source,published\n" + metadata, encoding="utf-8")
    article = one(tmp_path, date(2025, 4, 4) if argument else None)
    assert article.published == (date.fromisoformat(published) if published else None)
    assert article.published_from == published_from


def test_a_huge_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("[[<a (" * 200_000, encoding="utf-8")
    assert len(one(tmp_path).text) == 1_200_000
