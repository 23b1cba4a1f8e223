"""What a table and its columns are, and the columns that several tables share."""

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


ARTICLE = Column("article_id", "string", "the article (in `articles`)")
EXTENT = (
    Column("start_char", "integer", "offset of the first character in the article's text, in Unicode code points"),
    Column("end_char", "integer", "offset behind the last character"),
)
TEXT = Column("text", "string", "the characters from start_char to end_char")
RULE = Column("rule", "string", "the rule that found it")
SENTENCE = Column("sentence", "string", "the sentence it stands in")
