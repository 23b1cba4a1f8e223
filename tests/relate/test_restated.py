from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.contract import Figure
from pipeline.relate.figures import relate_figures
from pipeline.relate.rate_gaps import rate_gap
from tests.relate.marked import reading

CASES = [
    # (sentence, same_as of each figure)
    ("A target of [10 trillion yen](money 1e13 JPY) (approximately [$67 billion](money 6.7e10)) stands.", [None, 0]),
    ("[$14.8bn](money 14.8e9) ([£7.9bn](money 7.9e9 GBP))", [None, 0]),
    ("[€5m](money 5e6 EUR), or [$5.5m](money 5.5e6), was paid.", [None, 0]),
    ("[€5m](money 5e6 EUR) ([$5.5m](money 5.5e6); [£4.3m](money 4.3e6 GBP)) was paid.", [None, 0, 0]),
    ("It runs [5 miles](measure 5 mile) ([8 kilometers](measure 8 kilometer)).", [None, 0]),
    # a share, another amount of the same currency, amounts that are far apart, a list
    ("[$5m](money 5e6), or [40%](percent 40) of the total, was paid.", [None, None]),
    ("[$5m](money 5e6) ([$7m](money 7e6) last year) was paid.", [None, None]),
    ("[$5m](money 5e6) ([£100](money 100 GBP) fee) was paid.", [None, None]),
    ("[$5m](money 5e6), or [£100](money 100 GBP), was paid.", [None, None]),
    # far apart, but nothing else stands in the brackets: one of the two is a slip
    ("A target of [$67 million](money 6.7e7) ([¥10 trillion](money 1e13 JPY)) stands.", [None, 0]),
    ("[10 trillion yen](money 1e13 JPY) (approximately [$67 million](money 6.7e7)) was paid.", [None, 0]),
    ("[$5m](money 5e6) (worth [£100](money 100 GBP) in 1950) was paid.", [None, None]),
    ("[$5m](money 5e6) ([£4m](money 4e6 GBP); [€5bn](money 5e9 EUR)) was paid.", [None, 0, None]),
    ("[$5m](money 5e6) and [£4m](money 4e6 GBP) were paid.", [None, None]),
    ("He paid [$5m](money 5e6). ([£4m](money 4e6 GBP) was left.)", [None, None]),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_same_as(marked: str, expected: list[int | None]) -> None:
    assert [figure.same_as for figure in relate_figures(reading(marked)).figures] == expected


GAPS = [
    # (sentence, rate_gap of the second figure at 100 yen and 4 dirhams a dollar)
    ("[$67 million](money 6.7e7) ([¥10 trillion](money 1e13 JPY))", "1491.5373"),
    ("[¥10 trillion](money 1e13 JPY) ([$67 million](money 6.7e7))", "-0.9993"),
    ("[$100](money 100) ([¥10,200](money 10200 JPY))", "0.02"),
    ("[¥500](money 500 JPY) ([20 dirhams](money 20 AED))", "0"),
    ("[$3](money 3) ([¥299.999](money 299.999 JPY))", "0"),
    ("[$100](money 100), or [¥9,000](money 9000 JPY),", "-0.1"),
    ("[$5m](money 5e6) ([XXX 5m](money 5e6 XXX))", None),  # no rate
    ("[$0](money 0) ([¥5](money 5 JPY))", None),
    ("[5 miles](measure 5 mile) ([8 kilometers](measure 8 kilometer))", None),
    ("[$100](money 100) and [¥10,200](money 10200 JPY)", None),  # not restated
]
RATES = {"USD": Decimal(1), "JPY": Decimal("0.01"), "AED": Decimal("0.25")}


@pytest.mark.parametrize(("marked", "expected"), GAPS)
def test_rate_gap(marked: str, expected: str | None) -> None:
    seen = reading(f"It paid {marked} for it.")
    figures = tuple(replace(figure, fx_rate=RATES.get(figure.unit)) for figure in seen.figures)
    first, second = relate_figures(replace(seen, figures=figures)).figures
    assert first.rate_gap is None
    assert second.rate_gap == (None if expected is None else Decimal(expected))
    assert str(second.rate_gap) != "-0.0000"


def test_the_gap_of_a_range_is_that_of_its_end_that_is_farther_off() -> None:
    ours = Figure(0, 1, "money", "x", low=Decimal(100), high=Decimal(900), unit="JPY", fx_rate=Decimal("0.01"))
    theirs = Figure(2, 3, "money", "x", low=Decimal(1), high=Decimal(90), unit="USD", fx_rate=Decimal(1))
    assert rate_gap(ours, theirs) == Decimal("-0.9")
    assert rate_gap(theirs, ours) == Decimal(9)
    assert rate_gap(replace(ours, unit="USD"), theirs) is None
