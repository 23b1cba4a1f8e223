"""Noun phrases before and behind a place in a sentence, found from the classes of the words alone.

Pure functions on the words of ``relate.words``; a phrase is a pair of indexes into them, half-open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.gazetteers import toml
from pipeline.relate.words import Tag, Word

_MOST_WORDS = 16
_ADJECTIVE_ENDINGS = tuple(toml("word_classes")["adjective_endings"])
# Before these a noun phrase is an object, so that 'and' behind it may begin a new clause.
_OBJECT = (Tag.VERB, Tag.AUXILIARY, Tag.FIGURE)


class Phrase(NamedTuple):
    """A noun phrase: the indexes of its first word and of the word behind its last."""

    first: int
    end: int

    def text(self, words: Sequence[Word], article: str) -> str:
        """Its characters, with white space made single blanks and marks of Markdown left out."""
        stretch = article[words[self.first].start : words[self.end - 1].end]
        return " ".join(stretch.replace("*", "").replace("_", " ").split())


def phrase_after(
    words: Sequence[Word], index: int, *, prepositions: frozenset[str] = frozenset(), lists: bool = True
) -> Phrase | None:
    """The noun phrase that begins at ``index`` or behind determiners and adverbs there.

    'of' always goes on into the next phrase, the ``prepositions`` once; so do a participle with its complement
    ('firms operating in India') and, with ``lists``, 'A, B and C'.
    """
    first = index
    while first < len(words) and (words[first].tag in (Tag.DETERMINER, Tag.ADVERB) or words[first].lower == "both"):
        first += 1
    end = _core_end(words, first)
    if end == first:
        return None
    limit = min(len(words), first + _MOST_WORDS)
    while end < limit:
        if not lists and (words[end].tag is Tag.COMMA or _new_phrase(words, end)):
            break
        further = _extended(words, end, prepositions)
        if further is None or further > limit:
            break
        if words[end].tag is Tag.PREPOSITION:
            prepositions = frozenset()
        end = further
    return Phrase(first, end)


def _new_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether 'and' at ``index`` joins a phrase with an article of its own: 'a pipeline [and a jetty]'."""
    following = words[index + 1 : index + 2]
    return words[index].tag is Tag.CONJUNCTION and bool(following) and following[0].tag is Tag.DETERMINER


def _core_end(words: Sequence[Word], first: int) -> int:
    """Behind the last word of the noun phrase without complements that begins at ``first``."""
    end = first
    if end < len(words) and words[end].tag is Tag.GERUND:
        # 'servicing the debt': what is done, with its object
        inner = end + 1
        while inner < len(words) and words[inner].tag is Tag.DETERMINER:
            inner += 1
        end = inner if inner < len(words) and words[inner].tag is Tag.NOUN else end + 1
    if end + 1 < len(words) and words[end].tag is Tag.FIGURE and words[end + 1].tag is Tag.NOUN:
        end += 1  # 'its [$120 billion] target'
    while end < len(words) and words[end].tag is Tag.NOUN:
        end += 1
        if end == first + 1 and end + 1 < len(words) and words[end].tag is Tag.COMMA and is_adjective(words[first]):
            end += words[end + 1].tag is Tag.NOUN  # '[healthy, sustainable] transport'
    return end


def is_adjective(word: Word) -> bool:
    """Whether the word ends as adjectives do: 'effect[ive]'."""
    return word.lower.endswith(_ADJECTIVE_ENDINGS)


def _extended(words: Sequence[Word], end: int, prepositions: frozenset[str]) -> int | None:
    """Behind the complement or conjunct that begins at ``end``, or None if the phrase ends there."""
    word = words[end]
    if word.tag is Tag.OF:
        return _inner_end(words, end + 1)
    if word.tag in (Tag.PREPOSITION, Tag.TO) and word.lower in prepositions:
        amount = any(other.tag is Tag.FIGURE for other in words[end + 1 : end + 3])
        amount = amount and not (word.lower == "for" and any(other.tag is Tag.OF for other in words[end + 2 : end + 4]))
        return None if amount else _inner_end(words, end + 1)
    if word.tag in (Tag.PAST, Tag.GERUND) and end + 1 < len(words) and words[end + 1].tag is Tag.PREPOSITION:
        return _inner_end(words, end + 2)
    if word.tag is Tag.CONJUNCTION:
        return _conjunct_end(words, end + 1)
    if word.tag is Tag.COMMA:
        return _list_end(words, end)
    return None


def _inner_end(words: Sequence[Word], index: int) -> int | None:
    """Behind the noun phrase that begins at ``index``, unless it is a time or there is none."""
    while index < len(words) and words[index].tag in (Tag.DETERMINER, Tag.ADVERB):
        index += 1
    if index < len(words) and words[index].tag is Tag.FIGURE:
        index += 1
        return index if index == len(words) or words[index].tag is not Tag.NOUN else _core_end(words, index)
    end = _core_end(words, index)
    return end if end > index else None


