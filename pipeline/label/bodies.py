"""Organisations inside a run by their head words, and deals, events and places by theirs."""

from __future__ import annotations

from pipeline.label.lexicon import NORP, REGION
from pipeline.label.persons import find_person, person_after_title
from pipeline.label.view import RunView

_PART_LINKS = ("of", "for", "on", "against")
# 'Office of the Vice' is cut from a person's post.
_CUT_POSTS = ("Vice", "First", "Deputy", "Assistant", "Under")
# 'Company' is a legal form only behind a name: 'Fastest Growing Company' is none.
_LOOSE_LEGAL = "Company"


def find_body(view: RunView, at: int) -> int:
    """The position behind an organisation that its head word gives away; 0 if there is none."""
    lexicon, words = view.lexicon, view.words
    phrase_end, entry = view.phrase(at)
    if entry is not None and phrase_end < view.size and words[phrase_end] == "-":
        return 0
    chunk = view.chunk(at)
    head = _last_head(view, phrase_end if phrase_end > at + 1 else at, chunk)
    if head < 0:
        return _coordinated(view, at, chunk)
    if words[head] in lexicon.openers:
        end = _of_phrase(view, head)
        if end:
            return end
    if head == at or (words[head] not in lexicon.heads and words[head] not in lexicon.legal):
        return _coordinated(view, at, chunk)
    if head < chunk - 1 and (words[chunk - 1] in lexicon.deals or words[chunk - 1] in lexicon.places):
        return 0
    if (
        head == at + 1
        and words[at] in lexicon.given
        and (words[head] in lexicon.weak_heads or words[head] in lexicon.family)
    ):
        # 'Simon Power', 'Jim Mills'
        return 0
    return head + 1 if _holds_name(view, at, head) else 0


def _last_head(view: RunView, first: int, end: int) -> int:
    lexicon = view.lexicon
    for at in range(end - 1, first - 1, -1):
        word = view.words[at]
        if word in lexicon.heads or word in lexicon.legal or word in lexicon.openers:
            return at
    return -1


def _coordinated(view: RunView, at: int, chunk: int) -> int:
    """'Revenue, Ports and Customs Authority': common words joined by 'and' before a head."""
    if view.plain or chunk + 1 >= view.size or view.words[chunk] not in ("and", "&"):
        return 0
    if not all(view.is_common(k) for k in range(at, chunk) if view.parts[k].name):
        return 0
    end = view.chunk(chunk + 1)
    return end if end > chunk + 1 and view.words[end - 1] in view.lexicon.coordinated else 0


def _of_phrase(view: RunView, head: int) -> int:
    """The end of 'Ministry of Foreign Affairs and Trade' from its head; 0 if no 'of' follows."""
    words, lexicon, link = view.words, view.lexicon, head + 1
    if view.is_name(link) and words[link] == "General":
        link += 1  # 'Directorate General of Civil Aviation'
    if view.plain or link >= view.size or words[link] not in _PART_LINKS or view.parts[link].name:
        return 0
    start = link + 1 if view.is_name(link + 1) else link + 2
    if start >= view.size:
        return 0
    if words[link] == "on" and (words[head] not in lexicon.on_heads or words[start] in lexicon.never):
        return 0
    title = view.title(start)
    if title and person_after_title(view, title):
        return 0
    end = _field_end(view, start)
    while end + 1 < view.size and words[end] in ("and", "of", "for"):
        follow = end + 1 if view.parts[end + 1].name else end + 2
        if follow >= view.size or not _goes_on(view, follow, words[end]):
            break
        end = _field_end(view, follow)
    return 0 if words[end - 1] in _CUT_POSTS else end


def _field_end(view: RunView, start: int) -> int:
    """The end of a body's field from ``start``: a post ends it only if its holder follows, a person behind it does."""
    end = start
    while end < view.size and (view.parts[end].name or view.words[end] in ("-", "&")):
        if end > start and view.words[end] in view.lexicon.articles:
            break
        post = view.post(end) if end > start and view.parts[end].name else 0
        if post and person_after_title(view, post):
            break
        if end > start and view.is_common(end - 1) and find_person(view, end):
            # 'Council for Cultural Affairs Laura Venn'
            break
        end += 1
    return end


def _goes_on(view: RunView, at: int, link: str) -> bool:
    """Whether the words behind 'and' or 'of' still belong to the body's name."""
    if link != "and":
        return True
    ordinary = view.is_common(at) or view.words[at] in view.lexicon.modifiers
    return ordinary and view.phrase(at)[1] is None and not view.title(at)


def _holds_name(view: RunView, at: int, head: int) -> bool:
    """Whether the words before a head word make a name of it."""
    lexicon, last = view.lexicon, view.words[head]
    if last in lexicon.legal and last != _LOOSE_LEGAL:
        return True
    before = [view.words[k] for k in range(at, head) if view.parts[k].name]
    proper = [word for word in before if word.lower() not in lexicon.common and word not in lexicon.never]
    if view.plain:
        return head - at == 1 and bool(proper) and last not in lexicon.weak_heads
    if last in lexicon.weak_heads:
        entries = [lexicon.phrases.get(word) for word in proper]
        return any(entry is None or entry.label not in (NORP, REGION) for entry in entries)
    return len(before) > 1 or bool(proper) or before[0] in lexicon.modifiers


def is_weak(view: RunView, at: int, end: int) -> bool:
    """Whether a body's head is a thing as often, and nothing but words stand before it: 'Tata Power'."""
    links = any(not part.name and part.text not in ("-", "&") for part in view.parts[at:end])
    return view.words[end - 1] in view.lexicon.weak_heads and not links


def find_deal(view: RunView, at: int) -> int:
    """The end of a chunk that is the name of a deal, law, event or place; 0 if it is none."""
    chunk = view.chunk(at)
    last = view.words[chunk - 1]
    return chunk if chunk - at > 1 and (last in view.lexicon.deals or last in view.lexicon.places) else 0
