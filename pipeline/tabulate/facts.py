"""The wide table ``facts``: one row per figure with all that it is linked to, from the rows of the other tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from pipeline.tabulate.rows import Row, Rows

_JOIN = " | "
_OF_FIGURE = (
    *("figure_id", "article_id", "text", "measures", "kind", "value", "low", "high", "unit", "per", "bound", "change"),
    *("base_value", "base_currency", "sentence"),
)
_OF_ARTICLE = ("title", "published", "outlet")


def facts(rows: Rows) -> list[Row]:
    """The rows of the table ``facts``, one for each row of ``figures`` and in their order.

    Args:
        rows: the rows of all other tables, of one article or of many; those of the deals have their ``story_id`` by
            now, if they are to get one.
    """
    articles = {row["article_id"]: row for row in rows["articles"]}
    parties = {row["party_id"]: row for row in rows["parties"]}
    sectors = {row["sector_id"]: row for row in rows["sectors"]}
    times = {row["timeline_id"]: row for row in rows["timelines"]}
    deals = {row["deal_id"]: row for row in rows["deals"]}
    links, amount_of = _by_figure(rows)
    found = []
    for figure in rows["figures"]:
        key = figure["figure_id"]
        own = links.get(key, ())
        found.append(
            {column: figure.get(column) for column in _OF_FIGURE}
            | {column: articles[figure["article_id"]].get(column) for column in _OF_ARTICLE}
            | _who([(link, parties[link["to_id"]]) for link in own if link["relation"] == "party"])
            | {"sectors": _joined(_linked(own, "sector", sectors), "sector")}
            | _when(_linked(own, "timeline", times))
            | _deals(_in_order(deals[deal] for deal in amount_of.get(figure["same_as"] or key, ())))
        )
    return found


def _by_figure(rows: Rows) -> tuple[dict[str, list[Row]], dict[str, list[str]]]:
    """The links from each figure, and the deals whose amount it is; a restated amount counts as its original."""
    original: dict[str, str] = {row["figure_id"]: row["same_as"] for row in rows["figures"] if row["same_as"]}
    links: dict[str, list[Row]] = {}
    amount_of: dict[str, list[str]] = {}
    for link in rows["links"]:
        if link["from_table"] == "figures":
            links.setdefault(link["from_id"], []).append(link)
        elif link["relation"] == "figure":
            amount_of.setdefault(original.get(link["to_id"]) or link["to_id"], []).append(link["from_id"])
    return links, amount_of


def _linked(links: Iterable[Row], relation: str, table: dict[str, Row]) -> list[Row]:
    return _in_order(table[link["to_id"]] for link in links if link["relation"] == relation)


def _in_order(found: Iterable[Row]) -> list[Row]:
    """In order of the article."""
    return sorted(found, key=lambda row: row["start_char"])


def _who(linked: list[tuple[Row, Row]]) -> Row:
    """The columns about parties, from the links with the party of each."""
    linked = sorted(linked, key=lambda pair: pair[1]["start_char"])
    return {
        "parties": _join(party["name"] for _, party in linked),
        "payers": _join(party["name"] for link, party in linked if link["role"] == "payer"),
        "receivers": _join(party["name"] for link, party in linked if link["role"] == "receiver"),
        "roles": _join(f"{party['name']}: {party['role']}" for _, party in linked if party["role"]),
    }


def _when(times: Sequence[Row]) -> Row:
    """The columns about times: the first and the last day that any of them touches."""
    days = [day for day in chain.from_iterable((row["date_start"], row["date_end"]) for row in times) if day]
    return {
        "times": _joined(times, "text"),
        "date_start": min(days, default=None),
        "date_end": max(days, default=None),
    }


def _deals(deals: Sequence[Row]) -> Row:
    return {
        "deals": _joined(deals, "name"),
        "deal_kinds": _joined(deals, "kind"),
        "deal_status": _joined(deals, "status"),
        "story_ids": _joined(deals, "story_id"),
    }


def _joined(rows: Iterable[Row], column: str) -> str:
    return _join(row.get(column) or "" for row in rows)


def _join(words: Iterable[str]) -> str:
    """Without duplicates and without what is empty; a line break inside a text becomes a blank."""
    return _JOIN.join(dict.fromkeys(" ".join(word.split()) for word in words if word))
