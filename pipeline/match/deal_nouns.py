"""Deals by a lower-case noun with a modifier, a complement, an amount or a governing verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.match.deal_amounts import Amounts
from pipeline.match.deal_cues import adjectives, governing, passive
from pipeline.match.deal_heads import Head, head_of, parts, plurals, special
from pipeline.match.deal_phrases import calendar, complement, modifiers, words_before
from pipeline.match.spans import Found

_OF = re.compile(
    r"\s+(?:of|worth)\s+(?:(?:up\s+to|about|around|over|more\s+than|at\s+least|nearly|almost|some|an\s+initial)\s+)?"
)
_IN = re.compile(r"\s+(?:in|of|worth\s+of)\s+(?:its\s+|the\s+|new\s+)?\Z")
_NEXT = re.compile(r"\s([a-z]+)\b")
# 'in [partnership] with', 'in close [agreement] with': a way of doing things.
_MANNER = re.compile(r"\bin\s+(?:\w+\s+)?\Z", re.IGNORECASE)
# 'there was no [peace treaty]'.
_NO = re.compile(r"\b[Nn]o\s\Z")
# 'his views [accord] with', 'governments [levy] on'.
_AS_VERB = frozenset({("accord", "with"), ("levy", "on"), ("levy", "against")})
# 'trillions of dollars in financing': no sum of anybody's.
_VAGUE = re.compile(r"(?:tens|dozens|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"(?<!\w)(?:an?|the|its|their|this|his|her|our)\s+[“\"]?\Z|[’']s\s\Z|s[’']\s\Z", re.IGNORECASE)


class _Phrase(NamedTuple):
    floor: int
    start: int
    end: int
    ceiling: int
    paid: bool


def noun_deals(
    text: str, nouns: list[re.Match[str]], sentences: list[tuple[int, int]], amounts: Amounts
) -> Iterator[Found]:
    """Every deal that a common noun describes.

    Args:
        text: the article's text.
        nouns: where it has a noun for a deal.
        sentences: extents of its sentences.
        amounts: where amounts of money and shares stand.
    """
    index = 0
    for found in nouns:
        while index + 1 < len(sentences) and sentences[index][1] <= found.start():
            index += 1
        noun = " ".join(found["noun"].lower().split())
        shouted = found["noun"].isupper() and len(noun) > 3
        if (found["noun"][0].isupper() and not shouted) or noun in special("capital"):
            continue
        head, is_class = head_of(found)
        phrase = _phrase(text, found, head, sentences[index], amounts)
        rule = _rule(text, found, head, is_class, phrase)
        if rule and not (shouted and rule != "amount"):
            kind = kind_of(text, head.kind, noun, sentences[index], phrase.paid)
            yield Found(phrase.start, phrase.end, kind, rule)


def kind_of(text: str, kind: str, noun: str, sentence: tuple[int, int], paid: bool) -> str:
    """The kind of a noun's deal; a 'deal' or 'pledge' with an amount is a purchase or an investment."""
    around = text[sentence[0] : sentence[1]].lower()
    if noun == "mission":
        return kind if any(word in around for word in special("space")) else "initiative"
    if not paid or noun not in special("sums"):
        return kind
    return "transaction" if noun == "deal" and any(word in around for word in special("purchase")) else "investment"


def _phrase(
    text: str,
    found: re.Match[str],
    head: Head,
    sentence: tuple[int, int],
    amounts: Amounts,
) -> _Phrase:
    """The noun phrase around a head noun, with an amount before or behind it."""
    floor, ceiling = sentence
    start = modifiers(text, found.start(), floor)
    paid = _amount_start(text, start, floor, amounts, head)
    end = complement(text, found.end(), ceiling, head.before)
    of = _OF.match(text, found.end(), ceiling)
    worth = amounts.end_of(of.end()) if of else None
    if worth is not None:
        return _Phrase(floor, min(start, paid), max(end, worth), ceiling, True)
    return _Phrase(floor, min(start, paid), end, ceiling, paid < start or amounts.within(start, found.start()))


def _amount_start(text: str, start: int, floor: int, amounts: Amounts, head: Head) -> int:
    """Take in an amount before the phrase: '[50%] tariffs', '[$12 billion] bond sale', '[$3.5 billion in] funding'."""
    near = amounts.beside(start)
    near = amounts.around(start) if near is None else near
    if near is not None:
        return near
    last = amounts.last_before(start)
    if last is None or head.kind not in ("investment", "contract", "agreement") or last[0] < floor:
        return start
    return last[0] if start - last[1] < 16 and _IN.fullmatch(text, last[1], start) else start


class _Evidence(NamedTuple):
    """What speaks for a noun being a deal of its own.

    Attributes:
        noun: the head noun in lower case.
        before: the modifiers as written.
        words: those that say something, in lower case.
        names: those with a capital.
        follows: the first word of its complement, if it has one.
        modified: whether a modifier says what it is about.
        governed: whether a verb has it as object ('signed a [').
        done: whether a verb behind it says what became of it ('] was signed').
        definite: the determiner before it, in lower case.
        several: whether it is a plural.
    """

    noun: str
    before: str
    words: frozenset[str]
    names: list[str]
    follows: str
    modified: bool
    governed: bool
    done: bool
    definite: str
    several: bool


