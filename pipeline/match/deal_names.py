"""Deals by name: capitals that lead up to a head noun ('Joint Declaration on Security Cooperation')."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import toml
from pipeline.match.deal_amounts import Amounts
from pipeline.match.deal_cues import governing
from pipeline.match.deal_heads import Head, head_of, head_pattern, parts, special
from pipeline.match.deal_nouns import kind_of
from pipeline.match.deal_phrases import (
    ABBREVIATION,
    complement,
    gathered,
    in_headline,
    is_name,
    is_verb,
    suffix,
    words_before,
)
from pipeline.match.spans import Found

_POSSESSIVE = re.compile(r"['’]s?\Z")
_NEXT = re.compile(r"[^\S\n]([A-Z][\w’'-]*)(?:[^\S\n]([A-Z][\w’'-]*))?")
# 'Conference of Coastal Mayors' is a body, 'Conference of the Parties' a meeting.
_MEMBERS = re.compile(r"[^\S\n]of[^\S\n](?!the\s+Parties)(?:[A-Z][\w-]+\s)?[A-Z]")
_YEAR = re.compile(r"\d{4}(?:[-–/]\d{2,4})?\Z")
_YEAR_BEHIND = re.compile(r"\s\d{4}(?!\w)")
# 'EU Packaging Regulation': a law of the Union.
_UNION = re.compile(r"(?:EU|European|Union)\s")
_BEHIND = re.compile(r"\s(?:on|for|of|between)\s")
_IN_BRACKETS = re.compile(rf"{ABBREVIATION}\Z")
_LIST_OR_LINE = re.compile(r"(?:^|[\n:;,•*\-–(]\s{0,8})\Z")
_HEADLINE_WORDS = 3


_ACT = re.compile(
    r"(?:\b[Tt]he\s+|[“\"])(?P<name>(?:[A-Z][\w’-]*\s+){1,4}(?:(?:and|of|to|for|against|with|in|by)\s+(?:the\s+)?)?"
    r"(?:[A-Z][\w’-]*\s+){0,4})\Z"
)


class Context(NamedTuple):
    """What the rules may look at besides the text.

    Attributes:
        floors: starts of sentences; a name never crosses one.
        parties: offsets of the words that only name a country, organisation or person.
        organizations: extents of organisations.
        amounts: where amounts of money and shares stand.
    """

    floors: list[int]
    parties: frozenset[int]
    organizations: list[tuple[int, int]]
    amounts: Amounts


def named_deals(text: str, nouns: list[re.Match[str]], context: Context) -> Iterator[Found]:
    """Every deal whose name ends in one of the ``nouns`` of the text, and the places that give its abbreviation."""
    abbreviations: dict[str, str] = {}
    for found in nouns:
        head, is_class = head_of(found)
        capital = found["noun"][0].isupper()
        if capital and _in_person(found, context):
            continue
        floor = context.floors[max(0, bisect_right(context.floors, found.start()) - 1)]
        start, own = _run(text, found, floor, context)
        if found["noun"] in ("Act", "Bill"):
            start = _act_start(text, start, floor)
        paid = _amount(context.amounts, start)
        if is_class and (not capital or own < 2):
            continue
        if not _accepts(text, found, head, (start, own, floor), paid < start):
            continue
        if capital and _goes_on(text, found.end()) and paid == start:
            continue
        if _institution(text, paid, found, head, context.organizations):
            continue
        end = _capital_complement(text, found.end(), head) if capital else found.end()
        end = suffix(text, end)
        noun = " ".join(found["noun"].lower().split())
        floor_at = bisect_right(context.floors, found.start())
        ceiling = context.floors[floor_at] if floor_at < len(context.floors) else len(text)
        yield Found(paid, end, kind_of(text, head.kind, noun, (floor, ceiling), paid < start), "name")
        short = _IN_BRACKETS.search(text, found.end(), end)
        if short:
            abbreviations[short.group().strip(" ()")] = head.kind
        elif capital:
            initials = "".join(
                word[0] for word in re.findall(r"[^\W_]+", text[start : found.end()]) if word[0].isupper()
            )
            if len(initials) > 2:
                abbreviations.setdefault(initials, head.kind)
    if abbreviations:
        short_names = "|".join(map(re.escape, sorted(abbreviations, key=lambda name: (-len(name), name))))
        for again in re.finditer(rf"(?<![\w(-])(?:{short_names})(?![\w)]|[-’']\w)", text):
            yield Found(again.start(), again.end(), abbreviations[again.group()], "abbreviation")


def _in_person(found: re.Match[str], context: Context) -> bool:
    """Whether the noun is a person's name: 'Steven [Levy]', 'Cary [Grant]'."""
    if found.start() not in context.parties:
        return False
    index = bisect_right(context.organizations, (found.start(), found.end() + 10_000)) - 1
    return index < 0 or context.organizations[index][1] <= found.start()


def _act_start(text: str, start: int, floor: int) -> int:
    """Where the name of an act starts that joins its words by more than 'and' ('the [Freedom to] Vote Act')."""
    before = _ACT.search(text, max(floor, start - 70), start)
    return before.start("name") if before else start


