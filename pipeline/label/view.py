"""A run of capitalised words as the rules look at it: its phrases, posts and words by their classes."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.label.lexicon import GPE, NORP, ORG, Entry, Lexicon
from pipeline.label.runs import Part, joined

LONGEST_NAME = 5
_LONGEST_POST = 5


class RunView:
    """One run; ``plain`` says that its sentence is a headline, where every word has a capital.

    Positions count the parts of the run. What looks for something that starts ``at`` a position gives the position
    behind it.
    """

    def __init__(self, lexicon: Lexicon, parts: Sequence[Part], *, opening: bool, plain: bool) -> None:
        self.lexicon = lexicon
        self.parts = parts
        self.opening = opening
        self.plain = plain
        self.words = [part.text for part in parts]
        self.size = len(parts)
        self._posts: dict[int, int] = {}

    def is_name(self, at: int) -> bool:
        """Whether a capitalised word stands at ``at``."""
        return at < self.size and self.parts[at].name

    def is_common(self, at: int) -> bool:
        """Whether news writes the word at ``at`` in lower case as a rule."""
        return self.words[at].lower() in self.lexicon.common

    def phrase(self, at: int, limit: int | None = None) -> tuple[int, Entry | None]:
        """The longest phrase of the gazetteers at ``at`` that ends by ``limit``."""
        longest = self.lexicon.longest.get(self.words[at].replace("’", "'"), 0)
        if not longest:
            # a hyphenated word is several words of a phrase
            longest = self.lexicon.longest.get(self.words[at].replace("’", "'").partition("-")[0], 0)
        for end in range(min(self.size if limit is None else limit, at + longest), at, -1):
            entry = self.lexicon.phrases.get(joined(self.parts[at:end]))
            if entry is not None:
                return end, entry
        return at, None

    def known_phrase(self, at: int) -> tuple[int, Entry | None]:
        """The phrase at ``at``; 'U.S. Treasury Secretary' is a country and a post, not a department."""
        end, entry = self.phrase(at)
        takes_post = end < self.size and self.words[end - 1] in self.lexicon.modifiers and self.post(end) > 0
        if entry is not None and entry.label == ORG and end - at > 1 and takes_post:
            shorter = self.phrase(at, end - 1)
            if shorter[1] is not None and shorter[1].label in (GPE, NORP):
                return shorter
        return end, entry

    def post(self, at: int) -> int:
        """The position behind a post or form of address at ``at``, without modifiers; 0 if there is none."""
        if at not in self._posts:
            self._posts[at] = self._find_post(at)
        return self._posts[at]

    def _find_post(self, at: int) -> int:
        if self.words[at] in self.lexicon.address:
            return at + 1
        if self.words[at] not in self.lexicon.post_starts:
            return 0
        for end in range(min(self.size, at + _LONGEST_POST), at, -1):
            if joined(self.parts[at:end]) in self.lexicon.posts:
                return end
        return 0

    def title(self, at: int) -> int:
        """The position behind a title or post at ``at``, modifiers included; 0 if there is none."""
        cursor, last = at, min(self.size, at + LONGEST_NAME)
        while cursor < last and self._modifies(cursor, at) and not self.post(cursor):
            cursor += 1
        end = self.post(cursor) if cursor < self.size else 0
        if not end:
            return 0
        if end < self.size:
            if self.words[end] in self.lexicon.heads and self.words[end] not in self.lexicon.given:
                return 0
            return self.title(end) or end
        return end

    def _modifies(self, cursor: int, at: int) -> bool:
        word = self.words[cursor]
        return word in self.lexicon.modifiers or (cursor > at and word in ("and", "&", "-"))

    def chunk(self, at: int) -> int:
        """The end of the capitalised words that follow each other from ``at``, up to a title or an article."""
        end = at
        while end < self.size and (self.parts[end].name or self.words[end] in ("-", "&")):
            if end > at and self.parts[end].name and (self.words[end] in self.lexicon.articles or self.title(end)):
                break
            end += 1
        return end
