"""How matches are chosen."""

from __future__ import annotations

from spacy.language import Language

from pipeline.contract import Extent
from pipeline.match.spans import FURNITURE, Found, assign, extents

TEXT = "It paid $67bn to Japan."


def test_longest_match_wins_and_overlaps_go(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    assign(doc, "x", [Found(8, 11, "b", "short"), Found(8, 13, "a", "long"), Found(17, 22, "c", "other")])
    assert [(span.text, span.label_, span.id_) for span in doc.spans["x"]] == [
        ("$67bn", "a", "long"),
        ("Japan", "c", "other"),
    ]
    assert extents(doc, "x", "missing") == [(8, 13), (17, 22)]


def test_furniture_and_taken_stretches_yield_nothing(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data[FURNITURE] = (Extent(0, 10),)
    assign(doc, "x", [Found(8, 13, "a", "r"), Found(17, 22, "c", "r")], taken=[(20, 21)])
    assert not doc.spans["x"]


def test_a_match_inside_a_token_is_left_out(nlp: Language) -> None:
    assert not assign(nlp.make_doc(TEXT), "x", [Found(3, 6, "a", "r")]).spans["x"]
