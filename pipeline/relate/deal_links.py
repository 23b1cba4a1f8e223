"""Whose a deal is, what it is for, when, and how much: by the sentence of its first mention and of the later ones."""

from __future__ import annotations

import re
from functools import cache

from pipeline.contract import Deal, Extent, Figure
from pipeline.gazetteers import alternatives, toml
from pipeline.relate.clauses import asides, at, starting
from pipeline.relate.link_follow import following_times
from pipeline.relate.link_parties import parties_of
from pipeline.relate.link_predicates import shared
from pipeline.relate.link_scene import Amount, Scene
from pipeline.relate.link_sectors import sectors_of
from pipeline.relate.link_times import FURTHER, usable
from pipeline.relate.link_topic import described

Linked = list[tuple[int, str]]

# What may stand between a deal and its amount: 'the project ([$240 million])', 'contract worth [$2bn]'.
_AMOUNT_BEHIND = re.compile(
    r"(?:[*_]*\s*[(:–-]\s*[*_]*\s*|\s+|\s*,\s+(?:worth|valued|providing|with|including|adding|creating)\s)[^,;:.()]{0,60}\Z"
)
# Smaller amounts are prices and fares, which recur without being the same.
_WORTH_MATCHING = 1_000_000
_FOR = re.compile(r"\s+(?:each\s+)?(?:for|to)\s")
# How many mentions of a deal tell what it is about.
_TOLD = 3
# White space between 'of' and an amount is no longer.
_GAP = 24
_CHAIN = re.compile(
    r"\s+(?:to|and|from)\s+"
    # a quantity and its price: 'to buy 500 MW of wind power at about [$70]', '600,000 tonnes a year, worth [$210m]'
    r"|[^.;:()]{0,40}?(?:\s+at|,\s+worth|,\s+valued\s+at|\s+for)\s+(?:(?:about|around|roughly|up\s+to|over|nearly)\s+)?"
)
# A clause that goes on with what the deal brings: 'invest $5m in a plant[, adding 500 jobs]'
_ADDING = re.compile(r",\s+(?:adding|worth|which)\s")
# 'Under [a] scheme': the sentence tells what the deal holds.
_UNDER = re.compile(r"Under\s+(?:(?:the|an?|its|their|this|that)\s+)?(?:[\w-]+\s+){0,2}?", re.IGNORECASE)
_AMOUNT_BEFORE = re.compile(
    r"\s*(?:each\s+)?(?:(?:(?:will|would|is\s+to|are\s+to)\s+)?(?:go(?:es)?\s+to|come(?:s)?\s+from)\s+(?:the\s+|an?\s+)?"
    r"|(?:was|were|is|are|been)\s+(?:allotted|allocated|earmarked|set\s+aside)\s+(?:to|for)\s+(?:the\s+|an?\s+)?"
    r"|in\s+|of\s+|for\s+(?:the\s+|a\s+|an\s+)?|to\s+(?:the\s+)?|from\s+(?:the\s+)?|\s*)?\Z"
)


def deal_parties(scene: Scene, deal: Deal) -> Linked:
    """The parties inside its name and those of its clause; if there are none, those of its next mention."""
    found: dict[int, str] = {}
    for mention in deal.mentions or (Extent(deal.start, deal.end),):
        for named in described(scene.reading.article.text, scene, scene.named[at(scene.units, mention.start)]):
            if mention.start <= named.start < mention.end:
                found.setdefault(named.party, "in-name")
    for mention in deal.mentions or (Extent(deal.start, deal.end),):
        for party, rule in parties_of(scene, mention.start, mention.end):
            found.setdefault(party, rule)
        if found and at(scene.units, mention.start) > 0:
            break
    return list(found.items())


def deal_sectors(scene: Scene, deal: Deal) -> Linked:
    """The sectors in its name and of what it is said to be about; else those of its clause."""
    sectors = scene.reading.sectors
    found: dict[str, tuple[int, str]] = {}
    for mention in deal.mentions or (Extent(deal.start, deal.end),):
        for index in starting(sectors, mention.start, mention.end):
            found.setdefault(sectors[index].sector, (index, "in-name"))
    for mention in (deal.mentions or (Extent(deal.start, deal.end),))[:_TOLD]:
        about = _about(scene, mention)
        for index in starting(sectors, about.start, about.end):
            found.setdefault(sectors[index].sector, (index, "about"))
    if not found:
        for index, rule in sectors_of(scene, deal.start, deal.end):
            if rule == "sentence-before":
                continue
            found.setdefault(sectors[index].sector, (index, rule))
    return list(found.values())


