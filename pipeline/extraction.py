"""The tables of one text, in memory."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pandas as pd

from pipeline.batch.read import read_article
from pipeline.ingest.article import make_article
from pipeline.ingest.decode import without_lone_surrogates
from pipeline.settings import load
from pipeline.tabulate.facts import facts
from pipeline.tabulate.frames import frames
from pipeline.tabulate.rows import tabulate
from pipeline.tabulate.stories import with_stories


class Extraction:
    """The tables of one article: an attribute for each, and the text that their offsets refer to."""

    articles: pd.DataFrame
    figures: pd.DataFrame
    parties: pd.DataFrame
    mentions: pd.DataFrame
    sectors: pd.DataFrame
    timelines: pd.DataFrame
    deals: pd.DataFrame
    links: pd.DataFrame
    facts: pd.DataFrame
    conflicts: pd.DataFrame

    def __init__(self, text: str, tables: Mapping[str, pd.DataFrame]) -> None:
        self.text = text
        self.tables = dict(tables)
        for name, table in tables.items():
            setattr(self, name, table)

    def __repr__(self) -> str:
        sizes = ", ".join(f"{len(table)} {name}" for name, table in self.tables.items() if len(table))
        return f"<Extraction: {sizes}>"


def extract(
    text: str, published: datetime.date | str | None, title: str | None, settings: Mapping[str, Any]
) -> Extraction:
    """See ``pipeline.extract``."""
    chosen = load(published=published, **settings)
    article = make_article(
        without_lone_surrogates("\n\n".join(part for part in (title, text) if part)),
        source="",
        title=without_lone_surrogates(title or ""),
        published=chosen.published,
        published_from="argument",
    )
    rows = tabulate(read_article(article, chosen))
    with_stories(rows)
    rows["facts"] = facts(rows)
    return Extraction(article.text, {name: table for name, table in frames(rows).items() if name != "rejects"})
