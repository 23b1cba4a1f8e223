"""Sections of aligned lines, as wide as a terminal, whatever the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH = 100
_INDENT = 2
_GAP = 2
# A column is at most so wide; longer cells push the next one to the right in their line alone.
_WIDEST = 48


class Section(NamedTuple):
    """A title and lines of cells; all but the last cell of a line are aligned, the last one is wrapped."""

    title: str
    lines: Sequence[tuple[str, ...]]


def render(sections: Iterable[Section]) -> str:
    """The sections that have lines, one under the other, with an empty line between them."""
    return "\n\n".join(_section(section) for section in sections if section.lines) + "\n"


def _section(section: Section) -> str:
    lines = [tuple(" ".join(cell.split()) for cell in line) for line in section.lines]
    widths = _widths(lines)
    return "\n".join([section.title, *(part for line in lines for part in _line(line, widths))])


def _widths(lines: list[tuple[str, ...]]) -> list[int]:
    """How wide each column is: its longest cell that is not the last of its line."""
    columns = max(len(line) for line in lines)
    return [
        max((min(len(line[index]), _WIDEST) for line in lines if index < len(line) - 1), default=0)
        for index in range(columns)
    ]


def _line(cells: tuple[str, ...], widths: list[int]) -> list[str]:
    """A line as text, wrapped under the start of its last cell."""
    lead = " " * _INDENT
    for cell, width in zip(cells[:-1], widths, strict=False):
        lead += f"{cell:{width + _GAP}}" if len(cell) <= width else cell + " " * _GAP
    hang = " " * min(len(lead), WIDTH // 2)
    wrapped = textwrap.wrap(
        cells[-1],
        WIDTH,
        initial_indent=lead,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [part.rstrip() for part in wrapped] or [lead.rstrip()]
