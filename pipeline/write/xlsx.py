"""Tables as one workbook, a sheet per table, for spreadsheets."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from pipeline.tabulate.columns import Column, Type
from pipeline.tabulate.schema import TABLES

# Limits of the format: support.microsoft.com, 'Excel specifications and limits'.
CELL_LIMIT = 32_767
ROW_LIMIT = 1_048_576
_FIRST_YEAR = 1900
_CUT = " […cut]"
_WIDTHS: dict[Type, int] = {"string": 18, "integer": 10, "number": 16, "date": 12}
_WIDE = {"sentence": 60, "text": 30, "measures": 30, "name": 30, "title": 40, "detail": 60, "aliases": 30}
# The creation time is part of the bytes, so it is the same for every run.
_CREATED = datetime.datetime(2000, 1, 1)


def write_xlsx(frames: Mapping[str, pd.DataFrame], path: Path) -> None:
    """Write the frames to a workbook: numbers and dates as such, text always as text and never as a formula.

    A table with more rows than a sheet holds goes on in ``NAME 2``, and so on. Text longer than a cell holds is cut,
    and says so at its end. Days before 1900, which spreadsheets do not know, are text.

    Raises:
        OSError: the file cannot be written.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"title": "Tidings", "created": _CREATED})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "number": book.add_format({"num_format": "#,##0.########"}),
    }
    for name, frame in frames.items():
        for part, first in enumerate(range(0, max(len(frame), 1), ROW_LIMIT - 1), start=1):
            title = name if part == 1 else f"{name} {part}"
            _write_sheet(book.add_worksheet(title), frame[first : first + ROW_LIMIT - 1], TABLES[name].columns, formats)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(str(error)) from error


def _write_sheet(sheet: Any, frame: pd.DataFrame, columns: tuple[Column, ...], formats: dict[str, Any]) -> None:
    """Head row with the meaning of each column as a comment, then the rows."""
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, _WIDE.get(column.name, _WIDTHS[column.type]))
        sheet.write_string(0, number, column.name, formats["head"])
        sheet.write_comment(0, number, column.meaning)
        write = _cell_writer(sheet, number, column.type, formats)
        for row, value in enumerate(frame[column.name].tolist(), start=1):
            if not pd.isna(value) and value != "":
                write(row, value)
    sheet.autofilter(0, 0, max(1, len(frame)), len(columns) - 1)


def _cell_writer(sheet: Any, number: int, kind: Type, formats: dict[str, Any]) -> Callable[[int, Any], None]:
    """A function that writes one value of a column of this type into a row."""

    def write_text(row: int, value: Any) -> None:
        text = str(value)
        sheet.write_string(row, number, text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(_CUT)] + _CUT)

    def write_number(row: int, value: Any) -> None:
        sheet.write_number(row, number, value, formats["number"] if kind == "number" else None)

    def write_day(row: int, value: Any) -> None:
        if value.year < _FIRST_YEAR:
            write_text(row, value.date().isoformat())
        else:
            sheet.write_datetime(row, number, value.to_pydatetime(), formats["date"])

    return {"string": write_text, "integer": write_number, "number": write_number, "date": write_day}[kind]
