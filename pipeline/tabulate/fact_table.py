"""The wide table for a spreadsheet."""

from __future__ import annotations

from pipeline.tabulate.columns import ARTICLE, SENTENCE, TEXT, Column, Table

FACTS = Table(
    "facts",
    "a figure with all that it is linked to, for a spreadsheet; derived from the other tables, for reading only",
    (
        Column("figure_id", "string", "the figure (in `figures`)"),
        ARTICLE,
        Column("title", "string", "headline of the article"),
        Column("published", "date", "its day of publication"),
        Column("outlet", "string", "who published it"),
        TEXT,
        Column("measures", "string", "the noun phrase that it is the figure of"),
        Column("kind", "string", "`money`, `percent`, `count`, `measure` or `multiple`"),
        Column("value", "number", "the full number; empty for a range"),
        Column("low", "number", "lower end of a range"),
        Column("high", "number", "upper end of a range"),
        Column("unit", "string", "as in `figures`"),
        Column("per", "string", "what the amount is for each of"),
        Column("bound", "string", "`=`, `~`, `>`, `>=`, `<` or `<=`"),
        Column("change", "string", "`up` or `down`"),
        Column("base_value", "number", "money in the base currency"),
        Column("base_currency", "string", "ISO 4217 code"),
        Column("parties", "string", "names of the linked parties, joined by ` | `, like all lists here"),
        Column("payers", "string", "those of them that pay"),
        Column("receivers", "string", "those of them that receive"),
        Column("roles", "string", "posts of the people among them: `NAME: ROLE`"),
        Column("sectors", "string", "ids of the linked sectors"),
        Column("times", "string", "texts of the linked times"),
        Column("date_start", "date", "first day of the linked times"),
        Column("date_end", "date", "last day of the linked times"),
        Column("deals", "string", "names of the deals whose amount it is"),
        Column("deal_kinds", "string", "their kinds"),
        Column("deal_status", "string", "their states"),
        Column("story_ids", "string", "the stories that they belong to"),
        SENTENCE,
    ),
)
