"""The data dictionary, made from the schema."""

from __future__ import annotations

from pipeline.tabulate.schema import TABLES


def data_dictionary() -> str:
    """All tables and columns in Markdown, as the README shows them."""
    parts = []
    for table in TABLES.values():
        lines = [f"### `{table.name}`: {table.row}", "", "| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{column.name}` | {column.type} | {column.meaning} |" for column in table.columns]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)
