"""Rules for ``measures`` of a figure that goes on from the one before it: it measures the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.relate.context import Context
from pipeline.relate.lexicon import listed
from pipeline.relate.phrases import phrase_after
from pipeline.relate.words import Tag, Word

_DASHES = frozenset({"-", "--", "–", "—"})
# Between a figure and the comma behind its noun phrase: '1.9 million tonnes [of cargo in 2024], up 14%'
_INSIDE = (Tag.NOUN, Tag.OF, Tag.PREPOSITION, Tag.TIME, Tag.DETERMINER, Tag.ADVERB, Tag.OPEN, Tag.CLOSE, Tag.FIGURE)
# So many words that noun phrase has at most.
_LONGEST = 14


def goes_on(contexts: Sequence[Context], found: Sequence[str], position: int) -> str:
    """What the figure before measured, if this one only says how large that is; else empty.

    'a profit of $5m, [11%] less than in 2023', '$41 a tonne, about [twice] the rate of 2020', 'half of them'.
    """
    context = contexts[position]
    if not position or contexts[position - 1].words is not context.words or not found[position - 1]:
        return ""
    previous, comma = contexts[position - 1], context.left - 1
    if context.says(comma, "which", "whom") and context.has(comma - 1, Tag.OF) and context.figure.kind != "money":
        return found[position - 1]  # '98 million tonnes, of which [74 million] went'
    share = _share_of_pronoun(context, _several(contexts, found, position))
    if share:
        return share
    if _pauses(context.word(comma)) and (_compared(context) or _times_as_much(context)):
        return found[position - 1]
    if _shared(contexts[position - 1], context, found[position - 1]):
        return found[position - 1]
    if context.says(comma, "raising", "fetching", "netting") and _pauses(context.word(comma - 1)):
        return found[position - 1]  # 'sold 5 million shares at $15, raising [$75m]'
    moved = context.figure.kind == "percent" and context.says(comma, "up", "down")
    complement = previous.before() is not None and previous.says(previous.left - 1, "for")
    if complement and context.says(comma, "worth"):
        return ""  # 'a contract for 210 km, worth [$2bn]' is of the contract
    if moved or context.says(comma, "worth", "costing", "totalling", "totaling"):
        comma -= 1
    elif context.says(comma, "at") and context.says(comma - 1, "valued", "priced"):
        comma -= 2
    else:
        return ""
    inside = context.words[previous.at + 1 : comma]
    near = len(inside) <= _LONGEST and all(word.tag in _INSIDE for word in inside)
    return found[position - 1] if near and _pauses(context.word(comma)) else ""


def _pauses(word: Word | None) -> bool:
    return word is not None and (word.tag is Tag.COMMA or word.lower in _DASHES)


def _compared(context: Context) -> bool:
    """Whether '[40%] more than', '[5%] below' follows."""
    if context.figure.kind not in ("percent", "multiple"):
        return False
    more = context.says(context.at + 1, "more", "less", "fewer", "higher", "lower")
    return more or context.says(context.at + 1, "above", "below")


def _shared(previous: Context, context: Context, said: str) -> bool:
    """Whether 'of' behind the share before holds for this one: '30% of costs for mills and [50%] for mines'."""
    both = previous.figure.kind == context.figure.kind == "percent"
    joined = context.has(context.left - 1, Tag.CONJUNCTION) and context.says(context.at + 1, "for", "in")
    if not (both and joined):
        return False
    # 'tariffs stand at 19% for our goods and [20%] for theirs'
    named = (
        said
        and previous.says(previous.at + 1, "for", "in")
        and said in context.reading.article.text[previous.words[0].start : previous.figure.start]
    )
    return bool(named) or previous.has(previous.at + 1, Tag.OF)


def _times_as_much(context: Context) -> bool:
    """Whether a multiple stands before what it is taken of: '[twice] the rate', not the verb 'doubling'."""
    word = context.words[context.at].lower
    return context.figure.kind == "multiple" and not word.endswith(("ing", "ed"))


def _several(contexts: Sequence[Context], found: Sequence[str], position: int) -> str:
    """What the figure before measured; for 'them', the last thing measured in the sentence that is a plural.

    '$9m in loans, at a rate of 4%, and [2%] of them'.
    """
    context = contexts[position]
    if context.says(context.at + 2, "them", "these", "those"):
        for earlier in range(position - 1, -1, -1):
            if contexts[earlier].words is not context.words:
                break
            if found[earlier].endswith("s") or contexts[earlier].figure.kind == "count":
                return found[earlier]
    return found[position - 1]


def _share_of_pronoun(context: Context, before: str) -> str:
    """'[half] of it cashew nuts', '[35] of them in Basel'."""
    at = context.at + 1
    if not context.has(at, Tag.OF) or not context.says(at + 1, "it", "them", "which", "these", "those"):
        return ""
    granted = context.figure.kind == "money" and context.says(at + 2, "in", "for", "as")
    if granted or (context.figure.kind == "percent" and context.has(at + 2, Tag.NOUN)):
        at += granted  # '[$2 billion] of it in grants'
        own = context.phrase(phrase_after(context.words, at + 2))
        if own and own.lower() not in listed("vague"):
            return own
    return before
