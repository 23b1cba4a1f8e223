"""The words of a sentence with its parties as one word each: noun phrases that are parties and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.contract import Figure
from pipeline.relate.flows_frames import PREPOSITIONS, listed
from pipeline.relate.link_scene import Named
from pipeline.relate.tagging import tag_words
from pipeline.relate.words import Tag, Word

REACH = 18  # words between an amount and the verb that it belongs to
ENDS = (Tag.STOP, Tag.SUBORDINATOR, Tag.COLON)
VERBAL = (Tag.VERB, Tag.PAST, Tag.GERUND, Tag.AUXILIARY)

_GENITIVE = ("'s", "’s", "'", "’")
_INSIDE = 3
_LONGEST = 12


class Line(NamedTuple):
    """A sentence for the rules of who pays whom.

    Attributes:
        words: its words; a party's name is one noun.
        parties: the party by the index of its word.
        owners: the indexes of names in the genitive.
        money: the indexes of words that are sums of money.
    """

    words: Sequence[Word]
    parties: Mapping[int, int]
    owners: frozenset[int]
    money: frozenset[int]


def line(text: str, start: int, end: int, figures: Sequence[tuple[int, Figure]], named: Sequence[Named]) -> Line:
    """The words of ``text[start:end]`` with these figures (index and row) and parties, both in order of the text."""
    words: list[Word] = []
    parties: dict[int, int] = {}
    owners: set[int] = set()
    mentions = iter([*named, Named(end + 1, end + 1, -1)])
    mention = next(mentions)
    inside = -1
    for word in tag_words(text, start, end, [(figure.start, figure.end, index) for index, figure in figures]):
        while mention.end <= word.start and mention.party >= 0:
            mention, inside = next(mentions), -1
        part = mention.start <= word.start < mention.end and word.tag is not Tag.FIGURE
        if not part:
            words.append(word)
            continue
        if inside >= 0:
            words[inside] = words[inside]._replace(end=word.end)
        elif word.start == mention.start:
            inside = len(words)
            words.append(word._replace(tag=Tag.NOUN, lower=""))
        else:
            words.append(word)
            continue
        tail = text[mention.end : word.end]
        if word.end >= mention.end and (not tail or tail in _GENITIVE):
            parties[inside] = mention.party
            if tail:
                owners.add(inside)
    money = {at for at, word in enumerate(words) if word.tag is Tag.FIGURE}
    kinds = {index: figure.kind for index, figure in figures}
    return Line(words, parties, frozenset(owners), frozenset(at for at in money if kinds[words[at].figure] == "money"))


def party_phrase(line: Line, index: int) -> tuple[list[int], int]:
    """The parties of the noun phrase at ``index`` and where it ends: 'the Kenyan government', 'Chile and Peru'.

    No parties if the phrase is about something else: 'the Kenyan [railways]'.
    """
    words = line.words
    found: list[int] = []
    stop = index
    while True:
        first = index
        while first < len(words) and words[first].tag is Tag.DETERMINER:
            first += 1
        end = first
        while end < len(words) and words[end].tag is Tag.NOUN:
            end += 1
        member = parties_in(line, first, end)
        if not member:
            return found, stop
        found += member
        stop = end
        index = end
        while index < len(words) and words[index].tag in (Tag.COMMA, Tag.CONJUNCTION) and index < end + 2:
            index += 1
        if index == end or (words[end].tag is Tag.COMMA and not _listed(line, end)):
            return found, stop


def _listed(line: Line, comma: int) -> bool:
    """Whether a conjunction follows soon behind the comma, so that it stands in a list."""
    for word in line.words[comma + 1 : comma + _LONGEST]:
        if word.tag is Tag.CONJUNCTION:
            return True
        if word.tag not in (Tag.NOUN, Tag.COMMA, Tag.DETERMINER):
            return False
    return False


def parties_in(line: Line, first: int, end: int) -> list[int]:
    """The party that the noun phrase ``first``..``end`` (without complements and conjuncts) means, if any."""
    last = end - 1
    if last < first:
        return []
    if last in line.parties:
        return [] if last in line.owners else [line.parties[last]]
    if line.words[last].lower in listed("bodies", "nouns"):
        held = [at for at in range(max(first, last - _INSIDE), last) if at in line.parties]
        return [line.parties[held[-1]]] if held else []
    return []


def complements(line: Line, start: int, limit: int) -> Mapping[str, list[int]]:
    """The parties behind each preposition from ``start`` on to the end of the clause; the first of each counts.

    Up to ``limit`` verbs and other amounts do not end it.
    """
    words = line.words
    found: dict[str, list[int]] = {}
    index = start
    while index < len(words):
        word = words[index]
        if index >= limit:
            new = word.tag in VERBAL or index in line.money or word.tag in (Tag.COMMA, Tag.CONJUNCTION)
            if word.tag in ENDS or new:
                break
        if word.tag is Tag.OPEN:
            index = _behind_bracket(words, index)
            continue
        if word.lower in PREPOSITIONS:
            parties, stop = party_phrase(line, index + 1)
            if word.lower not in found:
                found[word.lower] = parties
            index = max(stop, index + 1) if parties else index + 1
            continue
        index += 1
    return {word: parties for word, parties in found.items() if parties}


def _behind_bracket(words: Sequence[Word], index: int) -> int:
    """Behind the bracket that opens at ``index``; behind the sign alone if it does not close soon."""
    reach = range(index, min(index + REACH, len(words)))
    return next((at for at in reach if words[at].tag is Tag.CLOSE), index) + 1
