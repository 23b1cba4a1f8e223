"""Days of fiscal years, by the country that the article is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.contract import Reading, Time
from pipeline.gazetteers import toml
from pipeline.normalise.periods import fiscal_days

_LEAD = 400
_THIS_YEAR = re.compile(r"(?:this|the|the\s+current|the\s+present)\s+year", re.I)
_NEXT_YEAR = re.compile(r"(?:the\s+)?next\s+year", re.I)


def fiscal_country(reading: Reading) -> str:
    """The country that the article names most, the first of them; empty if it names none."""
    countries = [party for party in reading.parties if party.type == "country" and party.country]
    best = max(countries, key=lambda party: len(party.mentions), default=None)
    if best:
        return best.country
    known = toml("fiscal_years")["currencies"]
    units = [known[figure.unit] for figure in reading.figures if figure.unit in known]
    return max(units, key=units.count) if units else ""


_SAID = re.compile(
    r"\b(?:fiscal|financial)\s+(?:year|\d{4})[^.;]{0,40}?\b(end|start|begin)\w*\s+(?:on\s+|in\s+)?(?:next\s+|last\s+)?"
    r"(?:\d{1,2}\s+)?([A-Za-z]{3,9})",
    re.I,
)


def told_start(text: str) -> int | None:
    """The month in which fiscal years start by what the article says.

    >>> told_start("in fiscal year 2023, which ends on June 30")
    7
    """
    for match in _SAID.finditer(text):
        month = toml("calendar")["months"].get(match[2].lower())
        if month:
            return month % 12 + 1 if match[1].lower() == "end" else int(month)
    return None


def fiscal_years(reading: Reading, times: Sequence[Time]) -> list[Time]:
    """The times with the days of fiscal years, and 'this year' as one where the article reports on a fiscal year."""
    if not any(time.value.startswith("FY") for time in times):
        return list(times)
    known = toml("fiscal_years")
    country = fiscal_country(reading)
    start = told_start(reading.article.text) or known["start"].get(country)
    named_by_start = country in known["named_by_start"]["countries"]
    if start is None:
        return list(times)
    about = (
        any(time.value.startswith("FY") and time.start < _LEAD for time in times)
        and "budget" in reading.article.text[:_LEAD].lower()
    )
    done: list[Time] = []
    for time in times:
        value = _fiscal_value(reading, time, done, start, about)
        if value.startswith("FY") and (time.date_start is None or value != time.value):
            days = fiscal_days(value, start, named_by_start=named_by_start)
            first, last = days or (None, None)
            time = replace(time, value=value, date_start=first, date_end=last)  # noqa: PLW2901
        done.append(time)
    return done


def _fiscal_value(reading: Reading, time: Time, done: Sequence[Time], start: int, about: bool) -> str:
    """The value of a time in an article whose fiscal years start in month ``start``; ``about``: on a budget."""
    base, text = reading.article.published, reading.text(time)
    if base is None or time.mod:
        return time.value
    current = base.year + (start > 1 and base.month >= start)
    if time.rule == "fiscal-relative":
        words = text.lower().split()
        return f"FY{current + ('next' in words) - ('last' in words or 'previous' in words):04d}"
    if about and _THIS_YEAR.fullmatch(text):
        if text.lower().split()[-2] == "the" and (
            latest := [t.value for t in done if re.fullmatch(r"FY\d{4}", t.value)]
        ):
            return max(latest)
        return f"FY{current:04d}"
    if about and _NEXT_YEAR.fullmatch(text):
        return f"FY{current + 1:04d}"
    return time.value
