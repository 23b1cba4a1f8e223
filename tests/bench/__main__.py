"""Words per CPU-second of every stage, one process, one thread.

    python -m tests.bench [PATH...]      (default: corpus/, several times over)

Quote ratios of two runs made in turn: single times depend on the machine.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.assemble import assemble, make_doc
from pipeline.batch.read import read_article
from pipeline.contract import Article
from pipeline.ingest import find_sources, read_source
from pipeline.normalise import normalise
from pipeline.relate import STEPS
from pipeline.settings import Settings
from pipeline.tabulate.rows import tabulate

LEAST_WORDS = 100_000


def articles(paths: list[Path]) -> list[Article]:
    inputs = [item for source in find_sources(paths) for item in read_source(source) if isinstance(item, Article)]
    words = sum(len(article.text.split()) for article in inputs)
    return inputs * max(1, LEAST_WORDS // max(words, 1))


def measure(inputs: list[Article]) -> dict[str, float]:
    """CPU seconds by stage over all articles."""
    nlp = assemble()
    settings = Settings()
    tabulate(read_article(inputs[0], settings))  # loads gazetteers and rates
    seconds: dict[str, float] = defaultdict(float)

    def timed(stage: str, work: Callable[..., Any], *arguments: Any) -> Any:
        start = time.process_time()
        result = work(*arguments)
        seconds[stage] += time.process_time() - start
        return result

    for article in inputs:
        doc = timed("tokenizer", make_doc, nlp, article)
        for name, component in nlp.pipeline:
            doc = timed(name, component, doc)
        reading = timed("normalise", normalise, doc, article, settings)
        for step in STEPS:
            reading = timed(step.__name__, step, reading)
        timed("tabulate", tabulate, reading)
    return seconds


def main() -> None:
    """Print the table."""
    inputs = articles([Path(name) for name in sys.argv[1:]] or [Path("corpus")])
    words = sum(len(article.text.split()) for article in inputs)
    seconds = measure(inputs)
    print(f"{len(inputs):,} articles, {words:,} words")
    for stage, spent in seconds.items():
        print(f"{stage:18} {words / max(spent, 1e-9):12,.0f} words per CPU-second {spent / sum(seconds.values()):6.1%}")
    print(f"{'all':18} {words / sum(seconds.values()):12,.0f} words per CPU-second")


if __name__ == "__main__":
    main()
