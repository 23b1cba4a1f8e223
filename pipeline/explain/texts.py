"""The text that an article's offsets refer to, where it is at hand."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.contract import UserError
from pipeline.explain.tables import Found
from pipeline.ingest.decode import UndecodableError, decode


def article_text(found: Found, corpus: Path | None) -> str:
    """The text of the row's article: the run's own copy, else the file in ``corpus``; empty if neither is there.

    Raises:
        UserError: ``corpus`` has no such file, or it has changed since the run.
    """
    copy = found.out / "texts" / f"{found.article['article_id']}.txt"
    if copy.is_file():
        text = copy.read_bytes().decode("utf-8", "surrogatepass")
        return text if _is_same(text, found) else ""
    if corpus is None:
        return ""
    path = corpus / found.article["source"]
    if not path.is_file():
        msg = f"there is no file {str(path)!r}: name the folder that the run read with --corpus"
        raise UserError(msg)
    try:
        text = decode(path.read_bytes())
    except UndecodableError:
        text = ""
    if not _is_same(text, found):
        msg = f"{str(path)!r} is not as it was when the run read it: repeat the run"
        raise UserError(msg)
    return text


def _is_same(text: str, found: Found) -> bool:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == found.article["sha256"]
