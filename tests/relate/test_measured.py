from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.contract import Mention, Party
from pipeline.relate.figures import relate_figures
from tests.relate.marked import reading

SHARES = "shares | shares | shares"
CASES = [
    # behind the figure
    ("Some [80%](percent 80) of Japanese firms operating in India will grow.", "Japanese firms operating in India"),
    ("It gives [$41 million](money 4.1e7) of grant aid.", "grant aid"),
    ("[$67 Billion](money 6.7e10) Japan Deal, Strategic Roadmap and Tech Partnerships", "Japan Deal"),
    ("He cited [50%](percent 50) tariffs on Chilean goods.", "tariffs on Chilean goods"),
    ("It lifts the temporary additional [15 per cent](percent 15) tariff.", "temporary additional tariff"),
    ("A [14%](percent 14) rise in annual earnings", "annual earnings"),
    ("SENATE APPROVES [NINE PCT](percent 9) BUDGET INCREASE", "BUDGET"),
    ("[Rs. 215 billion](money 2.15e11) for nationwide school construction, it said.", "nationwide school construction"),
    ("The firm will pay [$30 billion](money 3e10) in dividends this spring.", "dividends"),
    ("[$12.6 billion](money 1.26e10) was paid out in bonuses.", "bonuses"),
    ("They need [$5m](money 5e6) by 2032 for grid expansion.", "grid expansion"),
    ("It lends [$1.5 billion](money 1.5e9) to modernise rural clinics.", "rural clinics"),
    ("We gave [€38 million](money 3.8e7 EUR) to [6 wind projects](count 6).", "6 wind projects | wind projects"),
    ("Rs 10 to build [1,500 homes](count 1500 home) for the poor.", "homes for the poor"),
    ("Tariffs on [€9.3bn](money 9.3e9 EUR) worth of American goods", "American goods"),
    ("It took [a quarter point](percent 0.25) off its lending rate.", "lending rate"),
    # before the figure
    ("A new investment target of [10 trillion yen](money 1e13 JPY) was set.", "new investment target"),
    ("A tariff of [14 per cent](percent 14) on Chilean goods", "tariff on Chilean goods"),
    ("EMI's share price rose [3p](money 0.03 GBP) to [312p](money 3.12 GBP).", "EMI's share price | EMI's share price"),
    ("The state will raise [$5m](money 5e6) through market borrowings.", "market borrowings"),
    ("It took [a quarter point](percent 0.25) off its loan rate, to [4%](percent 4).", "loan rate | loan rate"),
    ("An option for a further [90](count 90) was left.", "option"),
    ("It is raising its third-quarter payout by [14%](percent 14).", "third-quarter payout"),
    ("An increase in power use from [1 kWh](measure 1 kilowatt_hour)", "power use"),
    ("They want to cut imports [31.4 per cent](percent 31.4).", "imports"),
    ("Imports are likely to fall [22 per cent](percent 22).", "Imports"),
    ("They lower the tax on fuel from [22%](percent 22) to [16%](percent 16).", "tax on fuel | tax on fuel"),
    ("Total freight shipped Friday was about [20 percent](percent 20) above the average.", "Total freight shipped"),
    ("Exports to the US totalled [$2bn](money 2e9).", "Exports to the US"),
    ("The Coast Roads Project ([$240 million](money 2.4e8)) will help.", "Coast Roads Project"),
    ("Kestrel Moor Solar Park: [EUR 6.1 million](money 6.1e6 EUR) to clear a site", "Kestrel Moor Solar Park"),
    ("Kenya will buy goods worth [$3 billion](money 3e9) from Turkey.", "goods"),
    ("Prices below [$70](money 70) a barrel are rare.", "Prices"),
    ("He said inflation, at [2.7%](percent 2.7) in March, was high.", "inflation"),
    ("It agreed to buy Pennine Analytics for [485 pence](money 4.85 GBP) a share.", "Pennine Analytics"),
    ("Acme, the steel producer, slid [0.7%](percent 0.7).", "Acme"),
    ("Dow +[0.2%](percent 0.2) S&P +[0.3%](percent 0.3)", "Dow | S&P"),
    # a share without 'of', a loss in money, an object behind its amount, a plural before 'and'
    ("Women are [half](percent 50) the workforce.", "workforce"),
    ("Acme reported a [£15m](money 1.5e7 GBP) loss for May.", "loss"),
    ("The bill would increase by [$2m](money 2e6) the road budget.", "road budget"),
    ("Fees in crowded towns and spot fines of [£200](money 200 GBP) are usual.", "spot fines"),
    ("The deficit is expected to top [7.3%](percent 7.3) of GDP.", "deficit"),
    ("The law will cap drug costs at [$2,000](money 2000) per year.", "drug costs"),
    ("It means [$12,000](money 12000) in lost income.", "lost income"),
    ("They failed to close the gap as the deficit rose by [$4bn](money 4e9).", "deficit"),
    ("They used a steel tube ([3 mm](measure 3 millimeter) outer width) there.", "outer width"),
    # counts and multiples
    ("It hired [50,000 skilled and semi-skilled workers](count 50000 worker).", "skilled and semi-skilled workers"),
    ("Some [170,000 people](count 170000 person) in coastal villages", "people in coastal villages"),
    ("[140 hospitals](count 140 hospital) in Britain", "hospitals"),
    ("It outlines cooperation across [eight pillars](count 8 pillar).", "cooperation"),
    ("A plan for the exchange of [500,000 individuals](count 500000 individual)", "exchange"),
    ("It claimed the lives of [140 people](count 140 person).", "people"),
    ("[3 million doses](count 3e6 dose) of vaccine", "vaccine"),
    ("It is [doubling](multiple 2) the earlier benchmark.", "earlier benchmark"),
    ("Ottawa imposed tariffs on Chilean goods and then [doubled](multiple 2) them.", "tariffs on Chilean goods"),
    ("A [fourfold](multiple 4) increase in storage capacity", "storage capacity"),
    # shared by lists, conversions and comparisons
    ("[$10bn](money 1e10) and [$20bn](money 2e10) for two roads", "two roads | two roads"),
    ("A target of [10 trillion yen](money 1e13 JPY) ([$67 billion](money 6.7e10))", "target | target"),
    ("Profits of [$2.46bn](money 2.46e9) - up from [$1.96bn](money 1.96e9) a year ago", "Profits | Profits"),
    ("The plan has a [36bn baht](money 3.6e10 THB) deficit, or [2.8 pct](percent 2.8) of GDP.", "deficit | deficit"),
    ("including [Rs 38bn](money 3.8e10 INR) from VAT and [Rs 15bn](money 1.5e10 INR) from excise", "VAT | excise"),
    # the verb before: who employs, what brings in, what was lost
    ("Trains carrying [800 tonnes](measure 800 metric_ton) pass.", "Trains"),
    ("A treaty that brought the Poles [2 billion euros](money 2e9 EUR) has ended.", "treaty"),
    ("Hotels took in [$2bn](money 2e9).", "Hotels"),
    ("The railway lost [€31m](money 3.1e7 EUR) on turnover of [€2bn](money 2e9 EUR).", "lost | turnover"),
    ("A family would save about [$16](money 16) a week.", "save"),
    ("A mill in Leeds, which will employ [450 people](count 450 person), opens soon.", "mill in Leeds"),
    ("The company employs [450 people](count 450 person).", "people"),
    ("A mill near Akron, where it is to invest [$160m](money 1.6e8)", "mill near Akron"),
    ("It ran a trial with [312 patients](count 312 patient).", "trial"),
    ("It signed deals with [12 towns](count 12 town).", "towns"),
    ("The fund, with [$14bn](money 1.4e10) under management, bought it.", "fund"),
    ("They have an option on another [9 ships](count 9 ship).", "option"),
    ("It would add [9 billion kwacha](money 9e9 MWK) from its own budget.", "own budget"),
    ("[$90 million](money 9e7) is to come from a green bond.", "green bond"),
    # it goes on from the figure before
    ("A profit of [$5m](money 5e6), [11%](percent 11) less than the year before", "profit | profit"),
    ("Freight costs [$40](money 40) a tonne, about [twice](multiple 2) the rate of 2020.", "Freight | Freight"),
    (
        "It moved [2 million tonnes](measure 2e6 metric_ton) of cargo in 2023, up [14%](percent 14) on the year.",
        "cargo | cargo",
    ),
    ("It fed [900 families](count 900 family), [half](percent 50) of them landless.", "families | landless"),
    (
        "It sold [98 tonnes](measure 98 metric_ton) of beans, of which [74 tonnes](measure 74 metric_ton) went east.",
        "beans | beans",
    ),
    ("It signed a contract for bridges, worth [$2bn](money 2e9), with Acme.", "contract for bridges"),
    ("It sold [9 million shares](count 9e6 share) at [$5](money 5), raising [$45m](money 4.5e7).", SHARES),
    (
        "It pays [30%](percent 30) of costs for mills and [50%](percent 50) for mines.",
        "costs for mills | costs for mills",
    ),
    # clause and phrase
    ("At [4.1%](percent 4.1), unemployment was low.", "unemployment"),
    ("Poverty fell to [29%](percent 29) of the people.", "Poverty"),
    ("Tin for May delivery rose [2%](percent 2).", "Tin for May delivery"),
    ("Acme, whose price was [8%](percent 8) higher, lost.", "price"),
    ("Rents for new flats climbed by [8 percent](percent 8).", "Rents for new flats"),
    ("Fares have risen by an average of [9%](percent 9).", "Fares"),
    ("Profit before tax more than doubled to [$94m](money 9.4e7).", "Profit before tax"),
    ("Tax revenue fell short of the target by [$7m](money 7e6).", "Tax revenue"),
    ("The deficit is forecast at [4.4%](percent 4.4).", "deficit"),
    ("The tunnel is [27 kilometres](measure 27 kilometer) long.", "tunnel"),
    ("The drug was [91%](percent 91) effective.", "drug"),
    ("The fee of [1.10 euros](money 1.1 EUR) is [a third](percent 33.33) higher.", "fee | fee"),
    ("It posted a quarterly loss of [$8m](money 8e6).", "quarterly loss"),
    ("It charges a royalty of [$14](money 14) for each box.", "royalty"),
    ("It will spend [$135m](money 1.35e8) on a plant at Lund.", "plant at Lund"),
    ("It gave [$6m](money 6e6) in cash grants.", "cash grants"),
    ("[28%](percent 28) of its [$9.6bn](money 9.6e9) in revenue came from it.", "revenue | revenue"),
    ("It has reserves of [5 million ounces](measure 5e6 ounce).", "reserves"),
    ("It cut fat in the blood by [46%](percent 46).", "fat in the blood"),
    # clauses whose verb is left out, participles and passives, what costs, holds, raises or counts so much
    ("Outlays for the armed forces rose by [5%](percent 5).", "Outlays for the armed forces"),
    (
        "Profit rose [3%](percent 3) and sales, or gross takings, by [4%](percent 4) to [$9m](money 9e6).",
        "Profit | sales | sales",
    ),
    ("Exports grew by [6%](percent 6) and imports by [4%](percent 4).", "Exports | imports"),
    (
        "Exports grew [6%](percent 6) to [$5bn](money 5e9) while imports fell [4%](percent 4) to [$3bn](money 3e9).",
        "Exports | Exports | imports | imports",
    ),
    ("Turnover rose to [$8bn](money 8e9) and the net profit to [$1bn](money 1e9).", "Turnover | net profit"),
    ("Wheat gained [2%](percent 2) and corn [1%](percent 1).", "Wheat | corn"),
    ("The dam, costed at [$3bn](money 3e9), will open soon.", "dam"),
    ("The bridge, estimated at [$70m](money 7e7), is late.", "bridge"),
    ("The second stage, of [300 MW](measure 300 megawatt), starts in May.", "second stage"),
    ("Acme will own [60%](percent 60) of the venture and Beta Power the rest.", "venture"),
    ("The cost of replacing old pipes was [$5bn](money 5e9).", "cost of replacing old pipes"),
    ("The price of insuring new ships rose by [5%](percent 5).", "price of insuring new ships"),
    ("Oslo put [$5m](money 5e6) into solar farms.", "solar farms"),
    ("Gas was sold to the mills at [4 cents](money 0.04) a unit.", "Gas"),
    (
        "It announced the purchase of [three ferries](count 3 ferry) from Acme for an estimated [$90m](money 9e7).",
        "ferries | purchase of three ferries",
    ),
    ("The bid was [10%](percent 10) dearer.", "bid"),
    ("They met in the [99-seat](count 99 seat) council.", "council"),
    ("The law passed the senate by [17 votes](count 17 vote) to [9](count 9).", "law | law"),
    ("The app is used by [30,000 shops](count 30000 shop).", "app"),
    ("A list that now counts [700 ships](count 700 ship) grew.", "list"),
    ("It founded a firm in which Acme has [45%](percent 45) and Beta [35%](percent 35).", "firm | firm"),
    ("Under a scheme to which Oslo is giving [$9m](money 9e6) over five years, schools open.", "scheme"),
    ("Acme sold its shares, valuing it at [$2bn](money 2e9).", "Acme"),
    ("At the end of May the firm had [$64m](money 6.4e7) in cash.", "cash"),
    ("The bond sale raised [$2bn](money 2e9).", "bond sale"),
    ("The takeover of Acme in 2009 cost the state [$9bn](money 9e9).", "takeover of Acme"),
    ("About [900](count 900) of the two mills' [4,000 jobs](count 4000 job) will go.", "jobs | jobs"),
    ("Britain listed [46 ships](count 46 ship) of its own.", "ships"),
    ("The deal takes its fleet to [90 planes](count 90 plane).", "fleet"),
    ("The rise brings the rate to [4%](percent 4).", "rate"),
    ("Tariffs stand at [19%](percent 19) for our goods and [20%](percent 20) for theirs.", "Tariffs | Tariffs"),
    (
        "It made [$9m](money 9e6) in loans, at a rate of [4%](percent 4), and [2%](percent 2) of them failed.",
        "loans | rate | loans",
    ),
    ("It signed a supply pact with Acme worth [$2bn](money 2e9).", "supply pact"),
    ("A decree allows the seizure of [$6bn](money 6e9) of foreign holdings.", "foreign holdings"),
    ("It insures home loans with a face value of [$6bn](money 6e9).", "home loans"),
    ("Tin was little changed at [$20](money 20) a kilo.", "Tin"),
    ("The miner wants new fees for water. They went up by [34%](percent 34) in May.", "new fees"),
    ("The ministry proposed a new road budget, setting aside [$61m](money 6.1e7).", "new road budget"),
    ("A mill is to make paper and to employ [30 people](count 30 person).", "mill"),
    (
        "A contract for the first [210 km](measure 210 kilometer), worth [$2bn](money 2e9), was let.",
        "contract | contract for the first 210 km",
    ),
    ("Losses deepened the carrier's debt to [$2bn](money 2e9).", "debt"),
    ("It bears [12%](percent 12) of running costs for rural hospitals and small clinics.", "running costs"),
    # nothing
    ("[$5m](money 5e6).", ""),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_measures(marked: str, expected: str) -> None:
    assert " | ".join(figure.measures for figure in relate_figures(reading(marked)).figures) == expected


def test_what_an_amount_measured_carries_over_to_its_next_mention() -> None:
    text = "It got [$5m](money 5e6) in aid. In this light, [$5m](money 5e6) is little."
    assert [figure.measures for figure in relate_figures(reading(text)).figures] == ["aid", "aid"]


def test_unrelated_sentences_before_and_behind_change_nothing() -> None:
    marked = "Tesco's share price rose [3p](money 0.03 GBP) or nearly [1%](percent 1) to [312p](money 3.12 GBP)."
    around = f"It rained in Paris. {marked} The sun shone later."
    alone, inside = (relate_figures(reading(text)).figures for text in (marked, around))
    keys = [[(f.bound, f.change, f.per, f.measures, f.same_as) for f in figures] for figures in (alone, inside)]
    assert keys[0] == keys[1]


def test_between_belongs_to_a_range() -> None:
    plain = reading("Rents climbed by between [6 and 8 percent](percent 7).")
    ranged = replace(plain.figures[0], value=None, low=Decimal(6), high=Decimal(8))
    figure = relate_figures(replace(plain, figures=(ranged,))).figures[0]
    assert (figure.measures, figure.change) == ("Rents", "up")


@pytest.mark.parametrize(
    "text", ["", " ", "(", "of of", "to to", "[5%](percent 5)", "([5%](percent 5)", "- [5%](percent 5) -, and"]
)
def test_bad_input_never_raises(text: str) -> None:
    relate_figures(reading(text))


def test_what_comes_from_a_party_is_measured_not_the_party() -> None:
    plain = reading("It got a loan from Acme totalling [$2bn](money 2e9).")
    start = plain.article.text.index("Acme")
    party = Party("Acme", "organization", (Mention(start, start + 4, "name"),))
    assert relate_figures(replace(plain, parties=(party,))).figures[0].measures == "loan from Acme"
