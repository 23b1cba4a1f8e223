"""Who a figure is about: payer, receiver, holder or counted, by where they stand in its clause."""

from __future__ import annotations

import re
from functools import cache

from pipeline.contract import Extent
from pipeline.gazetteers import alternatives, toml
from pipeline.match.deal_cues import states
from pipeline.relate.clauses import at, starting
from pipeline.relate.link_back import carried, heading, referred
from pipeline.relate.link_predicates import shared
from pipeline.relate.link_scene import Named, Scene
from pipeline.relate.link_scope import in_scope, is_country, is_described, next_figure, resumed
from pipeline.relate.link_sources import is_source
from pipeline.relate.link_topic import described, topic, unknown

_POSSESSIVE = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:(?:about|over|roughly|nearly|some|around)\s+)?\Z")
_BRACKET = re.compile(r"\s*\((?:(?:about|over|roughly|nearly)\s+)?\Z")
_PLACE = re.compile(r"\s+(?:[\w-]+\s+)?(?:in|from|by|for|to)\s+(?:the\s+)?")
_SHARE_FROM = re.compile(r"\s+(?:from|by)\s+(?:the\s+)?\Z")
_MEMBER = re.compile(r"\s+(?:each\s+)?(?:for|to|in|of|on)\s")
_ROW = re.compile(r"(?:,|\sand)\s+(?:(?:about|over|up\s+to|more\s+than|another|nearly|some)\s+)?\Z")
_FEWEST = 2
_JOINED = re.compile(r"[\s,]*(?:and|with|including)\s+(?:(?:up\s+to|about|another|a\s+further|over)\s+)*\Z")
# 'a further [$3bn]', 'the remaining [10%]'; so many characters before the figure are looked at.
_MORE = re.compile(r"\b(?:[Aa]\s+further|[Aa]nother|[Tt]he\s+(?:rest|remaining|other))\s+(?:[\w-]+\s+){0,2}\Z")
# A pronoun as the subject: 'In December [it] sold'.
_IT = re.compile(
    r"\W{0,6}(?:(?:In|On|At|Since|By|But|And|Also|Last|Earlier|Meanwhile)\b[^.,;()]{0,24},?\s+)?"
    r"[Ii]t\s+(?!(?:is|was|will\s+be|would\s+be|has\s+been|means|follows|comes|says|said|estimates|took|takes)\b)"
)
_REACH = 40
# A body that 'the French group' means is told within so many sentences.
_TOLD_WITHIN = 40
# 'The company' and the like, not pronouns.
_NOUNS = ("back-country", "back-organization", "main-country")
_RELATIVE = re.compile(r",\s+(?:which|who|whose|where)\s")
_WHICH = re.compile(r",\s+(?:which|who)\s")
_OBJECT = re.compile(r"\b(?:by|to|with|from|for|of|at|under)\s+(?:[\w.]+\s+){0,3}\Z")


def parties_of(scene: Scene, start: int, end: int, carry: bool = True) -> list[tuple[int, str]]:
    """The parties of the figure or deal at ``start``..``end`` and the rule that links each.

    Args:
        scene: the article.
        start: where the figure or deal starts.
        end: where it ends.
        carry: whether 'a further $3bn' takes those of the sentence before.
    """
    text = scene.reading.article.text
    unit_index = at(scene.units, start)
    unit = scene.units[unit_index]
    here: list[Named] = []
    source = -1
    for named in scene.named[unit_index]:
        alias = named.party == source and text[named.start - 1] == "("  # 'according to Eurostat ([ES])'
        if alias or is_source(text, Extent(named.start, named.end), unit, start):
            source = named.party
        else:
            here.append(named)
    here = [_meant(scene, unit_index, item) for item in described(text, scene, here)]
    holder = _holder(text, here, start, end) or _own_place(scene, here, unit, start, end)
    if holder is not None:
        return [holder]
    listed = members(scene, unit)
    member = next((item for item in listed if item.start <= start < item.end), None)
    if member is not None:
        here = [item for item in here if item.start < listed[0].start or member.start <= item.start < member.end]
    found = _in_clauses(scene, here, unit_index, start, end)
    if found:
        return found
    above = heading(scene, unit_index)
    listed_under = [] if above is None else _ranked(scene, scene.named[above], scene.units[above].end, "list-heading")
    found = referred(scene, unit_index, start) or listed_under
    return found or (_further(scene, unit_index, start) if carry else []) or carried(scene, unit_index, start)


