"""Stories across articles: small articles of two outlets read by the whole program, and what never changes."""

from __future__ import annotations

import copy
import datetime
import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.batch.read import read_article
from pipeline.ingest.article import make_article
from pipeline.settings import load
from pipeline.tabulate.conflicts import conflicts
from pipeline.tabulate.rows import Row, Rows, tabulate
from pipeline.tabulate.schema import TABLES
from pipeline.tabulate.stories import story_ids, with_stories

PACT = "Kenya and Norway signed the Coastal Reefs Restoration Agreement."
BUY = "Halden Foods agreed to buy Norwick Mills for $5.2 billion."


@cache
def _article(text: str, published: str) -> Rows:
    day = datetime.date.fromisoformat(published) if published else None
    return tabulate(read_article(make_article(text, source="a.txt", published=day), load()))


def _run(*articles: tuple[str, str]) -> Rows:
    """The rows of articles (published, text), as a run joins them."""
    parts = [_article(text, published) for published, text in articles]
    rows: Rows = {table: [copy.copy(row) for part in parts for row in part[table]] for table in TABLES}
    with_stories(rows)
    rows["conflicts"] = conflicts(rows)
    return rows


def _shared(rows: Rows) -> int:
    """How many stories are told by several articles."""
    stories: dict[str, set[str]] = {}
    for deal in rows["deals"]:
        stories.setdefault(deal["story_id"], set()).add(deal["article_id"])
    return sum(len(articles) > 1 for articles in stories.values())


ONE = [  # two tellings of one deal: day and text, day and text
    ("2025-03-04", PACT, "2025-03-06", "The Coastal Reefs Restoration Agreement binds Norway and Kenya."),
    ("2025-03-04", PACT, "2025-11-06", "Kenya hailed the Coastal Reefs Restoration Agreement."),
    ("2025-03-04", PACT, "", "The Coastal Reefs Restoration Agreement came into force, Kenya said."),
    ("2025-03-04", BUY, "2025-03-05", "Halden Foods will acquire Norwick Mills in a deal worth $5.2 billion."),
    ("2025-03-04", "The 12th Tavira Summit opened.", "2025-03-06", "The Tavira Summit ended without a result."),
    (
        "2025-03-04",
        "Chile and Peru signed a trade deal.",
        "2025-03-07",
        "The trade deal between Peru and Chile was hailed.",
    ),
    ("2025-03-04", "He cited Executive Order 14911.", "2025-03-07", "Executive Order 14911 was revoked."),
    (
        "2025-03-04",
        "MPs passed the Tidal Lagoons Bill in Kenya.",
        "2025-05-07",
        "Kenya's Tidal Lagoons Act takes effect.",
    ),
]


@pytest.mark.parametrize(("day", "text", "later", "other"), ONE)
def test_one_story(day: str, text: str, later: str, other: str) -> None:
    assert _shared(_run((day, text), (later, other))) == 1


TWO = [  # two deals
    ("2025-03-04", BUY, "2025-03-05", "Halden Foods agreed to buy Brisco Oats for $300 million."),
    ("2025-03-04", BUY, "2025-09-05", "Halden Foods agreed to sell Norwick Mills for $5.2 billion."),
    ("2025-03-04", "Chile and Peru signed a trade deal.", "2025-03-05", "Kenya and Norway signed a trade deal."),
    ("2025-03-04", "Chile and Peru signed a trade deal.", "2025-07-05", "Peru and Chile signed a trade deal."),
    ("2024-11-20", "The 2024 Tavira Summit opened.", "2025-01-20", "The 2025 Tavira Summit will open in May."),
    ("2025-03-04", "The 14th Annual Tavira Summit opened.", "2025-03-20", "The 15th Annual Tavira Summit is planned."),
    ("2024-03-04", "The Tavira Summit opened.", "2025-03-04", "The Tavira Summit ended."),
    ("2024-03-04", "The Tavira Summit opened.", "", "The Tavira Summit ended."),
    ("2025-03-04", "Kenya passed the Human Rights Act.", "2025-03-06", "Norway repealed the Human Rights Act."),
    ("2025-03-04", "He cited Executive Order 14911.", "2025-03-07", "He cited Executive Order 14912."),
    (
        "2025-03-04",
        "The Sixth Clean Ports Mission left Kenya.",
        "2025-03-07",
        "The Fifth Clean Ports Mission left Kenya.",
    ),
    ("2025-03-04", "Kenya imposed a 10% tariff on pears.", "2025-03-07", "Kenya imposed a 30% tariff on pears."),
    ("2025-03-04", "MPs passed the Trade Act.", "2025-03-05", "The Trade Act of Peru was repealed."),
]


@pytest.mark.parametrize(("day", "text", "later", "other"), TWO)
def test_two_stories(day: str, text: str, later: str, other: str) -> None:
    rows = _run((day, text), (later, other))
    assert len({deal["article_id"] for deal in rows["deals"]}) == 2
    assert _shared(rows) == 0


