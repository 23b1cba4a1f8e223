"""What the rules know, as data: TOML and CSV files with a head comment and an example beside each rule.

Every stage may read from here; nothing here looks at a text.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def toml(name: str) -> dict[str, Any]:
    """The parsed file ``name.toml`` of this folder; read once, so do not change what you get."""
    return tomllib.loads(_read(f"{name}.toml"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The records of ``name.csv`` of this folder; lines that start with ``#`` are comments."""
    lines = [line for line in _read(f"{name}.csv").splitlines() if line and not line.startswith("#")]
    return tuple(csv.DictReader(lines))


@cache
def words(name: str) -> frozenset[str]:
    """All strings in the lists of ``name.toml``, whatever their keys."""
    return frozenset(word for group in toml(name).values() for word in group)


def alternatives(phrases: Iterable[str]) -> str:
    r"""The source of a pattern for any of ``phrases``, the longest first; a blank stands for any white space.

    >>> alternatives(["to", "up to"])
    '(?:up\\s+to|to)'
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    forms = (r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return f"(?:{'|'.join(forms)})"


def _read(path: str) -> str:
    return files(__package__).joinpath(*path.split("/")).read_text(encoding="utf-8")