def _in_clauses(scene: Scene, here: list[Named], unit_index: int, start: int, end: int) -> list[tuple[int, str]]:
    """The parties of the figure's clause with those that its subject means; else those of the clause before it."""
    text = scene.reading.article.text
    own = scene.clauses[unit_index]
    place = at(own, start)
    subject = _antecedent(scene, here, own[place]) or _pronoun(scene, unit_index, own[place], start)
    subject = subject or resumed(scene, here, unit_index, place)
    for index in range(place, -1, -1):
        if 0 < index < place and _RELATIVE.match(text, own[index].start) and here and here[0].start < own[index].start:
            continue  # 'Acme, which bought Bolt, earned ...' is about Acme
        inside = [item for item in here if own[index].start <= item.start < own[index].end]
        if index == place:
            cuts = scene.predicates[unit_index][place]
            own_ones = [item for item in inside if shared(cuts, item.start, start)]
            inside = own_ones if own_ones or place or subject else inside
            if not subject and _of_next(scene, inside, own[index], end):
                subject = [link for link in referred(scene, unit_index, start) if link[1] in _NOUNS]
                inside = [] if subject else inside
        elif text[own[place].start] == ";" and unknown(scene, own[place], start):
            break  # 'Acme rose 2%; the Bolt 30 index slipped 1%'
        inside = in_scope(scene, inside, own[index], start, end)
        found = _ranked(scene, inside, start, "same-clause" if index == place else "clause-before")
        if found and index < place and _RELATIVE.match(text, own[place].start):
            return found[-1:]  # 'the cyclone hit Malawi, which lost ...': the last one named
        if found:
            return subject + [link for link in found if link[0] not in {party for party, _ in subject}]
    return subject


def _further(scene: Scene, unit_index: int, start: int) -> list[tuple[int, str]]:
    """'A further [$3bn] depends on tests': the parties of the amount in the sentence before."""
    if scene.named[unit_index] or not unit_index:
        return []
    unit, before = scene.units[unit_index], scene.units[unit_index - 1]
    inside = starting(scene.reading.figures, before.start, before.end)
    if not inside or not _MORE.search(scene.reading.article.text, max(unit.start, start - _REACH), start):
        return []
    last = scene.reading.figures[inside[-1]]
    return [(party, "further") for party, _ in parties_of(scene, last.start, last.end, carry=False)]


def _of_next(scene: Scene, inside: list[Named], clause: Extent, end: int) -> bool:
    """Whether all parties of the clause belong to the next figure: 'fell below [9%], against 68% for Taiwan'."""
    border = next_figure(scene, clause, end)
    return bool(inside) and inside[0].start >= border


def _meant(scene: Scene, unit_index: int, item: Named) -> Named:
    """'The [French] group': the body of that country told before, or else the one that the article speaks of."""
    text, parties = scene.reading.article.text, scene.reading.parties
    if (
        not is_country(scene, item)
        or text[max(0, item.start - 4) : item.start].lower() != "the "
        or not is_described(text, item)
    ):
        return item
    bodies = [
        named.party
        for names in scene.named[max(0, unit_index - _TOLD_WITHIN) : unit_index]
        for named in names
        if parties[named.party].type == "organization"
    ]
    own = [party for party in bodies if parties[party].country == parties[item.party].country]
    about = own[-1] if own else topic(scene, unit_index - 1, ("organization",)) if unit_index else None
    return item if about is None else item._replace(party=about)


def _antecedent(scene: Scene, here: list[Named], clause: Extent) -> list[tuple[int, str]]:
    """Whom a relative clause is about: the body right before it, 'Acme[, which bought Bolt for $3bn]'."""
    if not _RELATIVE.match(scene.reading.article.text, clause.start):
        return []
    before = [item.party for item in here if item.end <= clause.start <= item.end + 1]
    opens = _WHICH.match(scene.reading.article.text, clause.start) and first_verb(scene, clause) >= clause.start
    return [(party, "relative") for party in before[:1] if opens or scene.reading.parties[party].type == "organization"]


def first_verb(scene: Scene, clause: Extent) -> int:
    """Where the first verb of the clause before stands: nowhere in it, if its noun is the subject of the sentence."""
    unit_index = at(scene.units, clause.start)
    place = at(scene.clauses[unit_index], clause.start)
    return scene.predicates[unit_index][place - 1][0] if place == 1 else 0


