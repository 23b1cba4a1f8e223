"""Which names of bodies are parties: no classes of bodies, no bodies still to be set up, no cabinets."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import toml
from pipeline.label.lexicon import lexicon

# 'each Central Bank': a class of bodies
_CLASS_BEFORE = re.compile(r"\b(?:new|proposed|every|each|any|some|no|many|several|various|other)\s+$")
# 'will establish a Climate Council'
_SET_UP = re.compile(
    r"\b(?:establish|create|set up|form|launch|convene|propose)\w*\s+(?:(?:a|an|the)\s+)?(?:new\s+)?$|\bproposed\s+$"
)
# 'the Kenyan Cabinet' is Kenya, a working group is a part of a deal
_CABINET = re.compile(r"\b(?:Cabinet|Government|Governments|Working Groups?|Experts? Groups?|Task Forces?)$")
# 'AU$5 million', 'NT$30'
_SIGN = re.compile(r"[$€£¥]")
# 'the Nasdaq composite index', 'the Dow Jones fell': an index that bears the name of who runs it
_INDEX = re.compile(r"(?:Nasdaq|NASDAQ|Dow Jones|Nikkei|TSX|Standard & Poor(?:[’']?s)?|Hang Seng|Bovespa)$")
_INDEX_AFTER = re.compile(
    r"(?:[’']s)?\s+(?:\(?S&P\)?\s+)?(?:(?i:composite|index|indices|industrials?|average|futures)\b|\d|=|,?\s*(?:was|is|were|has|had)?\s*"
    r"(?:also\s+)?(?:up|down|rose|risen|fell|fallen|lost|gained|dropped|climbed|slid|jumped|plunged|closed|ended|keeps)\b)"
)
# 'Secretary of Homeland Security': a field of policy in a post
_FIELD_BEFORE = re.compile(
    r"\b(?:Secretar(?:y|ies)|Ministers?|Commissioners?|Directors?)\s+(?:of|for)\s+(?:[A-Z]\w+,?\s+(?:and\s+)?){0,4}$"
)
_REACH = 40
# 'the Homeland Security Adviser'
_CAPITAL_AFTER = re.compile(r"\s+([A-Z]\w+)")


@cache
def _bare() -> frozenset[str]:
    words = toml("org_words")
    return frozenset([*words["bare"], *words["organs"]])


def is_organization(text: str, start: int, end: int) -> bool:
    """Whether the body named at ``text[start:end]`` is a party of its own.

    >>> is_organization("the Bank of Japan said", 4, 17), is_organization("the Kenyan Cabinet", 4, 18)
    (True, False)
    """
    form = " ".join(text[start:end].split())
    if form in _bare() or _CABINET.search(form) or not any(letter.isalpha() for letter in form):
        return False
    words = form.split()
    if words[-1] == "Administration" and _is_of_person(words[:-1]):
        return False
    if (form.isupper() and _SIGN.match(text, end)) or (_INDEX.match(form) and _INDEX_AFTER.match(text, end)):
        return False
    before = text[max(0, start - _REACH) : start]
    known = lexicon()
    field = (words[-1] in known.modifiers or words[-1].lower() in known.common) and words[-1] not in known.heads
    after = _CAPITAL_AFTER.match(text, end)
    if field and (_FIELD_BEFORE.search(before) or (after and after[1] in known.post_starts)):
        return False
    return not _SET_UP.search(before) and not (words[-1] in _bare() and _CLASS_BEFORE.search(before))


def _is_of_person(words: list[str]) -> bool:
    """Whether an administration is a president's: 'the Biden-Harris Administration'."""
    last = words[-1].split("-")[-1] if words else ""
    return last in lexicon().family or last in lexicon().given