def _about(scene: Scene, mention: Extent) -> Extent:
    """The stretch behind a deal that says what it is about: 'the initiative, [prioritising work in chips]'."""
    text = scene.reading.article.text
    unit = scene.units[at(scene.units, mention.start)]
    cue = _cues().match(text, mention.end, unit.end)
    if cue is None:
        return Extent(mention.end, mention.end)
    deals = scene.reading.deals
    later = [deals[j].start for j in starting(deals, cue.end(), unit.end)]
    stops = [cut.start for cut in scene.clauses[at(scene.units, mention.start)] if cut.start > cue.end()]
    return Extent(cue.end(), min([unit.end, *later, *stops]))


def deal_times(scene: Scene, deal: Deal, told_again: list[Extent]) -> Linked:
    """The times in its name and the nearest one of its clause, for the first two mentions; later ones' names alone."""
    found: dict[int, str] = {}
    values: set[str] = set()
    for count, mention in enumerate(deal.mentions or (Extent(deal.start, deal.end),)):
        for index, rule in _times(scene, mention):
            value = scene.reading.times[index].value
            if value not in values and (rule == "in-name" or count <= 1):
                found.setdefault(index, rule)
                values.add(value)
    for index in following_times(scene, told_again):
        if scene.reading.times[index].value not in values:
            found.setdefault(index, "follow-up")
    return list(found.items())


def _times(scene: Scene, extent: Extent) -> Linked:
    """Times of a deal: in its name, else the first behind it in its clause, else the last before it."""
    times = scene.reading.times
    unit_index = at(scene.units, extent.start)
    unit = scene.units[unit_index]
    own = scene.clauses[unit_index]
    clause = own[at(own, extent.start)]
    inside = [(j, "in-name") for j in starting(times, extent.start, extent.end)]
    here = [(j, times[j]) for j in starting(times, clause.start, clause.end) if usable(scene, unit, times[j])]
    around = next((x for x in asides(scene.reading.article.text, clause) if x.start <= extent.start < x.end), clause)
    here = [(j, time) for j, time in here if around.start <= time.start < around.end]
    cuts = scene.predicates[unit_index][at(own, extent.start)]
    here = [(j, time) for j, time in here if shared(cuts, time.start, extent.start)]
    behind = [(j, "behind") for j, time in here if extent.end <= time.start]
    before = [(j, "before") for j, time in here if time.end <= extent.start][-1:]
    if behind and before and starting(scene.reading.figures, extent.end, times[behind[0][0]].start):
        behind = []  # 'in May imposed a tariff, and imports fell 5% in June'
    return inside + _chain(scene.reading.article.text, scene, behind) or before


def _chain(text: str, scene: Scene, behind: Linked) -> Linked:
    """The first of the times and those that go on from it: 'for [12 years] from [2028]'."""
    kept = behind[:1]
    for j, rule in behind[1:]:
        if not FURTHER.fullmatch(text[scene.reading.times[kept[-1][0]].end : scene.reading.times[j].start]):
            break
        kept.append((j, rule))
    return kept


def deal_figures(scene: Scene, deal: Deal, told_again: list[Extent]) -> Linked:
    """Its amounts: inside the phrase, in brackets or behind 'worth', and every other mention of the same amount."""
    text = scene.reading.article.text
    figures = scene.reading.figures
    found: dict[int, str] = {}
    for mention in deal.mentions or (Extent(deal.start, deal.end),):
        for index, rule in _amounts(scene, mention):
            found.setdefault(index, rule)
    for stretch in told_again:
        for index in starting(figures, stretch.start, stretch.end):
            found.setdefault(index, "follow-up")
    told = {key for index in found for key in _sums(figures, index)}
    for index in sorted({index for key in told for index in scene.amounts[key]}):
        if index not in found and not _has_object(text, figures[index]):
            found[index] = "same-amount"
    return sorted(found.items())


