"""Deals by a lower-case noun with a modifier, a complement, an amount or a governing verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.match.deal_amounts import Amounts
from pipeline.match.deal_cues import adjectives
from pipeline.match.deal_evidence import Evidence, Phrase, evidence, phrase_of
from pipeline.match.deal_heads import Head, head_of, parts, special
from pipeline.match.deal_own_rules import OWN_RULES, by_own_rule, of_labour
from pipeline.match.deal_phrases import calendar
from pipeline.match.spans import Found

_NEXT = re.compile(r"\s([a-z]+)\b")
# 'in [partnership] with', 'in close [agreement] with': a way of doing things.
_MANNER = re.compile(r"\bin\s+(?:\w+\s+)?\Z", re.IGNORECASE)
# 'there was no [peace treaty]'.
_NO = re.compile(r"\b[Nn]o\s\Z")
# 'his views [accord] with', 'governments [levy] on'.
_AS_VERB = frozenset({("accord", "with"), ("levy", "on"), ("levy", "against")})
# 'trillions of dollars in financing': no sum of anybody's.
_VAGUE = re.compile(r"(?:tens|dozens|hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE)


# '[four] memoranda'.
_COUNTED = re.compile(r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens\sof)\s")
# 'a letter of intent [to buy 20 percent of Acme]'.
_OF_SHARES = re.compile(
    r"\sto\s(?:buy|acquire|sell|purchase|take)\s[^;:,]{0,60}?(?:\bstakes?\b|\bshares\b|(?:%|\bper\scent|\bpercent)\sof\b)"
)
# An offer is one for a contract where the sentence speaks of one.
_CONTRACTED = re.compile(r"\b(?:contract|tender|supplier)s?\b")
_HERE = frozenset({"a", "an", "the", "this", "its", "their"})
# What a clause behind it makes a deal: 'a treaty that would ...'.
_CLAUSED = frozenset({"agreement", "contract", "law", "transaction", "investment"})


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
        if (found["noun"][0].isupper() and not shouted) or (
            noun in special("capital") and noun not in special("treaties")
        ):
            continue
        head, is_class = head_of(found)
        phrase = phrase_of(text, found, head, sentences[index], amounts)
        rule = _rule(text, found, head, is_class, phrase)
        if rule and not (shouted and rule != "amount"):
            kind = kind_of(text, head.kind, noun, sentences[index], phrase.paid)
            if kind == "agreement" and _OF_SHARES.match(text, found.end(), sentences[index][1]):
                kind = "transaction"
            yield Found(phrase.start, phrase.end, kind, rule)


def kind_of(text: str, kind: str, noun: str, sentence: tuple[int, int], paid: bool) -> str:
    """The kind of a noun's deal; a 'deal' or 'pledge' with an amount is a purchase or an investment."""
    around = text[sentence[0] : sentence[1]].lower()
    if noun == "mission":
        return kind if any(word in around for word in special("space")) else "initiative"
    bargain = noun in ("offer", "contract", "settlement") or f"pay {noun}" in around or f"wage {noun}" in around
    if bargain and of_labour(text, sentence):
        return "agreement"
    if noun in ("offer", "bid") and _CONTRACTED.search(around):
        return "contract"
    if not paid or noun not in special("sums"):
        return kind
    return "transaction" if noun == "deal" and any(word in around for word in special("purchase")) else "investment"


def _rule(text: str, found: re.Match[str], head: Head, is_class: bool, phrase: Phrase) -> str:
    """The rule that makes the phrase a deal, or nothing."""
    seen = evidence(text, found, head, phrase)
    if seen.titled and seen.noun == "summit" and not is_class:
        return "noun-alone"
    if _part_of_another(text, found, phrase, seen):
        return ""
    if seen.noun in special("treaties"):
        jointly = seen.noun.startswith("joint") and seen.described and seen.definite == "a"
        return "noun-verb" if jointly or (seen.governed and seen.follows and seen.definite) else ""
    if seen.noun in OWN_RULES:
        return by_own_rule(seen, head, is_class, phrase.paid, text[phrase.end : phrase.ceiling])
    if any(name in calendar() for name in seen.names) or (seen.noun == "order" and seen.before.endswith("in ")):
        return ""  # 'the July contract', 'in order to'
    counted = _COUNTED.match(seen.before) is not None and head.kind in ("agreement", "contract")
    if counted and text.endswith(" and ", 0, phrase.start) and seen.noun in special("exchanged"):
        return "amount"
    if is_class:
        counted = counted and not seen.noun.startswith("licen")  # 'nine licences' are lots of one auction
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


def _part_of_another(text: str, found: re.Match[str], phrase: Phrase, seen: Evidence) -> bool:
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


