from __future__ import annotations

import re
from itertools import pairwise

import pytest

from pipeline.gazetteers import toml
from pipeline.ingest.furniture import find_furniture
from pipeline.ingest.lines import split_lines
from pipeline.ingest.stamps import is_page_line, is_person_caption

TITLE = "Bank of Oslo raises rates to 5% as prices climb"
BODY = "The Bank of Oslo raised its key rate to 5% on Friday, its governor said, and prices rose 3%."
MORE = "Analysts had expected 4.75%, a survey of 20 of them showed last week, and most now see one more step."


def furniture(text: str, title: str = TITLE) -> list[str]:
    return [text[extent.start : extent.end] for extent in find_furniture(text, title)]


@pytest.mark.parametrize("group", ["starts", "ends", "edges"])
def test_every_rule_has_an_example_that_it_finds(group: str) -> None:
    for rule in toml("furniture")[group]:
        pattern = re.compile(rule["pattern"], re.IGNORECASE)
        found = pattern.search(rule["example"]) if group == "ends" else pattern.match(rule["example"])
        assert found, rule["name"]


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Loading... Loading IST...",
        "Scanning sources...",
        "READ MORE",
        "🔗 View Source",
        "**Related articles**",
        "Also Read | Markets close at a record",
        "Read more: Markets close at a record",
        "Share this article",
        "Image Source: PM NaMo",
        "Photo: Jane Doe/AFP",
        "Photo by Jane Doe",
        "The port of Lagos at night (File photo)",
        "Workers leave a factory in Lagos in May 2024. REUTERS/Jane Doe",
        "The governor speaks in Oslo. (Photo by Jane Doe / AFP)",
        "Cranes in the port, seen from the sea | Photo Credit: Getty Images",
        "© 2025 The Example Times. All rights reserved.",
        "Copyright 2025 The Example Times",
        "This website uses cookies to improve your experience",
        "Sign up for our daily newsletter",
        "Follow us on WhatsApp",
        "Home > Business > Markets",
        "2 min read",
        "To contact the reporter on this story: Jane Doe in Oslo at jdoe@example.org",
        "(Reporting by Jane Doe in London; editing by John Roe)",
        "(With inputs from agencies)",
        "(The writer is the chair of an institute of builders)",
        "The views expressed are personal",
        "(This story has not been edited by our staff.)",
        "This is a developing story...",
        "_(Adds detail on prices in paragraph 3)_",
        "Editor’s note: An earlier version named another bank.",
        "---|---",
        "\\###",
        "-30-",
        "ENDS",
        "Media contact: Jane Doe, +47 123",
        "For more information, please contact the press office",
    ],
)
def test_lines_of_the_page(line: str) -> None:
    text = f"{TITLE}\n\n{BODY}\n\n{line}\n\n{MORE}"
    assert [found.strip() for found in furniture(text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Photos of the port cost $5 million, the city said.",
        "Related companies paid 5% of the total.",
        "Read in parliament on Friday, the bill grants $5 million.",
        "The author of the report is the Bank of Oslo.",
        "Reporting by the bank shows that 5% of loans are late.",
        "Share prices rose 3%",
        "Print media lost 5% of their readers",
        "Loading of ships at the port of Lagos fell 5%",
        "The story was worth $5 million to the paper",
        "By 2030 the bank wants to lend $5 million",
        "Copyright law will change in 2026",
        "For more than five years, the bank paid 5%.",
        "Contact between the two banks ended in 2024",
        "Home prices rose 5%",
        "Tables and figures: 12",
        "30",
        "5%",
        "Energy",
        "Follow the money: $5 million went to Oslo",
        "Subscribe to shares worth $5 million",
        "Sources close to the bank said that it paid $5 million.",
        "24 June 2025",
        "[The bank raised rates again in the same week](https://example.org) and paid $5 million",
    ],
)
def test_lines_of_the_text(line: str) -> None:
    text = f"{TITLE}\n\n{BODY}\n\n{line}\n\n{MORE}"
    assert "".join(furniture(text)) in ("", "](https://example.org)")


