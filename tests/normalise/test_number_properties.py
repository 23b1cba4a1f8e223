"""Numbers written in every style that newspapers use parse back to what was written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from pipeline.gazetteers import toml
from pipeline.match.numbers import numerals
from pipeline.normalise.numbers import parse

WHOLE = st.integers(min_value=0, max_value=10**15)
# Up to 99,999.9: mantissas as they stand before a scale word
MANTISSA = st.decimals(min_value=Decimal("0.1"), max_value=Decimal("999.9"), places=1)
_T = toml("numbers")
DIGITS = ["zero", *(word for word, value in _T["digits"].items() if value)]
TEENS = list(_T["teens"])
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "lakh": 5,
    "crore": 7,
    "lakh crore": 12,
    "bn": 9,
    "mn": 6,
}


def western(value: int, separator: str) -> str:
    """1,234,567 with any separator."""
    return f"{value:,}".replace(",", separator)


def indian(value: int) -> str:
    """12,34,567: the last three digits, then pairs."""
    head, tail = divmod(value, 1000)
    if not head:
        return str(value)
    pairs = []
    while head >= 100:
        head, pair = divmod(head, 100)
        pairs.append(f"{pair:02}")
    return ",".join([str(head), *reversed(pairs), f"{tail:03}"])


def words(value: int, *, joint: str) -> str:
    """In English words; ``joint`` is what stands behind 'hundred': ' and ' or ' '."""
    if value < 10:
        return DIGITS[value]
    if value < 20:
        return TEENS[value - 10]
    if value < 100:
        ten, one = divmod(value, 10)
        return TENS[ten - 2] + (f"-{DIGITS[one]}" if one else "")
    if value < 1000:
        hundred, rest = divmod(value, 100)
        return f"{DIGITS[hundred]} hundred" + (joint + words(rest, joint=joint) if rest else "")
    name, power = next(
        (name, power) for name, power in (("billion", 9), ("million", 6), ("thousand", 3)) if value >= 10**power
    )
    head, rest = divmod(value, 10**power)
    return f"{words(head, joint=joint)} {name}" + (f" {words(rest, joint=joint)}" if rest else "")


def read(text: str) -> Decimal:
    number = parse(text)
    assert number is not None, text
    return number.value


@given(WHOLE, st.integers(min_value=1, max_value=9))
def test_digits_of_every_style(value: int, tenth: int) -> None:
    for form in (
        str(value),
        western(value, ","),
        indian(value),
        western(value, " "),
        western(value, "\u202f"),
        western(value, "’"),
    ):
        assert read(form) == value
        assert read(f"{form}.{tenth}") == value + Decimal(tenth) / 10
    if value >= 10**6:
        assert read(western(value, ".")) == value
        assert read(f"{western(value, '.')},{tenth}") == value + Decimal(tenth) / 10


@given(st.integers(min_value=0, max_value=10**12 - 1), st.sampled_from([" and ", " "]))
def test_words(value: int, joint: str) -> None:
    text = words(value, joint=joint)
    assert read(text) == value
    assert read(text.capitalize()) == value
    found = numerals(text)
    assert [(numeral.start, numeral.end) for numeral in found] == [(0, len(text))], text


@given(MANTISSA, st.sampled_from(list(SCALES.items())))
def test_scale_words(mantissa: Decimal, scale: tuple[str, int]) -> None:
    name, power = scale
    assert read(f"{mantissa} {name}") == mantissa * 10**power
    assert read(f"{mantissa}-{name}".replace("lakh crore", "lakh-crore")) == mantissa * 10**power


@given(st.integers(min_value=1, max_value=999), st.sampled_from(["thousand", "million", "billion", "lakh", "crore"]))
def test_words_before_scale_words(value: int, name: str) -> None:
    assert read(f"{words(value, joint=' and ')} {name}") == value * 10 ** SCALES[name]


@pytest.mark.parametrize("locale", ["en", "en_IN", "de", "fr_CH"])
@given(value=st.decimals(min_value=10**6, max_value=10**15, places=2))
def test_locales(locale: str, value: Decimal) -> None:
    assert read(format_decimal(value, locale=locale)) == value


@pytest.mark.parametrize("text", ["9" * 10_000, "9**9**9", "1e999999", "1x10^999999", "9" * 5_000 + "." + "9" * 5_000])
def test_strange_numbers_are_refused_or_finite(text: str) -> None:
    number = parse(text)
    assert number is None or number.value.is_finite()
