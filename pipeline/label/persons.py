"""People's names inside a run: behind a title, by a given name, by initials."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.gazetteers import toml
from pipeline.label.lexicon import GPE, NORP, PLACE, Entry
from pipeline.label.view import LONGEST_NAME, RunView

_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,2}$")
_JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr.", "JR", "JR.", "SR", "SR."})
# 'Benedict XVI', 'Lloyd J. Austin III'; a pattern, as popes go up to XXIII
_ORDINAL = re.compile(r"(?:X{0,2}(?:I[XV]|V?I{1,3})|X{1,2}V?|XIV|V)$")
_POST_SURNAMES = frozenset(toml("titles")["surnames"])


def core_words(words: Sequence[str]) -> list[str]:
    """The words of a person's name without 'Jr.' or a number behind them.

    >>> core_words(["Lloyd", "J.", "Austin", "III"]), core_words(["Abdullah", "II"])
    (['Lloyd', 'J.', 'Austin'], ['Abdullah'])
    """
    core = list(words)
    while len(core) > 1 and (core[-1] in _JUNIOR or _ORDINAL.match(core[-1])):
        core.pop()
    return core


def is_name_word(view: RunView, at: int) -> bool:
    """Whether the word at ``at`` can be a word of a person's name."""
    if not view.is_name(at):
        return False
    word, lexicon = view.words[at], view.lexicon
    before = view.words[at - 1] if at else ""
    if word in _JUNIOR:
        return at > 0 and view.parts[at - 1].name and before not in lexicon.posts
    if at and view.parts[at - 1].name and _ORDINAL.match(word) and not before.isupper():
        return before not in lexicon.posts
    if word == "May" and before in lexicon.given and before not in lexicon.never:
        return True
    if word[0].isdigit() or word in lexicon.legal or (word in lexicon.never and before != "-"):
        return False
    if word.isupper() and len(word) > 2 and "." not in word and not before.isupper():
        return False
    return not (view.plain and view.is_common(at))


def person_end(view: RunView, at: int) -> int:
    """The position behind the words of a person's name that starts at ``at``."""
    end, count = at, 0
    while end < view.size and count < LONGEST_NAME:
        if is_name_word(view, end) and not (count and breaks_person(view, end)):
            end += 1
            count += 1
            continue
        follow = _skip_particles(view, end)
        if not count or follow == end or not is_name_word(view, follow):
            break
        if view.words[end] == "-" and breaks_person(view, follow):
            break
        end = follow
    return end


def _skip_particles(view: RunView, at: int) -> int:
    while at < view.size and (view.words[at] in view.lexicon.particles or view.words[at] == "-"):
        at += 1
    return at


def breaks_person(view: RunView, at: int) -> bool:
    """Whether something else than a family name starts at ``at``: 'Narendra Modi India', 'John Smith CEO'."""
    word, lexicon = view.words[at], view.lexicon
    if word in _POST_SURNAMES and not (view.is_name(at + 1) and view.words[at + 1] not in _JUNIOR):
        return False
    if word in lexicon.posts or word in lexicon.deals or (word in lexicon.heads and word not in lexicon.family):
        return True
    end, entry = view.phrase(at)
    return entry is not None and (end > at + 1 or (entry.label in (GPE, NORP) and word not in lexicon.given))


def person_after_title(view: RunView, at: int) -> int:
    """The position behind a person's name that follows a title; 0 if none does."""
    if not is_name_word(view, at):
        return 0
    word, lexicon = view.words[at], view.lexicon
    end, entry = view.phrase(at)
    plain_place = entry is not None and entry.label == PLACE and not entry.key
    if entry is not None and not (entry.ambiguous or plain_place or is_given_name(view, at, end, entry)):
        return 0
    if any(word in words for words in (lexicon.openers, lexicon.heads, lexicon.deals, lexicon.modifiers)):
        return 0
    end = person_end(view, at)
    return 0 if end == at + 1 and view.is_common(at) and word not in lexicon.family else end


def is_given_name(view: RunView, at: int, end: int, entry: Entry) -> bool:
    """Whether a known phrase is a given name here: 'Jordan Spieth', 'Chad Wolf'."""
    if end != at + 1 or view.words[at] not in view.lexicon.given or entry.label == NORP:
        return False
    if not is_name_word(view, end) or breaks_person(view, end):
        return False
    return not view.is_common(end) and view.words[end] not in view.lexicon.heads


def find_person(view: RunView, at: int) -> int:
    """The position behind a person's name that its first word gives away; 0 if it does not."""
    word, lexicon = view.words[at], view.lexicon
    if word in lexicon.given:
        starts = _given_starts(view, at)
    elif _INITIALS.match(word):
        starts = is_name_word(view, at + 1) and not view.is_common(at + 1)
    elif word in lexicon.family_first:
        starts = is_name_word(view, at + 1) and not (view.is_common(at + 1) or breaks_person(view, at + 1))
    else:
        return 0
    end = person_end(view, at) if starts else 0
    return end if end > at + 1 else 0


def _given_starts(view: RunView, at: int) -> bool:
    """Whether a given name at ``at`` is followed by a family name."""
    after = _skip_particles(view, at + 1)
    if not is_name_word(view, after) or breaks_person(view, after):
        return False
    word, lexicon = view.words[after], view.lexicon
    if word in lexicon.places and word not in lexicon.family:
        return False
    # 'Khor [Marine] Terminals': two words of the language make no person
    ordinary = view.is_common(at) or word_is_lower(view, at)
    return not (ordinary and view.is_common(after))


def word_is_lower(view: RunView, at: int) -> bool:
    """Whether news often writes the word at ``at`` in lower case though it is a name too: 'Marine', 'Faith'."""
    return view.words[at].lower() in view.lexicon.often_lower
