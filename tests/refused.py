"""What is said of a user's file that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import SettingsError, load


def refusal(setting: str, text: str, folder: Path) -> str:
    """What ``load`` says of a file with this text: one sentence that names the file and a line of it."""
    path = folder / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load(**{setting: path})
    said = str(caught.value)
    assert said.startswith(f"{setting} cannot be {str(path)!r}: line ")
    assert "\n" not in said
    return said
