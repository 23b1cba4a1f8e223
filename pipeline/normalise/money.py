"""Surface forms of currencies to ISO 4217 codes; what is ambiguous is decided by the article's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.contract import Article
from pipeline.gazetteers import toml
from pipeline.match.currencies import minor_units, names, signs
from pipeline.normalise.outlets import outlet_country

UNKNOWN = "XXX"
# Signs and names that several currencies share, and the table that decides
_SHARED: dict[str, str] = toml("currency_choice")["shared"]
_SAME_NAME: dict[str, str] = toml("currency_choice")["same_name"]
_SAME_MINOR: dict[str, str] = toml("currency_choice")["same_minor"]


class Currency(NamedTuple):
    """A code, the number of parts if it was a minor unit, and how the code is known."""

    code: str
    parts: int
    source: str


class Evidence(NamedTuple):
    """What an article says about its currencies: the outlet's own dollar, whether 'US$' occurs, and its text."""

    home_dollar: str
    us_style: str
    text: str


# Australian newsrooms put the letters behind the sign: '$US84 trillion ($126 trillion)'
_AMERICAN = re.compile(r"US ?\$|\bUS (?:dollars?|cents?)\b|\bUS\d+(?:\.\d+)?c\b")
_US_CENTS = re.compile(r"\bUS cents?\b|\bUS\d+(?:\.\d+)?c\b")
_MARKED = re.compile(r"(?<![A-Za-z])(A\$|AU\$|C\$|NZ\$|S\$|HK\$|NT\$|N\$) ?\d")
_AUSTRALIAN = re.compile(r"\$(?:US|A|NZ) ?\d")


def evidence(article: Article) -> Evidence:
    """Gather what decides about signs that currencies share."""
    home = toml("currency_choice")["home_dollars"].get(outlet_country(article), "")
    style = "AUD" if _AUSTRALIAN.search(article.text) else _other_dollar(article.text)
    return Evidence(home, style, article.text)


def _other_dollar(text: str) -> str:
    """The dollar that a bare '$' is where American money is marked as such: the one that the text names most.

    'US60.1c' and 'half a US cent' are the style of places with dollars of their own, so there their names decide too.
    """
    if not _AMERICAN.search(text):
        return ""
    votes = Counter(signs()[match.group(1)] for match in _MARKED.finditer(text))
    if not votes and _US_CENTS.search(text):
        pattern, owner = _cue_pattern("cent")
        votes = Counter(owner[match.group()] for match in pattern.finditer(text)) if pattern else votes
        del votes["USD"], votes["EUR"], votes["ZAR"]
    return max(votes.items(), key=lambda item: (item[1], item[0]))[0] if votes else ""


@cache
def _cue_pattern(table: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    cues: dict[str, list[str]] = toml("currency_choice").get(table, {}).get("cues", {})
    owner = {cue: code for code, group in cues.items() for cue in group}
    if not owner:
        return None, {}
    words = "|".join(re.escape(cue) for cue in sorted(owner, key=lambda cue: (-len(cue), cue)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), owner


@lru_cache(maxsize=32)
def _decide(table: str, known: Evidence) -> tuple[str, str]:
    """The currency that a shared name stands for here, and whether the article or the default said so."""
    if table == "dollar":
        if known.us_style:
            return known.us_style, "article"
        if known.home_dollar and "US$" in known.text:
            return known.home_dollar, "outlet"
        return "USD", "default"
    default = toml("currency_choice").get(table, {}).get("default", "")
    pattern, owner = _cue_pattern(table)
    votes = Counter(owner[match.group()] for match in pattern.finditer(known.text)) if pattern else Counter()
    if votes:
        best = max(votes.items(), key=lambda item: (item[1], item[0] == default, item[0]))[0]
        return best, "article"
    return (default, "default") if default else (UNKNOWN, "unknown")


def _clean(surface: str) -> str:
    return re.sub(r"\s+", " ", surface).strip(" \t\n-−+()").replace("\u00a0", " ")


def read_currency(surface: str, known: Evidence, others: Iterable[str] = ()) -> Currency:
    """The currency that ``surface`` (what is left of an amount without its number) names.

    Args:
        surface: such as '$', 'US$', 'Japanese Yen', '-dollar', 'p', 'cents'.
        known: what the article says.
        others: codes of the article's other amounts, nearest first; they decide whose cents are meant.
    """
    surface = _clean(surface)
    if re.fullmatch(r"US ?(?:c|¢|cents?)", surface):
        return Currency("USD", 100, "sign")
    if (sign := re.fullmatch(r"\$ ?(US|U\.S\.|Cdn|Canadian|AUD|USD|CAD)", surface)) is not None:
        return Currency({"Cdn": "CAD", "Canadian": "CAD", "AUD": "AUD", "CAD": "CAD"}.get(sign[1], "USD"), 1, "sign")
    if re.fullmatch(r"[MB][A-Z]{3}", surface) and surface[1:] in signs():
        return Currency(signs()[surface[1:]], 1, "code")
    if surface in _SHARED:
        return Currency(_decide(_SHARED[surface], known)[0], 1, _decide(_SHARED[surface], known)[1])
    if surface in signs():
        iso = len(surface) == 3 and surface.isalpha() and surface == signs()[surface]
        return Currency(signs()[surface], 1, "code" if iso else "sign")
    name = surface.lower().replace("-", " ")
    name = name if name in names() or name in minor_units() else re.sub(r"^(?:of|a|the|in) ", "", name)
    if name in minor_units() and not (name in names() and name != "dirham"):
        return _read_minor(name, known, others)
    codes = names().get(name) or names().get(name.replace(" ", "-")) or ()
    if len(set(codes)) == 1:
        return Currency(codes[0], 1, "name")
    if codes:
        one = name if name in _SAME_NAME or not name.endswith("s") else name[:-1]
        table = _SAME_NAME.get(one, one)
        if table in toml("currency_choice"):
            code, source = _decide(table, known)
            return Currency(code, 1, source)
        return Currency(codes[0], 1, "default")
    for part in re.split(r" ", surface):
        if part in signs():
            return read_currency(part, known, others)
    words = surface.split(" ")
    return read_currency(" ".join(words[1:]), known, others) if len(words) > 1 else Currency(UNKNOWN, 1, "unknown")


def _read_minor(name: str, known: Evidence, others: Iterable[str]) -> Currency:
    unit = minor_units()[name]
    codes = dict.fromkeys(unit.codes)
    if len(codes) == 1:
        return Currency(unit.codes[0], unit.parts, "name")
    for code in others:
        if code in codes:
            return Currency(code, unit.parts, "article")
    one = re.sub(r"s$", "", name)
    one = _SAME_MINOR.get(one, one)
    code, source = _decide(one, known) if one in toml("currency_choice") else (unit.codes[0], "default")
    return Currency(code if code in codes or code == UNKNOWN else unit.codes[0], unit.parts, source)
