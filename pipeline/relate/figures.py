"""Bound, change, rate, what is measured and restated amounts of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.contract import Reading
from pipeline.relate.bounds import bound_behind
from pipeline.relate.changes import changes
from pipeline.relate.context import Context, contexts
from pipeline.relate.measured import measured
from pipeline.relate.rate_gaps import rate_gap
from pipeline.relate.rates_per import per_before, per_behind, per_behind_object, per_capita
from pipeline.relate.restated import Tie, same_as, ties


def relate_figures(reading: Reading) -> Reading:
    """The figures with the columns that the words around them tell."""
    seen = contexts(reading)
    tied = ties(seen)
    bounds, moves = _bounds(seen, tied), changes(seen, tied)
    pers, phrases = _pers(seen, tied), measured(seen, tied)
    firsts = [same_as(seen, tied, index) for index in range(len(seen))]
    figures = tuple(
        replace(
            figure,
            bound=bounds[index],
            change=moves[index],
            per=pers[index],
            measures=phrases[index],
            same_as=first,
            rate_gap=None if first is None else rate_gap(figure, reading.figures[first]),
        )
        for index, (figure, first) in enumerate(zip(reading.figures, firsts, strict=True))
    )
    return replace(reading, figures=figures)


def _bounds(seen: Sequence[Context], tied: Sequence[Tie]) -> list[str]:
    """The bound of each figure: its own, or that of the list or amount that it is a member or conversion of."""
    found: list[str] = []
    for position, context in enumerate(seen):
        sign = context.figure.bound
        if sign == "=":
            sign = context.bound.sign
        if sign == "=":
            sign = bound_behind(context.reading.article.text, context.figure.end)
        cued = context.bound.start < context.figure.start
        if sign == "=" and not cued and position and _shares(seen, tied, position):
            sign = found[-1]
        found.append(sign)
    return found


def _shares(seen: Sequence[Context], tied: Sequence[Tie], position: int) -> bool:
    """Whether a figure stands under the bound of the one before it: 'over $5m ([£4m])', 'at least 5, [6] or 7'."""
    if tied[position] is Tie.BRACKET:
        return True
    ours, theirs = seen[position].figure, seen[position - 1].figure
    return tied[position] is Tie.LIST and (ours.kind, ours.unit) == (theirs.kind, theirs.unit)


def _pers(seen: Sequence[Context], tied: Sequence[Tie]) -> list[str]:
    """What each figure is for each of; a conversion, and the members of '$5 or $6 a barrel', share it."""
    found = [context.figure.per or _per(context) for context in seen]
    for position in range(len(found) - 1, 0, -1):
        both_money = seen[position - 1].figure.kind == seen[position].figure.kind == "money"
        if tied[position] is not Tie.NONE and both_money and not found[position - 1]:
            found[position - 1] = found[position]
        if found[position] and not found[position - 1] and _from_to(seen, position):
            found[position - 1] = found[position]  # 'from ₹600 to ₹1,000 a month'
    for position in range(1, len(found)):
        if tied[position] is Tie.BRACKET and not found[position]:
            found[position] = found[position - 1]
    return found


def _from_to(seen: Sequence[Context], position: int) -> bool:
    """Whether a figure and the one before it are the ends of 'from A to B'."""
    first, second = seen[position - 1], seen[position]
    start, end = first.before(), second.before()
    same = first.words is second.words and first.figure.unit == second.figure.unit
    return same and start is not None and end is not None and (start.lower, end.lower) == ("from", "to")


def _per(context: Context) -> str:
    text, figure = context.reading.article.text, context.figure
    name = per_behind(text, figure.end).name or per_behind_object(text, figure.end)
    if not name and figure.kind in ("measure", "money"):
        start = context.words[max(0, context.at - 24)].start
        name = "person" if per_capita(text, start, figure.start) else ""
    if not name and figure.kind == "money":
        name = per_before(text, figure.start)
    return name
