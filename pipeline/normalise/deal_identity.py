"""Whether two phrases of an article speak of the same deal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers import toml
from pipeline.match.deal_heads import any_special, head_pattern, parts

_ABBREVIATION = re.compile(r"\(\s?([A-Z][\w&.-]{1,11})\s?\)")
_AMOUNT = re.compile(
    r"(\d[\d,.]*\d|\d)[\s-]*(bn|billion|b\b|mil\w*|mn|m\b|tr\w*|tn|lakh crore|crore|cr\b|%|per cent|percent)?",
    re.IGNORECASE,
)
# Kinds that may all be called a 'deal'.
PAID = frozenset({"transaction", "investment", "contract", "agreement"})
_WORD = re.compile(r"[^\W_]+")
_HALF = re.compile(r"\b[A-Z]\w+-[a-z]\w*")
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}
_CAPITAL = re.compile(r"(?:[A-Z][^\W_]*|\d+)")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a phrase tells about which deal it is.

    Attributes:
        kind: the deal's kind.
        head: its head noun, or the word that stands for its synonyms.
        noun: its head noun as written, in lower case.
        lower: whether the head noun is written in lower case.
        core: the words up to and with the head, in lower case and without common ones.
        words: all such words of the phrase.
        names: those with a capital or a digit.
        short: its abbreviations.
        amount: number and scale, if the phrase has one.
        pieces: how many of what it is for, if that is told: '4 submarines'.
    """

    kind: str
    head: str
    noun: str
    lower: bool
    core: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    short: frozenset[str]
    amount: str
    pieces: str = ""

    def joined(self, other: Identity) -> Identity:
        """The identity of a deal once another mention of it is known."""
        return Identity(
            self.kind,
            other.head or self.head,
            other.noun or self.noun,
            other.lower and self.lower,
            other.core | self.core,
            other.words | self.words,
            other.names | self.names,
            other.short | self.short,
            self.amount or other.amount,
            self.pieces or other.pieces,
        )


def identity(phrase: str, kind: str, rule: str) -> Identity:
    """The identity of a phrase such as 'Baltic Seaweed Mission (BSM) 2.0'."""
    short = frozenset(_ABBREVIATION.findall(phrase))
    if rule == "abbreviation":
        short = frozenset({phrase})
    plain = _ABBREVIATION.sub(" ", phrase)
    if rule == "name" and not short:
        initials = "".join(word[0] for word in _WORD.findall(plain) if word[0].isupper())
        short = frozenset({initials} if len(initials) > 2 else ())
    amount = _AMOUNT.search(plain)
    heads = list(head_pattern().finditer(plain))
    first = heads[0] if heads else None
    if len(heads) > 1 and heads[0]["noun"].islower() and plain[heads[0].end() : heads[1].start()] == " ":
        first = heads[1]  # a 'partnership agreement' is an agreement
    noun = " ".join(first["noun"].lower().split()) if first else ""
    if not noun and rule == "noun-action":
        noun = plain.partition(" ")[0].lower()
    core = plain[: first.end()] if first else plain
    return Identity(
        kind=kind,
        head=_group(noun),
        noun=noun,
        lower=first is not None and first["noun"].islower(),
        core=_words(core),
        words=_words(plain),
        names=frozenset(_names(plain)),
        short=short,
        amount=_plain_amount(amount) if amount and amount.group(2) else "",
        pieces=_pieces_of(plain) if kind == "contract" else "",
    )


