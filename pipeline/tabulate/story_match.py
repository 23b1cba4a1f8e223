"""Whether two articles speak of the same deal."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pipeline.tabulate.story_names import recurs, weight, yearly
from pipeline.tabulate.story_signs import SAME, Signs

CLOSE = 30
"""Days between two tellings of a deal that its name alone does not identify: news of a deal comes within a month."""
LASTING = 366
"""Days between two tellings of a deal with a name of its own: a law or a pact is news again within a year."""
_FRESH = 10
"""Days between two tellings of 'the trade deal' of the same two parties: the next one of theirs may follow soon."""
_EVENT = 90
"""Days between two tellings of an event by its name: the next one of its kind may be half a year away."""
_OTHER = 2.0
"""Amounts further apart than this are no two counts of one sum, unless the name says that it is one deal."""

_BOUGHT = frozenset({"investment", "transaction", "contract"})
_PRIVATE = frozenset({"agreement", "initiative", "investment", "transaction", "contract", "project"})


def _compatible(one: Signs, two: Signs) -> bool:
    """Whether one deal may be called both kinds: a pledge is an agreement or a contract, but no summit and no law."""
    return one.kind == two.kind or {one.kind, two.kind} <= _PRIVATE


def _weight(words: Iterable[str]) -> int:
    return sum(map(weight, words))


def _marks(deal: Signs, sort: str) -> set[str]:
    return {mark for mark in deal.marks if mark.startswith(sort)}


def _of_other_year(one: Signs, two: Signs) -> bool:
    """Whether ``one`` bears a year and ``two``, without any, is neither of that year nor of the one before it."""
    years = {int(mark.split()[1]) for mark in _marks(one, "year")}
    if not years or two.day is None or _marks(two, "year"):
        return False
    told = datetime.date.fromordinal(two.day).year
    return not years & {told, told + 1}


def clash(one: Signs, two: Signs) -> bool:
    """Whether two deals are different ones by year, ordinal or number: '2025 Summit' and '2024 Summit'."""
    for sort in ("year", "ordinal", "number", "part", "percent"):
        ours, theirs = _marks(one, sort), _marks(two, sort)
        if ours and theirs and not ours & theirs:
            return True
    if yearly(one.head | two.head) and (_of_other_year(one, two) or _of_other_year(two, one)):
        return True
    return bool(one.places and two.places and not one.places & two.places)


def _amounts(one: Signs, two: Signs) -> float | None:
    """How far the nearest two amounts are from each other, as a ratio of at least 1; ``None`` without amounts."""
    ratios = [max(a, b) / min(a, b) for a in one.amounts for b in two.amounts if min(a, b) > 0]
    return min(ratios, default=None)


def likeness(one: Signs, two: Signs, gap: int | None) -> float:
    """How sure it is that two deals of different articles that do not ``clash`` are one; 0 where it is not.

    Args:
        one: a deal as an earlier article tells it.
        two: a deal as a later one tells it.
        gap: days between the later one and the latest telling of the story; ``None`` where a day is not known.
    """
    union = _weight(one.words | two.words)
    overlap = _weight(one.words & two.words) / union if union else 0.0
    return (
        _same_name(one, two, gap)
        or _like_name(one, two, overlap, gap)
        or _same_parties(one, two, overlap, gap)
        or _same_words(one, two, gap)
    )


def _same_name(one: Signs, two: Signs, gap: int | None) -> float:
    """Two names in capitals with the same telling words: 'Clean Ports Initiative' and 'Clean Ports Initiative (CPI)'.

    Words that are common in news need a country or an organisation that both articles name: there is more than one
    'Human Rights Act'. The name of a party does not tell its deals apart: 'Halden Order';
    and what is bought may be sold later: 'buy Norwick Mills'.
    """
    if not (one.proper and two.proper and one.words == two.words and one.head == two.head):
        return 0
    if _marks(one, "number") & _marks(two, "number") and one.head:
        return 3 if gap is None or gap <= LASTING else 0
    weight_of_all = _weight(one.words)
    tokens = len(one.words | one.head | one.places)
    whole = one.words and one.places == two.places and tokens > 2
    if weight_of_all < 2 and not whole:
        return 0
    if weight_of_all == len(one.words) and not one.around & two.around:
        return 0
    if len(one.words) == 1 and {one.kind, two.kind} & _PRIVATE and _is_party(one.words, one.around | two.around):
        return 0
    if gap is None:
        return 3 if weight_of_all > 2 else 0
    if not one.head and {one.kind, two.kind} & _BOUGHT:
        return 3 if gap <= CLOSE else 0
    lasting = _FRESH if recurs(one.head) else _EVENT if "forum" in (one.kind, two.kind) else LASTING
    return 3 if gap <= lasting else 0


def _is_party(words: frozenset[str], around: frozenset[str]) -> bool:
    """Whether a word of the name is one of a party's name."""
    return any(words & set(party.split()) for party in around)


