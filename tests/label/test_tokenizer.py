"""Tokens and sentences."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.label.tokenizer import NewsTokenizer

TOKENIZER = NewsTokenizer(spacy.blank("en").vocab)

TOKENS = [
    "worth | $ | 67 | bn",
    "Rs | 5,000 | cr",
    "US | $ | 350 | mil",
    "A | $ | 450 | m",
    "in | the | U.S. | and | Japan",
    "Modi | ’s | visit",
    "do | n't | say",
    "10 | - | year",
    "Mr. | Trump",
    "1,25,000.50 | rupees",
    "India | – | Japan",
    "5 | pc | , | 6 | %",
]


@pytest.mark.parametrize("tokens", TOKENS)
def test_tokens(tokens: str) -> None:
    parts = tokens.split(" | ")
    assert [token.text for token in TOKENIZER(" ".join(parts))] == parts


GLUED = ["$67bn", "Rs5,000cr", "A$450m", "10-year", "India–Japan", "5pc", "US$350mil"]


@pytest.mark.parametrize("text", GLUED)
def test_glued_parts_are_tokens(text: str) -> None:
    assert len(TOKENIZER(text)) > 1


@given(st.text(max_size=200))
def test_doc_is_the_text(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_letters_digits_and_signs_never_share_a_token() -> None:
    for token in TOKENIZER("$67bn, Rs5,000cr, A$450m, 12.3m, €3.4mn, 5pc, 250ml, F35s and Q3FY26"):
        kinds = {"digit" if c.isdigit() else "letter" if c.isalpha() else "sign" for c in token.text if c not in ",."}
        assert len(kinds) <= 1, token.text
