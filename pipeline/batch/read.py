"""One article through all stages from label to relate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.assemble import assemble, make_doc
from pipeline.contract import Article, Reading, Reject
from pipeline.normalise import normalise
from pipeline.relate import relate
from pipeline.settings import Settings


def read_article(article: Article, settings: Settings) -> Reading:
    """What an article says, as facts and links."""
    nlp = assemble(settings.model, vague_times=settings.vague_times)
    doc = nlp(make_doc(nlp, article))
    return relate(normalise(doc, article, settings))


def read_articles(inputs: Iterable[Article | Reject], settings: Settings) -> Iterator[Reading | Reject]:
    """``read_article`` for each article; one that a stage fails on becomes a reject, and the others go on."""
    for item in inputs:
        if isinstance(item, Reject):
            yield item
            continue
        try:
            yield read_article(item, settings)
        except Exception as error:  # noqa: BLE001  (a defect in one article must not stop the others)
            yield Reject(item.source, "failed", f"{type(error).__name__}: {error}")
