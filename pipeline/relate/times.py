"""Roles of times."""

from __future__ import annotations

from pipeline.contract import Reading


def relate_times(reading: Reading) -> Reading:
    """Roles of times."""
    return reading