def _conjunct_end(words: Sequence[Word], index: int) -> int | None:
    """'A and B': behind B, unless B is the subject of a clause of its own, a verb, or an amount of something else."""
    if any(word.tag in (Tag.FIGURE, Tag.PRONOUN) for word in words[index : index + 2]):
        return None
    if index < len(words) and words[index].tag is Tag.ADVERB:
        return None
    end = _inner_end(words, index)
    if end is None or (end < len(words) and words[end].tag in (Tag.VERB, Tag.AUXILIARY)):
        return None
    following = words[end].tag if end < len(words) else Tag.STOP
    to_do = following is Tag.TO and end + 1 < len(words) and words[end + 1].tag is not Tag.DETERMINER
    verbal = following in (Tag.DETERMINER, Tag.FIGURE)
    if following is Tag.ADVERB:
        # 'fuel and [fertiliser] annually.' ends the sentence with its adverb
        verbal = end + 1 < len(words) and words[end + 1].tag not in (Tag.STOP, Tag.COMMA)
    if end == index + 1 and (verbal or to_do):
        return None  # 'farmland and [rehabilitate] the roads'
    if end < len(words) and words[end].lower in ("the", "a", "an"):
        return None  # 'the mill and [Acme Energy] the rest': a clause whose verb is left out
    if end + 1 < len(words) and words[end].tag is Tag.OF and words[end + 1].tag is Tag.FIGURE:
        return None  # 'farm products and [sugar output] of 30,000 tonnes'
    return end


def _list_end(words: Sequence[Word], comma: int) -> int | None:
    """'A, B, C and D': behind D, when commas lead to a conjunction with nothing but short noun phrases between."""
    index, members = comma, 0
    while index < len(words) and words[index].tag is Tag.COMMA and members < 8:
        start = index + 1
        if start < len(words) and words[start].tag is Tag.CONJUNCTION:
            return _conjunct_end(words, start + 1) if members else None
        if start < len(words) and words[start].lower == "including":
            start += 1
        end = _core_end(words, start)
        if end == start or end - start > 6:
            return None
        index, members = end, members + 1
        if index < len(words) and words[index].tag is Tag.CONJUNCTION:
            return _conjunct_end(words, index + 1)
    return None


def phrase_before(words: Sequence[Word], index: int, *, prepositions: bool = False) -> Phrase | None:
    """The noun phrase that ends before ``index``; times that stand between are left out.

    'of' leads on to the phrase on its left; with ``prepositions`` all others do, as in the subject of a verb
    ('Stocks at Rotterdam').
    """
    end = _skip_times(words, index)
    first = _core_start(words, end)
    if first == end:
        return None
    while end - first < _MOST_WORDS:
        left = first
        while left and words[left - 1].tag is Tag.DETERMINER:
            left -= 1
        link = words[left - 1] if left else None
        if link is None:
            break
        if link.tag is Tag.GERUND and left > 1 and words[left - 2].tag is Tag.OF:
            left, link = left - 1, words[left - 2]  # 'the cost of [replacing] old pipes'
        joins = link.tag is Tag.OF or (prepositions and link.tag in (Tag.PREPOSITION, Tag.TO))
        if link.lower == "as" and words[left].lower not in ("a", "an"):
            break  # 'closed the gap as [the deficit] rose'; not 'debt as a share of output'
        inner = _core_start(words, left - 1)
        between = any(word.lower == "between" for word in words[max(0, left - 7) : left])
        if inner == left - 1 or not (joins or (link.tag is Tag.CONJUNCTION and (left == first or between))):
            break
        if link.tag is Tag.CONJUNCTION and inner and words[inner - 1].tag in _OBJECT:
            break  # 'suffered a loss and [Siemens] lost'
        first = inner
    return Phrase(first, end)


def _core_start(words: Sequence[Word], end: int) -> int:
    first = end
    while (first and words[first - 1].tag in (Tag.NOUN, Tag.PAST)) or (first and _inner_gerund(words, first - 1, end)):
        first -= 1
    while first < end and words[first].tag is Tag.PAST:
        first += 1
    return first


def _inner_gerund(words: Sequence[Word], index: int, end: int) -> bool:
    return words[index].tag is Tag.GERUND and index + 1 < end and index > 0 and words[index - 1].tag is Tag.DETERMINER


def _skip_times(words: Sequence[Word], end: int) -> int:
    """Before trailing times and adverbs with their prepositions: 'volume traded [on Thursday]'."""
    while end and words[end - 1].tag in (Tag.TIME, Tag.ADVERB):
        end -= 1
        while end and words[end - 1].tag is Tag.DETERMINER:
            end -= 1
        if end and words[end - 1].tag is Tag.PREPOSITION and end < len(words) and words[end].tag is not Tag.ADVERB:
            end -= 1
    return end
