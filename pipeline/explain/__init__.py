"""A row of an earlier run, explained: its sentence, its rule, how its values were made, and its links."""

from __future__ import annotations

from pathlib import Path

from pipeline.explain.article import article_sections
from pipeline.explain.deals import deal_sections
from pipeline.explain.figures import figure_sections
from pipeline.explain.layout import Section, render
from pipeline.explain.links import link_sections
from pipeline.explain.named import party_sections, sector_sections
from pipeline.explain.passage import passage
from pipeline.explain.rules import meaning
from pipeline.explain.tables import Found, find
from pipeline.explain.times import time_sections

_SECTIONS = {
    "figures": figure_sections,
    "parties": party_sections,
    "sectors": sector_sections,
    "timelines": time_sections,
    "deals": deal_sections,
}


def explain(row_id: str, out: Path, corpus: Path | None = None) -> str:
    """The explanation of a row, or of an article, as plain text.

    Args:
        row_id: key of a figure, party, sector, time or deal, or an ``article_id``.
        out: the folder with the CSV tables of a run.
        corpus: the folder that the run read; it shows the text around rows that no table gives a sentence of.

    Raises:
        UserError: no tables there, an unknown id, or an article that is not as it was when the run read it.
    """
    found = find(row_id, out)
    if not found.table:
        return render(article_sections(found))
    made = _SECTIONS[found.table](found)
    return render([_head(found), _text(found, corpus), _rule(found), *made, *link_sections(found)])


def _head(found: Found) -> Section:
    article, row = found.article, found.row
    published = f"{article['published']} (from {article['published_from']})" if article["published"] else "unknown"
    return Section(
        f"{found.noun} {found.row_id}",
        [
            ("text", found.text),
            ("article", article["title"] or "(without a title)"),
            ("published", published),
            ("source", article["source"]),
            ("characters", f"{row['start_char']} to {row['end_char']}"),
        ],
    )


def _text(found: Found, corpus: Path | None) -> Section:
    shown = passage(found, corpus)
    note = "no table holds its sentence; name the folder of the articles with --corpus to see it"
    return Section("sentence", [(shown or note,)])


def _rule(found: Found) -> Section:
    rule = found.row["rule"]
    return Section("rule", [(rule, meaning(found.table, rule))])
