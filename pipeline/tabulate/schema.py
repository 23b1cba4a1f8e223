"""The only place that knows the tables and their columns."""

from __future__ import annotations

from typing import Literal, NamedTuple

Type = Literal["string", "integer", "number", "date"]

PANDAS_TYPES: dict[Type, str] = {
    "string": "str",
    "integer": "Int64",
    "number": "Float64",
    "date": "datetime64[s]",
}


class Column(NamedTuple):
    """A column: its name, its type, and what it means."""

    name: str
    type: Type
    meaning: str


class Table(NamedTuple):
    """A table: its name, what a row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]


_ARTICLE = Column("article_id", "string", "the article (in `articles`)")
_EXTENT = (
    Column("start_char", "integer", "offset of the first character in the article's text, in Unicode code points"),
    Column("end_char", "integer", "offset behind the last character"),
)
_TEXT = Column("text", "string", "the characters from start_char to end_char")
_RULE = Column("rule", "string", "the rule that found it")
_SENTENCE = Column("sentence", "string", "the sentence it stands in")

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
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
        ),
        Table(
            "figures",
            "a mention of a quantity that measures something",
            (
                Column("figure_id", "string", "key"),
                _ARTICLE,
                *_EXTENT,
                _TEXT,
                Column("kind", "string", "`money`, `percent`, `count`, `measure` (physical) or `multiple`"),
                Column("value", "number", "the full number; empty for a range"),
                Column("low", "number", "lower end of a range"),
                Column("high", "number", "upper end of a range"),
                Column(
                    "unit",
                    "string",
                    "ISO 4217 code, `percent`, `percentage_point`, `basis_point`, pint unit, counted noun or "
                    "`multiple`",
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
                    "`ecb`, `peg`, `user` (from the file of `rates`), `same`, or `none`: money whose currency has "
                    "no rate",
                ),
                Column(
                    "rate_gap",
                    "number",
                    "how far the amount is from that of `same_as` at the reference rate, both being money: 0.02 is two "
                    "per cent more; far from 0 hints at a typo in the article or an error of ours",
                ),
                _RULE,
                _SENTENCE,
            ),
        ),
        Table(
            "parties",
            "a country, organisation or person that an article names",
            (
                Column("party_id", "string", "key"),
                _ARTICLE,
                Column("name", "string", "English short name of a country, else the fullest form in the text"),
                Column("type", "string", "`country`, `organization` or `person`"),
                Column(
                    "country", "string", "ISO 3166-1 alpha-3 code of the country, or the one that the text ties it to"
                ),
                Column("role", "string", "title or post of a person in the text"),
                Column("mentions", "integer", "how often it is named"),
                *_EXTENT,
                Column("aliases", "string", "other forms in the text, joined by ` | `"),
                _RULE,
            ),
        ),
        Table(
            "mentions",
            "one place where an article names a party",
            (
                Column("party_id", "string", "the party (in `parties`)"),
                _ARTICLE,
                *_EXTENT,
                _TEXT,
                Column("form", "string", "`name`, `short`, `alias`, `demonym`, `metonym` or `title`"),
            ),
        ),
        Table(
            "sectors",
            "a mention of an economic sector or field of policy",
            (
                Column("sector_id", "string", "key"),
                _ARTICLE,
                *_EXTENT,
                _TEXT,
                Column("sector", "string", "id of the taxonomy, the narrowest that fits"),
                Column("isic4", "string", "ISIC Rev. 4 code"),
                _RULE,
            ),
        ),
        Table(
            "timelines",
            "an expression of time",
            (
                Column("timeline_id", "string", "key"),
                _ARTICLE,
                *_EXTENT,
                _TEXT,
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
                _RULE,
                _SENTENCE,
            ),
        ),
        Table(
            "deals",
            "an agreement, initiative, pledge, transaction, project, law or summit, at its first mention",
            (
                Column("deal_id", "string", "key"),
                _ARTICLE,
                *_EXTENT,
                _TEXT,
                Column("name", "string", "the fullest form in the text"),
                Column(
                    "kind",
                    "string",
                    "`agreement`, `initiative`, `investment`, `transaction`, `contract`, `project`, `forum` or `law`",
                ),
                Column("status", "string", "`proposed`, `agreed`, `launched`, `completed`, `ended` or empty"),
                Column("mentions", "integer", "how often it is named"),
                _RULE,
                _SENTENCE,
            ),
        ),
        Table(
            "links",
            "what a figure or a deal has to do with a row of another table",
            (
                _ARTICLE,
                Column("from_table", "string", "`figures` or `deals`"),
                Column("from_id", "string", "key of the row there"),
                Column("relation", "string", "`party`, `sector`, `timeline` or `figure`"),
                Column("to_table", "string", "`parties`, `sectors`, `timelines` or `figures`"),
                Column("to_id", "string", "key of the row there"),
                _RULE,
            ),
        ),
        Table(
            "rejects",
            "an input that gave no article",
            (
                Column("source", "string", "path relative to the corpus root"),
                Column("reason", "string", "short code"),
                Column("detail", "string", "what was wrong, for a person"),
            ),
        ),
    )
}