def _worth(seen: Evidence, head: Head) -> bool:
    """Whether an amount makes it a deal: not 'a $40 bill', and a budget only if it is a share that changes."""
    share = "%" in seen.before or "pct" in seen.before.lower()
    if _VAGUE.match(seen.before) or (
        share and (seen.noun == "deal" or head.kind in ("investment", "contract", "project"))
    ):
        return False
    return seen.noun != "bill" and (seen.noun not in special("yearly") or share)


def _barred(seen: Evidence) -> bool:
    """Whether it needs more than its words: an amount, an object or a plan."""
    placed = (
        seen.noun in special("placed")
        and seen.governed
        and seen.follows in (("for",) if seen.noun == "order" else ("of", "for", "to"))
        and seen.definite
    )
    ruled = seen.noun in special("rulings") and seen.described and seen.words
    if (seen.noun in special("paid_only") and not placed) or (
        seen.several and not seen.follows and not ruled and not _of_a_state(seen)
    ):
        return True
    if seen.several and seen.noun in ("loan", "loans") and not (seen.governed or seen.names):
        return True  # 'low-cost loans to cover losses'
    planned = any(word in adjectives() or word in ("new", "mooted") for word in seen.before.lower().split())
    return seen.noun in special("works_planned") and not (seen.governed or planned or (seen.titled and seen.follows))


def _strong(seen: Evidence, head: Head) -> str:
    """A noun that says by itself what it is: any object, a telling modifier or a verb will do."""
    acted = seen.governed or seen.done
    telling = seen.modified and bool(seen.definite or seen.names or seen.titled)
    if head.kind == "law" and seen.noun in special("duties"):
        if _of_a_state(seen):
            return "noun-modifier"  # 'hit by American tariffs'
        return "noun-verb" if (acted or seen.modified) and seen.follows else ""
    meeting = head.kind == "forum" and seen.follows in ("in", "at") and seen.definite in _HERE
    plain = (
        meeting
        or seen.follows in ("of", "on", "with", "between", "against")
        or (seen.follows in ("to", "for") and head.kind == "contract" and seen.definite in ("a", "an", "the"))
    )
    if seen.follows and (telling or acted or seen.words or plain):
        return "noun-complement"
    if telling or (seen.described and seen.definite in ("a", "an") and head.kind in _CLAUSED):
        return "noun-modifier"
    return "noun-verb" if acted and seen.words else ""


def _of_a_state(seen: Evidence) -> bool:
    """Whether it is what a state levies: '[American tariffs]'."""
    return seen.several and seen.noun in special("duties") and bool(seen.names)


def _tabled(seen: Evidence) -> bool:
    """Whether a purpose or what it does makes it one law: 'a [bill to ban plastics]', 'a [decree allowing exports]'."""
    if seen.noun not in special("tabled") or seen.apposed:
        return False
    draft = seen.noun not in ("law", "legislation")
    return (seen.purpose and draft) or seen.described or seen.follows.endswith("ing")


def _weak(seen: Evidence, head: Head) -> str:
    """A common noun: a verb must have it as object."""
    if _tabled(seen) and seen.definite in ("a", "an"):
        return "noun-purpose" if seen.purpose else "noun-complement"
    acted = seen.governed or (seen.done and bool(seen.definite) and head.kind in _CLAUSED)
    if head.kind == "law" and seen.noun in special("duties"):
        return "noun-verb" if (seen.governed or seen.modified or seen.done) and seen.follows else ""
    if seen.noun in special("places"):
        sited = (
            "new" in seen.before.split()
            and seen.follows in ("in", "near", "at")
            and seen.definite in ("a", "an", "its")
        )
        return "noun-verb" if (seen.governed and seen.modified) or sited else ""
    if (
        acted
        and seen.follows
        and (
            seen.words or head.kind == "law" or seen.noun in special("acted") or (seen.purpose and seen.definite == "a")
        )
    ):
        return "noun-verb"
    if seen.definite == "the" and seen.modified and len(seen.words) > 1 and seen.noun in special("definite"):
        return "noun-definite"
    if seen.noun in special("bans") and seen.follows == "on" and seen.definite:
        return "noun-complement"
    planned = any(word in adjectives() for word in seen.before.lower().split())
    if head.kind == "law" and seen.words - set(adjectives()) and (seen.governed or planned) and not seen.several:
        return "noun-modifier"
    if seen.noun in special("rulings") and seen.several and seen.described and seen.words:
        return "noun-modifier"
    if seen.noun == "budget" and seen.modified and (seen.definite == "a" or seen.titled):
        return "noun-modifier"
    if head.kind == "law" and seen.words and (seen.done or (seen.described and seen.definite and not seen.apposed)):
        return "noun-modifier"
    if head.kind == "transaction" and seen.modified and seen.definite in ("a", "an", "its"):
        return "noun-modifier"
    return "noun-verb" if acted and seen.modified else ""
