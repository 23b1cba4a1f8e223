"""The tables of what an article says in one place: figures, parties, sectors, timelines, and their mentions."""

from __future__ import annotations

from pipeline.tabulate.columns import ARTICLE, EXTENT, RULE, SENTENCE, TEXT, Column, Table

FIGURES = Table(
    "figures",
    "a mention of a quantity that measures something",
    (
        Column("figure_id", "string", "key"),
        ARTICLE,
        *EXTENT,
        TEXT,
        Column("kind", "string", "`money`, `percent`, `count`, `measure` (physical) or `multiple`"),
        Column("value", "number", "the full number; empty for a range"),
        Column("low", "number", "lower end of a range"),
        Column("high", "number", "upper end of a range"),
        Column(
            "unit",
            "string",
            "ISO 4217 code, `percent`, `percentage_point`, `basis_point`, pint unit, counted noun or `multiple`",
        ),
        Column("unit_from", "string", "how a currency was chosen where its sign is ambiguous"),
        Column("per", "string", "what the amount is for each of: `year`, `barrel`, `share`, `person`"),
        Column("bound", "string", "`=`, `~`, `>`, `>=`, `<` or `<=`"),
        Column(
            "change",
            "string",
            "`up` or `down` if the figure is a change or the text says it rose or fell to it",
        ),
        Column("measures", "string", "the noun phrase that it is the figure of"),
        Column("same_as", "string", "the figure that it restates in another currency or unit"),
        Column("base_value", "number", "money in the base currency"),
        Column("base_currency", "string", "ISO 4217 code"),
        Column("fx_rate", "number", "units of the base currency for one of `unit`"),
        Column("fx_date", "date", "day of the rate"),
        Column(
            "fx_source",
            "string",
            "`ecb`, `peg`, `user` (from the file of `rates`), `same`, or `none`: money whose currency has no rate",
        ),
        Column(
            "rate_gap",
            "number",
            "how far the amount is from that of `same_as` at the reference rate, both being money: 0.02 is two "
            "per cent more; far from 0 hints at a typo in the article or an error of ours",
        ),
        RULE,
        SENTENCE,
    ),
)

PARTIES = Table(
    "parties",
    "a country, organisation or person that an article names",
    (
        Column("party_id", "string", "key"),
        ARTICLE,
        Column(
            "name",
            "string",
            "English short name of a country, the name in your own list, else the fullest form in the text",
        ),
        Column("type", "string", "`country`, `organization` or `person`"),
        Column("country", "string", "ISO 3166-1 alpha-3 code of the country, or the one that the text ties it to"),
        Column("role", "string", "title or post of a person in the text, else what your own list says"),
        Column("mentions", "integer", "how often it is named"),
        *EXTENT,
        Column("aliases", "string", "other forms in the text, joined by ` | `"),
        Column("symbol", "string", "under what the text says it is listed: `NYSE:ICE`; several joined by ` | `"),
        RULE,
    ),
)

MENTIONS = Table(
    "mentions",
    "one place where an article names a party",
    (
        Column("party_id", "string", "the party (in `parties`)"),
        ARTICLE,
        *EXTENT,
        TEXT,
        Column("form", "string", "`name`, `short`, `alias`, `demonym`, `metonym` or `title`"),
    ),
)

SECTORS = Table(
    "sectors",
    "a mention of an economic sector or field of policy",
    (
        Column("sector_id", "string", "key"),
        ARTICLE,
        *EXTENT,
        TEXT,
        Column("sector", "string", "id of the taxonomy, the narrowest that fits"),
        Column("isic4", "string", "ISIC Rev. 4 code"),
        RULE,
    ),
)

TIMELINES = Table(
    "timelines",
    "an expression of time",
    (
        Column("timeline_id", "string", "key"),
        ARTICLE,
        *EXTENT,
        TEXT,
        Column("type", "string", "`date`, `time`, `duration` or `set`"),
        Column("value", "string", "TIMEX3 value"),
        Column("mod", "string", "TIMEX3 modifier"),
        Column("date_start", "date", "first day"),
        Column("date_end", "date", "last day, inclusive"),
        Column(
            "role",
            "string",
            "`point`, `deadline`, `horizon`, `since`, `until`, `range`, `duration`, `frequency` or `age`",
        ),
        RULE,
        SENTENCE,
    ),
)
