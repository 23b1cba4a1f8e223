"""The noun phrase that a figure is the figure of: the column ``measures``.

The rules stand in order; the first that finds a phrase decides. They look at the words before a figure (or before the
list that it is in) and behind it (or behind the list), never at single sentences or names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.contract import Figure
from pipeline.relate.context import Context
from pipeline.relate.lexicon import listed
from pipeline.relate.measured_before import (
    beside,
    bracketed,
    compares,
    fronted,
    generic_before,
    headed,
    linked,
    moved,
    of_before,
    priced,
    risen_to,
    signed,
    valued,
)
from pipeline.relate.measured_behind import (
    attribute,
    change_behind,
    of_behind,
    off_or_onto,
    parallel,
    purpose,
    to_do,
    whole,
    yards,
    yardstick,
)
from pipeline.relate.measured_counts import count, counted
from pipeline.relate.measured_on import goes_on
from pipeline.relate.measured_verbs import (
    brings,
    employs,
    having,
    lost,
    optional,
    participle,
    source,
    suffered,
    voted,
    where,
)
from pipeline.relate.movers import antecedent
from pipeline.relate.phrases import phrase_after, phrase_before
from pipeline.relate.restated import Tie
from pipeline.relate.subjects import subject_of, subject_of_clause
from pipeline.relate.words import Tag

# So many sentences back an amount may carry over, and so many figures are looked at.
_NEAR, _FAR, _LOOKED_AT = 2, 6, 60

Rule = Callable[[Context, int], str]


def measured(contexts: Sequence[Context], tied: Sequence[Tie]) -> list[str]:
    """The noun phrase that each figure is the figure of; empty if the text names none."""
    found: list[str] = []
    for position, context in enumerate(contexts):
        if context.figure.measures:
            found.append(context.figure.measures)
            continue
        on = found[-1] if tied[position] is Tie.BRACKET else goes_on(contexts, found, position)
        if on or tied[position] is Tie.BRACKET:
            found.append(on)
            continue
        seen = _with_list(contexts, tied, position) if _counts_nothing(context) else context
        phrase = _first(seen)
        if not phrase or phrase.lower() in listed("vague"):
            carried = _carried(contexts, found, position)
            phrase = carried or phrase or yardstick(seen, seen.ahead) or _last_resort(seen)
            if _names(context, phrase):
                phrase = _carried(contexts, found, position, _FAR) or phrase
        found.append(phrase)
    return found


def _names(context: Context, phrase: str) -> bool:
    """Whether the phrase is the name of a party: it pays or gets the amount, and is not what the amount is of."""
    parties = context.reading.parties
    return bool(phrase) and any(phrase in (party.name, *party.aliases) for party in parties)


def _counts_nothing(context: Context) -> bool:
    """Whether the figure names no noun of its own, so that what stands behind its list can be its own."""
    return context.figure.kind != "count" or not counted(context, 0)


def _with_list(contexts: Sequence[Context], tied: Sequence[Tie], position: int) -> Context:
    """The figure with the words before the first and behind the last of the list and conversions that it is in."""
    own = contexts[position]
    if own.figure.kind == "percent" and tied[position] is Tie.EITHER and whole(own, own.at + 1) and not yards(own):
        return own  # 'a fee of £23m, or [2%] of the offer'
    first = last = position
    while tied[first] is not Tie.NONE:
        first -= 1
    while last + 1 < len(contexts) and tied[last + 1] is not Tie.NONE:
        if tied[last + 1] is not Tie.BRACKET and not _alike(contexts[last + 1], contexts[position]):
            break
        last += 1
    return own._replace(at=contexts[last].at, left=contexts[first].left, bound=contexts[first].bound)


def _alike(one: Context, other: Context) -> bool:
    """Whether what is behind one figure of a list can be said of the other: not '41.3bn baht, or 18.2 pct of GDP'."""
    ours, theirs = one.figure, other.figure
    # not '296 horsepower and 450 newton metres of torque'
    same = ours.kind == theirs.kind and (ours.kind != "measure" or ours.unit == theirs.unit)
    return same or not one.has(one.at + 1, Tag.OF)


def _first(context: Context) -> str:
    ahead = context.ahead
    if compares(context):
        return purpose(context, ahead) if context.says(ahead, "for") else ""
    for rule in _RULES[context.figure.kind]:
        phrase = rule(context, ahead)
        if phrase:
            return phrase
    return ""


def _multiple(context: Context, ahead: int) -> str:
    """'doubling [the earlier benchmark]', 'a fourfold increase in [storage capacity]'."""
    phrase = change_behind(context, ahead) or of_behind(context, ahead)
    if phrase:
        return phrase
    if context.says(ahead, "that", "what"):
        return ""
    subject = linked(context, ahead) if context.says(context.left - 1, "is", "was", "were", "are", "at") else ""
    if subject:
        return subject
    direct = phrase_after(context.words, ahead)
    if direct is not None and context.has(ahead, Tag.DETERMINER, Tag.NOUN):
        return context.phrase(direct)
    if context.has(ahead, Tag.PRONOUN):
        return context.phrase(antecedent(context.words, context.left))
    return moved(context, ahead) or context.phrase(subject_of(context.words, context.left))


def _carried(contexts: Sequence[Context], found: Sequence[str], position: int, reach: int = _NEAR) -> str:
    """What the same amount measured before, or one of the same unit in the sentence, or the amount just before."""
    context = contexts[position]
    own, reading = context.figure, context.reading
    before = contexts[position - 1] if position else context
    if position and before.words is context.words and (yards(context) or own.kind == "multiple"):
        return found[-1]  # 'a 36bn baht deficit, or [2.8 pct] of GDP', 'a $2bn price - [double] that of Acme'
    alike = []
    for earlier in range(position - 1, max(-1, position - _LOOKED_AT), -1):
        figure = contexts[earlier].figure
        if not found[earlier] or (figure.kind, figure.unit) != (own.kind, own.unit):
            continue
        if own.kind == "money" and figure.value is not None and figure.value == own.value:
            return found[earlier]
        alike.append(earlier)
    here = reading.sentence_index(own.start)
    if alike and (contexts[alike[0]].words is context.words or reach > _NEAR):
        return found[alike[0]] if here - reading.sentence_index(contexts[alike[0]].figure.start) <= reach else ""
    near = position and here - reading.sentence_index(before.figure.start) <= reach
    return found[-1] if near and before.figure.kind == own.kind and _same_scale(own, before.figure) else ""


def _same_scale(one: Figure, other: Figure) -> bool:
    """Whether two figures can measure the same thing: the same unit, or money or percents of whatever unit."""
    return one.unit == other.unit or one.kind in ("money", "percent")


def _last_resort(context: Context) -> str:
    """The member of a list that the figure stands behind, the subject of the clause, or the bare word behind it.

    'the mill, [$14,307,150], the farm, [$31,652,400]'; 'suffered [3.62%] loss'.
    """
    if context.has(context.left - 1, Tag.COMMA) and context.has(context.ahead, Tag.COMMA, Tag.STOP, Tag.CONJUNCTION):
        member = context.phrase(phrase_before(context.words, context.left - 1))
        if member:
            return member
    phrase = subject_of_clause(context.words, context.left) or phrase_after(context.words, context.at + 1, lists=False)
    counted = phrase is not None and context.words[phrase.first].tag is Tag.FIGURE
    return "" if counted else context.phrase(phrase)


_RULES: dict[str, tuple[Rule, ...]] = {
    "percent": (
        signed,
        fronted,
        risen_to,
        change_behind,
        of_before,
        parallel,
        off_or_onto,
        of_behind,
        moved,
        attribute,
        linked,
        bracketed,
        headed,
        purpose,
        beside,
        generic_before,
    ),
    "money": (
        bracketed,
        change_behind,
        fronted,
        valued,
        participle,
        of_before,
        parallel,
        off_or_onto,
        priced,
        of_behind,
        attribute,
        moved,
        linked,
        lost,
        purpose,
        brings,
        headed,
        beside,
        to_do,
        source,
        suffered,
        where,
        having,
        generic_before,
    ),
    "measure": (
        bracketed,
        change_behind,
        participle,
        of_before,
        of_behind,
        attribute,
        moved,
        linked,
        headed,
        beside,
        purpose,
        generic_before,
    ),
    "count": (voted, optional, having, employs, moved, count, of_before, linked, beside),
    "multiple": (_multiple,),
}
