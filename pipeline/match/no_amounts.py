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
# 'Sept. 5', but 'in September. Eleven banks'
_LONG = "|".join(month for month in toml("count_words")["times"]["months"] if len(month) > 4 or month == "june")
_MONTH_BEFORE = re.compile(rf"\b(?!(?:{_LONG})\.)(?:{_MONTHS})\.?,?{BLANK}?(?:the{BLANK})?$", re.IGNORECASE)
_MONTH_BEHIND = re.compile(
    rf"(?:{BLANK}|-|/)(?:of{BLANK})?(?:{_MONTHS})\b(?!{BLANK}{cue('dates', 'verbs')}\b)", re.IGNORECASE
)
_CLOCK = re.compile(rf":\d|\.\d\d ?[ap]\.?m|[ ]?[ap]\.?m\b|[ ]?o['’]clock|[ ]?{cue('dates', 'zones')}\b|hrs?\b")
# '5th', '24/7', '6-4', '2.0.1', 'two-year', the 90's
_GLUED_BEHIND = re.compile(rf"[^\W_]|[/:_]\d|[-–‑]\d|[.,]\d|[-–‑]{cue('dates', 'periods')}\b|['’]s\b")
_STREET = re.compile(rf"{BLANK}(?:[A-Z][\w.’']{{0,30}}{BLANK}){{1,3}}{cue('dates', 'streets')}\b")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'&.-]*)[ \u00a0\n\t]{1,9}[\"“‘'(]?$")
_COUNTED = re.compile(rf"{BLANK}{cue('dates', 'counted')}\b", re.IGNORECASE)
# '9/11', '26/11': no share has such a denominator, or more parts than the whole
_SHARE = re.compile(r"(\d{1,2})/(2|3|4|5|6|7|8|9|10|12|16|20|32|64|100)")
# '007', '100, [000] rifles'
_LEADING_ZERO = re.compile(r"0\d+")
# '[1] Ann T. Example': a list of candidates
_PERSON_BEHIND = re.compile(
    rf"{BLANK}[A-Z][a-z]+{BLANK}(?:[A-Z][\w.’'-]{{0,30}}{BLANK}){{0,2}}[A-Z][a-z]+(?!{BLANK}?[a-z])"
)
# width="30%", colspan=6
_MARKUP = re.compile(rf"(?:[A-Za-z]=[\"']|(?<!\w){cue('dates', 'markup')}=)$", re.IGNORECASE)
# 'Euro 2012': a championship every four years
_TOURNAMENT = re.compile(r"E(?:uro|URO)[ \u00a0](?:19[6-9]|20[0-4])\d(?![\d,.]*\d|\w)(?! (?:million|billion))")
_POINTS = re.compile(rf"{BLANK}points?\b")
_SMALL_NAMES = frozenset(toml("figure_cues")["dates"]["small_names"])


def is_markup(text: str, start: int) -> bool:
    """Whether the number at ``start`` is the value of a tag's attribute: ``width="30%"``."""
    return before(_MARKUP, text, start, 16) is not None


def is_tournament(text: str, start: int) -> bool:
    """Whether the 'Euro' at ``start`` is a championship and no currency: 'Euro 2012'."""
    match = _TOURNAMENT.match(text, start)
    return match is not None and int(match.group()[-4:]) % 4 == 0


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
    if numeral.form == "digits" and _is_odd(text, numeral):
        return True
    digits = numeral.form == "digits" and numeral.letter_end == end
    if digits and not dash_behind and _GLUED_BEHIND.match(text, end) and not attributive(text, end):
        return True
    if before(_MONTH_BEFORE, text, start, 16) or _MONTH_BEHIND.match(text, end) or _CLOCK.match(text, end):
        return True
    if is_year(text, numeral) and not _COUNTED.match(text, end):
        return True
    return _STREET.match(text, end) is not None or _is_name(text, numeral, plain=not dash_behind)


def _is_odd(text: str, numeral: Numeral) -> bool:
    """Digits that no count is written with: '9/11', '007', '-24 seats', and the number before a person's name."""
    number = text[numeral.start : numeral.end]
    if "/" in number and number.replace("/", "").isdigit():
        share = _SHARE.fullmatch(number)
        return share is None or int(share[1]) >= int(share[2])
    if number[0] in "-−":
        return _POINTS.match(text, numeral.end) is None
    if number == "1" and _PERSON_BEHIND.match(text, numeral.end):
        return True
    return _LEADING_ZERO.fullmatch(number) is not None


def _goes_on_before(text: str, start: int, end: int, dash_before: bool) -> bool:
    """Whether letters, digits or signs are glued to the front: 'G20', '#5', '12:30', '2025-26', 'August ’25'."""
    last, second = text[start - 1 : start], text[max(0, start - 2) : max(0, start - 1)]
    if last and (last.isalnum() or last in "_#@/.&+×" or (last == ":" and second.isdigit())):
        return True
    # '184 232 -24 seats' are cells of a table
    cell = second.isspace() and text[max(0, start - 3) : max(0, start - 2)].isdigit()
    if last in _DASHES and (second.isalnum() or cell) and not dash_before:
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
