"""Surface forms of units to pint's names; pint only checks and converts, it never reads the article's words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.match.measure import unit_names, unit_symbols


class Measure(NamedTuple):
    """A unit's name, the factor of its surface form, and what it is per ('' if nothing)."""

    unit: str
    factor: Decimal
    per: str


_PER = re.compile(r"\s*(?:/|\b(?:per|an?|each|every)\b[\s-]*|\bp\.a\.)\s*(?P<per>[\w.]*)$", re.IGNORECASE)
_PERIODS = {
    "annum": "year",
    "yr": "year",
    "hr": "hour",
    "s": "second",
    "h": "hour",
    "ms": "millisecond",
    "km": "kilometer",
    "cm": "centimeter",
    "m": "meter",
    "kg": "kilogram",
    "ha": "hectare",
    "l": "liter",
    "litre": "liter",
    "": "year",
}


def read_unit(surface: str) -> Measure | None:
    """The unit that ``surface`` names, with what follows 'per' if it does.

    >>> read_unit("barrels a day")
    Measure(unit='barrel', factor=Decimal('1'), per='day')
    >>> read_unit("mtpa")
    Measure(unit='metric_ton', factor=Decimal('1000000'), per='year')
    >>> read_unit("-hectare").unit, read_unit("degrees Celsius").unit
    ('hectare', 'degree_Celsius')
    """
    surface = re.sub(r"\s+", " ", surface).strip(" \u00a0()[]{}<>")
    surface = re.sub(r"^(?:[-‑]|of )\s*", "", surface)
    if (known := _lookup(surface)) is not None:
        return known
    match = _PER.search(surface)
    if match is None or (known := _lookup(surface[: match.start()].rstrip(" -"))) is None:
        return None
    per = match["per"].lower()
    per = _PERIODS.get(per, per[:-1] if per.endswith("s") and len(per) > 3 else per)
    return known._replace(per=known.per or per)


def _lookup(surface: str) -> Measure | None:
    unit = unit_symbols().get(surface)
    for form in (surface, surface.replace("-", " "), surface.replace(" ", "-")):
        unit = unit or unit_names().get(form.lower())
    return Measure(unit.name, Decimal(unit.factor), unit.per) if unit else None
