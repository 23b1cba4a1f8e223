"""A user's own list of parties: what is read of it, and what is told of its faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.label.own_file import COLUMNS, check_file, lexicon_text, read

HEAD = ",".join(COLUMNS) + "\n"
ROWS = 'Zorba Holdings,organization,GRC,"ZH|Zorba",client\nJane Doe,person,,,\nKenya,country,,Land of Runners,\n'
TABLES = """
[[party]]
name = "Kenya"
type = "country"
aliases = ["Land of Runners"]

[[party]]  # the client
name = "Zorba Holdings"
type = "organization"
country = "GRC"
aliases = ["Zorba", "ZH"]
role = "client"

[[party]]
name = "Jane Doe"
type = "person"
"""


def test_csv_and_toml_give_the_same_whatever_the_order() -> None:
    text = lexicon_text(HEAD + ROWS)
    assert text == lexicon_text(TABLES) == lexicon_text("\n".join([HEAD.strip(), *reversed(ROWS.splitlines())]))
    assert text == lexicon_text(text)
    assert "Kenya,country,KEN,Land of Runners,\n" in text


# the rows below the head, and what is said of them
FAULTS = [
    (ROWS, []),
    ("# a comment\n\nZorba Holdings,organization,,,\n", []),
    ("KEN,country,,Land of Runners,\n", []),
    ("Holland,country,NLD,Orange Men,\n", []),
    ("Zorba,firm,,,", ["line 2: type 'firm' is not country, organization or person"]),
    ("Zorba,,,,", ["line 2: the type is missing (country, organization, person)"]),
    (",person,,,", ["line 2: the name is missing"]),
    ("Zorba,person,UK,,", ["line 2: 'UK' is no country's ISO 3166 alpha-3 code, such as 'GBR'"]),
    ("Zorba,person,XXX,,", ["line 2: 'XXX' is no country's ISO 3166 alpha-3 code, such as 'KEN'"]),
    ("Atlantis,country,,,", ["line 2: 'Atlantis' is no country that is known: give its code, too"]),
    ("Kenya,country,UGA,,", ["line 2: 'Kenya' is the country KEN, not UGA"]),
    ("Zorba,organization,,ZH|,", ["line 2: an alias is empty"]),
    ("Zorba,organization,,ZH||Zed,", ["line 2: an alias is empty"]),
    ("Zorba,organization,,&,", ["line 2: the alias '&' has no letter and no digit"]),
    ("Zorba,organization", ["line 2: it has 2 cells where the head has 5"]),
    ("Zorba,person,,,\nZorba,person,,,", ["line 3: the party 'Zorba' stands in line 2 too"]),
    (
        "Zorba Ltd,organization,,Zorba,\nJane Zorba,person,,Zorba,",
        ["line 3: 'Zorba' names two parties, 'Zorba Ltd' in line 2 too"],
    ),
    ("Zorba,person,,,\nZed,person,,Zorba,", ["line 3: 'Zorba' names two parties, 'Zorba' in line 2 too"]),
    ('"Zorba\nHoldings",firm,,,', ["line 2: type 'firm' is not country, organization or person"]),
    ('"Zorba,person,,,', ["line 2: it is no CSV: unexpected end of data"]),
    (
        "Target,organization,,,",
        ["line 2: warning: the name 'Target' is a common English word: it counts wherever it stands just so"],
    ),
    (
        "Zorba,organization,,zorbas,",
        ["line 2: warning: the alias 'zorbas' has no capital: it counts wherever it stands just so"],
    ),
    ("", ["line 1: there is no party in it"]),
]


@pytest.mark.parametrize(("rows", "said"), FAULTS, ids=[rows[:40] for rows, _ in FAULTS])
def test_faults_of_rows(rows: str, said: list[str]) -> None:
    assert [str(problem) for problem in read(HEAD + rows).problems] == said


# whole texts, and what is said of them
TEXTS = [
    ("", ["line 1: the columns must be named: name,type,country,aliases,role"]),
    ("name,country\nZorba,GRC\n", ["line 1: the column 'type' is missing"]),
    ("name,type,type\nZorba,person,person\n", ["line 1: the column 'type' is there twice"]),
    ("name,type,note\nZorba,person,x\n", ["line 1: warning: the column 'note' is not read"]),
    ("Type,Name\nperson,Zorba\n", []),
    ('[[party]]\nname = "Zorba\n', ["line 2: it is no TOML: illegal character '\\n'"]),
    ('[[party]]\nname = "Zorba"\ntype = "firm"\n', ["line 1: type 'firm' is not country, organization or person"]),
    (
        '\n[[party]]\nname = "A1"\ntype = "person"\n\n[[ party ]]\nname = 2\naliases = "x"\n',
        ["line 6: aliases must be a list of texts: [\"One\", \"Two\"]", "line 6: name must be a text in quotes"],
    ),
    (
        '[[party]]\nname = "Zorba"\ntype = "person"\nalias = []\n',
        ["line 1: warning: the key 'alias' is not read"],
    ),
    ('[[party]]\nname = "Zorba"\ntype = "person"\naliases = ["a|B"]\n', [
        "line 1: the alias 'a|B' holds a '|', which stands between aliases"]),
    ('[party]\nname = "Zorba"\n', ["line 1: each party needs a head [[party]] of its own"]),
    ("# none\n[other]\n", [
        "line 1: there is no party in it",
        "line 2: warning: 'other' is not read: parties stand under [[party]]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), TEXTS, ids=[text[:30] for text, _ in TEXTS])
def test_faults_of_files(text: str, said: list[str]) -> None:
    assert [str(problem) for problem in read(text).problems] == said


def test_a_file_is_read_by_its_ending_and_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("name,type\nZorba,person\n", encoding="utf-8")
    assert str(check_file(tmp_path / "a.toml").problems[0]).startswith("line 1: it is no TOML")
    (tmp_path / "b.csv").write_bytes(b"name,type\nZ\xff,person\n")
    assert [str(problem) for problem in check_file(tmp_path / "b.csv").problems] == ["line 2: it is not UTF-8 text"]
    (tmp_path / "c.csv").write_text(HEAD + ROWS, encoding="utf-8-sig")
    assert lexicon_text(tmp_path / "c.csv") == lexicon_text(HEAD + ROWS)
    with pytest.raises(ValueError, match="line 2: it is not UTF-8 text"):
        lexicon_text(tmp_path / "b.csv")
    with pytest.raises(ValueError, match="cannot be read"):
        lexicon_text(tmp_path / "none.csv")