def _evidence(text: str, found: re.Match[str], head: Head, phrase: _Phrase) -> _Evidence:
    """What speaks for a phrase being a deal: modifiers, capitals, a verb, a determiner, an amount."""
    noun = " ".join(found["noun"].lower().split())
    before = text[phrase.start : found.start()]
    words = frozenset(word.strip("’'“‘").lower() for word in before.split()) - parts("vague")
    names = [w.group() for w in words_before(text, found.start(), phrase.start) if w.group()[0].isupper()]
    determiner = _DETERMINER.search(text[max(phrase.floor, phrase.start - 8) : phrase.start])
    return _Evidence(
        noun=noun,
        before=before,
        words=words,
        names=names,
        follows=text[found.end() : phrase.end].split(maxsplit=1)[0].lower() if phrase.end > found.end() else "",
        modified=bool(words & head.modifiers) or " " in noun or any(name not in parts("openers") for name in names),
        governed=governing().search(text[max(phrase.floor, phrase.start - 50) : phrase.start]) is not None,
        done=passive().match(text[phrase.end : min(phrase.ceiling, phrase.end + 110)]) is not None,
        definite=determiner.group().strip(' “"').lower() if determiner else "",
        several=found["plural"] is not None or noun in plurals(),
    )


def _rule(text: str, found: re.Match[str], head: Head, is_class: bool, phrase: _Phrase) -> str:
    """The rule that makes the phrase a deal, or nothing."""
    seen = _evidence(text, found, head, phrase)
    if _part_of_another(text, found, phrase, seen):
        return ""
    if seen.noun == "target":
        dated = any(len(word) == 4 and word.isdigit() for word in seen.words)
        return "yearly" if not is_class and (dated or seen.words & special("targets")) else ""
    if any(name in calendar() for name in seen.names) or (seen.noun == "order" and seen.before.endswith("in ")):
        return ""  # 'the July contract', 'in order to'
    if is_class:
        counted = seen.before[:1].isdigit() and head.kind in ("agreement", "contract")
        return "amount" if (phrase.paid or counted) and seen.governed else ""
    if phrase.paid and _worth(seen, head):
        return "amount"
    if found["noun"].lower() in special("alone"):
        return "noun-alone"
    if _barred(seen):
        return ""
    if head.strong and seen.noun not in special("places"):
        return _strong(seen, head)
    return _weak(seen, head)


def _part_of_another(text: str, found: re.Match[str], phrase: _Phrase, seen: _Evidence) -> bool:
    """Whether the noun belongs to another noun or verb: 'student loan debt', 'press conference'."""
    behind = _NEXT.match(text, found.end())
    if behind and behind.group(1) in parts("lower_followers") and (seen.noun, behind.group(1)) != ("tariff", "rate"):
        return True
    opened = " ".join(text[max(phrase.floor, found.start() - 12) : found.end()].lower().split())
    if opened.endswith(_openers()):
        return True
    verb = seen.before.endswith("s ") or not (seen.definite or seen.governed or phrase.paid)
    if (seen.noun, seen.follows) in _AS_VERB and verb:
        return True
    if seen.noun in ("pipeline", "project") and seen.follows == "of" and not seen.names:
        return True
    if _NO.search(text, max(phrase.floor, phrase.start - 4), phrase.start):
        return True
    manner = seen.noun in special("manner") and not seen.definite
    return manner and _MANNER.search(text, max(phrase.floor, phrase.start - 14), phrase.start) is not None


@cache
def _openers() -> tuple[str, ...]:
    return tuple(sorted(parts("lower_openers")))


def _worth(seen: _Evidence, head: Head) -> bool:
    """Whether an amount makes it a deal: not 'a $40 bill', and a budget only if it is a share that changes."""
    share = "%" in seen.before or "pct" in seen.before.lower()
    if _VAGUE.match(seen.before) or (share and (seen.noun == "deal" or head.kind in ("investment", "contract"))):
        return False
    return seen.noun != "bill" and (seen.noun not in special("yearly") or share)


def _barred(seen: _Evidence) -> bool:
    """Whether it needs more than its words: an amount, an object or a plan."""
    if seen.noun in special("paid_only") or (seen.several and not seen.follows):
        return True
    if seen.several and seen.noun in ("loan", "loans") and not (seen.governed or seen.names):
        return True  # 'low-cost loans to cover losses'
    planned = any(word in adjectives() or word in ("new", "mooted") for word in seen.before.lower().split())
    return seen.noun in special("works_planned") and not (seen.governed or planned)


def _strong(seen: _Evidence, head: Head) -> str:
    """A noun that says by itself what it is: any object, a telling modifier or a verb will do."""
    acted = seen.governed or seen.done
    telling = seen.modified and bool(seen.definite or seen.names)
    if head.kind == "law" and seen.noun in special("duties"):
        return "noun-verb" if (acted or seen.modified) and seen.follows else ""
    plain = seen.follows in ("of", "on", "with", "between", "against") or (
        seen.follows == "to" and head.kind == "contract"
    )
    if seen.follows and (telling or acted or seen.words or plain):
        return "noun-complement"
    if telling:
        return "noun-modifier"
    return "noun-verb" if acted and seen.words else ""


def _weak(seen: _Evidence, head: Head) -> str:
    """A common noun: a verb must have it as object."""
    if head.kind == "law" and seen.noun in special("duties"):
        return "noun-verb" if (seen.governed or seen.modified or seen.done) and seen.follows else ""
    if seen.noun in special("places"):
        sited = (
            "new" in seen.before.split()
            and seen.follows in ("in", "near", "at")
            and seen.definite in ("a", "an", "its")
        )
        return "noun-verb" if (seen.governed and seen.modified) or sited else ""
    if seen.governed and seen.follows and (seen.words or head.kind == "law" or seen.noun in special("acted")):
        return "noun-verb"
    if seen.definite == "the" and seen.modified and len(seen.words) > 1 and seen.noun in special("definite"):
        return "noun-definite"
    return "noun-verb" if seen.governed and seen.modified else ""
