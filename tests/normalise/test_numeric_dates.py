"""Dates of digits by the outlet's country; published on 12 March 2025 unless said otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.contract import Article
from pipeline.gazetteers import rows, toml
from pipeline.normalise.outlets import date_order, outlet_country
from pipeline.normalise.times import read_time

BASE = date(2025, 3, 12)


@pytest.mark.parametrize(
    ("text", "order", "value"),
    [
        ("3/8/25", "MDY", "2025-03-08"),
        ("3/8/25", "DMY", "2025-08-03"),
        ("3/8/2025", "MDY", "2025-03-08"),
        ("25/03/08", "YMD", "2025-03-08"),
        # a year has two digits, and is near
        ("3/8/25", "YMD", "2025-03-08"),
        ("08/11/25", "YMD", "2025-11-08"),
        # only one order is a date
        ("29/8/25", "MDY", "2025-08-29"),
        ("8/29/25", "DMY", "2025-08-29"),
        ("31/31/25", "MDY", ""),
        # no outlet known: day first, unless only the other order lies near the day of publication
        ("4/9/25", "", "2025-09-04"),
        ("3/8/25", "", "2025-03-08"),
        ("3/8", "MDY", "XXXX-03-08"),
        ("3/8", "DMY", "XXXX-08-03"),
        ("3/8", "YMD", "XXXX-03-08"),
        ("22/4", "MDY", "XXXX-04-22"),
        ("4/22", "DMY", "XXXX-04-22"),
        ("3/8", "", "XXXX-03-08"),
        # the year of four digits tells the order itself
        ("2025-08-03", "MDY", "2025-08-03"),
    ],
)
def test_order(text: str, order: str, value: str) -> None:
    assert read_time("numeric", text, BASE, order).value == value


@pytest.mark.parametrize(
    ("url", "outlet", "country"),
    [
        ("https://www.nytimes.com/2025/03/12/a.html", "", "USA"),
        ("https://www.whitehouse.gov/a", "", "USA"),
        ("http://news.abs-cbn.com.ph/a", "", "PHL"),
        ("https://www.stuff.co.nz/a", "The Washington Post", "NZL"),
        ("www.independent.co.uk", "", "GBR"),
        ("https://timesofindia.indiatimes.com/a", "", "IND"),
        # sold to everybody, or no country's
        ("https://acme.io/a", "", ""),
        ("https://example.com/story.us", "", ""),
        ("https://ec.europa.eu/a", "", ""),
        ("", "nytimes.com", "USA"),
        ("", "The Washington Post", "USA"),
        ("", "The Korea Herald", "KOR"),
        ("", "Bangkok Post", "THA"),
        ("", "Irish Times", "IRL"),
        ("", "The Straits Times", "SGP"),
        ("", "New Straits Times", "MYS"),
        ("", "Santa Fe New Mexican", "USA"),
        ("", "Financial Times", "GBR"),
        ("", "Wire Service", ""),
        ("", "", ""),
    ],
)
def test_outlet(url: str, outlet: str, country: str) -> None:
    assert outlet_country(Article("0", "t", "", url=url, outlet=outlet)) == country


@pytest.mark.parametrize(
    ("country", "order"),
    [
        ("USA", "MDY"),
        ("PHL", "MDY"),
        ("PLW", "MDY"),
        ("FSM", "MDY"),
        ("MHL", "MDY"),
        ("CAN", "YMD"),
        ("GBR", "DMY"),
        ("IND", "DMY"),
        ("", ""),
    ],
)
def test_date_order(country: str, order: str) -> None:
    assert date_order(country) == order


def test_the_tables_name_countries() -> None:
    codes, known = {row["code"] for row in rows("countries")}, toml("outlets")
    dates, domains = known["dates"], known["domains"]["other"]
    assert {
        *known["hosts"].values(),
        *known["names"].values(),
        *domains.values(),
        *dates["month_first"],
        *dates["year_first"],
    } <= codes
