from __future__ import annotations

import pytest

from pipeline.relate.figures import relate_figures
from pipeline.relate.rates_per import per_behind
from tests.relate.marked import reading

CASES = [
    # (what stands behind '$70', the column, what of it says so)
    (" a barrel in London", "barrel", " a barrel"),
    ("/MMBtu", "MMBtu", "/MMBtu"),
    (" per share", "share", " per share"),
    (" an hour", "hour", " an hour"),
    (" each day", "day", " each day"),
    (" annually", "year", " annually"),
    (" annual target", "year", ""),
    (" in annual FDI", "year", ""),
    (" per\nyear", "year", " per\nyear"),
    (" per capita", "person", " per capita"),
    (" a square foot", "square_foot", " a square foot"),
    (" to the dollar", "USD", " to the dollar"),
    (" per gadget", "gadget", " per gadget"),
    (" (£50) a barrel", "barrel", " (£50) a barrel"),
    (" a year ago", "", ""),
    (" a day later", "", ""),
    (" a barrelful", "", ""),
    (" each for roads", "", ""),
    (" per Class B share", "", ""),
    (" in dividends", "", ""),
]


@pytest.mark.parametrize(("behind", "name", "words"), CASES)
def test_per_behind(behind: str, name: str, words: str) -> None:
    assert per_behind(f"$70{behind}", 3) == (name, 3 + len(words))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("It costs [$70](money 70) ([£50](money 50 GBP)) a barrel.", ["barrel", "barrel"]),
        ("It costs [$70](money 70) or [$80](money 80) a barrel.", ["barrel", "barrel"]),
        ("It fell [$2](money 2) to [$54](money 54) a barrel.", ["", "barrel"]),
        ("A rise in per capita use from [1 kWh](measure 1 kilowatt_hour)", ["person"]),
        ("They hired [50 people](count 50 person) a day.", ["day"]),
    ],
)
def test_per(marked: str, expected: list[str]) -> None:
    assert [figure.per for figure in relate_figures(reading(marked)).figures] == expected
