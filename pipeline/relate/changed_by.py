"""Rules for ``change`` where the figure is the amount of a rise or fall: 'rose 4p', 'a 26% rise', 'up 10%'."""

from __future__ import annotations

from pipeline.gazetteers import toml
from pipeline.relate.context import Context
from pipeline.relate.lexicon import change_forms, directions
from pipeline.relate.words import Tag, Word

# The verb of 'rose 3p or about 1% in early trading to 312p' is eight words away.
FARTHEST = 22
# '[twice] the rate of 2020': so many words on, at most, stands the time that is compared with.
_COMPARED = 7
# So many words stand at most between a part and the whole that it is of: '300 of the two mills' 900 jobs'
_OWNER = 8


def multiplied(context: Context) -> str:
    """'[doubling] the benchmark', 'will [triple] its purchases'; not 'more than [double] that of Acme'."""
    if context.figure.kind != "multiple":
        return ""
    form = context.words[context.at].lower
    direction = directions("verbs").get(form, "")
    behind = " ".join(word.lower for word in context.words[context.at + 1 : context.at + 4])
    if behind.startswith(tuple(toml("changes")["earlier"]["words"])) or _rate_then(context):
        return "up"  # 'nearly [double] what it was a decade earlier', '[twice] the rate of 2020'
    inflected = form.endswith(("ed", "ing", "es"))
    before = context.before()
    commanded = before is not None and (before.lower in toml("word_classes")["modals"] or before.tag is Tag.PRONOUN)
    return direction if inflected or commanded else ""


def _than_then(context: Context, index: int) -> bool:
    """Whether a time stands behind, before any comma: '[twice] the rate of 2020', '[5%] more than a year ago'."""
    if not context.has(index, Tag.DETERMINER, Tag.PREPOSITION):
        return False
    for word in context.words[index : index + _COMPARED]:
        if word.tag is Tag.TIME or word.lower in ("before", "earlier", "ago"):
            return True
        if word.tag not in (Tag.DETERMINER, Tag.NOUN, Tag.OF, Tag.PREPOSITION):
            return False
    return False


def _rate_then(context: Context) -> bool:
    """Whether a multiple is of the same thing at a time: '[twice] the rate of 2020', not 'thrice the 2020 average'."""
    return context.has(context.at + 2, Tag.NOUN) and _than_then(context, context.at + 1)


def vanishes(context: Context) -> str:
    """'[1,400 jobs] go', '[62 branches] will close', '[900 posts] are to be axed': there are so many fewer."""
    if context.figure.kind != "count":
        return ""
    # Of '300 of its 2,100 jobs will go' the part goes, not the whole
    near = range(max(0, context.left - _OWNER), context.left - 1)
    if any(context.has(i, Tag.FIGURE) and context.has(i + 1, Tag.OF) for i in near):
        return ""
    at = context.at + 1
    if context.has(at, Tag.OF):
        at = next((i + 1 for i in range(at, at + _OWNER) if context.has(i, Tag.FIGURE)), at)
    while context.has(at, Tag.AUXILIARY, Tag.TO, Tag.ADVERB):
        at += 1
    alone = context.says(at, *change_forms("vanishing", "alone"))
    passive = at > context.at + 1 and context.says(at, *change_forms("vanishing", "passive"))
    return "down" if alone or passive else ""


def compared(context: Context) -> str:
    """'a profit of $5m, [11%] less than the year before': against the same thing at another time."""
    if context.figure.kind not in ("percent", "multiple") or not context.says(context.at + 2, "than"):
        return ""
    more = context.says(context.at + 1, "more", "higher")
    less = context.says(context.at + 1, "less", "fewer", "lower")
    return ("up" if more else "down" if less else "") if _than_then(context, context.at + 2) else ""


def signed(context: Context) -> str:
    """'Dow +[0.2%]'."""
    start = context.figure.start
    return "up" if start and context.reading.article.text[start - 1] == "+" else ""


