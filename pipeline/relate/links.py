"""Links of figures and deals to parties, sectors, times and amounts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pipeline.contract import Link, Reading
from pipeline.relate.clauses import at, clauses, units
from pipeline.relate.deal_links import Linked, by_amount, deal_figures, deal_parties, deal_sectors, deal_times
from pipeline.relate.flows import with_roles
from pipeline.relate.link_follow import follow_ups
from pipeline.relate.link_parties import parties_of
from pipeline.relate.link_predicates import predicates
from pipeline.relate.link_scene import Named, Scene
from pipeline.relate.link_sectors import sectors_of
from pipeline.relate.link_short import short_forms
from pipeline.relate.link_times import times_of

# No sentence of 160 news articles has more than 34.
_MOST_FACTS = 120


def relate_links(reading: Reading) -> Reading:
    """Links of figures and deals to parties, sectors, times and amounts."""
    scene = set_scene(reading)
    links: list[Link] = []
    tables = _tables(scene)
    for index, figure in enumerate(reading.figures):
        if figure.same_as is not None or at(scene.units, figure.start) in tables:
            continue
        links += _links("figures", index, "party", "parties", parties_of(scene, figure.start, figure.end))
        links += _links("figures", index, "sector", "sectors", sectors_of(scene, figure.start, figure.end, figure))
        links += _links("figures", index, "timeline", "timelines", times_of(scene, index))
    links += _restated(reading, links)
    of_figures: dict[int, list[Link]] = {}
    for link in links:
        if link.relation == "sector":
            of_figures.setdefault(link.from_index, []).append(link)
    told_again = follow_ups(scene)
    for index, deal in enumerate(reading.deals):
        again = told_again.get(index, [])
        links += _links("deals", index, "party", "parties", deal_parties(scene, deal))
        amounts, fields = deal_figures(scene, deal, again), deal_sectors(scene, deal)
        links += _links("deals", index, "sector", "sectors", fields)
        links += [] if fields else _of_amounts(reading, of_figures, index, amounts)
        links += _links("deals", index, "timeline", "timelines", deal_times(scene, deal, again))
        links += _links("deals", index, "figure", "figures", amounts)
    return replace(reading, links=tuple(with_roles(scene, links)))


def _tables(scene: Scene) -> frozenset[int]:
    """The units with so many figures and parties that they are tables, whose cells say nothing of each other."""
    crowd = Counter(at(scene.units, figure.start) for figure in scene.reading.figures)
    crowd.update({index: len(named) for index, named in enumerate(scene.named)})
    return frozenset(index for index, facts in crowd.items() if facts > _MOST_FACTS)


def set_scene(reading: Reading) -> Scene:
    """The units, clauses and mentions that all rules look at."""
    cut = units(reading)
    money = {position for f in reading.figures if f.kind == "money" for position in range(f.start, f.end)}
    named: list[list[Named]] = [[] for _ in cut]
    for index, party in enumerate(reading.parties):
        for mention in party.mentions:
            if mention.start in money:
                continue  # 'US$5bn', '5bn Swiss francs': a currency, not its country
            named[at(cut, mention.start)].append(Named(mention.start, mention.end, index))
    for item in short_forms(reading):
        named[at(cut, item.start)].append(item)
    own = tuple(clauses(reading.article.text, unit) for unit in cut)
    starts = [figure.start for figure in reading.figures] + [deal.start for deal in reading.deals]
    starts += [mention.start for deal in reading.deals for mention in deal.mentions]
    telling = {at(cut, start) for start in starts}
    return Scene(
        reading,
        cut,
        own,
        tuple(sorted(names) for names in named),
        by_amount(reading.figures),
        tuple([predicates(reading, c) for c in inside] if i in telling else [] for i, inside in enumerate(own)),
        _leading(reading),
    )


def _leading(reading: Reading) -> str:
    """The sector that an article speaks of most: in one on banks a bank is more than the means of paying."""
    counts = Counter(sector.sector for sector in reading.sectors)
    return max(counts, key=lambda name: (counts[name], name)) if counts else ""


def _links(table: str, index: int, relation: str, to_table: str, found: list[tuple[int, str]]) -> list[Link]:
    return [Link(table, index, relation, to_table, target, rule) for target, rule in found]


def _restated(reading: Reading, links: list[Link]) -> list[Link]:
    """A conversion shares the links of its original."""
    own: dict[int, list[Link]] = {}
    for link in links:
        own.setdefault(link.from_index, []).append(link)
    return [
        link._replace(from_index=index, rule="same-as")
        for index, figure in enumerate(reading.figures)
        if figure.same_as is not None
        for link in own.get(figure.same_as, ())
    ]


def _of_amounts(reading: Reading, sectors: dict[int, list[Link]], deal: int, amounts: Linked) -> list[Link]:
    """The sectors of a deal's amount where it is told again."""
    found: dict[str, Link] = {}
    for figure, rule in amounts:
        for link in sectors.get(figure, ()) if rule == "same-amount" else ():
            sector = reading.sectors[link.to_index].sector
            found.setdefault(sector, link._replace(from_table="deals", from_index=deal, rule="of-amount"))
    return list(found.values())
