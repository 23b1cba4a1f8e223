"""The one way in which an ``Article`` is made."""

from __future__ import annotations

import hashlib
from datetime import date

from pipeline.contract import Article, Extent
from pipeline.ingest.dateline import find_published
from pipeline.ingest.furniture import find_furniture
from pipeline.ingest.headline import find_headline


def make_article(
    text: str,
    *,
    source: str,
    title: str = "",
    published: date | None = None,
    published_from: str = "",
    argument: date | None = None,
    outlet: str = "",
    url: str = "",
    record_id: str = "",
    plain: bool = False,
    front_matter: Extent | None = None,
) -> Article:
    """An article with its id, its digest and its furniture.

    A title that is not given is the text's headline. A date that is not given is that of the dateline or a stamp; where
    there is none it is ``argument``. The id is made from the text and the record's own id: the same article has it in
    any folder and any order, and keeps it when its metadata are put right.
    """
    start = front_matter.end if front_matter else 0
    title = title or find_headline(text, start)
    if published is None:
        published, published_from = find_published(text, start, title), "dateline"
    if published is None:
        published, published_from = argument, "argument"
    identity = "\x1f".join((record_id, text))
    return Article(
        article_id=hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        source=source,
        text=text,
        title=title,
        published=published,
        published_from=published_from if published else "",
        outlet=outlet,
        url=url,
        record_id=record_id,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        plain=plain,
        furniture=find_furniture(text, title, front_matter),
    )
