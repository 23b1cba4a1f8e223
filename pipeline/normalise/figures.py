"""Spans to figures with values, the ends of ranges, and units."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Span

from pipeline.contract import Article, Figure
from pipeline.match.cues import cue
from pipeline.match.exchange import base_before, converted_into, rate
from pipeline.match.nouns import Noun, after_of
from pipeline.match.plurals import singular
from pipeline.normalise.figure_parts import own_numbers, rest, scaled, valued
from pipeline.normalise.figure_words import WORD_RULES, read_words
from pipeline.normalise.money import UNKNOWN, Evidence, evidence, read_currency
from pipeline.normalise.numbers import Number, plain
from pipeline.normalise.units import read_unit
from pipeline.settings import Settings

_LAST_WORD = re.compile(r"[^\W_]+(?:[-‑’'.&][^\W_]+)*$")
_POINTS = re.compile(r"\bpoints?\b")
_POPULATION = re.compile(r"\bpopulation\b[^.;]*$")
_BASIS = re.compile(r"basis|bps?\b|bips\b", re.IGNORECASE)
_SPEED = re.compile(rf"\b{cue('knots', 'speed')}\b", re.IGNORECASE)
_NEAR = 50
_POINT = re.compile(r"points?\b|(?<![a-z])p\.?p", re.IGNORECASE)


def read_figures(doc: Doc, article: Article, settings: Settings) -> tuple[Figure, ...]:
    """The figures of ``doc.spans["figures"]``, in order of the text; what proves to be no number is left out."""
    reader = _Reader(article.text, evidence(article))
    spans = doc.spans.get("figures", ())
    figures = [figure for span in spans if (figure := reader.read(span)) is not None]
    return tuple(_settle(figures, article.text))


class _Reader:
    """Reads the spans of one article; keeps the codes seen so far, which decide whose cents are meant."""

    def __init__(self, text: str, known: Evidence) -> None:
        self.text = text
        self.known = known
        self.codes: list[str] = []

    def read(self, span: Span) -> Figure | None:
        text = self.text[span.start_char : span.end_char]
        figure = Figure(span.start_char, span.end_char, span.label_, span.id_)
        if span.id_ in WORD_RULES:
            return read_words(figure, text)
        numbers = own_numbers(text, figure)
        if not numbers:
            return None
        if span.label_ == "count":
            return self._count(figure, numbers)
        if figure.rule.endswith((".next", ".previous")):
            return valued(figure, numbers)
        if span.label_ == "money":
            return self._money(figure, numbers, rest(text, figure))
        if span.label_ == "measure":
            return self._measure(figure, numbers, rest(text, figure))
        if span.label_ == "percent":
            return replace(valued(figure, numbers), unit=_percent_unit(text), unit_from="sign")
        return replace(valued(figure, numbers), unit="multiple", unit_from="word")

    def _money(self, figure: Figure, numbers: list[Number], surface: str) -> Figure:
        per = ""
        if figure.rule in ("money.rate", "money.converted"):
            surface, per = self._by_surroundings(figure)
        elif base := base_before(self.text, figure.start):
            per = read_currency(base, self.known).code
        currency = read_currency(surface, self.known, reversed(self.codes))
        if currency.parts == 1 and currency.code != UNKNOWN:
            self.codes.append(currency.code)
        whole = scaled(valued(figure, numbers), 1 / Decimal(currency.parts))
        return replace(whole, unit=currency.code, unit_from=currency.source, per=per.replace(UNKNOWN, ""))

    def _by_surroundings(self, figure: Figure) -> tuple[str, str]:
        """The currency of a bare amount and what it is per: of a rate, or of an amount that a bracket converts.

        The bracket's currency is the one that it is not: it is that of the article's last other amount, else unknown.
        """
        if (known := rate(self.text, figure.start, figure.end)) is not None:
            return known.quoted, read_currency(known.base, self.known).code
        into = read_currency(converted_into(self.text, figure.end), self.known).code
        return next((code for code in reversed(self.codes) if code != into), UNKNOWN), ""

    def _measure(self, figure: Figure, numbers: list[Number], surface: str) -> Figure | None:
        unit = read_unit(surface)
        if unit is None:
            return None
        near = self.text[max(0, figure.start - _NEAR) : figure.end + _NEAR]
        speed = surface.strip() == "kt" and not self.text.startswith(" of ", figure.end) and _SPEED.search(near)
        name = "knot" if speed else unit.unit
        return replace(scaled(valued(figure, numbers), unit.factor), unit=name, unit_from="name", per=unit.per)

    def _count(self, figure: Figure, numbers: list[Number]) -> Figure | None:
        rule = figure.rule.partition(".")[2]
        figure = valued(figure, numbers)
        if rule in ("previous", "next"):
            return figure
        if rule == "person":
            return replace(figure, unit="person", unit_from="default")
        if rule == "level":
            before = self.text[max(0, figure.start - 200) : figure.start].rsplit("\n", 1)[-1]
            known = "point" if _POINTS.search(before) else "person" if _POPULATION.search(before) else ""
            return replace(figure, unit=known, unit_from="article")
        noun = after_of(self.text, figure.end) if rule == "of" else None
        if isinstance(noun, Noun):
            return replace(figure, unit=singular(self.text[noun.start : noun.end]), unit_from="article")
        word = _LAST_WORD.search(self.text[figure.start : figure.end])
        if word is None:
            return None
        counted = word.group().split("-")[-1] if rule == "attributive" else word.group()
        # 'a 240-strong force' counts people
        return replace(figure, unit="person" if counted == "strong" else singular(counted), unit_from="noun")


def _percent_unit(text: str) -> str:
    if _BASIS.search(text):
        return "basis_point"
    return "percentage_point" if _POINT.search(text) else "percent"


def _settle(figures: list[Figure], text: str) -> list[Figure]:
    """Give figures that share a neighbour's unit that unit, and its scale where they have none of their own."""
    for index in range(len(figures) - 2, -1, -1):
        figure, giver = figures[index], figures[index + 1]
        if figure.rule.endswith(".next") and giver.kind == figure.kind:
            figures[index] = _like(figure, giver, text)
    last: dict[str, Figure] = {}
    for index, figure in enumerate(figures):
        if figure.rule.endswith(".previous") and (giver_before := last.get(figure.kind)) is not None:
            figures[index] = replace(figure, unit=giver_before.unit, unit_from="previous", per=giver_before.per)
        if figures[index].unit:
            last[figure.kind] = figures[index]
    return [figure for figure in figures if figure.unit or figure.rule == "count.level"]


def _like(figure: Figure, giver: Figure, text: str) -> Figure:
    """'from 1.2 to 1.5 billion euros', '20 and 50 cents': the scale is shared, and so are the parts of minor units."""
    own = own_numbers(text[figure.start : figure.end], figure)
    given = own_numbers(text[giver.start : giver.end], giver)
    if own and given and figure.value is not None:
        value = figure.value
        # 'two to three billion' shares the scale, 'five hundred to one thousand' does not
        smaller = text[figure.start].isdigit() or own[0].mantissa <= given[-1].mantissa
        if own[0].scale == 1 and given[-1].scale > 1 and own[0].mantissa < 1000 and smaller:
            value *= given[-1].scale
        if giver.value is not None and given[-1].value and giver.rule in ("money.name", "money.sign", "measure.unit"):
            value *= giver.value / given[-1].value
        figure = replace(figure, value=plain(value))
    return replace(figure, unit=giver.unit, unit_from="next", per=giver.per)
