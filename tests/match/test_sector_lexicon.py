"""The notation of the lexicon, its conditions, and what the files that ship hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from pipeline import gazetteers
from pipeline.match.sector_lexicon import (
    NONE,
    Lexicon,
    Node,
    Term,
    compile_lexicon,
    groups_from_taxonomy,
    load_lexicon,
)
from pipeline.match.sector_notation import entries, expand, word_set
from pipeline.match.sectors import find

_FILES = gazetteers.toml("sectors/words")["files"]
_GROUPS = [(name, group) for name in _FILES for group in gazetteers.toml(f"sectors/{name}")["group"]]
_KEYS = {
    *("sector", "terms", "before", "after", "near", "company", "not_before", "not_after", "not_near", "lower", "reach"),
}


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("crude oil", ["crude oil"]),
        ("oil field+", ["oil field", "oil fields"]),
        ("battery+", ["batteries", "battery"]),
        ("bus+", ["bus", "buses"]),
        ("day+", ["day", "days"]),
        ("refiner{y|ies}", ["refineries", "refinery"]),
        ("{oil|gas} field", ["gas field", "oil field"]),
        ("{oil|gas}+", ["gas", "gases", "oil", "oils"]),
        ("data_centre", ["data centre", "datacentre"]),
        ("p{a|}ediatric", ["paediatric", "pediatric"]),
        ("irrigate~", ["irrigate", "irrigated", "irrigates", "irrigating"]),
        ("solar {@kind} use", ["solar big plant use", "solar plant use", "solar plants use"]),
        ("a {b|c {d|e}}", ["a b", "a c d", "a c e"]),
    ],
)
def test_the_notation(entry: str, forms: list[str]) -> None:
    assert sorted(expand(entry, {"kind": ["plant+", "big plant"]})) == forms


def test_a_brace_that_stays_open_is_told() -> None:
    with pytest.raises(ValueError, match="not closed"):
        list(expand("{oil|gas", {}))


def test_entries_end_at_commas_and_lines() -> None:
    assert entries("\na b, c\nd,\n") == ["a b", "c", "d"]
    assert word_set("Bank+, post", {}) == {"bank", "banks", "post"}


def _lexicon(**group: Any) -> Lexicon:
    plain = {"sector": "oil_gas", "terms": "crude, petrol"}
    return compile_lexicon([plain, {"sector": "coal", **group}], gazetteers.rows("sectors"))


@pytest.mark.parametrize(
    ("conditions", "text", "found"),
    [
        ({}, "black stone", True),
        ({}, "black-stone", True),
        ({}, "black. Stone", False),
        ({"before": "hot"}, "hot black stone", True),
        ({"before": "hot"}, "hot and black stone", False),
        ({"before": "hot", "reach": 2}, "hot and black stone", True),
        ({"after": "burns"}, "black stone burns", True),
        ({"after": "burns"}, "black stone", False),
        ({"near": "burns"}, "it burns like a black stone", True),
        ({"near": "burns"}, "it burns and nobody in town knows why, black stone", False),
        ({"not_before": "cold"}, "cold black stone", False),
        ({"not_after": "age"}, "black stone age", False),
        ({"not_near": "album"}, "the album was named black stone", False),
        ({"near": "burns", "not_near": "album"}, "black stone burns, an album", False),
        ({"company": True}, "black stone", False),
        ({"company": True}, "black stone and petrol", False),
        ({"company": ["oil_gas"]}, "black stone and petrol", True),
        ({"lower": True}, "the black stone", True),
        ({"lower": True}, "a Black stone", False),
        ({"lower": True}, "It burns. Black stone", True),
    ],
)
def test_conditions(conditions: Mapping[str, Any], text: str, found: bool) -> None:
    lexicon = _lexicon(terms="black stone", **conditions)
    assert ("coal" in [hit.label for hit in find(text, lexicon)]) is found


@pytest.mark.parametrize(
    ("terms", "text", "found"),
    [
        ("AI", "AI rules", True),
        ("AI", "ai rules", False),
        ("Brent", "BRENT FELL SHARPLY", True),
        ("ai", "AI rules", True),
        ("ore centre", "the ore center", True),
        ("ore centre", "the ore centre", True),
        ("organisation of ore", "organization of ore", True),
    ],
)
def test_capitals_and_spelling(terms: str, text: str, found: bool) -> None:
    assert ("coal" in [hit.label for hit in find(text, _lexicon(terms=terms))]) is found


def test_none_wins_over_the_shorter_terms_inside() -> None:
    lexicon = compile_lexicon(
        [{"sector": "finance", "terms": "bank"}, {"sector": NONE, "terms": "river bank"}], gazetteers.rows("sectors")
    )
    assert find("the river bank", lexicon) == []
    assert len(find("the bank", lexicon)) == 1


def test_the_narrower_of_equal_terms_wins() -> None:
    groups = [{"sector": "energy", "terms": "peat"}, {"sector": "coal", "terms": "peat"}]
    for order in (groups, groups[::-1]):
        assert [hit.label for hit in find("peat", compile_lexicon(order, gazetteers.rows("sectors")))] == ["coal"]


def test_a_sector_that_is_not_in_the_taxonomy_is_told() -> None:
    with pytest.raises(KeyError):
        compile_lexicon([{"sector": "toys", "terms": "top"}], gazetteers.rows("sectors"))


def test_a_taxonomy_of_ones_own_brings_its_words() -> None:
    taxonomy = [{"sector": "toys", "label": "Toys", "parent": "", "isic4": "C324", "covers": "dolls, kites"}]
    lexicon = compile_lexicon(groups_from_taxonomy(taxonomy), taxonomy)
    assert [hit.label for hit in find("They sell dolls and kites.", lexicon)] == ["toys", "toys"]


def _terms(level: Mapping[str, Node]) -> Iterator[tuple[str, Term]]:
    for word, node in level.items():
        for term in node.terms:
            yield word, term
        yield from _terms(node.next)


def test_every_sector_has_terms() -> None:
    counts: dict[str, int] = {}
    for _, term in _terms(load_lexicon().root):
        counts[term.sector] = counts.get(term.sector, 0) + 1
    assert {row["sector"] for row in gazetteers.rows("sectors")} | {NONE} == set(counts)
    assert min(counts.values()) >= 20
    assert sum(counts.values()) == load_lexicon().size > 20_000


@pytest.mark.parametrize(("name", "group"), _GROUPS)
def test_groups_hold_only_what_is_known(name: str, group: Mapping[str, Any]) -> None:
    assert group.keys() <= _KEYS, name
    company = group.get("company", False)
    known = {row["sector"] for row in gazetteers.rows("sectors")}
    assert isinstance(company, bool) or set(company) <= known, name


def test_loading_is_deterministic() -> None:
    groups = [group for _, group in _GROUPS]
    assert compile_lexicon(groups, gazetteers.rows("sectors")) == load_lexicon()
