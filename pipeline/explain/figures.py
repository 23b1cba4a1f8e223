"""How a figure's values came about: number, scale, unit, bound, rate."""

from __future__ import annotations

from decimal import Decimal

from pipeline.explain.layout import Section
from pipeline.explain.links import describe
from pipeline.explain.made import Made, figure_of, made
from pipeline.explain.rules import meaning
from pipeline.explain.tables import Found, number
from pipeline.normalise.figure_parts import rest
from pipeline.normalise.numbers import plain

Line = tuple[str, ...]


def figure_sections(found: Found) -> list[Section]:
    """The steps from the text to the columns, and the figures that restate one another."""
    return [Section("how its value was made", [*_value(found), *_words(found), *_base(found)]), *_restated(found)]


def _value(found: Found) -> list[Line]:
    """The numbers of the text, what they are multiplied by, and what comes out."""
    row, how = found.row, made(found)
    unit = row["unit"] or "(without a unit)"
    lines: list[Line] = [(step.name, step.told) for step in how.steps]
    told = {name: number(row, name) for name in ("value", "low", "high")}
    for name, value in told.items():
        if value is not None:
            lines.append((name, f"{_product(how, name)}{shown(value)} {unit}"))
    if not how.agrees(told):
        lines.append(("", "the text alone does not give this value: the table may be of another version"))
    reason = meaning("unit_from", row["unit_from"])
    lines.append(("unit", unit + _surface(found) + (f" ({row['unit_from']}: {reason})" if reason else "")))
    return lines


def _surface(found: Found) -> str:
    """The words of the text that name the currency or the physical unit."""
    row = found.row
    if row["kind"] not in ("money", "measure") or row["unit_from"] in ("next", "previous"):
        return ""
    surface = " ".join(rest(row["text"], figure_of(row)).split()).strip("-")
    return f", written '{surface}'" if surface else ""


def _product(how: Made, name: str) -> str:
    """'10 × 1,000,000 = ', where anything is multiplied at all."""
    factors = how.factors.get(name, ())
    return " × ".join(shown(factor) for factor in factors) + " = " if len(factors) > 1 else ""


def _words(found: Found) -> list[Line]:
    """What the words around the figure add."""
    row = found.row
    lines: list[Line] = [("bound", f"{row['bound']} ({meaning('bound', row['bound'])})")]
    lines += [(name, row[name]) for name in ("per", "change", "measures") if row[name]]
    return lines


def _base(found: Found) -> list[Line]:
    """Money in the base currency: the rate, its source and its day."""
    row = found.row
    if not row["fx_source"]:
        return []
    source = meaning("fx_source", row["fx_source"])
    rate, value, base = number(row, "fx_rate"), number(row, "value"), number(row, "base_value")
    if rate is None or row["fx_source"] == "same":
        return [("rate", f"none: {source}")]
    day = f", of {row['fx_date']}" if row["fx_date"] else ""
    lines = [("rate", f"{shown(rate)} {row['base_currency']} for 1 {row['unit']} ({row['fx_source']}: {source}{day})")]
    published = found.article["published"]
    lines.append(
        ("base date", f"{published}, when the article was published; the rate is of that day or the last one before")
        if published
        else ("base date", "none, as the article's day of publication is unknown: the newest rate")
    )
    if base is None or value is None:
        return [*lines, ("base value", "none: a range has the rate alone")]
    return [*lines, ("base value", f"{shown(value)} × {shown(rate)} = {shown(base)} {row['base_currency']}")]


def _restated(found: Found) -> list[Section]:
    """The figure that this one restates, and those that restate it."""
    row = found.row
    lines: list[Line] = []
    if row["same_as"]:
        first = found.by_id("figures", row["same_as"])
        lines.append(("restates", describe("figures", first), row["same_as"]))
    if gap := number(row, "rate_gap"):
        side = "more" if gap > 0 else "less"
        lines.append(("rate gap", f"{shown(abs(gap) * 100)}% {side} than that at the reference rate"))
    lines += [
        ("restated by", describe("figures", other), other["figure_id"])
        for other in found.tables["figures"]
        if other["same_as"] == found.row_id
    ]
    return [Section("told again", lines)]


def shown(value: Decimal) -> str:
    """A number with commas and without useless zeros."""
    return f"{plain(value):,f}"
