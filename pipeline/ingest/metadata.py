"""``metadata.csv`` beside the articles: ``source,published,title,outlet,url``, all but the first optional."""

from __future__ import annotations

import csv
import io
import logging
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from pipeline.ingest.dates import read_date
from pipeline.ingest.decode import decode

METADATA = "metadata.csv"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an article besides its text; empty where it is not."""

    title: str = ""
    published: date | None = None
    outlet: str = ""
    url: str = ""

    def or_else(self, other: Facts) -> Facts:
        """These facts, each gap filled from ``other``."""
        return replace(
            self,
            title=self.title or other.title,
            published=self.published or other.published,
            outlet=self.outlet or other.outlet,
            url=self.url or other.url,
        )


def facts_for(path: Path, name: str, record_id: str = "") -> Facts:
    """What the ``metadata.csv`` files of the corpus say about one file; the nearest one has the first word.

    Args:
        path: where the file is.
        name: its name relative to the corpus root, which says how far up to look.
        record_id: a record of the file, which ``metadata.csv`` names as ``file.jsonl#id``.
    """
    facts = Facts()
    for folder in list(path.parents)[: name.count("/") + 1]:
        known = _facts_in(folder)
        if known:
            source = path.relative_to(folder).as_posix() + (f"#{record_id}" if record_id else "")
            facts = facts.or_else(known.get(source, Facts()))
    return facts


def _facts_in(folder: Path) -> dict[str, Facts]:
    file = folder / METADATA
    try:
        status = file.stat()
    except OSError:
        return {}
    return _read(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _read(file: Path, _changed: int, _size: int) -> dict[str, Facts]:
    """The facts by ``source``; a file or a field that cannot be read is told once and left out."""
    try:
        text = decode(file.read_bytes())
        records = csv.DictReader(io.StringIO(text, newline=""), skipinitialspace=True)
        columns = {name: (name or "").strip().lower() for name in records.fieldnames or ()}
        if "source" not in columns.values():
            _LOG.warning("%s is not used: its first line has no column 'source'", file)
            return {}
        rows = [{columns.get(key, ""): value for key, value in row.items()} for row in records]
    except (OSError, ValueError, csv.Error) as error:
        _LOG.warning("%s is not used: %s", file, error)
        return {}
    return {_tidy(row["source"]).removeprefix("./").replace("\\", "/"): _facts(row, file) for row in reversed(rows)}


def _facts(row: dict[str, str], file: Path) -> Facts:
    written = _tidy(row.get("published"))
    published = read_date(written)
    if written and published is None:
        _LOG.warning("%s: published %r of %s is not a date, so it is left out", file, written, row["source"])
    return Facts(_tidy(row.get("title")), published, _tidy(row.get("outlet")), _tidy(row.get("url")))


def _tidy(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
