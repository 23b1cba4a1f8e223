"""The word of change that a figure belongs to, and what it says has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.relate.changed_by import is_change
from pipeline.relate.context import Context
from pipeline.relate.lexicon import change_forms, directions
from pipeline.relate.phrases import Phrase, phrase_after, phrase_before
from pipeline.relate.subjects import subject_of
from pipeline.relate.words import Tag, Word

_FARTHEST = 22
# 'did [lower] the outlook for [growth] in 2021 to': a verb this near to a noun of change has it in its object.
_OBJECT = 5
_LINKS = frozenset({"by", "to", "from", "at", "below", "above", "under"})


class Mover(NamedTuple):
    """A word of change, and the noun phrase that it says has changed."""

    at: int
    measures: Phrase | None


def mover(context: Context) -> Mover | None:
    """The word of change that the figure is the amount or the new level of, with what has changed.

    None if there is none; ``measures`` is None if the sentence names it by a pronoun or not at all.
    """
    words, left = context.words, context.left
    link = left
    while link and words[link - 1].tag is Tag.ADVERB and words[link - 1].lower not in directions("particles"):
        link -= 1
    if not link:
        return None
    word = words[link - 1]
    if word.lower == "at" and link >= 3 and words[link - 2].lower in change_forms("closing", "words"):
        link -= 2  # 'rose 2.1 percent to [close at] $63.15'
        word = words[link - 1]
    if word.lower in _LINKS:
        at = _nearest(words, link - 1)
        far = at is not None and at < link - 4 and words[link - 2].tag is not Tag.FIGURE
        if far and (word.lower not in ("by", "to", "from") or context.figure.kind == "count"):
            return None
        if at is not None and at == link - 2 and word.lower == "by":
            object_ = _postponed(context, at)
            if object_ is not None:
                return Mover(at, object_)
        return None if at is None else Mover(at, _gapped(words, at, link - 1) or _changed(words, at, link - 1))
    if word.lower in directions("particles"):
        return Mover(link - 1, _of_particle(words, link - 1))
    if word.lower in directions("verbs") and (word.tag is not Tag.NOUN or _after_noun(words, link - 1)):
        # 'raised $5 million' is no rise of the firm
        return Mover(link - 1, subject_of(words, link - 1)) if is_change(context, word) else None
    if context.figure.kind == "percent" and word.tag is Tag.NOUN:
        return _with_object(words, link) or _bare_gap(context)
    return None


def _bare_gap(context: Context) -> Mover | None:
    """'Wheat gained 2% and [corn] 1%': no verb and no preposition before the second share."""
    at = _nearest(context.words, context.left)
    if at is None or context.words[at].tag is Tag.NOUN or not context.has(at + 1, Tag.FIGURE):
        return None
    phrase = None if context.has(context.ahead, Tag.NOUN, Tag.OF) else _gapped(context.words, at, context.left)
    return None if phrase is None else Mover(at, phrase)


def _postponed(context: Context, verb: int) -> Phrase | None:
    """The object of a verb that stands behind its amount: 'would increase by [$2m] the road budget'."""
    if context.words[verb].tag is Tag.NOUN or not context.has(context.ahead, Tag.DETERMINER):
        return None
    found = phrase_after(context.words, context.ahead, lists=False)
    # 'rose by 5% the board said' has a verb of its own
    return None if found is None or context.has(found.end, Tag.VERB, Tag.AUXILIARY) else found


def _gapped(words: Sequence[Word], verb: int, end: int) -> Phrase | None:
    """The subject of a clause whose verb is left out: 'revenue rose 14% and [the load factor] by'."""
    if end > 1 and words[end - 1].tag is Tag.FIGURE and words[end - 2].lower == "by":
        end -= 2  # 'and the load factor by 2 points [to]'
    if end and words[end - 1].tag is Tag.COMMA:
        # 'and the load factor, or share of seats filled, by'
        end = next((i for i in range(end - 2, max(verb, end - _FARTHEST), -1) if words[i].tag is Tag.COMMA), end)
    phrase = phrase_before(words, end) if words[end - 1].tag is Tag.NOUN else None
    if phrase is None:
        return None
    first = phrase.first
    while first and words[first - 1].tag is Tag.DETERMINER:
        first -= 1
    joined = words[first - 1].tag is Tag.CONJUNCTION or words[first - 1].lower in ("while", "but")
    before = range(verb + 1, first - 1)
    return phrase if joined and any(words[i].tag is Tag.FIGURE for i in before) else None


def _after_noun(words: Sequence[Word], index: int) -> bool:
    return index > 0 and words[index - 1].lower in ("to", "will", "would", "could", "may", "might", "not")


def _nearest(words: Sequence[Word], end: int) -> int | None:
    """The last word of change before ``end`` in the clause; a verb a few words before a noun goes before it."""
    noun: int | None = None
    for index in range(end - 1, max(-1, end - _FARTHEST), -1):
        word = words[index]
        if word.ends_clause or (noun is not None and noun - index > _OBJECT):
            break
        if word.lower in directions("particles") or (word.lower in directions("verbs") and word.tag is not Tag.NOUN):
            return index
        named = word.lower in directions("nouns") or word.lower in directions("verbs")
        # 'an [increase] in prices to'; not 'the number of wage [increases] they plan next year to'
        if noun is None and named and words[index + 1].tag is not Tag.PRONOUN:
            noun = index
    return noun


def _changed(words: Sequence[Word], at: int, link: int) -> Phrase | None:
    """What has changed: the complement of a noun, the object of a verb, or its subject."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None:
        return None
    if behind.lower in ("in", "of") and at + 1 < link and (words[at].lower in directions("nouns")):
        found = phrase_after(words[:link], at + 2, prepositions=frozenset({"on", "for", "in", "at"}))
        if found is not None:
            return found
    object_ = at + 1
    while object_ < link and words[object_].tag is Tag.ADVERB:
        object_ += 1
    if words[object_].lower == "short":
        return subject_of(words, at)  # 'Tax revenue fell [short] of the target by'
    if words[object_].tag in (Tag.DETERMINER, Tag.NOUN) and words[at].lower in directions("verbs") and object_ < link:
        found = phrase_after(words[:link], object_, prepositions=frozenset({"on", "for", "in", "to"}))
        if found is not None:
            return found
    if words[at].lower in directions("particles"):
        return _of_particle(words, at)
    if words[object_].tag is Tag.PRONOUN or words[object_].lower in ("that", "this"):
        return antecedent(words, at)
    return subject_of(words, at)


