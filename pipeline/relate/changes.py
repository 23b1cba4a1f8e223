"""Whether an amount rose or fell, or is a rise or fall itself: the column ``change``."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.relate.changed_by import (
    compared,
    moved_by,
    multiplied,
    noun_before,
    noun_behind,
    off_or_onto,
    signed,
    vanishes,
)
from pipeline.relate.changed_to import from_behind, to_level
from pipeline.relate.context import Context
from pipeline.relate.lexicon import directions
from pipeline.relate.restated import Tie
from pipeline.relate.words import Tag


def changes(contexts: Sequence[Context], tied: Sequence[Tie]) -> list[str]:
    """``up``, ``down`` or empty for each figure."""
    found: list[str] = []
    for position, context in enumerate(contexts):
        change = context.figure.change or _own(context)
        if not change and position:
            change = _inherited(contexts, tied, found, position)
        found.append(change)
    return found


def _inherited(contexts: Sequence[Context], tied: Sequence[Tie], found: Sequence[str], position: int) -> str:
    """The change of the figure that this one restates, goes on from or is the new level of."""
    context, previous = contexts[position], contexts[position - 1]
    if tied[position] in (Tie.BRACKET, Tie.EITHER):
        head = position
        while tied[head] in (Tie.BRACKET, Tie.EITHER):
            head -= 1
        return found[head] if tied[position] is Tie.BRACKET or _moved(contexts[head]) else ""
    if previous.words is not context.words or not found[-1]:
        return ""
    link = context.before()
    if link is None:
        return ""
    outcome = context.before(2)
    if link.lower == "at" and outcome is not None and outcome.lower in ("higher", "lower"):
        return found[-1] if previous.at == context.left - 3 else ""  # 'closed 3.4% higher [at] 187,500 won'
    if link.lower == "at" and previous.at in (context.left - 2, context.left - 4) and _moved(previous):
        return found[-1]  # 'ended down 1% [at] 1,218.45', 'lost 1.3% to end [at] 1,502.70'
    same_unit = (previous.figure.kind, previous.figure.unit) == (context.figure.kind, context.figure.unit)
    if link.lower == "between":
        link = context.before(2) or link
    first = previous.before()
    if link.tag is Tag.CONJUNCTION and same_unit and first is not None and (first.lower == "to" or _moved(previous)):
        return found[-1]  # 'to 1,900 kWh by 2035 [and] over 3,600 kWh by 2045'
    further = context.before(2)
    if link.lower == "to" and further is not None and further.tag is Tag.COMMA:
        return found[-1]  # 'took a quarter of a point off its rate, [to] 4.69%'
    return ""


def _moved(context: Context) -> bool:
    """Whether the figure stands right behind a word of change: 'rose [4p]'."""
    word = context.before()
    return word is not None and (word.lower == "by" or word.lower in directions("verbs", "particles", "nouns"))


def _own(context: Context) -> str:
    """The change that the words beside the figure tell."""
    return (
        multiplied(context)
        or compared(context)
        or vanishes(context)
        or signed(context)
        or moved_by(context)
        or to_level(context)
        or noun_before(context)
        or noun_behind(context)
        or from_behind(context)
        or off_or_onto(context)
    )
