"""The state of a deal from the verbs and adjectives around its phrase."""

from __future__ import annotations

import re

from pipeline.contract import Extent
from pipeline.gazetteers import toml
from pipeline.match.deal_cues import DETERMINERS, STATES, active, adjectives, giving, governing, passive, states
from pipeline.normalise import deal_status_cues as cues
from pipeline.normalise.deal_clauses import called_off, clause_state, settled, standing

# In reported speech 'said it would' is 'will'.
_SAID_WOULD = re.compile(r"\b(?:said|says|announced|confirmed)\s+(?:that\s+)?(?:it|they|he|she|the\s+\w+)\s+would\b")
# 'called on Congress to enact': who is asked has not done it.
_URGED = re.compile(
    r"\b(?:call|urg|ask|press|push|want|implor|encourag|invit|request|demand)\w*\s+(?:(?:on|upon|for)\s+)?(?:[\w’'.-]+\s+){1,4}to\b",
    re.IGNORECASE,
)
# 'will fund roads and [build a park]': the second verb shares the first one's mood.
_JOINED = re.compile(r"\b(?:will|would|could|may|might|should|plans?\s+to)\s[^.;:]{3,90}\band\s+\Z")
_WILL = re.compile(r"\b(?:will|shall|would)(?:\s+\w+){0,2}\s*\Z")
# 'to launch' is still to come, but for 'helped to launch', 'was proud to launch'.
_BARE_TO = re.compile(r"(?<!\w)(?P<before>[\w’']+)\s+to\s*\Z")
_DONE_TO = frozenset(
    {"proud", "honored", "honoured", "pleased", "helped", "managed", "began", "continued", "continues", "used"}
)
_INTO_LAW = re.compile(r"\bsigned\s+into\s+law\b[^.\n]*\Z")
# 'the [Hill Roads Project] ($350 million)': the sum in brackets is what it was granted.
_GRANTED = re.compile(r"\s?\((?:[A-Z]{0,3}[$€£¥₹]|Rs\.?|[A-Z]{3})\s?\d")
# What keeps an earlier verb from being the phrase's: 'announces $5 million [from] the act'.
_OTHER = re.compile(
    r"\b(?:from|at|by|on|in|for|to|with|under|through|thanks|since|after|before|during|because|despite|that|which|who|than|as"
    r"|when|while|if|into|against)\b",
    re.IGNORECASE,
)
# 'plans to replace it with a [bond]': a plan reaches over the whole clause.
_PLANS = re.compile(r"\b(?:plan|hope|want|intend|aim|seek)(?:s|ed)?\s+to\s+(?!.*\b(?:that|which|who)\b)")
# Building a thing is a plan for it; drafting a law or a programme says nothing of its state.
_MAKING = frozenset({"construction of", "development of"})
# What goes on has been started, however it goes on.
# 'extend the [Reef Vaccine Programme]': it runs already.
_PROLONGS = re.compile(r"extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|renew(?:s|ed|ing)?")
_GOES_ON = re.compile(r"continu\w+\s+with", re.IGNORECASE)
# A bill by its short name, an act by its full one.
_PASSED = re.compile(r"\bAct\b|\bBill\s+of\s+Rights\b")
# 'talks with Peru on the [purchase]', 'agreement between them on the [mission]': the deal is what they are about.
_ABOUT = re.compile(
    rf"\b(?:(?P<proposed>[Tt]alks|[Nn]egotiations|[Dd]iscussions)|(?P<agreed>agreement|deal|contract|accord|pact))\b[^.;,:]{{0,60}}?"
    rf"\s(?:on|over|about|for)\s+{DETERMINERS}\Z"
)
# A meeting still to come: 'will meet at the summit next month'.
_AHEAD = re.compile(
    r"\b(?:will|would|(?:hope|want|intend|aim)s?\s+to|set\s+to|plans?\s+to|due\s+to|expected\s+to|next\s+(?:week|month|year))\b"
)
# '[considering a further $300 million]'.
_WEIGHED = re.compile(r"(?:consider|weigh|mull|stud|want|seek|sought|go(?:ing)?\spublic)", re.IGNORECASE)
_REACH = 100


def status_of(text: str, extent: Extent, sentence: Extent, kind: str, rule: str, noun: str = "") -> str:
    """'proposed', 'agreed', 'launched', 'completed', 'ended', or nothing if the text does not say.

    Args:
        text: the article's text.
        extent: the phrase of the deal.
        sentence: the sentence that holds it.
        kind: the deal's kind.
        rule: the rule that found it.
        noun: its head noun in lower case, if it has one.
    """
    phrase = text[extent.start : extent.end]
    before = text[max(sentence.start, extent.start - _REACH) : extent.start]
    after = text[extent.end : min(max(sentence.end, extent.end), extent.end + 140)]
    if rule.startswith("verb"):
        about = _ABOUT.search(before)
        stated = str(about.lastgroup) if about else _stated(phrase, before)
        return settled(stated, kind, before, after)
    if noun == "letter of intent":
        return "proposed"
    around = _around(phrase, before, after, kind, noun)
    if around is not None:
        return around
    if rule == "entry" or (_GRANTED.match(after) and kind in ("project", "initiative")):
        return "agreed"
    if noun == "bill" and _PASSED.search(phrase):
        noun = "act"
    about = _ABOUT.search(before)
    if about is not None:
        return str(about.lastgroup)
    told = _earlier(before) or standing(kind, phrase, before, after) or _lexical(before, kind, rule, noun)
    if not told and kind == "forum" and _AHEAD.search(before + after):
        return "proposed"
    if not told and rule == "round":
        return "completed"  # 'worth $5m at its [Series C]'
    return "agreed" if not told and rule == "noun-counted" and kind == "agreement" else told


