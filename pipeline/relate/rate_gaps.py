"""Two amounts of money held against the reference rate of the day; the column ``rate_gap``."""

from __future__ import annotations

from decimal import Context, Decimal

from pipeline.contract import Figure

_FOUR_PLACES = Decimal("0.0001")
# Enough for the ratio of any two amounts that can be written out.
_WIDE = Context(prec=200)


def ratio(figure: Figure, other: Figure) -> Decimal | None:
    """How many times ``other`` the figure is at the reference rate; of a range, the end that is farther off.

    None where a rate or an amount is missing, or ``other`` is nothing.
    """
    if figure.fx_rate is None or other.fx_rate is None:
        return None
    pairs = zip(_amounts(figure), _amounts(other), strict=True)
    found = [ours * figure.fx_rate / (theirs * other.fx_rate) for ours, theirs in pairs if ours is not None and theirs]
    return max(found, key=_distance, default=None)


def _amounts(figure: Figure) -> tuple[Decimal | None, ...]:
    """The value, the lower and the upper end, those that are not there as None."""
    return figure.value, figure.low, figure.high


def _distance(times: Decimal) -> Decimal:
    """How far a ratio is from one, whichever of the two amounts is the larger one."""
    return max(abs(times), 1 / abs(times)) if times else Decimal("Infinity")


def rate_gap(figure: Figure, other: Figure) -> Decimal | None:
    """How far ``figure`` is from ``other`` at the reference rate: 0.02 is two per cent more; None if unknown.

    Four decimal places, half to even.
    """
    if figure.kind != "money" or other.kind != "money" or figure.unit == other.unit:
        return None
    times = ratio(figure, other)
    if times is None:
        return None
    return (times - 1).quantize(_FOUR_PLACES, context=_WIDE) or Decimal(0)  # never -0
