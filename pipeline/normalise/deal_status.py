"""The state of a deal from the verbs and adjectives around its phrase."""

from __future__ import annotations

import re
from functools import cache

from pipeline.contract import Extent
from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_cues import DETERMINERS, STATES, adjectives, governing, passive, states

_REDUCED = r"\s+(?P<verb>{verbs})(?=\s+(?:by|in|on|at|last|earlier|with|between|under|over|upon)\b|\s*(?:\n|\Z))"
# In reported speech 'said it would' is 'will'.
_SAID_WOULD = re.compile(r"\b(?:said|says|announced|confirmed)\s+(?:that\s+)?(?:it|they|he|she|the\s+\w+)\s+would\b")
# A meeting still to come: 'will meet at the summit next month'.
_AHEAD = re.compile(r"\b(?:will|would|set\s+to|plans?\s+to|due\s+to|expected\s+to|next\s+(?:week|month|year))\b")
_REACH = 100


def status_of(text: str, extent: Extent, sentence: Extent, kind: str, rule: str) -> str:
    """'proposed', 'agreed', 'launched', 'completed', 'ended', or nothing if the text does not say.

    Args:
        text: the article's text.
        extent: the phrase of the deal.
        sentence: the sentence that holds it.
        kind: the deal's kind.
        rule: the rule that found it.
    """
    phrase = text[extent.start : extent.end]
    before = text[max(sentence.start, extent.start - _REACH) : extent.start]
    after = text[extent.end : min(max(sentence.end, extent.end), extent.end + 140)]
    if rule.startswith("verb"):
        return _stated(phrase, before)
    special = _special(kind)
    cue = special.search(before) if special else None
    if cue is not None:
        if kind == "forum" and _AHEAD.search(before + after):
            return "proposed"
        return _in_mood(str(cue.lastgroup), before[: cue.start()])
    verb = governing().search(before)
    if verb is not None:
        return _in_mood(states()[_plain(verb["verb"])], before[: verb.start()])
    near = _adjective().search(before[-30:]) or _adjective().search(phrase)
    if near is not None:
        return adjectives()[_plain(near["word"])]
    behind = _behind().match(after)
    if behind is not None:
        return str(behind.lastgroup)
    what = passive().match(after)
    if what is not None:
        return _in_mood(states()[_plain(what["verb"])], what["mood"])
    reduced = _reduced().match(after)
    if reduced is not None:
        return states()[_plain(reduced["verb"])]
    own = _opening_verb().match(phrase)
    if own is not None:
        return _in_mood(states()[_plain(own["verb"])], before)
    return "agreed" if rule == "entry" else _earlier(before)


def _stated(phrase: str, before: str) -> str:
    """The state of a deal that is a verb and its object: 'will [invest Rs 5 crore]', '[bought Catalent for $16bn]'."""
    if _mood("open", 6).search(_SAID_WOULD.sub(" will ", before)[-60:]):
        return "proposed"
    verb = _form().match(phrase)
    if verb is None:
        return _in_mood("agreed", before)
    return _in_mood("completed" if verb.lastgroup == "done" else "agreed", before)


def _earlier(before: str) -> str:
    """The last verb of the clause before the phrase: 'proposes the establishment of funds and a [taxonomy]'."""
    clause = re.split(r"[,;:]\s", before)[-1]
    verbs = list(_any_verb().finditer(clause))
    return _in_mood(states()[_plain(verbs[-1].group())], clause[: verbs[-1].start()]) if verbs else ""


def _in_mood(state: str, before: str) -> str:
    """The state that is left once 'not', 'would' or 'will' before the verb has been read."""
    near = _SAID_WOULD.sub(" will ", before)[-45:]
    if _mood("denied").search(near):
        return "" if state == "ended" else "proposed"
    if _mood("open").search(near):
        return "proposed"
    if _mood("sure").search(near) and state in ("launched", "completed"):
        return "agreed"
    return state


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _mood(name: str, words: int = 2) -> re.Pattern[str]:
    cues = alternatives(toml("deal_verbs")["mood"][name])
    return re.compile(rf"(?<!\w)(?:{cues})(?:\s+\w+){{0,{words}}}\s*\Z", re.IGNORECASE)


@cache
def _adjective() -> re.Pattern[str]:
    words = alternatives(list(adjectives()))
    return re.compile(rf"\b(?P<word>{words})\s+(?:[\w-]+\s+){{0,2}}(?:\Z|(?=\w))", re.IGNORECASE)


@cache
def _opening_verb() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>{alternatives(list(states()))})\b", re.IGNORECASE)


@cache
def _any_verb() -> re.Pattern[str]:
    finite = [form for form in states() if form.endswith(("ed", "s", "ing")) or form in ("struck", "won")]
    return re.compile(rf"\b(?:{alternatives(finite)})\b", re.IGNORECASE)


@cache
def _reduced() -> re.Pattern[str]:
    participles = [form for form in states() if form.endswith("ed") or form in ("struck", "won")]
    return re.compile(_REDUCED.format(verbs=alternatives(participles)), re.IGNORECASE)


@cache
def _special(kind: str) -> re.Pattern[str] | None:
    cues = toml("deal_verbs")["kinds"].get(kind)
    if cues is None:
        return None
    groups = "|".join(rf"(?P<{state}>{alternatives(phrases)})" for state, phrases in cues.items())
    return re.compile(rf"\b(?:{groups})\s+{DETERMINERS}[“\"‘']?\Z", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    cues = toml("deal_verbs")["behind"]
    groups = "|".join(rf"(?P<{state}>{alternatives(cues[state])})" for state in STATES if state in cues)
    return re.compile(rf"\s+(?:{groups})\b")


@cache
def _form() -> re.Pattern[str]:
    listed = toml("deal_verbs")["forms"]
    return re.compile("|".join(rf"(?P<{name}>(?:{alternatives(listed[name])})\b)" for name in ("done", "promised")))