def _around(phrase: str, before: str, after: str, kind: str, noun: str) -> str | None:
    """What the words beside the phrase or inside it say of its state; None if nothing."""
    if kind in ("transaction", "agreement", "contract") and called_off(after):
        return "ended"
    of_noun = cues.of_noun(noun)
    own_cue = of_noun.search(before) if of_noun else None
    if own_cue is not None:
        return _in_mood(str(own_cue.lastgroup), before[: own_cue.start()], kind)
    special = cues.of_kind(kind)
    cue = special.search(before) if special else None
    if cue is not None:
        if kind == "forum" and _AHEAD.search(before + after):
            return "proposed"
        return _in_mood(str(cue.lastgroup), before[: cue.start()], kind)
    verb = governing().search(before)
    prolonged = verb is not None and kind == "initiative" and _PROLONGS.fullmatch(verb["verb"]) is not None
    if verb is not None and (prolonged or _GOES_ON.fullmatch(verb["verb"])):
        return "launched"
    if verb is not None and (kind == "project" or _plain(verb["verb"]) not in _MAKING):
        return _in_mood(states()[_plain(verb["verb"])], _shared(before[: verb.start()], verb["verb"]), kind)
    given = giving().search(before)
    if given is not None:
        return _in_mood("agreed", before[: given.start()], kind)
    if kind == "law" and _INTO_LAW.search(before):
        return "agreed"
    near = cues.adjective().search(before[-30:]) or cues.adjective().search(phrase)
    if near is not None:
        return adjectives()[_plain(near["word"])]
    later = _later(after, kind)
    if later:
        return later
    own = cues.opening_verb().match(phrase)
    if own is not None:
        return _in_mood(states()[_plain(own["verb"])], before, kind)
    return None


def _later(after: str, kind: str) -> str:
    """What the words behind the phrase say of its state."""
    behind = cues.behind().match(after)
    if behind is not None:
        return str(behind.lastgroup)
    what = passive().match(after)
    if what is not None:
        return _in_mood(states()[_plain(what["verb"])], what["mood"], kind)
    itself = active().match(after) if kind != "project" else None
    if itself is not None:
        return str(itself.lastgroup)
    clause = clause_state(after)
    reduced = None if clause else cues.reduced().match(after)
    return states()[_plain(reduced["verb"])] if reduced is not None else clause


def _stated(phrase: str, before: str) -> str:
    """The state of a deal that is a verb and its object: 'will [invest Rs 5 crore]', '[bought Catalent for $16bn]'."""
    if cues.mood("open", 6).search(_SAID_WOULD.sub(" will ", before)[-60:]):
        return "proposed"
    if _WEIGHED.match(phrase):
        return "proposed"
    verb = cues.form().match(phrase)
    if verb is None:
        return _in_mood("agreed", before)
    return _in_mood("completed" if verb.lastgroup == "done" else "agreed", before)


def _earlier(before: str) -> str:
    """The last verb of the clause before the phrase: 'proposes the establishment of funds and a [taxonomy]'."""
    clause = re.split(r"[,;:]\s", before)[-1]
    verbs = list(cues.any_verb().finditer(clause))
    if not verbs or _OTHER.search(clause, verbs[-1].end()):
        return ""
    return _in_mood(states()[_plain(verbs[-1].group())], clause[: verbs[-1].start()])


def _lexical(before: str, kind: str, rule: str, noun: str) -> str:
    """The state that the noun itself tells; a sum that is named without more is one that somebody gives."""
    listed = toml("deal_verbs")["lexical"]
    state = next((state for state in STATES if noun in listed.get(state, ())), "")
    if not state and rule in ("amount", "amount-from") and kind in ("investment", "contract"):
        state = "agreed"
    if state == "launched":
        # 'will lower the [tariff]' speaks of one in force.
        return "proposed" if cues.mood("open").search(before[-45:]) else state
    if rule != "name" and kind != "law" and _PLANS.search(re.split(r"[,;:]\s", before)[-1]):
        return "proposed"
    return _in_mood(state, before, kind) if state else ""


def _shared(before: str, verb: str) -> str:
    """What stands before a verb; one joined by 'and' to a verb in another mood has that mood."""
    bare = not verb.lower().endswith(("s", "ed", "ing"))
    return "will " if bare and _JOINED.search(before) else before


def _in_mood(state: str, before: str, kind: str = "") -> str:
    """The state that is left once 'not', 'would' or 'will' before the verb has been read.

    What is not ended yet stands: a tax that somebody may lift is in force.
    """
    near = _URGED.sub(" would ", _SAID_WOULD.sub(" will ", before))[-45:]
    standing = "launched" if kind == "law" else ""
    if cues.mood("denied").search(near):
        return standing if state == "ended" else "proposed"
    if cues.mood("open").search(near):
        return standing if state == "ended" else "proposed"
    if state == "ended" and standing and _WILL.search(near):
        return standing
    to = _BARE_TO.search(near)
    if to and to["before"].lower() not in _DONE_TO and state in ("launched", "completed"):
        return "agreed"
    if cues.mood("sure").search(near) and state in ("launched", "completed"):
        return "agreed"
    return state


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
