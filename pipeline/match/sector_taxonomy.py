"""The taxonomy of sectors: the one that ships (``gazetteers/sectors.csv``), extended or replaced by a user's own.

A user's file is read and checked once, when the settings are made; from then on its rows travel as text in a fixed
order, so no result depends on the order of the file, and worker processes need no file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pipeline import gazetteers
from pipeline.ingest.own_table import own_lines, own_text, refuse
from pipeline.match.sector_notation import entries, expand

COLUMNS = ("sector", "label", "parent", "isic4", "covers")
NONE = "none"

_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
# 'C29', 'C2910', 'C10-C12' or nothing
_ISIC = re.compile(r"(?:[A-U]\d{0,4}(?:-[A-U]\d{1,4})?)?", re.ASCII)
# A label with one of these is a name alone: 'Oil, gas and coal', 'Paper (pulp)'.
_NO_TERM = frozenset(",;:()[]/{}|_+~@")
_DEEPEST = 8


class Row(NamedTuple):
    """One row of a taxonomy; in a user's row of a sector that ships, an empty cell leaves what was there."""

    sector: str
    label: str
    parent: str
    isic4: str
    covers: str


def taxonomy_text(source: str | Path, *, only: bool = False) -> str:
    """The rows of a user's taxonomy, checked, sorted and as CSV text again.

    Args:
        source: the file's path; or the text itself, which a line break tells from a path.
        only: whether the sectors of the file are all there are, so that a parent must be one of them.

    Raises:
        ValueError: the file cannot be read or a row cannot be used; the text names the line.
    """
    numbers, rows = _read(own_text(source))
    parents = {sector: row.parent for sector, row in _merge(rows, only=only).items()}
    for row in rows.values():
        number = numbers[row.sector]
        if row.parent and row.parent not in parents:
            where = "the file" if only else "the file or of those that ship"
            refuse(f"line {number}: its parent {row.parent!r} is no sector of {where}")
        if row.sector in _above(row.sector, parents):
            refuse(f"line {number}: the parents of {row.sector!r} lead back to it")
    return _written(rows.values())


@lru_cache(maxsize=8)
def taxonomy(text: str | None = None, only: bool = False) -> Mapping[str, Row]:
    """All sectors by id.

    Args:
        text: what ``taxonomy_text`` gave; None is the taxonomy that ships.
        only: whether to leave out the sectors that are not in ``text``.
    """
    return MappingProxyType(_merge(_read(text)[1] if text else {}, only=only))


def own_rows(text: str | None) -> Iterator[Row]:
    """The user's rows; ``covers`` holds all terms that they bring, the label among them, less what shipped rows say."""
    for row in _read(text)[1].values() if text else ():
        shipped = taxonomy().get(row.sector)
        known = {entry.lower() for entry in entries(f"{shipped.label},{shipped.covers}")} if shipped else set()
        terms = [*([_term(row.label)] if _NO_TERM.isdisjoint(row.label) else []), *entries(row.covers)]
        yield row._replace(covers=", ".join(term for term in terms if term.lower() not in known))


def _term(label: str) -> str:
    """A label as a term: its capitals mean nothing, but those of 'AI' or 'IT' do."""
    return " ".join(word if word.isupper() else word.lower() for word in label.split())


def _merge(own: Mapping[str, Row], *, only: bool) -> dict[str, Row]:
    """Own rows laid over those that ship."""
    shipped = {row["sector"]: Row(*(row[name] for name in COLUMNS)) for row in gazetteers.rows("sectors")}
    merged = {} if only and own else dict(shipped)
    for sector, row in own.items():
        before = shipped.get(sector, row)
        merged[sector] = Row(*(new or old for new, old in zip(row, before, strict=True)))
    for sector, row in merged.items():
        if row.parent not in merged and not (sector in own and own[sector].parent):
            merged[sector] = row._replace(parent="")
    parents = {sector: row.parent for sector, row in merged.items()}
    for sector, row in merged.items():
        if not row.isic4:
            codes = (merged[above].isic4 for above in _above(sector, parents) if above in merged)
            merged[sector] = row._replace(isic4=next(filter(None, codes), ""))
    return merged


def _above(sector: str, parents: Mapping[str, str]) -> list[str]:
    """The parent of ``sector``, its parent and so on; of a circle each member once."""
    found: list[str] = []
    parent = parents.get(sector, "")
    while parent and parent not in found:
        found.append(parent)
        parent = parents.get(parent, "")
    return found


def _written(rows: Iterable[Row]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows))
    return out.getvalue()


def _read(text: str) -> tuple[dict[str, int], dict[str, Row]]:
    """The number and the row of each line by sector, each row checked by itself."""
    numbers: dict[str, int] = {}
    rows: dict[str, Row] = {}
    for number, cells in own_lines(text, COLUMNS):
        sector, label, parent, isic4, covers = (" ".join(cell.split()) for cell in (*cells[:4], _one_line(cells[4])))
        row = Row(sector, label, parent, isic4, covers)
        if fault := _fault(row):
            refuse(f"line {number}: {fault}")
        if sector in rows:
            refuse(f"line {number}: {sector!r} stands in line {numbers[sector]} too")
        numbers[sector], rows[sector] = number, row
    if not rows:
        refuse("line 1: there is no sector below it")
    return numbers, rows


def _one_line(covers: str) -> str:
    return ", ".join(entries(covers))


def _fault(row: Row) -> str:
    """What is wrong with a row by itself; empty if nothing is."""
    if not _ID.fullmatch(row.sector):
        return f"{row.sector!r} is no id of a sector (lower-case letters, digits and '_', such as 'palm_oil')"
    if row.sector == NONE:
        return f"{NONE!r} cannot be the id of a sector"
    if not row.label and all(row.sector != shipped["sector"] for shipped in gazetteers.rows("sectors")):
        return f"the new sector {row.sector!r} has no label"
    if not _ISIC.fullmatch(row.isic4):
        return f"isic4 is {row.isic4!r}, not a code of ISIC Rev. 4 such as 'C29' or 'C10-C12'"
    return next(filter(None, map(_term_fault, entries(row.covers))), "")


def _term_fault(entry: str) -> str:
    """What is wrong with one term of ``covers``."""
    level = deepest = 0
    for sign in entry:
        level += (sign == "{") - (sign == "}")
        deepest = max(deepest, level)
        if level < 0:
            return f"a brace is not opened in the term {entry!r}"
    if level:
        return f"a brace is not closed in the term {entry!r} (inside braces '|' parts the options)"
    if deepest > _DEEPEST:
        return f"the braces of the term {entry!r} are too deep"
    try:
        bare = [form for form in expand(entry, _lists()) if not any(sign.isalnum() for sign in form)]
    except KeyError as error:
        return f"the term {entry!r} calls a list {error.args[0]!r} that is not there"
    return f"the term {entry!r} has no word" if bare else ""


def _lists() -> dict[str, list[str]]:
    return {name: entries(text) for name, text in gazetteers.toml("sectors/words")["lists"].items()}
