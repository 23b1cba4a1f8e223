"""The noun phrase that a figure is the figure of: the column ``measures``.

The rules stand in order; the first that finds a phrase decides. They look at the words before a figure (or before the
list that it is in) and behind it (or behind the list), never at single sentences or names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from pipeline.relate.measured_carried import FAR, carried_over, last_resort, names_party, spoken_of
from pipeline.relate.measured_counts import count, counted, hyphened, used
from pipeline.relate.measured_on import goes_on
from pipeline.relate.measured_verbs import (
    brings,
    employs,
    having,
    in_which,
    kept,
    lost,
    optional,
    participle,
    pronoun_valued,
    source,
    suffered,
    taken_to,
    voted,
    where,
)
from pipeline.relate.movers import antecedent
from pipeline.relate.phrases import phrase_after
from pipeline.relate.restated import Tie
from pipeline.relate.subjects import subject_of
from pipeline.relate.words import Tag

# A phrase of more words loses its 'for', when two words before that say what it is.
_LONG = 5

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
        if phrase.lower() in listed("numerals"):
            phrase = ""  # 'all [three] came in above'
        if not phrase or phrase.lower() in listed("vague"):
            carried = carried_over(contexts, found, position)
            phrase = carried or phrase or yardstick(seen, seen.ahead) or last_resort(seen)
            if names_party(context, phrase):
                phrase = carried_over(contexts, found, position, FAR) or phrase
        found.append(_brief(phrase or spoken_of(context)))
    return found


def _brief(phrase: str) -> str:
    """A phrase without the party that it belongs to, whom it is with, and a long 'for' that names nothing.

    '[the carrier's] backlog', 'a pact [with the Dutch bank]', 'running costs [for hospitals and rural clinics]'.
    """
    words = phrase.split()
    for at, word in enumerate(words[:-1]):
        if at and word == "with" and not " ".join(words[at:]).islower():
            return " ".join(words[:at])
        if at > 1 and word == "for" and len(words) > _LONG:
            names = words[at + 1 + (words[at + 1] == "the") :]
            if names and names[0].islower():
                return " ".join(words[:at])
        if word.endswith(("'s", "’s")) and word[:-2].lower() in listed("agents"):
            return _brief(" ".join(words[at + 1 :]))
    return phrase


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
        in_which,
        taken_to,
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
        pronoun_valued,
        valued,
        kept,
        participle,
        of_before,
        parallel,
        off_or_onto,
        priced,
        of_behind,
        attribute,
        moved,
        in_which,
        taken_to,
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
    "count": (voted, hyphened, optional, having, employs, used, taken_to, moved, count, of_before, linked, beside),
    "multiple": (_multiple,),
}
