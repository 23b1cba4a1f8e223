"""Whether a capitalised term stands inside somebody's name, and whether that name says the field.

'Ministry of Defence' and 'Korea Semiconductor Mission' say it; 'Deutsche Bank' and 'Tata Steel' do not. The last word
that is known decides, since English names end in their head.
"""

from __future__ import annotations

import re
from enum import Enum

from pipeline.match.sector_lexicon import Lexicon

_LONGEST_LINE = 220
_REACH = 110
_INNER = r"(?:of|for|and|the|&|on|to|in|de|du)"
# a capitalised word, then capitalised words or small words that join two of them
_RUN = re.compile(rf"[^\W\d_a-zß-ÿ][\w.’'-]*(?:,?[ \n]+(?:{_INNER}[ \n]+){{0,2}}[^\W\d_a-zß-ÿ][\w.’'-]*){{0,12}}")
_WORD = re.compile(r"[^\W\d_]{2,}")


class Place(Enum):
    """Where a term stands."""

    FREE = "in no name"
    PUBLIC = "in a name that says the field"
    PRIVATE = "in a name that does not say the field"


def is_headline(text: str, start: int) -> bool:
    """Whether the line around ``start`` has capitals throughout and no full stop, so that capitals mean nothing."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", start)
    right = len(text) if right < 0 else right
    if right - left > _LONGEST_LINE:
        return False
    if text[left:right].rstrip().endswith("."):
        return False
    words = [word for word in _WORD.findall(text[left:right]) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return (len(words) >= 3 and capitals >= 0.75 * len(words)) or all(word.isupper() for word in words)


def run_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of capitalised words that ``text[start:end]`` stands in."""
    left = max(0, start - _REACH)
    for match in _RUN.finditer(text, left, min(len(text), end + _REACH)):
        if match.start() <= start < match.end():
            return match.start(), max(end, match.end())
    return start, end


def place_of(text: str, start: int, end: int, lexicon: Lexicon) -> Place:
    """Where the capitalised term ``text[start:end]`` stands, by the words of the name around it."""
    left, right = run_around(text, start, end)
    before, after = text[left:start], text[end:right]
    if not before.strip() and not after.strip():
        return Place.FREE
    return judge(before, after, lexicon)


def judge(before: str, after: str, lexicon: Lexicon) -> Place:
    """What the words of a name around a term say."""
    if after.split(None, 1)[:1] and _WORD.match(after.lstrip()) and after.split(None, 1)[0].lower() in lexicon.posts:
        return Place.PRIVATE
    behind = [word.lower() for word in _WORD.findall(after)]
    ahead = [word for raw in _WORD.findall(before) if (word := raw.lower()) not in lexicon.neutral]
    if " ".join(behind[-2:]) in lexicon.public:
        return Place.PUBLIC
    for word in (*reversed(behind), *ahead):
        if word in lexicon.public:
            return Place.PUBLIC
        if word in lexicon.private:
            return Place.PRIVATE
    return Place.FREE if not ahead else Place.PRIVATE
