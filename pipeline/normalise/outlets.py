"""The country where an article's outlet is at home, and the order in which dates of digits are written there."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import pycountry

from pipeline.contract import Article
from pipeline.gazetteers import toml
from pipeline.label.lexicon import country_forms

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "DMY", "MDY", "YMD"
# What a host looks like; anything else after the scheme (a user, a port) is left out
_HOST = re.compile(r"(?:\w+://)?(?:[^/@\s]*@)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_WORD = re.compile(r"[\w'.’]+")
_LONGEST = 4


def outlet_country(article: Article) -> str:
    """The ISO 3166-1 alpha-3 code of the outlet's country, by its host or else by its name; empty if neither tells.

    >>> outlet_country(Article("0", "t", "", url="https://www.stuff.co.nz/business"))
    'NZL'
    >>> outlet_country(Article("0", "t", "", outlet="The Korea Herald"))
    'KOR'
    """
    return _country(article.url, article.outlet)


def date_order(country: str) -> str:
    """``MDY``, ``YMD`` or ``DMY``: how the country writes dates of digits; empty for no country.

    >>> date_order("USA"), date_order("GBR"), date_order("")
    ('MDY', 'DMY', '')
    """
    known = toml("outlets")["dates"]
    if country in known["month_first"]:
        return MONTH_FIRST
    if country in known["year_first"]:
        return YEAR_FIRST
    return DAY_FIRST if country else ""


@lru_cache(maxsize=4096)
def _country(url: str, outlet: str) -> str:
    # Some sources give the host as the outlet's name
    return _by_host(url) or _by_host(outlet) or _by_name(outlet)


def _by_host(url: str) -> str:
    """By the longest end of the host that is known; a country-code domain is known unless it is sold worldwide."""
    host = _HOST.match(url.strip())
    if not host:
        return ""
    labels = host[1].lower().split(".")
    known: dict[str, str] = toml("outlets")["hosts"]
    for start in range(len(labels)):
        country = known.get(".".join(labels[start:]))
        if country:
            return country
    domains = toml("outlets")["domains"]
    if labels[-1] in domains["worldwide"] or len(labels[-1]) != 2:
        return ""
    found = pycountry.countries.get(alpha_2=labels[-1].upper())
    return str(domains["other"].get(labels[-1]) or (found.alpha_3 if found else ""))


@cache
def _names() -> dict[str, str]:
    """Names of countries, their adjectives and capitals, and parts of outlets' names, which have the last word."""
    table = {form: entry.key for form, entry in country_forms() if len(form) > 1}
    table.update(toml("outlets")["names"])
    return table


def _by_name(outlet: str) -> str:
    """By the longest run of words that is known, the first of several."""
    words = _WORD.findall(outlet)
    for length in range(_LONGEST, 0, -1):
        for start in range(len(words) - length + 1):
            country = _names().get(" ".join(words[start : start + length]))
            if country:
                return country
    return ""
