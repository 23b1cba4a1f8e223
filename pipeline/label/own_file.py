"""A user's own parties: a CSV or TOML file, read whole, with every problem told by its line.

CSV has the columns ``name,type,country,aliases,role`` (aliases joined by ``|``; only name and type are required), TOML
has ``[[party]]`` tables with the same keys (aliases as a list). A run takes a file without faults; its parties then
travel as CSV text in a fixed order, so that no result depends on the order of the file, and worker processes need none.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.ingest.own_table import NO_TEXT, broken_line, refuse, unreadable
from pipeline.label.own_check import Entry, OwnParty, Problem, checked, one_line

COLUMNS = ("name", "type", "country", "aliases", "role")
_REQUIRED = COLUMNS[:2]
_JOINED = "|"

_HEAD = re.compile(r"[ \t]*\[\[[ \t]*party[ \t]*\]\]", re.MULTILINE)
# TOML begins with a table or a key, a CSV file with the names of its columns
_TOML_START = re.compile(r"(?:\s|#[^\n]*(?:\n|\Z))*(?:\[|[\w-]+[ \t]*=)")
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")
_AT_END = re.compile(r"\s*\(at end of document\)$")


class OwnFile(NamedTuple):
    """What a file holds: its parties that can be used, and all problems in order of the lines."""

    parties: tuple[OwnParty, ...]
    problems: tuple[Problem, ...]

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The problems that a run ends at."""
        return tuple(problem for problem in self.problems if not problem.warning)


def check_file(path: Path) -> OwnFile:
    """A user's file with all its problems.

    Raises:
        OSError: it cannot be read.
    """
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return OwnFile((), (Problem(broken_line(error), NO_TEXT),))
    return read(text, is_toml=path.suffix.lower() == ".toml" or None)


def read(text: str, *, is_toml: bool | None = None) -> OwnFile:
    """The parties of a text; whether it is TOML tells its first line, if it is not said."""
    if is_toml is None:
        is_toml = _TOML_START.match(text) is not None
    entries: list[Entry] = []
    problems: list[Problem] = []
    for item in _from_toml(text) if is_toml else _from_csv(text):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            entries.append(item)
    if not entries and all(problem.warning for problem in problems):
        problems.append(Problem(1, "there is no party in it"))
    parties, more = checked(entries)
    return OwnFile(tuple(sorted(parties)), tuple(sorted([*problems, *more])))


def lexicon_text(source: str | Path) -> str:
    """The parties of a user's file, checked, sorted and as CSV text.

    Args:
        source: the file's path; or the text itself, which a line break tells from a path.

    Raises:
        ValueError: the file cannot be read or a party cannot be used; the text names the first such line.
    """
    try:
        found = read(source) if isinstance(source, str) and "\n" in source else check_file(Path(source))
    except OSError as error:
        refuse(unreadable(error), error)
    if found.faults:
        refuse(f"line {found.faults[0].line}: {found.faults[0].text}")
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((*party[:3], _JOINED.join(party.aliases), party.role) for party in found.parties)
    return out.getvalue()


def _from_csv(text: str) -> Iterator[Entry | Problem]:
    """An entry for each line of a CSV file, or what is wrong with it; empty lines and ``#`` comments are left out."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    head: list[str] = []
    first = 1
    try:
        for cells in reader:
            line, first = first, reader.line_num + 1
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            if not head:
                head = [cell.strip().lower() for cell in cells]
                wrong = list(_head_problems(head, line))
                yield from wrong
                if any(not problem.warning for problem in wrong):
                    return
            elif len(cells) != len(head):
                yield Problem(line, f"it has {len(cells)} cells where the head has {len(head)}")
            else:
                cell = {name: one_line(cell) for name, cell in zip(head, cells, strict=True)}
                aliases = cell.get("aliases", "")
                parts = tuple(map(one_line, aliases.split(_JOINED))) if aliases else ()
                yield Entry(line, cell["name"], cell["type"], cell.get("country", ""), parts, cell.get("role", ""))
    except csv.Error as error:
        yield Problem(max(first, reader.line_num), f"it is no CSV: {error}")
    if not head:
        yield Problem(1, f"the columns must be named: {','.join(COLUMNS)}")


def _head_problems(head: Sequence[str], line: int) -> Iterator[Problem]:
    for name in COLUMNS:
        if head.count(name) > 1:
            yield Problem(line, f"the column {name!r} is there twice")
        elif name in _REQUIRED and name not in head:
            yield Problem(line, f"the column {name!r} is missing")
    for name in head:
        if name not in COLUMNS:
            yield Problem(line, f"the column {name!r} is not read", warning=True)


def _from_toml(text: str) -> Iterator[Entry | Problem]:
    """An entry for each ``[[party]]`` of a TOML file, or what is wrong with it, by the line of its head."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        yield Problem(line, f"it is no TOML: {_AT_END.sub('', _AT_LINE.sub('', str(error))).lower()}")
        return
    except RecursionError:
        yield Problem(1, "it is no TOML that can be read: it is nested too deep")
        return
    tables = document.pop("party", [])
    for name in document:
        yield Problem(_line_of(text, name), f"{name!r} is not read: parties stand under [[party]]", warning=True)
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        yield Problem(_line_of(text, "party"), "each party needs a head [[party]] of its own")
        return
    lines = [text.count("\n", 0, match.end()) + 1 for match in _HEAD.finditer(text)]
    if len(lines) != len(tables):  # 'party = [...]', or a head inside of a text
        lines = [_line_of(text, "party")] * len(tables)
    for line, table in zip(lines, tables, strict=True):
        yield from _table(line, table)


def _table(line: int, table: dict[str, Any]) -> Iterator[Entry | Problem]:
    """One ``[[party]]``."""
    wrong = False
    for key, value in table.items():
        if key not in COLUMNS:
            yield Problem(line, f"the key {key!r} is not read", warning=True)
        elif key == "aliases" and not (isinstance(value, list) and all(isinstance(alias, str) for alias in value)):
            yield Problem(line, 'aliases must be a list of texts: ["One", "Two"]')
            wrong = True
        elif key != "aliases" and not isinstance(value, str):
            yield Problem(line, f"{key} must be a text in quotes")
            wrong = True
    if not wrong:
        name, kind, country, role = (one_line(table.get(key, "")) for key in ("name", "type", "country", "role"))
        yield Entry(line, name, kind, country, tuple(map(one_line, table.get("aliases", ()))), role)


def _line_of(text: str, key: str) -> int:
    """The line on which a key or table of that name begins, or 1."""
    found = re.search(rf'^[ \t]*\[*[ \t]*"?{re.escape(key)}\b', text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else 1
