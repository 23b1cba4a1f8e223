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
_CABINET = re.compile(r"\b(?:Cabinet|Government|Governments|Working Group|Experts? Group|Task Force)$")
_REACH = 40


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
    before = text[max(0, start - _REACH) : start]
    return not _SET_UP.search(before) and not (words[-1] in _bare() and _CLASS_BEFORE.search(before))


def _is_of_person(words: list[str]) -> bool:
    """Whether an administration is a president's: 'the Biden-Harris Administration'."""
    last = words[-1].split("-")[-1] if words else ""
    return last in lexicon().family or last in lexicon().given
