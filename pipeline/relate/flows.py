"""Payers and receivers: ``role`` of the links from sums of money and deals to parties, where the sentence is plain."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from pipeline.contract import Deal, Extent, Link
from pipeline.relate.clauses import at, starting
from pipeline.relate.flows_frames import nouns
from pipeline.relate.flows_rules import roles
from pipeline.relate.flows_words import Line, line
from pipeline.relate.link_scene import Scene

# What pays in such a deal is plain from its verb or noun; those of other kinds are not payments.
_KINDS = frozenset({"investment", "transaction", "contract", "project"})
# A sentence that is longer is a table; what is said of an amount stands near it.
_MOST_CHARACTERS = 1200

Roles = dict[int, str]


def with_roles(scene: Scene, links: Sequence[Link]) -> list[Link]:
    """The links, those to parties with ``payer`` or ``receiver`` where the sentence says it plainly."""
    lines: dict[int, Line] = {}
    figures = _of_figures(scene, links, lines)
    deals = _of_deals(scene, links, figures, lines)
    told = {"figures": figures, "deals": deals}
    return [
        link._replace(role=told[link.from_table].get(link.from_index, {}).get(link.to_index, ""))
        if link.relation == "party"
        else link
        for link in links
    ]


def _of_figures(scene: Scene, links: Iterable[Link], lines: dict[int, Line]) -> dict[int, Roles]:
    """The roles by figure; a restated amount has those of its original."""
    figures = scene.reading.figures
    referred = _referred(links, "figures")
    found: dict[int, Roles] = {}
    for index in dict.fromkeys(link.from_index for link in links if link.from_table == "figures"):
        figure = figures[index]
        original = index if figure.same_as is None else figure.same_as
        if figures[original].kind != "money":
            continue
        if original not in found:
            extent = Extent(figures[original].start, figures[original].end)
            found[original] = _roles_at(scene, extent, referred.get(original, []), lines)
        found[index] = found[original]
    return found


def _of_deals(
    scene: Scene, links: Iterable[Link], figures: dict[int, Roles], lines: dict[int, Line]
) -> dict[int, Roles]:
    """The roles by deal: those of its amounts, and of the verb or noun that states it; none where they differ."""
    referred = _referred(links, "deals")
    amounts: dict[int, list[int]] = {}
    for link in links:
        if link.from_table == "deals" and link.relation == "figure" and link.rule != "same-amount":
            amounts.setdefault(link.from_index, []).append(link.to_index)
    found: dict[int, Roles] = {}
    for index in dict.fromkeys(link.from_index for link in links if link.from_table == "deals"):
        deal = scene.reading.deals[index]
        if deal.kind not in _KINDS:
            continue
        told = [figures[amount] for amount in amounts.get(index, ()) if figures.get(amount)]
        if not told and not amounts.get(index):
            told = [_roles_at(scene, _core(scene, deal), referred.get(index, []), lines)]
        found[index] = _agreed(told)
    return found


def _agreed(told: Iterable[Roles]) -> Roles:
    """Each party's role, unless two differ."""
    every: dict[int, set[str]] = {}
    for roles_ in told:
        for party, role in roles_.items():
            every.setdefault(party, set()).add(role)
    return {party: min(several) for party, several in every.items() if len(several) == 1}


def _core(scene: Scene, deal: Deal) -> Extent:
    """The noun of money inside the phrase of a deal, or what stands behind its verb; else its last word."""
    text = scene.reading.article.text
    position = deal.start
    for word in text[deal.start : deal.end].split():
        start = text.index(word, position, deal.end)
        position = start + len(word)
        if word.lower().strip(",.") in nouns() and not (start == deal.start and deal.rule.startswith("verb")):
            return Extent(start, position)
    return Extent(deal.end, deal.end)


def _referred(links: Iterable[Link], table: str) -> dict[int, list[int]]:
    """The parties that a pronoun reaches back to, by figure or deal."""
    found: dict[int, list[int]] = {}
    for link in links:
        if link.from_table == table and link.relation == "party" and link.rule.startswith("back-"):
            found.setdefault(link.from_index, []).append(link.to_index)
    return {index: parties for index, parties in found.items() if len(parties) == 1}


def _roles_at(scene: Scene, extent: Extent, referred: Sequence[int], lines: dict[int, Line]) -> Roles:
    """The roles around an amount or a deal in its sentence."""
    if extent.start == extent.end:
        return {}
    index = at(scene.units, extent.start)
    unit = scene.units[index]
    if unit.end - unit.start > _MOST_CHARACTERS or not (scene.named[index] or referred):
        return {}
    if index not in lines:
        figures = scene.reading.figures
        inside = [(j, figures[j]) for j in starting(figures, unit.start, unit.end) if figures[j].end <= unit.end]
        lines[index] = line(scene.reading.article.text, unit.start, unit.end, inside, scene.named[index])
    words = lines[index].words
    first = bisect_left(words, extent.start, key=lambda word: word.start)
    end = bisect_left(words, extent.end, key=lambda word: word.start)
    return roles(lines[index], first, end, referred) if first < end else {}
