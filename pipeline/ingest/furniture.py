"""Stretches of a text that belong to the page, not to the article."""

from __future__ import annotations

from pipeline.contract import Extent


def find_furniture(text: str, title: str) -> tuple[Extent, ...]:
    """Navigation, 'Loading...', share links, captions, bylines, a title printed again: in order, no overlaps."""
    return ()