def _pronoun(scene: Scene, unit_index: int, clause: Extent, start: int) -> list[tuple[int, str]]:
    """Whom the pronoun means that is the clause's subject: 'In May [it] sold Bolt to Acme for $3bn'."""
    text = scene.reading.article.text
    if not unit_index or clause.start != scene.units[unit_index].start or not _IT.match(text, clause.start, start):
        return []
    about = topic(scene, unit_index - 1, ("organization",))
    return [] if about is None or about != topic(scene, unit_index - 1) else [(about, "subject-back")]


def _left(text: str, start: int) -> bool:
    """'from [5%] to 6% for wine': a member with two ends; '[5%] to 30 euros' is none."""
    return text[max(0, start - 5) : start] == "from "


def members(scene: Scene, unit: Extent) -> list[Extent]:
    """The members of a list of amounts: each from its amount to the next one.

    Amounts in a row, each with what it is for: 'Rs. 2 billion for roads, Rs. 4 billion for canals'.
    """
    text = scene.reading.article.text
    inside = (scene.reading.figures[j] for j in starting(scene.reading.figures, unit.start, unit.end))
    figures = [figure for figure in inside if figure.kind != "count"]
    inner = {figure.start for figure in figures}
    marks = ((figure, _MEMBER.match(text, figure.end)) for figure in figures)
    heads = [figure for figure, mark in marks if mark and (mark.end() not in inner or _left(text, figure.start))]
    if len(heads) < _FEWEST or (len(heads) == _FEWEST and not _ROW.search(text, heads[0].end, heads[1].start)):
        return []
    ends = [*(head.start for head in heads[1:]), unit.end]
    return [Extent(head.start, end) for head, end in zip(heads, ends, strict=True)]


def _holder(text: str, here: list[Named], start: int, end: int) -> tuple[int, str] | None:
    """'Labor’s [43 per cent] target', 'Singapore ([$60 billion])', '[$25 million] from Chile' in a list of such."""
    for named in reversed(here):
        if named.end <= start and start - named.end < 40:
            gap = text[named.end : start]
            if _POSSESSIVE.fullmatch(gap):
                return named.party, "possessor"
            if _BRACKET.fullmatch(gap):
                return named.party, "bracket"
    for named in here:
        if named.start >= end and _SHARE_FROM.fullmatch(text[end : named.start]) and _JOINED.search(text[:start][-40:]):
            return named.party, "giver"
    return None


def _own_place(scene: Scene, here: list[Named], unit: Extent, start: int, end: int) -> tuple[int, str] | None:
    """'40 in Spain, [21] in Germany and 8 in Italy': where figures in a row each have a party behind them."""
    text = scene.reading.article.text
    if not any(end < named.start and _PLACE.fullmatch(text[end : named.start]) for named in here):
        return None
    ends = [scene.reading.figures[j].end for j in starting(scene.reading.figures, unit.start, unit.end)]
    owned = {
        e: named.party for e in ends for named in here if e < named.start and _PLACE.fullmatch(text[e : named.start])
    }
    return (owned[end], "own-place") if end in owned and len(owned) > 1 else None


def _ranked(scene: Scene, named: list[Named], start: int, rule: str) -> list[tuple[int, str]]:
    """Countries and organisations; a person only as the one who acts, before the figure and before any body."""
    parties = scene.reading.parties
    order = list(dict.fromkeys(item.party for item in named))
    bodies = [index for index in order if parties[index].type != "person"]
    if named and parties[named[0].party].type == "person" and named[0].start < start:
        before = scene.reading.article.text[max(0, named[0].start - 30) : named[0].start]
        behind = scene.reading.article.text[named[0].end : named[0].end + 40]
        if not _OBJECT.search(before) and _acts().match(behind):
            office = _office(scene, named[0].party) if _titled().search(before) else None
            actor = (named[0].party, "actor") if office is None else (office, "office")
            return [actor, *((index, rule) for index in bodies if index != office)]
    return [(index, rule) for index in bodies]


def _office(scene: Scene, person: int) -> int | None:
    """The country that a person in office acts for, if the text names it."""
    parties = scene.reading.parties
    code = parties[person].country
    return next((i for i, p in enumerate(parties) if p.type == "country" and code and p.country == code), None)


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(toml('links')['offices']['titles'])})\s+\Z")


@cache
def _acts() -> re.Pattern[str]:
    """Behind a person: a verb that does something to a deal or an amount ('Trump [also signed] ...')."""
    return re.compile(
        rf"\s+(?:(?:also|later|has|had|will|then|reportedly)\s+){{0,2}}(?:{alternatives(list(states()))})\b"
    )
