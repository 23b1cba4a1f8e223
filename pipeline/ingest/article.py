"""The one way in which an ``Article`` is made."""

from __future__ import annotations

import hashlib
from datetime import date

from pipeline.contract import Article
from pipeline.ingest.furniture import find_furniture


def make_article(
    text: str,
    *,
    source: str,
    title: str = "",
    published: date | None = None,
    published_from: str = "",
    outlet: str = "",
    url: str = "",
    record_id: str = "",
    plain: bool = False,
) -> Article:
    """An article with its id, its digest and its furniture.

    The id is made from text, date and the record's own id: the same article has it in any folder and any order.
    """
    identity = "\x1f".join((record_id, published.isoformat() if published else "", text))
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
        furniture=find_furniture(text, title),
    )
