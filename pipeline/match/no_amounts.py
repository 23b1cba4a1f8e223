"""Numbers that measure nothing: dates, clock times, ordinals, scores, parts of names, codes and addresses."""

from __future__ import annotations

import re

from pipeline.gazetteers import toml
from pipeline.match.cues import before, cue
from pipeline.match.nouns import attributive
from pipeline.match.numbers import BLANK, Numeral
from pipeline.match.plurals import word_sets

_DASHES = ("-", "–", "‑")
_MONTHS = "|".join(toml("count_words")["times"]["months"])
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.?,?{BLANK}?(?:the{BLANK})?$", re.IGNORECASE)
_MONTH_BEHIND = re.compile(
    rf"(?:{BLANK}|-|/)(?:of{BLANK})?(?:{_MONTHS})\b(?!{BLANK}{cue('dates', 'verbs')}\b)", re.IGNORECASE
)
_CLOCK = re.compile(rf":\d|\.\d\d ?[ap]\.?m|[ ]?[ap]\.?m\b|[ ]?o['’]clock|[ ]?{cue('dates', 'zones')}\b|hrs?\b")
# '5th', '24/7', '6-4', '2.0.1', 'two-year', the 90's
_GLUED_BEHIND = re.compile(rf"[^\W_]|[/:_]\d|[-–‑]\d|[.,]\d|[-–‑]{cue('dates', 'periods')}\b|['’]s\b")
_STREET = re.compile(rf"{BLANK}(?:[A-Z][\w.’']{{0,30}}{BLANK}){{1,3}}{cue('dates', 'streets')}\b")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'&.-]*)[ \u00a0\n\t]{1,9}[\"“‘'(]?$")
_BOUND = re.compile(rf"\b{cue('bounds', 'quantity')}{BLANK}$", re.IGNORECASE)
_COUNTED = re.compile(rf"{BLANK}{cue('dates', 'counted')}\b", re.IGNORECASE)
_SMALL_NAMES = frozenset(toml("figure_cues")["dates"]["small_names"])


def word_before(text: str, start: int) -> str:
    """The word before ``start``, or ''."""
    match = before(_WORD_BEFORE, text, start)
    return match.group(1) if match else ""


def is_year(text: str, numeral: Numeral) -> bool:
    """Whether the number can be a calendar year: four digits, 1900 to 2100."""
    number = text[numeral.start : numeral.end]
    return len(number) == 4 and number.isdigit() and 1900 <= int(number) <= 2100


def is_no_amount(text: str, numeral: Numeral, *, dash_before: bool = False, dash_behind: bool = False) -> bool:
    """Whether a bare number is a date, a clock time, an ordinal, a score, or a part of a name, a code or an address.

    The first end of a range has a dash behind it, the second one before it.
    """
    start, end = numeral.start, numeral.end
    if _goes_on_before(text, start, end, dash_before):
        return True
    digits = numeral.form == "digits" and numeral.letter_end == end
    if digits and not dash_behind and _GLUED_BEHIND.match(text, end) and not attributive(text, end):
        return True
    if before(_MONTH_BEFORE, text, start, 16) or _MONTH_BEHIND.match(text, end) or _CLOCK.match(text, end):
        return True
    if is_year(text, numeral) and not _COUNTED.match(text, end):
        return True
    return _STREET.match(text, end) is not None or _is_name(text, numeral, plain=not dash_behind)


def _goes_on_before(text: str, start: int, end: int, dash_before: bool) -> bool:
    """Whether letters, digits or signs are glued to the front: 'G20', '#5', '12:30', '2025-26', 'August ’25'."""
    last, second = text[start - 1 : start], text[max(0, start - 2) : max(0, start - 1)]
    if last and (last.isalnum() or last in "_#@/.&+×" or (last == ":" and second.isdigit())):
        return True
    if last in _DASHES and second.isalnum() and not dash_before:
        return True
    return last in ("'", "’") and end - start == 2 and second.isspace()


def _is_name(text: str, numeral: Numeral, *, plain: bool) -> bool:
    """'Section 301', 'Boeing 737 jets', 'S&P 500', 'Fortune 500 companies', 'iPhone 12 users'."""
    word = word_before(text, numeral.start)
    lower = word.lower().rstrip(".")
    number = text[numeral.start : numeral.end]
    small = not numeral.scaled and "," not in number and "." not in number
    if not word or not small:
        return False
    if lower in ("no", "nos", "nr") and word.endswith("."):
        return True
    if lower in word_sets()["names"] and (word[0].isupper() or lower in _SMALL_NAMES):
        return True
    if not plain or word.endswith(("'s", "’s")):
        return False
    if numeral.form != "digits" or not word[0].isupper() or lower in word_sets()["stops"]:
        return False
    following = text[numeral.end : numeral.end + 2]
    title_case = following[:1].isspace() and following[1:2].isupper()
    return (
        not title_case
        and not _starts_sentence(text, numeral.start - len(word))
        and len(number) < 4
        and not word.isupper()
    )


def _starts_sentence(text: str, word_start: int) -> bool:
    before_word = text[max(0, word_start - 30) : word_start].rstrip(' \t"“(')[-1:]
    return not before_word.isalnum() and before_word not in (",", ")", "-", "’", "'")
