"""The subject of a verb and of a clause, from the classes of the words."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.gazetteers import toml
from pipeline.relate.phrases import Phrase, phrase_before
from pipeline.relate.words import Tag, Word

_VERBAL = (Tag.VERB, Tag.AUXILIARY, Tag.PAST)
_GROUP = (*_VERBAL, Tag.ADVERB, Tag.GERUND, Tag.TO)
_LONGEST = 24
_DASHES = frozenset({"-", "--", "–", "—"})


def subject_of(words: Sequence[Word], verb: int) -> Phrase | None:
    """The noun phrase that is the subject of the verb at ``verb``, or None.

    Auxiliaries and 'is expected to', 'on track to' before the verb are crossed; 'which' and 'that' lead to the noun
    before them; a pronoun gives nothing, as it stands for something else.
    """
    if words[verb - 1].lower == "having":
        return subject_of_clause(words, verb - 1)  # 'hit its highest level, having [increased] by'
    if words[verb].tag is Tag.GERUND and verb and words[verb - 1].tag in (Tag.COMMA, Tag.PREPOSITION):
        return subject_of_clause(words, verb - 1)  # 'contracts lost ground, [slumping] to'
    index = verb
    expecting = frozenset(toml("measured")["expecting"])
    while index and (
        words[index - 1].tag in _GROUP
        or _more_than(words, index - 1)
        or (words[index - 1].lower in expecting and _verbal_before(words, index - 1))
    ):
        index -= 1
    return _ending(words, index)


def _more_than(words: Sequence[Word], index: int) -> bool:
    """'profit before tax more [than] doubled'."""
    return words[index].lower == "than" and index > 0 and words[index - 1].tag is Tag.ADVERB


def _verbal_before(words: Sequence[Word], index: int) -> bool:
    """Whether a verb stands within three words before ``index``: 'was on track', 'is likely'."""
    return any(word.tag in _VERBAL for word in words[max(0, index - 3) : index]) or words[index].lower == "forecast"


def _ending(words: Sequence[Word], index: int) -> Phrase | None:
    """The subject that ends before ``index``."""
    if not index:
        return None
    last = words[index - 1]
    if last.tag is Tag.SUBORDINATOR and last.lower in ("which", "that", "who"):
        before = index - 1
        while before and words[before - 1].tag in (Tag.COMMA, Tag.PREPOSITION):
            before -= 1
        return phrase_before(words, before, prepositions=True)
    if last.tag in (Tag.COMMA, Tag.CLOSE):
        return _around(words, index - 1)
    if last.lower in _DASHES:
        return _around(words, index - 1)
    if last.tag is Tag.CONJUNCTION and words[index].tag is Tag.TO:
        # 'The mill is to make paper [and to] employ': the infinitive goes on from the one before
        for earlier in range(index - 2, 0, -1):
            if words[earlier].tag is Tag.TO and words[earlier - 1].tag is Tag.AUXILIARY:
                return subject_of(words, earlier - 1)
    if last.tag in (Tag.CONJUNCTION, Tag.PREPOSITION):
        return subject_of_clause(words, index - 1)
    if last.tag is Tag.PRONOUN:
        return None
    if last.tag is Tag.FIGURE and index > 1 and words[index - 2].tag is Tag.OF:
        return phrase_before(words, index - 2)  # 'The dividend of 5p a share [is]'
    return phrase_before(words, index, prepositions=True)


def _around(words: Sequence[Word], close: int) -> Phrase | None:
    """Before an insertion that ends at ``close``: 'Acme, the steel producer, [slid]'; else the phrase right there."""
    opening = Tag.OPEN if words[close].tag is Tag.CLOSE else words[close].tag
    for index in range(close - 1, max(-1, close - _LONGEST), -1):
        if words[index].tag is opening:
            outer = phrase_before(words, index, prepositions=True)
            if outer is not None:
                return outer
            break
        if words[index].tag is Tag.STOP:
            break
    return phrase_before(words, close, prepositions=True)


def subject_of_clause(words: Sequence[Word], index: int) -> Phrase | None:
    """The subject of the nearest verb before ``index`` that has one, looking no further than the sentence."""
    for verb in range(index - 1, max(-1, index - 2 * _LONGEST), -1):
        if words[verb].tag is Tag.STOP:
            return None
        if words[verb].tag not in (Tag.VERB, Tag.AUXILIARY) or not verb:
            continue
        if words[verb - 1].tag in (Tag.NOUN, Tag.ADVERB, Tag.TIME, Tag.CLOSE, Tag.COMMA) or words[verb - 1].lower in (
            "which",
            "that",
            "who",
        ):
            found = subject_of(words, verb)
            if found is not None:
                return found
    return None
