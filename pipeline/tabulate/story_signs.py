"""By what a deal is known in several articles: the words of its name, its numbers, parties and amounts."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from pipeline.tabulate.rows import Row, Rows
from pipeline.tabulate.story_names import name_signs, plain, story_words, weight
from pipeline.tabulate.sums import is_sum

SAME = 0.05
"""Amounts that differ by less are the same, rounded or turned into another currency at another day's rate."""
_MOST = 7  # words and parties of a deal that are looked up in pairs: names of more words are sentences

Key = tuple[str, ...]


class Signs(NamedTuple):
    """A deal as one article tells it.

    Attributes:
        deal_id: its key.
        day: ordinal of the day of publication; ``None`` where that is not known.
        kind: as in the table ``deals``.
        head: the nouns of deals in its name, in lower case.
        words: what is left of the name: words that say which deal it is, singular and in lower case.
        places: words of the name that only name a country.
        marks: its years, ordinals, shares and numbers, each with its sort before it: 'year 2026', 'number 14257', and
            'part 2' for one of up to two digits, which tells deals apart but identifies none.
        proper: whether the name is written in capitals, as names are ('Clean Ports Pact').
        partly: whether its telling words are, and one of them is rare ('Norwick summit').
        parties: the linked parties; a country by its code.
        telling: those of them that have a hand in few deals (companies, say, and no ministries).
        around: all countries and organisations of the article.
        amounts: the sums linked to it, in the base currency.
    """

    deal_id: str
    day: int | None
    kind: str
    head: frozenset[str]
    words: frozenset[str]
    places: frozenset[str]
    marks: frozenset[str]
    proper: bool
    partly: bool
    parties: frozenset[str]
    telling: frozenset[str]
    around: frozenset[str]
    amounts: tuple[float, ...]


def keys(signs: Signs) -> Iterator[Key]:
    """Under what a deal is looked up: two deals of one story have at least one of these in common.

    Each key joins two signs, so that few deals have it in common even where thousands of articles are about one party.
    """
    telling = sorted(signs.words, key=lambda word: (-weight(word), word))[:_MOST]
    parties = sorted(signs.parties)[:_MOST]
    heads = sorted(signs.head)
    steps = sorted({math.floor(math.log(amount, 1 + SAME)) + up for amount in signs.amounts for up in (0, 1)})
    yield from (("words", *sorted(pair)) for pair in combinations(telling, 2))
    yield from (("name", head, word) for head in heads or ("",) for word in telling)
    yield from (("about", party, word) for party in parties for word in telling)
    yield from (("paid", party, str(step)) for party in parties for step in steps)
    if len(telling) < 2:
        yield from (("between", head, *pair) for head in heads for pair in combinations(parties, 2))
    if heads:
        yield from (("number", mark) for mark in sorted(signs.marks) if mark.startswith("number"))


def day_of(published: Any) -> int | None:
    """Ordinal of a day as the tables hold it: a date, an ISO string, or nothing."""
    if not published:
        return None
    if isinstance(published, str):
        published = datetime.date.fromisoformat(published[:10])
    return int(published.toordinal())


def linked(rows: Rows, relation: str, table: str, key: str) -> dict[str, list[Row]]:
    """The rows of ``table`` that are linked to each deal."""
    found = {row[key]: row for row in rows[table]}
    result: dict[str, list[Row]] = {}
    for link in rows["links"]:
        if link["from_table"] == "deals" and link["relation"] == relation:
            result.setdefault(link["from_id"], []).append(found[link["to_id"]])
    return result


def _party(row: Row) -> str:
    return str(row["country"] if row["type"] == "country" and row["country"] else row["name"].casefold())


def _tells(row: Row) -> bool:
    """Whether a party has a hand in few deals."""
    return row["type"] == "organization" and not set(plain(row["name"]).split()) & story_words("parties", "public")


def all_signs(rows: Rows) -> dict[str, list[Signs]]:
    """The deals of every article, in the order in which stories are told: undated articles, then by day and key."""
    published: Mapping[str, int | None] = {row["article_id"]: day_of(row["published"]) for row in rows["articles"]}
    parties, figures = linked(rows, "party", "parties", "party_id"), linked(rows, "figure", "figures", "figure_id")
    around: dict[str, set[str]] = {}
    for row in rows["parties"]:
        if row["type"] != "person":
            around.setdefault(row["article_id"], set()).add(_party(row))
    result: dict[str, list[Signs]] = {}
    for row in sorted(
        rows["deals"], key=lambda d: (published[d["article_id"]] or 0, d["article_id"], d["start_char"], d["deal_id"])
    ):
        article, deal = row["article_id"], row["deal_id"]
        ours = parties.get(deal, [])
        signs = Signs(
            deal,
            published[article],
            row["kind"],
            *name_signs(row["name"]),
            frozenset(map(_party, ours)),
            frozenset(_party(party) for party in ours if _tells(party)),
            frozenset(around.get(article, ())),
            tuple(sorted(f["base_value"] for f in figures.get(deal, []) if is_sum(f) and f["base_value"])),
        )
        result.setdefault(article, []).append(signs)
    return result
