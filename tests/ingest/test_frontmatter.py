from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.contract import Article, Extent
from pipeline.ingest import find_sources, read_source
from pipeline.ingest.frontmatter import read_front_matter
from pipeline.ingest.metadata import Facts


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        ("title: Rates up", Facts("Rates up")),
        ('title: "Rates: \\"up\\""', Facts('Rates: "up"')),
        ("title: 'It''s up'  ", Facts("It's up")),
        ("date: 2025-06-24 # a remark", Facts(published=date(2025, 6, 24))),
        ("published: 24 June 2025", Facts(published=date(2025, 6, 24))),
        ("pub-date: 2025-06-24T13:18:00+02:00", Facts(published=date(2025, 6, 24))),
        ("date: soon\nauthor: Jane Doe", Facts()),
        ("Source: The Example\nlink: https://example.org/a", Facts(outlet="The Example", url="https://example.org/a")),
        ("# remark\ntags:\n  - rates\n- banks\nurl: https://example.org", Facts(url="https://example.org")),
        ("title: [a, list]", Facts()),
    ],
)
def test_facts(lines: str, facts: Facts) -> None:
    block = f"---\n{lines}\n---\n"
    assert read_front_matter(block + "\nBody") == (facts, Extent(0, len(block)))


@pytest.mark.parametrize(
    "text",
    [
        "Title\n---\ntitle: a\n---\n",
        "---\nA rule, then prose that goes on: and on.\n---\n",
        "---\n\n---\n",
        "---\ntitle: never closed\n",
        "--- \n",
        "---\n" * 5,
    ],
)
def test_none(text: str) -> None:
    assert read_front_matter(text) == (Facts(), None)


def test_it_is_furniture_and_stays_in_the_text(tmp_path: Path) -> None:
    text = "---\ntitle: Rates up\ndate: 2025-06-24\n---\n# Rates up\n\nThe bank raised its rate.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (article,) = read_source(find_sources([tmp_path])[0])
    assert isinstance(article, Article)
    assert (article.text, article.title, article.published) == (text, "Rates up", date(2025, 6, 24))
    assert article.furniture == (Extent(0, text.index("# Rates")),)
