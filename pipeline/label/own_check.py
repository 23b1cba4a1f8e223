"""Which entries of a user's own list of parties can be used, and what is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import rows
from pipeline.label.lexicon import lexicon

COUNTRY, ORGANIZATION, PERSON = "country", "organization", "person"
TYPES = (COUNTRY, ORGANIZATION, PERSON)
_BLANK = re.compile(r"\s+")


class Entry(NamedTuple):
    """One entry as it stands in the file, from ``line`` on."""

    line: int
    name: str
    type: str
    country: str = ""
    aliases: tuple[str, ...] = ()
    role: str = ""


class OwnParty(NamedTuple):
    """A party of the list: ``name`` is what the tables call it, of a country the English short name."""

    name: str
    type: str
    country: str = ""
    aliases: tuple[str, ...] = ()
    role: str = ""


class Problem(NamedTuple):
    """What is wrong on a line; a warning does not keep a run from using the file."""

    line: int
    text: str
    warning: bool = False

    def __str__(self) -> str:
        return f"line {self.line}: {'warning: ' if self.warning else ''}{self.text}"


def one_line(text: str) -> str:
    """A text with single blanks.

    >>> one_line(" Acme  Holdings ")
    'Acme Holdings'
    """
    return _BLANK.sub(" ", text).strip()


@cache
def country_names() -> dict[str, str]:
    """English short names of countries and territories by alpha-3 code."""
    return {row["code"]: row["name"] for row in rows("countries")}


def checked(entries: Iterable[Entry]) -> tuple[list[OwnParty], list[Problem]]:
    """The parties of the entries that can be used, and the problems of all."""
    parties: list[OwnParty] = []
    problems: list[Problem] = []
    # who has each form, and from which line on
    owners: dict[str, tuple[str, int]] = {}
    for entry in entries:
        found = [*_problems(entry), *_clashes(entry, owners)]
        problems += found
        if all(problem.warning for problem in found):
            parties.append(_party(entry))
    return parties, problems


def _party(entry: Entry) -> OwnParty:
    code, name = entry.country, entry.name
    if entry.type == COUNTRY:
        code = _code(name) or code
        # any other name of the country is a further name of it, too
        aliases = {*entry.aliases, *((name,) if name not in (code, country_names()[code]) else ())}
        return OwnParty(country_names()[code], COUNTRY, code, tuple(sorted(aliases)), entry.role)
    return OwnParty(name, entry.type, code, tuple(sorted({*entry.aliases} - {name})), entry.role)


def _code(name: str) -> str:
    """The code of a country by its code or one of its names."""
    if name in country_names():
        return name
    known = lexicon().phrases.get(" ".join(name.replace("-", " - ").split()))
    by_name = {short: code for code, short in country_names().items()}
    return by_name.get(name, "") or (known.key if known is not None and known.label == "GPE" else "")


def _problems(entry: Entry) -> Iterator[Problem]:
    """What is wrong with an entry by itself."""
    if not entry.name:
        yield Problem(entry.line, "the name is missing")
    if not entry.type:
        yield Problem(entry.line, f"the type is missing ({', '.join(TYPES)})")
    elif entry.type not in TYPES:
        yield Problem(entry.line, f"type {entry.type!r} is not {', '.join(TYPES[:2])} or {TYPES[2]}")
    if entry.country and entry.country not in country_names():
        meant = _code(entry.country) or "KEN"
        yield Problem(entry.line, f"{entry.country!r} is no country's ISO 3166 alpha-3 code, such as {meant!r}")
    elif entry.type == COUNTRY and entry.name:
        code = _code(entry.name)
        if not code and not entry.country:
            yield Problem(entry.line, f"{entry.name!r} is no country that is known: give its code, too")
        elif code and entry.country not in ("", code):
            yield Problem(entry.line, f"{entry.name!r} is the country {code}, not {entry.country}")
    for form in (entry.name, *entry.aliases):
        yield from _form_problems(entry.line, form, is_name=form == entry.name)


def _form_problems(line: int, form: str, *, is_name: bool) -> Iterator[Problem]:
    what = "name" if is_name else "alias"
    if not form:
        if not is_name:
            yield Problem(line, "an alias is empty")
    elif "|" in form:
        yield Problem(line, f"the {what} {form!r} holds a '|', which stands between aliases")
    elif not any(sign.isalnum() for sign in form):
        yield Problem(line, f"the {what} {form!r} has no letter and no digit")
    elif form.islower() or form.lower() in lexicon().common:
        known = form.lower() in lexicon().common
        why = "is a common English word" if known else "has no capital"
        yield Problem(line, f"the {what} {form!r} {why}: it counts wherever it stands just so", warning=True)


def _clashes(entry: Entry, owners: dict[str, tuple[str, int]]) -> Iterator[Problem]:
    """Forms that a party before this one has too; the party's own are added to ``owners``."""
    for form in dict.fromkeys((entry.name, *entry.aliases)):
        if not form:
            continue
        name, line = owners.setdefault(form, (entry.name, entry.line))
        if line == entry.line and name == entry.name:
            continue
        if form == name == entry.name:
            yield Problem(entry.line, f"the party {form!r} stands in line {line} too")
        else:
            yield Problem(entry.line, f"{form!r} names two parties, {name!r} in line {line} too")
