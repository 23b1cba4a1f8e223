"""What the currency table says: signs, names and minor units, and the codes that each may stand for."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pycountry

from pipeline.gazetteers import rows, toml

# Codes that are words in capitals count only before an amount that can be no list number; one letter says little too.
WORDLIKE = frozenset(toml("currency_choice")["guarded"]["wordlike"])
LETTERS = frozenset(toml("currency_choice")["guarded"]["letters"])


class Minor(NamedTuple):
    """A minor unit: the currencies that have it and how many make one unit."""

    codes: tuple[str, ...]
    parts: int


@cache
def signs() -> dict[str, str]:
    """Sign to code, letter case kept: '$' is USD here, and 'Rs' INR, until the article says otherwise."""
    table = {currency.alpha_3: currency.alpha_3 for currency in pycountry.currencies}
    for row in rows("currencies"):
        for sign in row["signs"].split("|"):
            table.setdefault(sign.strip(), row["code"])
    table["$"] = "USD"
    rules = toml("currency_choice")["guarded"]
    for sign in [*rules["small_codes"], *rules["small_signs"]]:
        table.setdefault(sign.lower(), table[sign])
    table.pop("", None)
    return table


def plurals(name: str) -> tuple[str, ...]:
    """The name and its regular plural: 'peso', 'pesos'; 'peseta', 'pesetas'; 'penny' stays."""
    if name.endswith("y"):
        return (name, f"{name[:-1]}ies", f"{name}s")
    return (name, f"{name}s")


@cache
def names() -> dict[str, tuple[str, ...]]:
    """Name in small letters, with and without adjective, to the codes that bear it: 'rupees' to INR, PKR, LKR, ..."""
    table: dict[str, tuple[str, ...]] = {}
    for row in rows("currencies"):
        for name in filter(None, row["names"].split("|")):
            for form in plurals(name):
                key = form.lower()
                table[key] = (*table.get(key, ()), row["code"])
                for adjective in filter(None, row["adjectives"].split("|")):
                    table.setdefault(f"{adjective} {form}".lower(), (row["code"],))
                    table.setdefault(f"{adjective} {form}".lower().replace(" ", "-"), (row["code"],))
    return table


@cache
def minor_units() -> dict[str, Minor]:
    """Name of a minor unit in small letters to its currencies: 'cents', 'pence', 'sen', 'paise'."""
    table: dict[str, Minor] = {}
    for row in rows("currencies"):
        for entry in filter(None, row["minor"].split("|")):
            name, parts = entry.split(":")
            for form in plurals(name) if len(name) > 1 else (name,):
                known = table.get(form.lower(), Minor((), int(parts)))
                table[form.lower()] = Minor((*known.codes, row["code"]), known.parts)
                for adjective in filter(None, row["adjectives"].split("|")):
                    table.setdefault(f"{adjective} {form}".lower(), Minor((row["code"],), int(parts)))
    table["¢"] = table["c"] = table["cent"]
    return table