AMOUNTS = [  # how two outlets tell the price, and whether they disagree
    ("$5.2 billion", "$5.9 billion", True),
    ("$67 billion", "$66.8 billion", False),
    ("$67 billion", "$67.8 billion", True),
    ("about $5 billion", "$5.3 billion", False),
    ("more than $5 billion", "$5.9 billion", False),
    ("up to $5 billion", "$5.9 billion", True),
    ("$5.2 billion", "$5.2 billion", False),
    ("$5.2 billion", "$52 billion", False),
    ("$5.2 billion", "$5,200,000,000", False),
]


@pytest.mark.parametrize(("one", "two", "disagree"), AMOUNTS)
def test_amounts(one: str, two: str, disagree: bool) -> None:
    text = "Halden Foods signed the Norwick Mills Takeover Agreement worth {}."
    rows = _run(("2025-03-04", text.format(one)), ("2025-03-05", text.format(two) + " Analysts cheered."))
    assert _shared(rows) == 1
    told = [(row["about"], row["text"], row["tellings"]) for row in rows["conflicts"]]
    short = [amount.removeprefix("about ").removeprefix("more than ").removeprefix("up to ") for amount in (one, two)]
    expected = sorted(("amount", amount, 1) for amount in short) if disagree else []
    assert sorted(told) == expected


DATES = [  # what two outlets tell of one agreement, and the values on which they disagree
    ("will be ratified by 2027", "will be ratified by 2029", ["2027", "2029"]),
    ("will be ratified by 2027", "will be ratified by March 2027", []),
    ("was signed on 1 March 2025", "was signed on 27 February 2025", ["2025-02-27", "2025-03-01"]),
    ("was signed on Saturday", "was signed on 1 March 2025", []),
    ("was signed on 1 March 2025", "will be ratified by 2029", []),
    ("was signed on 1 March 2025", "was signed in 2019", []),
]


@pytest.mark.parametrize(("one", "two", "values"), DATES)
def test_dates(one: str, two: str, values: list[str]) -> None:
    text = "The Coastal Reefs Restoration Agreement {} by Kenya and Norway."
    rows = _run(("2025-03-04", text.format(one)), ("2025-03-05", text.format(two)))
    assert len([row for row in rows["links"] if row["relation"] == "timeline"]) == 2
    assert _shared(rows) == 1
    assert sorted(row["value"] for row in rows["conflicts"]) == values


def test_a_single_article_has_stories_of_its_own() -> None:
    deals = pipeline.extract(PACT + " " + BUY, published="2025-03-04").deals
    assert deals.story_id.tolist() == deals.deal_id.tolist()


PIECES = [
    PACT,
    BUY,
    "Halden Foods will acquire Norwick Mills in a deal worth $6 billion.",
    "The Coastal Reefs Restoration Agreement worth $40 million was hailed by Kenya.",
    "The 2025 Tavira Summit opened. Chile and Peru signed a trade deal.",
    "Peru praised the trade deal with Chile at the Tavira Summit.",
    "The Coastal Reefs Restoration Agreement, the Coral Treaty and the Tavira Summit cost Kenya $30 million.",
]
DAYS = st.integers(0, 60).map(lambda days: (datetime.date(2025, 3, 1) + datetime.timedelta(days)).isoformat())
CORPORA = st.lists(st.tuples(st.one_of(st.just(""), DAYS), st.sampled_from(PIECES)), min_size=1, max_size=9)


def _distinct(articles: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The articles with a text of each its own, so that each has a key of its own."""
    return list({text: (day, text) for day, text in articles}.values())


def _ids(articles: list[tuple[str, str]]) -> dict[str, str]:
    return story_ids(_run(*articles)) if articles else {}


@settings(deadline=None, max_examples=60)
@given(CORPORA, st.randoms(use_true_random=False))
def test_order_never_matters(articles: list[tuple[str, str]], chance: random.Random) -> None:
    rows = _run(*_distinct(articles))
    mixed: Rows = {table: chance.sample(found, len(found)) for table, found in rows.items()}
    with_stories(mixed)
    assert {row["deal_id"]: row["story_id"] for row in mixed["deals"]} == story_ids(rows)
    assert conflicts(mixed) == rows["conflicts"]


@settings(deadline=None, max_examples=60)
@given(CORPORA, st.sampled_from(PIECES))
def test_later_and_unrelated_articles_change_nothing(articles: list[tuple[str, str]], text: str) -> None:
    known = _distinct([article for article in articles if article[1] != text])
    before = _ids(known)
    after = _ids([*known, ("2025-05-20", text), ("2025-02-01", "Brazil launched the Amber Orchards Initiative.")])
    assert before.items() <= after.items()


@settings(deadline=None, max_examples=60)
@given(CORPORA)
def test_two_deals_of_an_article_are_two_stories(articles: list[tuple[str, str]]) -> None:
    deals: list[Row] = _run(*_distinct(articles))["deals"]
    pairs = [(deal["article_id"], deal["story_id"]) for deal in deals]
    assert len(pairs) == len(set(pairs))
    assert {deal["story_id"] for deal in deals} <= {deal["deal_id"] for deal in deals}
