"""The links of a row, from it and to it, with the rules that made them."""

from __future__ import annotations

from pipeline.explain.layout import Section
from pipeline.explain.rules import meaning
from pipeline.explain.tables import Found, Row, place

_NO_LINKS: list[tuple[str, ...]] = [("none",)]


def link_sections(found: Found) -> list[Section]:
    """The links from the row, those to it, and what the rules of all of them mean.

    A line has the relation, the key of the other row, the rule with a party's part in it, and the row in words.
    """
    links = found.tables["links"]
    out = [link for link in links if link["from_id"] == found.row_id and link["from_table"] == found.table]
    into = [link for link in links if link["to_id"] == found.row_id and link["to_table"] == found.table]
    rules = sorted({link["rule"] for link in (*out, *into)})
    sections = []
    if found.table in ("figures", "deals"):
        sections.append(Section("links from it", [_line(found, link, "to") for link in out] or _NO_LINKS))
    if found.table != "deals":
        backward = sorted(into, key=lambda link: _place(found, link))
        sections.append(Section("links to it", [_line(found, link, "from") for link in backward] or _NO_LINKS))
    return [*sections, Section("rules of the links", [(rule, meaning("links", rule)) for rule in rules])]


def _place(found: Found, link: Row) -> tuple[str, int]:
    other = found.by_id(link["from_table"], link["from_id"])
    return link["from_table"], place(other)[0] if other else -1


def _line(found: Found, link: Row, side: str) -> tuple[str, ...]:
    table, key = link[f"{side}_table"], link[f"{side}_id"]
    kind = link["relation"] if side == "to" else table.removesuffix("s")
    rule = link["rule"] + (f" ({link['role']})" if link["role"] else "")
    return kind, key, rule, describe(table, found.by_id(table, key))


def describe(table: str, row: Row) -> str:
    """A row in a few words: the name of a party, the text of any other with what it means."""
    if not row:
        return "(no such row)"
    if table == "parties":
        return row["name"]
    if table == "figures":
        return row["text"] + (f" ({row['measures']})" if row["measures"] else "")
    if table == "sectors":
        return f"{row['sector']} ('{row['text']}')"
    if table == "timelines":
        return f"{row['text']} ({row['value']})"
    return row["name"]
