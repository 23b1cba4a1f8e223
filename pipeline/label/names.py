"""Names inside a run of capitalised words: what the gazetteers and the shape of the words tell without the context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import toml
from pipeline.label.bodies import find_body, find_deal, is_weak
from pipeline.label.lexicon import GPE, NORP, ORG, PERSON, PLACE, REGION, Entry, Lexicon
from pipeline.label.persons import find_person, is_given_name, is_name_word, person_after_title
from pipeline.label.runs import Part
from pipeline.label.view import RunView

UNKNOWN = ""


class Name(NamedTuple):
    """A stretch that is a name: its label, the rule that says so, and the gazetteer's key if it is known."""

    start: int
    end: int
    label: str
    rule: str
    key: str = ""
    strong: bool = True


_Step = tuple[int, list[Name]]


def names_in_run(lexicon: Lexicon, parts: Sequence[Part], *, opening: bool, plain: bool) -> Iterator[Name]:
    """All names of a run in order; those of no known label are candidates for the context to decide.

    Args:
        lexicon: what the gazetteers know.
        parts: the run.
        opening: whether the run opens a sentence, so that its first word may be any.
        plain: whether its sentence is a headline, where every word has a capital.
    """
    view = RunView(lexicon, parts, opening=opening, plain=plain)
    at = pending = _first(view)
    while at < view.size:
        step = _step(view, at)
        if step is None:
            at += 1
            continue
        yield from _candidates(view, pending, at)
        yield from step[1]
        at = pending = step[0]
    yield from _candidates(view, pending, view.size)


def _first(view: RunView) -> int:
    """Where the run's names begin: a common word that opens a sentence is no part of a name."""
    if view.opening and _is_kind(view):
        return 1
    if not view.opening or not view.is_common(0):
        return 0
    word, lexicon = view.words[0], view.lexicon
    end, entry = view.phrase(0)
    if (entry and (end > 1 or not entry.ambiguous)) or view.title(0):
        return 0
    if word in lexicon.given and is_name_word(view, 1):
        return 0
    if word in lexicon.family_first and view.size > 1 and "-" in view.words[1]:
        return 0
    return 0 if word in lexicon.openers and find_body(view, 0) else 1


def _is_kind(view: RunView) -> bool:
    """Whether the first word only says what the body behind it is: '[Consultancy] Norvane Energy'."""
    word, lexicon = view.words[0], view.lexicon
    if word.lower() not in _kinds() or not view.is_name(1) or view.is_common(1):
        return False
    return not any(word in words for words in (lexicon.openers, lexicon.heads, lexicon.phrases, lexicon.posts))


@cache
def _kinds() -> frozenset[str]:
    return frozenset(cue for cue in toml("name_cues")["body_before"] if cue.isalpha())


def _step(view: RunView, at: int) -> _Step | None:
    """What starts at ``at``: the position behind it, and the names it holds; None for a word of no known kind."""
    word, lexicon = view.words[at], view.lexicon
    if not view.parts[at].name:
        return None
    if word in lexicon.articles:
        end, entry = view.phrase(at)
        return _known(view, at, end, entry) if entry and (at or not view.opening) else (at + 1, [])
    phrase_end, entry = view.known_phrase(at)
    body = find_body(view, at)
    step = _titled(view, at, phrase_end, body) or _deal(view, at, phrase_end, body)
    if step is not None:
        return step
    if body > phrase_end:
        weak = is_weak(view, at, body)
        return body, [_name(view, at, body, ORG, "weak head" if weak else "head", strong=not weak)]
    if entry and not is_given_name(view, at, phrase_end, entry):
        return _known(view, at, phrase_end, entry)
    person = find_person(view, at)
    if person:
        return person, [_name(view, at, person, PERSON, "given name")]
    if word in lexicon.place_openers and is_name_word(view, at + 1) and not view.title(at + 1):
        return at + 2, [_name(view, at, at + 2, "FAC", "place", strong=False)]
    return (at + 1, []) if word in lexicon.never or (view.plain and view.is_common(at)) else None


def _titled(view: RunView, at: int, phrase_end: int, body: int) -> _Step | None:
    """A title and the person behind it: 'Foreign Secretary Vikram Misri'."""
    title = view.title(at)
    if not title or title < max(phrase_end, body):
        return None
    person = person_after_title(view, title)
    if not person:
        return title, []
    last = view.words[person - 1]
    if person > title + 1 and last in view.lexicon.places and last not in view.lexicon.family:
        # 'Queen Victoria Building'
        return person, [_name(view, at, person, "FAC", "place", strong=False)]
    if view.plain and person == title + 1:
        # 'Finance Minister Avoids Questions': the body of the article must know the name
        return person, [_name(view, title, person, UNKNOWN, "unknown", strong=False)]
    return person, [_name(view, title, person, PERSON, "title")]


def _deal(view: RunView, at: int, phrase_end: int, body: int) -> _Step | None:
    """The name of a deal or place, and the countries in a deal's name: 'India–Japan Summit'."""
    end = find_deal(view, at)
    if not end or end <= phrase_end or end < body:
        return None
    place = view.words[end - 1] in view.lexicon.places
    names: list[Name] = []
    cursor = at
    while cursor < end:
        stop, entry = view.phrase(cursor)
        if entry is not None and stop <= end and entry.label in (GPE, NORP) and not place:
            names.append(_name(view, cursor, stop, entry.label, "in a deal's name", entry.key))
        elif entry is not None and stop < end and entry.label == ORG and view.words[end - 1] in view.lexicon.soft_deals:
            names.append(_name(view, cursor, stop, ORG, "gazetteer", entry.key, strong=not entry.ambiguous))
        elif entry is not None and stop == end:
            return end, [_name(view, at, end, entry.label, "gazetteer", entry.key)]
        cursor = max(cursor + 1, stop)
    return end, names or [_name(view, at, end, "FAC" if place else "LAW", "deal", strong=False)]


def _known(view: RunView, at: int, end: int, entry: Entry) -> _Step:
    """A phrase of the gazetteers; 'Hitachi India' is one body."""
    if entry.label == ORG and end < view.size and not entry.ambiguous:
        branch_end, branch = view.phrase(end)
        if branch is not None and branch.label == GPE and branch_end == view.chunk(at):
            return branch_end, [_name(view, at, branch_end, ORG, "branch")]
    if entry.label in (PLACE, REGION) and not entry.key:
        while end < view.size and view.words[end] in view.lexicon.places:
            end += 1
    rule = "ambiguous" if entry.ambiguous else "gazetteer"
    return end, [_name(view, at, end, entry.label, rule, entry.key, strong=not entry.ambiguous)]


def _candidates(view: RunView, start: int, end: int) -> Iterator[Name]:
    """What is left between known names, cut at connectors."""
    at = start
    while at < end:
        if not view.parts[at].name:
            at += 1
            continue
        stop = at
        while stop < end and (
            view.parts[stop].name or view.words[stop] in ("-", "&") or view.words[stop] in view.lexicon.particles
        ):
            stop += 1
        while not view.parts[stop - 1].name:
            stop -= 1
        yield _name(view, at, stop, UNKNOWN, "unknown", strong=False)
        at = stop


def _name(view: RunView, at: int, end: int, label: str, rule: str, key: str = "", *, strong: bool = True) -> Name:
    return Name(view.parts[at].start, view.parts[end - 1].end, label, rule, key, strong)
