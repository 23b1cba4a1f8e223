"""Find money: a number with a currency's sign, code or name before or behind it.

``$67bn``, ``USD10m``, ``Rs 5,000 crore``, ``10 trillion Japanese Yen``, ``33bn euros``, ``312p``, ``$76 US``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pipeline.gazetteers import toml
from pipeline.match.cues import before, cue
from pipeline.match.currencies import LETTERS, WORDLIKE, minor_units, names, signs
from pipeline.match.exchange import base_before, find_exchange, is_base
from pipeline.match.numbers import BLANK, LINK, MINOR_WORDS, SCALE, Numeral, any_of
from pipeline.match.quantity import NO_AMOUNT, Quantity, ends

_RULES: dict[str, Any] = toml("currency_choice")["guarded"]
_GUARDED = frozenset(_RULES["names"])
_NUMBERED = frozenset(_RULES["numbered"])
_SHORT = frozenset(_RULES["short_signs"])
_PRICED = frozenset(_RULES["priced"])
_LONGEST_SIGN = 6
# '3 dollars 50 cents', '13 dollars and forty-five cents', '15 dollars 50.'
_PLUS_MINOR = re.compile(
    rf"{BLANK}(?:and{BLANK})?(?:\d\d?|{MINOR_WORDS})"
    rf"(?:{BLANK}(?:cents?|pence)\b|(?=\s{{0,5}}[.;]?\s{{0,5}}(?:$|\n)|[;,.]?{BLANK}(?:more|And)\b))"
)
_US_BEHIND = re.compile(r" (?:US|U\.S\.|Cdn|Canadian|AUD|USD|CAD)(?![\w$])")
_SCALED_CODE = re.compile(rf" ?[MB](?:{any_of(_RULES['scaled_codes'])})\b")
_SCALED_CODE_BEFORE = re.compile(rf"\b[MB](?:{any_of(_RULES['scaled_codes'])}) ?$")
_SCALE_BEHIND = re.compile(rf"{BLANK}{SCALE}\b(?:{BLANK}crores?\b)?", re.IGNORECASE)
_NAMES_BEFORE = re.compile(rf"\b(?:{any_of(_RULES['before'])}) $", re.IGNORECASE)
_SIGN_BEHIND = re.compile(
    rf"[ \u00a0]?(?:{any_of(_RULES['behind'])})(?!\w)"
    rf"|{BLANK}?(?:[A-Z]{{3}}|{any_of(_RULES['letters_behind'])})(?![\w$])"
)
_PENCE = re.compile(r"p(?![\w.]\w|\w)|c(?= (?:a|per)\b)")
# 'US60.1c'
_US_CENTS = re.compile(r"(?:c|¢| cents?)(?!\w)")
_REPEATED = re.compile(rf"{LINK}(?:US{BLANK})?(?:dollars?|pounds?|euros?|rupees|usd)\b", re.IGNORECASE)
_HEAD = re.compile(r"[^\W\d_][^\s\d,;:()]{0,60}")
_GAP = re.compile(LINK)
_OF = re.compile(rf"(?:{BLANK}more)?{BLANK}(?:of{BLANK})?")
_STERLING = re.compile(rf"£|\b{cue('pounds', 'money')}(?!\w)")
_MASS_BEFORE = re.compile(rf"\b{cue('pounds', 'mass_before')}\b[^.;]{{0,30}}$")
_OF_STUFF = re.compile(rf"{BLANK}of{BLANK}(?!sterling|{cue('pounds', 'money_behind')}\b)")
_MASS_BEHIND = re.compile(rf"\b{cue('pounds', 'mass_behind')}\b|\bof (?!sterling)")
_BASIS_BEFORE = re.compile(rf"\b(?:in|at)(?:{BLANK}(?:constant|real|fixed|inflation-adjusted))?{BLANK}$", re.IGNORECASE)
_CONVERTED = re.compile(r"\s*\((?:US|A|C)?[$€]")


def find_money(text: str, numeral: Numeral) -> Quantity | None:
    """The money that ``numeral`` is part of, or None.

    The one in '$1 = 148.5 yen' and the year in 'in 2022 dollars' come without a label: they are amounts of nothing.
    """
    found = _find(text, numeral)
    if found is None:
        return find_exchange(text, numeral)
    if is_base(text, numeral, found.end) or _is_price_basis(text, found):
        return Quantity(numeral, found.start, found.end, "", NO_AMOUNT)
    return found


def _is_price_basis(text: str, found: Quantity) -> bool:
    """'in 2022 dollars', 'at constant 2015 dollars' say at whose prices, and no amount."""
    number = text[found.numeral.start : found.numeral.end]
    year = len(number) == 4 and number.isdigit() and number[:2] in ("19", "20")
    return year and found.rule == "money.name" and before(_BASIS_BEFORE, text, found.start) is not None


def _find(text: str, numeral: Numeral) -> Quantity | None:
    start = _sign_before(text, numeral)
    if start >= 0:
        return Quantity(numeral, start, _end_behind_sign(text, numeral), "money", "money.sign", own=True)
    if (
        numeral.form == "digits"
        and text[numeral.start - 2 : numeral.start] == "US"
        and (cents := _US_CENTS.match(text, numeral.end))
    ):
        return Quantity(numeral, numeral.start - 2, cents.end(), "money", "money.sign", own=True)
    for stop in dict.fromkeys((numeral.end, numeral.letter_end)):
        if (end := _named(text, numeral, stop)) >= 0 and ends(text, end):
            if not numeral.scaled and (scale := _SCALE_BEHIND.match(text, end)):
                end = scale.end()
            if not numeral.scaled and (minor := _PLUS_MINOR.match(text, end)):
                end = minor.end()
            return Quantity(numeral, numeral.start, end, "money", "money.name", own=True)
        if match := _SCALED_CODE.match(text, stop):
            return Quantity(numeral, numeral.start, match.end(), "money", "money.code", own=True)
    return None


def _end_behind_sign(text: str, numeral: Numeral) -> int:
    end = numeral.letter_end
    if not numeral.scaled and (scale := _SCALE_BEHIND.match(text, end)):
        end = scale.end()
    if place := _US_BEHIND.match(text, end):
        end = place.end()
    # '$10 dollars', 'US$ 5 million dollars'; but not '$20 Canadian whisky'
    return _named(text, numeral, end) if _REPEATED.match(text, end) and _named(text, numeral, end) > 0 else end


def _sign_before(text: str, numeral: Numeral) -> int:
    """Where the sign or code before the number starts, or -1."""
    stop = numeral.start
    if stop and text[stop - 1] in "-−":
        stop -= 1
    gap = stop
    while gap and text[gap - 1] in " \t\n\u00a0\u2009\u202f" and stop - gap < 20:
        gap -= 1
    if not gap or text[gap - 1] in ",;:()" or text[gap - 1].isdigit():
        return -1
    table = signs()
    for start in range(max(0, gap - _LONGEST_SIGN), gap):
        sign = text[start:gap]
        if (
            sign in table
            and _clear(text, start, sign)
            and _is_sign(text[numeral.start : numeral.end], sign, numeral, gap == stop)
        ):
            return start
    if gap != stop and numeral.scaled and (name := before(_NAMES_BEFORE, text, stop, 12)):
        return name.start()
    code = before(_SCALED_CODE_BEFORE, text, stop, 6)
    return code.start() if code else -1


def _clear(text: str, start: int, sign: str) -> bool:
    """Whether nothing is glued to the front of the sign; '3 $10 bills' and '1$' are fine."""
    if start == 0:
        return True
    last = text[start - 1]
    glued = last.isalnum() or last == "_" or (last == "$" and sign[0].isalpha())
    return not glued or (last.isdigit() and not sign[0].isalpha())


def _is_sign(number: str, sign: str, numeral: Numeral, glued: bool) -> bool:
    """Whether letters before a number are a currency there: 'R4bn' and 'RM 20' are, 'R8', 'ALL 5' and 'two' are not."""
    iso = len(sign) == 3 and sign.isupper()
    if numeral.form != "digits" and sign.isalpha() and not iso:
        return False
    large = numeral.scaled or numeral.letter_end > numeral.end or "," in number
    if sign in LETTERS or (len(sign) == 1 and sign.isalpha()):
        return (large and (glued or numeral.scaled)) or (glued and sign in _PRICED and "." in number)
    if sign in WORDLIKE:
        return large or (glued and not (sign in _NUMBERED and len(number) < 3))
    large = large or "." in number
    return large or glued or not (sign.isalpha() and len(sign) == 2) or sign in _SHORT


@cache
def _name_pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    phrases = [*names(), *minor_units()]
    words = any_of([phrase for phrase in phrases if phrase[0].isalpha() and len(phrase) > 1])
    words = words.replace(r"\ ", BLANK).replace(r"\-", "[- ]")
    heads = frozenset(re.split(r"[ -]", phrase)[0] for phrase in phrases)
    return re.compile(rf"(?:{words})(?![^\W_])", re.IGNORECASE), heads


def _named(text: str, numeral: Numeral, end: int) -> int:
    """Where the currency behind a number that ends at ``end`` ends, or -1."""
    if (sign := _SIGN_BEHIND.match(text, end)) is not None:
        return sign.end() if sign.group().strip() in signs() or sign.group().strip() == "¢" else -1
    if numeral.form == "digits" and not numeral.scaled and (pence := _PENCE.match(text, end)) is not None:
        return pence.end()
    gap = (_OF if numeral.form == "vague" else _GAP).match(text, end)
    head = _HEAD.match(text, gap.end()) if gap else None
    pattern, heads = _name_pattern()
    if gap is None or head is None or not _may_start(head.group().lower(), heads):
        return -1
    match = pattern.match(text, gap.end())
    if match is None:
        return -1
    scaled = numeral.scaled or end > numeral.end
    if match.group().lower() in _GUARDED and not scaled and not _is_price(text[numeral.start : numeral.end]):
        return -1
    if match.group().lower() in ("pound", "pounds") and not _is_sterling(text, numeral.start, match.end(), scaled):
        return -1
    return match.end()


def _may_start(head: str, heads: frozenset[str]) -> bool:
    return re.split(r"[-.’']", head, maxsplit=1)[0] in heads or head.rstrip(".-") in heads


def _is_price(number: str) -> bool:
    return "." in number or sum(char.isdigit() for char in number) > 2


def _is_sterling(text: str, start: int, end: int, scaled: bool) -> bool:
    """Whether 'pounds' are money: dollars in brackets follow, or the article is of a place that pays in pounds.

    Millions of pounds are money anywhere, but '90 million pounds of nitrogen' are so only in such a place.
    """
    if scaled:
        return not _OF_STUFF.match(text, end) or _STERLING.search(text) is not None
    if _CONVERTED.match(text, end):
        return True
    if base_before(text, start):
        return True
    if before(_MASS_BEFORE, text, start) or _MASS_BEHIND.search(text, end, end + 24):
        return False
    return _STERLING.search(text) is not None
