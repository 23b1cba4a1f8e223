"""File -> Article: one module per format."""

from pipeline.ingest.article import make_article
from pipeline.ingest.read import read_source
from pipeline.ingest.sources import Source, find_sources

__all__ = ["Source", "find_sources", "make_article", "read_source"]
