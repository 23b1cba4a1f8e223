"""Units: surface to pint's name, factor and what it is per."""

from __future__ import annotations

import pint
import pytest

from pipeline.gazetteers import rows
from pipeline.normalise.units import read_unit

UNITS = [
    ("MW", "megawatt", "1", ""),
    ("kWh", "kilowatt_hour", "1", ""),
    ("-hectare", "hectare", "1", ""),
    ("barrels", "barrel", "1", ""),
    ("barrels a day", "barrel", "1", "day"),
    ("barrels/day", "barrel", "1", "day"),
    ("bpd", "barrel", "1", "day"),
    ("mb/d", "barrel", "1000000", "day"),
    ("tonnes of CO2 a year", "metric_ton", "1", "year"),
    ("mtpa", "metric_ton", "1000000", "year"),
    ("Mt", "megatonne", "1", ""),
    ("bcm", "cubic_meter", "1000000000", ""),
    ("sq ft", "square_foot", "1", ""),
    ("km/h", "kilometer", "1", "hour"),
    ("kilometres per hour", "kilometer", "1", "hour"),
    ("Mbps", "megabit", "1", "second"),
    ("degrees Celsius", "degree_Celsius", "1", ""),
    ("square\nmiles", "square_mile", "1", ""),
]

# Counted in the trade, unknown to pint
_NOT_PINT = {"MMBtu", "TEU", "barrel_of_oil_equivalent", "deadweight_ton", "gross_ton", "passenger_kilometer"}
_NOT_PINT |= {"part_per_billion", "quintal"}


@pytest.mark.parametrize(("surface", "unit", "factor", "per"), UNITS)
def test_unit(surface: str, unit: str, factor: str, per: str) -> None:
    known = read_unit(surface)
    assert known is not None
    assert (known.unit, str(known.factor), known.per) == (unit, factor, per)


@pytest.mark.parametrize("surface", ["", "apples", "9**9", "bps of"])
def test_no_unit(surface: str) -> None:
    assert read_unit(surface) is None


def test_pint_knows_the_names() -> None:
    registry = pint.UnitRegistry()
    names = sorted({row["unit"] for row in rows("units")} - _NOT_PINT)
    spelled = [
        name.replace("square_", "square ").replace("cubic_", "cubic ").replace("_meter", " meter") for name in names
    ]
    for name in spelled:
        registry.parse_units(name)
