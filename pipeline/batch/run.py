"""From paths to a folder of tables."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pipeline.assemble import assembled
from pipeline.batch.work import Parcel, work
from pipeline.contract import Article, Reject
from pipeline.ingest import find_sources, read_source
from pipeline.settings import Settings
from pipeline.tabulate.conflicts import conflicts
from pipeline.tabulate.facts import facts
from pipeline.tabulate.frames import frames
from pipeline.tabulate.rows import Rows, tabulate_rejects
from pipeline.tabulate.schema import TABLES
from pipeline.tabulate.stories import with_stories
from pipeline.write import write_tables
from pipeline.write.texts import write_texts

Progress = Callable[[int], None]


def _silent(done: int) -> None:
    """The progress that shows nothing."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: rows by table, words read, and the seconds it took."""

    rows: dict[str, int]
    words: int
    seconds: float


def collect(
    paths: list[Path], settings: Settings, *, skip: Path | None = None, progress: Progress = _silent
) -> tuple[list[Article], Rows]:
    """Read everything at ``paths`` but what lies under ``skip``: the articles by source, and the rows of all tables.

    Raises:
        FileNotFoundError: a path does not exist.
        OSError: ``settings.model`` is no spaCy pipeline.
    """
    sources = [source for source in find_sources(paths) if skip is None or not _lies_under(source.path, skip)]
    assembled(settings)
    inputs = chain.from_iterable(read_source(source, settings.published) for source in sources)
    parcels, rejects = _sort_out(work(inputs, settings), progress)
    rows: Rows = {table: list(chain.from_iterable(parcel.rows[table] for parcel in parcels)) for table in TABLES}
    rows["rejects"] = tabulate_rejects(rejects)
    with_stories(rows)
    rows["conflicts"] = conflicts(rows)
    rows["facts"] = facts(rows)
    return [parcel.article for parcel in parcels], rows


def _lies_under(path: Path, folder: Path) -> bool:
    """Whether ``path`` is in ``folder``, links followed; ``Path.resolve`` raises on a link to itself."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _sort_out(results: Iterator[Parcel | Reject], progress: Progress) -> tuple[list[Parcel], list[Reject]]:
    """Articles by source and rejects by source; of the same article under two sources the first one stays."""
    parcels: list[Parcel] = []
    rejects: list[Reject] = []
    for done, result in enumerate(results, start=1):
        progress(done)
        if isinstance(result, Parcel):
            parcels.append(result)
        else:
            rejects.append(result)
    kept: dict[str, Parcel] = {}
    for parcel in sorted(parcels, key=lambda p: (p.article.source, p.article.article_id)):
        twin = kept.setdefault(parcel.article.article_id, parcel)
        if twin is not parcel:
            rejects.append(Reject(parcel.article.source, "duplicate", f"the same article as {twin.article.source}"))
    return list(kept.values()), sorted(rejects, key=lambda r: (r.source, r.reason, r.detail))


def run(paths: list[Path], out: Path, settings: Settings, progress: Progress = _silent) -> Summary:
    """Read everything at ``paths`` and write the tables to the folder ``out``, which is made if need be.

    Raises:
        FileNotFoundError: a path does not exist.
        OSError: ``out`` cannot be written to, or ``settings.model`` is no spaCy pipeline.
    """
    start = time.perf_counter()
    out.mkdir(parents=True, exist_ok=True)
    articles, rows = collect(paths, settings, skip=out, progress=progress)
    write_tables(frames(rows), out, settings.formats)
    write_texts(articles, out)
    words = sum(row["words"] for row in rows["articles"])
    return Summary({table: len(rows[table]) for table in TABLES}, words, time.perf_counter() - start)
