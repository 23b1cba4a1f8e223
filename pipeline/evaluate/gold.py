"""What ought to be found, and what was: gold files and a run's tables, both as rows."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.contract import UserError

Row = dict[str, Any]
ROW_TABLES = ("figures", "parties", "sectors", "timelines", "deals")
TABLES = (*ROW_TABLES, "links")


class GoldError(UserError):
    """A gold file that cannot be used; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one article: the article's file, and the rows of every table but ``links``."""

    source: str
    rows: Mapping[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Output:
    """What a run gave: the id of each article by its file's name, and the rows by table and article."""

    ids: Mapping[str, str]
    rows: Mapping[str, Mapping[str, list[Row]]]

    def of(self, gold: Gold) -> dict[str, list[Row]] | None:
        """The rows of the article that ``gold`` is about, by table; None if the run has no such article."""
        article_id = self.ids.get(Path(gold.source).name)
        return None if article_id is None else {table: self.rows[table].get(article_id, []) for table in TABLES}


def read_gold(folder: Path) -> list[Gold]:
    """The gold files of a folder, by name.

    Raises:
        GoldError: there is none, or one is not as the contract has it.
    """
    paths = sorted(folder.glob("*.gold.json"))
    if not paths:
        msg = f"there is no gold file (NAME.gold.json) in {folder}"
        raise GoldError(msg)
    return [_read_one(path) for path in paths]


def _read_one(path: Path) -> Gold:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        rows = {table: [_with_place(row, table) for row in data.get(table, [])] for table in ROW_TABLES}
        return Gold(str(data["source"]), rows)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"{path} is not a gold file: {type(error).__name__}: {error}"
        raise GoldError(msg) from error


def digest(folder: Path) -> str:
    """A digest of the gold files of a folder and of the articles beside them."""
    state = hashlib.sha256()
    for gold, path in zip(read_gold(folder), sorted(folder.glob("*.gold.json")), strict=True):
        article = folder / gold.source
        for file in (path, article):
            state.update(hashlib.sha256(file.read_bytes() if file.is_file() else b"").digest())
    return state.hexdigest()[:16]


def read_tables(folder: Path) -> Output:
    """The CSV tables of an output folder; a table that is not there counts as empty.

    Raises:
        FileNotFoundError: there is no ``articles.csv``.
    """
    if not (folder / "articles.csv").is_file():
        raise FileNotFoundError(2, "there is no such file", str(folder / "articles.csv"))
    files = {table: folder / f"{table}.csv" for table in ("articles", *TABLES)}
    return _output({t: f.read_text(encoding="utf-8-sig") if f.is_file() else "" for t, f in files.items()})


def from_frames(frames: Mapping[str, pd.DataFrame]) -> Output:
    """The same of tables in memory."""
    return _output({table: frames[table].to_csv(index=False, lineterminator="\n") for table in ("articles", *TABLES)})


def _output(written: Mapping[str, str]) -> Output:
    """Rows by table and article from the text of each CSV file."""
    # A sentence can be longer than what a field may have by default; the limit is one of the whole process.
    limit = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        rows = {table: list(csv.DictReader(io.StringIO(text, newline=""))) for table, text in written.items()}
    finally:
        csv.field_size_limit(limit)
    by_article: dict[str, dict[str, list[Row]]] = {}
    for table in TABLES:
        groups: dict[str, list[Row]] = defaultdict(list)
        for row in rows[table]:
            groups[row["article_id"]].append(_with_place(row, table))
        by_article[table] = dict(groups)
    return Output({Path(row["source"]).name: row["article_id"] for row in rows["articles"]}, by_article)


def _with_place(row: Row, table: str) -> Row:
    """The row with its offsets as the numbers ``start`` and ``end``; parties of gold files have none."""
    if table in ("parties", "links"):
        return dict(row)
    return {**row, "start": int(float(row["start_char"])), "end": int(float(row["end_char"]))}
