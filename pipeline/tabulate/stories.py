"""Stories: the same deal as several articles tell it.

Articles are taken in the order of publication. A deal joins the story that fits best, else it begins one, and the
story bears the key of the deal that began it. So neither the order of the input, nor later articles, nor articles
about other things change the story of a deal.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.tabulate.rows import Rows
from pipeline.tabulate.story_match import LASTING, clash, likeness
from pipeline.tabulate.story_signs import Key, Signs, all_signs, keys

_KEPT = 8  # tellings of a story that a deal is compared with: the first ones that differ; more tell nothing new


@dataclass(slots=True)
class _Story:
    """What is known of a story while articles are read in order."""

    leader: str
    last: int | None
    tellings: list[Signs] = field(default_factory=list)


class _Stories:
    """The stories so far, found by the signs of their tellings."""

    def __init__(self) -> None:
        self.stories: list[_Story] = []
        self.places: dict[Key, list[int]] = {}

    def fitting(self, deal: Signs) -> list[tuple[float, int]]:
        """How like each story a deal is, if it may belong to it: likeness and the story's number."""
        fits = []
        for number in sorted({number for key in keys(deal) for number in self._recent(key, deal.day)}):
            story = self.stories[number]
            if any(clash(telling, deal) for telling in story.tellings):
                continue
            gap = None if deal.day is None or story.last is None else deal.day - story.last
            like = max(likeness(telling, deal, gap) for telling in story.tellings)
            if like > 0:
                fits.append((like, number))
        return fits

    def _recent(self, key: Key, day: int | None) -> list[int]:
        """The stories under a key; those too old for this day, and so for every later one, are forgotten."""
        numbers = self.places.get(key, [])
        if day is not None:
            lasts = ((number, self.stories[number].last) for number in numbers)
            numbers[:] = [number for number, last in lasts if last is None or day - last <= LASTING]
        return numbers

    def add(self, deal: Signs, number: int | None) -> str:
        """Put a deal into a story, or let it begin one; gives the story's key."""
        if number is None:
            number = len(self.stories)
            self.stories.append(_Story(deal.deal_id, deal.day))
        story = self.stories[number]
        story.last = deal.day if deal.day is not None else story.last
        known = any(told[2:] == deal[2:] for told in story.tellings)
        if not known and len(story.tellings) < _KEPT:
            story.tellings.append(deal)
            for key in keys(deal):
                place = self.places.setdefault(key, [])
                if number not in place:
                    place.append(number)
        return story.leader


def story_ids(rows: Rows) -> dict[str, str]:
    """The story of every deal: the key of its earliest telling; two deals of one article are two stories."""
    stories = _Stories()
    result: dict[str, str] = {}
    for deals in all_signs(rows).values():
        fits = [(-like, at, number) for at, deal in enumerate(deals) for like, number in stories.fitting(deal)]
        chosen: dict[int, int] = {}
        taken: set[int] = set()
        for _, at, number in sorted(fits):
            if at not in chosen and number not in taken:
                chosen[at] = number
                taken.add(number)
        for at, deal in enumerate(deals):
            result[deal.deal_id] = stories.add(deal, chosen.get(at))
    return result


def with_stories(rows: Rows) -> None:
    """Fill ``story_id`` of every row of the table ``deals``.

    Args:
        rows: the rows of all articles of a run, by table.
    """
    found = story_ids(rows)
    for row in rows["deals"]:
        row["story_id"] = found[row["deal_id"]]
