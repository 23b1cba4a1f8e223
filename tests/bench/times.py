"""Finding and normalising of times alone, beside dateparser's ``search_dates`` and timexy, in one run on one thread.

    python -m tests.bench.times [PATH...]      (default: corpus/; timexy takes part if it is installed)

Tokens, sentences and figures are made before the clock starts, for us and for timexy alike.
"""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from pipeline.assemble import assemble, make_doc
from pipeline.contract import Article, Reading
from pipeline.normalise import normalise
from pipeline.normalise.times import read_times
from pipeline.relate.times import relate_times
from pipeline.settings import Settings
from tests.bench.__main__ import articles

FEW_WORDS = 10_000  # search_dates reads some hundred words a second


def ours(inputs: list[Article]) -> tuple[Callable[[Any], object], Iterable[tuple[Doc, Reading]]]:
    """The matcher, the readers and the closing of times, on articles that are ready for them."""
    nlp, settings = assemble(), Settings()
    matcher = nlp.get_pipe("time_matcher")
    ready = []
    for article in inputs:
        doc = make_doc(nlp, article)
        for name, component in nlp.pipeline:
            if name != "time_matcher":
                doc = component(doc)
        ready.append((doc, normalise(doc, article, settings)))

    def work(item: tuple[Doc, Reading]) -> object:
        doc, reading = item
        return relate_times(replace(reading, times=read_times(matcher(doc), reading.article, settings)))

    return work, ready


def search_dates(inputs: list[Article]) -> tuple[Callable[[Any], object], Iterable[Any]]:
    """dateparser's own finder, in English, with the article's day as base."""
    from dateparser.search import search_dates as search

    def work(article: Article) -> object:
        day = article.published
        base = datetime(day.year, day.month, day.day) if day else datetime(2000, 1, 1)
        return search(article.text, languages=["en"], settings={"RELATIVE_BASE": base})

    return work, inputs


def timexy(inputs: list[Article]) -> tuple[Callable[[Any], object], Iterable[Any]]:
    """timexy on ready tokens."""
    from importlib import import_module

    import spacy

    import_module("timexy")  # registers its factory
    nlp = spacy.blank("en")
    component = nlp.add_pipe("timexy", config={"kb_id_type": "timex3"})
    return component, [nlp.make_doc(article.text) for article in inputs]


def main() -> None:
    """Print words per CPU-second of each."""
    warnings.simplefilter("ignore")
    inputs = articles([Path(name) for name in sys.argv[1:]] or [Path("corpus")])
    few, words = [], 0
    for article in inputs:
        if words < FEW_WORDS:
            few.append(article)
            words += len(article.text.split())
    for make, given in ((ours, inputs), (timexy, inputs), (search_dates, few)):
        if make is timexy and find_spec("timexy") is None:
            print("timexy is not installed: pip install timexy")
            continue
        work, ready = make(given)
        start = time.process_time()
        for item in ready:
            work(item)
        spent = time.process_time() - start
        count = sum(len(article.text.split()) for article in given)
        print(f"{make.__name__:14} {count:9,} words {count / spent:12,.0f} words per CPU-second")


if __name__ == "__main__":
    main()
