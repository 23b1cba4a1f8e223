"""Rules for ``measures`` of counts and multiples: the noun counted, what is spread over it, what is multiplied."""

from __future__ import annotations

import re

from pipeline.relate.context import Context
from pipeline.relate.lexicon import listed
from pipeline.relate.measured_behind import of_behind
from pipeline.relate.phrases import Phrase, phrase_after, phrase_before
from pipeline.relate.subjects import subject_of
from pipeline.relate.words import Tag

# A number and an owner before the number that a part is of have so many words at most.
_OWNER = 6
# A complement of more words says where and for whom, not what: 'homes [in the districts of A, B and C]'
_COMPLEMENT = 5
_MARK = re.compile(r"[*_#]+")


def counted(context: Context, ahead: int) -> str:
    """'[50,000 skilled and semi-skilled Indian workers]': the noun of a count with what belongs to it."""
    figure = context.reading.figures[context.words[context.at].figure]
    surface = context.reading.text(figure)
    phrase = " ".join(_MARK.sub("", surface).split())
    tokens = phrase.split()
    while tokens and (tokens[0].lower() in listed("numerals") or any(c.isdigit() for c in tokens[0])):
        tokens.pop(0)
    return " ".join(tokens)


def count(context: Context, ahead: int) -> str:
    """The noun of a count with its complement, or what is spread over it: '[cooperation] across eight pillars'."""
    noun = counted(context, ahead)
    words = context.words
    if not noun:
        target = ahead + 2 if context.has(ahead + 1, Tag.DETERMINER) else ahead + 1
        if not context.has(ahead, Tag.OF):
            return ""
        while context.has(target, Tag.NOUN) and target < ahead + _OWNER:
            target += 1  # '[1,400] of the two lenders' 9,800 jobs'
        if context.has(target, Tag.FIGURE):
            return counted(context._replace(at=target), target + 1)  # '[Six] of the 9 proposals'
        return of_behind(context, ahead)
    before = context.before()
    bare = len(noun.split()) == 1
    if before is not None and (before.lower in listed("spread") or (bare and before.tag is Tag.OF)):
        phrase = phrase_before(words, context.left - 1) if context.has(context.left - 2, Tag.NOUN) else None
        last = "" if phrase is None else words[phrase.end - 1].lower
        fits = (
            last not in listed("generic")
            and last not in listed("numerals")
            and (before.tag is not Tag.OF or not last.endswith("s"))
        )
        if phrase is not None and fits and last not in listed("collective") and last not in listed("trades"):
            return context.phrase(phrase)
    if ahead != context.at + 1:
        return noun
    if context.has(ahead, Tag.OF):
        inner = phrase_after(words, ahead + 1)
        if context.figure.unit in listed("portions") and inner is not None:
            return context.phrase(inner)
    inner = _complement(context, ahead)
    if inner is not None:
        stretch = context.reading.article.text[context.figure.end : words[inner.end - 1].end]
        return " ".join(f"{noun}{stretch}".split())
    return noun


def hyphened(context: Context, ahead: int) -> str:
    """'the [179-seat] chamber', 'a [300-bed] hospital': the thing that a count with a hyphen describes."""
    surface = context.reading.text(context.figure)
    whole = "-" in surface and surface[0].isdigit() and " " not in surface and context.has(ahead, Tag.NOUN)
    return context.phrase(phrase_after(context.words, ahead, lists=False)) if whole else ""


def used(context: Context, ahead: int) -> str:
    """'software that is used by [30,000 shops]', 'a list that now counts [715 ships]': the subject."""
    verb = context.left - 1
    passive = context.says(verb, "by") and context.has(verb - 1, Tag.VERB) and context.has(verb - 2, Tag.AUXILIARY)
    if passive or (context.word(verb) and context.words[verb].lower in listed("numbering")):
        subject = subject_of(context.words, verb - passive)
        counts = context.has(verb, Tag.VERB) or context.has(verb - 1, Tag.ADVERB, Tag.SUBORDINATOR)
        return context.phrase(subject) if passive or counts else ""
    return ""


def _complement(context: Context, ahead: int) -> Phrase | None:
    """'people [in coastal villages]', 'motions [put by the mayors]'; not a place, nor something long."""
    words = context.words
    index = ahead + 1
    if context.has(ahead, Tag.PAST, Tag.GERUND):
        index += context.has(index, Tag.PREPOSITION)
    elif not context.says(ahead, "of", "in", "for", "on") or context.says(index, "a", "an"):
        return None  # 'killed [seven people] in an attack'
    inner = phrase_after(words, index)
    if inner is None or inner.end - inner.first > _COMPLEMENT or words[inner.first].lower == "own":
        return None  # '[46 ships] of its own'
    return None if context.says(ahead, "in") and _is_place(context, inner) else inner


def _is_place(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase is written like a name: 'hospitals in [Britain]'."""
    return context.reading.article.text[context.words[phrase.first].start].isupper()
