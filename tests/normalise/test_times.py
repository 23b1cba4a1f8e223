"""Values of phrases of time, without anything around them."""

from __future__ import annotations

import doctest
from datetime import date
from decimal import Decimal
from importlib import import_module

import pytest

from pipeline.match.times import find
from pipeline.normalise.dates import explicit_day
from pipeline.normalise.durations import moved
from pipeline.normalise.periods import add_months, days_of, fiscal_days, shift_years, unit_value
from pipeline.normalise.quarters import fiscal_year
from pipeline.normalise.time_words import full_year, read_number
from pipeline.normalise.times import read_time

PUBLISHED = date(2025, 8, 30)
_MODULES = ("clock", "dates", "durations", "periods", "quarters", "relative", "time_words", "times")


def value(sentence: str, base: date | None = PUBLISHED) -> tuple[str, str, str]:
    """Type, value and modifier of the longest time of a sentence."""
    found = min(find(sentence, vague=True), key=lambda match: (match.start - match.end, match.label, match.rule))
    read = read_time(found.rule, sentence[found.start : found.end], base)
    return read.type, read.value, read.mod


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("on 29 August 2025", ("date", "2025-08-29", "")),
        ("on 29 August", ("date", "XXXX-08-29", "")),
        ("on 30 February 2025", ("date", "2025-02-30", "")),
        ("on Friday", ("date", "XXXX-WXX-5", "")),
        ("in the third quarter", ("date", "XXXX-Q3", "")),
        ("in early 2026", ("date", "2026", "START")),
        ("in the mid-2030s", ("date", "203", "MID")),
        ("in the fourth quarter of fiscal 2024", ("date", "FY2024-Q4", "")),
        ("in Q1 FY27", ("date", "FY2027-Q1", "")),
        ("in FY2025-26", ("date", "FY2026", "")),
        ("in 1999-00", ("date", "FY2000", "")),
        ("in 2019-2023", ("date", "2019/2023", "")),
        ("for 12 to 18 months", ("duration", "P12M/P18M", "")),
        ("for three decades", ("duration", "P30Y", "")),
        ("for two centuries", ("duration", "P200Y", "")),
        ("for ninety minutes", ("duration", "PT90M", "")),
        ("for a fortnight", ("duration", "P2W", "")),
        ("two quarters", ("duration", "P2Q", "")),
        ("every two years", ("set", "P2Y", "")),
        ("every other week", ("set", "P2W", "")),
        ("on Christmas Day", ("date", "XXXX-12-25", "")),
        ("since last Easter", ("date", "2025-04-20", "")),
        ("at 5:30 p.m. GMT", ("time", "2025-08-30T17:30", "")),
        ("at 1800 GMT", ("time", "2025-08-30T18:00", "")),
        ("at 12 a.m. on Sept. 1", ("time", "XXXX-09-01T00:00", "")),
        ("at noon", ("time", "2025-08-30T12:00", "")),
        ("now", ("date", "PRESENT_REF", "")),
        ("in recent years", ("date", "PAST_REF", "")),
        ("in coming months", ("date", "FUTURE_REF", "")),
        ("within days", ("duration", "PXD", "")),
    ],
)
def test_value(sentence: str, expected: tuple[str, str, str]) -> None:
    assert value(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("last week", "XXXX-WXX"),
        ("last month", "XXXX-XX"),
        ("last year", "XXXX"),
        ("three years ago", "XXXX"),
        ("yesterday", "XXXX-XX-XX"),
        ("last Friday", "XXXX-WXX-5"),
        ("last October", "XXXX-10"),
        ("next spring", "XXXX-SP"),
        ("this fiscal year", "FYXXXX"),
    ],
)
def test_nothing_is_guessed_without_a_day_of_publication(sentence: str, expected: str) -> None:
    assert value(sentence, None)[1] == expected


@pytest.mark.parametrize(
    ("timex", "first", "last"),
    [
        ("2025-08-29", "2025-08-29", "2025-08-29"),
        ("2025-08-29T17:00", "2025-08-29", "2025-08-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("203", "2030-01-01", "2039-12-31"),
        ("20", "2000-01-01", "2099-12-31"),
        ("2025-W01", "2024-12-30", "2025-01-05"),
        ("2025-W35-WE", "2025-08-30", "2025-08-31"),
        ("2025-W35-5", "2025-08-29", "2025-08-29"),
        ("2026/2027", "2026-01-01", "2027-12-31"),
    ],
)
def test_days(timex: str, first: str, last: str) -> None:
    assert days_of(timex) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "timex",
    ["", "2025-02-30", "2025-13", "XXXX-09", "2025-FA", "P5Y", "0000", "2025-W54", "2027/2026", "PAST_REF", "/"],
)
def test_no_days(timex: str) -> None:
    assert days_of(timex) is None


@pytest.mark.parametrize(
    ("timex", "start", "by_start", "first", "last"),
    [
        ("FY2026", 4, False, "2025-04-01", "2026-03-31"),
        ("FY2026-Q3", 4, False, "2025-10-01", "2025-12-31"),
        ("FY2026-H2", 10, False, "2026-04-01", "2026-09-30"),
        ("FY2025", 4, True, "2025-04-01", "2026-03-31"),
        ("FY2025", 1, False, "2025-01-01", "2025-12-31"),
    ],
)
def test_fiscal_days(timex: str, start: int, by_start: bool, first: str, last: str) -> None:
    expected = (date.fromisoformat(first), date.fromisoformat(last))
    assert fiscal_days(timex, start, named_by_start=by_start) == expected


def test_steps() -> None:
    assert add_months(date(2024, 8, 31), 6) == date(2025, 2, 28)
    assert unit_value("Q", date(2025, 1, 15), -1) == "2024-Q4"
    assert unit_value("W", date(2025, 1, 1), -1) == "2024-W52"
    assert unit_value("Y", None) == "XXXX"
    assert shift_years("2025-Q3", -1) == "2024-Q3"
    assert shift_years("FY2025-Q3", -1) == "FY2024-Q3"
    assert shift_years("2024-02-29", -1) == "2023"
    assert moved(date(2025, 8, 30), "Y", Decimal(9000)) is None
    assert moved(date(2025, 8, 30), "TH", Decimal(3)) is None


def test_years_of_two_digits() -> None:
    assert full_year("26", PUBLISHED) == 2026
    assert full_year("87", PUBLISHED) == 1987
    assert full_year("87", date(1990, 1, 1)) == 1987
    assert fiscal_year("1999/00") == 2000


def test_numbers() -> None:
    assert read_number(["one", "hundred", "and", "twenty"]) == 120
    assert read_number(["two", "thousand"]) == 2000
    assert read_number(["several"]) is None


def test_explicit_days_are_read_strictly() -> None:
    assert explicit_day("29 august 2025") == date(2025, 8, 29)
    assert explicit_day("august 2025") is None
    assert explicit_day("31 june 2025") is None
    assert explicit_day("in the morning") is None


@pytest.mark.parametrize("module", _MODULES)
def test_examples_in_the_code(module: str) -> None:
    assert doctest.testmod(import_module(f"pipeline.normalise.{module}")).failed == 0
