"""Names by rules, from another pipeline, and where they do not stand."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.assemble import assemble
from pipeline.label.entities import is_capitals, is_headline, is_wrapped
from pipeline.label.lexicon import lexicon

# one example a line: the text, and the names that must be found in it with their labels, no others of these labels
PEOPLE = [
    ("Foreign Secretary Vikram Misri confirmed it.", ["Vikram Misri"]),
    ("The deal was signed by S. Jaishankar on Friday.", ["S. Jaishankar"]),
    ("President Ursula von der Leyen spoke.", ["Ursula von der Leyen"]),
    ("Sheikh Mohammed bin Zayed al-Nahyan met Bashar al-Assad.", ["Mohammed bin Zayed al-Nahyan", "Bashar al-Assad"]),
    ("North Korean leader Kim Jong-un left.", ["Kim Jong-un"]),
    ("Grain expert Marie-Claire Dubreuil said so. Dubreuil also added it.", ["Marie-Claire Dubreuil", "Dubreuil"]),
    ("Microsoft CEO Satya Nadella and Chad Kroeger left Chad.", ["Satya Nadella", "Chad Kroeger"]),
    ("The plan of Jogesh Prasad Mohanty was approved.", ["Jogesh Prasad Mohanty"]),
    ("Finance Minister Avoids Questions During Budget Debate", []),
    ("Will the Board meet in May? Mark the date.", []),
    ("Hurricane Laura reached Lake Charles and Fort Wayne.", []),
    ("The Biden Administration said so.", []),
]
BODIES = [
    ("The sale was led by Corvel Circuits. Corvel Circuits promised jobs.", ["Corvel Circuits", "Corvel Circuits"]),
    ("It has a contract with Peru Northern Grid to buy power.", ["Peru Northern Grid"]),
    ("The Port and Allied Workers' League says so.", ["Port and Allied Workers' League"]),
    ("Consultancy Norvane Energy said so.", ["Norvane Energy"]),
    ("Analysts at Tierra Dulce expect more.", ["Tierra Dulce"]),
    ("Market leader SunCruz, which flies to Lima, grew.", ["SunCruz"]),
    ("The Treasury will forgo the money.", ["Treasury"]),
    ("It went to the Directorate General of Rail Safety (DGRS).", ["Directorate General of Rail Safety", "DGRS"]),
    ("It lent Norvane SKr20bn.", []),
    ("Hamburg-based Norvane said so.", ["Norvane"]),
    ("Kenya's Ministry of Water has published a draft.", ["Ministry of Water"]),
    ("The Ministry of Water, Energy and Fisheries led.", ["Ministry of Water, Energy and Fisheries"]),
    ("The Trade, Ports and Fisheries Ministry receives it.", ["Trade, Ports and Fisheries Ministry"]),
    ("Dell, Inc. and Showa Denko K.K. agreed.", ["Dell, Inc.", "Showa Denko K.K."]),
    ("the Shanghai Cooperation Organisation (SCO) Summit", ["Shanghai Cooperation Organisation", "SCO"]),
    ("According to the latest JBIC survey, it grew.", ["JBIC"]),
    ("Shares of Roquette Freres rose.", ["Roquette Freres"]),
    ("Maersk terminals executive Martin Aldercott left.", ["Maersk"]),
    ("It will work with ASEAN, UNESCO, Oxfam and Qorvexia.", ["ASEAN", "UNESCO", "Oxfam", "Qorvexia"]),
    ("Laura Venn from Coal Free Karoo spoke in Cape Town.", ["Coal Free Karoo"]),
    ("Bids came from Germany's Adlerwerk Wehrtechnik.", ["Adlerwerk Wehrtechnik"]),
    ("The Regional Trade Agreement (RTA) was signed; the RTA is in force.", []),
    ("GDP grew and the CEO of an SME saw AI data.", []),
    ("Apple fell as Apple Inc. sold less.", ["Apple", "Apple Inc."]),
    ("An orange Target. Orange trees grow.", []),
    ("Strong Growth Lifts Profitable Company", []),
    ("Saudi Arabia's People's Mojahedin Organization of Iran met.", ["People's Mojahedin Organization of Iran"]),
]
COUNTRIES = [
    ("the India–Japan Summit", ["India", "Japan"]),
    ("U.S.-India ties, UK-listed firms and a US-built drone", ["U.S.", "India", "UK", "US"]),
    ("the South African Revenue Service and the Bank of Japan", []),
    (
        "Bosnia and Herzegovina, Papua New Guinea and Timor-Leste",
        ["Bosnia and Herzegovina", "Papua New Guinea", "Timor-Leste"],
    ),
    ("the Indian Ocean, the South China Sea, New Jersey and New Mexico", []),
    ("American Airlines flew to Mexico City", []),
]


def _names(nlp: Language, text: str, *labels: str) -> list[str]:
    return [ent.text for ent in nlp(text).ents if ent.label_ in labels]


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_people(nlp: Language, text: str, names: list[str]) -> None:
    assert _names(nlp, text, "PERSON") == names


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_bodies(nlp: Language, text: str, names: list[str]) -> None:
    assert _names(nlp, text, "ORG") == names


@pytest.mark.parametrize(("text", "names"), COUNTRIES)
def test_countries(nlp: Language, text: str, names: list[str]) -> None:
    assert _names(nlp, text, "GPE", "NORP") == names


def test_a_line_end_breaks_a_name_unless_the_text_is_wrapped() -> None:
    assert is_wrapped("a line\n" * 5)
    assert is_wrapped("a title " * 20 + "\n\n" + "Some words that\ngo on here and\nend. Then more\nof them\n" * 2)
    assert not is_wrapped("a long line " * 20 + "\nBank Rush\nGrabbing a role\nis hard")


def test_headlines() -> None:
    common = lexicon().common
    assert is_headline("Oil Prices Rise Before Ministers Meet Over Supply Cuts", common)
    assert not is_headline("Shares of Roquette Freres rose after Nomura Holdings bought Mitsubishi Motors.", common)
    assert not is_headline("Nikhil Verma, Founder and Managing Director, Norvane", common)
    assert is_capitals("KENYAN CABINET APPROVES NINE PCT BUDGET")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline of somebody else's: labels as in CoNLL 2003, its own tokens."""
    other = spacy.blank("en")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PER", "pattern": "Zed Quux"},
            {"label": "ORG", "pattern": "Flumph Brask"},
            {"label": "MISC", "pattern": "Whatever"},
            {"label": "ORG", "pattern": "India"},
        ]
    )
    path = tmp_path_factory.mktemp("tiny")
    other.to_disk(path)
    return path


def test_another_pipeline_adds_names_and_the_gazetteers_stay(tiny: Path) -> None:
    nlp = assemble(str(tiny))
    ents = {ent.text: ent.label_ for ent in nlp("Zed Quux saw the Flumph Brask and Whatever in India. Quux left.").ents}
    assert ents == {"Zed Quux": "PERSON", "Flumph Brask": "ORG", "India": "GPE", "Quux": "PERSON"}


def test_a_wrong_name_is_an_error_at_once() -> None:
    with pytest.raises(OSError, match="no_such_pipeline"):
        assemble("no_such_pipeline")
