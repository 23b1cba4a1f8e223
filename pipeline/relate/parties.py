"""Posts and countries of people and organisations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.contract import Mention, Party, Reading
from pipeline.gazetteers import alternatives, toml
from pipeline.label.lexicon import lexicon
from pipeline.relate.posts import address_before, role_after, role_before, role_before_comma

_LISTED = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)")
# 'Rohit Singh Bedi' on a line of its own, ', CEO, QRTL' on the next
_NEXT_LINE = re.compile(r"\s*\n\s*,")
_SENTENCE_ENDS = re.compile(r"\n\n|[.!?;:]\s")
# 'President Mary Halloran of Ireland'
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
# 'Vikram Misri, the foreign secretary of India'
_POST_OF = re.compile(r",\s+(?:the\s+)?(?:[\w-]+\s+){0,4}(?:(?:of|for)\s+(?:the\s+)?)?")
# 'Kenya's Ministry of Water', 'the Parliament of Canada'
_OWNS = re.compile(r"(?:[’']s?)?\s+")
_IN = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")
_POSSESSIVE = re.compile(r"^[’']s?\s*")
_MENTIONS_READ = 6
_REACH = 90


class Role(NamedTuple):
    """A person's post, and whether it stands before the name."""

    text: str = ""
    before: bool = False


class Spot(NamedTuple):
    """A mention of a country."""

    start: int
    end: int
    code: str


def relate_parties(reading: Reading) -> Reading:
    """Give people their role and country, and organisations the country that the text ties them to."""
    parties = list(reading.parties)
    roles = {index: _role(reading, party) for index, party in enumerate(parties) if party.type == "person"}
    _share_plural(reading, parties, roles)
    spots = sorted(Spot(m.start, m.end, p.country) for p in parties if p.type == "country" for m in p.mentions)
    for index, party in enumerate(parties):
        if party.type == "organization":
            parties[index] = replace(party, country=_country_of_body(reading, party, spots) or party.country)
    bodies = [party for party in parties if party.type == "organization" and party.rule != "branch"]
    home = _home(spots)
    for index, role in roles.items():
        party = parties[index]
        country = _country_of_person(reading, party, spots, role.text) or party.country
        country = country or _country_of_post(role.text, bodies, home)
        parties[index] = replace(party, role=role.text or party.role, country=country)
    return replace(reading, parties=tuple(parties))


def _role(reading: Reading, party: Party) -> Role:
    """The best post beside any of the first mentions."""
    address = ""
    for mention in party.mentions[:_MENTIONS_READ]:
        before = reading.before(mention)
        role = role_before(before)
        if role:
            return Role(role, True)
        role = role_after(_after(reading, mention)) or role_before_comma(before)
        if role:
            return Role(role)
        address = address or address_before(before)
    return Role(address, True)


def _after(reading: Reading, mention: Mention) -> str:
    """What follows a mention in its sentence, or on the next line if that goes on with a comma."""
    text = reading.article.text
    if _NEXT_LINE.match(text, mention.end):
        return text[mention.end : mention.end + 200].lstrip().partition("\n\n")[0]
    return reading.after(mention)


def _share_plural(reading: Reading, parties: Sequence[Party], roles: dict[int, Role]) -> None:
    """'X, Y and Z, the lead engineers of the scheme': the post behind the last is everybody's."""
    people = sorted((parties[index].start, parties[index].end, index) for index in roles)
    for (_, end, index), (start, _, following) in reversed(list(pairwise(people))):
        shared = roles[following]
        listed = _LISTED.fullmatch(reading.article.text, end, start)
        if listed and shared.text and not shared.before and not roles[index].text:
            roles[index] = shared


def _near(spots: Sequence[Spot], mention: Mention) -> Sequence[Spot]:
    """The mentions of countries that end or start less than ``_REACH`` characters from a mention, and maybe others."""
    first = bisect_left(spots, (mention.start - 2 * _REACH,))
    return spots[first : bisect_left(spots, (mention.end + _REACH,), lo=first)]


def _country_of_person(reading: Reading, party: Party, spots: Sequence[Spot], role: str) -> str:
    """The country named in or beside a person's post: 'Indian Prime Minister X', 'President X of Israel'."""
    text = reading.article.text
    for mention in party.mentions[:_MENTIONS_READ]:
        for spot in _near(spots, mention):
            if role and 0 <= mention.start - spot.end < _REACH and _leads_to(text[spot.end : mention.start], role):
                return spot.code
            if 0 < spot.start - mention.end < _REACH:
                of = _OF.fullmatch(text, mention.end, spot.start)
                if of or (role and _POST_OF.fullmatch(text, mention.end, spot.start)):
                    return spot.code
    return ""


def _country_of_post(role: str, bodies: Sequence[Party], home: str) -> str:
    """The country of the body in a post, or for a post of state the country that the article is about."""
    if not role:
        return ""
    for body in bodies:
        if any(form in role for form in (body.name, *body.aliases)):
            return body.country
    return home if _state_post().search(role) else ""


@cache
def _state_post() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(toml('titles')['state_posts'])}$", re.IGNORECASE)


def _home(spots: Sequence[Spot]) -> str:
    """The country that most of an article's mentions of countries are of; empty if there is none."""
    counts = Counter(spot.code for spot in spots)
    (code, count), *_ = counts.most_common(1) or [("", 0)]
    return code if count * 2 > len(spots) else ""


def _leads_to(between: str, role: str) -> bool:
    """Whether nothing but the person's post stands between a country's word and the name."""
    if _SENTENCE_ENDS.search(between):
        return False
    words = _POSSESSIVE.sub("", " ".join(between.split()).lower().strip(" ,"))
    post = role.lower()
    inside = bool(words) and post.endswith(words)
    return inside or (words.endswith(post) and len(words) - len(post) < 25 and "," not in words)


def _country_of_body(reading: Reading, party: Party, spots: Sequence[Spot]) -> str:
    """The country in a body's name, the state that a known body belongs to, or the country right beside it.

    What a user's own list says of a body stands above what we know of it.
    """
    for form in (party.name, *party.aliases):
        entry = lexicon().phrases.get(form)
        code = _country_in_name(form) or (entry.country if entry is not None and not party.country else "")
        if code:
            return code
    text = reading.article.text
    for mention in party.mentions[:_MENTIONS_READ]:
        for spot in _near(spots, mention):
            if spot.end <= mention.start and _OWNS.fullmatch(text, spot.end, mention.start):
                return spot.code
            if mention.end < spot.start and _IN.fullmatch(text, mention.end, spot.start):
                return spot.code
    return ""


def _country_in_name(form: str) -> str:
    """The country whose word is in a body's name: 'Central Bank of Kenya'."""
    words = form.replace("-", " ").split()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            entry = lexicon().phrases.get(" ".join(words[at : at + size]))
            if entry is not None and entry.label in ("GPE", "NORP") and entry.key:
                return entry.key
    return ""
