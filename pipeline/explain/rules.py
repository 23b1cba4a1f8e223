"""What a rule's name means, as the gazetteer ``rules`` tells it."""

from __future__ import annotations

from functools import cache

from pipeline.gazetteers import toml

_TERM = "term:"


def meaning(table: str, rule: str) -> str:
    """What the rule of a table (or the value of ``unit_from``, ``fx_source``, ``bound``) says; empty if unknown.

    >>> meaning("figures", "count.of")
    "a number before 'of' and those that it counts: '[three] of the miners'"
    >>> meaning("timelines", "month-year")
    "a date of the calendar, as in 'in [February 2026]'"
    >>> meaning("sectors", "term:data centre")
    "the term 'data centre' of the lexicon of sectors, where it speaks of the field"
    """
    known: dict[str, str] = toml("rules")[table]
    if table == "timelines":
        reader, example = _times().get(rule, ("", ""))
        return f"{known[reader]}, as in '{example}'" if reader in known else ""
    if table == "sectors":
        term = rule.removeprefix(_TERM)
        return known["term"].format(term=repr(term)) if term != rule else ""
    return known.get(rule, "")


@cache
def _times() -> dict[str, tuple[str, str]]:
    """The reader and the example of every rule of the grammar of times."""
    rules = toml("time_grammar")["rules"]
    return {entry["name"]: (reader, entry["eg"]) for reader, listed in rules.items() for entry in listed}
