"""Find multiples: ``doubled``, ``doubling of``, ``threefold``, ``twice the``, ``1.5x``, ``four times the number``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.gazetteers import toml
from pipeline.match.cues import cue
from pipeline.match.numbers import BLANK, LINK, Numeral, any_of, lower
from pipeline.match.quantity import Quantity
from pipeline.match.spans import Found

_T = toml("numbers")
_B = rf"(?:{BLANK})"
_STEMS = any_of([*_T["digits"], *_T["teens"], *_T["tens"], "hundred", "thousand"])
_BASES = "double|triple|treble|quadruple|quintuple|sextuple|halve"
# 'double' and 'triple' are adjectives in 'double digits'; as verbs they stand before a noun phrase or behind 'to'
_WORDS = re.compile(
    rf"""
    \b(?:
      (?P<verb> (?:re)?doubl(?:ed|ing) | tripl(?:ed|ing) | trebl(?:ed|ing) | quadrupl(?:ed|ing) | quintupl(?:ed|ing)
        | sextupled | halved | halving )\b (?!-|{_B}(?:down|over|back|up)\b)
    | (?P<base> {_BASES} )\b (?= {_B}{cue("multiples", "verb_objects")}\b | {BLANK}?[.,;] )
    | (?<=to[ ])(?P<infinitive> {_BASES} )\b (?!{LINK}(?:check|down|digit|tax))
    | (?P<adverb> twice | thrice )
        (?={_B}(?: as{_B}(?:{cue("multiples", "as_much")}\b|[a-z]+{_B}as\b)
                 | (?:the|that|its|their|what|more|his|her|our)\b(?!{_B}(?:week|month|year|day|season)) ))
    | (?P<fold> (?:{_STEMS})[ -]?fold )\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIMES = re.compile(
    rf"(?i:x\b(?![ -]?\d|\w)|[- ]?fold\b|{LINK}times?(?={_B}{cue('multiples', 'compared')}\b))"
    rf"|{LINK}times(?={_B}[A-Z]\w{{0,20}}['’]s\b)"  # 17 times Apple's earnings
)
# 'net debt stood at 0.9 times'
_RATIO = re.compile(rf"{LINK}times\b")
_ANCHOR = re.compile(r"\b(?:re)?(?:doubl|tripl|trebl|quadrup|quintup|sextup|halv|twice|thrice)|fold\b")
_FOLD = re.compile(r"[^\W\d_]+[ -]?$")


def find_multiple(text: str, numeral: Numeral) -> Quantity | None:
    """The multiple that ``numeral`` is part of, or None."""
    match = _TIMES.match(text, numeral.end)
    if match is None and "." in text[numeral.start : numeral.end]:
        match = _RATIO.match(text, numeral.end)
    if match is None or numeral.form == "vague":
        return None
    return Quantity(numeral, numeral.start, match.end(), "multiple", "multiple.times", own=True)


def _starts(text: str) -> Iterator[int]:
    for hit in _ANCHOR.finditer(lower(text)):
        if not hit.group().startswith("fold"):
            yield hit.start()
        elif stem := _FOLD.search(text, max(0, hit.start() - 12), hit.start()):
            yield stem.start()


def find_words(text: str) -> Iterator[Found]:
    """Words that say a multiple by themselves."""
    for start in _starts(text):
        if (match := _WORDS.match(text, start)) is None:
            continue
        name = match.lastgroup or ""
        yield Found(match.start(name), match.end(name), "multiple", f"multiple.{name}")
