"""JSONL: one record a line, ``id, title, text, published, url, outlet``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.contract import Article, Reject
from pipeline.ingest.article import make_article
from pipeline.ingest.dates import read_date
from pipeline.ingest.decode import unify_line_ends, without_lone_surrogates
from pipeline.ingest.limits import MAX_BYTES
from pipeline.ingest.metadata import Facts, facts_for
from pipeline.ingest.sources import Source

# Other names that exports use for the same field.
_NAMES = {
    "text": ("text", "body", "content"),
    "published": ("published", "date", "published_at", "date_published", "pubDate"),
    "outlet": ("outlet", "source", "publisher"),
    "url": ("url", "link"),
}


def read_records(lines: Iterable[bytes], source: Source, argument: date | None) -> Iterator[Article | Reject]:
    r"""The article of every line, or the reject that says what is wrong with it; blank lines are skipped.

    Args:
        lines: the lines of the file, each up to its ``\n``.
        source: the file; a record of it is ``name#id``, or ``name#`` and the line's number if it has no id.
        argument: the date of records that give none.
    """
    whole = replace(facts_for(source.path, source.name), title="")
    for number, line in enumerate(lines, start=1):
        data = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not data.strip():
            continue
        record = _parse(data, number, source.name)
        yield record if isinstance(record, Reject) else _read_record(record, number, source, whole, argument)


def _parse(line: bytes, number: int, name: str) -> dict[str, Any] | Reject:
    """One line as a record, or why it is none."""
    where = f"{name}#{number}"
    if len(line) > MAX_BYTES:
        return Reject(where, "too_large", f"line {number} is longer than {MAX_BYTES:,} bytes")
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Reject(where, "encoding", f"line {number} is not UTF-8: {error.reason} at byte {error.start}")
    except RecursionError:
        return Reject(where, "json", f"line {number} is nested too deeply to be read")
    except ValueError as error:
        return Reject(where, "json", f"line {number} is not JSON: {error}")
    return record if isinstance(record, dict) else Reject(where, "json", f"line {number} is not a JSON object")


def _read_record(
    record: dict[str, Any], number: int, source: Source, whole: Facts, argument: date | None
) -> Article | Reject:
    """The article of one record, or why there is none."""
    record_id = _one_line(record.get("id"))
    name = f"{source.name}#{record_id or number}"
    body = _first(record, "text")
    if not isinstance(body, str):
        what = "has no text" if body is None else f"has a text that is not a string but {json.dumps(body)[:40]}"
        return Reject(name, "record", f"line {number} {what}")
    if not body.strip():
        return Reject(name, "empty", f"line {number} has an empty text")
    title = _text(record.get("title"))
    own = Facts(
        _one_line(title),
        read_date(_one_line(_first(record, "published"))),
        _one_line(_first(record, "outlet")),
        _one_line(_first(record, "url")),
    )
    facts = facts_for(source.path, source.name, record_id).or_else(own).or_else(whole)
    return make_article(
        "\n\n".join(part for part in (title, _text(body)) if part.strip()),
        source=name,
        title=facts.title,
        published=facts.published,
        published_from="metadata",
        argument=argument,
        outlet=facts.outlet,
        url=facts.url,
        record_id=record_id,
    )


def _first(record: dict[str, Any], field: str) -> object:
    return next((record[name] for name in _NAMES[field] if record.get(name) is not None), None)


def _text(value: object) -> str:
    """A field as text that every file can hold; numbers as they are written, anything else as empty."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return unify_line_ends(without_lone_surrogates(str(value)))


def _one_line(value: object) -> str:
    return " ".join(_text(value).split())
