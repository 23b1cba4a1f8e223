"""What is too much for one article."""

from __future__ import annotations

MAX_BYTES = 20_000_000
