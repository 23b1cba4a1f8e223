# ruff: noqa: E501  (a table of examples, one a line)
"""When fiscal years start: by the settings, the article's words, its countries, its outlet; published 30 August 2025."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.batch.read import read_article
from pipeline.cli import app
from pipeline.contract import Article, Mention, Party, Reading
from pipeline.gazetteers import rows, toml
from pipeline.relate.fiscal import fiscal_country
from pipeline.relate.fiscal_told import told_start
from pipeline.settings import Settings

TOLD = [
    ("Its fiscal year ended June 30.", 7),
    ("Sales rose in its fiscal year ended on 30 June.", 7),
    ("In fiscal year 2023, which ends on June 30, lending fell.", 7),
    ("The mill's fiscal year ends on the last Saturday of September.", 10),
    ("Its fiscal year-end is March 31.", 4),
    ("The financial year runs from April to March.", 4),
    ("The fiscal year begins on October 1.", 10),
    # years of whole weeks end next to the end of a month
    ("The grocer's fiscal year ended on Saturday, Feb. 1.", 2),
    ("The fiscal year began on September 29.", 10),
    ("In its fiscal third quarter, which ended Sept. 29, sales rose.", 1),
    ("The third fiscal quarter ended Feb. 28.", 6),
    ("The first quarter of its fiscal 2025 ended on 31 October.", 8),
    ("Profit rose in the first quarter of the fiscal year ending March 31.", 4),
    ("In the three months ended Sept. 28, its fiscal fourth quarter, sales rose.", 10),
    ("Profit doubled in the year to March.", 4),
    ("Its full-year revenue fell; revenue for the year ended June 30 was lower.", 7),
    # prices rise in any twelve months
    ("Prices rose 3% in the year to September.", None),
    ("The fiscal year may end may be later.", None),
    ("Its fiscal year ended with a loss. In March it hired.", None),
    ("The quarter ended June 30.", None),
]


@pytest.mark.parametrize(("text", "month"), TOLD)
def test_told(text: str, month: int | None) -> None:
    assert told_start(text) == month


# Text, url, setting, value and days of the last time
READ = [
    ("India's budget rose in FY26.", "", None, "FY2026 2025-04-01 2026-03-31"),
    ("Singapore's budget rose in FY2025.", "", None, "FY2025 2025-04-01 2026-03-31"),
    ("Singapore's budget rose in FY2024-25.", "", None, "FY2025 2024-04-01 2025-03-31"),
    ("Japan's budget will rise this fiscal year.", "", None, "FY2025 2025-04-01 2026-03-31"),
    ("India's budget will rise this fiscal year.", "", None, "FY2026 2025-04-01 2026-03-31"),
    ("Fiji's budget rose in FY2025.", "", None, "FY2025 2024-08-01 2025-07-31"),
    # no country: the currency, else the outlet
    ("The plan costs ₹5 crore in FY26.", "https://www.nation.co.ke/a", None, "FY2026 2025-04-01 2026-03-31"),
    ("The plan rose in FY26.", "https://www.nation.co.ke/a", None, "FY2026 2025-07-01 2026-06-30"),
    ("The plan rose in FY26.", "", None, "FY2026 - -"),
    # the article's words before its country
    ("India's maker ended its fiscal year on June 30. It grew in FY26.", "", None, "FY2026 2025-07-01 2026-06-30"),
    # the settings before all
    ("India's maker ended its fiscal year on June 30. It grew in FY26.", "", 10, "FY2026 2025-10-01 2026-09-30"),
    ("The plan rose in FY26.", "https://www.nation.co.ke/a", 1, "FY2026 2026-01-01 2026-12-31"),
    ("India's budget will rise next fiscal year.", "", 7, "FY2027 2026-07-01 2027-06-30"),
    # American companies have fiscal years of their own
    ("The U.S. agency spent more in fiscal 2024.", "", None, "FY2024 2023-10-01 2024-09-30"),
    ("The U.S. retailer's sales rose in fiscal 2024.", "", None, "FY2024 - -"),
    ("The British retailer's profit fell in the last financial year.", "", None, "FY2025 - -"),
    ("The U.S. budget for fiscal 2024 helps companies and sales.", "", None, "FY2024 2023-10-01 2024-09-30"),
    ("Its profit rose in FY26 in India.", "", None, "FY2026 2025-04-01 2026-03-31"),
    # the year may stand behind
    ("India spent more in the financial year ending March 31, 2024.", "", None, "FY2024 2023-04-01 2024-03-31"),
    ("India spent more in the fiscal year of 2007-08.", "", None, "FY2008 2007-04-01 2008-03-31"),
    # an unnamed fiscal quarter is the nearest one
    (
        "Its fiscal year ended June 30. It fell in the fiscal fourth quarter.",
        "",
        None,
        "FY2025-Q4 2025-04-01 2025-06-30",
    ),
]


@pytest.mark.parametrize(("text", "url", "setting", "expected"), READ)
def test_days(text: str, url: str, setting: int | None, expected: str) -> None:
    article = Article("0" * 12, "a.txt", text, published=date(2025, 8, 30), url=url)
    reading = read_article(article, Settings(fiscal_year_start=setting))
    time = [time for time in reading.times if time.value.startswith("FY")][-1]
    days = [str(day or "-") for day in (time.date_start, time.date_end)]
    assert " ".join([time.value, *days]) == expected


def test_the_date_of_digits_is_read_by_the_outlet() -> None:
    for url, day in (("https://www.nytimes.com/a", date(2025, 3, 8)), ("https://www.bbc.co.uk/a", date(2025, 8, 3))):
        article = Article("0" * 12, "a.txt", "The mill opened on 3/8/25.", published=date(2025, 9, 30), url=url)
        assert [time.date_start for time in read_article(article, Settings()).times] == [day]


@pytest.mark.parametrize("way", ["flag", "environment", "file"])
def test_the_month_can_be_set(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("India's budget rose in FY26, he said.\n", encoding="utf-8")
    flags = ["--fiscal-year-start", "7"] if way == "flag" else []
    if way == "environment":
        monkeypatch.setenv("TIDINGS_FISCAL_YEAR_START", "7")
    if way == "file":
        Path("tidings.toml").write_text("fiscal_year_start = 7\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["run", "a.txt", "--out", "out", "--format", "csv", *flags])
    assert done.exit_code == 0, done.stderr
    assert "FY2026,,2025-07-01,2026-06-30" in Path("out/timelines.csv").read_text(encoding="utf-8")
    assert CliRunner().invoke(app, ["run", "a.txt", "--out", "no", "--fiscal-year-start", "13"]).exit_code == 2


@pytest.mark.parametrize(
    ("named", "url", "country"),
    [
        (["IND"], "https://a.co.ke/", "IND"),
        (["IND", "KEN"], "https://a.co.ke/", "KEN"),
        (["IND", "PAK"], "https://a.co.ke/", "IND"),
        (["IND", "PAK", "PAK"], "", "PAK"),
        ([], "https://a.co.ke/", "KEN"),
        ([], "", ""),
    ],
)
def test_country(named: list[str], url: str, country: str) -> None:
    parties = tuple(
        Party(code, "country", tuple(Mention(0, 1, "name") for _ in range(named.count(code))), country=code)
        for code in dict.fromkeys(named)
    )
    article = Article("0", "t", "", published=date(2025, 8, 30), url=url)
    assert fiscal_country(Reading(article, parties=parties)) == country


def test_the_tables_name_countries() -> None:
    codes = {row["code"] for row in rows("countries")}
    known = toml("fiscal_years")
    named = {*known["start"], *known["currencies"].values()}
    assert named <= codes
    assert {*known["companies_follow"]["countries"], *known["named_by_start"]["countries"]} <= set(known["start"])