def _amounts(scene: Scene, extent: Extent) -> Linked:
    """Amounts of a deal: in its name, right behind it, or right before it."""
    text = scene.reading.article.text
    unit = scene.units[at(scene.units, extent.start)]
    found: dict[int, str] = {}
    unit_index = at(scene.units, extent.start)
    place = at(scene.clauses[unit_index], extent.end - 1)
    _, joints = scene.predicates[unit_index][place]
    own = scene.clauses[unit_index][place:]
    stop = next((own[i - 1].end for i in range(1, len(own)) if not _ADDING.match(text, own[i].start)), unit.end)
    last = next((joint for joint in joints if joint > extent.end), stop)
    for index in starting(scene.reading.figures, unit.start, unit.end):
        figure = scene.reading.figures[index]
        if extent.start <= figure.start < extent.end:
            found[index] = "in-name"
        elif extent.end <= figure.start < last and _behind(text, scene, extent, figure, found):
            found[index] = "amount-behind"
        elif figure.start < extent.start and _AMOUNT_BEFORE.fullmatch(text[figure.end : extent.start]):
            found[index] = "amount-before"
    for index in [*_of_subject(scene, extent), *_under(scene, extent)]:
        found.setdefault(index, "of-subject")
    return list(found.items())


def _of_subject(scene: Scene, extent: Extent) -> range:
    """The figures of the clause that says what the deal will do: 'The project ($2bn) [will irrigate 500 hectares]'."""
    text = scene.reading.article.text
    unit_index = at(scene.units, extent.start)
    own = scene.clauses[unit_index]
    clause = own[at(own, extent.start)]
    verb = _does().match(text, extent.end, clause.end)
    if verb is None:
        return range(0)
    later = starting(scene.reading.deals, verb.end(), clause.end)
    return starting(scene.reading.figures, verb.end(), scene.reading.deals[later[0]].start if later else clause.end)


def _under(scene: Scene, extent: Extent) -> range:
    """The figures of a sentence that opens with the deal: 'Under the scheme, [500 clinics] get [$2m]'."""
    text = scene.reading.article.text
    unit = scene.units[at(scene.units, extent.start)]
    if extent.start - unit.start > _GAP * 2 or not _UNDER.fullmatch(text[unit.start : extent.start].lstrip()):
        return range(0)
    stop = text.find(";", extent.end, unit.end)
    ends = [unit.end if stop < 0 else stop]
    ends += [scene.reading.deals[j].start for j in starting(scene.reading.deals, extent.end, unit.end)]
    return starting(scene.reading.figures, extent.end, min(ends))


def _behind(text: str, scene: Scene, extent: Extent, figure: Figure, found: dict[int, str]) -> bool:
    """Whether the figure is the first behind the deal in its clause, or goes on from such a one ('from 25% to 18%')."""
    figures = scene.reading.figures
    last = figures[max(found)] if found and figures[max(found)].start >= extent.end else None
    if last is not None:
        return _CHAIN.fullmatch(text[last.end : figure.start]) is not None
    between = text[extent.end : figure.start]
    others = [*starting(figures, extent.end, figure.start), *starting(scene.reading.deals, extent.end, figure.start)]
    return not others and _AMOUNT_BEHIND.fullmatch(between) is not None


def _has_object(text: str, figure: Figure) -> bool:
    """Whether the amount says itself what it is for: 'Rs. 2 billion for canals'."""
    before = text[max(0, figure.start - _GAP) : figure.start].rstrip()
    return _FOR.match(text, figure.end) is not None and not before.endswith(" of")


def by_amount(figures: tuple[Figure, ...]) -> dict[Amount, list[int]]:
    """The figures that give each sum of money."""
    found: dict[Amount, list[int]] = {}
    for index in range(len(figures)):
        for amount in _sums(figures, index):
            found.setdefault(amount, []).append(index)
    return found


def _sums(figures: tuple[Figure, ...], index: int) -> frozenset[Amount]:
    """The sum of money that a figure gives, in its own currency and in that of the figure it restates."""
    figure = figures[index]
    chain = [figure, *([figures[figure.same_as]] if figure.same_as is not None else [])]
    chain += [other for other in figures[index + 1 : index + 3] if other.same_as == index]
    return frozenset(
        (item.unit, item.value)
        for item in chain
        if item.kind == "money" and item.value is not None and item.value >= _WORTH_MATCHING
    )


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"[”\"*]?,?\s+{alternatives(toml('links')['objects']['cues'])}\s")


@cache
def _does() -> re.Pattern[str]:
    """Behind a deal that is the subject, with its amount in brackets or not: what it is to do."""
    verbs = "|".join(toml("links")["objects"]["does"])
    return re.compile(
        rf"(?:[’'”\"*]*\s*\([^()]{{1,60}}\))?[”\"*]*(?:,\s+(?:which|that))?\s+(?:{verbs})\b"
        r"|,\s+(?:meant|designed|expected|due|set)\s+to\s"
    )