def _like_name(one: Signs, two: Signs, overlap: float, gap: int | None) -> float:
    """Names that have most of their words in common: 'Clean Ports Act' and 'the Norwick Clean Ports Act'.

    An event or a treaty is known by one rare word: 'Norwick summit' and 'Norwick summit on ports', 'Norwick accord'.
    """
    if gap is None or gap > CLOSE or not (one.head & two.head or _compatible(one, two)):
        return 0
    shared = one.words & two.words
    total = _weight(shared)
    if one.kind == two.kind == "forum" and one.partly and two.partly and gap <= _FRESH:
        inside = shared in (one.words, two.words)
        rare = total > len(shared) or len(shared) > 1
        return 2 + overlap if rare and inside and one.head & two.head else 0
    alike = one.partly and two.partly and gap <= _FRESH and one.words == two.words and one.head == two.head
    alike = alike and total > len(shared)
    if alike and one.kind == two.kind not in _BOUGHT and not _is_party(one.words, one.around | two.around):
        return 2
    if not (one.proper and two.proper) or len(shared) < 2 or (one.head and two.head and not one.head & two.head):
        return 0
    if total == len(shared) and not one.around & two.around:
        return 0
    return 2 + overlap if overlap >= 0.6 or (overlap >= 0.4 and total >= 4) else 0


def _same_parties(one: Signs, two: Signs, overlap: float, gap: int | None) -> float:
    """The same linked parties, and the same amount or overlapping names."""
    if gap is None or gap > CLOSE or not _compatible(one, two):
        return 0
    if len(one.parties & two.parties) < 2 and not one.telling & two.telling:
        return 0
    ratio = _amounts(one, two)
    if ratio is not None and ratio <= 1 + SAME:
        return 1.5 + overlap
    if ratio is not None and ratio > _OTHER:
        return 0
    shared = one.words & two.words
    if one.kind != "transaction" and len(shared) == 1 and one.words != two.words and _is_party(shared, one.parties):
        return 0
    if overlap >= 0.5 or (overlap >= 0.25 and one.head & two.head and _same_pair(one, two)):
        return 1 + overlap
    return 0.5 if gap <= _FRESH and _general(one, two) and _same_pair(one, two) else 0


def _same_pair(one: Signs, two: Signs) -> bool:
    """Whether both are between the same two countries or companies."""
    shared = one.parties & two.parties
    principals = {party for party in shared if party.isupper() or party in one.telling & two.telling}
    return len(principals) > 1 and len(shared) >= 0.6 * len(one.parties | two.parties)


def _general(one: Signs, two: Signs) -> bool:
    """Whether one name says no more than the other: 'the trade deal' and 'their wheat deal'."""
    if _marks(one, "number") ^ _marks(two, "number") or not one.head & two.head:
        return False
    return min(len(one.words), len(two.words)) == 0 and max(len(one.words), len(two.words)) < 2


def _same_words(one: Signs, two: Signs, gap: int | None) -> float:
    """Two descriptions in the same words, days apart, in articles that have parties in common."""
    if gap is None or gap > _FRESH or one.kind != two.kind or recurs(one.head | two.head):
        return 0
    if one.words != two.words or len(one.words) < 2:
        return 0
    if not (one.parties <= two.parties or two.parties <= one.parties):
        return 0
    ratio = _amounts(one, two)
    if ratio is not None and ratio > _OTHER:
        return 0
    return 0.8 if len(one.around & two.around) > 1 else 0
