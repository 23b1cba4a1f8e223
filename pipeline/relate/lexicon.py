"""Word lists that several rules about figures read."""

from __future__ import annotations

from functools import cache

from pipeline.gazetteers import toml


@cache
def listed(key: str) -> frozenset[str]:
    """The words under ``key`` of ``gazetteers/measured.toml``."""
    return frozenset(toml("measured")[key])


@cache
def change_forms(*path: str) -> frozenset[str]:
    """All forms in a list of ``gazetteers/changes.toml``, by its keys: ``change_forms("up", "verbs")``."""
    data = toml("changes")
    for key in path:
        data = data[key]
    return frozenset(form for entry in data for form in entry.split())


@cache
def directions(*classes: str) -> dict[str, str]:
    """``up`` or ``down`` for every form of the classes ``verbs``, ``nouns``, ``particles``."""
    return {form: way for way in ("up", "down") for kind in classes for form in sorted(change_forms(way, kind))}
