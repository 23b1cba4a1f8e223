"""Which inputs there are, and what is in each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pipeline.contract import Article, Reject
from pipeline.ingest.article import make_article


class Source(NamedTuple):
    """A file to read: where it is, and its name relative to the corpus root, with ``/``."""

    path: Path
    name: str


def find_sources(paths: list[Path]) -> list[Source]:
    """The article files at ``paths`` (folders are walked), sorted by name; companions and hidden files left out.

    Raises:
        FileNotFoundError: a path that does not exist.
    """
    found = []
    for path in paths:
        if path.is_dir():
            files = (file for file in path.rglob("*") if file.suffix in {".txt", ".md", ".jsonl"})
            found += [Source(file, file.relative_to(path).as_posix()) for file in files]
        else:
            found.append(Source(path, path.name))
    return sorted(found, key=lambda source: (source.name, str(source.path)))


def read_source(source: Source, published: date | None = None) -> Iterator[Article | Reject]:
    """The articles of one file, and a reject for everything in it that cannot be read."""
    if source.path.suffix == ".jsonl":
        for line in source.path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            day = date.fromisoformat(record["published"]) if record.get("published") else published
            name = f"{source.name}#{record['id']}"
            text = "\n\n".join(part for part in (record.get("title"), record["text"]) if part)
            yield make_article(text, source=name, published=day, published_from="metadata", record_id=record["id"])
    else:
        text = source.path.read_text(encoding="utf-8-sig")
        yield make_article(text, source=source.name, published=published, published_from="argument", plain=True)
