"""Stretches of a text that belong to the page, not to the article.

Lines are told by what they say (``stamps``) and by where they stand: before the running text, in it, or after it.
Within the running text links lose their targets and Markdown its pictures. Nothing is cut; the extents yield no rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.contract import Extent
from pipeline.ingest.dateline import find_dateline
from pipeline.ingest.head import head_length
from pipeline.ingest.headline import find_headline
from pipeline.ingest.lines import LINK, Line, split_lines
from pipeline.ingest.stamps import (
    begins_foot,
    is_byline,
    is_edge_line,
    is_label,
    is_link_list,
    is_name,
    is_page_line,
    is_person_caption,
    is_signed_stamp,
    is_stamp,
    wire_at_end,
)

_INLINE = re.compile(
    r"""
      <!-- (?: (?!<!--) . ){0,2000}? -->                      # comments
    | </?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,500})?/?>  # <span style="...">
    | \bhttps?://[^\s<>()\[\]]{1,2000}
    | \bwww\.[^\s<>()\[\]]{1,500}
    | (?<![\w.+-]) [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}
    """,
    re.VERBOSE | re.DOTALL,
)
_LINK_LABEL_WORDS = 4
_NEARLY_ALL = 0.6
_LINES_ABOVE_TITLE = 12


def find_furniture(text: str, title: str, front_matter: Extent | None = None) -> tuple[Extent, ...]:
    r"""Navigation, 'Loading...', share links, captions, bylines, a title printed again: in order, no overlaps.

    >>> find_furniture("Rates rise\n\nImage Source: Doe\n\nThe bank raised rates.", "Rates rise")
    (Extent(start=12, end=29),)
    """
    start = front_matter.end if front_matter else 0
    lines = split_lines(text, start)
    found = [front_matter] if front_matter else []
    found += [Extent(line.start, line.end) for line in _page_lines(lines)]
    for printed in dict.fromkeys((title, find_headline(text, start))):
        found += _repeated_titles(lines, printed)
    found += _inline(text, start)
    dateline = find_dateline(text, lines)
    if dateline is not None:
        found.append(dateline.extent)
    if lines and (credit := wire_at_end(lines[-1])) is not None:
        found.append(Extent(lines[-1].start + credit, lines[-1].end))
    return tuple(_merged(found))


def _page_lines(lines: list[Line]) -> Iterator[Line]:
    """The lines that are furniture as a whole, with those that they are wrapped onto."""
    head, last = head_length(lines), _last_prose(lines)
    foot = _foot(lines, max(last + 1, head))
    wraps = False
    for index, line in enumerate(lines):
        at_edge = index < head or index > last
        if (
            index >= foot
            or (wraps and line.continues)
            or is_page_line(line)
            or (index > 0 and is_person_caption(line))
            or (is_link_list(line) and (at_edge or _is_alone(line)))
            or (at_edge and is_edge_line(line))
            or (at_edge and index > 0 and is_signed_stamp(line))
            or (0 < index < head and not line.continues and is_name(line) and _beside_stamp(lines, index))
        ):
            yield line
            wraps = line.goes_on
        else:
            wraps = False


def _last_prose(lines: list[Line]) -> int:
    return max((index for index, line in enumerate(lines) if line.is_prose and not is_page_line(line)), default=-1)


def _foot(lines: list[Line], start: int) -> int:
    """The line with which the page's foot begins: from ``start`` on the first that is surely furniture."""
    return next((index for index in range(start, len(lines)) if begins_foot(lines[index])), len(lines))


def _beside_stamp(lines: list[Line], index: int) -> bool:
    near = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    return any(is_stamp(line) or is_signed_stamp(line) or is_byline(line) or is_label(line) for line in near)


def _is_alone(line: Line) -> bool:
    """Whether a line of links in the running text is a short block of its own."""
    return line.first_of_block and line.last_of_block and len(line.words) <= _LINK_LABEL_WORDS


def _inline(text: str, start: int) -> Iterator[Extent]:
    """Link targets, pictures with their words, addresses, comments and tags."""
    if "](" in text:
        for match in LINK.finditer(text, start):
            picture = match.group().startswith("!")
            yield Extent(*(match.span() if picture else (match.start("target") - 1, match.end())))
    if "<" in text or "http" in text or "www." in text or "@" in text:
        yield from (Extent(*match.span()) for match in _INLINE.finditer(text, start))


def _repeated_titles(lines: list[Line], title: str) -> Iterator[Extent]:
    """Lines that print the title again, whole or in good part, and the page above its first printing."""
    wanted = Line(0, len(title), title, True, True).words
    if len(wanted) < 3:
        return
    printed = [line for line in lines if _same_title(line, wanted)]
    if not printed:
        return
    # The first printing is the title, but for a heading: what stands above one is the page's, as in a trail of links.
    main = next((line for line in printed if line.raw.startswith("#")), printed[0])
    above = lines.index(main)
    if above <= _LINES_ABOVE_TITLE:
        yield from (Extent(line.start, line.end) for line in lines[:above] if not line.is_prose)
    yield from (Extent(x.start, x.end) for x in printed if x is not main and not x.continues and not x.goes_on)


def _same_title(line: Line, title: list[str]) -> bool:
    """Whether a line prints the title: word for word, with a few words beside it, or its first part."""
    words = line.words
    if words == title:
        return True
    if not words or line.ends_sentence or len(words) > 1.5 * len(title) or len(title) < 5:
        return False
    joined, wanted = f" {' '.join(words)} ", f" {' '.join(title)} "
    return wanted in joined or (wanted.startswith(joined) and len(words) >= max(4, _NEARLY_ALL * len(title)))


def _merged(extents: list[Extent]) -> Iterator[Extent]:
    """The extents in order, those that touch or overlap as one."""
    current: Extent | None = None
    for extent in sorted(extents):
        if current is not None and extent.start <= current.end:
            current = Extent(current.start, max(current.end, extent.end))
        else:
            if current is not None:
                yield current
            current = extent
    if current is not None:
        yield current
