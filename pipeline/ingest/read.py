"""What is in a file: its format decides who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO

from pipeline.contract import Article, Reject
from pipeline.ingest.article import make_article
from pipeline.ingest.decode import UndecodableError, decode
from pipeline.ingest.frontmatter import read_front_matter
from pipeline.ingest.jsonl import read_records
from pipeline.ingest.limits import MAX_BYTES
from pipeline.ingest.metadata import facts_for
from pipeline.ingest.sources import Source

TEXTS = frozenset({".txt", ".text", ".md", ".markdown"})
RECORDS = frozenset({".jsonl", ".ndjson"})


def read_source(source: Source, published: date | None = None) -> Iterator[Article | Reject]:
    """The articles of one file, and a reject for everything in it that cannot be read.

    Args:
        source: the file.
        published: the publication date of articles that give none.
    """
    suffix = source.path.suffix.lower()
    try:
        if not source.path.is_file():
            yield Reject(source.name, "unreadable", _why_no_file(source))
        elif suffix in TEXTS:
            yield _read_text(source, published)
        elif suffix in RECORDS:
            with source.path.open("rb") as file:
                records = read_records(_lines(file), source, published)
                first = next(records, Reject(source.name, "empty", "there is no record in it"))
                yield first
                yield from records
        else:
            known = ", ".join(sorted(TEXTS | RECORDS))
            kind = f"{suffix!r} files are" if suffix else "a file without an ending is"
            yield Reject(source.name, "format", f"{kind} not read; the formats are {known}")
    except OSError as error:
        yield Reject(source.name, "unreadable", f"it cannot be read: {error.strerror or type(error).__name__}")


def _why_no_file(source: Source) -> str:
    if source.path.is_dir():
        return "the folder cannot be read: Permission denied"
    if source.path.is_symlink() and not source.path.exists():
        return "it is a link that leads nowhere"
    return "it is not a regular file"


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    r"""Lines up to ``\n``; of one that is too long its beginning, one byte longer than allowed."""
    while line := file.readline(MAX_BYTES + 1):
        rest = line
        while len(rest) > MAX_BYTES and not rest.endswith(b"\n"):
            rest = file.readline(MAX_BYTES + 1)
        yield line


def _read_text(source: Source, published: date | None) -> Article | Reject:
    """The article in a text file, or why there is none."""
    size = source.path.stat().st_size
    if size > MAX_BYTES:
        return Reject(source.name, "too_large", f"it has {size:,} bytes; one text may have {MAX_BYTES:,}")
    try:
        text = decode(source.path.read_bytes())
    except UndecodableError as error:
        return Reject(source.name, "encoding", str(error))
    own, front_matter = read_front_matter(text)
    if not text[front_matter.end if front_matter else 0 :].strip():
        return Reject(source.name, "empty", "there is no text in it")
    facts = facts_for(source.path, source.name).or_else(own)
    return make_article(
        text,
        source=source.name,
        title=facts.title,
        published=facts.published,
        published_from="metadata",
        argument=published,
        outlet=facts.outlet,
        url=facts.url,
        plain=True,
        front_matter=front_matter,
    )
