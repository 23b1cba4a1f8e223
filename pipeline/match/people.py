"""Which names of people are parties: no fragments of a title, of a page or of a place."""

from __future__ import annotations

import re

from pipeline.label.lexicon import lexicon

# 'Roe v. Wade' is a case
_CASE_BEFORE = re.compile(r"\bvs?\.?\s+$")
_CASE_AFTER = re.compile(r"\s+vs?\.\s+[A-Z]")
_SHAPE = re.compile(r"[^\W\d_][\w.’' \n\t\u00a0‑–-]*[\w.]$")


def is_person(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` can be a person's name: letters only, and more than words of lower case.

    >>> is_person("Roe v. Wade", 7, 11), is_person("the Biden-Harris team", 4, 16)
    (False, False)
    """
    form = text[start:end]
    if not _SHAPE.match(form) or any(letter.isdigit() for letter in form):
        return False
    words = form.split()
    known = lexicon()
    if _CASE_BEFORE.search(text, max(0, start - 5), start) or _CASE_AFTER.match(text, end):
        return False
    pair = form.split("-")
    if (
        len(words) == 1
        and len(pair) == 2
        and (all(part in known.family for part in pair) or all(part.lower() in known.common for part in pair))
    ):
        # 'Biden-Harris', 'Red-Green'
        return False
    if len(words) == 1 and len(form) < 2:
        return False
    return not (len(words) > 1 and all(word.lower() in known.common for word in words) and words[0] not in known.given)
