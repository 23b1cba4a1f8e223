"""Rules for ``change`` where the figure is the level after a rise or fall: 'fell to 18%', '$4bn, up from $3bn'."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from pipeline.contract import Figure
from pipeline.relate.changed_by import FARTHEST, nearest
from pipeline.relate.context import Context
from pipeline.relate.lexicon import change_forms, directions
from pipeline.relate.words import Tag, Word


def to_level(context: Context) -> str:
    """'fell from 22% to [16%]', 'raised to [₹9.4 lakh crore]', 'rose 2.1 percent to close at [$63.15]'."""
    left = context.left
    word = context.before()
    if (
        word is not None
        and word.lower == "at"
        and left >= 3
        and context.words[left - 2].lower in change_forms("closing", "words")
    ):
        left -= 2
        word = context.words[left - 1]
    if word is not None and word.lower in ("below", "above", "under"):
        return ""
    if word is None or word.lower != "to":
        return _passed(context)
    before = context.words[left - 2] if left >= 2 else None
    if before is None or before.lower in change_forms("no_level", "words"):
        return ""
    compared = _compared(context, left - 1)
    if compared is not None:
        return compared
    direct = before.tag is Tag.FIGURE or before.lower in directions("verbs", "particles")
    if context.figure.kind == "count" and not direct:
        return ""
    return nearest(context, left - 1)


def _passed(context: Context) -> str:
    """'dipped below [$55]', 'falls under [5%]': the bound hides the preposition."""
    word = context.before()
    if word is None or context.bound.sign not in ("<", ">"):
        return ""
    cue = context.words[context.left].lower
    fits = cue in ("below", "above", "under", "beyond")
    return directions("verbs").get(word.lower, "") if fits and word.tag is not Tag.NOUN else ""


def _compared(context: Context, to: int) -> str | None:
    """The direction of 'from A to [B]' or 'to [B] from A', '' if it is a span, None if there is no A."""
    words, figures = context.words, context.reading.figures
    start = _source(words, to, range(to - 1, max(-1, to - 9), -1))
    if start is None:
        start = _source(words, len(words), range(context.at + 1, min(len(words), context.at + 5)))
    if start is None:
        return None
    around = words[max(0, start - 4) : start - 1]
    if any(word.lower in change_forms("spans", "words") for word in around):
        return ""
    old, new = _amount(figures[words[start].figure]), _amount(context.figure)
    if figures[words[start].figure].kind != context.figure.kind or old is None or new is None or old == new:
        return None
    return "up" if new > old else "down"


def _source(words: Sequence[Word], limit: int, indexes: Iterable[int]) -> int | None:
    """The index of a figure with 'from' before it (a bound may stand between), among ``indexes``."""
    for index in indexes:
        if index >= limit or words[index].tag is not Tag.FIGURE:
            continue
        nearby = words[max(0, index - 3) : index]
        return index if any(word.lower == "from" for word in nearby) else None
    return None


def _amount(figure: Figure) -> Decimal | None:
    return figure.value if figure.value is not None else figure.low


def from_behind(context: Context) -> str:
    """'[$2.46bn] (£1.34bn) for the last two quarters - up from $1.96bn', '[2.816 million tonnes] of zinc, up 10%'."""
    words = context.words
    link = context.before()
    if link is not None and link.lower == "from":
        return ""
    for index in range(context.at + 1, min(len(words) - 1, context.at + FARTHEST)):
        word = words[index]
        if word.tag is Tag.STOP and not set(word.lower) <= set("-–—"):
            return ""
        if word.tag in (Tag.COMMA, Tag.STOP) and _an_increase(words, index + 1):
            return directions("nouns")[words[index + 2].lower]
        if word.lower in ("up", "down") and words[index - 1].tag in (
            Tag.COMMA,
            Tag.STOP,
            Tag.CLOSE,
            Tag.FIGURE,
            Tag.TIME,
            Tag.NOUN,
        ):
            return word.lower if _up_from(context, index) else ""
        aside = any(w.tag is Tag.OPEN or w.lower in ("or", ";") for w in words[index - 3 : index])
        if word.tag is Tag.FIGURE and not aside:
            return ""
    return ""


def _amount_kind(context: Context, word: Word) -> tuple[str, str]:
    figure = context.reading.figures[word.figure]
    return figure.kind, figure.unit


def _an_increase(words: Sequence[Word], index: int) -> bool:
    """'reached $15.6 billion, [an increase of] 7.5 percent'."""
    first, noun, link = (*words[index : index + 3], None, None, None)[:3]
    if first is None or noun is None or link is None:
        return False
    return first.tag is Tag.DETERMINER and noun.lower in directions("nouns") and link.lower in ("of", "from")


def _up_from(context: Context, index: int) -> bool:
    """Whether 'up' at ``index`` leads to 'from' an amount of the same unit, or to a share that it rose by."""
    window = context.words[index + 1 : index + 5]
    if window and window[0].lower == "to":
        return False
    for word in window:
        if word.tag is Tag.FIGURE:
            kind, unit = _amount_kind(context, word)
            source = any(other.lower == "from" for other in window[: window.index(word)])
            ours = _amount_kind(context, context.words[context.at])
            understood = kind == "count" and not unit
            return (kind, unit) == ours or understood if source else kind == "percent" or (kind, unit) == ours
        if word.tag in (Tag.STOP, Tag.COMMA):
            return False
    return False
