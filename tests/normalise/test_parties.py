"""Which mentions are one party, under which name and in which forms."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.contract import Article
from pipeline.label.own_check import country_names
from pipeline.normalise.names import same_person, stem
from pipeline.normalise.parties import read_parties
from pipeline.settings import Settings

# one article a line: the text, the kind, and the parties of that kind as 'name: form form ...'
GROUPS = [
    ("[Japan] and Japanese firms; Tokyo’s decision.", "country", ["Japan: name demonym metonym"]),
    ("The U.S. and America, the United States.", "country", ["United States: short short name"]),
    ("The Federal Reserve met. The Fed raised rates.", "organization", ["Federal Reserve: name short"]),
    ("the Acme Widget Group (AWG) said. AWG shares", "organization", ["Acme Widget Group: name alias alias"]),
    ("SoftBank Group Corp. said SoftBank shares rose.", "organization", ["SoftBank Group Corp.: name short"]),
    ("The U.S. Congress met. Congress voted.", "organization", ["U.S. Congress: name short"]),
    ("Hitachi India said Hitachi’s plants", "organization", ["Hitachi India: name short"]),
    ("President Donald J. Trump met. Mr Trump and Donald Trump", "person", ["Donald J. Trump: name title short"]),
    ("Crown Prince Mohammed bin Salman and Prince Mohammed", "person", ["Mohammed bin Salman: name title"]),
    (
        "Barack Obama and Michelle Obama met. Mrs Obama said",
        "person",
        ["Barack Obama: name", "Michelle Obama: name title"],
    ),
    ("Lord Harwood said. Lord Harwood left.", "person", ["Harwood: title title"]),
    ("President Joseph R. Biden met us. Joe Biden spoke.", "person", ["Joseph R. Biden: name short"]),
    ("Lloyd J. Austin III met us. Austin spoke.", "person", ["Lloyd J. Austin III: name short"]),
    ("Pope Benedict XVI met us. Benedict spoke.", "person", ["Benedict XVI: name short"]),
    ("Martin Luther King spoke.", "person", ["Martin Luther King: name"]),
    ("They passed the Queen Victoria Building.", "person", []),
    ("Brown v. Board was read.", "person", []),
    ("The Nasdaq composite index fell. Nasdaq said so.", "organization", ["Nasdaq: name"]),
    ("It paid AU$5 million.", "organization", []),
    ("Secretary of Homeland Security Laura Venn", "organization", []),
    ("It began in Philadelphia, PA on Monday.", "organization", []),
]


@pytest.mark.parametrize(("text", "kind", "expected"), GROUPS)
def test_groups(nlp: Language, text: str, kind: str, expected: list[str]) -> None:
    text = text.replace("[", "").replace("]", "")
    parties = read_parties(nlp(text), Article("x", "x", text), Settings())
    found = [f"{p.name}: {' '.join(m.form for m in p.mentions)}" for p in parties if p.type == kind]
    assert found == expected


def test_competing_definition(nlp: Language) -> None:
    text = "The Competition and Markets Authority (CMA) objected. The CMA said so."
    (party,) = read_parties(nlp(text), Article("x", "x", text), Settings())
    assert (party.name, party.aliases, len(party.mentions)) == ("Competition and Markets Authority", ("CMA",), 3)


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Modi", "Narendra Modi", True),
        ("Von der Leyen", "Ursula von der Leyen", True),
        ("Xi", "Xi Jinping", True),
        ("S. Jaishankar", "Subrahmanyam Jaishankar", True),
        ("Jane Smith", "John Smith", False),
        ("Smith", "John Smithson", False),
        ("", "John Smith", False),
    ],
)
def test_same_person(short: str, full: str, same: bool) -> None:
    assert same_person(short, full) is same


def test_stem() -> None:
    assert stem("Apple Inc.") == stem("Apple") == "apple"
    assert stem("Bank of Japan") == "bank of japan"


def test_every_territory_has_one_name() -> None:
    names = country_names()
    assert len(set(names.values())) == len(names) > 240
    assert names["KOR"] == "South Korea"
    assert names["TWN"] == "Taiwan"
    assert names["TUR"] == "Turkey"
