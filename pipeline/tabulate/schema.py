"""All tables by name, in the order in which they are written."""

from __future__ import annotations

from pipeline.tabulate.article_tables import ARTICLES, REJECTS
from pipeline.tabulate.columns import Table
from pipeline.tabulate.deal_tables import CONFLICTS, DEALS, LINKS
from pipeline.tabulate.fact_table import FACTS
from pipeline.tabulate.mention_tables import FIGURES, MENTIONS, PARTIES, SECTORS, TIMELINES

TABLES: dict[str, Table] = {
    table.name: table
    for table in (ARTICLES, FIGURES, PARTIES, MENTIONS, SECTORS, TIMELINES, DEALS, LINKS, FACTS, CONFLICTS, REJECTS)
}