# Lines that begin with ~ are furniture, the others are not.
PAGES = [
    # the page above the title, and stamps and names below it
    f"~[News](https://example.org)\n~24 June 2025\n~Ministry of Rates\n# {TITLE}\n~By Jane Doe\n~24-Jun-2025\n{BODY}",
    f"{TITLE}\n\n~By Jane Doe and John Roe\n~Updated: 24 June 2025, 13:18 IST\n\n{BODY}\n\n{MORE}",
    f"{TITLE}\n~Jane Doe\n~24-Jun-2025\n~Jump to\n~[Full story](#full)\n~[Contact us](https://example.org)\n{BODY}",
    f"{TITLE}\n~Example Editorial\n~24-Jun-2025\n* Rate goes to 5%\n* Prices rise\n\n{BODY}",
    f"{TITLE}\n~By Jane Doe | June 24, 2025\n\n{BODY}",
    # a summary below the title is text
    f"{TITLE}\n\nRise of 25 basis points is the third this year\n\n{BODY}",
    # the title again, whole and in part
    f"{TITLE}\n\n{BODY}\n\n~{TITLE}\n~Image Source: Doe\n\n{MORE}",
    f"{TITLE}\n\n{BODY}\n\n~Bank of Oslo raises rates to 5%\n\n{MORE}",
    f"{TITLE}\n\n{BODY}\n\n~{TITLE} | The Example\n\n{MORE}",
    # captions that name people
    f"{TITLE}\n\n~President Jane Doe\n\n{BODY}",
    f"{TITLE}\n\n~PM Jane Doe and US President John Roe\n\n{BODY}",
    f"{TITLE}\n\nPresident Jane Doe signs 5% Law\n\n{BODY}",
    # the foot of the page
    f"{TITLE}\n\n{BODY}\n\n~Loading... Loading IST...\n~AGE OF EXAMPLES\n~WORLD-EXCLUSIVE\n\n"
    "~🔦 Newsroom Feed\n~Font Replacer Active",
    f"{TITLE}\n\n{BODY}\n\n{MORE}\n~Related articles\n~Markets close at 5,000\n~Oil falls 3%\n~©2025 Example L.P.",
    f"{TITLE}\n\n{BODY}\n\n~Publication date\n\n~24 June 2025\n\n~Author\n~[Agency of Examples](https://example.org)",
    # an advertisement in a list, and a table with a line for every cell
    f"{TITLE}\n\n{BODY}\n\n* Rates: 5%\n~ADVERTISEMENT\n* Prices: 3%",
    f"{TITLE}\n\n{BODY}\n\n~Date\nRate\nMay 2025\n4.75%\nJune 2025\n5%",
    # a list of names in the text is text
    f"{TITLE}\n\n{BODY} The banks are:\n  * National Bank of Examples\n  * Bank of Oslo\n\n{MORE}",
    # wrapped lines are read as one sentence, also where a line looks like furniture
    f"{TITLE}\n\nThe Bank of Oslo raised its key rate to 5% on Friday, its governor\n"
    "said, and prices rose 3%, which is\n"
    "more than analysts had expected before the meeting, and they want to\nsee more\n"
    "than one step of the kind in the year that follows, most of them\n"
    "told a survey of last week, which had been agreed on in the meeting\nof March 8, 2013.\n\n"
    "~To contact the reporter on this story: Jane Doe in Oslo at the paper\n~or by phone (202) 646",
]


@pytest.mark.parametrize("page", PAGES)
def test_pages(page: str) -> None:
    text = page.replace("~", "")
    wanted = {line.lstrip("~") for line in page.split("\n") if line.startswith("~")}
    places = find_furniture(text, TITLE)
    found = {
        text[line.start : line.end]
        for line in split_lines(text)
        if any(extent.start <= line.start and line.end <= extent.end for extent in places)
    }
    assert found == wanted
    kept = [line for line in split_lines(text) if text[line.start : line.end] not in wanted]
    assert not [line for line in kept for extent in places if extent.overlaps((line.start, line.end))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("OSLO, June 24 (Reuters) - The bank", ["OSLO, June 24 (Reuters) - "]),
        ("(Bloomberg) -- The bank", ["(Bloomberg) -- "]),
        ("the [bank](https://example.org/a(1)?x=5) of", ["](https://example.org/a(1)?x=5)"]),
        ("the ![5% up](https://example.org/5.png) bank", ["![5% up](https://example.org/5.png)"]),
        (
            'the <span style="top: 5px">bank</span> <!-- 5% --> and',
            ['<span style="top: 5px">', "</span>", "<!-- 5% -->"],
        ),
        (
            "see https://example.org/2025/5 and www.example.org or jane@example.org, it",
            ["https://example.org/2025/5", "www.example.org", "jane@example.org"],
        ),
        ("if 3 < 5 and 7 > 6, the", []),
        ("prices [in brackets] (and 5%) of", []),
    ],
)
def test_inline(line: str, found: list[str]) -> None:
    text = f"{TITLE}\n\n{line} raised its key rate to 5% on Friday, its governor said, and prices rose."
    assert furniture(text) == found


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("\n Reuter", ["Reuter"]),
        (" Reuter", [" Reuter"]),
        (" - AFP", [" - AFP"]),
        (" — Bernama", [" — Bernama"]),
        (" (PTI)", [" (PTI)"]),
        (" The governor told Reuters.", []),
        (" It was first told by AFP", []),
        (" The paper is the Example.", []),
    ],
)
def test_credit_at_the_end(end: str, found: list[str]) -> None:
    assert furniture(f"{TITLE}\n\n{BODY}{end}") == found


def test_person_caption_needs_a_block_of_its_own() -> None:
    (line,) = split_lines("President Jane Doe and Minister of Trade John Roe")
    assert is_person_caption(line)
    for text in (
        "President Jane Doe said so",
        "President Jane Doe.",
        "- President Jane Doe",
        "Jane Doe",
        "President Doe",
    ):
        (line,) = split_lines(text)
        assert not is_person_caption(line)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a",
        "Title\n",
        "x" * 100_000,
        "[" * 100_000,
        "(" * 50_000,
        "- " * 50_000,
        "<!--" * 30_000,
        "a.b@" * 30_000,
    ],
)
def test_hostile(text: str) -> None:
    extents = find_furniture(text, text[:50])
    assert all(0 <= extent.start < extent.end <= len(text) for extent in extents)


def test_in_order_without_overlaps() -> None:
    extents = find_furniture("Loading...\n" * 50 + TITLE + "\n\n" + BODY + "\nhttps://example.org\nREAD MORE\n", TITLE)
    assert all(a.end < b.start for a, b in pairwise(extents))


def test_a_long_sentence_is_no_page_line() -> None:
    (line,) = split_lines("Read more: " + "word " * 80)
    assert not is_page_line(line)
