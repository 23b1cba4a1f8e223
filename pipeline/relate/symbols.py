"""Under which symbols an organisation is listed: 'Intercontinental Exchange (NYSE: ICE)'."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache

from pipeline.contract import Reading
from pipeline.gazetteers import alternatives, toml
from pipeline.match.symbols import listings

_REACH = 160
_BRACKETS = 4  # at most so many are passed over


@cache
def _between() -> re.Pattern[str]:
    """What may stand between a name and its listing: a possessive, a legal form, a comma."""
    legal = alternatives(toml("org_words")["legal"])
    return re.compile(rf"(?:[’']s?)?(?:,?\s+{legal}\.?)?,?\s*")


def relate_symbols(reading: Reading) -> Reading:
    """Give organisations the symbols in brackets right behind any of their mentions."""
    text = reading.article.text
    found = list(listings(text))
    if not found:
        return reading
    parties = list(reading.parties)
    bodies = (index for index, party in enumerate(parties) if party.type == "organization")
    ends = sorted((mention.end, index) for index in bodies for mention in parties[index].mentions)
    symbols: dict[int, dict[str, None]] = {}
    for listing in found:
        stop = _before_brackets(text, listing.start)
        at = bisect_right(ends, (stop, len(parties))) - 1
        if at >= 0 and _between().fullmatch(text, ends[at][0], stop):
            symbols.setdefault(ends[at][1], {}).update(dict.fromkeys(listing.symbols))
    for index, codes in symbols.items():
        parties[index] = replace(parties[index], symbol=" | ".join(codes))
    return replace(reading, parties=tuple(parties))


def _before_brackets(text: str, end: int) -> int:
    """Where the brackets right before ``end`` begin: 'Meta (formerly Facebook) (NASDAQ: META)' is about Meta."""
    for _ in range(_BRACKETS):
        stop = len(text[max(0, end - _REACH) : end].rstrip()) + max(0, end - _REACH)
        start = text.rfind("(", max(0, stop - _REACH), stop) if text[stop - 1 : stop] == ")" else -1
        if start < 0:
            break
        end = start
    return end
