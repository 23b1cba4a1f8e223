"""A user's own rates: the file, and when its lines go before the published rates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.normalise.own_rates import own_rates, rates_text
from pipeline.normalise.rates import rate
from pipeline.settings import SettingsError, load
from tests.refused import refusal

FILE = """date,currency,per_usd
2024-11-24,GBP,0.8
2024-11-20,JPY,150
2024-11-20,TWD,32.4
2024-11-25,TWD,32.5
2024-11-20,AED,3.7
1990-01-02,AED,9
2024-11-24,EUR,0.95
1987-04-20,GBP,0.61
2030-01-01,KES,129
"""
FRIDAY, SUNDAY, LATER = date(2024, 11, 22), date(2024, 11, 24), date(2024, 12, 31)
MONDAY, WEDNESDAY = date(2024, 11, 25), date(2024, 11, 20)


@pytest.mark.parametrize(
    ("currency", "base", "day", "value", "dated", "source"),
    [
        # no published rate: the newest line on or before the day
        ("TWD", "USD", SUNDAY, "0.03086419753", WEDNESDAY, "user"),
        ("USD", "TWD", SUNDAY, "32.4", WEDNESDAY, "user"),
        ("USD", "TWD", LATER, "32.5", MONDAY, "user"),
        ("USD", "TWD", None, "32.5", MONDAY, "user"),
        ("USD", "KES", None, "129", date(2030, 1, 1), "user"),  # newer than all that is published
        ("GBP", "USD", date(1987, 4, 21), "1.639344262", date(1987, 4, 20), "user"),
        # a published one: the newer of the two, and ours on the same day
        ("GBP", "USD", FRIDAY, "1.251367105", FRIDAY, "ecb"),
        ("GBP", "USD", SUNDAY, "1.25", SUNDAY, "user"),
        ("USD", "JPY", WEDNESDAY, "150", WEDNESDAY, "user"),
        ("USD", "JPY", FRIDAY, "154.4756051", FRIDAY, "ecb"),
        # a peg: from our day on, if that is not before the peg's
        ("USD", "AED", date(2024, 11, 19), "3.6725", date(2024, 11, 19), "peg"),
        ("USD", "AED", LATER, "3.7", WEDNESDAY, "user"),
        ("USD", "XOF", SUNDAY, "623.15915", SUNDAY, "user"),  # 655.957 for one of our euros
        # cross rates, through the dollar; the older day
        ("TWD", "AED", SUNDAY, "0.1141975309", WEDNESDAY, "user"),
        ("TWD", "CHF", SUNDAY, "0.02748490583", WEDNESDAY, "user"),
        ("GBP", "EUR", SUNDAY, "1.1875", SUNDAY, "user"),
        ("SAR", "TWD", SUNDAY, "8.64", WEDNESDAY, "user"),
        ("CHF", "USD", SUNDAY, None, FRIDAY, "ecb"),  # a file about others changes nothing
        ("TWD", "TWD", SUNDAY, "1", SUNDAY, "same"),
    ],
)
def test_rate(currency: str, base: str, day: date | None, value: str | None, dated: date, source: str) -> None:
    found = rate(currency, base, day, own_rates(rates_text(FILE)))
    if value is None:
        assert found == rate(currency, base, day)
    assert found is not None
    assert found == (Decimal(value) if value else found.value, dated, source)


@pytest.mark.parametrize(
    ("currency", "base", "day"),
    [
        ("TWD", "USD", date(2024, 11, 19)),  # before the first line
        ("TWD", "MMK", SUNDAY),  # the other side has no rate
        ("XXX", "USD", SUNDAY),
        ("GBP", "CHF", date(1987, 4, 21)),
    ],
)
def test_no_rate(currency: str, base: str, day: date) -> None:
    assert rate(currency, base, day, own_rates(rates_text(FILE))) is None


HEAD = "date,currency,per_usd\n"
SAME = HEAD + "2025-01-02,AED,3.6725\n2025-01-02,TWD,32.85\n2025-01-03,TWD,33\n"


@pytest.mark.parametrize(
    "text",
    [
        SAME,
        HEAD + "2025-01-03,TWD,33\n2025-01-02,TWD,32.85\n\n2025-01-02,AED,3.6725",  # any order, an empty line
        SAME.replace("\n", "\r\n"),
        "\ufeff" + SAME,
        "per_usd, note ,date,currency\n33,x,2025-01-03,TWD\n3.6725,,2025-01-02, AED\n32.85,,2025-01-02,TWD\n",
        HEAD + '"2025-01-03","TWD","33"\n"2025-01-02","TWD","32.85"\n"2025-01-02","AED","3.6725"\n',
        SAME + "\n ,,\n",
    ],
)
def test_the_lines_are_the_same_whatever_their_order(text: str, tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_bytes(text.encode())
    assert rates_text(path) == rates_text(str(path)) == SAME
    assert rates_text(SAME) == SAME  # settings can be made from settings
    assert load(rates=path).rates == SAME


WRONG = [
    # (file, what the sentence says)
    ("", "line 1: the columns must be date, currency, per_usd, and 'date' is missing"),
    (
        "date,currency\n2025-01-02,TWD\n",
        "line 1: the columns must be date, currency, per_usd, and 'per_usd' is missing",
    ),
    ("date,date,currency,per_usd\n", "'date' is there twice"),
    (HEAD + "2025-01-02,TWD,32\n2.1.2025,TWD,32\n", "line 3: '2.1.2025' is no date (YYYY-MM-DD)"),
    (HEAD + "20250102,TWD,32\n", "line 2: '20250102' is no date"),
    (HEAD + "2025-02-30,TWD,32\n", "line 2: there is no day '2025-02-30'"),
    (HEAD + "\n2025-01-02,NTD,32\n", "line 3: 'NTD' is no ISO 4217 code"),
    (HEAD + "2025-01-02,twd,32\n", "line 2: 'twd' is no ISO 4217 code"),
    (HEAD + "2025-01-02,TWD,0.00\n", "line 2: per_usd is '0.00', not a positive decimal"),
    (HEAD + "2025-01-02,TWD,-3\n", "'-3'"),
    (HEAD + "2025-01-02,TWD,NaN\n", "'NaN'"),
    (HEAD + "2025-01-02,TWD,inf\n", "'inf'"),
    (HEAD + "2025-01-02,TWD,1e3\n", "'1e3'"),
    (HEAD + "2025-01-02,TWD,1_000\n", "'1_000'"),
    (HEAD + "2025-01-02,TWD,٣٢\n", "not a positive decimal"),
    (HEAD + '2025-01-02,TWD,"32,4"\n', "'32,4'"),
    (HEAD + "2025-01-02,TWD,32,4\n", "line 2: it has 4 cells where the head has 3"),
    (HEAD + "2025-01-02,TWD,\n", "line 2: per_usd is ''"),
    (HEAD + "2025-01-02,TWD,32\n2025-01-03,TWD,32\n2025-01-02,TWD,32\n", "line 4: TWD on 2025-01-02 stands in line 2"),
    (HEAD + "2025-01-02,USD,1.1\n", "line 2: a US dollar is 1 US dollar"),
    (HEAD + '2025-01-02,"TWD"x,32\n', "line 2: "),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_wrong_file_is_one_sentence_that_names_file_and_line(text: str, said: str, tmp_path: Path) -> None:
    assert said in refusal("rates", text, tmp_path)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(HEAD.encode() + b"2025-01-02,TWD,32\n\xff")
    with pytest.raises(SettingsError, match="line 3: it is not UTF-8 text"):
        load(rates=tmp_path / "x.csv")
    with pytest.raises(SettingsError, match="the file cannot be read"):
        load(rates=tmp_path)


def test_arguments_then_environment_then_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.csv").write_text(f"{HEAD}2025-01-02,TWD,{len(name)}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tidings.toml").write_text('rates = "three.csv"\n', encoding="utf-8")
    assert load().rates == f"{HEAD}2025-01-02,TWD,5\n"
    monkeypatch.setenv("TIDINGS_RATES", "two.csv")
    assert load().rates == f"{HEAD}2025-01-02,TWD,3\n"
    assert load(rates="one.csv").rates == f"{HEAD}2025-01-02,TWD,3\n"
