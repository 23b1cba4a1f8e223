# ruff: noqa: E501  (a table of examples, one a line)
"""Expressions of time with value, days and role, as a whole run gives them; published on Saturday 30 August 2025."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.contract import Article, Extent, Mention, Party, Reading
from pipeline.normalise.times import read_times
from pipeline.relate.times import relate_times
from pipeline.settings import Settings
from tests.components import blank

PUBLISHED = date(2025, 8, 30)
_MARK = re.compile(r"\[([^\]]+)\]\(([^)]*)\)")

# Most examples are data; a new one is one more line there.
GROUPS = tomllib.loads(Path(__file__).with_name("times.toml").read_text(encoding="utf-8"))

# A phrase in brackets, then its type, value, days (one if both are the same, - for none), role and modifier.
FOUND = {
    "days of the calendar": (
        "The pact was signed on [29 August 2025](date 2025-08-29 2025-08-29 point) in Tokyo.",
        "The pact was signed on [29th August, 2025](date 2025-08-29 2025-08-29 point) in Tokyo.",
        "The pact was signed on [the 29th of August 2025](date 2025-08-29 2025-08-29 point) in Tokyo.",
        "The pact was signed on [Friday, 29 August 2025](date 2025-08-29 2025-08-29 point).",
        "The pact was signed on [August 29, 2025](date 2025-08-29 2025-08-29 point), he said.",
        "The pact was signed on [Aug. 29, 2025](date 2025-08-29 2025-08-29 point).",
        "The pact was signed on [Fri, Aug 29, 2025](date 2025-08-29 2025-08-29 point).",
        "The pact was signed on [2025-08-29](date 2025-08-29 2025-08-29 point).",
        "The pact was signed on [29/8/25](date 2025-08-29 2025-08-29 point).",
        "The pact was signed on [29.08.2025](date 2025-08-29 2025-08-29 point).",
        "Shares fell on [Aug. 29](date 2025-08-29 2025-08-29 point) in Mumbai.",
        "The dividend is payable [Dec. 1](date 2025-12-01 2025-12-01 point) to owners listed on [Nov. 12](date 2025-11-12 2025-11-12 point).",
        "The ban takes effect on [1 September](date 2025-09-01 2025-09-01 point).",
        "Talks were held on [July fourth](date 2025-07-04 2025-07-04 point).",
        "He died on [7 March 1989](date 1989-03-07 1989-03-07 point) [aged 81](duration P81Y - age).",
        "The offer was signed [this sixteenth day of September 2024](date 2024-09-16 2024-09-16 point).",
        "The bank will meet on [the 12th](date 2025-09-12 2025-09-12 point) to decide.",
        "The court sat on [30 February 2025](date 2025-02-30 - point).",
    ),
    "weekdays": (
        "Shares fell 3% on [Thursday](date 2025-08-28 2025-08-28 point).",
        "The board will meet on [Monday](date 2025-09-01 2025-09-01 point).",
        "Shares rose ahead of [Tuesday](date 2025-09-02 2025-09-02 point)'s vote, which will decide.",
        "[Friday](date 2025-08-29 2025-08-29 point)'s notice follows a vote.",
        "The board meets on [Monday](date 2025-09-01 2025-09-01 point).",
        "The talks ended [last Friday](date 2025-08-29 2025-08-29 point).",
        "It will report results [next Tuesday](date 2025-09-02 2025-09-02 point).",
        "The minister spoke [late Wednesday](date 2025-08-27 2025-08-27 point END).",
        "The vote is due by [Wednesday of next week](date 2025-09-03 2025-09-03 deadline).",
        "The vote will be held [this coming Sunday](date 2025-08-31 2025-08-31 point).",
        "Prices had jumped on [the previous Friday](date 2025-08-29 2025-08-29 point).",
        "The court ruled on [Tues.](date 2025-08-26 2025-08-26 point) that it may stay.",
        '"We will concentrate on our own shops," the chairman said [Tuesday](date 2025-08-26 2025-08-26 point).',
        "The fleet left port, as planned, [Tuesday](date 2025-08-26 2025-08-26 point).",
        "The envoy called on the rebels, [Monday](date 2025-08-25 2025-08-25 point), to release the crew.",
        "The mayor unveiled a new budget plan for schools on [Friday](date 2025-08-29 2025-08-29 point).",
    ),
    "months": (
        "The summit is due in [February 2026](date 2026-02 2026-02-01 2026-02-28 point).",
        "Exports rose in [July](date 2025-07 2025-07-01 2025-07-31 point).",
        "Exports will rise in [November](date 2025-11 2025-11-01 2025-11-30 point).",
        "It was the highest since [January](date 2025-01 2025-01-01 2025-01-31 since).",
        "The law will apply from [January](date 2026-01 2026-01-01 2026-01-31 since).",
        "The office opened in [May](date 2025-05 2025-05-01 2025-05-31 point).",
        "The fair was held [last October](date 2024-10 2024-10-01 2024-10-31 point).",
        "The fair will be held [next March](date 2026-03 2026-03-01 2026-03-31 point).",
        "The strike began in [June last year](date 2024-06 2024-06-01 2024-06-30 point).",
        "Wheat contracts for [August ’25](date 2025-08 2025-08-01 2025-08-31 point) rose.",
        "Debt stood at $4bn as of [end-March](date 2025-03 - 2025-03-31 since END).",
        "The order runs until [mid-November](date 2025-11 2025-11-01 2025-11-30 until MID).",
        "It is to be presented in [early June](date 2026-06 2026-06-01 2026-06-30 point START).",
        "The plant shut at [the end of April](date 2025-04 - 2025-04-30 point END).",
        "The firm changed its name in [November](date 2024-11 2024-11-01 2024-11-30 point).",
        "In [November](date 2024-11 2024-11-01 2024-11-30 point), the firm changed its name.",
        "The firm has agreed to move in [November](date 2025-11 2025-11-01 2025-11-30 point).",
        "They were scheduled to be in court on [August 27](date 2025-08-27 2025-08-27 point).",
        "Profit rose from an [April](date 2025-04 2025-04-01 2025-04-30 point) forecast.",
        "The [March](date 2025-03 2025-03-01 2025-03-31 point) meeting left rates alone.",
        "The loan was repaid in [Dec 2024](date 2024-12 2024-12-01 2024-12-31 point).",
    ),
    "seasons": (
        "The plant opened [last fall](date 2024-FA - point).",
        "The plant will open [next spring](date 2026-SP - point).",
        "It rained in [the summer of 2024](date 2024-SU - point).",
        "Fares rose over [the summer](date 2025-SU - point).",
    ),
    "quarters and halves": (
        "Profit rose in [the third quarter](date 2025-Q3 2025-07-01 2025-09-30 point).",
        "The company posted a [third-quarter](date 2025-Q3 2025-07-01 2025-09-30 point) loss.",
        "Revenue fell in [Q2 2025](date 2025-Q2 2025-04-01 2025-06-30 point).",
        "Revenue fell in [2Q25](date 2025-Q2 2025-04-01 2025-06-30 point).",
        "Revenue fell in [the first quarter of 2024](date 2024-Q1 2024-01-01 2024-03-31 point).",
        "Revenue fell in [the final quarter of last year](date 2024-Q4 2024-10-01 2024-12-31 point).",
        "GDP grew 7.8% in [the April-June quarter](date 2025-Q2 2025-04-01 2025-06-30 point).",
        "GDP grew 2% in [the October to December fourth quarter](date 2024-Q4 2024-10-01 2024-12-31 point).",
        "Profit rose 12% in [the three months to June](date 2025-Q2 2025-04-01 2025-06-30 point).",
        "Profit was flat in [the final three months of 2011](date 2011-Q4 2011-10-01 2011-12-31 point).",
        "Revenue in [the first half of 2025](date 2025-H1 2025-01-01 2025-06-30 point) beat forecasts.",
        "FDI of $500m came in [H1 2025](date 2025-H1 2025-01-01 2025-06-30 point).",
        "FDI of $500m came in [1H25](date 2025-H1 2025-01-01 2025-06-30 point).",
        "Accounts of [the first six months of the year](date 2025-H1 2025-01-01 2025-06-30 point) were filed.",
        "It should open by [the end of Q4 this year](date 2025-Q4 - 2025-12-31 deadline END).",
        "It should close in [next year's first quarter](date 2026-Q1 2026-01-01 2026-03-31 point).",
        "Sales rose in [the June quarter](date 2025-Q2 2025-04-01 2025-06-30 point).",
        "Guidance for [Q3 FY26](date FY2026-Q3 - point) was raised.",
        "The deal closed in [the fourth quarter of fiscal 2024](date FY2024-Q4 - point).",
        "Earnings for [the quarter](date 2025-Q2 2025-04-01 2025-06-30 point) ended [June 30](date 2025-06-30 2025-06-30 point) fell.",
    ),
    "years": (
        "Emissions must fall by [2030](date 2030 2030-01-01 2030-12-31 deadline).",
        "It has been delayed since [2020](date 2020 2020-01-01 2020-12-31 since).",
        "Output rose 10% on [2003](date 2003 2003-01-01 2003-12-31 point).",
        "The [2026](date 2026 2026-01-01 2026-12-31 point) Budget was tabled.",
        "Budget [2026](date 2026 2026-01-01 2026-12-31 point) was tabled.",
        "The Finance Act [2025](date 2025 2025-01-01 2025-12-31 point) was passed.",
        "Emissions are 40% below [2005](date 2005 2005-01-01 2005-12-31 point) levels.",
        "It grew in [2022](date 2022 2022-01-01 2022-12-31 point), [2023](date 2023 2023-01-01 2023-12-31 point) and [2024](date 2024 2024-01-01 2024-12-31 point).",
        "It opened in [the year 2000](date 2000 2000-01-01 2000-12-31 point).",
        "Construction starts in [early 2026](date 2026 2026-01-01 2026-12-31 point START).",
        "Construction ended in [late 2024](date 2024 2024-01-01 2024-12-31 point END).",
        "The fund was found in [mid-2025](date 2025 2025-01-01 2025-12-31 point MID).",
        "It must be ready by [the end of 2026](date 2026 - 2026-12-31 deadline END).",
        "The crisis ([2008](date 2008 2008-01-01 2008-12-31 point)) hurt them.",
        "The crown fell in [1789](date 1789 1789-01-01 1789-12-31 point).",
        "It won [last year](date 2024 2024-01-01 2024-12-31 point).",
        "It will pay [next year](date 2026 2026-01-01 2026-12-31 point).",
        "It has paid twice [this year](date 2025 2025-01-01 2025-12-31 point).",
        "Shares have gained a tenth since [year-end](date 2024 - 2024-12-31 since END).",
        "It was shown by the [2007](date 2007 2007-01-01 2007-12-31 point) survey.",
        "It must be ready by [year-end](date 2025 - 2025-12-31 deadline END).",
        "It opened in [nineteen eighty-seven](date 1987 1987-01-01 1987-12-31 point).",
        "Net zero is due by [2100](date 2100 2100-01-01 2100-12-31 deadline).",
    ),
    "decades and centuries": (
        "It was the worst drop since [the 1990s](date 199 1990-01-01 1999-12-31 point).",
        "Output will fall in [the mid-2030s](date 203 2030-01-01 2039-12-31 point MID).",
        "It fell in [the late 1970s](date 197 1970-01-01 1979-12-31 point END).",
        "Prices soared in [the '80s](date 198 1980-01-01 1989-12-31 point).",
        "Prices soared in [the eighties](date 198 1980-01-01 1989-12-31 point).",
        "Capacity will triple by [the end of the decade](date 202 2020-01-01 2029-12-31 deadline END).",
        "They acted [this decade](date 202 2020-01-01 2029-12-31 point).",
        "The temple is from [the 11th century](date 10 1000-01-01 1099-12-31 point).",
        "It is a [21st-century](date 20 2000-01-01 2099-12-31 point) railway.",
    ),
    "relative": (
        "The board approved it [today](date 2025-08-30 2025-08-30 point).",
        "The board approved it [yesterday](date 2025-08-29 2025-08-29 point).",
        "The board will approve it [tomorrow](date 2025-08-31 2025-08-31 point).",
        "The policy was announced [this week](date 2025-W35 2025-08-25 2025-08-31 point).",
        "Stocks rose [last week](date 2025-W34 2025-08-18 2025-08-24 point).",
        "It will open [next week](date 2025-W36 2025-09-01 2025-09-07 point).",
        "Stocks rose [last month](date 2025-07 2025-07-01 2025-07-31 point).",
        "It will open [next month](date 2025-09 2025-09-01 2025-09-30 point).",
        "It will be ready [later this year](date 2025 2025-01-01 2025-12-31 point END).",
        "It opened [earlier this month](date 2025-08 2025-08-01 2025-08-31 point START).",
        "The plant opened [two years ago](date 2023 2023-01-01 2023-12-31 point).",
        "The plant opened [six weeks ago](date 2025-W29 2025-07-14 2025-07-20 point).",
        "The plant opened [12 months ago](date 2024-08 2024-08-01 2024-08-31 point).",
        "The plant opened [ten days ago](date 2025-08-20 2025-08-20 point).",
        "The plant opened [a decade ago](date 2015 2015-01-01 2015-12-31 point).",
        "It will be sold [three years from now](date 2028 2028-01-01 2028-12-31 point).",
        "The ship left on [3 May 2024](date 2024-05-03 2024-05-03 point) and sank [two days later](date 2024-05-05 2024-05-05 point).",
        "The ship left on [3 May 2024](date 2024-05-03 2024-05-03 point); [the following month](date 2024-06 2024-06-01 2024-06-30 point) it sank.",
        "It was sold in [2019](date 2019 2019-01-01 2019-12-31 point) and closed [the following year](date 2020 2020-01-01 2020-12-31 point).",
        "Since [2019](date 2019 2019-01-01 2019-12-31 since) nobody had come; [that day](date XXXX-XX-XX - point) two came.",
        "It fell on [Wednesday](date 2025-08-27 2025-08-27 point) and rose [the same day](date 2025-08-27 2025-08-27 point).",
        "Fans met over [the weekend](date 2025-W35-WE 2025-08-30 2025-08-31 point).",
        "Revenue was $2bn in [the second quarter](date 2025-Q2 2025-04-01 2025-06-30 point), up from $1bn [a year earlier](date 2024-Q2 2024-04-01 2024-06-30 point).",
        "Revenue was $2bn in [Q2 2025](date 2025-Q2 2025-04-01 2025-06-30 point) and $1bn in [the year-ago quarter](date 2024-Q2 2024-04-01 2024-06-30 point).",
        "Exports fell by [the end of next year](date 2026 - 2026-12-31 deadline END).",
        "It is to be presented by [late next month](date 2025-09 2025-09-01 2025-09-30 deadline END).",
    ),
    "durations": (
        "The loan runs for [five years](duration P5Y - duration).",
        "It took [two hours and ten minutes](duration PT2H10M - duration).",
        "It was saved after [a quarter of an hour](duration PT15M - duration).",
        "A [10-year](duration P10Y - duration) roadmap was unveiled.",
        "They laid out a [decade-long](duration P10Y - duration) plan.",
        "The rally lasted nearly [a year](duration P1Y - duration APPROX).",
        "It took more than [three years](duration P3Y - duration MORE_THAN).",
        "It took [two and a half years](duration P2.5Y - duration).",
        "Shares fell 6% in just [two hours](duration PT2H - duration).",
        "In [two years](duration P2Y - duration), the shop has sold millions of songs.",
        "They were told to return in [six months](duration P6M - deadline).",
        "It began to erupt for the second time in [a month](duration P1M 2025-07-30 2025-08-30 duration).",
        "Within [two years](duration P2Y - duration) he had doubled output.",
        "The bill must be paid within [30 days](duration P30D - deadline) of delivery.",
        "The bill must be paid within [30 days](duration P30D 2025-08-30 2025-09-29 deadline) of this order.",
        "She spent [23 hours](duration PT23H - duration) in Lima.",
        "It took [an hour](duration PT1H - duration) and [40 minutes](duration PT40M - duration).",
        "It took [half an hour](duration PT0.5H - duration).",
        "The fund closes within [18 months](duration P18M 2025-08-30 2027-02-28 deadline).",
        "The parties exchange 500,000 people over [the next five years](duration P5Y 2025-08-30 2030-08-30 horizon).",
        "Trade doubled over [the past decade](duration P10Y 2015-08-30 2025-08-30 duration).",
        "Trade doubled in [the last twelve months](duration P12M 2024-08-30 2025-08-30 duration).",
        "It will double in [the next two decades](duration P20Y 2025-08-30 2045-08-30 horizon).",
        "It was the worst slump in [six years](duration P6Y 2019-08-30 2025-08-30 duration).",
        "It had a [three-month](duration P3M - duration) grace period.",
        "Work takes [12 to 18 months](duration P12M/P18M - duration).",
        "Inflation averaged 4% in [the 12 months through July](duration P12M 2024-08-01 2025-07-31 duration).",
        "The inquiry was [yearlong](duration P1Y - duration).",
        "It ended after [a century](duration P100Y - duration) of growth.",
    ),
    "ranges": (
        "He led the bank from [2019](date 2019 2019-01-01 2019-12-31 range) to [2023](date 2023 2023-01-01 2023-12-31 range).",
        "Plants open between [2028 and 2029](date 2028/2029 2028-01-01 2029-12-31 range).",
        "Prices fall going into [2027-2028](date 2027/2028 2027-01-01 2028-12-31 range).",
        "The fair runs from [18](date 2026-01-18 2026-01-18 range) to [23 January](date 2026-01-23 2026-01-23 range).",
        "The fair runs [September 20-24](date 2025-09-20/2025-09-24 2025-09-20 2025-09-24 range).",
        "Banks shut from [Thursday](date 2025-08-28 2025-08-28 range) ([August 28](date 2025-08-28 2025-08-28 range)) till [September 24](date 2025-09-24 2025-09-24 range).",
        "The monsoon lasts from [June](date 2025-06 2025-06-01 2025-06-30 range) to [September](date 2025-09 2025-09-01 2025-09-30 range).",
    ),
    "sets": (
        "Banks meet [every Monday](set XXXX-WXX-1 - frequency).",
        "The fund pays $1 billion [annually](set P1Y - frequency).",
        "Navies hold [monthly](set P1M - frequency) exercises.",
        "Withdraw 10,000 rupees [each day](set P1D - frequency).",
        "The council meets [twice a year](set P1Y - frequency).",
        "The forum holds its [annual](set P1Y - frequency) summit.",
        "Shops shut on [Sundays](set XXXX-WXX-7 - frequency).",
    ),
    "ages": (
        "A [35-year-old](duration P35Y - age) man was held.",
        "People [aged 18 to 24](duration P18Y/P24Y - age) may apply.",
        "Jobs for youths ([ages 10-19](duration P10Y/P19Y - age)) grew.",
        "It went well, said Anna Moretti, [41](duration P41Y - age).",
        "She was [35 years old](duration P35Y - age).",
    ),
    "clock times": (
        "The offer expires at [5 p.m. EST on Nov. 9](time 2025-11-09T17:00 2025-11-09 point).",
        "The minister spoke on [Wednesday morning](time 2025-08-27TMO 2025-08-27 point).",
        "Tin fell around [11:00 London time](time 2025-08-30T11:00 2025-08-30 point).",
        "Trading opened at [09:30 GMT](time 2025-08-30T09:30 2025-08-30 point).",
        "Prices fell in [the afternoon](time 2025-08-30TAF 2025-08-30 point).",
        "He spoke [late Tuesday](date 2025-08-26 2025-08-26 point END) of a curfew at [midnight](time 2025-08-26T24:00 2025-08-26 point).",
        "He resigned [this morning](time 2025-08-30TMO 2025-08-30 point).",
        "The train left at [17:30 on Friday](time 2025-08-29T17:30 2025-08-29 point).",
    ),
    "fiscal periods": (
        "Sales rose in [FY26](date FY2026 - point).",
        "Sales rose in [FY2025-26](date FY2026 - point).",
        "The target for [fiscal year 2025-26](date FY2026 - point) is unchanged.",
        "The target for [financial year 2026](date FY2026 - point) is unchanged.",
        "The [2025-26](date FY2026 - point) Budget was tabled.",
        "Use rose from 1,320 kWh in [2024-25](date FY2025 - point).",
        "Revenue fell in [the year to March](date FY2025 2024-04-01 2025-03-31 point).",
        "Lending fell in [fiscal year 2025](date FY2025 2024-07-01 2025-06-30 point), which ends on [June 30](date 2025-06-30 2025-06-30 until).",
        "Growth of 6% is expected [next fiscal year](date FY2026 - point).",
    ),
}

# What looks like a time and is none.
NOT_FOUND = {
    "days of the calendar": (
        "The family of 12 may march on. A total of 20 may apply.",
        "He won 6-4, 3-6 and 10-12 on Court 3.",
        "It is open 24/7, and 9/11 changed that.",
        "Version 1.2.2025a of part 12/3/B was sold.",
        "The second may be sold and the sun will shine.",
    ),
    "weekdays": (
        "Sun Microsystems and Wed Ltd sat on the mat.",
        "He sat in the sun with Mon amour.",
    ),
    "months": (
        "He may resign, and they march on.",
        "Mr May said so to Theresa May, and April Smith agreed.",
        "The august body may decide.",
    ),
    "seasons": (
        "Prices fall and spring back, as does the fall in sales.",
        "The spring broke after a fall.",
    ),
    "quarters and halves": ("He drew and quartered three-quarters of them.",),
    "years": (
        "They hired 2025 workers and sold 1,999 cars.",
        "Boeing 737 and Airbus 2025 people, 2000 cars and 1945 tonnes.",
        "It cost $2025, or 2025 rupees, and weighed 1998 kg.",
        "The plan was to march on in 2,000 steps.",
    ),
    "decades and centuries": ("Temperatures were in the 80s, and 20s and 50s notes were used.",),
    "relative": (
        "He said so once upon a time and ago is a word.",
        "Next to the last row, this and that.",
    ),
    "durations": (
        "The years of plenty, the hour of need and second thoughts.",
        "Seven of nine and five of them.",
    ),
    "ranges": ("Pages 20-24 and lines 2019-1 to 7.",),
    "sets": (
        "The annual profit rose; the daily grind.",
        "Sales of $5m a year, or 5% per annum, rose year-on-year.",
    ),
    "ages": ("The age of steam and the old year-old wine list.",),
    "clock times": (
        "He won 3:2 and 6:4 at odds of 10:1.",
        "I am, we are, he is, at 5 per cent.",
    ),
    "fiscal periods": (
        "The financial crisis and a fiscal cliff.",
        "Room 25-26 and flight 2025-3000.",
    ),
}


@pytest.fixture(scope="module")
def time_nlp() -> Language:
    """Sentences and times alone."""
    return blank("news_sentences", "time_matcher")


def read(nlp: Language, text: str, published: date | None = PUBLISHED, country: str = "") -> Reading:
    """The times of a text, through the stages that make them."""
    article = Article("0" * 12, "test.txt", text, published=published)
    doc = nlp(text)
    party = Party(country, "country", (Mention(0, 1, "name"),), country=country)
    reading = Reading(
        article=article,
        sentences=tuple(Extent(sent.start_char, sent.end_char) for sent in doc.sents),
        times=read_times(doc, article, Settings()),
        parties=(party,) if country else (),
    )
    return relate_times(reading)


def marked(reading: Reading) -> str:
    """The text with its times marked as in the tables above."""
    text, out, position = reading.article.text, "", 0
    for time in reading.times:
        days = [str(day) if day else "-" for day in (time.date_start, time.date_end)]
        about = [time.type, time.value, *(days[:1] if days[0] == days[1] else days), time.role]
        out += f"{text[position : time.start]}[{reading.text(time)}]({' '.join(filter(None, [*about, time.mod]))})"
        position = time.end
    return out + text[position:]


def examples(kind: str, here: dict[str, tuple[str, ...]]) -> list[str]:
    """All lines of one kind (``found``, ``not_found``), those of this module and those of the file."""
    return [line for lines in (*here.values(), *(group[kind] for group in GROUPS.values())) for line in lines]


@pytest.mark.parametrize("line", examples("found", FOUND))
def test_found(line: str, time_nlp: Language) -> None:
    assert marked(read(time_nlp, _MARK.sub(r"\1", line))) == line


@pytest.mark.parametrize("line", examples("not_found", NOT_FOUND))
def test_not_found(line: str, time_nlp: Language) -> None:
    assert marked(read(time_nlp, line)) == line


def test_table_is_long_enough() -> None:
    assert sum(len(_MARK.findall(line)) for line in examples("found", FOUND)) >= 400


@pytest.mark.parametrize("name", GROUPS)
def test_every_group_says_what_is_no_time(name: str) -> None:
    assert GROUPS[name].keys() == {"found", "not_found"}
    assert all(GROUPS[name].values())


# Sentences without a time, which can stand anywhere.
_TIMELESS = (
    "The minister shook hands with the guests.",
    "Copper is mined in the north of the country.",
    "Nobody was hurt.",
    "Analysts had doubted the plan.",
    "The company will not comment.",
    "A quarter of the voters may stay away.",
)


@given(
    line=st.sampled_from(examples("found", FOUND)),
    before=st.lists(st.sampled_from(_TIMELESS), max_size=3),
    after=st.lists(st.sampled_from(_TIMELESS), max_size=3),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_sentences_without_times_change_nothing(
    time_nlp: Language, line: str, before: list[str], after: list[str]
) -> None:
    text = " ".join([*before, line, *after])
    assert marked(read(time_nlp, _MARK.sub(r"\1", text))) == text


@pytest.mark.parametrize(
    "line",
    [
        "Shares fell on [Friday](date XXXX-WXX-5 - point).",
        "Shares fell on [18 February](date XXXX-02-18 - point).",
        "[Last week](date XXXX-WXX - point) it fell.",
        "It fell [today](date XXXX-XX-XX - point).",
        "It rose in [August](date XXXX-08 - point).",
        "It rose in [2024](date 2024 2024-01-01 2024-12-31 point).",
        "It runs for [the next five years](duration P5Y - horizon).",
        # The article itself dates one of its quarters.
        "The [fourth-quarter](date 2011-Q4 2011-10-01 2011-12-31 point) payout rose. Profit was flat in "
        "[the final three months of 2011](date 2011-Q4 2011-10-01 2011-12-31 point).",
    ],
)
def test_without_a_day_of_publication(line: str, time_nlp: Language) -> None:
    assert marked(read(time_nlp, _MARK.sub(r"\1", line), published=None)) == line


@pytest.mark.parametrize(
    ("country", "line"),
    [
        ("IND", "Use grew in [2024-25](date FY2025 2024-04-01 2025-03-31 point)."),
        ("IND", "The Budget for [2026-27](date FY2027 2026-04-01 2027-03-31 point)."),
        ("IND", "Guidance for [Q3 FY26](date FY2026-Q3 2025-10-01 2025-12-31 point)."),
        ("IND", "It is due [next fiscal year](date FY2027 2026-04-01 2027-03-31 point)."),
        ("USA", "It was paid in [fiscal 2024](date FY2024 2023-10-01 2024-09-30 point)."),
        ("JPN", "It was paid in [fiscal 2024](date FY2024 2024-04-01 2025-03-31 point)."),
        ("AUS", "It was paid in [2024-25](date FY2025 2024-07-01 2025-06-30 point)."),
        ("FRA", "It was paid in [fiscal 2024](date FY2024 - point)."),
    ],
)
def test_fiscal_days_by_country(country: str, line: str, time_nlp: Language) -> None:
    assert marked(read(time_nlp, _MARK.sub(r"\1", line), country=country)) == line


@pytest.mark.parametrize(
    "text",
    [
        "TOKYO, Aug. 30 (Agency) - It rained.",
        "WASHINGTON, August 30, 2025 —The bank met.",
        "30 August 2025\n\nIt rained.",
        "Publication date: 30 August 2025\n\nIt rained.",
    ],
)
def test_stamps_give_no_row(text: str, time_nlp: Language) -> None:
    assert read(time_nlp, text).times == ()


def test_reading_again_changes_nothing(time_nlp: Language) -> None:
    reading = read(time_nlp, "Shares fell on Thursday and will be sold in May.")
    assert relate_times(replace(reading)).times == reading.times
