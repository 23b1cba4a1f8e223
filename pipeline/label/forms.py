"""What an unknown name is, by its own words and the words around all its mentions."""

from __future__ import annotations

import re

from pipeline.label.cues import Votes
from pipeline.label.lexicon import ORG, PERSON, Lexicon
from pipeline.label.names import UNKNOWN

_ARABIC = re.compile(r"(?:^|[ -])(?:al-|el-|bin |ibn )")
_LONGEST_PERSON = 3
_LONGEST_ACRONYM = 13


def label_of_form(lexicon: Lexicon, form: str, seen: Votes) -> str:
    """PERSON, ORG or unknown."""
    words = [word for word in re.split(r"[ -]+", form) if word]
    if form in lexicon.legal:
        return UNKNOWN
    if len(words) == 1:
        return _single(lexicon, form, seen)
    common = sum(word.lower() in lexicon.common or word in lexicon.never for word in words)
    if common == len(words) or words[-1] in lexicon.deals:
        return UNKNOWN
    if common:
        # 'Coal Free Karoo says'
        acts = seen.body + seen.say + seen.act > seen.place
        return ORG if acts and can_be_name(lexicon, words[0]) else UNKNOWN
    if any(word in lexicon.places or word in lexicon.heads for word in words) and not seen.body:
        return UNKNOWN
    if _ARABIC.search(form):
        return PERSON
    if any(word.isupper() and len(word) > 1 and "." not in word for word in words):
        return ORG if seen.body + seen.say > seen.place else UNKNOWN
    return _proper(lexicon, words, seen)


def _proper(lexicon: Lexicon, words: list[str], seen: Votes) -> str:
    """Several words none of which is a common one: a person who speaks, or a body that does things."""
    short = len(words) <= _LONGEST_PERSON
    if seen.person and seen.person >= seen.body:
        return PERSON
    family = words[-1] in lexicon.family or words[0] in lexicon.family
    if short and family and seen.body <= seen.say + 1:
        return PERSON
    if seen.body > seen.place and seen.say <= seen.body:
        return ORG if seen.body > seen.say or not short else PERSON
    if seen.say and short:
        return PERSON
    plain = all(len(word) > 2 and word.isalpha() and word.lower() not in lexicon.often_lower for word in words)
    return ORG if plain and seen.act and not seen.place and not seen.the else UNKNOWN


def _single(lexicon: Lexicon, form: str, seen: Votes) -> str:
    """One word: an abbreviation that acts, a family name, or a body that the words around show."""
    if sum(letter.isupper() for letter in form) > 1:
        plain = form in lexicon.plain_capitals or form.upper() in lexicon.plain_capitals
        if plain or len(form) > _LONGEST_ACRONYM or any(letter.isdigit() or letter == "/" for letter in form):
            return UNKNOWN
        return ORG if seen.body + seen.say + seen.act or seen.the > 1 else UNKNOWN
    if not can_be_name(lexicon, form) or form in lexicon.given:
        return UNKNOWN
    if form in lexicon.family:
        return PERSON if not seen.body or seen.say + seen.person + seen.act >= seen.body else ORG
    if seen.act and seen.body + seen.act + seen.say > 1 and not seen.place + seen.person:
        return ORG
    return ORG if seen.body > seen.place + seen.person else UNKNOWN


def can_be_name(lexicon: Lexicon, form: str) -> bool:
    """Whether one word or more can be a name at all: no word that news writes in lower case, no title, no deal."""
    lower, words = form.lower(), form.split()
    if len(form) < 3 or lower in lexicon.common or lower in lexicon.often_lower or words[0].lower() in lexicon.common:
        return False
    classes = (lexicon.never, lexicon.posts, lexicon.deals, lexicon.places, lexicon.modifiers, lexicon.heads)
    return not any(word in words_of_class for word in words for words_of_class in classes)


def can_be_witnessed(lexicon: Lexicon, form: str) -> bool:
    """Whether a model may say what a form is: no capitals alone, and a word that news does not write in lower case.

    Abbreviations of no known body are terms ('EBITDA', 'FTA') as often as bodies, and models take them for bodies.
    """
    words = re.split(r"[ -]+", form)
    if form.isupper() or words[-1] in lexicon.deals or words[-1] in lexicon.places:
        return False
    return any(word.lower() not in lexicon.common and not word.isupper() for word in words) and len(form) > 2
