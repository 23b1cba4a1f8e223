"""Tables written by hand, and those of a run over the articles of the project."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.run import run
from pipeline.settings import Settings
from pipeline.tabulate.frames import frames
from pipeline.write import write_tables

GOLDEN = Path(__file__).parents[1] / "golden"
A, B = "0123456789ab", "ba9876543210"
SENTENCE = "Kitland will pay Osmond 500 shillings, or about 5 yen, by 2031; the other 5 yen are lent."
ROWS: dict[str, list[dict[str, Any]]] = {
    "articles": [
        {"article_id": A, "source": "a.txt", "title": "A loan", "published": date(2025, 8, 30), "words": 17}
        | {"published_from": "metadata", "outlet": "The Gazette", "language": "en", "sha256": "0"},
        {"article_id": B, "source": "b.txt", "title": "The loan", "published": date(2025, 9, 1), "words": 9}
        | {"published_from": "dateline", "language": "en", "sha256": "0"},
    ],
    "figures": [
        {"figure_id": f"{A}-f24", "article_id": A, "start_char": 24, "end_char": 37, "text": "500 shillings"}
        | {"kind": "money", "value": 500.0, "unit": "KES", "unit_from": "article", "bound": "=", "measures": "loan"}
        | {"base_value": 3.875, "base_currency": "USD", "fx_rate": 0.00775, "fx_date": date(2025, 8, 29)}
        | {"fx_source": "user", "rule": "money.name", "sentence": SENTENCE},
        {"figure_id": f"{A}-f48", "article_id": A, "start_char": 48, "end_char": 53, "text": "5 yen"}
        | {"kind": "money", "value": 5.0, "unit": "JPY", "unit_from": "name", "bound": "~", "measures": "loan"}
        | {"same_as": f"{A}-f24", "rate_gap": -0.25, "fx_source": "none", "rule": "money.name", "sentence": SENTENCE},
        {"figure_id": f"{A}-f74", "article_id": A, "start_char": 74, "end_char": 79, "text": "5 yen"}
        | {"kind": "money", "value": 5.0, "unit": "JPY", "unit_from": "name", "bound": "="}
        | {"fx_source": "none", "rule": "money.name", "sentence": SENTENCE},
    ],
    "parties": [
        {"party_id": f"{A}-p0", "article_id": A, "name": "Kitland", "type": "organization", "mentions": 2}
        | {"start_char": 0, "end_char": 7, "rule": "gazetteer"},
    ],
    "mentions": [
        {"party_id": f"{A}-p0", "article_id": A, "start_char": 0, "end_char": 7, "text": "Kitland", "form": "name"},
        {"party_id": f"{A}-p0", "article_id": A, "start_char": 99, "end_char": 106, "text": "Kitland", "form": "name"},
    ],
    "sectors": [
        {"sector_id": f"{A}-s120", "article_id": A, "start_char": 120, "end_char": 124, "text": "wind"}
        | {"sector": "clean_energy", "isic4": "D3510", "rule": "term:wind"},
    ],
    "timelines": [
        {"timeline_id": f"{A}-t58", "article_id": A, "start_char": 58, "end_char": 62, "text": "2031", "type": "date"}
        | {"value": "2031", "date_start": date(2031, 1, 1), "date_end": date(2031, 12, 31), "role": "deadline"}
        | {"rule": "year-prep", "sentence": SENTENCE},
    ],
    "deals": [
        {"deal_id": f"{A}-d13", "article_id": A, "start_char": 13, "end_char": 37, "text": "pay Osmond 500 shillings"}
        | {"name": "Osmond loan", "kind": "investment", "status": "agreed", "mentions": 1, "rule": "verb-money"}
        | {"story_id": f"{A}-d13", "sentence": SENTENCE},
        {"deal_id": f"{B}-d4", "article_id": B, "start_char": 4, "end_char": 8, "text": "loan", "name": "Osmond credit"}
        | {
            "kind": "investment",
            "mentions": 1,
            "rule": "amount",
            "story_id": f"{A}-d13",
            "sentence": "The loan grew.",
        },
    ],
    "links": [
        {"article_id": A, "from_table": "figures", "from_id": f"{A}-f24", "relation": "party"}
        | {"to_table": "parties", "to_id": f"{A}-p0", "role": "payer", "rule": "same-clause"},
        {"article_id": A, "from_table": "figures", "from_id": f"{A}-f24", "relation": "timeline"}
        | {"to_table": "timelines", "to_id": f"{A}-t58", "role": "", "rule": "behind"},
        {"article_id": A, "from_table": "deals", "from_id": f"{A}-d13", "relation": "figure"}
        | {"to_table": "figures", "to_id": f"{A}-f24", "role": "", "rule": "in-name"},
    ],
    "conflicts": [
        {"story_id": f"{A}-d13", "about": "amount", "deal_id": f"{B}-d4", "article_id": B, "value": "600 KES"}
        | {"tellings": 1, "row_id": f"{B}-f9", "text": "Sh600"},
    ],
}


@pytest.fixture
def by_hand(tmp_path: Path) -> Path:
    """A folder with the tables above."""
    write_tables(frames(ROWS), tmp_path, ["csv"])
    return tmp_path


@pytest.fixture(scope="session")
def golden_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of a run over the golden articles, all of which are plain files."""
    out = tmp_path_factory.mktemp("golden")
    run([GOLDEN], out, Settings(formats=("csv",), vague_times=True))
    return out
