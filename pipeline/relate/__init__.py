"""Values -> links: same amount, who, which sector, by when, whose role.

Each step takes a ``Reading`` and gives a fuller one; none looks at the Doc any more, only at the facts and the text.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.contract import Reading
from pipeline.relate.figures import relate_figures
from pipeline.relate.links import relate_links
from pipeline.relate.parties import relate_parties
from pipeline.relate.symbols import relate_symbols
from pipeline.relate.times import relate_times

STEPS: tuple[Callable[[Reading], Reading], ...] = (
    relate_figures,
    relate_times,
    relate_parties,
    relate_symbols,
    relate_links,
)


def relate(reading: Reading) -> Reading:
    """All steps in order."""
    for step in STEPS:
        reading = step(reading)
    return reading