def antecedent(words: Sequence[Word], verb: int) -> Phrase | None:
    """What 'them' behind ``verb`` stands for: 'set tariffs on Chilean goods and then [doubled] them'."""
    index = verb
    while index and words[index - 1].tag in (Tag.ADVERB, Tag.AUXILIARY, Tag.TO):
        index -= 1
    if index and words[index - 1].tag in (Tag.CONJUNCTION, Tag.COMMA):
        return phrase_before(words, index - 1, prepositions=True)
    return None


def _of_particle(words: Sequence[Word], at: int) -> Phrase | None:
    """'Acme, [up] 7.2 per cent', 'the index is drifting [up]', 'was revised [down]'."""
    before = words[at - 1] if at else None
    if before is None:
        return None
    if before.tag in (Tag.COMMA, Tag.STOP, Tag.CLOSE):
        return phrase_before(words, at - 1) if words[at - 2].tag is Tag.NOUN else None
    if before.tag is Tag.NOUN:
        return phrase_before(words, at)
    return subject_of(words, at)


def _with_object(words: Sequence[Word], end: int) -> Mover | None:
    """'to [cut] imports 31.4 per cent'."""
    for length in (1, 2):
        verb = end - 1 - length
        if verb < 1:
            return None
        if words[verb].lower in directions("verbs") and words[verb - 1].lower in ("to", "will", "would"):
            return Mover(verb, Phrase(verb + 1, end))
    return None
