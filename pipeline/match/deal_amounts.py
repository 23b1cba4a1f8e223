"""Where the amounts of a text stand, for the rules that ask what is beside or inside a phrase."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Amounts:
    """Amounts of money and shares of one text, none overlapping another."""

    def __init__(self, extents: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in sorted(extents)]
        self._ends = [end for _, end in sorted(extents)]

    def beside(self, position: int) -> int | None:
        """The start of the amount that ends at ``position`` or one blank before it ('[$12 billion] bond sale')."""
        last = self.last_before(position)
        return last[0] if last is not None and position - last[1] <= 1 else None

    def around(self, position: int) -> int | None:
        """The start of the amount that ``position`` is inside of."""
        index = bisect_left(self._starts, position) - 1
        return self._starts[index] if index >= 0 and position < self._ends[index] else None

    def last_before(self, position: int) -> tuple[int, int] | None:
        """The last amount that ends at or before ``position``."""
        index = bisect_right(self._ends, position) - 1
        return (self._starts[index], self._ends[index]) if index >= 0 else None

    def within(self, start: int, end: int) -> bool:
        """Whether a whole amount stands in ``start``..``end``."""
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._ends[index] <= end

    def end_of(self, start: int) -> int | None:
        """The end of the amount that starts at ``start``."""
        index = bisect_left(self._starts, start)
        return self._ends[index] if index < len(self._starts) and self._starts[index] == start else None
