"""The texts that offsets refer to, for articles that are not plain text files themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pipeline.contract import Article

_OWN_NAME = re.compile(r"[0-9a-f]{12}\.txt")


def write_texts(articles: Iterable[Article], out: Path) -> None:
    """Write ``texts/<article_id>.txt`` under ``out``; such files of an earlier run that are not needed go."""
    folder = out / "texts"
    texts = {f"{article.article_id}.txt": article.text for article in articles if not article.plain}
    for old in folder.glob("*.txt"):
        if _OWN_NAME.fullmatch(old.name) and old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