def _run(text: str, found: re.Match[str], floor: int, context: Context) -> tuple[int, int]:
    """Start of the capitals before a head and how many of them are no mere party's name."""
    position = start = found.start()
    yearly = found["noun"].lower() in special("yearly")
    own, pending, headline = 0, False, in_headline(text, position)
    for count, word in enumerate(words_before(text, position, floor)):
        token = word.group()
        if context.amounts.around(word.start() + 1) is not None:
            break
        if count > (_HEADLINE_WORDS if headline else 9) or (_POSSESSIVE.search(token) and not pending):
            break
        if token.lower() in parts("joiners") and start != position:
            pending = True
            continue
        if not is_name(token) or _opens(token, headline):
            # One lower-case modifier may stand between name and noun: 'Blue Coast development strategy'.
            if (
                count == 0
                and token.islower()
                and token.isalpha()
                and token not in parts("stops")
                and not is_verb(token)
            ):
                continue
            break
        if pending and head_pattern().fullmatch(token):
            break
        start, pending = word.start(), False
        opens = _LIST_OR_LINE.search(text, max(0, start - 12), start) and not found["noun"][0].isupper()
        year = yearly and _YEAR.match(token) is not None
        plain = token[0].isdigit() or (opens and token[1:].islower())
        own += year or (word.start() not in context.parties and not plain)
    return (start, own) if start < position else gathered(text, found, floor)


def _opens(token: str, headline: bool) -> bool:
    """Whether a word with a capital belongs to no name: 'The', 'Under', in a headline also 'Amends', 'IMPLEMENTING'."""
    plain = token.capitalize() if token.isupper() and len(token) > 2 else token
    return plain in parts("openers") or (headline and plain in parts("headline_verbs"))


def _amount(amounts: Amounts, start: int) -> int:
    """Start of the amount right before ``start`` ('[$67 Billion] Japan Deal'), else ``start``."""
    beside = amounts.beside(start)
    return start if beside is None else beside


def _accepts(text: str, found: re.Match[str], head: Head, run: tuple[int, int, int], paid: bool) -> bool:
    """Whether a head and the capitals before it (start, how many of its own, start of the sentence) name a deal."""
    start, own, floor = run
    noun = " ".join(found["noun"].lower().split())
    capital = found["noun"][0].isupper()
    dated = _YEAR.match(text[start : found.start()].rstrip()) is not None
    if capital and dated and head.kind == "initiative" and _BEHIND.match(text, found.end()):
        return True  # '2040 Strategy for the Clean Coast'
    if capital and noun in special("yearly") and _YEAR_BEHIND.match(text, found.end()):
        return True
    if _barred(text, found, noun, start, capital, paid):
        return False
    if start == found.start():
        opens = start in (0, floor) or text[start - 1] in "\n*"
        whole = noun in special("alone") or len(noun.split()) > 1
        return capital and head.strong and (whole or (not opens and _BEHIND.match(text, found.end()) is not None))
    if paid:
        return True
    if noun in special("places"):
        governed = governing().search(text[max(floor, start - 50) : start]) is not None
        return governed and own > 0
    if capital and head.kind == "initiative" and in_headline(text, start):
        return own > 1
    if capital:
        return own > 0 or noun in special("national") or (head.strong and noun not in special("capital"))
    if head.kind == "investment" and not head.strong:
        return False
    return own >= (1 if head.strong or noun in ("bill", *special("yearly"), *special("named_once")) else 2)


def _barred(text: str, found: re.Match[str], noun: str, start: int, capital: bool, paid: bool) -> bool:
    """Whether the noun is none of a deal here: 'Income Tax', 'Holy Week', 'Bill Clinton', 'the Labour policy'."""
    if not capital and noun in special("capital"):
        return True
    if noun == "week" and not text[start : found.start()].rstrip().endswith(_fairs()):
        return True
    if noun in special("first_names") and _NEXT.match(text, found.end()):
        return True
    if noun in ("regulation", "directive") and capital and _UNION.match(text, start):
        return False
    return not paid and (noun in special("standing") or (not capital and noun in special("common")))


def _fairs() -> tuple[str, ...]:
    """What a week must be of to be a fair."""
    return tuple(toml("deals")["special"]["fairs"])


def _goes_on(text: str, end: int) -> bool:
    """Whether another capitalised word makes it another name: 'Budget Office', 'Project Manager'."""
    behind = _NEXT.match(text, end)
    return behind is not None and not parts("followers").isdisjoint(behind.groups())


def _capital_complement(text: str, end: int, head: Head) -> int:
    """The complement of a name: any words behind 'on', else only capitals ('Plan for Clean Ports')."""
    reach = complement(text, end, len(text), ("on", "for", "between", "to", "of"))
    if reach == end:
        return end
    first = text[end:reach].split(maxsplit=1)[0]
    if first == "to" and in_headline(text, end):
        return end
    if first in ("on", "between") and head.strong:
        return reach
    last = end
    for word in re.finditer(r"\S+", text[end:reach]):
        token = word.group()
        if is_name(token):
            last = end + word.end()
        elif token not in ("on", "for", "of", "to", "the", "and", "&", "between", "in"):
            break
    return last


def _institution(text: str, start: int, found: re.Match[str], head: Head, organizations: list[tuple[int, int]]) -> bool:
    """Whether the name is an institution's: 'International Monetary Fund', 'Make-A-Wish Partnership Ltd'."""
    name = text[start : found.end()]
    if any(name.endswith(institution) for institution in parts("institutions")):
        return True
    if name.endswith("Conference") and _MEMBERS.match(text, found.end()):
        return True
    if _body().search(text[max(0, start - 30) : start]):
        return True
    if head.kind in ("law", "agreement", "forum", "project") and head.strong:
        index = bisect_right(organizations, (start, len(text))) - 1
        return index >= 0 and found.end() < organizations[index][1]
    index = bisect_right(organizations, (found.start(), len(text))) - 1
    group = found["noun"].lower().endswith(("group", "project"))
    return index >= 0 and organizations[index][1] >= found.end() and not group


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(parts('bodies')))})\s+(?:on|of|for)\s+(?:the\s+)?\Z")
