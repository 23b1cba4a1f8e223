from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline.contract import Figure
from pipeline.gazetteers import toml
from pipeline.normalise.rates import in_base_currency, rate

FRIDAY, SUNDAY = date(2024, 11, 22), date(2024, 11, 24)


@pytest.mark.parametrize(
    ("currency", "base", "day", "value", "dated", "source"),
    [
        ("EUR", "USD", FRIDAY, "1.0412", FRIDAY, "ecb"),
        ("EUR", "USD", SUNDAY, "1.0412", FRIDAY, "ecb"),  # the last day before that has one
        ("GBP", "USD", SUNDAY, "1.251367105", FRIDAY, "ecb"),  # through the euro
        ("USD", "EUR", FRIDAY, "0.9604302728", FRIDAY, "ecb"),
        ("AED", "USD", SUNDAY, "0.2722940776", SUNDAY, "peg"),
        ("USD", "AED", SUNDAY, "3.6725", SUNDAY, "peg"),
        ("OMR", "BHD", SUNDAY, "0.9778933680", SUNDAY, "peg"),
        ("SAR", "EUR", SUNDAY, "0.2561147394", FRIDAY, "peg"),
        ("DEM", "EUR", SUNDAY, "0.5112918812", SUNDAY, "peg"),
        ("USD", "USD", SUNDAY, "1", SUNDAY, "same"),
    ],
)
def test_rate(currency: str, base: str, day: date, value: str, dated: date, source: str) -> None:
    assert rate(currency, base, day) == (Decimal(value), dated, source)


@pytest.mark.parametrize(
    ("currency", "base", "day"),
    [
        ("XXX", "USD", SUNDAY),
        ("TWD", "USD", SUNDAY),
        ("", "USD", SUNDAY),
        ("GBP", "USD", date(1987, 4, 21)),  # before the table begins
        ("DEM", "USD", date(1998, 1, 5)),  # before the euro
        ("GBP", "TWD", SUNDAY),
    ],
)
def test_no_rate(currency: str, base: str, day: date) -> None:
    assert rate(currency, base, day) is None


def test_without_a_day_it_is_the_newest_rate() -> None:
    found = rate("GBP", "USD", None)
    assert found is not None
    assert found.day is not None
    assert found == rate("GBP", "USD", found.day)
    assert found == rate("GBP", "USD", date(2999, 1, 1))


def test_a_series_that_ended_gives_its_last_rate_and_says_so() -> None:
    found = rate("RUB", "USD", date(2025, 1, 1))
    assert found is not None
    assert found.day == date(2022, 3, 1)


def test_every_peg_names_its_source_and_a_day() -> None:
    for peg in toml("pegs")["peg"]:
        assert Decimal(peg["units"]) > 0
        assert peg["source"]
        assert isinstance(peg["since"], date)
        assert rate(peg["currency"], peg["anchor"], SUNDAY) is not None, peg["currency"]


def test_in_base_currency() -> None:
    money, span, share, unknown = in_base_currency(
        (
            Figure(0, 1, "money", "x", value=Decimal("2e9"), unit="EUR"),
            Figure(1, 2, "money", "x", low=Decimal(1), high=Decimal(2), unit="EUR"),
            Figure(2, 3, "percent", "x", value=Decimal(5), unit="percent"),
            Figure(3, 4, "money", "x", value=Decimal(5), unit="XXX"),
        ),
        SUNDAY,
        "USD",
    )
    assert (money.base_value, money.base_currency, money.fx_rate) == (Decimal("2082400000"), "USD", Decimal("1.0412"))
    assert (money.fx_date, money.fx_source) == (FRIDAY, "ecb")
    assert (span.base_value, span.base_currency, span.fx_rate) == (None, "USD", Decimal("1.0412"))
    assert (share.base_value, share.base_currency, share.fx_rate) == (None, "", None)
    assert (share.fx_date, share.fx_source) == (None, "")
    assert (unknown.base_value, unknown.base_currency, unknown.fx_rate, unknown.fx_date) == (None, "", None, None)
    assert unknown.fx_source == "none"
