"""Sentence bounds: `|` marks where a sentence starts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.label.sentences import sentence_starts

SENTENCES = [
    "Profit rose. |It fell later.",
    "The U.S. Treasury said so. |Japan agreed.",
    "He went to the U.S. |The visit was short.",
    "Mr. Smith met Gen. Prayut on Aug. 29 in St. Louis.",
    "It paid Rs. 350 billion to Acme Co. Ltd. on Monday.",
    "External Affairs Minister S. Jaishankar spoke. |He left.",
    "“It is done.” |The minister left.",
    "Is it done? |Yes! |It is.",
    "Prices rose 2.5 per cent. |In May they fell.",
    "Shares rise on results\n\n|TOKYO - Shares rose.",
    "Shares rise on results\n|By Jane Doe\n|Shares rose on Monday.",
    "The ministry said in a long line that goes on and on that it had\n    agreed to pay US$230 million.",
    "The two sides agreed on the sale of aircraft and on the supply of\nfuel to both.",
    "Key terms:\n|- 50 trains\n|- 12 ships",
    "and raw materials.|“India has” grown. |Yes.",
    "It was strengthened.|We also want to look at it.",
    "It will take e.g. five years. |Then it ends.",
    "Loading... |Loading IST...",
    "It ended. |== Reaction == Nobody spoke.",
    "A meeting with John F. Kennedy. |He spoke.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence_starts(marked: str) -> None:
    parts = marked.split("|")
    text = "".join(parts)
    starts = [*sentence_starts(text), len(text)]
    assert [text[start:end] for start, end in pairwise(starts)] == parts


@given(st.text(alphabet='aA. \n"U1-!', max_size=80))
def test_starts_are_sorted_offsets(text: str) -> None:
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert starts[0] == 0
    assert all(start < len(text) for start in starts[1:])
