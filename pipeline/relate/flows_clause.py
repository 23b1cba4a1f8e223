"""Who acts in a clause: the parties that are the subject of a verb, and whether the verb is in the passive."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.gazetteers import toml
from pipeline.relate.flows_frames import Frame, listed, verbs
from pipeline.relate.flows_words import Line, parties_in, party_phrase
from pipeline.relate.subjects import subject_of
from pipeline.relate.words import Tag, Word

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_VERBAL = (Tag.VERB, Tag.PAST, Tag.GERUND)
_GROUP = (Tag.VERB, Tag.PAST, Tag.AUXILIARY, Tag.ADVERB, Tag.TO)
_REACHING = frozenset({"it", "they", "he", "she"})


def verb_at(line: Line, index: int) -> Frame | None:
    """The frame of the verb at ``index``, or None if there is no verb of paying."""
    word = line.words[index]
    following = line.words[index + 1].lower if index + 1 < len(line.words) else ""
    frame = verbs().get(f"{word.lower} {following}") or verbs().get(word.lower)
    if frame is None or word.tag in _VERBAL:
        return frame
    last = index - 1
    while last > 0 and line.words[last].tag is Tag.ADVERB:
        last -= 1
    if last < 0 or word.tag is not Tag.NOUN:
        return None
    # a form that can be a noun: 'Japan also [lends] Kenya', 'to [grant]'
    named = last in line.parties and last not in line.owners
    finite = named or line.words[last].tag in (Tag.TO, Tag.AUXILIARY)
    return frame if finite or (frame.needs_object and index + 1 in line.parties) else None


def passive(words: Sequence[Word], verb: int) -> bool:
    """Whether a form of 'be' stands before the verb: 'was later [fined]'."""
    index = verb
    while index and words[index - 1].tag is Tag.ADVERB:
        index -= 1
    return index > 0 and words[index - 1].lower in _BE and not words[verb].lower.endswith("ing")


def agents(line: Line, verb: int, referred: Sequence[int]) -> list[int]:
    """The parties that are the subject of the verb.

    Args:
        line: the sentence.
        verb: the index of the verb.
        referred: the parties that a pronoun or 'the company' here reaches back to.
    """
    words = line.words
    if not verb or (words[verb].lower.endswith("ing") and words[verb - 1].tag is not Tag.AUXILIARY):
        return []
    index = _group_start(words, verb)
    if index and words[index - 1].lower in _REACHING:
        return _reported(line, index - 1) or (list(referred) if words[index - 1].lower == "it" else [])
    phrase = subject_of(words, verb)
    if phrase is None or (
        words[index - 1].tag is Tag.COMMA and phrase.end == index - 1 and _inserted(words, index - 1)
    ):
        return []
    core = phrase.first
    while core < phrase.end and words[core].tag not in (Tag.PREPOSITION, Tag.OF, Tag.TO):
        core += 1
    first = _list_start(line, phrase.first, core)
    if _governed(words, first):
        return []
    last = words[core - 1].lower
    if last in listed("intentions", "nouns"):
        return _intending(line, first, core) if words[index].tag is Tag.TO else []
    if f"the {last}" in _bodies() and words[first - 1].lower == "the" and core - first == 1:
        return list(referred)
    found, end = party_phrase(line, first)
    return found if end == core else parties_in(line, first, core)


def _inserted(words: Sequence[Word], close: int) -> bool:
    """Whether the comma ends an insertion, whose last noun is not the subject: 'Acme (ACM), the owner of Bolt, won'."""
    return any(word.tag is Tag.COMMA for word in words[:close])


def _group_start(words: Sequence[Word], verb: int) -> int:
    index = verb
    while index and words[index - 1].tag in _GROUP:
        index -= 1
    return index


def _governed(words: Sequence[Word], first: int) -> bool:
    """Whether a preposition stands before the phrase, so that it is no subject: 'agreed with [Japan] to'."""
    while first and words[first - 1].tag is Tag.DETERMINER:
        first -= 1
    return first > 0 and words[first - 1].tag in (Tag.PREPOSITION, Tag.OF, Tag.TO)


def _list_start(line: Line, first: int, end: int) -> int:
    """The first of 'A, B and C', where the phrase has only 'B and C'."""
    words = line.words
    if any(word.tag is Tag.CONJUNCTION for word in words[first:end]):
        while first >= 2 and words[first - 1].tag is Tag.COMMA and first - 2 in line.parties:
            first -= 2
    return first


def _reported(line: Line, pronoun: int) -> list[int]:
    """Who said so of itself: 'Acme said on Friday that [it] will invest'."""
    words = line.words
    index = pronoun
    if index and words[index - 1].lower == "that":
        index -= 1
    while index and (words[index - 1].tag in (Tag.TIME, Tag.ADVERB) or words[index - 1].lower in ("on", "in")):
        index -= 1
    if not index or words[index - 1].lower not in listed("saying", "verbs"):
        return []
    return agents(line, index - 1, ())


def _intending(line: Line, first: int, end: int) -> list[int]:
    """Whose plan it is: 'Japan's plan [to invest]', 'a decision by Chile [to lend]'."""
    held = [line.parties[at] for at in range(first, end) if at in line.parties]
    if not held and end < len(line.words) and line.words[end].lower in ("by", "of"):
        held = party_phrase(line, end + 1)[0]
    return held


def _bodies() -> frozenset[str]:
    """Not 'the government': of which country is seldom plain."""
    return frozenset(toml("links")["back"]["organization"])
