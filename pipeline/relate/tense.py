"""Which way a time points that names no week or year: to the past or to the future of the day of publication."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import toml


@cache
def _cues() -> re.Pattern[str]:
    tense = toml("time_cues")["tense"]
    groups = (f"(?P<{name}>\\b(?:{'|'.join(tense[name])})\\b|['’]ll\\b)" for name in ("future", "past"))
    return re.compile("|".join(groups))


# A quotation that ends is a clause of its own: its tense is not that of '..., he said Friday'.
_CLAUSE = re.compile(
    r"[;:]|,[\"”'’]*\s|[.?!][\"”]\s|\s[-–—]{1,2}\s|\b(?:and|but|which|who|after|when|while|because|although|as)\s"
)


def _clause_start(before: str) -> int:
    """Where the clause that ``before`` breaks off in begins."""
    return max((match.end() for match in _CLAUSE.finditer(before)), default=0)


def direction(before: str, after: str) -> int:
    """1 for the future, -1 for the past, twice that where the verb makes it certain, 0 where the words do not tell.

    The verb before the time in its clause counts first, then the one behind it in its clause, then the nearest before.

    >>> direction("They will meet on ", ""), direction("Shares fell ", " after the report")
    (2, -1)
    """
    before, after = before[-200:].lower(), after[:120].lower()
    if _SET_FOR.search(before):
        return 1
    if after.startswith(","):  # 'called on them, on Monday, to leave': it goes with the verb before
        before = _ENCLOSED.sub(" ", before)
    cues = [
        (match.end(), 1 if match["future"] else -1)
        for match in _cues().finditer(before)
        if not _AS_PLANNED.search(before, 0, match.end())
    ]
    clause = _clause_start(before)
    own = [way for end, way in cues if end > clause]
    if own:
        if 1 in own[-2:] and _modal(before, clause):
            return 2
        return -2 if own[-1] < 0 and 1 not in own and _TOLD.match(before, cues[-1][0]) else own[-1]
    following = _CLAUSE.search(after, 2)
    behind = _cues().search(after, 0, following.start() if following else len(after))
    if behind and not _QUOTE_ENDS.match(after):
        return 1 if behind["future"] else -2 if _FRONTED.fullmatch(before) and after.startswith(",") else -1
    if cues:
        return cues[-1][1]
    behind = _cues().search(after)
    return 0 if behind is None else 1 if behind["future"] else -1


# 'called another strike for [Monday]'
_SET_FOR = re.compile(
    r"\b(?:called|convened|summoned|scheduled|set|booked|fixed|arranged|pencilled in|tabled|slated|billed)\b"
    r"[^.;,]{0,60}"
    r"\bfor\s+(?:the\s+)?$"
)
# 'began, as previously planned, on Saturday' tells what has happened
_AS_PLANNED = re.compile(r"\bas\s+(?:\w+ly\s+|had\s+been\s+)?(?:planned|expected|scheduled)$")


def has_happened(before: str, after: str) -> bool:
    """Whether the verb of the time's own clause tells the past: 'fell 6% in two hours', but not 'to return in a year'.

    >>> has_happened("Shares fell 6% in ", " of trading"), has_happened("He was told to return in ", ".")
    (True, False)
    """
    before = before[-200:]
    clause = before[_clause_start(before) :]
    cues = [bool(match["future"]) for match in _cues().finditer(clause.lower())]
    if cues:
        return not any(cues) and not _INFINITIVE.search(clause)
    return _OPENING.fullmatch(clause) is not None and direction(clause, after) < 0


_INFINITIVE = re.compile(r"\bto\s+(?!an?\s|the\s|its\s|their\s|[A-Z\d$€£])\w+\s")
_OPENING = re.compile(r"\W*(?:in|within)\s+(?:\w+\s+)?", re.I)
_QUOTE_ENDS = re.compile(r"[,.?!]?[\"”]")
_MODAL = re.compile(
    r"\b(?:will|(?:could|might|shall|(?<!for )(?<!in )(?<!of )(?<!by )(?<!last )(?<!next )(?<!since )may)"
    r"\s+(?:(?:also|then|even|soon|yet|well)\s+)?"
    r"(?!have\b|delivery\b|futures\b|contract)[a-z]{2,}|(?:would|could|shall|to|may|might|should|can)\s+(?:\w+\s+)?be)\b"
)


def _modal(before: str, clause: int) -> bool:
    """'will be held', 'will meet': what follows a modal verb is no past tense."""
    return _MODAL.search(before, clause) is not None and not _WAS_TO_BE.search(before, clause)


_WAS_TO_BE = re.compile(r"\b(?:was|were|had been)\s+(?:\w+\s+)?to\s+be\b")
# 'changed its name in December': no infinitive, purpose or noun of action stands between
_TOLD = re.compile(r"(?:(?!\bfor\b|\bof\b|\bto\s+(?!an?\s|the\s)\w)[^.;])*\b(?:in|on)\s+(?:early\s+|late\s+|mid-)?$")
# 'In December, it changed its name'
_FRONTED = re.compile(r"\W*(?:in|on|after|back in)\s+")
_ENCLOSED = re.compile(r"\s*,\s+(?:on\s+)?$")
