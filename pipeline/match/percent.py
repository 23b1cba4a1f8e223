"""Find percentages, points and shares of a whole.

``80%``, ``seven pct``, ``3.5 percentage points``, ``25 basis points``, ``a quarter-point``, ``two-thirds of voters``,
``one in five``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.gazetteers import toml
from pipeline.match.cues import before, cue
from pipeline.match.numbers import BLANK, LINK, Numeral, any_of, lower
from pipeline.match.quantity import Quantity
from pipeline.match.spans import Found

_B = rf"(?:{BLANK})"
_PER_CENT = rf"per(?:{_B}|-)?cent"
_BEHIND = re.compile(
    rf"""
      (?:{LINK})? (?:
          %(?:[ -]?points?\b)? | ％
        | of{_B}(?:an?{_B}|one{_B})?(?:{_PER_CENT}(?:age)?(?:{LINK}points?)?|percentage{LINK}points?)\b  # 0.25 of a
        | (?:percentage|{_PER_CENT}|pct){LINK}points?\b
        | p\.?p\.?(?:ts?|s)?\b(?![\w/])
        | basis{LINK}points?\b | bps?\b | bips\b
        | {_PER_CENT}s?\b(?!\w) | percentage\b | pct\b\.?(?!\w) | pc\b
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A line that starts with 'percent of 10': number last
_NUMBER_LAST = re.compile(rf"(?:^|\n){BLANK}?(?P<sign>{_PER_CENT}s?){_B}of{_B}$", re.IGNORECASE)

_T = toml("numbers")
_COUNT = any_of([*_T["digits"], *_T["teens"], "a", "an"])
_PART = any_of([part for part in _T["parts"] if part not in ("half", "halves")])
_OF_TIME = rf"(?:an?\b|(?:19|20)\d\d|FY|(?:the{_B})?(?:(?:19|20)\d\d|{cue('shares', 'of_time')}\b)|[mb]illion)"
_TAKEN = rf"(?={_B}of\b(?!{_B}{_OF_TIME})|{LINK}{cue('shares', 'taken')}\b)"
_NOT_TAKEN = rf"(?!{_B}(?:of{_B}{_OF_TIME}|through|to{_B}one\b)|[ ]?[mb]illion|{LINK}(?:hour|mile|inch))"
_NOT_HALF = "".join(rf"(?<!{word}\s)" for word in toml("figure_cues")["shares"]["half_before"])
_OWNED = r"(?:the|its|their|his|her|all|our|that)"
_SHARE = re.compile(
    rf"""
    \b(?:
      (?P<parts> (?:{_COUNT}){LINK}(?:{_PART})s? ) (?: {_TAKEN} | (?<=-third)(?!\w)(?!-) )  # a third of, one-third
    | (?P<thirds> two{LINK}thirds | three{LINK}(?:quarters|fourths) | (?:two|three|four){LINK}fifths )\b {_NOT_TAKEN}
    | (?: (?<=by[ ]) | (?<=than[ ]) | (?<=almost[ ]) | (?<=nearly[ ]) | (?<=about[ ]) )  # by a third
        (?P<by> (?:an?|one|two|three){LINK}(?:{_PART})s? | half )\b
        (?! {LINK}(?:{cue("shares", "by_no")}|{_PART})
          | {_B}(?:of{_B})?(?:{_OF_TIME}|{_OWNED}{_B}{cue("shares", "half_no")}\b) )
    | {_NOT_HALF} (?P<half> half )
        (?= {_B}of{_B}(?!{_OF_TIME}) | {_B}{_OWNED}\b(?!{_B}{cue("shares", "half_no")}\b) | -owned )  # half of, the
    | (?P<odds> (?P<n>one|two|three|four|five|six|seven|eight|nine|\d{{1,2}})
        {_B} (?: in | out{_B}of ) {_B} (?:every{_B})?
        (?P<m>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|\d{{1,3}}) )
        \b (?! [,.:]\d | % | {LINK}{cue("shares", "odds_no")}\b )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_POINT_PART = re.compile(
    rf"""
    \b (?:an?{_B}|one-|three[ -])? (?P<part>quarter|half)s? (?:{_B}of{_B}an?{_B}|{_B}an?{_B}|[- ])
    (?:(?:percentage|{_PER_CENT}(?:age)?)[ -])? point\b(?!s)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Where a share may start that is no numeral in digits: 'half of', 'a third of', 'two-thirds'
_ANCHOR = re.compile(
    r"\b(?:half|quarter|one|two|three|four|five|six|seven|eight|nine|an?[\s-](?:half|third|quarter|[fsenth]))"
)
_DIGIT_ODDS = re.compile(r"\d (?:in|out of)\s")


def find_percent(text: str, numeral: Numeral) -> Quantity | None:
    """The percentage that ``numeral`` is part of, or None."""
    match = _BEHIND.match(text, numeral.end)
    if match is None:
        first = before(_NUMBER_LAST, text, numeral.start, 24)
        start = first.start("sign") if first else -1
        return Quantity(numeral, start, numeral.end, "percent", "percent.sign", own=True) if first else None
    if numeral.form == "vague" and "%" not in match.group():
        return None
    end = match.end() - match.group().endswith(".")
    return Quantity(numeral, numeral.start, end, "percent", "percent.sign", own=True)


def _starts(text: str) -> list[int]:
    small = lower(text)
    starts = [hit.start() for hit in _ANCHOR.finditer(small)]
    for hit in _DIGIT_ODDS.finditer(small):
        second = hit.start() > 0 and small[hit.start() - 1].isdigit()
        starts.append(hit.start() - second)
    return sorted(starts)


def find_shares(text: str) -> Iterator[Found]:
    """Fractions of a whole in words, and fractions of a percentage point."""
    for start in _starts(text):
        if match := _SHARE.match(text, start):
            name = next(key for key in ("parts", "thirds", "by", "half", "odds") if match[key])
            if name != "odds" or _small(match["n"]) < _small(match["m"]):
                yield Found(match.start(name), match.end(name), "percent", f"percent.{name}")
        if match := _POINT_PART.match(text, start):
            several = match.group()[:5].lower() in ("three", "one-q", "one-h")
            yield Found(match.start() if several else match.start("part"), match.end(), "percent", "percent.point_part")


def _small(word: str) -> int:
    return int(word) if word.isdigit() else int({**_T["digits"], **_T["teens"], **_T["tens"]}[word.lower()])
