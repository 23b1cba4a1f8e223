"""Currencies: surface and article to code, parts and reason."""

from __future__ import annotations

import pytest

from pipeline.contract import Article
from pipeline.normalise.money import Currency, evidence, read_currency

ALONE = [
    ("$", "USD", 1, "default"),
    ("US$", "USD", 1, "sign"),
    ("$ US", "USD", 1, "sign"),
    ("A$", "AUD", 1, "sign"),
    ("C $", "CAD", 1, "sign"),
    ("EUR", "EUR", 1, "code"),
    ("€", "EUR", 1, "sign"),
    ("Rs.", "INR", 1, "default"),
    ("₹", "INR", 1, "sign"),
    ("Japanese Yen", "JPY", 1, "name"),
    ("-dollar", "USD", 1, "default"),
    ("South Korean won", "KRW", 1, "name"),
    ("Danish crowns", "DKK", 1, "name"),
    ("baht", "THB", 1, "name"),
    ("pesos", "XXX", 1, "unknown"),
    ("p", "GBP", 100, "name"),
    ("pence", "GBP", 100, "name"),
    ("cents", "USD", 100, "default"),
    ("euro cents", "EUR", 100, "name"),
    ("paise", "INR", 100, "name"),
    ("sen", "MYR", 100, "default"),
    ("MUSD", "USD", 1, "code"),
    ("DKr", "DKK", 1, "sign"),
    ("SKr", "SEK", 1, "sign"),
    ("NKr", "NOK", 1, "sign"),
    ("Y", "JPY", 1, "sign"),
    ("Kc", "CZK", 1, "sign"),
    ("Ps", "XXX", 1, "unknown"),
    ("kr", "XXX", 1, "unknown"),
    ("gold", "XXX", 1, "unknown"),
]

BY_ARTICLE = [
    ("Rs.", "The Sri Lankan budget gives Rs. 5 billion. Colombo said so.", "", "LKR"),
    ("rupees", "Islamabad raised 5 rupees; Pakistan agreed.", "", "PKR"),
    ("kr", "The bank in Oslo paid kr75.", "", "NOK"),
    ("Ps", "Mexico paid Ps250m.", "", "MXN"),
    ("pesos", "In Manila the Philippine bank paid 5 pesos.", "", "PHP"),
    ("crowns", "Prague paid 300 crowns.", "", "CZK"),
    ("pounds", "Egypt's pounds fell in Cairo.", "", "EGP"),
    ("$", "It cost $US3 billion ($4 billion).", "", "AUD"),
    ("$", "It cost US$3 billion ($4 billion).", "https://www.news.co.nz/a", "NZD"),
    ("$", "It cost $4 billion.", "https://www.news.co.nz/a", "USD"),
    ("francs", "Swiss watches in Geneva cost 500 francs.", "", "CHF"),
]


@pytest.mark.parametrize(("surface", "code", "parts", "source"), ALONE)
def test_without_article(surface: str, code: str, parts: int, source: str) -> None:
    assert read_currency(surface, evidence(Article("0", "t", ""))) == Currency(code, parts, source)


@pytest.mark.parametrize(("surface", "text", "url", "code"), BY_ARTICLE)
def test_article_decides(surface: str, text: str, url: str, code: str) -> None:
    assert read_currency(surface, evidence(Article("0", "t", text, url=url))).code == code


def test_cents_are_of_the_last_amount() -> None:
    assert read_currency("cents", evidence(Article("0", "t", "")), ["AUD", "USD"]).code == "AUD"
