from __future__ import annotations

import pytest

from pipeline.relate.phrases import phrase_after, phrase_before
from pipeline.relate.subjects import subject_of
from pipeline.relate.tagging import tag_words
from pipeline.relate.words import Tag

# The place is marked with |.
BEHIND = [
    ("80% of |Japanese firms operating in India intend to grow", "Japanese firms operating in India"),
    ("12% of |the world’s tin, produced", "world’s tin"),
    (
        "for |repaying the city's short-term and overseas loans, up",
        "repaying the city's short-term and overseas loans",
    ),
    ("into |canals, schools, street lights and public parks", "canals, schools, street lights and public parks"),
    ("for |healthy, sustainable transport", "healthy, sustainable transport"),
    ("of |farmland and rehabilitate 3 roads", "farmland"),
    ("of |COVID-19 tests by the end", "COVID-19 tests"),
    ("in |the first half of 2025", None),
    ("in |2018", None),
    ("for |them", None),
    ("of |US energy", "US energy"),
]
BEFORE = [
    ("the investment target of | 5", "investment target"),
    ("while regional reserves | shrank", "regional reserves"),
    ("delivery of food aid of | 5", "delivery of food aid"),
    ("it suffered a loss and Siemens | lost", "loss and Siemens"),
    ("They suffered loss and Siemens | lost", "Siemens"),
    ("of | 5", None),
]


def _split(marked: str) -> tuple[str, int]:
    return marked.replace("|", "", 1), marked.index("|")


@pytest.mark.parametrize(("marked", "expected"), BEHIND)
def test_phrase_after(marked: str, expected: str | None) -> None:
    text, place = _split(marked)
    words = tag_words(text, 0, len(text), ())
    index = next(i for i, word in enumerate(words) if word.start >= place)
    found = phrase_after(words, index)
    assert (found.text(words, text) if found else None) == expected


@pytest.mark.parametrize(("marked", "expected"), BEFORE)
def test_phrase_before(marked: str, expected: str | None) -> None:
    text, place = _split(marked)
    words = tag_words(text, 0, len(text), ())
    index = next(i for i, word in enumerate(words) if word.start >= place)
    if words[index - 1].tag is Tag.OF:
        index -= 1
    found = phrase_before(words, index)
    assert (found.text(words, text) if found else None) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Stocks at Rotterdam rose for a week", "rose", "Stocks at Rotterdam"),
        ("While regional reserves shrank by 5", "shrank", "regional reserves"),
        ("Total freight shipped Friday was about 5", "was", "Total freight shipped"),
        ("US exports – at current prices – would equate to 5", "would", "US exports"),
        ("Wheat contracts lost ground on Monday, slumping to 5", "slumping", "Wheat contracts"),
        ("emissions are expected to fall 5", "fall", "emissions"),
        ("the plan for aid, which cost 5", "cost", "plan for aid"),
        ("it rose 5", "rose", None),
    ],
)
def test_subject_of(text: str, verb: str, expected: str | None) -> None:
    words = tag_words(text, 0, len(text), ())
    found = subject_of(words, next(i for i, word in enumerate(words) if word.lower == verb))
    assert (found.text(words, text) if found else None) == expected


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The January contract rose in January", "determiner noun noun verb preposition time"),
        ("the next five years", "determiner time time time"),
        ("questions posed by leaders", "noun past preposition noun"),
        ("prices dropped to the low", "noun verb to determiner noun"),
        ("to fund projects", "to verb noun"),
        ("the fund projects", "determiner noun noun"),
        ("It may rise in May", "pronoun auxiliary verb preposition time"),
        ("up [5](https://example.com/a_(b)) more", "preposition open noun stop close adverb"),
    ],
)
def test_tags(text: str, tags: str) -> None:
    assert " ".join(word.tag.value for word in tag_words(text, 0, len(text), ())) == tags
