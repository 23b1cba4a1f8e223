from __future__ import annotations

from datetime import date

import pytest

from pipeline.ingest.dates import read_date

JUNE_24 = date(2025, 6, 24)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-06-24", JUNE_24),
        ("2025-06-24T13:18:00Z", JUNE_24),
        ("2025-06-24T23:59:59.123456-11:00", JUNE_24),
        ("2025-06-24 00:10:00+05:30", JUNE_24),
        ("2025/06/24", JUNE_24),
        ("2025.6.24", JUNE_24),
        ("20250624", JUNE_24),
        ("20250624T131800Z", JUNE_24),
        ("24 Jun 2025, 13:18", JUNE_24),
        ("13:18, 24 Jun 2025", JUNE_24),
        ("1:18 PM EDT, Tue June 24, 2025", JUNE_24),
        ("Tue, 24 Jun 2025 13:18:00 +0200", JUNE_24),
        ("Tue, 24 Jun 2025 13:18:00 GMT", JUNE_24),
        ("Tue Jun 24 13:18:00 2025", JUNE_24),
        ("24-Jun-2025", JUNE_24),
        ("24th of June, 2025", JUNE_24),
        ("June 24, 2025", JUNE_24),
        ("Jun. 24th 2025 at 1:18 p.m. ET", JUNE_24),
        ("Tuesday, June 24, 2025", JUNE_24),
        ("29 August 2025", date(2025, 8, 29)),
        ("Sept. 1, 2025", date(2025, 9, 1)),
        ("24.06.2025", JUNE_24),
        ("01.02.2025", date(2025, 2, 1)),
        ("24/06/2025", JUNE_24),
        ("06/24/2025", JUNE_24),
        ("05/05/2025", date(2025, 5, 5)),
        ("  2025-06-24  ", JUNE_24),
    ],
)
def test_read(written: str, day: date) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "yesterday",
        "June 2025",
        "2025",
        "202506",
        "06/05/2025",  # the 6th of May or the 5th of June
        "30 February 2025",
        "2025-13-01",
        "2025-02-30",
        "99999-01-01",
        "0000-01-01",
        "24 Jun 20255",
        "1750771080",
        "2025-W26",
        "24/06/25",
    ],
)
def test_not_invented(written: str) -> None:
    assert read_date(written) is None
