"""From paths to a folder of tables."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

import pandas as pd

from pipeline.batch.read import read_articles
from pipeline.contract import Article, Reading, Reject
from pipeline.ingest import Source, find_sources, read_source
from pipeline.settings import Settings
from pipeline.tabulate.frames import frames
from pipeline.tabulate.rows import Rows, tabulate, tabulate_rejects
from pipeline.tabulate.schema import TABLES
from pipeline.write.csv import write_csv

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: rows by table, words read and seconds it took."""

    rows: dict[str, int]
    words: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Parcel:
    """One article ready to be written: plain values that pass between processes."""

    article: Article
    rows: Rows


def _read_file(source: Source, settings: Settings) -> list[Parcel | Reject]:
    return [
        Parcel(item.article, tabulate(item)) if isinstance(item, Reading) else item
        for item in read_articles(read_source(source, settings.published), settings)
    ]


def _read_files(sources: list[Source], settings: Settings, progress: Progress) -> Iterator[Parcel | Reject]:
    work = partial(_read_file, settings=settings)
    with ExitStack() as stack:
        if settings.jobs > 1 and len(sources) > 1:
            pool = stack.enter_context(multiprocessing.get_context("spawn").Pool(settings.jobs))
            results = pool.imap(work, sources)
        else:
            results = map(work, sources)
        for done, parcels in enumerate(results, start=1):
            progress(done, len(sources))
            yield from parcels


def collect(paths: list[Path], settings: Settings, progress: Progress = lambda done, total: None) -> tuple[list[Article], Rows]:
    """Read everything at ``paths``: the articles in order of source, and the rows of all tables."""
    parcels: dict[str, Parcel] = {}
    rejects: list[Reject] = []
    for item in _read_files(find_sources(paths), settings, progress):
        if isinstance(item, Reject):
            rejects.append(item)
        elif (twin := parcels.get(item.article.article_id)) is not None:
            rejects.append(Reject(item.article.source, "duplicate", f"the same article as {twin.article.source}"))
        else:
            parcels[item.article.article_id] = item
    ordered = sorted(parcels.values(), key=lambda parcel: (parcel.article.source, parcel.article.article_id))
    rows = {table: list(chain.from_iterable(parcel.rows[table] for parcel in ordered)) for table in TABLES}
    rows["rejects"] = tabulate_rejects(sorted(rejects, key=lambda r: (r.source, r.reason, r.detail)))
    return [parcel.article for parcel in ordered], rows


def write_texts(articles: list[Article], out: Path) -> None:
    """Write ``texts/<article_id>.txt`` for every article whose text is not a plain file already."""
    folder = out / "texts"
    for article in articles:
        if not article.plain:
            folder.mkdir(exist_ok=True)
            (folder / f"{article.article_id}.txt").write_text(article.text, encoding="utf-8", newline="")


def run(paths: list[Path], out: Path, settings: Settings, progress: Progress = lambda done, total: None) -> tuple[Summary, dict[str, pd.DataFrame]]:
    """Read everything at ``paths`` and write the tables to ``out``."""
    start = time.perf_counter()
    articles, rows = collect(paths, settings, progress)
    tables = frames(rows)
    out.mkdir(parents=True, exist_ok=True)
    if "csv" in settings.formats:
        write_csv(tables, out)
    write_texts(articles, out)
    words = sum(row["words"] for row in rows["articles"])
    return Summary({name: len(frame) for name, frame in tables.items()}, words, time.perf_counter() - start), tables
