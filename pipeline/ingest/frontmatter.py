"""The block of ``key: value`` lines between ``---`` that Markdown files may open with."""

from __future__ import annotations

import re

from pipeline.contract import Extent
from pipeline.ingest.dates import read_date
from pipeline.ingest.metadata import Facts

_BLOCK = re.compile(r"---[ \t]*\n(?P<lines>(?:[^\n]*\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w -]{0,40}?)\s*:(?:\s+(?P<value>.*))?")
_CONTINUED = re.compile(r"\s|-\s|#|[\]}]|$")
# Keys in lower case without blanks and hyphens: 'Pub-Date', 'publish_date'
_NAMES = {
    "title": ("title", "headline"),
    "published": ("published", "date", "pubdate", "publishdate", "publishedat", "datepublished", "publicationdate"),
    "outlet": ("outlet", "source", "publisher", "site"),
    "url": ("url", "link", "canonical", "canonicalurl"),
}


def read_front_matter(text: str) -> tuple[Facts, Extent | None]:
    r"""The facts of the front matter and where it stands; nothing and None if the text does not open with one.

    >>> read_front_matter("---\ntitle: 'Rates: up'\ndate: 2025-06-24\n---\nBody")[0].title
    'Rates: up'
    """
    block = _BLOCK.match(text)
    if block is None:
        return Facts(), None
    fields: dict[str, str] = {}
    for line in block["lines"].splitlines():
        field = _FIELD.fullmatch(line.rstrip())
        if field is not None:
            fields.setdefault(re.sub(r"[\s_-]", "", field["key"].lower()), _unquoted(field["value"] or ""))
        elif not _CONTINUED.match(line):
            return Facts(), None
    if not fields:
        return Facts(), None
    known = {fact: next((fields[n] for n in names if fields.get(n)), "") for fact, names in _NAMES.items()}
    facts = Facts(known["title"], read_date(known["published"]), known["outlet"], known["url"])
    return facts, Extent(0, block.end())


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    return re.sub(r"\s+#.*$", "", value) if not value.startswith(("[", "{", "|", ">", "&", "*")) else ""
