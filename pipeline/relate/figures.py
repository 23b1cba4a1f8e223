"""Bound, change, rate, what is measured and restated amounts of figures."""

from __future__ import annotations

from pipeline.contract import Reading


def relate_figures(reading: Reading) -> Reading:
    """Bound, change, rate, what is measured and restated amounts of figures."""
    return reading
