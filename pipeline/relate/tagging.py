"""The words of a sentence with a shallow class each: enough to see where noun phrases begin and end.

There is no tagger behind this: word lists and endings give each word its class (``word_classes``), and the words beside
decide what is ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.gazetteers import toml
from pipeline.relate.word_classes import class_of
from pipeline.relate.words import Tag, Word

_WORD = re.compile(
    r"""
      (?P<url> \]\(https?://[^\s)]* \)? | https?://\S+ | <[^<>]{1,200}> )
    | (?P<word> (?: [^\W\d_]\.){2,} | [^\W_]+ (?: [-–‑'’./&+] [^\W_]+ )* (?: [’'] (?! \w ) (?<= s. ) )? | & | [$€£¥₹%] )
    | (?P<blank> \n\s*\n | \n\s* [-*•] \s )
    | (?P<sign> [,:()\[\];.!?—–|] | (?<=\s)[-]{1,2}(?=\s) )
    """,
    re.VERBOSE,
)
_SIGNS = {",": Tag.COMMA, ":": Tag.COLON, "(": Tag.OPEN, "[": Tag.OPEN, ")": Tag.CLOSE, "]": Tag.CLOSE}
_STARTERS = frozenset(
    {Tag.DETERMINER, Tag.PREPOSITION, Tag.OF, Tag.TO, Tag.COMMA, Tag.CONJUNCTION, Tag.FIGURE, Tag.GERUND, Tag.VERB}
)
_COMPARATIVES = frozenset({"earlier", "later", "further", "higher"})
_VERB_ENDINGS = ("ate", "ise", "ize", "ify")
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "all", "both", "each", "some"})
# 'will' and its like; not 'may' and 'can', which are names and nouns too
_MODALS = frozenset({"will", "would", "could", "should", "must", "might"})
# Prepositions that are never a particle or a conjunction: a finite verb cannot follow them
_GOVERNING = frozenset({"in", "of", "for", "from", "with", "into"})
# Behind these a clause begins with its subject
_CLAUSES = frozenset({"when", "where", "while", "whilst", "although", "because", "if"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_COMPLEMENTS = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.FIGURE})


def tag_words(text: str, start: int, end: int, figures: Sequence[tuple[int, int, int]]) -> list[Word]:
    """The words of ``text[start:end]``; each of ``figures`` (start, end, index) is one word.

    >>> [word.tag.value for word in tag_words("tariffs on goods rose", 0, 21, ())]
    ['noun', 'preposition', 'noun', 'verb']
    """
    words: list[Word] = []
    position = start
    for figure_start, figure_end, index in figures:
        words.extend(_raw(text, position, figure_start))
        words.append(Word(figure_start, figure_end, text[figure_start:figure_end].lower(), Tag.FIGURE, index))
        position = figure_end
    words.extend(_raw(text, position, end))
    return _resolve(words)


def _raw(text: str, start: int, end: int) -> list[Word]:
    words = []
    for match in _WORD.finditer(text, start, end):
        form = match.group().lower()
        tag = class_of(form, match.group()) if match["word"] else _SIGNS.get(form, Tag.STOP)
        words.append(Word(match.start(), match.end(), form, tag))
    return words


def _resolve(words: list[Word]) -> list[Word]:
    """Decide what is ambiguous from the words beside, from left to right."""
    modals = frozenset(toml("word_classes")["modals"])
    _resolve_times(words)
    for index, word in enumerate(words):
        if word.lower in _COMPARATIVES and index and words[index - 1].tag is Tag.DETERMINER:
            words[index] = word._replace(tag=Tag.NOUN)  # 'the [earlier] benchmark'
        if word.tag is Tag.NOUN and index and words[index - 1].tag is Tag.TO and word.lower.endswith(_VERB_ENDINGS):
            words[index] = word._replace(tag=Tag.VERB)  # 'to [facilitate]'
        helped = index > 1 and words[index - 1].lower == "help" and words[index - 2].tag is Tag.TO
        commanded = helped or (index > 0 and words[index - 1].lower in _MODALS)
        if word.tag is Tag.NOUN and commanded and _has_object(words, index):
            words[index] = word._replace(tag=Tag.VERB)  # 'will [cap] the costs', 'to help [finance] schools'
        if word.tag is Tag.VERB and _attributive(words, index):
            words[index] = word._replace(tag=Tag.NOUN)  # 'in [lost] income'
            continue
        if word.tag not in (Tag.EITHER, Tag.PAST, Tag.GERUND, Tag.VERB):
            continue
        before = words[index - 1] if index else None
        after = words[index + 1] if index + 1 < len(words) else None
        if word.tag is Tag.EITHER:
            tag = _noun_or_verb(before, after, modals, third=word.lower.endswith("s"))
        elif word.tag is Tag.PAST:
            tag = _past(words, index, before, after)
        elif word.tag is Tag.GERUND:
            tag = _gerund(before, after)
        else:
            # A determiner before a form says that it is a noun after all: 'the [top]', 'its [draw]'.
            named = before is not None and before.tag is Tag.DETERMINER and before.lower not in _DEMONSTRATIVES
            if before is None and word.lower.endswith("s") and after is not None:
                named = after.tag not in _COMPLEMENTS  # '[Rents] for new flats'
            tag = Tag.NOUN if named else Tag.VERB
        words[index] = word._replace(tag=tag)
    return words


def _has_object(words: list[Word], index: int) -> bool:
    """Whether a word behind a modal has an object or a complement behind it, so that it can only be a verb."""
    return index + 1 < len(words) and words[index + 1].tag in (Tag.DETERMINER, Tag.NOUN, Tag.FIGURE, Tag.PREPOSITION)


def _attributive(words: list[Word], index: int) -> bool:
    """Whether the word stands between a preposition and a noun, where no finite verb can stand."""
    if not index or index + 1 >= len(words) or words[index + 1].tag is not Tag.NOUN:
        return False
    before = words[index - 1]
    return before.tag in (Tag.PREPOSITION, Tag.OF) and before.lower in _GOVERNING


def _resolve_times(words: list[Word]) -> None:
    """'the [next five] years' is time all through; 'the [March] contract' has none."""
    adjectives = frozenset(toml("word_classes")["time_adjectives"])
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        after = words[index + 1].tag if index + 1 < len(words) else Tag.STOP
        if after is Tag.TIME and word.lower in adjectives and word.tag in (Tag.NOUN, Tag.EITHER, Tag.GERUND):
            words[index] = word._replace(tag=Tag.TIME)
        elif word.tag is Tag.TIME and word.lower in _months() and after in (Tag.NOUN, Tag.EITHER):
            named = index == 0 or words[index - 1].tag in (Tag.DETERMINER, Tag.NOUN) or words[index - 1].lower == "for"
            words[index] = word._replace(tag=Tag.NOUN) if named else word


@cache
def _months() -> frozenset[str]:
    return frozenset(toml("word_classes")["months"])


def _noun_or_verb(before: Word | None, after: Word | None, modals: frozenset[str], *, third: bool) -> Tag:
    """What a form that can be both is here."""
    if before is None or before.lower == "whose":
        return Tag.NOUN  # 'whose [price] was higher'
    if before.lower in _CLAUSES and (after is None or after.tag not in _COMPLEMENTS):
        return Tag.NOUN  # 'when [exports] rose'
    if third and (before.lower in modals or before.tag is Tag.AUXILIARY):
        return Tag.NOUN  # 'has [reserves]', 'to [exports]'
    if before.lower in modals or before.tag in (Tag.PRONOUN, Tag.SUBORDINATOR, Tag.AUXILIARY):
        return Tag.VERB  # 'to [fund]', 'which [pledge]', 'has [cost]'
    if third and before.tag is Tag.NOUN and after is not None and after.tag is Tag.NOUN:
        return Tag.VERB  # 'one in five Malawians [faces] hunger'
    if before.tag in (Tag.ADVERB, Tag.TIME) and after is not None and after.tag is Tag.NOUN and third:
        return Tag.VERB  # 'a report today [shows] prices'
    if before.tag in (Tag.NOUN, Tag.TIME) and after is not None and after.tag in _COMPLEMENTS:
        return Tag.VERB  # 'firms [face] a tariff', 'the flood in 2009 [cost] the state'
    return Tag.NOUN


def _past(words: list[Word], index: int, before: Word | None, after: Word | None) -> Tag:
    """What a form in -ed is here: verb, adjective, or a clause about the noun before it."""
    if before is not None and before.tag in (Tag.AUXILIARY, Tag.ADVERB, Tag.PRONOUN, Tag.SUBORDINATOR):
        adjective = before.tag is Tag.ADVERB and after is not None and after.tag is Tag.NOUN
        return Tag.NOUN if adjective else Tag.VERB  # 'newly [planted] forests'; 'was [raised]'
    if after is not None and after.tag is Tag.NOUN and (before is None or before.tag in _STARTERS):
        return Tag.NOUN  # 'a [revised] plan'
    inside = before is not None and before.lower in _ARTICLES and after is not None
    if inside and after is not None and after.tag in (Tag.GERUND, Tag.EITHER):
        return Tag.NOUN  # 'an [advanced] packaging line', 'the [armed] forces'
    if after is None or after.tag in _COMPLEMENTS or before is None or before.tag not in (Tag.NOUN, Tag.FIGURE):
        return Tag.VERB  # 'the index [dropped] 3%'
    if after.lower == "by":
        return Tag.PAST  # 'motions [tabled] by'
    later = (word.tag for word in words[index + 1 : index + 14])
    for tag in later:
        if tag in (Tag.COMMA, Tag.STOP, Tag.SUBORDINATOR):
            break
        if tag in (Tag.AUXILIARY, Tag.VERB):
            return Tag.PAST  # 'spare parts [stored] in sheds were'
    return Tag.VERB


def _gerund(before: Word | None, after: Word | None) -> Tag:
    """What a form in -ing is here."""
    if before is not None and before.tag is Tag.DETERMINER:
        return Tag.NOUN  # 'the [rising] price'
    if before is not None and before.tag is Tag.NOUN and after is not None and after.tag is Tag.NOUN:
        return Tag.NOUN  # 'solar [generating] capacity'
    if before is not None and before.tag is Tag.PREPOSITION and after is not None and after.tag is Tag.AUXILIARY:
        return Tag.NOUN  # 'the quota for [herring] was'
    return Tag.GERUND
