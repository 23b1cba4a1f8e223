"""Parties marked in place: '[Tokyo](country)’s decision to host'."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

_MARK = re.compile(r"\[([^\[\]]+)\]\((country|organization|person)\)")

EXAMPLES = [
    # seats of government and plain places
    "[Tokyo](country)’s decision to host the summit",
    "Talks were held in Tokyo.",
    "the official visit to Tokyo",
    "At the centre of the Tokyo summit outcomes was a plan.",
    "rising friction between [New Delhi](country) and [Washington](country) over energy",
    "tensions with [Beijing](country) rose",
    "[Washington](country) will soon lift tariffs",
    "as a reply to [New Delhi](country)’s purchase of wheat",
    "They accused [Beijing](country) of dumping.",
    "He lives in Washington, D.C.",
    "WASHINGTON, Feb. 17 — The price of oil fell.",
    "London-based traders sold.",
    "the [White House](country) said",
    "the [Kremlin](country) denied it",
    "[Brussels](organization) said it would impose tariffs.",
    "a flat in Brussels",
    "[Brussels](organization)’s proposal to cap prices",
    "Talks in Brussels went on.",
    "pressure on [Brussels](organization) grew",
    "a train to Brussels",
    # demonyms, plurals, adjectives
    "the [Dutch](country), [Britons](country) and an [Emirati](country) firm",
    "[Japanese](country) firms and [Indian](country) goods",
    "Europe and Asia, Muslims and Republicans",
    # traps
    "[Georgia](country) signed a treaty.",
    "The plant in Georgia, near Atlanta, closed.",
    "[Jordan](country) met [Jordan Spieth](person).",
    "The [Kenyan](country) Cabinet approved it.",
    "the [Bank of China](organization) and [American Airlines](organization)",
    # organisations
    "It will create a new Harbour Working Group.",
    "the Bank and the Committee",
    "the Board of Directors met",
    "[Boeing](organization) aircraft",
    "The Biden-Harris Administration said so.",
    # people
    "[Indian](country) Prime Minister [Narendra Modi](person)’s visit",
    "[Tesco](organization) chief executive Lord [Harwood](person) said",
]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_parties(nlp: Language, marked: str) -> None:
    text = _MARK.sub(r"\1", marked)
    expected = [(mark[1], mark[2]) for mark in _MARK.finditer(marked)]
    doc = nlp(text)
    assert [(span.text, span.label_) for span in doc.spans["parties"]] == expected


def test_capitals_are_read(nlp: Language) -> None:
    doc = nlp("KENYAN CABINET APPROVES NINE PCT BUDGET INCREASE\n\nIt rose.")
    assert [(span.text, span.label_) for span in doc.spans["parties"]] == [("KENYAN", "country")]
