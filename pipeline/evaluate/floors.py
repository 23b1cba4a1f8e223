"""``floors.json`` beside the gold files: what the scores must not fall under. Floors only rise.

    {"corpus": "0123456789abcdef", "scores": {"figures": 0.95}, "fields": {"figures.bound": 0.9}}

``scores`` are F1 values by table, ``fields`` accuracies; ``corpus`` is the digest of the gold files and articles
that the floors were measured on.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.contract import UserError
from pipeline.evaluate.gold import digest
from pipeline.evaluate.score import SIX, Scores

FLOORS = "floors.json"
_STEPS = 1000


class FloorsError(UserError):
    """A floors file that cannot be used; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The least F1 by table and the least accuracy by field."""

    scores: Mapping[str, float] = field(default_factory=dict)
    fields: Mapping[str, float] = field(default_factory=dict)
    corpus: str = ""

    def breaches(self, scores: Scores) -> list[str]:
        """What lies under its floor, one sentence each; a table or field that is not measured any more does too."""
        measured = {table: tally.f1 for table, tally in scores.tables.items()}
        accuracies = {name: accuracy.value for name, accuracy in scores.fields.items()}
        return [
            f"{name} is {'not measured' if value is None else f'{value:.4f}'}, under its floor of {floor:.4f}"
            for floors, values in ((self.scores, measured), (self.fields, accuracies))
            for name, floor in floors.items()
            if (value := values.get(name)) is None or value < floor
        ]


def read_floors(folder: Path) -> Floors | None:
    """The floors of a folder of gold files; None if it has none.

    Raises:
        FloorsError: the file is not as it should be.
    """
    path = folder / FLOORS
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        scores, fields = ({str(k): float(v) for k, v in data.get(group, {}).items()} for group in ("scores", "fields"))
        return Floors(scores, fields, str(data.get("corpus", "")))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        msg = f"{path} is not a floors file: {error}"
        raise FloorsError(msg) from error


def raise_floors(folder: Path, scores: Scores) -> Floors:
    """Write the floors of a folder: those there, and where ``scores`` are higher, these, rounded down to a thousandth.

    Raises:
        FloorsError: the file that is there is not as it should be.
    """
    old = read_floors(folder) or Floors()
    tables = {table: scores.tables[table].f1 for table in SIX if table in scores.tables}
    fields = {name: accuracy.value for name, accuracy in scores.fields.items() if accuracy.value is not None}
    floors = Floors(_higher(old.scores, tables), _higher(old.fields, fields), digest(folder))
    written = {"corpus": floors.corpus, "scores": floors.scores, "fields": floors.fields}
    (folder / FLOORS).write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8", newline="\n")
    return floors


def _higher(old: Mapping[str, float], new: Mapping[str, float]) -> dict[str, float]:
    rounded = {name: math.floor(round(value * _STEPS, 6)) / _STEPS for name, value in new.items()}
    return {
        name: max(old.get(name, 0.0), rounded.get(name, 0.0)) for name in [*old, *(n for n in rounded if n not in old)]
    }
