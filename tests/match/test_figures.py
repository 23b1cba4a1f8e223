"""Figures in sentences annotated in place, [text](kind value unit): extent, value and unit stand on one line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.contract import Figure
from tests.match.figures import amount, read

_MARK = re.compile(r"\[([^]]+)\]\((\w+) ([\d.-]+) (\S*?)(?:/(\w+))?\)")

MONEY = [
    "a [$67bn](money 67000000000 USD) plan and [USD10m](money 10000000 USD) more",
    "target of [10 trillion Japanese Yen](money 10000000000000 JPY) (approximately [$67 billion](money "
    "67000000000 USD))",
    "[Rs 5,000 crore](money 50000000000 INR), [Rs.1,200 crore](money 12000000000 INR) and [₹25 lakh "
    "crore](money 25000000000000 INR)",
    "Revenue was [€3.4mn](money 3400000 EUR), [£2.1bn](money 2100000000 GBP) and [$1.1tn](money 1100000000000 USD)",
    "it will cost [$1.2bn-$1.5bn](money 1200000000-1500000000 USD)",
    "[A$450m](money 450000000 AUD), [NT$1.2 trillion](money 1200000000000 TWD) and [HK$3.4bn](money 3400000000 HKD)",
    "[RM2.70](money 2.7 MYR), [R4.5bn](money 4500000000 ZAR), [Tk 500 crore](money 5000000000 BDT)",
    "[N$30 million](money 30000000 NAD), [Dh1.5 billion](money 1500000000 AED), [SR 200 million](money 200000000 SAR)",
    "about [$US84 trillion](money 84000000000000 USD) ([$126 trillion](money 126000000000000 AUD))",
    "it fell to [US60.1c](money 0.601 USD); bonds of [A$5bn](money 5000000000 AUD), "
    "[US$3bn](money 3000000000 USD) and [$9m](money 9000000 AUD)",
    "the shares closed up [3p](money 0.03 GBP) at [312p](money 3.12 GBP)",
    "it pays [8.5 cents](money 0.085 USD) a share; a fee of [3 dollars 50 cents](money 3.5 USD)",
    "[half a billion dollars](money 500000000 USD) and [millions of dollars](money 1000000-10000000 USD)",
    "a [500-million-dollar](money 500000000 USD) fleet, a [$1.2-billion](money 1200000000 USD) loan",
    "between [$10 and $15 billion](money 10000000000-15000000000 USD) or [33-35bn euros](money "
    "33000000000-35000000000 EUR)",
    "[$ 20–25+ billion](money 20000000000-25000000000 USD) each quarter",
    "[1.5 trillion won](money 1500000000000 KRW), [25 zł](money 25 PLN), [120 MEUR](money 120000000 EUR)",
    "the deficit was [$-41.6bn](money -41600000000 USD)",
    "over [$41\n            million](money 41000000 USD) in aid",
    "[Rs 4 billion](money 4000000000 INR) for roads and [2 billion](money 2000000000 INR) for ports",
    "old [500](money 500 INR) and [1000 rupee](money 1000 INR) notes were withdrawn in India",
    "the rupee closed at [83.12](money 83.12 INR/USD) against the dollar; the lira hit [32.5](money 32.5 TRY/USD) "
    "per dollar",
    "($1 = [148.5 yen](money 148.5 JPY/USD)); (1 euro = [1.08 dollars](money 1.08 USD/EUR))",
    "it raised [1.6 billion](money 1600000000 XXX) ([$2.5 billion](money 2500000000 USD)) from banks",
    "a [£3 billion](money 3000000000 GBP) bid and [2.1 billion](money 2100000000 GBP) ([$2.7 billion](money "
    "2700000000 USD)) more",
    "a [$500 CAD](money 500 CAD) fine, [CAN $500,000](money 500000 CAD) and [CAD50](money 50 CAD)",
    "the bank has [90 million pounds](money 90000000 GBP) of debt",
    "the shares fell to [€2.96½](money 2.965 EUR); it cost [thirteen dollars forty-five](money 13.45 USD)",
    "raised [320 million](money 320000000 ZAR) of the [2.4 billion rand](money 2400000000 ZAR)",
]

PERCENT = [
    "Over [80%](percent 80 percent) of firms, [seven pct](percent 7 percent), [25 per cent](percent 25 percent)",
    "rose [5pc](percent 5 percent), [3.5 percentage points](percent 3.5 percentage_point)",
    "the yield rose [25 basis points](percent 25 basis_point) to [4.35%](percent 4.35 percent)",
    "raised rates by a [quarter-point](percent 0.25 percentage_point), then [half a percentage "
    "point](percent 0.5 percentage_point)",
    "[Two-thirds](percent 66.67 percent) of voters and [a third](percent 33.33 percent) of the firms",
    "[one in eleven](percent 9.09 percent) teenagers; in the second\nhalf of the match",
    "[one in five](percent 20 percent) adults, [three out of four](percent 75 percent) firms, [half](percent "
    "50 percent) of them",
    "between [5 and 7%](percent 5-7 percent), [2-3 percent](percent 2-3 percent), it fell from [5.6](percent "
    "5.6 percent) to [5.4 percent](percent 5.4 percent)",
    "cut from [22%](percent 22 percent) to [16%](percent 16 percent)",
]

MULTIPLE = [
    "[doubling](multiple 2 multiple) the benchmark; a [fourfold](multiple 4 multiple) rise; sales "
    "[tripled](multiple 3 multiple)",
    "[twice](multiple 2 multiple) as many people; [1.5 times](multiple 1.5 multiple) the average; "
    "[10x](multiple 10 multiple) revenue",
    "shipments [halved](multiple 0.5 multiple) to [40 tonnes](measure 40 metric_ton); costs [doubled](multiple 2 "
    "multiple) to [€36m](money 36000000 EUR)",
    "net debt was [0.9 times](multiple 0.9 multiple), the price [17 times](multiple 17 multiple) Acme's earnings",
]

COUNT = [
    "It leased [70 Embraer E195-E2 jets](count 70 jet) and [eight Boeing 737-8 planes](count 8 plane).",
    "It signed [nine memoranda](count 9 memorandum).",
    "Only [five](count 5 memorandum) of the [12 memoranda](count 12 memorandum) failed.",
    "It passed by [31 votes](count 31 vote) to [12](count 12 vote) on Monday.",
    "They hit [six banks](count 6 bank) in Chile and [three](count 3 bank) in Peru.",
    "It has [210 workers](count 210 worker), [40](count 40 worker) of them in Lima.",
    "It took options on [25](count 25 ship) more of the ships in September. [Twelve trawlers](count 12 trawler) left.",
    "[50,000 skilled and semi-skilled Indian workers](count 50000 worker) and [eight pillars](count 8 pillar)",
    "[six national and regional parties](count 6 party), [1.4 billion\npeople](count 1400000000 person)",
    "[A dozen ships](count 12 ship); [Tens of thousands of people](count 10000-100000 person)",
    "[scores of young Qataris](count 40-99 qatari); [three police officers](count 3 officer); [50,000 "
    "youth](count 50000 youth)",
    "[36 Rafale jets](count 36 jet), [six P-8I aircraft](count 6 aircraft), [21 Su-30s](count 21 su-30)",
    "a [12-point](count 12 point) plan and a [60-member](count 60 member) council",
    "It hired [500 people](count 500 person) and plans a further [250](count 250 person)",
    "the crowd at just over [38,000](count 38000 person), [5 MPs](count 5 mp) and [700 people](count 700 "
    "person) wounded",
    "killing at least [23 people](count 23 person) and injuring [140](count 140 person)",
    "[Six](count 6 proposal) of the [9 proposals](count 9 proposal) were put by the [five opposition "
    "parties](count 5 party)",
    "the equal of [16 million 8-ounce bottles](count 16000000 bottle)",
    "a [240-strong](count 240 person) force",
    "won [7](count 7 seat) or [8 seats](count 8 seat); [20-30 people](count 20-30 person) came",
    "the Sensex rose [412.35 points](count 412.35 point) to [72,410.20](count 72410.2 point)",
    "a population of [295 million](count 295000000 person), though they spent $5 billion",
]

MEASURE = [
    "[318.24 MW](measure 318.24 megawatt), a [64-hectare](measure 64 hectare) site, [2,000 kWh](measure 2000 "
    "kilowatt_hour)",
    "[1.4 million barrels a day](measure 1400000 barrel/day), [285,000 bpd](measure 285000 barrel/day)",
    "[4.5 million tonne/year](measure 4500000 metric_ton/year), [1.5 mtpa](measure 1500000 metric_ton/year)",
    "[300 mmscfd](measure 300000000 cubic_foot/day), [3.6 billion MMBtu](measure 3600000000 MMBtu)",
    "[250 kilometres per hour](measure 250 kilometer/hour), [45°C](measure 45 degree_Celsius), [12.3m "
    "tonnes](measure 12300000 metric_ton)",
    "between [5kg-10kg](measure 5-10 kilogram); [90 million pounds](measure 90000000 pound) of nitrogen",
    "winds of [65 kt](measure 65 knot) hit the coast",
    "the mine made [65 kt](measure 65 kilotonne) of copper",
    "he is [1.8m](measure 1.8 meter) tall; [5 ft 6 in](measure 5.5 foot); [40 sq km](measure 40 square_kilometer)",
    "fell by [2 to 2.5 degrees Celsius](measure 2-2.5 degree_Celsius); [minus-260 degrees "
    "Fahrenheit](measure -260 degree_Fahrenheit)",
    "[4.3 million TEUs](measure 4300000 TEU), from [21 mpg](measure 21 mile/gallon) it rose to [23](measure "
    "23 mile/gallon)",
]

NOTHING = [
    "The seventh summit met on March 3, 2026, at 9:30 a.m.",
    "A 30-year-old man worked for five years, two previous quarters and 10 days.",
    "Section 301 tariffs, Boeing 737 jets, COVID-19 cases, G20 leaders, S&P 500 companies and Vision 2030.",
    "The two countries, both leaders and these three points are known.",
    "They won 3-1 in the 2025-26 season at 3816 Maple Hill Avenue, page 12, No. 5.",
    "Leaders who met at COP28 want rates as in 2022 dollars; the file scp2-173m is closed.",
    "One of them, at 24/7 on 9/11, in the 1990s, with 5G and an M25 exit.",
    "See https://example.com/20%25%2020 or call +1-222-2222.",
    "Between 1800 and 1900 air temperatures fell. In 2019 elections were held.",
    "A billion-dollar deal, the first half of the year, a quarter of 2019.",
    "August ’25 contracts fell; the under 21 side; on 12 May teams met.",
]


def shown(text: str, figure: Figure) -> tuple[str, str, str, str, str]:
    return text[figure.start : figure.end], figure.kind, amount(figure), figure.unit, figure.per


@pytest.mark.parametrize("annotated", [*MONEY, *PERCENT, *MULTIPLE, *COUNT, *MEASURE])
def test_found(matcher: Language, annotated: str) -> None:
    text = _MARK.sub(r"\1", annotated)
    expected = [match.groups("") for match in _MARK.finditer(annotated)]
    found = [shown(text, figure) for figure in read(matcher, text)]
    kinds = {kind for _, kind, *_ in expected}
    assert [entry for entry in found if entry[1] in kinds] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_figure(matcher: Language, text: str) -> None:
    assert [shown(text, figure) for figure in read(matcher, text)] == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,$€%-–/ \nRsmbnkxtowhundredillionpc'", max_size=60))
def test_any_text_is_read(matcher: Language, text: str) -> None:
    for figure in read(matcher, text):
        assert 0 <= figure.start < figure.end <= len(text)
        ends = [part for part in (figure.value, figure.low, figure.high) if part is not None]
        assert ends
        assert all(part.is_finite() for part in ends)


def test_neighbours_change_nothing(matcher: Language) -> None:
    sentence = "The plant will cost $1.2bn and employ 300 people."
    alone = [shown(sentence, figure) for figure in read(matcher, sentence)]
    text = f"It rained in 2019.\n\n{sentence}\n\nNobody came."
    assert [shown(text, figure) for figure in read(matcher, text)] == alone
