"""Links of figures and deals to parties, sectors, times and amounts."""

from __future__ import annotations

from pipeline.contract import Reading


def relate_links(reading: Reading) -> Reading:
    """Links of figures and deals to parties, sectors, times and amounts."""
    return reading
