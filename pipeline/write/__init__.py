"""Tables -> files, one module per format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from pipeline.write.csv import write_csv

WORKBOOK = "tidings.xlsx"


def write_tables(frames: Mapping[str, pd.DataFrame], out: Path, formats: Iterable[str]) -> None:
    """Write all tables to the folder ``out`` in each of the formats.

    Raises:
        OSError: a file cannot be written.
    """
    for name in formats:
        if name == "xlsx":
            from pipeline.write.xlsx import write_xlsx

            write_xlsx(frames, out / WORKBOOK)
        else:
            write_csv(frames, out)
