"""The classes that words have by themselves, from word lists and endings.

Closed classes and common verbs come from ``gazetteers/word_classes.toml`` and ``changes.toml``; what is nothing else
counts as part of a noun phrase.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import toml
from pipeline.match.inflection import verb_forms
from pipeline.relate.words import Tag

_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?(?:s)?")
_CLASSES = (
    ("nouns", Tag.NOUN),
    ("auxiliaries", Tag.AUXILIARY),
    ("determiners", Tag.DETERMINER),
    ("pronouns", Tag.PRONOUN),
    ("conjunctions", Tag.CONJUNCTION),
    ("subordinators", Tag.SUBORDINATOR),
    ("times", Tag.TIME),
    ("prepositions", Tag.PREPOSITION),
    ("adverbs", Tag.ADVERB),
)


def class_of(form: str, surface: str) -> Tag:
    """The class of a word by its lower-case form and as it is written.

    >>> class_of("tariffs", "tariffs").value, class_of("which", "which").value, class_of("us", "US").value
    ('noun', 'subordinator', 'noun')
    """
    if form in ("may", "march"):
        return Tag.TIME if surface[0].isupper() else Tag.AUXILIARY if form == "may" else Tag.NOUN
    known = _lexicon().get(form)
    if known is Tag.PRONOUN and surface.isupper() and len(surface) > 1:
        return Tag.NOUN  # 'US', 'IT'
    if known is not None:
        return known
    if form == "of":
        return Tag.OF
    if form == "to":
        return Tag.TO
    if _YEAR.fullmatch(form):
        return Tag.TIME
    if surface.islower() and len(form) > 4:
        if form.endswith("ing"):
            return Tag.GERUND
        if form.endswith("ed"):
            return Tag.PAST
        if form.endswith("ly"):
            return Tag.ADVERB
    return Tag.NOUN


@cache
def _lexicon() -> dict[str, Tag]:
    """Class by lower-case form; the classes named first win."""
    data = toml("word_classes")
    lexicon: dict[str, Tag] = {}
    for key, tag in _CLASSES:
        for form in data[key]:
            lexicon.setdefault(form, tag)
    too = frozenset(data["nouns_too"])
    for lemma in data["verbs"]:
        inflected = verb_forms(lemma)
        finite = Tag.EITHER if lemma in too else Tag.VERB
        for form in inflected[:2]:
            lexicon.setdefault(form, finite)
        lexicon.setdefault(inflected[2], Tag.PAST)
        lexicon.setdefault(inflected[3], Tag.GERUND)
    for form, tag in _change_forms().items():
        lexicon.setdefault(form, tag)
    for form in data["irregular"]:
        lexicon.setdefault(form, Tag.EITHER if form in too else Tag.VERB)
    for form in data["nouns_too"]:
        lexicon.setdefault(form, Tag.EITHER)
    return lexicon


def _change_forms() -> dict[str, Tag]:
    """The verbs of ``gazetteers/changes.toml``; those that are nouns too can be either."""
    data = toml("changes")
    forms: dict[str, Tag] = {}
    for way in ("up", "down"):
        nouns = frozenset(form for entry in data[way]["nouns"] for form in entry.split())
        for entry in data[way]["verbs"]:
            for form in entry.split():
                tag = Tag.GERUND if form.endswith("ing") else Tag.PAST if form.endswith("ed") else Tag.VERB
                either = form in nouns or form == entry.split()[0] or form.endswith("s")
                forms[form] = Tag.EITHER if either and tag is Tag.VERB else tag
    return forms
