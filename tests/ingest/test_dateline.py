from __future__ import annotations

from datetime import date

import pytest

from pipeline.ingest.dateline import find_dateline, find_published
from pipeline.ingest.lines import split_lines

BODY = "The central bank raised its key rate by a quarter point, its governor said late in the evening."


@pytest.mark.parametrize(
    "dateline",
    [
        "(Bloomberg) -- ",
        "LONDON (Reuters) - ",
        "LONDON (Argus)–",
        "LONDON, June 24 (Reuters) - ",
        "NEW DELHI, June 24 (PTI) ",
        "BANGKOK, April 21 - ",
        "WASHINGTON, Feb. 17, 2025 —",
        "WASHINGTON, Sept. 3 (UPI) -- ",
        "NEW YORK, Aug. 29, 2025 /PRNewswire/ -- ",
        "HOUSTON--(BUSINESS WIRE)--",
        "LONDON/PARIS, 24 June 2025 (Reuters) - ",
        "Paris (AFP) – ",
        "SEOUL, Aug. 29 (Yonhap) -- ",
        "MOSCOW, August 29. /TASS/. ",
        "São Paulo — ",
        "NEW DELHI: ",
        "Mumbai: ",
        "LUXEMBOURG – ",
        "KHARTOUM, Sudan (AP) — ",
        "Tokyo, Friday, Aug. 29 — ",
    ],
)
@pytest.mark.parametrize(
    "above", ["Rates rise again\n\n", "Rates rise again\n* Second rise this year\n* More to follow, say analysts\n\n"]
)
def test_found(above: str, dateline: str) -> None:
    text = above + dateline + BODY
    found = find_dateline(text, split_lines(text))
    assert found is not None
    assert text[found.extent.start : found.extent.end].strip(" .") == dateline.strip(" .")


@pytest.mark.parametrize(
    "start",
    [
        "",
        "US-China trade - long a worry - fell. ",
        "EU–Japan trade fell. ",
        "OPEC - the cartel of oil exporters - met. ",
        "THE PRESIDENT: Thank you. ",
        "ANALYSIS: Why it matters. ",
        "On June 19, 1865 — decades after the founding — it ended. ",
        "Acme (ACM) shares rose. ",
        "The World Health Organization (WHO) said that. ",
        "London’s banks - all of them - fell. ",
        "Japan, India and others: a list. ",
        "Prime Minister Jane Doe - in office since May - said. ",
        "COVID—19 cases rose. ",
    ],
)
def test_no_dateline(start: str) -> None:
    text = f"Rates rise again\n\n{start}{BODY}"
    assert find_dateline(text, split_lines(text)) is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Rates rise\n\nLONDON, 24 June 2025 — " + BODY, "2025-06-24"),
        ("Rates rise\n\nWASHINGTON, Feb. 17, 2025 —" + BODY, "2025-02-17"),
        ("Rates rise\n24 Jun 2025, 13:18\n\n" + BODY, "2025-06-24"),
        ("* 7 October 2024\n  * Agency of Examples\n\n# Rates rise\n\n" + BODY, "2024-10-07"),
        ("Rates rise\nPublished: 24 June 2025 13:18 IST\n\n" + BODY, "2025-06-24"),
        ("Rates rise\nUpdated 25 June 2025\n\n" + BODY, "2025-06-25"),
        ("Rates rise\nUpdated 25 June 2025\nPublished 24 June 2025\n\n" + BODY, "2025-06-24"),
        ("Rates rise\nBy Jane Doe | June 24, 2025\n\n" + BODY, "2025-06-24"),
        ("Rates rise\nJune 24, 2025 • Jane Doe and John Roe\n\n" + BODY, "2025-06-24"),
        ("Rates rise\nThe Example Bureau - June 24, 2025 05:30 pm\n\n" + BODY, "2025-06-24"),
        ("Rates rise\n\n" + BODY + "\n\nBy Jane Doe\n24 June 2025\n\n" + BODY, "2025-06-24"),
        ("Rates rise\n\n" + BODY + "\n\nPublished Tue, Jun 24 20252:23 PM EDT\n\n" + BODY, "2025-06-24"),
        ("Budget Speech, 24 June 2025\n\n" + BODY, None),
        ("Rates rise\nStockholm, 24 June 2025\n\n" + BODY, "2025-06-24"),
        ("Rates rise\nTuesday, June 24, 2025 at 1:18 p.m. ET\n\n" + BODY, "2025-06-24"),
        ("Rates rise\n\n" + BODY + "\n\nPublication date\n\n30 April 2025\n\nAuthor\nAgency", "2025-04-30"),
        ("Rates rise\n\n" + BODY + "\n\nFirst published: 30 April 2025", "2025-04-30"),
        # no year, unless a full date of the same day gives it
        ("Rates rise\n\nTOKYO, Aug 29 (Agency) - " + BODY, None),
        ("Rates rise\n\nTOKYO, Aug 29 (Kyodo) - " + BODY + " The rule of August 29, 2025, stays.", "2025-08-29"),
        ("Rates rise\n\nTOKYO, Aug 29 (Kyodo) - " + BODY + " The rule of August 28, 2025, stays.", None),
        # dates that say something else
        ("Rates rise\n\n" + BODY + " It met on 24 June 2025.", None),
        ("Rates rise on 24 June 2025\n\n" + BODY, None),
        ("Rates rise\n\n" + BODY + "\n\n24 June 2025\n\n" + BODY, None),
        ("Rates rise\nWhen: 24 June 2025\n\n" + BODY, None),
        ("Rates rise\n30 February 2025\n\n" + BODY, None),
        ("Rates rise\nJune 2025\n\n" + BODY, None),
        ("", None),
    ],
)
def test_published(text: str, published: str | None) -> None:
    assert find_published(text) == (date.fromisoformat(published) if published else None)
