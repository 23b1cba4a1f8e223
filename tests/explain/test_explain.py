"""What `tidings explain` prints, by tables written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.explain import explain
from tests.explain.conftest import SENTENCE, A, B

FIGURE = """\
figure 0123456789ab-f24
  text        500 shillings
  article     A loan
  published   2025-08-30 (from metadata)
  source      a.txt
  characters  24 to 37

sentence
  Kitland will pay Osmond [500 shillings], or about 5 yen, by 2031; the other 5 yen are lent.

rule
  money.name  an amount with a currency's name, code or minor unit behind it: '[10 million yen]',
              '[312p]'

how its value was made
  number      500, written '500 shillings'
  value       500 KES
  unit        KES, written 'shillings' (article: the words of the article decide)
  bound       = (plain)
  measures    loan
  rate        0.00775 USD for 1 KES (user: from the file of own rates, of 2025-08-29)
  base date   2025-08-30, when the article was published; the rate is of that day or the last one
              before
  base value  500 × 0.00775 = 3.875 USD

told again
  restated by  5 yen (loan)  0123456789ab-f48

links from it
  party     0123456789ab-p0   same-clause (payer)  Kitland
  timeline  0123456789ab-t58  behind               2031 (2031)

links to it
  deal  0123456789ab-d13  in-name  Osmond loan

rules of the links
  behind       the first time behind it in its clause, or one that goes on from that
  in-name      it stands inside the deal's name or phrase
  same-clause  both stand in the same clause
"""

PARTY = """\
party 0123456789ab-p0
  text        Kitland
  article     A loan
  published   2025-08-30 (from metadata)
  source      a.txt
  characters  0 to 7

sentence
  [Kitland] will pay Osmond 500 shillings, or about 5 yen, by 2031; the other 5 yen are lent.

rule
  gazetteer  the name stands in the list of organisations

who it is
  name  Kitland
  type  organization

mentions: 2
  Kitland  name  2 x  at 0, 99

links to it
  figure  0123456789ab-f24  same-clause (payer)  500 shillings (loan)

rules of the links
  same-clause  both stand in the same clause
"""

DEAL = """\
deal 0123456789ab-d13
  text        pay Osmond 500 shillings
  article     A loan
  published   2025-08-30 (from metadata)
  source      a.txt
  characters  13 to 37

sentence
  Kitland will [pay Osmond 500 shillings], or about 5 yen, by 2031; the other 5 yen are lent.

rule
  verb-money  a verb of paying and its amount: '[invest Rs 5,000 crore in a plant]'

what it is
  name      Osmond loan
  kind      investment
  status    agreed
  mentions  1
  story     0123456789ab-d13

other tellings
  ba9876543210-d4  2025-09-01  -  Osmond credit

where they disagree
  amount  600 KES  articles: 1  ba9876543210-d4  Sh600

links from it
  figure  0123456789ab-f24  in-name  500 shillings (loan)

rules of the links
  in-name  it stands inside the deal's name or phrase
"""


@pytest.mark.parametrize(("key", "told"), [("f24", FIGURE), ("p0", PARTY), ("d13", DEAL)])
def test_a_row_is_explained(by_hand: Path, key: str, told: str) -> None:
    assert explain(f"{A}-{key}", by_hand) == told


LINES = [
    ("-f48", "  unit      JPY, written 'yen' (name: its name says so)"),
    ("-f48", "  bound     ~ (about)"),
    ("-f48", "  rate      none: the currency has no rate"),
    ("-f48", "  restates  500 shillings (loan)  0123456789ab-f24"),
    ("-f48", "  rate gap  25% less than that at the reference rate"),
    ("-t58", "  value      2031 (the year 2031)"),
    ("-t58", "  days       2031-01-01 to 2031-12-31"),
    ("-t58", "  figure  0123456789ab-f24  behind  500 shillings (loan)"),
    ("-s120", "  sector       clean_energy (Clean energy)"),
    ("-s120", "  part of      energy (Energy)"),
    ("-s120", "  no table holds its sentence; name the folder of the articles with --corpus to see it"),
    ("", "  title      A loan"),
    ("", "  figures    3  money 3"),
    ("", "  links      3  figure 1, party 1, timeline 1"),
]


@pytest.mark.parametrize(("key", "line"), LINES, ids=[f"{key} {line.strip()}" for key, line in LINES])
def test_a_line_of_it(by_hand: Path, key: str, line: str) -> None:
    assert line in explain(f"{A}{key}", by_hand).splitlines()


@pytest.mark.parametrize(("key", "marked"), [("f48", "about [5 yen], by"), ("f74", "other [5 yen] are")])
def test_of_two_that_are_alike_the_right_one_is_marked(by_hand: Path, key: str, marked: str) -> None:
    assert marked in explain(f"{A}-{key}", by_hand)


def test_no_line_is_wider_than_a_terminal(by_hand: Path) -> None:
    assert max(map(len, explain(f"{A}-f24", by_hand).splitlines())) <= 100


WRONG = [
    ("seven", "'seven' is no key"),
    (f"{A}-x1", "is no key"),
    ("0123456789ff-f1", "there is no article '0123456789ff'"),
    (f"{A}-f30", f"the nearest ones of its article are {A}-f24 (500 shillings), {A}-f48 (5 yen), {A}-f74 (5 yen)"),
    (f"{B}-t9", f"there is no row '{B}-t9' in 'timelines': its article has none there"),
]


@pytest.mark.parametrize(("key", "said"), WRONG)
def test_an_unknown_key_gets_one_sentence_and_code_2(by_hand: Path, key: str, said: str) -> None:
    result = CliRunner().invoke(app, ["explain", key, "--out", str(by_hand)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_tables_that_do_not_fit_get_one_sentence(by_hand: Path) -> None:
    (by_hand / "figures.csv").write_text("figure_id,article_id\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["explain", A, "--out", str(by_hand)])
    assert result.exit_code == 2
    assert "lacks columns of this version" in result.stderr
    (by_hand / "figures.csv").unlink()
    result = CliRunner().invoke(app, ["explain", A, "--out", str(by_hand)])
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "repeat the run with --format csv" in result.stderr


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [("c.txt", SENTENCE, "there is no file"), ("a.txt", SENTENCE, "is not as it was when the run read it")],
)
def test_another_corpus_is_told(by_hand: Path, tmp_path: Path, name: str, text: str, said: str) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["explain", f"{A}-s120", "--out", str(by_hand), "--corpus", str(corpus)])
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert said in result.stderr
