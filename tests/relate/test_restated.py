from __future__ import annotations

import pytest

from pipeline.relate.figures import relate_figures
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
    ("[$5m](money 5e6) and [£4m](money 4e6 GBP) were paid.", [None, None]),
    ("He paid [$5m](money 5e6). ([£4m](money 4e6 GBP) was left.)", [None, None]),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_same_as(marked: str, expected: list[int | None]) -> None:
    assert [figure.same_as for figure in relate_figures(reading(marked)).figures] == expected
