"""The rows of an earlier run that an explanation needs, read from its CSV files."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from pipeline.contract import UserError
from pipeline.tabulate.schema import TABLES

Row = dict[str, str]

# The letter in a key, the table, its key column, and what a row of it is called.
_LETTERS = {
    "f": ("figures", "figure_id", "figure"),
    "p": ("parties", "party_id", "party"),
    "s": ("sectors", "sector_id", "sector"),
    "t": ("timelines", "timeline_id", "time"),
    "d": ("deals", "deal_id", "deal"),
}
KEYS = {table: key for table, key, _ in _LETTERS.values()}
_ID = re.compile(r"([0-9a-f]{12})(?:-([fpstd])(\d{1,9}))?")
_NEAREST = 3


@dataclass(frozen=True)
class Found:
    """A row and all that its article's tables say; ``table`` is empty for an article.

    Attributes:
        row_id: the key asked for.
        out: the folder of the tables.
        table: where the row is from.
        noun: what such a row is called.
        row: the row itself; empty for an article.
        article: its article.
        tables: the rows of the article, by table.
    """

    row_id: str
    out: Path
    table: str
    noun: str
    row: Row
    article: Row
    tables: dict[str, list[Row]] = field(repr=False)

    @property
    def mentions(self) -> list[Row]:
        """The mentions of the row, if it is a party."""
        return [row for row in self.tables["mentions"] if row["party_id"] == self.row_id]

    @property
    def text(self) -> str:
        """The characters of the row: of a party, those of its first mention."""
        if "text" in self.row:
            return self.row["text"]
        return next((row["text"] for row in self.mentions if place(row) == place(self.row)), self.row.get("name", ""))

    def by_id(self, table: str, row_id: str) -> Row:
        """The row of ``table`` with this key, or an empty one where tables do not fit each other."""
        return next((row for row in self.tables[table] if row[KEYS[table]] == row_id), {})


def find(row_id: str, out: Path) -> Found:
    """The row with this key, with its article.

    Raises:
        UserError: no tables in ``out``, or no such row in them.
    """
    match = _ID.fullmatch(row_id)
    if match is None:
        msg = f"{row_id!r} is no key: give one from the tables, such as 0123456789ab-f120, or an article_id"
        raise UserError(msg)
    article_id, letter, asked = match.groups()
    article = next(iter(read(out, "articles", "article_id", article_id)), None)
    if article is None:
        path = str(out / "articles.csv")
        msg = f"there is no article {article_id!r} in {path!r}: name the folder of its run with --out"
        raise UserError(msg)
    names = [*KEYS, "mentions", "links"]
    tables = {name: list(read(out, name, "article_id", article_id)) for name in names}
    if letter is None:
        return Found(row_id, out, "", "article", {}, article, tables)
    table, key, noun = _LETTERS[letter]
    row = next((row for row in tables[table] if row[key] == row_id), None)
    if row is None:
        raise UserError(_missing(row_id, tables[table], table, int(asked)))
    return Found(row_id, out, table, noun, row, article, tables)


def _missing(row_id: str, rows: list[Row], table: str, asked: int) -> str:
    nearest = sorted(rows, key=lambda row: (abs(place(row)[0] - asked), place(row)))[:_NEAREST]
    near = ", ".join(f"{row[KEYS[table]]} ({row.get('text') or row['name']})" for row in nearest)
    return f"there is no row {row_id!r} in {table!r}: " + (
        f"the nearest ones of its article are {' '.join(near.split())}" if near else "its article has none there"
    )


def read(out: Path, table: str, column: str, *values: str) -> Iterator[Row]:
    """The rows of a table that have one of ``values`` in ``column``.

    Raises:
        UserError: the folder or the file is missing, or the file has not the columns of the schema.
    """
    path = out / f"{table}.csv"
    if not out.is_dir():
        msg = f"there is no folder {str(out)!r}: name the folder of a run with --out, or make one with 'tidings run'"
        raise UserError(msg)
    if not path.is_file():
        msg = f"there is no table {str(path)!r}: repeat the run with --format csv"
        raise UserError(msg)
    needed = {known.name for known in TABLES[table].columns}
    with _long_fields(), path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.DictReader(file, restval="")
        if not needed <= set(reader.fieldnames or ()):
            msg = f"{str(path)!r} lacks columns of this version ({', '.join(_lacking(reader, needed))}): repeat the run"
            raise UserError(msg)
        try:
            yield from [row for row in reader if row[column] in values]
        except csv.Error as error:
            msg = f"{str(path)!r} is no table of a run ({error}): repeat the run"
            raise UserError(msg) from error


def _lacking(reader: csv.DictReader[str], needed: set[str]) -> list[str]:
    return sorted(needed - set(reader.fieldnames or ()))


@contextmanager
def _long_fields() -> Iterator[None]:
    """A sentence can be longer than what a field may have by default; the limit is one of the whole process."""
    limit = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def number(row: Row, column: str) -> Decimal | None:
    """The number in a cell; None if the cell is empty.

    Raises:
        UserError: the cell holds something else.
    """
    if not row[column]:
        return None
    try:
        return Decimal(row[column])
    except InvalidOperation as error:
        msg = f"column {column!r} has {row[column]!r}, which is no number: repeat the run"
        raise UserError(msg) from error


def place(row: Row) -> tuple[int, int]:
    """The offsets of a row."""
    return int(number(row, "start_char") or 0), int(number(row, "end_char") or 0)
