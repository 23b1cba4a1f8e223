from __future__ import annotations

import pytest

from pipeline.ingest.headline import find_headline

BODY = "The central bank raised its key rate by a quarter point on Friday, its governor said."


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Rates rise again", "Rates rise again"),
        ("\n\n  Rates rise  again \n", "Rates rise again"),
        ("# Rates rise again", "Rates rise again"),
        ("* 24 June 2025\n  * 2 min read\n\n# Rates rise again", "Rates rise again"),
        ("[News](https://example.org/news)\nBy Jane Doe\nRates rise again", "Rates rise again"),
        ("24 June 2025\nRates rise again", "Rates rise again"),
        ("**Rates rise again**", "Rates rise again"),
        ("Will rates rise again?", "Will rates rise again?"),
        ("'We will not stop': bank raises rates in U.S", "'We will not stop': bank raises rates in U.S"),
        ("The bank raised its rate.", ""),  # a sentence
        ("Loading...", ""),
        (BODY, ""),
    ],
)
def test_headline(above: str, title: str) -> None:
    assert find_headline(f"{above}\n\n{BODY}") == title


@pytest.mark.parametrize("text", ["", "\n \n", "One line alone", BODY])
def test_no_headline(text: str) -> None:
    assert find_headline(text) == ""
