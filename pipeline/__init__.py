"""News in, tidy tables out: figures, parties, sectors, timelines and deals of raw articles, linked.

The stages are folders whose names sort in the order of the flow:

1. ``ingest``: file to ``Article``
2. ``label``: ``Article`` to ``Doc`` with sentences and named entities
3. ``match``: ``Doc`` to spans, one kind of thing at a time
4. ``normalise``: words to values: numbers, money, units, days, names
5. ``relate``: values to links: the same amount, who, which sector, by when
6. ``tabulate``: links and values to rows and frames
7. ``write``: tables to files

``extract`` reads one text, ``run`` a corpus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from pathlib import Path

    from pipeline.batch.run import Summary
    from pipeline.extraction import Extraction

__all__ = ["extract", "run"]


def extract(
    text: str, published: datetime.date | str | None = None, title: str | None = None, **settings: Any
) -> Extraction:
    """The tables of one article.

    Args:
        text: the article.
        published: its day of publication, as a date or in ISO 8601; relative dates are resolved against it.
        title: its headline, if ``text`` does not begin with it; offsets then refer to title, empty line and text,
            which is ``Extraction.text``.
        settings: further settings by name, such as ``base_currency="EUR"``.

    Returns:
        an object with a frame for each table: ``.figures``, ``.parties``, ``.mentions``, ``.sectors``,
        ``.timelines``, ``.deals``, ``.links``, ``.articles``; ``.facts`` has a row per figure with all that it is
        linked to.

    Raises:
        pipeline.settings.SettingsError: a setting that cannot be used.
    """
    from pipeline.extraction import extract as extract_tables

    return extract_tables(text, published, title, settings)


def run(paths: str | Path | Iterable[str | Path], out: str | Path, **settings: Any) -> Summary:
    """Read the articles at ``paths`` and write their tables to the folder ``out``, as the command does.

    Args:
        paths: files or folders.
        out: the folder to write to.
        settings: further settings by name, such as ``formats=("csv",)``.

    Raises:
        FileNotFoundError: a path does not exist.
        OSError: ``out`` cannot be written to, or the model is no spaCy pipeline.
        pipeline.settings.SettingsError: a setting that cannot be used.
    """
    import os
    from pathlib import Path

    from pipeline.batch.run import run as run_batch
    from pipeline.settings import load

    several = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    return run_batch([Path(path) for path in several], Path(out), load(**settings))
