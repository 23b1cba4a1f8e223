"""A deal: what it is, and what other articles tell of it."""

from __future__ import annotations

from pipeline.explain.layout import Section
from pipeline.explain.tables import Found, read


def deal_sections(found: Found) -> list[Section]:
    """Its name, kind, state and story; the other tellings of the story and what they disagree about."""
    row = found.row
    facts = [
        ("name", row["name"]),
        ("kind", row["kind"]),
        ("status", row["status"] or "(the text tells none)"),
        ("mentions", row["mentions"]),
        *([("story", row["story_id"])] if row["story_id"] else []),
    ]
    return [Section("what it is", facts), *(_story(found) if row["story_id"] else [])]


def _story(found: Found) -> list[Section]:
    story = found.row["story_id"]
    told = [deal for deal in read(found.out, "deals", "story_id", story) if deal["deal_id"] != found.row_id]
    articles = read(found.out, "articles", "article_id", *{deal["article_id"] for deal in told})
    days = {article["article_id"]: article["published"] for article in articles}
    tellings = [
        (deal["deal_id"], days.get(deal["article_id"]) or "undated", deal["status"] or "-", deal["name"])
        for deal in told
    ]
    conflicts = [
        (row["about"], row["value"], f"articles: {row['tellings']}", row["deal_id"], row["text"])
        for row in read(found.out, "conflicts", "story_id", story)
    ]
    return [Section("other tellings", tellings), Section("where they disagree", conflicts)]
