"""The named fields of a phrase of time, read with the words of the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from pipeline.gazetteers import toml
from pipeline.match.time_lexer import Token


class Value(NamedTuple):
    """What a phrase of time says: TIMEX3 type, value and modifier, and its days where the value does not give them."""

    type: str
    value: str
    mod: str = ""
    days: tuple[date | None, date | None] | None = None


IMPOSSIBLE = Value("date", "")
CALENDAR: Mapping[str, Mapping[str, Any]] = toml("calendar")
_CUES = toml("time_cues")["classes"]
_UNITS = {**CALENDAR["units"], **CALENDAR["unit_plurals"]}
_DAYS = {**CALENDAR["weekdays"], **CALENDAR["weekday_plurals"]}
_MODS = {"earlier": "START", "later": "END", "turn": "START", "midway": "MID"}


class Fields:
    """Named stretches of a phrase, and their meaning; ``order`` is how the outlet's country writes dates of digits."""

    def __init__(self, named: Mapping[str, Sequence[Token]], order: str = "") -> None:
        self._named = named
        self.order = order

    def __contains__(self, name: str) -> bool:
        return name in self._named

    def tokens(self, name: str) -> Sequence[Token]:
        """The tokens of a field; empty if it is not there."""
        return self._named.get(name, ())

    def words(self, *names: str) -> list[str]:
        """The words of the first of the fields that is there."""
        for name in names:
            if name in self._named:
                return [token.text.rstrip(".") if len(token.text) > 2 else token.text for token in self._named[name]]
        return []

    def text(self, *names: str) -> str:
        """The words of the first of the fields that is there, joined by blanks."""
        return " ".join(self.words(*names))

    def month(self, name: str = "m") -> int | None:
        """The number of a month."""
        return CALENDAR["months"].get(self.text(name))

    def weekday(self, *names: str) -> int | None:
        """The number of a weekday; Monday is 1."""
        return _DAYS.get(self.text(*names or ("wd",)))

    def unit(self, *names: str) -> str:
        """The letter of a unit."""
        return str(_UNITS.get(self.text(*names or ("u",)), ""))

    def ordinal(self, name: str) -> int | None:
        """'third', '3rd', 'twenty-ninth' and '29' as a number; -1 is the last."""
        words = [word for word in self.words(name) if word.isalnum()]
        return read_ordinal(words)

    def year(self, name: str = "y", base: date | None = None) -> int | None:
        """A year of four digits, or of two: then the one nearest to ``base``."""
        digits = "".join(c for c in self.text(name) if c.isdigit())
        return full_year(digits, base) if digits else None

    def number(self, name: str = "n") -> Decimal | None:
        """'five', '2.5', 'two and a half'; None for 'several'."""
        return read_number(self.words(name))

    def mod(self, *names: str) -> str:
        """START, MID or END of 'early', 'mid-', 'the end of'."""
        words = self.words(*names or ("p",))
        for word in words:
            for mod in ("start", "mid", "end"):
                if word in _CUES[mod]:
                    return mod.upper()
            if word in _MODS:
                return _MODS[word]
        return ""

    def offset(self, *names: str) -> int:
        """-1 for 'last', 1 for 'next', else 0."""
        words = self.words(*names or ("dir",))
        if "past" in words or any(word in _CUES["past"] for word in words):
            return -1
        return 1 if any(word in _CUES["next"] for word in words) else 0


def read_ordinal(words: Sequence[str]) -> int | None:
    """The number of 'third', '3rd', 'twenty ninth', '29'.

    >>> read_ordinal(["twenty", "ninth"])
    29
    """
    total = 0
    for word in words:
        digits = "".join(c for c in word if c.isdigit())
        if digits:
            return int(digits)
        if word in ("last", "latter"):
            return -1
        value = CALENDAR["ordinals"].get(word, CALENDAR["numbers"].get(word))
        if value is None:
            return None
        total += value
    return total or None


def full_year(digits: str, base: date | None = None) -> int:
    """A year from two or four digits; two mean the year nearest to ``base``, no more than 30 years ahead of it.

    >>> full_year("25"), full_year("87", date(2020, 1, 1))
    (2025, 1987)
    """
    year = int(digits)
    if len(digits) > 2:
        return year
    around = base.year if base else 2020
    return max(century + year for century in (1800, 1900, 2000, 2100) if century + year <= around + 30)


def read_number(words: Sequence[str]) -> Decimal | None:
    """The number that the words say; None where they say none.

    >>> read_number(["two", "and", "a", "half"]), read_number(["twenty", "-", "five"])
    (Decimal('2.5'), Decimal('25'))
    """
    total, part, known = Decimal(0), Decimal(0), False
    plain = [word for word in words if word[0].isalnum()]
    for i, word in enumerate(plain):
        if word[0].isdigit():
            part, known = part + _digits(word), True
        elif word == "half":
            part, known = part + Decimal("0.5"), True
        elif word in ("a", "an"):
            if i + 1 < len(plain) and plain[i + 1] in ("half", "few", "couple", "number", "dozen", "handful"):
                continue
            if not (i and plain[i - 1] in ("half", "and")):
                part, known = part + 1, True
        elif word == "couple":
            part, known = part + 2, True
        elif word in ("hundred", "thousand", "dozen"):
            part, known = (part or Decimal(1)) * CALENDAR["numbers"][word], True
            if word == "thousand":
                total, part = total + part, Decimal(0)
        elif word in CALENDAR["numbers"]:
            part, known = part + CALENDAR["numbers"][word], True
        elif word in ("another", "additional", "single", "entire", "whole", "full"):
            part, known = part or Decimal(1), True
    return total + part if known else None


def _digits(word: str) -> Decimal:
    plain = word.replace(",", "") if "," in word else word
    return Decimal("".join(str(int(c)) if c.isdigit() else c for c in plain))


def plain(number: Decimal) -> str:
    """A number without needless zeros: 5, 2.5."""
    return f"{number.normalize():f}" if number % 1 else str(int(number))


def period(number: str, unit: str) -> str:
    """A TIMEX3 period: ``P5Y``, ``PT2H``, ``P10Y`` for a decade, ``PXD``.

    >>> period("2", "10Y"), period("12", "M"), period("X", "TH")
    ('P20Y', 'P12M', 'PTXH')
    """
    letters = unit.lstrip("0123456789")
    factor = unit[: len(unit) - len(letters)]
    if factor:
        if number == "X":
            return {"10": "PXDE", "100": "PXCE", "2": "PXW"}[factor]
        number = plain(Decimal(number) * int(factor))
    return f"PT{number}{letters[1:]}" if letters.startswith("T") else f"P{number}{letters}"
