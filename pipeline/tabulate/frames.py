"""Rows as pandas frames, with the schema's columns and types even where there is no row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from pandas.api.types import pandas_dtype

from pipeline.tabulate.columns import PANDAS_TYPES
from pipeline.tabulate.rows import Row
from pipeline.tabulate.schema import TABLES


def frame(table: str, rows: Sequence[Row]) -> pd.DataFrame:
    """The rows of ``table`` as a frame; values that are not known are missing, strings are empty."""
    columns = {
        column.name: pd.Series([row.get(column.name) for row in rows], dtype="object").astype(
            pandas_dtype(PANDAS_TYPES[column.type])
        )
        for column in TABLES[table].columns
    }
    return pd.DataFrame(columns)


def frames(rows: Mapping[str, Sequence[Row]]) -> dict[str, pd.DataFrame]:
    """All tables of the schema, in its order."""
    return {table: frame(table, rows.get(table, ())) for table in TABLES}
