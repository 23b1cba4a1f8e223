"""Posts and countries of people and organisations."""

from __future__ import annotations

from pipeline.contract import Reading


def relate_parties(reading: Reading) -> Reading:
    """Posts and countries of people and organisations."""
    return reading
