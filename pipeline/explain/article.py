"""An article's overview: what it is, and how many rows each table has of it."""

from __future__ import annotations

from collections import Counter

from pipeline.explain.layout import Section
from pipeline.explain.tables import Found

# The column that tells the rows of a table apart.
_KINDS = {
    "figures": "kind",
    "parties": "type",
    "sectors": "sector",
    "timelines": "type",
    "deals": "kind",
    "mentions": "form",
    "links": "relation",
}


def article_sections(found: Found) -> list[Section]:
    """The article, and its rows by table."""
    article = found.article
    published = f"{article['published']} (from {article['published_from']})" if article["published"] else "unknown"
    facts = [
        ("title", article["title"] or "(without a title)"),
        ("published", published),
        ("outlet", article["outlet"]),
        ("url", article["url"]),
        ("source", article["source"]),
        ("words", article["words"]),
    ]
    counts = []
    for table, rows in found.tables.items():
        kinds = Counter(row[_KINDS[table]] for row in rows)
        ranked = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
        counts.append((table, f"{len(rows):>5,}", ", ".join(f"{kind} {count}" for kind, count in ranked)))
    return [Section(f"article {found.row_id}", [fact for fact in facts if fact[1]]), Section("rows", counts)]
