"""Regular plurals and verb forms."""

from __future__ import annotations

import pytest

from pipeline.match.inflection import plural, verb_forms


@pytest.mark.parametrize(
    "line",
    [
        "chip chips",
        "battery batteries",
        "railway railways",
        "bus buses",
        "box boxes",
        "coach coaches",
        "LNG LNGs",
    ],
)
def test_plural(line: str) -> None:
    noun, expected = line.split()
    assert plural(noun) == expected


@pytest.mark.parametrize(
    "line",
    [
        "sign signs signed signing",
        "invest invests invested investing",
        "launch launches launched launching",
        "pledge pledges pledged pledging",
        "agree agrees agreed agreeing",
        "dye dyes dyed dyeing",
        "supply supplies supplied supplying",
        "deploy deploys deployed deploying",
        "veto vetoes vetoed vetoing",
    ],
)
def test_verb_forms(line: str) -> None:
    assert " ".join(verb_forms(line.split(maxsplit=1)[0])) == line
