"""What an amount is for each of, from the words behind it: the column ``per``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml

_LONGEST = 60
_OBJECT = re.compile(
    r"\s+of(?:\s+[^\W\d_][\w-]*){1,5}?(?=\s+(?:an?|per|each|every|annually|yearly|monthly|weekly|daily)\b)"
)
_ADJECTIVE = re.compile(
    r"\b(?P<rhythm>annual|yearly|monthly|weekly|daily|hourly)\s+(?:[^\W\d_][\w-]*\s+){0,2}?(?P<head>[^\W\d_][\w-]*)\s+of\s+"
    r"(?:[a-z]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_PER_CAPITA = re.compile(r"per[\s-]capita|per[\s-]head", re.IGNORECASE)


class Per(NamedTuple):
    """What an amount is for each of (empty if for nothing), and where the words end that say so."""

    name: str
    end: int


def per_behind(text: str, end: int) -> Per:
    """What the amount that ends at ``end`` is for each of.

    The words of 'annual' and its like belong to the noun behind them, so they end nothing.

    >>> per_behind("$70 a barrel", 3)
    Per(name='barrel', end=12)
    >>> per_behind("$4 a year ago", 2)
    Per(name='', end=2)
    """
    match = _behind().match(text, end, end + _LONGEST)
    if match is None:
        return Per("", end)
    if match["other"]:
        return Per(match["other"].lower(), match.end())
    group, table = next((g, t) for g, t in _TABLES if match[g])
    normal = " ".join(match[group].lower().split())
    name = next(name for name, forms in toml("rates_per")[table].items() if normal in (form.lower() for form in forms))
    adjective = group == "rhythm" and normal.endswith(("annual", "quarterly", "monthly", "weekly", "daily", "hourly"))
    return Per(name, end if adjective else match.end())


def per_behind_object(text: str, end: int) -> str:
    """The rhythm behind what is counted: '70,000 tonnes of refined sugar [a year]'; empty if there is none."""
    match = _OBJECT.match(text, end)
    name: str = per_behind(text, match.end()).name if match is not None else ""
    return name if name in toml("rates_per")["rhythms"] else ""


def per_before(text: str, start: int) -> str:
    """The rhythm of the noun that has the amount at ``start``: '[annual] savings of €60m'; empty if there is none."""
    match = _ADJECTIVE.search(text, max(0, start - _LONGEST), start)
    if match is None or match["head"].lower() in toml("rates_per")["reported"]["words"]:
        return ""
    rhythms: dict[str, list[str]] = toml("rates_per")["rhythms"]
    return next(name for name, forms in rhythms.items() if match["rhythm"].lower() in forms)


def per_capita(text: str, start: int, end: int) -> bool:
    """Whether the stretch says that what is measured is counted by person: 'per capita electricity consumption'."""
    return _PER_CAPITA.search(text, start, end) is not None


_TABLES = (("unit", "units"), ("rhythm", "rhythms"), ("against", "against"))


@cache
def _behind() -> re.Pattern[str]:
    """'[a barrel]', '[/MMBtu]', '[annually]', '[to the dollar]'."""
    named = {
        table: alternatives(f for forms in toml("rates_per")[table].values() for f in forms) for _, table in _TABLES
    }
    bracket = r"(?:\s*\([^()]{1,40}\))?"
    later = r"(?!-|\s+(?:ago|earlier|later|before|after|ahead|out|long)\b)"
    unit = rf"(?:\s*\[?(?:\b(?:an?|per|each|every)\s+|/\s?|\bp/))(?P<unit>{named['units']})\b{later}"
    rhythm = rf"\s*(?:(?:in|of|on)\s+)?(?P<rhythm>{named['rhythms']})(?![\w-])"
    against = rf"\s+(?:to|against)\s+(?:the|one|a)\s+(?P<against>{named['against']})\b"
    other = r"\s+per\s+(?!cent\b)(?P<other>(?-i:[a-z]{3,20}))\b"
    return re.compile(rf"{bracket}(?:{unit}|{rhythm}|{against}|{other})", re.IGNORECASE)
