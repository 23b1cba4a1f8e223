"""When fiscal years start by what an article says of them."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import alternatives, toml

# A year of whole weeks (52 or 53) ends on the weekday next to the end of a month, so a few days off
_OFF = 7
_FILL = (
    r"(?:(?:on|in|at|with|is|was|the|last|next|this|final|end|day|days|nearest|closest|to|of|every|each|year"
    r"|(?:satur|sun|fri|thurs|wednes|tues|mon)day,?)\s+){0,7}"
)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_RESULTS = r"(?:profits?|loss(?:es)?|revenues?|sales|earnings|turnover|income|results?|dividends?)"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The patterns, strongest first, with whether what they name is a start; groups ``m``, ``d``, ``e``, ``q``."""
    names = alternatives(toml("calendar")["months"])
    month = rf"(?:(?P<e>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<m>{names})\b\.?(?:\s+(?P<d>\d{{1,2}})\b)?"
    fiscal = r"(?:fiscal|financial)"
    year = rf"\b{fiscal}[\s-]+(?:year|\d{{4}})"
    order = "|".join(_QUARTERS)
    quarter = (
        rf"\b(?:{fiscal}[\s-]+(?P<q>{order})[\s-]+quarter|(?P<q2>{order})[\s-]+{fiscal}[\s-]+quarter"
        rf"|(?P<q3>{order})[\s-]+quarter\s+of\s+(?:(?:its|their|the)\s+)?{fiscal}\s+\d{{4}})"
    )
    before = rf"\bmonths?\s+(?:that\s+)?(?:ended|to|through)\s+{_FILL}{month}[^;]{{0,20}}?"
    ends = (
        rf"{quarter}[^.;]{{0,30}}?\bend(?:ed|s|ing)?\s+{_FILL}{month}",
        rf"{before}{quarter}",
        rf"{year}[^.;]{{0,40}}?\bend\w*\s+{_FILL}{month}",
        rf"\b(?:end|clos)\w*\s+(?:its|their|the)\s+{fiscal}[\s-]+year\s+{_FILL}{month}",
        rf"\b(?:{fiscal}|full)[\s-]+year\s+to\s+{_FILL}{month}",
        rf"\b{_RESULTS}\b[^.;]{{0,60}}\b(?:the|its|a)\s+(?:full\s+)?year\s+(?:to|end(?:ed|ing))\s+{_FILL}{month}",
    )
    starts = (
        rf"{year}[^.;]{{0,40}}?\b(?:start|beg[aiu]n)\w*\s+{_FILL}{month}",
        rf"{year}\s+(?:runs|ran|running|is)\s+from\s+{_FILL}{month}",
    )
    tables = [(re.compile(line, re.I), False) for line in ends] + [(re.compile(line, re.I), True) for line in starts]
    return tuple(tables)


def told_start(text: str) -> int | None:
    """The month in which fiscal years start by what the article says.

    >>> told_start("in fiscal year 2023, which ends on June 30")
    7
    >>> told_start("in its fiscal third quarter, which ended Sept. 29")
    1
    """
    for pattern, start in _patterns():
        for match in pattern.finditer(text):
            named = match.groupdict()
            if not named["m"][0].isupper():
                continue  # 'may' is a verb, 'march' too
            month = int(toml("calendar")["months"][named["m"].rstrip(".").lower()])
            day = int(named["d"] or named["e"] or 0)
            quarter = _QUARTERS.get((named.get("q") or named.get("q2") or named.get("q3") or "fourth").lower(), 4)
            if start:
                return month % 12 + 1 if day > 31 - _OFF else month
            return (month - (0 < day <= _OFF) - 3 * quarter) % 12 + 1
    return None
