"""Later sentences that go on with a deal: 'Acme will build a plant. [The plant, due in 2028, will cost $2m]'."""

from __future__ import annotations

import re
from functools import cache

from pipeline.contract import Extent
from pipeline.gazetteers import alternatives, toml
from pipeline.relate.clauses import at, starting
from pipeline.relate.link_scene import Scene
from pipeline.relate.link_times import usable

# Where the head of a deal's phrase ends: 'grinding [plant] at Tema'.
_HEAD = re.compile(
    r"([A-Za-z]{3,})(?=\s+(?:of|for|to|with|on|in|at|that|worth|between|from|by|signed|under)\b|[\s”\"*)]*\Z)"
)
# A subject with an article of its own: '[The offshore plant], [This deal] will', no 'The order book'.
_OPENING = re.compile(
    r"\W{0,6}(?:Under\s+)?(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?:[a-z][\w-]*\s+)?(?P<noun>[A-Za-z]{3,})"
    r"(?=\s*[,(–—:]|\s+(?:will|would|is|are|can|could|may|must|should|also|now|to|of|for|in|with|at"
    r"|which|that|[a-z]{2,}[^s\W]s)\b)"
)


def follow_ups(scene: Scene) -> dict[int, list[Extent]]:
    """The stretches of later sentences that tell of each deal, by its index; each ends where another deal starts.

    A subject with the deal's own noun means the last deal with that noun; 'the deal' and the like mean the last deal of
    the sentence before.

    Args:
        scene: the article.
    """
    text, deals = scene.reading.article.text, scene.reading.deals
    told = sorted((m.start, m.end, j) for j, d in enumerate(deals) for m in d.mentions or (Extent(d.start, d.end),))
    heads: dict[str, int] = {}
    found: dict[int, list[Extent]] = {}
    last, position = -1, 0
    for unit in scene.units:
        opening = _OPENING.match(text, unit.start, unit.end)
        if opening is not None and not _tells().match(text, opening.end()):
            noun = opening["noun"].lower()
            last = heads.get(noun, last if _any().fullmatch(noun) else -1)
        else:
            last = -1
        if last >= 0 and opening is not None and not _names(told, position, unit, opening.end("noun")):
            inside = starting(deals, opening.end(), unit.end)
            found.setdefault(last, []).append(Extent(opening.end(), deals[inside[0]].start if inside else unit.end))
        while position < len(told) and told[position][0] < unit.end:
            start, end, last = told[position]
            head = _HEAD.search(text, start, end)
            if head is not None:
                heads[head[1].lower()] = last
            position += 1
    return found


def _names(told: list[tuple[int, int, int]], position: int, unit: Extent, end: int) -> bool:
    """Whether the subject is itself a mention of a deal, which tells its own."""
    return position < len(told) and told[position][0] < min(end, unit.end)


def following_times(scene: Scene, stretches: list[Extent]) -> list[int]:
    """The first time of each stretch."""
    text, times = scene.reading.article.text, scene.reading.times
    found: list[int] = []
    for stretch in stretches:
        unit = scene.units[at(scene.units, stretch.start)]
        own = [j for j in starting(times, stretch.start, stretch.end) if usable(scene, unit, times[j])]
        found += [j for j in own if not text.startswith("since ", times[j].start - 6)][:1]
    return found


@cache
def _tells() -> re.Pattern[str]:
    """A verb of telling: what 'the bill [notes]' is no part of the bill."""
    return re.compile(rf"\s+(?:{alternatives(toml('links')['sources']['verbs'] + toml('links')['back']['tells'])})\b")


@cache
def _any() -> re.Pattern[str]:
    """What can mean any deal: 'the [agreement]'."""
    words = {
        phrase.removeprefix("the ")
        for phrase in toml("links")["back"]["deal"]
        if phrase[:4] == "the " and phrase[-1] != "s"
    }
    return re.compile(alternatives(sorted(words)), re.IGNORECASE)
