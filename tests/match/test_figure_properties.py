"""What holds for figures of any text: strange neighbours change nothing, strange numbers break nothing."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline import extract
from pipeline.contract import Figure
from pipeline.match import numbers
from tests.match.figures import amount, read

SENTENCES = [
    "The plant will cost $1.2bn and employ 300 people.",
    "Exports rose 12.5% to 4.3 million tonnes in the year to March.",
    "The lender cut its rate by 25 basis points to 4.5 percent.",
    "Acme paid €3.4 million for a 51% stake.",
    "The state set aside Rs 5,000 crore for 1,25,000 homes.",
    "At least 23 people were killed when two buses collided.",
    "Output fell by a third to 285,000 barrels per day.",
    "The tower is 318.5 metres high and has 72 floors.",
    "Profit doubled to £45m.",
    "Sales were three times the forecast of 90 million euros.",
    "Between 5 and 7% of voters were undecided.",
    "The farm covers 64 hectares and feeds four villages.",
    "Tens of thousands of workers walked out at six ports.",
    "The fund raised $10 to $15 billion from 40 investors.",
    "Petrol costs 119.9 cents a litre.",
    "One in five adults owns shares.",
    "Two-thirds of the firms hired fewer than 50 people.",
    "The council has 60 members and 12 seats are vacant.",
    "The road is 250 kilometres long and will take 1.5 million tonnes of stone.",
    "The company sold 1,200 cars for about 20 million Swiss francs.",
    "He lost 12 kilograms on a diet of 1,500 calories.",
    "A dozen ships carried 36 jets and 21 tanks.",
    "The bank wrote off ¥545.3 billion, or 4% of its assets.",
    "The deficit narrowed to $41.6 billion from $43.2 billion.",
    "Half of the 9 proposals were put by five parties.",
    "Nearly 500,000 young Indians applied for 2,000 jobs.",
    "The price of gold rose above $1,900 an ounce.",
    "Two to three billion tons of ore lie under the hills.",
    "The grid lost 40 megawatts, about 10 per cent of its load.",
    "The bridge, built for $20 million, carries 3,000 vehicles a day.",
    "More than 80% of the 700 members voted for the merger.",
    "The museum bought 17 paintings at $2 million each.",
    "The levy of 2.5 percent is expected to bring in 900 million dollars a year.",
    "The airline ordered 24 aircraft and took 6 options.",
    "Farmers lost up to 2,000 cattle and 45 barns.",
    "The reservoir holds 70 billion cubic metres of water.",
    "The mine produced 1.4 million ounces, up 9 percent.",
    "A 16-page report lists 43 suggestions.",
    "The party won 32 of the 63 seats with 42.2% of the vote.",
    "The loan of 52.9 billion baht runs over 20 projects.",
]
NEUTRAL = [
    "It rained all day.",
    "Nobody came to the door.",
    "The mayor smiled and left.",
    "Critics were not convinced.",
    "The choir sang in the old church.",
    "A spokesman declined to comment.",
    "Spring was late.",
    "The train stood still.",
    "She had grown up by the sea.",
    "The matter rests there.",
]

# What is no figure at all, by class, and the kinds of what is one beside it
NO_FIGURES = {
    "The 9/11 attacks and the 7/11 blasts were recalled.": [],
    "The 26/11 trial began.": [],
    '{| width="30%" cellpadding="2" rules="none"': [],
    "<td WIDTH=25% colspan=6>": [],
    "|| 1 Ann T. Sample || Republican || Springfield": [],
    "Spain lost in Euro 2008 qualifying.": [],
    "In room 007 agents waited.": [],
    "Greens 184 232 -24 Liberals 223 202": [],
    "He needs 100, 000 rifles.": [],
}
FIGURES = {
    "About 1/2 cups and 3/4 shares are left.": ["0.5 cup", "0.75 share"],
    "1 Iraqi woman was hurt.": ["1 woman"],
    "Entry costs Euro 2500.": ["2500 EUR"],
    "The poll has a margin of plus or minus 3.1 percentage points.": ["3.1 percentage_point"],
    "A loss of three-quarters of a million dollars.": ["750000 USD"],
    "Fines run from $500 to $1 million.": ["500-1000000 USD"],
    "It means two to three billion tons.": ["2000000000-3000000000 ton"],
    "A fine of five hundred to one thousand dollars.": ["500-1000 USD"],
    "The lender had 2245 or 46.6% of all complaints.": ["46.6 percent"],
    "The index moved -412.35 points.": ["-412.35 point"],
}
LARGEST = Decimal(10) ** 27  # 10 ** 24 is the largest number; units may scale it
FACTS = ["kind", "value", "low", "high", "unit", "per", "bound", "change", "measures", "text"]
LONG = ["9" * 10_000, "1," * 5_000 + "000", "9**9**9", "1e999999", "1x10^99", "9" * 5_000 + " million", "1 000" * 2_500]


def shown(text: str, figure: Figure) -> str:
    return f"{amount(figure)} {figure.unit}"


@pytest.mark.parametrize(("text", "expected"), [*NO_FIGURES.items(), *FIGURES.items()])
def test_false_figures(matcher: Language, text: str, expected: list[str]) -> None:
    assert [shown(text, figure) for figure in read(matcher, text)] == expected


def facts(text: str, start: int, end: int) -> list[tuple[object, ...]]:
    """What is said of the figures of a stretch of the text, offsets counted from its start."""
    table = extract(text, model="none").figures
    here = table[(table["start_char"] >= start) & (table["end_char"] <= end)].astype(object)
    shifted = [row - start for row in here["start_char"]]
    rows = here[FACTS].where(here[FACTS].notna(), None).itertuples(index=False, name=None)
    return [(offset, *row) for offset, row in zip(shifted, rows, strict=True)]


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(SENTENCES),
    st.lists(st.sampled_from(NEUTRAL), max_size=3),
    st.lists(st.sampled_from(NEUTRAL), max_size=3),
    st.sampled_from([" ", "\n\n"]),
)
def test_unrelated_sentences_change_nothing(sentence: str, ahead: list[str], behind: list[str], gap: str) -> None:
    alone = facts(sentence, 0, len(sentence))
    text = gap.join([*ahead, sentence, *behind])
    start = len(gap.join([*ahead, ""]))
    assert alone
    assert facts(text, start, start + len(sentence)) == alone


@pytest.mark.parametrize("number", LONG)
def test_strange_numbers_stay_finite(matcher: Language, number: str) -> None:
    for text in (number, f"It paid ${number} for {number} shares.", f"Up {number}% to {number} km."):
        for figure in read(matcher, text):
            ends = [end for end in (figure.value, figure.low, figure.high) if end is not None]
            assert all(end.is_finite() and abs(end) <= LARGEST for end in ends)


class CountingPattern:
    """A pattern that counts how often it is asked, as the clock says nothing certain."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.calls = 0

    def search(self, text: str, *where: int) -> re.Match[str] | None:
        self.calls += 1
        return self.pattern.search(text, *where)

    def match(self, text: str, *where: int) -> re.Match[str] | None:
        self.calls += 1
        return self.pattern.match(text, *where)


@pytest.mark.parametrize("unit", ["9", "1,", "9**", "1 000 ", "9.9.", "$9-"])
def test_long_runs_are_read_in_linear_steps(monkeypatch: pytest.MonkeyPatch, unit: str) -> None:
    calls = []
    for length in (2_000, 4_000, 8_000):
        counters = [CountingPattern(getattr(numbers, name)) for name in ("_DIGIT", "_DIGIT_RUN")]
        with monkeypatch.context() as patch:
            patch.setattr(numbers, "_DIGIT", counters[0])
            patch.setattr(numbers, "_DIGIT_RUN", counters[1])
            numbers.numerals(unit * (length // len(unit)))
        calls.append(sum(counter.calls for counter in counters))
    assert calls[2] - calls[1] <= 2.1 * (calls[1] - calls[0]) + 10
