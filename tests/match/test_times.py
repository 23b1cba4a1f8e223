"""Where times are found; what they mean is tested in tests/relate/test_times.py."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.gazetteers import toml
from pipeline.match.time_grammar import grammar
from pipeline.match.times import find
from tests.components import blank

_ENTRIES = [(reader, entry) for reader, listed in toml("time_grammar")["rules"].items() for entry in listed]


@pytest.fixture(scope="module")
def sure() -> Language:
    return blank("news_sentences", "time_matcher")


@pytest.fixture(scope="module")
def vague() -> Language:
    return blank("news_sentences", "time_matcher", time_matcher={"vague": True})


def spans(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [span.text for span in doc.spans["times"]]


@pytest.mark.parametrize(("reader", "entry"), _ENTRIES, ids=[entry["name"] for _, entry in _ENTRIES])
def test_example_beside_each_rule(reader: str, entry: dict[str, str]) -> None:
    before, _, rest = entry["eg"].partition("[")
    phrase, _, after = rest.partition("]")
    found = {(match.start, match.end, match.label, match.rule) for match in find(before + phrase + after, vague=True)}
    assert (len(before), len(before) + len(phrase), reader, entry["name"]) in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in early\n    2026", ["early\n    2026"]),
        ("by\u00a0the end\u00a0of 2022", ["the end\u00a0of 2022"]),
        ("a 10‑year plan", ["10‑year"]),
        ("the 2026–27 Budget", ["2026–27"]),
        ("TODAY'S DEAL IN MARCH 2026", ["TODAY", "MARCH 2026"]),
        ("The fair is in March\n\n2026 firms came", ["March"]),
        ("see https://example.com/2025/08/29/in-2024 today", ["today"]),
        ("write to may@in2024.example.com", []),
        ("on Friday <!-- 29 August 2025 -->", ["Friday"]),
        ("on “This Week” he said", []),
        ("he said this week", ["this week"]),
        ("", []),
        ("   \n\n", []),
    ],
)
def test_forms_of_writing(text: str, expected: list[str], sure: Language) -> None:
    assert spans(sure, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is now on sale.", ["now"]),
        ("It was recently sold.", ["recently"]),
        ("It will soon be sold.", ["soon"]),
        ("It cost $5 million a year.", ["a year"]),
        ("Sales rose 8% year-on-year.", ["year-on-year"]),
        ("It is paid 5% per annum.", ["per annum"]),
        ("It fell in recent months.", ["recent months"]),
        ("It took several months.", ["several months"]),
        ("It opened a few hours later.", ["a few hours later"]),
    ],
)
def test_vague_times_only_when_asked_for(text: str, expected: list[str], sure: Language, vague: Language) -> None:
    assert spans(sure, text) == []
    assert spans(vague, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They held him for 12 hours.", ["12 hours:duration"]),
        ("They gave 48 hours notice.", ["48 hours:duration"]),
        ("Trains stop at 0730 hours.", ["0730 hours:clock"]),
        ("It takes 2000 hours of work.", ["2000 hours:duration"]),
        ("She won a second term.", []),
        ("It was over within a second.", ["a second:duration"]),
        ("The Sunday Mirror and the Daily Express said so.", []),
        ("He left the Sunday before.", ["Sunday:relative"]),
        ("In the days following September 11th, he left.", ["September 11th:date"]),
        ("They met on 11 and 12 May.", ["11 and 12 May:span"]),
        ("A 90 day review was begun.", ["90 day:duration"]),
        ("A 12 year long war ended.", ["12 year long:duration"]),
        ("They got 14 months and 10 months.", ["14 months:duration", "10 months:duration"]),
        ("It took two years and three months.", ["two years and three months:duration"]),
        ("They met an hour after the vote.", ["an hour:duration"]),
        ("They met 2 days before the vote.", ["2 days:duration"]),
        ("They met ten weeks previously, he said.", ["ten weeks previously:shift"]),
        ("A 38-year old man sued.", ["38-year old:age"]),
        ("It is for 3 and 4 year olds.", ["3 and 4 year olds:age"]),
        ("Firms say 2009 was bad.", ["2009:date"]),
        ("It ended 2010 with a loss.", ["2010:date"]),
        ("the June Consumer Price Index", ["June:date"]),
        ("the 2008 Christmas trade", ["2008 Christmas:relative"]),
        ("It fell in the 2009 April-June quarter.", ["the 2009 April-June quarter:quarter"]),
        ("Banks shut on Juneteenth.", ["Juneteenth:relative"]),
        ("It ends at 12 midnight on Friday.", ["12 midnight on Friday:clock"]),
        ("Shots fell throughout the night.", ["the night:clock"]),
        ("It fell for decades despite this.", ["decades:duration"]),
        ("Rates will rise in the months ahead.", ["the months ahead:future"]),
        ("Rates will rise in the next weeks.", ["the next weeks:future"]),
        ("Rates rose over the past years.", ["the past years:past"]),
        ("We make less these days.", ["these days:present"]),
        ("That is, at the moment, a risk.", ["at the moment:present"]),
        ("Is it open at present?", ["at present:present"]),
    ],
)
def test_classes_found_in_reading_news(text: str, expected: list[str], vague: Language) -> None:
    doc = vague(text)
    assert [f"{span.text}:{span.label_}" for span in doc.spans["times"]] == expected


def test_figures_keep_what_they_claimed() -> None:
    nlp = blank("news_sentences", "time_matcher")
    doc = nlp.make_doc("in 2024")
    doc.spans["figures"] = [doc[1:2]]
    nlp.get_pipe("news_sentences")(doc)
    nlp.get_pipe("time_matcher")(doc)
    assert [span.text for span in doc.spans["times"]] == []


_PIECES = """the a in by of Friday May may 2025 29 29th Aug. Aug 's ’25 Q3 FY26 1H25 2025-26 29/8/25 1990s '80s last
next year years quarter ago five to and or - – , . / ( ) p.m. 5 5.30 17:30 end early İ ß 1,000 2.5bn $67bn ½ ２０２５"""
_WORDS = st.sampled_from([*_PIECES.split(), "\n", "\n\n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(_WORDS, st.sampled_from(["", " "])), max_size=14))
def test_spans_begin_and_end_at_tokens(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + blank for word, blank in pieces)
    doc = _FUZZED(text)
    for span in doc.spans["times"]:
        assert doc.text[span.start_char : span.end_char] == span.text
        grammar().fields(span.id_, span.text)


_FUZZED = blank("news_sentences", "time_matcher", time_matcher={"vague": True})


def test_long_input_takes_no_more_than_linear_time(vague: Language) -> None:
    for piece in ("last ", "the end of ", "2025-26 ", "March 20 - ", "twenty-", "1990s ", "year - "):
        doc = vague(piece * 500)
        assert len(doc.spans["times"]) <= 1500
