from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest.metadata import Facts, facts_for

FULL = Facts("Rates, and “more”", date(2025, 6, 24), "The Example", "https://example.org/a")


def write(folder: Path, text: str, name: str = "metadata.csv") -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text.encode())


@pytest.mark.parametrize(
    "text",
    [  # quoted fields, a mark and CRLF, other orders and columns, a field of two lines
        'source,published,title,outlet,url\na.txt,2025-06-24,"Rates, and “more”",The Example,https://example.org/a\n',
        '\ufeffsource,published,title,outlet,url\r\na.txt,24 Jun 2025,"Rates, and “more”",The Example,https://example.org/a\r\n',
        "url, Title ,SOURCE,,published,outlet\n"
        'https://example.org/a,"Rates, and “more”",./a.txt,,2025/06/24,The Example',
        'source,published,title,outlet,url\nb.txt,,,,\n"a.txt",2025-06-24,"Rates,\n and “more”",The Example,https://example.org/a',
    ],
)
def test_read(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    assert facts_for(tmp_path / "a.txt", "a.txt") == FULL


def test_only_source(tmp_path: Path) -> None:
    write(tmp_path, "source\na.txt\n")
    assert facts_for(tmp_path / "a.txt", "a.txt") == Facts()


def test_the_nearest_file_has_the_first_word(tmp_path: Path) -> None:
    write(tmp_path, "source,title,outlet\nsub/a.txt,Far,Outlet\n")
    write(tmp_path, "source,title\na.txt,Near\n", "sub/metadata.csv")
    assert facts_for(tmp_path / "sub" / "a.txt", "sub/a.txt") == Facts(title="Near", outlet="Outlet")
    assert facts_for(tmp_path / "sub" / "a.txt", "a.txt") == Facts(title="Near")


@pytest.mark.parametrize(
    "text", ["", "name,published\na.txt,2025-01-01\n", "source\x00", '"', "source\n" + "x" * 200_000]
)
def test_what_cannot_be_used_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str) -> None:
    write(tmp_path, text)
    with caplog.at_level(logging.WARNING):
        assert facts_for(tmp_path / "a.txt", "a.txt") == Facts()
    assert "metadata.csv is not used" in caplog.text


def test_a_wrong_date_is_told_and_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path, "source,published,title\na.txt,30 February 2025,Rates\n")
    with caplog.at_level(logging.WARNING):
        assert facts_for(tmp_path / "a.txt", "a.txt") == Facts(title="Rates")
    assert "30 February 2025" in caplog.text


def test_rows_of_odd_length(tmp_path: Path) -> None:
    write(tmp_path, "source,title\na.txt\na.txt,Rates,too,many\n\nb.txt,B\n")
    assert facts_for(tmp_path / "b.txt", "b.txt") == Facts(title="B")


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, "source,title\na.txt,First\n")
    assert facts_for(tmp_path / "a.txt", "a.txt").title == "First"
    write(tmp_path, "source,title\na.txt,The second\n")
    assert facts_for(tmp_path / "a.txt", "a.txt").title == "The second"