def moved_by(context: Context) -> str:
    """'rose [4p]', 'fell by [1,700 points]', 'up [10%] on 2003'."""
    back = 1
    word = context.before()
    while word is not None and word.tag is Tag.ADVERB and word.lower not in directions("particles") and back < 4:
        back += 1
        word = context.before(back)
    if word is None or (context.left < context.at and context.words[context.left].lower == "short"):
        return ""  # 'falls short of [80%]' is no fall
    if word.lower == "by":
        return nearest(context, context.left - back)
    if word.lower in directions("particles"):
        return _particle(context, back)
    direction = directions("verbs").get(word.lower, "")
    if direction:
        return direction if is_change(context, word) else ""
    if context.figure.kind == "percent":
        return _cut_object(context, context.left - 1)
    return ""


def _particle(context: Context, back: int) -> str:
    verb = context.before(back + 1)
    word = context.before(back)
    if word is None or (verb is not None and verb.lower in change_forms("particle_verbs", "words")):
        return ""
    if word.lower in ("higher", "lower"):
        return ""
    return directions("particles")[word.lower]


def is_change(context: Context, word: Word) -> bool:
    """Whether the amount behind a verb is a change: 'lost [1.86%]', not 'raised [$5 million]'."""
    behind = context.behind()
    if word.lower not in change_forms("funds", "words"):
        return True
    if context.figure.kind in ("percent", "multiple"):
        return behind is None or behind.tag is not Tag.OF  # not 'gaining [31.6 percent] of the votes'
    if context.figure.kind == "measure" or context.figure.unit == "point":
        return True
    link, level = context.behind(), context.behind(2)
    return link is not None and link.lower == "to" and level is not None and level.tag is Tag.FIGURE


def _cut_object(context: Context, index: int) -> str:
    """'cut imports [31.4 per cent]': a verb of change, its object of one or two words, the figure."""
    for length in (1, 2):
        verb = index - length
        if verb < 1 or context.words[verb + 1].tag is not Tag.NOUN:
            return ""
        if context.words[verb].lower in directions("verbs") and context.words[verb - 1].lower in (
            "to",
            "will",
            "would",
        ):
            return directions("verbs")[context.words[verb].lower]
    return ""


def nearest(context: Context, end: int) -> str:
    """The direction of the last word of change before ``end`` in the clause."""
    ways = directions("verbs", "nouns", "particles")
    for index in range(end - 1, max(-1, end - 1 - FARTHEST), -1):
        word = context.words[index]
        if word.ends_clause:
            break
        if word.lower in ways:
            return ways[word.lower]
    return ""


def noun_before(context: Context) -> str:
    """'an increase of [5%]', 'growth of [7.5 pct]'."""
    of, noun = context.before(), context.before(2)
    if of is None or noun is None or of.tag is not Tag.OF:
        return ""
    if noun.lower in change_forms("funds", "words") and context.figure.kind != "percent":
        return ""
    return directions("nouns").get(noun.lower, "")


def noun_behind(context: Context) -> str:
    """'a [14%] rise in profits', 'NINE PCT BUDGET INCREASE', '[5%] higher'."""
    if context.figure.kind == "count":
        return ""
    end = context.at + 1
    words = context.words
    if end < len(words) and words[end].lower in ("higher", "lower") and context.figure.kind == "percent":
        return directions("particles")[words[end].lower]
    after = words[end + 1] if end + 1 < len(words) else None
    ends = after is None or after.tag in (Tag.STOP, Tag.COMMA) or after.lower in ("at", "on", "from")
    if end < len(words) and words[end].lower in ("up", "down") and context.figure.kind == "percent" and ends:
        return words[end].lower  # 'the shares were [3%] up at 21.40 euros'
    while end < len(words) and end < context.at + 6 and words[end].tag is Tag.NOUN:
        end += 1
    last = words[end - 1]
    if end == context.at + 1 or (last.lower in change_forms("funds", "words") and context.figure.kind != "percent"):
        return ""
    return directions("nouns").get(last.lower, "")


def off_or_onto(context: Context) -> str:
    """'took [a quarter of a point] off its rate', 'would add [$35m] to returns'."""
    verb, link, target = context.before(), context.behind(), context.behind(2)
    if verb is None or link is None or target is None or target.tag is Tag.FIGURE:
        return ""
    if link.lower == "off" and verb.lower in change_forms("onto", "taking"):
        return "down"
    return "up" if link.lower == "to" and verb.lower in change_forms("onto", "adding") else ""
