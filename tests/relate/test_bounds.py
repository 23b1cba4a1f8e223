from __future__ import annotations

import pytest

from pipeline.relate.bounds import bound_before, bound_behind
from pipeline.relate.figures import relate_figures
from tests.relate.marked import reading

CASES = [
    # (sentence, the bound of each figure)
    ("The plan covers [80%](percent 80) of firms.", "="),
    ("The plan covers over [80%](percent 80) of firms.", ">"),
    ("More than [20](count 20) were hired.", ">"),
    ("It has exceeded [$2 billion](money 2e9) in annual sales.", ">"),
    ("It costs well over [$5m](money 5e6).", ">"),
    ("Sales topped [$5m](money 5e6).", ">"),
    ("At least [100 people](count 100 person) came.", ">="),
    ("No fewer than [100 people](count 100 person) came.", ">="),
    ("[100 people](count 100 person) or more came.", ">="),
    ("Fewer than [20 towns](count 20 town) have water.", "<"),
    ("Tin dipped below [$45](money 45).", "<"),
    ("It is just under [5%](percent 5).", "<"),
    ("They may buy up to [5,000 rupees](money 5000 INR).", "<="),
    ("As many as [300 people](count 300 person) died.", "<="),
    ("Tariffs are as high as an average of [42%](percent 42).", "<="),
    ("No more than [5%](percent 5) may be sold.", "<="),
    ("The loan has a maximum of [$10m](money 1e7).", "<="),
    ("Prices rose nearly [1%](percent 1).", "~"),
    ("An estimated [3 million trees](count 3e6 tree) died.", "~"),
    ("Some [170,000 people](count 170000 person) live there.", "~"),
    ("It is worth about\n    [$5m](money 5e6).", "~"),
    ("It is worth almost **[$200 billion](money 2e11)** today.", "~"),
    ("[300](count 300) or so were there.", "~"),
    ("The near [doubling](multiple 2) of its fleet", "~"),
    # only a word about how we should feel
    ("It was only [8%](percent 8).", "="),
    # a comparison with an amount that is known
    ("The fall was smaller than a [3.5 million-barrel](measure 3.5e6 barrel) decrease.", "="),
    ("It is lower than the [4%](percent 4) that we pay.", "="),
    # the bound belongs to another word
    ("It ended just shy of the [43%](percent 43) target.", "="),
    ("They talked about [$5m](money 5e6).", "="),
    # a bound holds for a conversion in brackets and for all members of a list
    ("Clients with over [6.5 million crowns](money 6.5e6 DKK) ([US $0.9 million](money 0.9e6)) pay.", "> >"),
    ("A target of [10 trillion yen](money 1e13 JPY) (approximately [$67 billion](money 6.7e10)) stands.", "= ~"),
    ("At most [4000 rupees](money 4000 INR) each day, and [9000 rupees](money 9000 INR) each week", "<= <="),
    ("Over [500](count 500), [600](count 600) and [700](count 700) came.", "> > >"),
    ("Prices rose [3p](money 0.03 GBP) or almost [2%](percent 2).", "= ~"),
    ("Up to [$25 million](money 2.5e7) will come from Chile and [$4 million](money 4e6) from Peru.", "<= ="),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_bound(marked: str, expected: str) -> None:
    assert [figure.bound for figure in relate_figures(reading(marked)).figures] == expected.split()


def test_the_longest_phrase_decides() -> None:
    assert bound_before("no less than 5%", 13) == (">=", 0)


def test_a_bound_does_not_reach_over_the_figure_before() -> None:
    assert bound_before("over 5% 6%", 8, floor=7).sign == "="


def test_nothing_behind() -> None:
    assert bound_behind("5% of firms or more", 2) == "="
