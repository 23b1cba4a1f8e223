"""Spans to times with TIMEX3 values, and days where they are known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from spacy.tokens import Doc

from pipeline.contract import Article, Time
from pipeline.match.time_grammar import grammar
from pipeline.normalise import clock, dates, durations, quarters, relative
from pipeline.normalise.outlets import date_order, outlet_country
from pipeline.normalise.time_words import IMPOSSIBLE, Fields, Value
from pipeline.settings import Settings

_READERS: dict[str, Callable[[Fields, str, date | None], Value]] = {
    "date": dates.read_date,
    "span": dates.read_span,
    "quarter": quarters.read_quarter,
    "fiscal": quarters.read_fiscal,
    "relative": relative.read_relative,
    "shift": relative.read_shift,
    "duration": durations.read_duration,
    "age": durations.read_age,
    "set": durations.read_set,
    "clock": clock.read_clock,
    "present": durations.read_present,
    "past": durations.read_past,
    "future": durations.read_future,
}


@lru_cache(maxsize=65536)
def read_time(rule: str, text: str, base: date | None, order: str = "") -> Value:
    """What ``text``, a phrase that ``rule`` found, says when it is said on the day ``base``.

    ``order`` is how the outlet's country writes dates of digits (``outlets.date_order``).

    An impossible date ('30 February') has an empty value.
    """
    known = grammar()
    fields = Fields(known.fields(rule, text), order)
    try:
        return _READERS[known.rules[rule].reader](fields, " ".join(text.lower().split()), base)
    except (ValueError, OverflowError):  # beyond the calendar, such as the year 0
        return IMPOSSIBLE


def read_times(doc: Doc, article: Article, settings: Settings) -> tuple[Time, ...]:
    """The times of ``doc.spans["times"]``, in order of the text."""
    base, order = article.published, date_order(outlet_country(article))
    return tuple(
        make_time(span.start_char, span.end_char, span.id_, read_time(span.id_, span.text, base, order), settings)
        for span in doc.spans.get("times", ())
    )


def make_time(start: int, end: int, rule: str, value: Value, settings: Settings) -> Time:
    """The fact of one phrase."""
    first, last = dates.value_days(value, settings.fiscal_year_start)
    return Time(start, end, value.type, value.value, rule, value.mod, first, last)
