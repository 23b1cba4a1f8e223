"""The lexicon of sectors alone: CPU seconds to load it, words per CPU-second to match it.

    python -m tests.bench.sectors [PATH...]      (default: corpus/, several times over)

The names that stop a term are found before the clock starts. Medians of three runs on one thread.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from pipeline import gazetteers
from pipeline.assemble import assemble, make_doc
from pipeline.match.sector_lexicon import load_lexicon
from tests.bench.__main__ import articles

RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    """Median CPU seconds of ``work``."""
    spent = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return median(spent)


def load() -> None:
    """Read the files and compile the terms, as a process does that has done neither."""
    gazetteers.toml.cache_clear()
    load_lexicon.cache_clear()
    load_lexicon()


def main() -> None:
    """Print both numbers."""
    print(f"loading  {seconds(load):12.3f} CPU-seconds, {load_lexicon().size:,} terms")
    inputs = articles([Path(name) for name in sys.argv[1:]] or [Path("corpus")])
    nlp = assemble()
    matcher = nlp.get_pipe("sector_matcher")
    docs = []
    for article in inputs:
        doc = make_doc(nlp, article)
        for name, component in nlp.pipeline:
            if name == "sector_matcher":
                break
            doc = component(doc)
        docs.append(doc)
    spent = seconds(lambda: [matcher(doc) for doc in docs])
    words = sum(len(article.text.split()) for article in inputs)
    print(f"matching {words / spent:12,.0f} words per CPU-second, {words:,} words")


if __name__ == "__main__":
    main()
