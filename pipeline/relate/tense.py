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


_CLAUSE = re.compile(r"[;:]|,\s|\s[-–—]{1,2}\s|\b(?:and|but|which|who|after|when|while|because|although|as)\s")


def direction(before: str, after: str) -> int:
    """1 for the future, 2 where a modal verb makes it certain, -1 for the past, 0 where the words do not tell.

    The verb before the time in its clause counts first, then the one behind it in its clause, then the nearest before.

    >>> direction("They will meet on ", ""), direction("Shares fell ", " after the report")
    (2, -1)
    """
    before, after = before[-200:].lower(), after[:120].lower()
    cues = [(match.end(), 1 if match["future"] else -1) for match in _cues().finditer(before)]
    bounds = [match.end() for match in _CLAUSE.finditer(before)]
    clause = bounds[-1] if bounds else 0
    own = [way for end, way in cues if end > clause]
    if own:
        return 2 if 1 in own[-2:] and _modal(before, clause) else own[-1]
    following = _CLAUSE.search(after, 2)
    behind = _cues().search(after, 0, following.start() if following else len(after))
    if behind:
        return 1 if behind["future"] else -1
    if cues:
        return cues[-1][1]
    behind = _cues().search(after)
    return 0 if behind is None else 1 if behind["future"] else -1


_MODAL = re.compile(r"\b(?:will|(?:would|could|shall|to|may|might|should|can)\s+(?:\w+\s+)?be)\b")


def _modal(before: str, clause: int) -> bool:
    """'will be held', 'will meet': what follows a modal verb is no past tense."""
    return _MODAL.search(before, clause) is not None
