"""Tables as UTF-8 CSV, one file each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd


def write_csv(frames: Mapping[str, pd.DataFrame], folder: Path) -> None:
    """Write ``TABLE.csv`` for every frame: line feeds, RFC 4180 quotes, ISO 8601 dates, missing values empty."""
    for name, frame in frames.items():
        frame.to_csv(folder / f"{name}.csv", index=False, encoding="utf-8", lineterminator="\n", date_format="%Y-%m-%d")
