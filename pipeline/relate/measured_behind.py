"""Rules for ``measures`` that look behind a figure: 'of X', 'rise in X', 'for X', the noun that it stands before."""

from __future__ import annotations

from pipeline.relate.context import Context
from pipeline.relate.lexicon import directions, listed
from pipeline.relate.phrases import Phrase, is_adjective, phrase_after
from pipeline.relate.words import Tag

_CROSSED = (Tag.TIME, Tag.DETERMINER, Tag.PREPOSITION, Tag.FIGURE, Tag.CONJUNCTION, Tag.ADVERB, Tag.CLOSE)


def of_behind(context: Context, ahead: int) -> str:
    """'[80%] of Japanese firms operating in India', '[$41 million] of grant aid'."""
    return "" if yards(context) else context.phrase(whole(context, ahead))


def yards(context: Context) -> bool:
    """Whether the figure is a share of something that only shows how large it is: 'of GDP'."""
    return yardstick(context, context.ahead).lower() in listed("yardsticks")


def yardstick(context: Context, ahead: int) -> str:
    """'[3%] of GDP', when nothing else says what is as large as that."""
    return context.phrase(whole(context, ahead))


def whole(context: Context, ahead: int) -> Phrase | None:
    """The phrase behind 'of' or 'worth of'."""
    if context.says(ahead, "worth"):
        ahead += 1
    if context.has(ahead, Tag.DETERMINER) and context.words[context.at].lower.endswith("half"):
        return phrase_after(context.words, ahead, lists=False)  # '[half] the population'
    if not context.has(ahead, Tag.OF):
        return None
    inner = _whole_figure(context, ahead + 1)
    if inner is not None:
        return inner
    return phrase_after(context.words, ahead + 1, prepositions=frozenset({"in", "on", "for", "with", "from"}))


def _whole_figure(context: Context, index: int) -> Phrase | None:
    """'[half] of the 41 million people', '[23%] of 16.9 million hectares', '[28%] of its $9.6 billion in revenue'."""
    while context.has(index, Tag.DETERMINER):
        index += 1
    if not context.has(index, Tag.FIGURE):
        return None
    kind = context.reading.figures[context.words[index].figure].kind
    if kind == "money" and context.says(index + 1, "in", "of"):
        return phrase_after(context.words, index + 2, lists=False)
    return None if kind == "money" or context.has(index + 1, Tag.NOUN) else Phrase(index, index + 1)


def change_behind(context: Context, ahead: int) -> str:
    """'a [14%] rise in annual earnings', '[NINE PCT] BUDGET INCREASE'."""
    end = ahead
    while context.has(end, Tag.NOUN):
        end += 1
    if end == ahead or context.words[end - 1].lower not in directions("nouns"):
        return ""
    link = context.word(end)
    if link is not None and link.lower in ("in", "of", "on", "for", "to"):
        phrase = context.phrase(
            phrase_after(context.words, end + 1, prepositions=frozenset({"in", "on", "for", "from"}))
        )
        if phrase:
            return phrase
    first = ahead
    while context.words[first].lower in listed("degrees"):
        first += 1
    return context.phrase(Phrase(first, end - 1)) if end - 1 > first else ""


def attribute(context: Context, ahead: int) -> str:
    """'[50%] tariffs on Chilean goods', '[$67 Billion] Japan Deal', 'the temporary additional [15 per cent] tariff'."""
    words = context.words
    if not context.has(ahead, Tag.NOUN) and not (context.has(ahead, Tag.GERUND) and context.has(ahead + 1, Tag.NOUN)):
        return ""
    if ahead > context.at + 1 and words[context.at + 1].tag not in (Tag.OPEN, Tag.CLOSE):
        return ""
    if context.has(context.left - 1, Tag.AUXILIARY) and is_adjective(words[ahead]):
        return ""  # 'the vaccine was [91%] effective'
    if words[ahead].lower in listed("comparatives") and not context.has(ahead + 1, Tag.NOUN):
        return ""  # 'the offer was [10%] dearer'
    adjectives = _adjectives(context)
    bare = context.has(ahead, Tag.NOUN) and not context.has(ahead + 1, Tag.NOUN) and not adjectives
    if bare:
        prepositions = frozenset({"on", "to", "for", "in"})  # '[$4.8bn] deal for a wind farm'
    else:
        prepositions = frozenset({"on", "to"}) if context.figure.kind == "percent" else frozenset({"to"})
    phrase = phrase_after(words, ahead, prepositions=prepositions, lists=False)
    if phrase is None:
        return ""
    last = words[phrase.first].lower
    if context.figure.kind == "measure" and phrase.end - phrase.first == 1 and last in listed("dimensions"):
        return ""  # 'the tunnel is [27 kilometres] long': of the tunnel
    result = context.figure.kind == "money" and last in ("loss", "losses")  # 'reported a [$5m] loss'
    if phrase.end - phrase.first == 1 and last in directions("nouns") and not result:
        return ""  # what rose or fell is better than the bare 'rise'
    return f"{adjectives}{context.phrase(phrase)}"


def _adjectives(context: Context) -> str:
    """What stands between the article and the figure, with a blank behind: 'the [punitive additional] 25% tariff'."""
    first = context.left
    while context.has(first - 1, Tag.NOUN) and context.left - first < 3:
        first -= 1
    if first == context.left or context.words[context.left - 1].lower.endswith(("'s", "’s", "s'", "s’")):
        return ""
    if not context.has(first - 1, Tag.DETERMINER):
        first = context.left - 1
        if context.words[first].lower not in listed("adjectives"):
            return ""
    return f"{context.phrase(Phrase(first, context.left))} "


