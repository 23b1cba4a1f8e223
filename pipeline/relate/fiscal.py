"""Days of fiscal years: by the settings, by what the article says, or by the country that it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pipeline.contract import Reading, Time
from pipeline.gazetteers import toml
from pipeline.normalise.outlets import outlet_country
from pipeline.normalise.periods import fiscal_days
from pipeline.normalise.quarters import fiscal_year
from pipeline.relate.fiscal_told import told_start

_LEAD = 400
_THIS_YEAR = re.compile(r"(?:this|the|the\s+current|the\s+present)\s+year", re.I)
_NEXT_YEAR = re.compile(r"(?:the\s+)?next\s+year", re.I)
_FISCAL = re.compile(r"\b(?:fiscal|financial)\b", re.I)
_PAIR = re.compile(r"\d\s?[-–/‑—]\s?\d")
_BEHIND = re.compile(r"\s+(?:end(?:ed|ing)|of)\s+(?:on\s+)?(?:[A-Z\d][\w.]*,?\s+){0,2}(\d{4}(?:[-–/]\d\d(?:\d\d)?)?)\b")
# What companies have and governments have not
_COMPANY = re.compile(
    r"\b(?:profits?|profitab\w+|sales|earnings|turnover|dividends?|per\s+share|shares|shareholders?"
    r"|company|company['’]s|retailer|firm|maker|chain|margins?|net\s+income|net\s+loss)\b",
    re.I,
)
# Whose fiscal year it is where both are named: 'the federal budget for companies'
_PUBLIC = re.compile(
    r"\b(?:budgets?|federal|governments?|congress\w*|parliament\w*|treasury|administration|ministry|ministries|agency"
    r"|agencies|department|appropriat\w+|deficit|president)\b",
    re.I,
)


class Calendar(NamedTuple):
    """The month in which fiscal years start, whether the year that they start in names them, and how it is known.

    ``companies``: whether it holds for companies too.
    """

    start: int
    named_by_start: bool
    companies: bool

    def current(self, day: date) -> int:
        """The year that names the fiscal year of a day."""
        ahead = self.start > 1 and day.month >= self.start
        return day.year + ahead - (self.start > 1 and self.named_by_start)

    def days(self, value: str, text: str) -> tuple[date | None, date | None]:
        """First and last day of a fiscal value; '2024-25' names both years, so it ends in the second everywhere."""
        named_by_start = self.named_by_start and not _PAIR.search(text)
        return fiscal_days(value, self.start, named_by_start=named_by_start) or (None, None)


def fiscal_country(reading: Reading) -> str:
    """The country whose fiscal year is meant, or an empty text.

    The one that the article names most (of several the outlet's own, else the first), else the one whose currency the
    figures have, else the outlet's.
    """
    countries = [party for party in reading.parties if party.type == "country" and party.country]
    most = max((len(party.mentions) for party in countries), default=0)
    best = [party.country for party in countries if len(party.mentions) == most]
    home = outlet_country(reading.article)
    if best:
        return home if home in best else best[0]
    known = toml("fiscal_years")["currencies"]
    units = [known[figure.unit] for figure in reading.figures if figure.unit in known]
    return max(units, key=units.count) if units else home


def fiscal_calendar(reading: Reading) -> Calendar | None:
    """The calendar of the article's fiscal years: the settings win over its own words, and those over its country."""
    known = toml("fiscal_years")
    country = fiscal_country(reading)
    usual = known["start"].get(country)
    told = reading.fiscal_start or told_start(reading.article.text)
    start = told or usual
    if start is None:
        return None
    named_by_start = start == usual and country in known["named_by_start"]["countries"]
    return Calendar(start, named_by_start, bool(told) or country in known["companies_follow"]["countries"])


def fiscal_years(reading: Reading, times: Sequence[Time]) -> list[Time]:
    """The times with the days of fiscal years, and 'this year' as one where the article reports on a fiscal year."""
    if not any(time.value.startswith("FY") or _bare_quarter(reading, time) for time in times):
        return list(times)
    times = [_named_behind(reading, time) for time in times]
    calendar = fiscal_calendar(reading)
    if calendar is None:
        return times
    about = (
        any(time.value.startswith("FY") and time.start < _LEAD for time in times)
        and "budget" in reading.article.text[:_LEAD].lower()
    )
    quarters = calendar.companies and any(_written(reading, time) for time in times) and _led_by_company(reading)
    done: list[Time] = []
    for time in times:
        if quarters and (found := _company_quarter(reading, time, calendar)):
            first, last = calendar.days(found, "")
            done.append(replace(time, value=found, date_start=first, date_end=last))
            continue
        # A company's own year is not known to the day, but which one 'the last fiscal year' is differs little
        holds = calendar.companies or not _of_company(reading, time)
        value = (
            _fiscal_value(reading, time, done, calendar, about)
            if holds or not _bare_quarter(reading, time)
            else time.value
        )
        # 'the year to March' tells its own days
        if value.startswith("FY") and (value != time.value or time.rule != "year-to" or time.date_start is None):
            first, last = calendar.days(value, reading.text(time)) if holds else (None, None)
            time = replace(time, value=value, date_start=first, date_end=last)  # noqa: PLW2901
        done.append(time)
    return done


def _written(reading: Reading, time: Time) -> bool:
    """Whether a fiscal year is written out as one: 'FY26', 'fiscal 2026', '2025-26'."""
    return bool(re.fullmatch(r"FY\d{4}(?:-[QH]\d)?", time.value)) and bool(re.search(r"\d", reading.text(time)))


def _led_by_company(reading: Reading) -> bool:
    """Whether the article begins with a company's results and no government's."""
    lead = reading.article.text[: 2 * _LEAD]
    return bool(_RESULTS.search(lead)) and not _PUBLIC.search(lead)


_RESULTS = re.compile(
    r"\b(?:quarterly|quarter|quarter-ly|months)\b[^.]{0,60}\b(?:loss(?:es)?|profits?|revenues?|earnings|sales|results|income)\b"
    r"|\b(?:loss(?:es)?|profits?|revenues?|earnings|sales|results|net income)\b[^.]{0,60}\bquarter\b",
    re.I,
)
_QUARTER_ORDINAL = re.compile(r"\b(?:first|second|third|fourth)[\s-]+quarter\b", re.I)


def _company_quarter(reading: Reading, time: Time, calendar: Calendar) -> str:
    """A quarter of a company that reports by fiscal years: 'the March quarter' is its fourth; '' if it is none."""
    base, text = reading.article.published, reading.text(time)
    if base is None or time.mod or time.type != "date" or not re.fullmatch(r"\d{4}-Q[1-4]", time.value):
        return ""
    if _QUARTER_ORDINAL.search(text) or re.match(r"Q[1-4]\b", text):
        return _quarter(time, "" if not re.search(r"\d{4}", text) else text, calendar, base)
    first = time.date_start
    if first is None:
        return ""
    year = calendar.current(first)
    number = (first.month - calendar.start) % 12 // 3 + 1
    return f"FY{year:04d}-Q{number}"


def _named_behind(reading: Reading, time: Time) -> Time:
    """'the fiscal year ending June 30, 2027', 'the fiscal year of 2005': the year stands behind."""
    found = _BEHIND.match(reading.after(time)) if time.rule == "fiscal-the" else None
    return replace(time, value=f"FY{fiscal_year(found[1]):04d}", rule="fiscal-year") if found else time


def _of_company(reading: Reading, time: Time) -> bool:
    """Whether the sentence speaks of a company, which may have a fiscal year of its own."""
    sentence = reading.text(reading.sentence_at(time.start))
    return bool(_COMPANY.search(sentence)) and not _PUBLIC.search(sentence)


def _bare_quarter(reading: Reading, time: Time) -> bool:
    """'its fiscal third quarter': a quarter of a fiscal year that stays unnamed."""
    return bool(re.fullmatch(r"(?:\d{4}|XXXX)-Q[1-4]", time.value) and _FISCAL.search(reading.text(time)))


def _quarter(time: Time, text: str, calendar: Calendar, base: date) -> str:
    """The fiscal quarter of that number: of the year in the text, or else the one that ends nearest to ``base``."""
    number = int(time.value[-1])
    if re.search(r"\d{4}", text):
        return f"FY{time.value}"
    quarters = [f"FY{year:04d}-Q{number}" for year in range(base.year - 2, base.year + 3)]
    ends = {quarter: last for quarter in quarters if (last := calendar.days(quarter, "")[1])}
    return min(ends, key=lambda quarter: abs((ends[quarter] - base).days))


def _fiscal_value(reading: Reading, time: Time, done: Sequence[Time], calendar: Calendar, about: bool) -> str:
    """The value of a time in an article with such fiscal years; ``about``: it is on a budget."""
    base, text = reading.article.published, reading.text(time)
    if base is None or time.mod:
        return time.value
    if _bare_quarter(reading, time):
        return _quarter(time, text, calendar, base)
    current = calendar.current(base)
    if time.rule in ("fiscal-relative", "fiscal-the"):
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
