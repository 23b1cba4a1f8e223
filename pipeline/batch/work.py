"""Articles to rows, here or in worker processes; the result does not depend on which."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing import resource_tracker

from pipeline.batch.read import read_article
from pipeline.contract import Article, Reject
from pipeline.settings import Settings
from pipeline.tabulate.rows import Rows, tabulate

_CHUNK = 16


@dataclass(frozen=True, slots=True)
class Parcel:
    """One article and its rows: plain values that pass between processes."""

    article: Article
    rows: Rows


def _work_one(item: Article | Reject, settings: Settings) -> Parcel | Reject:
    if isinstance(item, Reject):
        return item
    try:
        return Parcel(item, tabulate(read_article(item, settings)))
    except Exception as error:  # a defect that one article brings out must not stop the others
        return Reject(item.source, "failed", f"{type(error).__name__}: {error}")


def _work_chunk(items: list[Article | Reject], settings: Settings) -> list[Parcel | Reject]:
    return [_work_one(item, settings) for item in items]


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started inside never see Ctrl+C, which reaches all of a terminal: the parent answers and ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # its start, else inside, would let them through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def work(inputs: Iterable[Article | Reject], settings: Settings) -> Iterator[Parcel | Reject]:
    """The rows of every article, in order of the inputs; an article that a stage fails on becomes a reject."""
    if settings.jobs == 1:
        yield from (_work_one(item, settings) for item in inputs)
        return
    remaining = iter(inputs)
    chunks = iter(lambda: list(islice(remaining, _CHUNK)), [])
    # spawn: a worker starts from nothing, so that it is the same on every system.
    with _interrupts_held():
        pool = multiprocessing.get_context("spawn").Pool(settings.jobs)
    with pool:
        yield from chain.from_iterable(pool.imap(partial(_work_chunk, settings=settings), chunks))
