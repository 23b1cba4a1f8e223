"""The noun phrase around the noun of a deal and what speaks for its being one."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.match.deal_amounts import Amounts
from pipeline.match.deal_cues import active, giving, governing, passive
from pipeline.match.deal_heads import Head, head_of, head_pattern, parts, plurals
from pipeline.match.deal_phrases import complement, in_title, modifiers, words_before

_OF = re.compile(
    r"(?:\s+(?:of|worth|for(?=\s(?:up|as)\s))|,\s+worth|\s+(?:valued\s+at|totalling|totaling))\s+(?:(?:up\s+to|about|around|over|more\s+than|at\s+least"
    r"|nearly|almost|some|an\s+initial|as\s+(?:much|high|many)\s+as|between|an\s+estimated|roughly|approximately)\s+)?"
)
_IN = re.compile(r"\s+(?:in|of|worth\s+of)\s+(?:its\s+|the\s+|new\s+)?\Z")
_DETERMINER = re.compile(r"(?<!\w)(?:an?|the|its|their|this|his|her|our)\s+[“\"]?\Z|[’']s\s\Z|s[’']\s\Z", re.IGNORECASE)

# 'a [15-year] contract', 'a [200-megawatt] project'.
_MEASURED = re.compile(
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|multi)-?(?:year|month|decade|kilomet(?:er|re)|km"
    r"|mile|megawatt|gigawatt|MW|GW|tonne|storey)\b|\b(?:19|20)\d\d\b"
)
_APPOSED = re.compile(r"[,—–]\s?(?:an?|the)\s\Z")
_PURPOSE = re.compile(r"\sto\s[a-z]")
# 'a law [that would ban plastics]'.
_CLAUSE = re.compile(
    r",?\s(?:(?:that|which)\s(?!was\b|is\b|were\b)|under\swhich\b|whereby\b|(?:giv|allow|grant|oblig|requir|mak|cap|bann|limit|cover"
    r"|shorten|phas|bann|barr|abolish|forc|oblig|prohibit|restrict|authori[sz]|extend|sett|rais|cutt|enabl|permitt|exempt|protect|commit|end|creat|freez)ing\b"
    r"|issued\s(?:after|at|following)\b|(?:signed|agreed|reached|struck|sealed|concluded|negotiated|brokered|awarded|ratified|proposed|approved|adopted|announced)\s"
    r"(?:in|on|by|with|between|last|this|at|earlier|after)\b)"
)


class Phrase(NamedTuple):
    """Where a noun phrase stands: its sentence, itself, and whether it holds an amount."""

    floor: int
    start: int
    end: int
    ceiling: int
    paid: bool


def phrase_of(
    text: str,
    found: re.Match[str],
    head: Head,
    sentence: tuple[int, int],
    amounts: Amounts,
) -> Phrase:
    """The noun phrase around a head noun, with an amount before or behind it."""
    floor, ceiling = sentence
    start = modifiers(text, found.start(), floor)
    paid = _amount_start(text, start, floor, amounts, head)
    end = complement(text, found.end(), ceiling, head.before)
    if _with_work(text[found.end() : end]):
        end = found.end()
    of = _OF.match(text, found.end(), ceiling) or _OF.match(text, end, ceiling)
    worth = amounts.end_of(of.end()) if of else None
    if worth is not None:
        end = complement(text, worth, ceiling, head.before) if end <= worth and head.kind != "law" else end
        return Phrase(floor, min(start, paid), max(end, worth), ceiling, True)
    return Phrase(floor, min(start, paid), end, ceiling, paid < start or amounts.within(start, found.start()))


def _with_work(behind: str) -> bool:
    """Whether the complement is a work, not a partner: 'a deal [with rail line]'."""
    work = head_pattern().search(behind) if behind.lstrip().startswith("with ") else None
    return work is not None and work["noun"].islower() and head_of(work)[0].kind == "project"


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


class Evidence(NamedTuple):
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
        described: whether a clause behind it says what it does ('a law that would ...').
        purpose: whether an infinitive follows ('a bill to ban').
        apposed: whether it only says what was named before ('the Ports Act, a law that ...').
        titled: whether it stands in a title, where articles are left out.
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
    described: bool
    purpose: bool
    apposed: bool
    titled: bool


def evidence(text: str, found: re.Match[str], head: Head, phrase: Phrase) -> Evidence:
    """What speaks for a phrase being a deal: modifiers, capitals, a verb, a determiner, an amount."""
    noun = " ".join(found["noun"].lower().split())
    before = text[phrase.start : found.start()]
    words = frozenset(word.strip("’'“‘").lower() for word in before.split()) - parts("vague")
    names = [w.group() for w in words_before(text, found.start(), phrase.start) if w.group()[0].isupper()]
    behind = text[phrase.end : min(phrase.ceiling, phrase.end + 110)]
    determiner = _DETERMINER.search(text[max(phrase.floor, phrase.start - 8) : phrase.start])
    return Evidence(
        noun=noun,
        before=before,
        words=words,
        names=names,
        follows=text[found.end() : phrase.end].split(maxsplit=1)[0].lower() if phrase.end > found.end() else "",
        modified=bool(words & head.modifiers)
        or (head.kind != "initiative" and _MEASURED.search(before) is not None)
        or " " in noun
        or any(name not in parts("openers") for name in names),
        governed=governing().search(text[max(phrase.floor, phrase.start - 50) : phrase.start]) is not None
        or giving().search(text[max(phrase.floor, phrase.start - 60) : phrase.start]) is not None,
        done=passive().match(behind) is not None or active().match(behind) is not None,
        definite=determiner.group().strip(' “"').lower() if determiner else "",
        several=found["plural"] is not None or noun in plurals(),
        described=_CLAUSE.match(behind) is not None,
        purpose=_PURPOSE.match(text, found.end()) is not None,
        apposed=_APPOSED.search(text, max(phrase.floor, phrase.start - 8), phrase.start) is not None,
        titled=in_title(text, phrase.start),
    )
