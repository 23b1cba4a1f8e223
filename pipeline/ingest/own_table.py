"""A user's own CSV tables (rates, sectors): read whole, cells checked for their number, faults told by line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import NoReturn

NO_TEXT = "it is not UTF-8 text"


def own_text(source: str | Path) -> str:
    """The text of a user's table.

    Args:
        source: the file's path; or the text itself, which a line break tells from a path.

    Raises:
        ValueError: the file cannot be read or is not UTF-8; the text says which.
    """
    if isinstance(source, str) and "\n" in source:
        return source
    try:
        return Path(source).read_bytes().decode("utf-8-sig")
    except OSError as error:
        refuse(unreadable(error), error)
    except UnicodeDecodeError as error:
        refuse(f"line {broken_line(error)}: {NO_TEXT}", error)


def own_lines(text: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Number and stripped cells, in order of ``columns``, of each line; empty lines are left out, comments (``#``) too.

    Raises:
        ValueError: a column is missing or there twice, or a line is no CSV or too long or short; the text names it.
    """
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        head = [name.strip() for name in next(reader, [])]
        places = [_place(head, columns, name) for name in columns]
        for cells in reader:
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            if len(cells) != len(head):
                refuse(f"it has {len(cells)} cells where the head has {len(head)}")
            yield reader.line_num, [cells[place].strip() for place in places]
    except (ValueError, csv.Error) as error:
        refuse(f"line {max(1, reader.line_num)}: {error}", error)


def unreadable(error: OSError) -> str:
    """What to say of a file that cannot be read."""
    return f"the file cannot be read ({(error.strerror or str(error)).lower()})"


def broken_line(error: UnicodeDecodeError) -> int:
    """The line in which a file is no text."""
    return error.object.count(b"\n", 0, error.start) + 1


def refuse(reason: str, cause: Exception | None = None) -> NoReturn:
    """Raise ``ValueError`` with ``reason``."""
    raise ValueError(reason) from cause


def _place(head: list[str], columns: tuple[str, ...], name: str) -> int:
    if head.count(name) != 1:
        fault = "there twice" if name in head else "missing"
        refuse(f"the columns must be {', '.join(columns)}, and {name!r} is {fault}")
    return head.index(name)
