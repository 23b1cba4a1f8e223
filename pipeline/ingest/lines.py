"""A text as lines, with what the rules about page furniture ask of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
# [words](target), with a pair of brackets in the target
LINK = re.compile(r"!?\[([^\]\[\n]{0,300})\](?P<target>\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,3}\))")
_MARKS_BEFORE = " \t\u00a0\u200b*_#>•·▪|–—-\\"
_MARKS_AFTER = " \t\u00a0\u200b*_|"
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_BULLET = re.compile(r"[-*+•·▪–—]\s|\(?\d{1,3}[.)]\s|[#|]")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]*_]*\s*$")
_PROSE_WORDS = 12
_WRAPPED = (45, 90)
_MOSTLY = 0.6


@dataclass(frozen=True)
class Line:
    """A line that is not blank: its place without the blanks around it, and its text without marks and link targets.

    In a text of wrapped lines ``continues`` says that the line is part of the sentence of the line above, and
    ``goes_on`` that the next line is part of its own.
    """

    start: int
    end: int
    raw: str
    first_of_block: bool
    last_of_block: bool
    continues: bool = False
    goes_on: bool = False

    @cached_property
    def plain(self) -> str:
        """The text without Markdown's marks, and links as their words.

        >>> Line(0, 18, "## [News](a.html) ", True, True).plain
        'News'
        """
        words = LINK.sub(r"\1", self.raw) if "](" in self.raw else self.raw
        return words.lstrip(_MARKS_BEFORE).rstrip(_MARKS_AFTER)

    @cached_property
    def words(self) -> list[str]:
        """The words in lower case, without signs: what two printings of a title have in common."""
        return _WORD.findall(self.plain.lower())

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends like a sentence."""
        return _SENTENCE_END.search(self.plain[-16:]) is not None

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads like running text: long, or a sentence of some length."""
        wrapped = self.continues or self.goes_on
        return wrapped or len(self.words) >= _PROSE_WORDS or (len(self.words) >= 6 and self.ends_sentence)


def split_lines(text: str, start: int = 0) -> list[Line]:
    """The lines of ``text`` from ``start`` on that are not blank."""
    places = [m for m in _LINE.finditer(text, start) if not m.group().isspace()]
    joined = [False, *(before.end() + 1 == after.start() for before, after in pairwise(places))]
    wrapped = _is_wrapped([len(m.group()) for m, above in zip(places, joined[1:], strict=False) if above])
    lines = []
    for match, with_above, with_below in zip(places, joined, [*joined[1:], False], strict=False):
        raw = match.group().strip()
        first = match.start() + len(match.group()) - len(match.group().lstrip())
        lines.append(Line(first, first + len(raw), raw, not with_above, not with_below))
    if wrapped:
        _mark_wrapped(lines)
    return lines


def _is_wrapped(lengths: list[int]) -> bool:
    """Whether the lines that another one follows at once are as long as a page is wide."""
    wide = sum(_WRAPPED[0] <= length <= _WRAPPED[1] for length in lengths)
    return len(lengths) >= 4 and wide >= _MOSTLY * len(lengths)


def _mark_wrapped(lines: list[Line]) -> None:
    for index in range(1, len(lines)):
        above, line = lines[index - 1 : index + 1]
        joined = not line.first_of_block and not _BULLET.match(line.raw)
        if joined and len(above.raw) >= _WRAPPED[0] and not above.ends_sentence:
            lines[index - 1] = replace(above, goes_on=True)
            lines[index] = replace(line, continues=True)
