"""A ``Reading`` as rows of plain values, in the schema's columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from pipeline.contract import Deal, Figure, Mention, Party, Reading, Reject, Sector, Time
from pipeline.tabulate.schema import TABLES

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_LONG_SENTENCE = 2_500
_AROUND = 300
_PREFIX = {"figures": "f", "parties": "p", "sectors": "s", "timelines": "t", "deals": "d"}


def row_id(reading: Reading, table: str, row: Figure | Party | Sector | Time | Deal) -> str:
    """Key of a row: the article, the table's letter and the offset, so that a new row never renumbers the others."""
    return f"{reading.article.article_id}-{_PREFIX[table]}{row.start}"


def _place(reading: Reading, row: Figure | Party | Mention | Sector | Time | Deal) -> Row:
    text = reading.article.text[row.start : row.end]
    return {"article_id": reading.article.article_id, "start_char": row.start, "end_char": row.end, "text": text}


def _sentence(reading: Reading, row: Figure | Time | Deal) -> str:
    """The sentence of a row; of a long one (a table, a list) only the words around the row, for each row repeats it."""
    extent = reading.sentence_at(row.start)
    start, end = extent
    if end - start > _LONG_SENTENCE:
        start, end = max(start, row.start - _AROUND), max(row.end, min(end, row.end + _AROUND))
    shown = " ".join(reading.article.text[start:end].split())
    return ("… " if start > extent.start else "") + shown + (" …" if end < extent.end else "")


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _articles(reading: Reading) -> Iterator[Row]:
    article = reading.article
    yield {
        "article_id": article.article_id,
        "source": article.source,
        "id": article.record_id,
        "title": article.title,
        "published": article.published,
        "published_from": article.published_from,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "words": reading.words,
        "sha256": article.sha256,
    }


def _figures(reading: Reading) -> Iterator[Row]:
    for figure in reading.figures:
        original = reading.figures[figure.same_as] if figure.same_as is not None else None
        yield _place(reading, figure) | {
            "figure_id": row_id(reading, "figures", figure),
            "kind": figure.kind,
            "value": _number(figure.value),
            "low": _number(figure.low),
            "high": _number(figure.high),
            "unit": figure.unit,
            "unit_from": figure.unit_from,
            "per": figure.per,
            "bound": figure.bound,
            "change": figure.change,
            "measures": figure.measures,
            "same_as": row_id(reading, "figures", original) if original else "",
            "base_value": _number(figure.base_value),
            "base_currency": figure.base_currency,
            "fx_rate": _number(figure.fx_rate),
            "fx_date": figure.fx_date,
            "fx_source": figure.fx_source,
            "rate_gap": _number(figure.rate_gap),
            "rule": figure.rule,
            "sentence": _sentence(reading, figure),
        }


def _parties(reading: Reading) -> Iterator[Row]:
    for party in reading.parties:
        yield _place(reading, party) | {
            "party_id": row_id(reading, "parties", party),
            "name": party.name,
            "type": party.type,
            "country": party.country,
            "role": party.role,
            "mentions": len(party.mentions),
            "aliases": " | ".join(party.aliases),
            "symbol": party.symbol,
            "rule": party.rule,
        }


def _mentions(reading: Reading) -> Iterator[Row]:
    places = [(mention, party) for party in reading.parties for mention in party.mentions]
    for mention, party in sorted(places, key=lambda place: place[0].start):
        yield _place(reading, mention) | {"party_id": row_id(reading, "parties", party), "form": mention.form}


def _sectors(reading: Reading) -> Iterator[Row]:
    for sector in reading.sectors:
        yield _place(reading, sector) | {
            "sector_id": row_id(reading, "sectors", sector),
            "sector": sector.sector,
            "isic4": sector.isic4,
            "rule": sector.rule,
        }


def _timelines(reading: Reading) -> Iterator[Row]:
    for time in reading.times:
        yield _place(reading, time) | {
            "timeline_id": row_id(reading, "timelines", time),
            "type": time.type,
            "value": time.value,
            "mod": time.mod,
            "date_start": time.date_start,
            "date_end": time.date_end,
            "role": time.role,
            "rule": time.rule,
            "sentence": _sentence(reading, time),
        }


def _deals(reading: Reading) -> Iterator[Row]:
    for deal in reading.deals:
        yield _place(reading, deal) | {
            "deal_id": row_id(reading, "deals", deal),
            "name": deal.name,
            "kind": deal.kind,
            "status": deal.status,
            "mentions": max(1, len(deal.mentions)),
            "rule": deal.rule,
            "sentence": _sentence(reading, deal),
        }


def _links(reading: Reading) -> Iterator[Row]:
    facts: dict[str, Sequence[Any]] = {
        "figures": reading.figures,
        "parties": reading.parties,
        "sectors": reading.sectors,
        "timelines": reading.times,
        "deals": reading.deals,
    }
    for link in reading.links:
        yield {
            "article_id": reading.article.article_id,
            "from_table": link.from_table,
            "from_id": row_id(reading, link.from_table, facts[link.from_table][link.from_index]),
            "relation": link.relation,
            "to_table": link.to_table,
            "to_id": row_id(reading, link.to_table, facts[link.to_table][link.to_index]),
            "role": link.role,
            "rule": link.rule,
        }


_MAKERS = {
    "articles": _articles,
    "figures": _figures,
    "parties": _parties,
    "mentions": _mentions,
    "sectors": _sectors,
    "timelines": _timelines,
    "deals": _deals,
    "links": _links,
}


def tabulate(reading: Reading) -> Rows:
    """The rows of one article, by table; ``rejects`` is always empty here."""
    return {name: list(_MAKERS[name](reading)) if name in _MAKERS else [] for name in TABLES}


def tabulate_rejects(rejects: Iterable[Reject]) -> list[Row]:
    """The rows of the table ``rejects``."""
    return [{"source": r.source, "reason": r.reason, "detail": r.detail} for r in rejects]
