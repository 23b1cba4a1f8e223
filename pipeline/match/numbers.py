"""The grammar of numbers as regular expressions: where a text has a number, in digits or in words.

The scanner gives numerals, nothing else: whether one is an amount, a year or a part of a name is for others to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import toml


class Numeral(NamedTuple):
    """A number in the text.

    Attributes:
        start, end: its extent with scale words ('9.4 lakh crore'), without a letter that may be a scale.
        letter_end: where it ends if the letter behind it is a scale ('12.3m'); ``end`` if there is none.
        form: ``digits``, ``words`` or ``vague`` ('tens of thousands').
        scaled: whether it has a scale word.
    """

    start: int
    end: int
    letter_end: int
    form: str
    scaled: bool


# White space that does not end a paragraph: 'over $41\n            million'.
BLANK = r"(?:[ \t\u00a0\u2009\u202f]{0,9}\n[ \t]{0,40}|[ \t\u00a0\u2009\u202f]{1,9})"
LINK = rf"(?:{BLANK}|-)"
SIGNS = "".join(toml("numbers")["signs"])
# 'million', 'lakhs': the scale words that stand behind a currency's name too
SCALE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore)s?"


def any_of(words: object) -> str:
    """An alternation of ``words``, longest first."""
    assert isinstance(words, dict | list | tuple | set | frozenset)
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _sources() -> dict[str, str]:
    table = toml("numbers")
    names = {key: any_of(table[key]) for key in ("digits", "teens", "tens", "scales", "short_scales", "vague")}
    names["minor"] = any_of([word for word in table["digits"] if word != "one"])
    names["large"] = any_of([word for word in table["scales"] if word != "hundred"])
    return names


_S = _sources()
SCALE = rf"(?:(?:{LINK})?(?:{_S['scales']})(?![^\W\d_])|{BLANK}?(?:{_S['short_scales']})(?![^\W\d_]))"
# 1,25,000.50 | 1 414 021 100 | 1'234'567 | 1.234.567,89 | 1.111,11 | 12,5 | 12.5 | .08
DIGITS = r"""(?:
      \d{1,3} (?:,\d{2,3}){0,8} ,\d{3} (?![\d]) (?:\.\d{1,9})?
    | \d{1,3} (?:[\u00a0\u2009\u202f\x20'’]\d{3}){1,6} (?![\d]) (?:[.,]\d{1,9})?
    | \d{1,3} (?:\.\d{3}){2,6} (?![\d]) (?:,\d{1,9})?
    | \d{1,3} \.\d{3} ,\d{1,2} (?!\d)
    | \d{1,24} ,\d{1,2} (?![\d,])
    | \d{1,24} (?:\.\d{1,12})?
    | \.\d{1,9}
)"""
_FRACTION = rf"(?:{LINK}?\d{{1,3}}/\d{{1,3}}(?![\d/])|/\d{{1,3}}(?![\d/])|{BLANK}?[{SIGNS}])"
# '1.3x10^6', '3.124×10−8'
_EXPONENT = r"[ ]?[x×][ ]?10\^?[-−]?\d{1,2}(?!\d)"
_AND_PART = r"(?:[ ]and[ ](?:an?|one|three)[ -](?:half|quarters?|third|fifth)s?\b)"
_SMALL = rf"(?:(?:{_S['tens']})(?:{LINK}(?:{_S['digits']})\b)?|(?:{_S['teens']}|{_S['digits']}))\b"
# 'fifty', 'forty-five': the cents of 'thirteen dollars forty-five', where 'one' is a pronoun
MINOR_WORDS = rf"(?:(?:{_S['tens']})(?:[- ](?:{_S['digits']}))?|{_S['teens']}|{_S['minor']})"
_HUNDREDS = rf"{_SMALL}(?:{LINK}hundred\b(?:(?:{BLANK}and)?{LINK}{_SMALL})?)?"
_POINT = rf"(?:{_AND_PART}|{BLANK}point(?:{BLANK}(?:{_S['digits']})\b){{1,6}})"
_WORDS = rf"""(?:
      (?:half{BLANK}an?|an?|half|(?:(?:an?|three){LINK})?quarters?(?:{BLANK}of)?(?:{BLANK}an?)?
          |several|an?{BLANK}few|an?{BLANK}couple{BLANK}of)
        (?:{LINK}(?:{_S["scales"]})\b){{1,3}} (?!-dollar)
    | {_HUNDREDS} {_POINT}? (?:{LINK}(?:{_S["large"]})\b){{1,3}}
      (?: ,?{BLANK}(?:and{BLANK})?{_HUNDREDS}(?:{LINK}(?:{_S["large"]})\b){{1,2}} ){{0,4}}
      (?: {BLANK}(?:and{BLANK})?{_HUNDREDS} )?
      {_AND_PART}?
    | {_HUNDREDS} {_POINT}?
)"""
_OF_VAGUE = r"(?:thousands|millions|billions|trillions|lakhs|crores)"
_VAGUE = (
    rf"(?:{_S['vague']})(?:{BLANK}(?:upon{BLANK}(?:{_S['vague']})"
    rf"|of{BLANK}(?:hundreds{BLANK}of{BLANK})?{_OF_VAGUE}))?\b"
)
_MINUS = re.compile(rf"(?:(?<![^\s($£€¥])(?<!\d\s)[-−]|(?<!plus or )\b(?:minus|negative){LINK})$", re.IGNORECASE)
_DIGIT = re.compile(rf"\d|(?<!\w)\.\d|[{SIGNS}]")

_DIGIT_RUN = re.compile(
    rf"(?<!\d[.,:/])(?P<core>(?:{DIGITS}|[{SIGNS}])(?:{_FRACTION}|{_EXPONENT})?)"
    rf"(?P<scale>(?:\+(?={BLANK}?[a-zA-Z]))?{SCALE}{{0,3}}{_AND_PART}?)"
    r"(?P<letter>[ ][kmbt](?![\w’'-])|(?:[kmbt]|(?-i:MM))(?![\w’']))?",
    re.VERBOSE | re.IGNORECASE,
)
_WORD_RUN = re.compile(
    rf"\b(?:(?P<vague>{_VAGUE})|(?P<minus>(?<!plus or )(?:minus|negative){LINK})?(?P<words>{_WORDS}))\b",
    re.VERBOSE | re.IGNORECASE,
)
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
_HAS_SCALE = re.compile(rf"\b(?:{_S['large']}|{_S['short_scales']})\b|hundred", re.IGNORECASE)


@cache
def _first_words() -> re.Pattern[str]:
    """The words that a number in words can begin with."""
    table = toml("numbers")
    words = [
        *table["digits"],
        *table["teens"],
        *table["tens"],
        *table["vague"],
        "half",
        "quarter",
        "several",
        "minus",
        "negative",
    ]
    articles = r"an?[\s]+(?:few|couple|quarter|hundred|thousand|million|billion|trillion|lakh|crore|dozen)"
    return re.compile(rf"\b(?:{any_of(words)}|{articles})")


def lower(text: str) -> str:
    """The text in small letters, character for character, so that offsets stay true ('İ' alone would grow)."""
    small = text.lower()
    return (
        small if len(small) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    )


def _digit_numerals(text: str) -> Iterator[Numeral]:
    """Numbers written in digits: '1,25,000.50', '12.3m', '2 million'."""
    position = 0
    while (hit := _DIGIT.search(text, position)) is not None:
        match = _DIGIT_RUN.match(text, hit.start())
        if match is None:
            position = hit.end()
            continue
        position = match.end("scale")
        start = hit.start()
        if start and text[start - 1] in "-−  \n" and (minus := _MINUS.search(text, max(0, start - 10), start)):
            start = minus.start()
        end = match.end("scale")
        core_end = match.end("core")
        if (
            (spaced := _SPACED.match(text, match.start("core"))) is not None
            and spaced.end() <= core_end
            and _is_list(text, spaced)
        ):
            # 'iPhone 12 128GB': two numbers, not twelve thousand
            end = core_end = text.index(" ", spaced.start())
            position = end
            yield Numeral(start, end, end, "digits", False)
            continue
        letter_end = match.end("letter") if match["letter"] else end
        yield Numeral(start, end, letter_end, "digits", end > core_end)


def _is_list(text: str, spaced: re.Match[str]) -> bool:
    """Whether digits parted by blanks are numbers of their own: 'iPhone 12 128GB'."""
    before = text[max(0, spaced.start() - 24) : spaced.start()].split(" ")
    after = text[spaced.end() : spaced.end() + 1]
    name = (
        len(before) > 1
        and before[-1] == ""
        and before[-2][:1].isupper()
        and before[-2].isalpha()
        and len(before[-2]) > 3
    )
    return name or after.isalpha() or text[spaced.end() : spaced.end() + 2].strip().isdigit()


def _word_numerals(text: str) -> Iterator[Numeral]:
    """Numbers written in words: 'twenty-five', 'a few hundred', 'dozens'."""
    position = 0
    first, small = _first_words(), lower(text)
    while (hit := first.search(small, position)) is not None:
        match = _WORD_RUN.match(text, hit.start())
        if match is None:
            position = hit.end()
            continue
        position = match.end()
        form = "vague" if match["vague"] else "words"
        scaled = form == "vague" or _HAS_SCALE.search(match.group()) is not None
        yield Numeral(match.start(), match.end(), match.end(), form, scaled)


def numerals(text: str) -> list[Numeral]:
    """All numbers of ``text`` in order; none overlaps another ('3 hundred' counts once)."""
    found: list[Numeral] = []
    for numeral in sorted([*_digit_numerals(text), *_word_numerals(text)]):
        if not found or numeral.start >= found[-1].end:
            found.append(numeral)
    return found
