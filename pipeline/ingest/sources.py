"""Which inputs there are: files named, and folders walked."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

# What lies beside articles without being one; in lower case.
COMPANIONS = ("metadata.csv", "*.gold.json", "floors.json", "readme*", "license*", "licence*")


class Source(NamedTuple):
    """A file to read: where it is, and its name relative to the corpus root, with ``/``."""

    path: Path
    name: str


def find_sources(paths: list[Path]) -> list[Source]:
    """The files at ``paths``, each once, sorted by name; companions and hidden files of folders are left out.

    A file that is named itself is always taken. Files of unknown formats are taken too: reading gives the reject.

    Raises:
        FileNotFoundError: a path that does not exist.
    """
    found: dict[str, Source] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise FileNotFoundError(errno.ENOENT, "there is no such file or folder", str(path))
        for source in _walk(path) if path.is_dir() else [Source(path, _printable(path.name))]:
            identity = os.path.realpath(source.path)
            twin = found.get(identity)
            # Under two names (a folder, and a file in it), the name that says more about the place stays.
            if twin is None or (-len(source.name), source.name) < (-len(twin.name), twin.name):
                found[identity] = source
    return sorted(found.values(), key=lambda source: (source.name, str(source.path)))


def _walk(root: Path) -> Iterator[Source]:
    """Everything below ``root``; a folder that links lead to is entered once, so circles end."""
    entered = {os.path.realpath(root)}
    unreadable: list[Path] = []
    for folder, folders, files in os.walk(
        root, followlinks=True, onerror=lambda e: unreadable.append(Path(e.filename))
    ):
        here = Path(folder)
        kept = []
        for name in sorted(folders):
            real = os.path.realpath(here / name)
            if not name.startswith(".") and real not in entered:
                entered.add(real)
                kept.append(name)
        folders[:] = kept
        for name in files:
            if not _is_companion(name):
                yield Source(here / name, _relative(here / name, root))
    for path in unreadable:
        yield Source(path, _relative(path, root))


def _is_companion(name: str) -> bool:
    return name.startswith(".") or any(fnmatchcase(name.lower(), pattern) for pattern in COMPANIONS)


def _relative(path: Path, root: Path) -> str:
    return _printable(path.relative_to(root).as_posix()) if path != root else _printable(path.name)


def _printable(name: str) -> str:
    r"""The name with bytes that are no UTF-8 as ``\xff``, so that every table can hold it."""
    if re.search(r"[\ud800-\udfff]", name):
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    return name