def purpose(context: Context, ahead: int) -> str:
    """'[$5m] for roads', '[$30 billion] in dividends', '[$12.6 billion] was paid out in bonuses'.

    Times, brackets, other figures and the verb whose subject the figure is are crossed.
    """
    words = context.words
    index = _behind_insertion(context, ahead)
    if context.has(index, Tag.AUXILIARY, Tag.VERB, Tag.PAST):
        while context.has(index, Tag.AUXILIARY, Tag.VERB, Tag.PAST, Tag.ADVERB) or context.says(index, "out", "aside"):
            index += 1
        if context.has(index, Tag.TO) and context.has(index + 1, Tag.DETERMINER, Tag.NOUN):
            return context.phrase(phrase_after(words, index + 1, lists=False))  # 'will go to the irrigation project'
    limit = min(len(words) - 1, index + 14)
    while index < limit:
        word = words[index]
        if word.lower in listed("purpose"):
            if words[index + 1].tag is Tag.FIGURE and counted_phrase(context, index + 1):
                return counted_phrase(context, index + 1)
            phrase = phrase_after(words, index + 1, prepositions=frozenset({"for", "in", "on", "across"}))
            if phrase is not None and says_something(context, phrase):
                return context.phrase(_with_place(context, phrase))
        if word.tag is Tag.OPEN:
            index = next((i for i in range(index, limit) if words[i].tag is Tag.CLOSE), limit)
        elif word.tag not in _CROSSED:
            return ""
        index += 1
    return ""


def _with_place(context: Context, phrase: Phrase) -> Phrase:
    """'$135 million on a plant [at Rosario]': a place that is a name belongs to the thing."""
    place = phrase_after(context.words, phrase.end + 1, lists=False) if context.says(phrase.end, "at", "near") else None
    if place is None or not context.reading.article.text[context.words[phrase.end + 1].start].isupper():
        return phrase
    return Phrase(phrase.first, place.end)


def _behind_insertion(context: Context, ahead: int) -> int:
    """'41.3 billion baht[, or 18.2 pct of all spending,] for repaying loans'."""
    if not (context.has(ahead, Tag.COMMA) and context.says(ahead + 1, "or", "about", "roughly", "equivalent")):
        return ahead
    words = context.words
    return next((i + 1 for i in range(ahead + 1, min(len(words), ahead + 12)) if words[i].tag is Tag.COMMA), ahead)


def says_something(context: Context, phrase: Phrase) -> bool:
    """Not just the mention of a party ('$5m in Japan' does not measure Japan), a number, or 'in exchange'."""
    start, end = context.words[phrase.first].start, context.words[phrase.end - 1].end
    first = context.words[phrase.first].lower
    alone = phrase.end - phrase.first == 1 or context.words[phrase.first + 1].tag is not Tag.NOUN
    if (first in listed("empty") and (alone or first != "cash")) or first[0].isdigit():
        return False
    return not any(m.start <= start and end <= m.end for party in context.reading.parties for m in party.mentions)


def to_do(context: Context, ahead: int) -> str:
    """'[$1.5 billion] to modernise rural clinics', '[€38 million] to 6 solar projects'."""
    if not context.has(ahead, Tag.TO):
        return ""
    follows = context.word(ahead + 1)
    if follows is None:
        return ""
    if follows.tag is Tag.FIGURE:
        return counted_phrase(context, ahead + 1)
    if follows.tag is Tag.NOUN and not context.has(
        ahead + 2, Tag.DETERMINER, Tag.NOUN, Tag.FIGURE, Tag.ADVERB, Tag.GERUND
    ):
        return context.phrase(phrase_after(context.words, ahead + 1))  # 'Rs 350 b to construction'
    index = ahead + 2
    while context.has(index, Tag.ADVERB) or (context.has(index, Tag.VERB) and context.says(index - 1, "help")):
        index += 1
    target = context.word(index)
    if target is not None and target.tag is Tag.FIGURE:
        return counted_phrase(context, index)
    return context.phrase(phrase_after(context.words, index, prepositions=frozenset({"for", "in"})))


def counted_phrase(context: Context, index: int) -> str:
    """A figure with its noun as a phrase: 'to build [1,500 homes for the district]'."""
    figure = context.reading.figures[context.words[index].figure]
    if figure.kind != "count":
        return ""
    end = index + 1
    if context.has(end, Tag.OF, Tag.PREPOSITION):
        inner = phrase_after(context.words, end + 1)
        end = inner.end if inner is not None and context.words[end].lower in ("of", "for", "in", "on") else end
    return context.phrase(Phrase(index, end))


def off_or_onto(context: Context, ahead: int) -> str:
    """'took [a quarter of a point] off its rate', 'would add [$35m] to returns', 'including [Rs 38bn] from tax'."""
    verb = context.before()
    if verb is None:
        return ""
    onto = context.has(ahead, Tag.TO) and verb.lower.startswith("add")
    source = context.says(ahead, "from") and verb.lower == "including"
    if onto or source or (context.says(ahead, "off") and context.figure.kind == "percent"):
        return context.phrase(phrase_after(context.words, ahead + 1, lists=False))
    return ""


def parallel(context: Context, ahead: int) -> str:
    """'Rs 38bn from sales tax and [Rs 15bn] from excise': what stands behind the figure as behind the one before."""
    link, words = context.before(), context.words
    if link is None or link.tag not in (Tag.CONJUNCTION, Tag.COMMA) or not context.has(ahead, Tag.PREPOSITION, Tag.OF):
        return ""
    previous = next((i for i in range(context.left - 1, -1, -1) if words[i].tag is Tag.FIGURE), None)
    if previous is None or not context.says(previous + 1, words[ahead].lower):
        return ""
    phrase = phrase_after(words, ahead + 1, lists=False)
    return context.phrase(phrase) if phrase is not None and not words[phrase.first].lower[0].isdigit() else ""
