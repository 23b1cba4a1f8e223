"""The title of a text that comes without one."""

from __future__ import annotations

import re

from pipeline.ingest.head import head_length
from pipeline.ingest.lines import Line, split_lines
from pipeline.ingest.stamps import is_byline, is_link_list, is_page_line, is_stamp

_MARKDOWN_TITLE = re.compile(r"#\s+\S")
_MOST_WORDS = 40
_MOST_CHARS = 300


def find_headline(text: str, start: int = 0) -> str:
    r"""The title as the text prints it: a Markdown heading, or a first line that reads like a headline.

    >>> find_headline("Rates rise again\n\nThe central bank raised its key rate by a quarter point on Friday.")
    'Rates rise again'
    """
    lines = split_lines(text[: start + 20_000], start)
    head = lines[: head_length(lines)]
    for line in head:
        if _MARKDOWN_TITLE.match(line.raw):
            return " ".join(line.plain.split())
    for line in head:
        if not any(is_of_page(line) for is_of_page in (is_stamp, is_page_line, is_byline, is_link_list)):
            return " ".join(line.plain.split()) if _reads_like_headline(line) and len(lines) > 1 else ""
    return ""


def _reads_like_headline(line: Line) -> bool:
    short = 0 < len(line.words) <= _MOST_WORDS and len(line.plain) <= _MOST_CHARS
    return (short and not line.plain.endswith((".", ",", ";", ":"))) or (
        short and len(line.words) <= 15 and line.plain.endswith("...")
    )
