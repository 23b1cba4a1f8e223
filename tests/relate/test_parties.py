"""Roles and countries of people and organisations."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.contract import Article, Extent, Party, Reading
from pipeline.normalise.parties import read_parties
from pipeline.relate.parties import relate_parties
from pipeline.settings import Settings

# one example a line: the text, the party, its role and its country
EXAMPLES = [
    ("Indian Prime Minister Narendra Modi met them.", "Narendra Modi", "Prime Minister", "IND"),
    ("Qatar’s Transport Minister Hamad Al-Sulaiti said so.", "Hamad Al-Sulaiti", "Transport Minister", "QAT"),
    ("Vikram Misri, the foreign secretary, confirmed it.", "Vikram Misri", "foreign secretary", ""),
    ("They met President Mary Halloran of Ireland.", "Mary Halloran", "President", "IRL"),
    (
        "“Yes,” said Park Minjoon, a metals analyst at Acme Futures Inc. in Osaka.",
        "Park Minjoon",
        "metals analyst at Acme Futures Inc. in Osaka",
        "",
    ),
    ("Rohit Singh Bedi\n\n, CEO, QRTL, Sole distributor\n\nIt is good.", "Rohit Singh Bedi", "CEO, QRTL", ""),
    ("Tesco chief executive Lord Harwood said so.", "Harwood", "Tesco chief executive", ""),
    (
        "Liberal Democratic Party leader Kenji Morikawa urged it.",
        "Kenji Morikawa",
        "Liberal Democratic Party leader",
        "JPN",
    ),
    (
        "The head of Maersk’s research unit, Imran Qureshi, says so.",
        "Imran Qureshi",
        "head of Maersk’s research unit",
        "",
    ),
    (
        "It is good,” said Asha Menon and Rakesh Pillai, the lead engineers of the scheme.",
        "Asha Menon",
        "lead engineers of the scheme",
        "",
    ),
    ("Mr Finch’s statement is due.", "Finch", "", ""),
    ("It was told to Laura Venn in Cape Town.", "Laura Venn", "", ""),
    ("Kenya's Ministry of Water has published it.", "Ministry of Water", "", "KEN"),
    ("the Central Bank of Kenya said", "Central Bank of Kenya", "", "KEN"),
    ("Finance Minister Anil Deshpande spoke of India.", "Anil Deshpande", "Finance Minister", "IND"),
    ("The European Commission president Jo Smith spoke of India.", "Jo Smith", "European Commission president", ""),
    ("The Federal Reserve raised rates.", "Federal Reserve", "", "USA"),
    ("Netflix sold more.", "Netflix", "", ""),
]


def _parties(nlp: Language, text: str) -> dict[str, Party]:
    doc, article = nlp(text), Article("x", "x", text)
    sentences = tuple(Extent(sent.start_char, sent.end_char) for sent in doc.sents)
    reading = Reading(article, sentences, parties=read_parties(doc, article, Settings()))
    return {party.name: party for party in relate_parties(reading).parties}


@pytest.mark.parametrize(("text", "name", "role", "country"), EXAMPLES)
def test_roles_and_countries(nlp: Language, text: str, name: str, role: str, country: str) -> None:
    party = _parties(nlp, text)[name]
    assert (party.role, party.country) == (role, country)
