"""Word lists of ``figure_cues.toml`` as sources of regular expressions."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import toml
from pipeline.match.numbers import BLANK


@cache
def cue(table: str, key: str) -> str:
    r"""An alternation of the words of a list, longest first; a star stands for any ending, a blank for white space.

    >>> cue("ranges", "spread").startswith("(?:everything|")
    True
    """
    words = sorted(toml("figure_cues")[table][key], key=lambda word: (-len(word), word))
    sources = (re.escape(word).replace(r"\ ", BLANK).replace(r"\*", r"\w*") for word in words)
    return f"(?:{'|'.join(sources)})"


def before(pattern: re.Pattern[str], text: str, start: int, reach: int = 40) -> re.Match[str] | None:
    """Where ``pattern`` (which ends in ``$``) stands right before ``start``."""
    return pattern.search(text, max(0, start - reach), start)