def same(old: Identity, new: Identity) -> bool:
    """Whether a later phrase names a known deal again.

    By abbreviation; by the same words; by a part of the words ('Budget 2026' of 'Federal Budget 2026'); by the same
    noun and modifiers ('interim agreement with ...'); by the same amount.
    """
    if old.short & new.short:
        return True
    if old.kind != new.kind:
        # 'agreed to buy Catalent for $16.5 billion' is 'the $16.5 billion deal'.
        paid = bool(old.amount) and old.amount == new.amount and not old.amount.endswith("%")
        named = "deal" in (old.head, new.head) or _names_noun(old, new) or _names_noun(new, old)
        return paid and named and {old.kind, new.kind} <= PAID
    if old.words == new.words or _same_pieces(old, new) or _lower(old.short) & new.core or _lower(new.short) & old.core:
        return True
    if old.kind == "project" and old.names and old.names == new.names:
        return True
    if old.amount and new.amount:
        return old.amount == new.amount and (old.head == new.head or bool(old.words & new.words))
    small, large = sorted((old, new), key=lambda item: len(item.words))
    if len(small.words) >= 2 and small.words <= large.words:
        return True
    if bool(old.head) != bool(new.head) and _told_both_ways(old, new):
        return True
    if old.head != new.head or not old.head:
        return False
    if old.head == "budget":
        years = [{name for name in item.names if name.isdigit()} for item in (old, new)]
        return not (years[0] and years[1]) or bool(years[0] & years[1])
    if small.names - large.names and large.names - small.names:
        return old.kind == "forum" and new.lower and len(new.names) < 2
    if old.kind == "law" and old.head not in ("budget", "bill"):
        return False
    if old.core == new.core and len(old.core) > 1:
        return True
    return len(old.names & new.names) > 1 or _loosely(old, new)


def _same_pieces(old: Identity, new: Identity) -> bool:
    """As many of the same goods, from no other maker: 'buy four boats', 'the purchase of 4 patrol boats from Acme'."""
    others = old.names - new.names and new.names - old.names
    return bool(old.pieces) and old.pieces == new.pieces and not others


def _told_both_ways(old: Identity, new: Identity) -> bool:
    """By verb and by noun: 'agreed to buy Acme', 'the takeover of Acme'; 'order for 211 tanks', 'build 211 tanks'."""
    shared = old.names & new.names
    return bool(shared) if old.kind == "transaction" else old.kind == "contract" and any(map(str.isdigit, shared))


def _names_noun(one: Identity, other: Identity) -> bool:
    """Whether one phrase holds the other's noun: 'raise $400 million from its first bond' and '$400 million bond'."""
    return bool(one.noun) and frozenset(one.noun.split()) <= other.words


def bare(phrase: Identity) -> bool:
    """Whether a phrase has its noun alone, or with an amount behind it: '[order, worth $11.7 billion]'."""
    return bool(phrase.noun) and phrase.core == _words(phrase.noun)


def _loosely(old: Identity, new: Identity) -> bool:
    """One phrase has no name of its own and shares a modifier: 'the gas pipeline', 'draft water policy'."""
    shared = (old.core & new.core) - {_last(old.head), _last(new.noun), _last(old.noun)}
    nameless = not old.names or not (new.names - old.names)
    return nameless and (bool(shared) or old.head in ("budget", "ipo"))


def _last(noun: str) -> str:
    return noun.rpartition(" ")[2].removesuffix("s")


def _lower(short: frozenset[str]) -> frozenset[str]:
    return frozenset(name.lower() for name in short)


def _names(phrase: str) -> list[str]:
    """Capitalised words and years that are no head noun themselves."""
    phrase = _HALF.sub(" ", phrase)
    found = [name.lower() for name in _CAPITAL.findall(phrase) if not (name.isdigit() and len(name) < 3)]
    return [name for name in found if name not in parts("idle") and not head_pattern().fullmatch(name)]


def _words(phrase: str) -> frozenset[str]:
    found = (word.lower() for word in _WORD.findall(phrase) if not (word.isdigit() and len(word) < 3))
    return frozenset(word.removesuffix("s") for word in found) - parts("idle")


def _pieces_of(phrase: str) -> str:
    """How many of what: '4 submarines' of 'purchase of four submarines'."""
    found = _pieces().search(phrase)
    number = found["number"].lower().replace(",", "") if found else ""
    return f"{_NUMBERS.get(number, number)} {found['what'].lower().split()[-1]}" if found else ""


@cache
def _pieces() -> re.Pattern[str]:
    what = any_special("pieces")
    return re.compile(
        rf"\b(?P<number>\d[\d,]*|{'|'.join(_NUMBERS)})\s(?:[\w-]+\s){{0,3}}?(?P<what>{what})\b", re.IGNORECASE
    )


def _plain_amount(found: re.Match[str]) -> str:
    scale = (found.group(2) or "").lower()
    return found.group(1).replace(",", "").rstrip(".") + scale[:1].replace("p", "%")


@cache
def _groups() -> dict[str, str]:
    return {noun.lower(): group[0].lower() for group in toml("deals")["special"]["synonyms"] for noun in group}


def _group(noun: str) -> str:
    return _groups().get(noun, noun)
