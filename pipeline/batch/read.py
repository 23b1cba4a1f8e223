"""One article through all stages from label to relate."""

from __future__ import annotations

from pipeline.assemble import assembled, make_doc
from pipeline.contract import Article, Reading
from pipeline.normalise import normalise
from pipeline.relate import relate
from pipeline.settings import Settings


def read_article(article: Article, settings: Settings) -> Reading:
    """What an article says, as facts and links."""
    nlp = assembled(settings)
    doc = nlp(make_doc(nlp, article))
    return relate(normalise(doc, article, settings))
