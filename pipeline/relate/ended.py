"""Which quarter it is that 'the quarter ended June 30' speaks of."""

from __future__ import annotations

import re

from pipeline.contract import Reading, Time
from pipeline.gazetteers import toml
from pipeline.relate.closing import nearest

_END = re.compile(
    r"\s*(?:ended|ending|to|through)\s+(?:on\s+)?(?:(\d\d?)\s+)?([A-Za-z]+)\.?(?:\s+\d\d?)?(?:,?\s+(\d{4}))?"
)


def ended(reading: Reading, time: Time) -> str:
    """'the quarter ended June 30': the quarter of the calendar that ends then or last before."""
    match = _END.match(reading.after(time)[:50])
    month = toml("calendar")["months"].get(match[2].lower()) if match else None
    base = reading.article.published
    if match is None or month is None or not (base or match[3]):
        return ""
    year = (
        int(match[3])
        if match[3]
        else int(nearest([f"{base.year - k:04d}-{month:02d}" for k in (0, 1)], base, -1)[:4])
        if base
        else 0
    )
    return f"{year:04d}-Q{month // 3}" if month >= 3 else f"{year - 1:04d}-Q4"
