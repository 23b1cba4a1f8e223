"""The tables of what belongs together: deals, links, and what several articles tell of a deal."""

from __future__ import annotations

from pipeline.tabulate.columns import ARTICLE, EXTENT, RULE, SENTENCE, TEXT, Column, Table

DEALS = Table(
    "deals",
    "an agreement, initiative, pledge, transaction, project, law or summit, at its first mention",
    (
        Column("deal_id", "string", "key"),
        ARTICLE,
        *EXTENT,
        TEXT,
        Column("name", "string", "the fullest form in the text"),
        Column(
            "kind",
            "string",
            "`agreement`, `initiative`, `investment`, `transaction`, `contract`, `project`, `forum` or `law`",
        ),
        Column("status", "string", "`proposed`, `agreed`, `launched`, `completed`, `ended` or empty"),
        Column("mentions", "integer", "how often it is named"),
        Column("story_id", "string", "the same for every article's row of one deal: `deal_id` of the earliest"),
        RULE,
        SENTENCE,
    ),
)

LINKS = Table(
    "links",
    "what a figure or a deal has to do with a row of another table",
    (
        ARTICLE,
        Column("from_table", "string", "`figures` or `deals`"),
        Column("from_id", "string", "key of the row there"),
        Column("relation", "string", "`party`, `sector`, `timeline` or `figure`"),
        Column("to_table", "string", "`parties`, `sectors`, `timelines` or `figures`"),
        Column("to_id", "string", "key of the row there"),
        Column("role", "string", "of a party where the text is plain: `payer` or `receiver`"),
        RULE,
    ),
)

CONFLICTS = Table(
    "conflicts",
    "what one article tells of a deal's amount or date, where the articles of the story disagree",
    (
        Column("story_id", "string", "the deal (`story_id` in `deals`)"),
        Column("about", "string", "`amount` or `date`"),
        Column("deal_id", "string", "the row of the deal that tells it (in `deals`)"),
        ARTICLE,
        Column("value", "string", "the number with its currency, or the TIMEX3 value"),
        Column("tellings", "integer", "how many articles of the story tell this value or one that rounds to it"),
        Column("row_id", "string", "the figure or time (in `figures`, `timelines`)"),
        TEXT,
    ),
)
