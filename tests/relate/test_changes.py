from __future__ import annotations

import pytest

from pipeline.relate.figures import relate_figures
from tests.relate.marked import reading

CASES = [
    # (sentence, the change of each figure: u, d or -)
    (
        "Tesco's share price rose [3p](money 0.03 GBP) or nearly [1%](percent 1) in trading to [312p](money 3.12 GBP).",
        "uuu",
    ),
    ("Sales were up [2.5%](percent 2.5) to [103.4](count 103.4).", "uu"),
    ("Some [900 posts](count 900 post) are to be axed.", "d"),
    ("Up to [300](count 300) of the mill's [900 jobs](count 900 job) will go.", "d-"),
    ("They opened [62 branches](count 62 branch).", "-"),
    ("A [14%](percent 14) rise in yearly earnings to [$14.8bn](money 14.8e9) ([£7.9bn](money 7.9e9 GBP))", "uuu"),
    ("It is raising its payout by [14%](percent 14) to [9.5 cents](money 0.095).", "uu"),
    ("It will lower the tariff from [22%](percent 22) to [16%](percent 16).", "-d"),
    ("The fee is falling to [12%](percent 12) from [16%](percent 16).", "d-"),
    ("The target was raised to [₹9.4 lakh crore](money 9.4e12 INR).", "u"),
    ("The index fell by [a third](percent 33.33).", "d"),
    ("The index fell by [1,700 points](measure 1700 point).", "d"),
    ("The grade rose [2.1 percent](percent 2.1) to close at [$63.15](money 63.15).", "uu"),
    ("The index ended down [1%](percent 1) at [1,218.45](count 1218.45).", "dd"),
    ("They plan to cut imports [31.4 per cent](percent 31.4) by 2030.", "d"),
    ("A [nine pct](percent 9) increase in the budget", "u"),
    ("NINE PCT: [NINE PCT](percent 9) BUDGET INCREASE", "u"),
    ("It reported growth of [7.5 pct](percent 7.5).", "u"),
    ("Output was [2.8 million tonnes](measure 2.8e6 metric_ton) of zinc, up [8%](percent 8) on 2011.", "uu"),
    (
        "Profits of [$2.46bn](money 2.46e9) ([£1.34bn](money 1.34e9 GBP)) - up from [$1.96bn](money 1.96e9) a year ago",
        "uu-",
    ),
    ("An increase in use from [1 kWh](measure 1 kilowatt_hour) to [2 kWh](measure 2 kilowatt_hour)", "-u"),
    ("They may reach [6%](percent 6), expanding capacity to [80 GW](measure 80 gigawatt) by 2045.", "-u"),
    ("The fall was smaller than a [3.5 million-barrel](measure 3.5e6 barrel) decrease.", "d"),
    ("Tin dipped below [$45](money 45) a barrel.", "d"),
    ("It is [doubling](multiple 2) the benchmark.", "u"),
    ("They will [triple](multiple 3) purchases.", "u"),
    ("Ottawa [doubled](multiple 2) them to [30 per cent](percent 30).", "uu"),
    ("The estimate was revised down to [$1.8 billion](money 1.8e9).", "d"),
    ("Siemens lost [1.86%](percent 1.86).", "d"),
    ("Tin lost as much as [$2.15](money 2.15) to [$38.40](money 38.40) a barrel.", "dd"),
    ("Trade is nearly [double](multiple 2) what it was a decade earlier.", "u"),
    ("They plan to pay [$75bn](money 7.5e10), raising that to [$80bn](money 8e10) later.", "-u"),
    ("A profit of [$5m](money 5e6), [11%](percent 11) less than the year before", "-d"),
    ("It sold [9 cars](count 9 car), nearly [40%](percent 40) more than in May 2023.", "-u"),
    ("Freight is [$40](money 40), about [twice](multiple 2) the rate of 2020.", "-u"),
    ("A profit of [$5m](money 5e6), more than [triple](multiple 3) its result for 2024", "-u"),
    ("The shares closed [3.4%](percent 3.4) higher at [187 won](money 187 KRW).", "uu"),
    ("The shares were [3%](percent 3) up at [21 euros](money 21 EUR).", "u-"),
    ("It moved [2 tonnes](measure 2 metric_ton) in 2023, up [14%](percent 14) from a year ago.", "uu"),
    ("Fares have risen by an average of [9%](percent 9).", "u"),
    # no change
    ("It falls short of [80%](percent 80) of its target.", "-"),
    ("The debt is [1.3 times](multiple 1.3) a year of income.", "-"),
    ("It costs [twice](multiple 2) the price of Acme.", "-"),
    ("The firm raised [$5 million](money 5e6) in funding.", "-"),
    ("The firm lost [$5 million](money 5e6) last year.", "-"),
    ("Tariffs of [50%](percent 50) on goods", "-"),
    ("It costs more than [double](multiple 2) that of Acme.", "-"),
    ("Prices range from [$5](money 5) to [$7](money 7).", "--"),
    ("Romney won, gaining [31.6 percent](percent 31.6) of the votes.", "-"),
    ("They may invest up to [$5m](money 5e6).", "-"),
    ("He picked up [5 medals](count 5 medal).", "-"),
    ("Profits rose; the firm paid [$5m](money 5e6) to [20 workers](count 20 worker).", "--"),
    ("Growth was [5%](percent 5), compared to [3%](percent 3).", "--"),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_change(marked: str, expected: str) -> None:
    ways = {"u": "up", "d": "down", "-": ""}
    assert [figure.change for figure in relate_figures(reading(marked)).figures] == [ways[c] for c in expected]
