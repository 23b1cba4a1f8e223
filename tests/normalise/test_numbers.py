"""Numbers: text to exact value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.numbers import parse

VALUES = {
    "192": "192",
    "1,25,000.50": "125000.5",
    "12,34,567.89": "1234567.89",
    "1,674,200.5": "1674200.5",
    "1 414 021 100": "1414021100",
    "1'234'567": "1234567",
    "1.234.567,89": "1234567.89",
    "1.111,11": "1111.11",
    "12,5": "12.5",
    ".08": "0.08",
    "5½": "5.5",
    "10 1/2": "10.5",
    "3/4": "0.75",
    "-41.6bn": "-41600000000",
    "minus five": "-5",
    "12.3m": "12300000",
    "3.4mn": "3400000",
    "350mil": "350000000",
    "25 lakh crore": "25000000000000",
    "12.5 lakh": "1250000",
    "6 crore": "60000000",
    "2 hundred thousand": "200000",
    "15+ billion": "15000000000",
    "3 million and a half": "3500000",
    "sixteen": "16",
    "fifty-two": "52",
    "one hundred and seventy-four": "174",
    "three hundred and twenty-one thousand": "321000",
    "twenty-one trillion three hundred": "21000000000300",
    "two hundred and two thousand": "202000",
    "nine point nought four": "9.04",
    "half a billion": "500000000",
    "a quarter of a million": "250000",
    "quarter million": "250000",
    "three quarters billion": "750000000",
    "one and a half million": "1500000",
    "two and a half": "2.5",
    "1.3x10^6": "1300000",
    "3.124×10−8": "3.124E-8",
    "a dozen": "12",
    "half a dozen": "6",
    "three dozen": "36",
    "a couple of hundred": "200",
}

VAGUE = {
    "dozens": ("24", "99"),
    "scores": ("40", "99"),
    "hundreds": ("100", "1000"),
    "tens of thousands": ("10000", "100000"),
    "hundreds of millions": ("100000000", "1000000000"),
    "several hundred": ("100", "1000"),
    "a few thousand": ("1000", "10000"),
}

NO_NUMBERS = ["", "-", "none", "five apples", "9" * 60, "1/0", "nine quintillion"]


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_value(text: str, value: str) -> None:
    number = parse(text)
    assert number is not None
    assert str(number.value) == value


@pytest.mark.parametrize(("text", "ends"), VAGUE.items())
def test_vague(text: str, ends: tuple[str, str]) -> None:
    number = parse(text)
    assert number is not None
    assert (str(number.value), str(number.high)) == ends


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_refused(text: str) -> None:
    assert parse(text) is None


@given(st.decimals(min_value=0, max_value=10**15, allow_nan=False, allow_infinity=False, places=3))
def test_printed_number_parses_back(value: Decimal) -> None:
    for form in (f"{value:f}", f"{value:,f}"):
        number = parse(form)
        assert number is not None
        assert number.value == value
