"""What a name's own words and those around it say against a label that a model gives it."""

from __future__ import annotations

import pytest

from pipeline.label.cues import is_abbreviated, is_denied, votes
from pipeline.label.forms import can_be_witnessed, is_borne_out
from pipeline.label.lexicon import lexicon

# the text with the name in brackets, the model's label, and whether the rules let it stand
WITNESSED = [
    ("They thanked [Orvela Tschann] for it.", "PERSON", True),
    ("Clerk [Breon T. Peace] signed.", "PERSON", True),
    ("He praised [Indigenous Knowledge] there.", "PERSON", False),
    ("They sold [SunPort Casinos] to him.", "PERSON", False),
    ("They opened [Orvela Tschann YMCA] there.", "PERSON", False),
    ("She works as an analyst at [Quelm Norvik].", "PERSON", False),
    ("The [Orvela Tschann] was raised.", "PERSON", False),
    ("They gave [Quelm Law Firm] the case.", "ORG", True),
    ("They hired [Quelm & Norvik] then.", "ORG", True),
    ("The newspaper [Quelm Norvik] wrote so.", "ORG", True),
    ("They thanked [Orvela Tschannova] for it.", "ORG", False),
    ("He got the [Knowledge Effort] there.", "ORG", False),
    ("More money for [Research & Development] now.", "ORG", False),
]


@pytest.mark.parametrize(("text", "label", "stands"), WITNESSED)
def test_borne_out(text: str, label: str, stands: bool) -> None:
    start, end = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    assert is_borne_out(lexicon(), text[start:end], label, votes(text, start, end)) is stands


# the text with the name in brackets, and whether the words beside it say that it is no person
BESIDE = [
    ("a crash near [Nowy Dworzec].", True),
    ("the town of [Shah Kotla] fell", True),
    ("by bus from [Lashkar Kotla] to the sea", True),
    ("called “[Iron Hal].”", True),
    ("contacted [Statens Tjeneste] (STJ) today", True),
    ("“We thank [Orvela Tschann] for it”", False),
]


@pytest.mark.parametrize(("text", "denied"), BESIDE)
def test_denied(text: str, denied: bool) -> None:
    start, end = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    assert is_denied(text, start, end, "PERSON") is denied
    assert not is_denied(text, start, end, "ORG")


def test_an_abbreviation_follows() -> None:
    assert is_abbreviated("Norvane Circle (NRC)", 14)
    assert not is_abbreviated("Norvane Circle (new)", 14)


@pytest.mark.parametrize("form", ["EBITDA", "Avenida Quelm", "Quelm Plaza", "Polk County District Attorney"])
def test_never_asked(form: str) -> None:
    assert not can_be_witnessed(lexicon(), form)
