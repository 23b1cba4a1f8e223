"""Bodies called by the first word of their name where no mention of them was found: 'Acme Steel ... [Acme] earned'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.contract import Reading
from pipeline.gazetteers import toml
from pipeline.relate.link_scene import Named

_SHORTEST = 4
# Before these the first word is an adjective: 'a [Republican] senator' is not the Republican Party.
_ADHERENTS = frozenset({"Party", "Church"})
_ALONE = re.compile(r"\b[A-Z]\w{3,}\b(?!-)(?! [A-Z])")
_SMALL = re.compile(r"\b[a-z]{4,}\b")
_PLACE = re.compile(r"\b(?:in|at|near|of|from|to) ([A-Z]\w{3,})\b(?! [A-Z])")


def short_forms(reading: Reading) -> Iterator[Named]:
    """The places where the first word of one body's name stands alone and no mention of a party was found.

    The word counts where the text uses it neither in small letters nor as a place ('in Acme').
    """
    text = reading.article.text
    firsts: dict[str, set[int]] = {}
    for index, party in enumerate(reading.parties):
        words = party.name.split()
        if party.type == "organization" and len(words) > 1 and words[-1] not in _ADHERENTS:
            firsts.setdefault(words[0], set()).add(index)
    other = set(toml("links")["short"]["plain"]) | set(_PLACE.findall(text))
    owners = {
        word: min(bodies)
        for word, bodies in firsts.items()
        if len(bodies) == 1 and len(word) >= _SHORTEST and word.istitle() and word not in other
    }
    if not owners:
        return
    small = set(_SMALL.findall(text))
    mentions = [mention for party in reading.parties for mention in party.mentions]
    taken = {place for mention in mentions for place in range(mention.start, mention.end)}
    for found in _ALONE.finditer(text):
        if found[0] in owners and found[0].lower() not in small and found.start() not in taken:
            yield Named(found.start(), found.end(), owners[found[0]])
