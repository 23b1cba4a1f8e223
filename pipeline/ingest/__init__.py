"""File -> Article: one module per format."""

from pipeline.ingest.read import Source, find_sources, read_source

__all__ = ["Source", "find_sources", "read_source"]
