"""What an unknown name is, by its own words and the words around all its mentions."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import toml
from pipeline.label.cues import Votes
from pipeline.label.lexicon import ORG, PERSON, PLACE, Lexicon
from pipeline.label.names import UNKNOWN

_ARABIC = re.compile(r"(?:^|[ -])(?:al-|el-|bin |ibn )")
_LONGEST_PERSON = 3
_LONGEST_ACRONYM = 13
# 'SunCruz', but not 'McKinnon' or 'DeLay'
_CAMEL = re.compile(r"^(?!Ma?c|De|Di|Le|La|Du|Fitz|Van|O’|O')[A-Z][a-z]+[A-Z]")


@cache
def _posts() -> frozenset[str]:
    return frozenset(toml("titles")["nouns"])


@cache
def _surname_ends() -> tuple[str, ...]:
    return tuple(toml("family_names")["ends"])


def label_of_form(lexicon: Lexicon, form: str, seen: Votes) -> str:
    """PERSON, ORG or unknown."""
    words = [word for word in re.split(r"[ -]+", form) if word]
    if form in lexicon.legal:
        return UNKNOWN
    if form in lexicon.lone and seen.the and seen.act + seen.say:
        return ORG
    if len(words) == 1:
        return _single(lexicon, form, seen)
    common = sum(word.lower() in lexicon.common or word in lexicon.never for word in words)
    if common == len(words) or words[-1] in lexicon.deals or words[-1].lower() in _posts():
        return UNKNOWN
    if common:
        # 'Coal Free Karoo says'
        acts = seen.body + seen.say + seen.act > seen.place
        named = seen.body and not all(_is_ordinary(lexicon, word) for word in words)
        return ORG if acts and (can_be_name(lexicon, words[0]) or named) else UNKNOWN
    if any(word in lexicon.places or word in lexicon.heads for word in words) and not seen.body:
        return UNKNOWN
    if _ARABIC.search(form):
        return PERSON
    if any(word.isupper() and len(word) > 1 and "." not in word for word in words):
        return ORG if seen.body + seen.say > seen.place else UNKNOWN
    return _proper(lexicon, words, seen)


def _proper(lexicon: Lexicon, words: list[str], seen: Votes) -> str:
    """Several words none of which is a common one: a person who speaks, or a body that does things."""
    # nobody is called 'Mirae Circuits'
    short = len(words) <= _LONGEST_PERSON and not _is_things(lexicon, words[-1])
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


def _is_things(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is the plural of a common noun, and no family name: 'Circuits', not 'Brooks'."""
    one = word[:-1].lower()
    known = one in lexicon.common or one in lexicon.often_lower or word.lower() in lexicon.often_lower
    return word.endswith("s") and not word.endswith("ss") and len(word) > 5 and known and word not in lexicon.family


def _single(lexicon: Lexicon, form: str, seen: Votes) -> str:
    """One word: an abbreviation that acts, a family name, or a body that the words around show."""
    if any(letter.isdigit() for letter in form):
        return UNKNOWN  # 'A321neo'
    if sum(letter.isupper() for letter in form) > 1:
        plain = form in lexicon.plain_capitals or form.upper() in lexicon.plain_capitals
        if plain or len(form) > _LONGEST_ACRONYM or any(letter.isdigit() or letter == "/" for letter in form):
            return UNKNOWN
        if seen.person and _CAMEL.match(form):
            return ORG  # 'market leader SunCruz'
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
    if form.isupper() or words[-1] in lexicon.deals or words[-1] in lexicon.places or words[-1].lower() in _posts():
        return False
    if words[0] in lexicon.place_openers or words[0] in lexicon.places:
        return False
    return any(word.lower() not in lexicon.common and not word.isupper() for word in words) and len(form) > 2


def is_borne_out(lexicon: Lexicon, form: str, label: str, seen: Votes) -> bool:
    """Whether the form and the words around agree with what a model says of it.

    A person's name has no word of a body, no known body or country and no capital inside ('SunCruz Casinos'), ends in
    no common noun ('Indigenous Knowledge'), begins with one only if the words around show a person ('Liberty Bell'),
    and stands behind no article.
    A body has the head of a body, a legal form, '&' or an abbreviation in it, or the words around tell a body and the
    last word is no common noun.
    """
    words = re.split(r"[ -]+", form)
    last = words[-1]
    ordinary = last.lower() in lexicon.common or last.lower() in lexicon.often_lower
    if label == PERSON:
        shown = seen.person + seen.say > 0
        known = lexicon.phrases.get(words[0])
        classes = (lexicon.heads, lexicon.openers)
        if any(_CAMEL.search(word) or any(word in known for known in classes) for word in words):
            return False
        if any(word.isupper() and len(word) > 2 and "." not in word for word in words):
            return False
        if (seen.body or seen.the or (known is not None and known.label != PLACE)) and not shown:
            return False
        initial = any(len(word) == 2 and word.endswith(".") for word in words[1:])
        lower = words[0].lower() in lexicon.common or words[0].lower() in lexicon.often_lower
        opens = not lower or words[0] in lexicon.given or shown
        return initial or (opens and (last in lexicon.family or not ordinary))
    head = last in lexicon.heads or last in lexicon.legal
    short = any(word[1:] != word[1:].lower() and word.upper() not in lexicon.plain_capitals for word in words)
    firm = "&" in words and not all(_is_ordinary(lexicon, word) for word in words)
    if head or short or firm or seen.body + seen.say > 0:
        return True
    named = ordinary or last in lexicon.family or last.endswith(_surname_ends()) or seen.person
    return not named and (seen.act > seen.place or seen.the > 0)


def _is_ordinary(lexicon: Lexicon, word: str) -> bool:
    """Whether a word of a name is '&' or a word of the language: 'Research & Development'."""
    lower = word.lower()
    classes = (lexicon.heads, lexicon.modifiers)
    listed = lower in lexicon.common or lower in lexicon.often_lower or any(word in known for known in classes)
    return word == "&" or listed
