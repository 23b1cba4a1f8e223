"""The tables of what went in: articles, and inputs that gave none."""

from __future__ import annotations

from pipeline.tabulate.columns import Column, Table

ARTICLES = Table(
    "articles",
    "an article that was read",
    (
        Column("article_id", "string", "twelve hexadecimal digits made from the content"),
        Column("source", "string", "path relative to the corpus root; `file.jsonl#id` for a record"),
        Column("id", "string", "the record's own id; empty for a file"),
        Column("title", "string", "headline"),
        Column("published", "date", "day of publication; empty if unknown"),
        Column("published_from", "string", "`metadata`, `html`, `dateline`, `argument` or empty"),
        Column("outlet", "string", "who published it, if its metadata say so"),
        Column("url", "string", "where it was published, if its metadata say so"),
        Column("language", "string", "ISO 639-1 code"),
        Column("words", "integer", "words in the text"),
        Column("sha256", "string", "digest of the text in UTF-8"),
    ),
)

REJECTS = Table(
    "rejects",
    "an input that gave no article",
    (
        Column("source", "string", "path relative to the corpus root"),
        Column("reason", "string", "short code"),
        Column("detail", "string", "what was wrong, for a person"),
    ),
)
