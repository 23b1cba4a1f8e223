"""Rules for ``measures`` that look before a figure: 'X of', 'X rose', 'X was', 'X at', 'X:', 'X ('."""

from __future__ import annotations

from pipeline.relate.context import Context
from pipeline.relate.lexicon import directions, listed
from pipeline.relate.measured_behind import of_behind, says_something
from pipeline.relate.measured_counts import counted
from pipeline.relate.movers import mover
from pipeline.relate.phrases import Phrase, phrase_after, phrase_before
from pipeline.relate.subjects import subject_of, subject_of_clause
from pipeline.relate.words import Tag

# An amount that another one is set beside stands no further back.
_BACK = 40


def of_before(context: Context, ahead: int) -> str:
    """'an investment target of [10 trillion yen]', 'a tariff rate of [14 per cent] on Chilean goods'."""
    if not context.has(context.left - 1, Tag.OF):
        return ""
    if context.figure.kind == "money" and context.has(ahead, Tag.OF):
        own = of_behind(context, ahead)  # 'the seizure of [$16bn] of foreign holdings'
        if own:
            return own
    comma = context.has(context.left - 2, Tag.COMMA)  # 'the first phase, of [600 MW], is due'
    phrase = phrase_before(context.words, context.left - 1 - comma)
    if phrase is None:
        return ""
    phrase = _own_conjunct(context, phrase)
    last = context.words[phrase.end - 1].lower
    owner = phrase.first - 1 - context.has(phrase.first - 1, Tag.DETERMINER)
    if last in listed("worths") and context.says(owner, "with") and context.has(owner - 1, Tag.NOUN):
        return context.phrase(phrase_before(context.words, owner))  # 'loans with a face value of [$38bn]'
    result = context.figure.kind == "money" and last in ("loss", "losses", "gain", "gains")  # 'a yearly loss of [$5m]'
    if last in directions("nouns") and not result:
        return _change_before(context, phrase, ahead)
    behind = context.word(ahead)
    earlier = any(word.tag is Tag.FIGURE for word in context.words[max(0, phrase.first - _BACK) : phrase.first])
    if last in listed("vague") or (last in listed("anaphoric") and earlier):
        return ""
    if last in listed("generic") and (
        phrase.end - phrase.first == 1 or (behind is not None and behind.lower in ("for", "in"))
    ):
        return ""
    bare = phrase.end - phrase.first == 1
    concerning = ("on", "for", "to") if bare else ("on",) if context.figure.kind == "percent" else ()
    # '$14 for each container': what it is for each of
    other = context.has(ahead + 1, Tag.VERB, Tag.FIGURE) or context.says(ahead + 1, "each", "every")
    if behind is not None and behind.lower in concerning and not other:
        object_ = phrase_after(context.words, ahead + 1, lists=False)
        owner = object_ is not None and any(
            mention.start == context.words[object_.first].start
            for party in context.reading.parties
            for mention in party.mentions
        )
        if behind.lower == "to" and owner:
            return context.phrase(phrase)  # 'a stake of [10%] to Qatar's fund'
        if object_ is not None and says_something(context, object_):
            return f"{context.phrase(phrase)} {behind.lower} {context.phrase(object_)}"
    return context.phrase(phrase)


def _own_conjunct(context: Context, phrase: Phrase) -> Phrase:
    """'fees in towns and [spot fines] of': a plural object of a preposition before 'and' is no part of the phrase."""
    words = context.words
    for index in range(phrase.end - 2, phrase.first, -1):
        if words[index].tag is Tag.CONJUNCTION and words[index - 1].lower.endswith("s"):
            return Phrase(index + 1, phrase.end) if context.has(phrase.first - 1, Tag.PREPOSITION) else phrase
    return phrase


def _change_before(context: Context, phrase: Phrase, ahead: int) -> str:
    """'an increase of [5%] in prices', 'a price increase of [5%]'."""
    behind = context.word(ahead)
    if behind is not None and behind.lower in ("in", "for", "on"):
        found = context.phrase(phrase_after(context.words, ahead + 1, prepositions=frozenset({"in", "for"})))
        if found:
            return found
    first = phrase.first
    while context.words[first].lower in listed("degrees"):
        first += 1
    if phrase.end - first > 1:
        return context.phrase(Phrase(first, phrase.end - 1))
    return context.phrase(subject_of_clause(context.words, phrase.first))


def generic_before(context: Context, ahead: int) -> str:
    """'at a price of [$70]': a head that says little, when nothing behind the figure says more."""
    if not context.has(context.left - 1, Tag.OF):
        return ""
    phrase = phrase_before(context.words, context.left - 1)
    if phrase is None or context.words[phrase.end - 1].lower not in listed("better_than_nothing"):
        return ""
    verb = phrase.first
    while context.has(verb - 1, Tag.DETERMINER):
        verb -= 1
    if context.says(verb - 1, "has", "have", "had"):
        return context.phrase(subject_of(context.words, verb - 1)) or context.phrase(
            phrase
        )  # 'the fleet has a value of'
    return context.phrase(phrase)


def moved(context: Context, ahead: int) -> str:
    """'Tesco's share price rose [3p]', 'raising its payout by [14%]', 'an increase in consumption to [2,000 kWh]'."""
    found = mover(context)
    return "" if found is None else context.phrase(found.measures)


def risen_to(context: Context, ahead: int) -> str:
    """'Poverty fell to [29%] of the population', 'royalties will rise to [18%] of sales': of the subject."""
    return moved(context, ahead) if context.says(context.left - 1, "to") and context.has(ahead, Tag.OF) else ""


def linked(context: Context, ahead: int) -> str:
    """'Total volume was [30 percent]', 'exports totalled [$2bn]'."""
    index = context.left - 1
    while context.has(index, Tag.PREPOSITION, Tag.TO, Tag.ADVERB, Tag.DETERMINER) and index > context.left - 4:
        index -= 1
    word = context.word(index)
    if word is None or not (word.tag is Tag.AUXILIARY or word.lower in listed("linking")):
        return ""
    if word.lower in ("has", "have", "had", "having"):
        return ""
    if word.lower in listed("linking_passive") and not context.has(index - 1, Tag.AUXILIARY):
        return ""  # 'analysts had on average [forecast] $2bn'
    if word.tag is Tag.NOUN and word.lower in listed("nouns_before_at") and index < context.left - 1:
        return ""
    return context.phrase(subject_of(context.words, index))


def bracketed(context: Context, ahead: int) -> str:
    """'the Coast Roads Project ([$240 million])'; in 'a tube ([3 mm] outer width)' the bracket names its own."""
    inner = context.at + 1
    while context.has(inner, Tag.NOUN):
        inner += 1
    if inner > context.at + 1 and context.has(inner, Tag.CLOSE) and context.figure.kind == "measure":
        return context.phrase(Phrase(context.at + 1, inner)) if context.has(context.left - 1, Tag.OPEN) else ""
    return (
        context.phrase(phrase_before(context.words, context.left - 1))
        if context.has(context.left - 1, Tag.OPEN)
        else ""
    )


def headed(context: Context, ahead: int) -> str:
    """'Kestrel Moor Solar Park: [EUR 6.1 million] to clear a site'."""
    if not context.has(context.left - 1, Tag.COLON):
        return ""
    return context.phrase(phrase_before(context.words, context.left - 1))


def valued(context: Context, ahead: int) -> str:
    """'goods worth [$3 billion]', 'money equivalent to [$30 billion]'."""
    index = context.left
    while index > 1 and context.words[index - 1].lower in listed("valued"):
        index -= 1
    if context.says(context.left - 1, "at") and context.says(context.left - 2, *listed("costed")):
        index = context.left - 2
        if context.has(index - 1, Tag.AUXILIARY):
            return ""  # 'the line is [costed at] $3bn' has its subject
    elif index == context.left or context.words[index].lower not in listed("valuing"):
        return ""
    if context.has(index - 1, Tag.COMMA):
        figure = index - 2
        if context.has(figure, Tag.FIGURE):
            # 'A contract for the first 210 km, worth [$2bn]'
            while context.has(figure - 1, Tag.DETERMINER, Tag.TIME) or context.says(figure - 1, "first", "last"):
                figure -= 1
            if context.has(figure - 1, Tag.PREPOSITION):
                head = phrase_before(context.words, figure - 1)
                return "" if head is None else context.phrase(Phrase(head.first, index - 1))
        return context.phrase(phrase_before(context.words, index - 1, prepositions=True))  # 'a contract, worth [$2bn],'
    phrase = phrase_before(context.words, index) if context.has(index - 1, Tag.NOUN) else None
    if phrase is not None and context.says(phrase.first - 1, "with"):
        return context.phrase(phrase_before(context.words, phrase.first - 1))  # 'a pact with Acme worth [$2bn]'
    if phrase is not None and not says_something(context, phrase):
        phrase = phrase_before(context.words, index, prepositions=True)  # 'a loan from Acme totalling [$2bn]'
    return context.phrase(phrase)


def beside(context: Context, ahead: int) -> str:
    """'prices below [$70]', 'goods worth [$3 billion]', 'output for the month at [2.816 million tonnes]'."""
    index = context.left
    while context.has(index - 1, Tag.DETERMINER, Tag.ADVERB) or context.says(index - 1, "further", "additional"):
        index -= 1
    if context.says(index - 1, "than", "as"):
        return ""
    if context.has(index - 1, Tag.PREPOSITION, Tag.TO):
        index -= 1
        if context.says(index, "at") and context.has(index - 1, Tag.COMMA):
            index -= 1  # 'inflation, at [2.7%] in the quarter, was'
    elif context.bound.sign not in ("<", ">"):
        return ""
    if not context.has(index - 1, Tag.NOUN, Tag.TIME):
        return ""
    return context.phrase(phrase_before(context.words, index, prepositions=True))


def fronted(context: Context, ahead: int) -> str:
    """'At [4.1%], unemployment was the lowest since 2001': what an amount at the head of its clause is said of."""
    start = context.left - 2
    if not context.says(context.left - 1, "at") or not (start < 0 or context.has(start, Tag.STOP, Tag.SUBORDINATOR)):
        return ""
    return context.phrase(phrase_after(context.words, ahead + 1)) if context.has(ahead, Tag.COMMA) else ""


def priced(context: Context, ahead: int) -> str:
    """'agreed to buy Pennine Analytics for [485 pence] a share', 'ordered 36 radars for [$74.5m]'."""
    words, link = context.words, context.left - 1
    if not context.says(link, "for", "at"):
        return ""
    for verb in range(link - 1, max(-1, link - 16), -1):
        if words[verb].tag is Tag.STOP or (words[link].lower == "at" and words[verb].tag is Tag.AUXILIARY):
            break
        if words[verb].lower in listed("trades") and words[verb].tag is Tag.NOUN and context.has(verb + 1, Tag.OF):
            return context.phrase(phrase_after(words[:link], verb, lists=False))  # 'the purchase of four ships for'
        if words[verb].lower in listed("trading") and words[verb].tag is not Tag.NOUN:
            if context.says(verb - 1, "be", "been", "is", "are", "was", "were", "being"):
                return context.phrase(subject_of(words, verb))  # 'Power will be sold to the state at'
            if context.has(verb + 1, Tag.FIGURE):
                figure = context.reading.figures[words[verb + 1].figure]
                behind = verb + 3 if context.has(verb + 2, Tag.OF) else verb + 2
                whole = context.phrase(phrase_after(words[:link], behind, lists=False))
                return whole or (counted(context._replace(at=verb + 1), 0) if figure.kind == "count" else "")
            return context.phrase(phrase_after(words[:link], verb + 1, lists=False))
    return ""


def signed(context: Context, ahead: int) -> str:
    """'Dow +[0.2%]'."""
    start = context.figure.start
    if not start or context.reading.article.text[start - 1] not in "+-−":
        return ""
    return context.phrase(phrase_before(context.words, context.left))


def compares(context: Context) -> bool:
    """'against [184.3 billion]', 'up from [$1.96bn]': the same thing as an amount before it, which carries over."""
    before, further = context.before(), context.before(2)
    earlier = any(word.tag is Tag.FIGURE for word in context.words[max(0, context.left - _BACK) : context.left])
    if before is None or not earlier:
        return False
    if before.lower == "to" and further is not None and further.tag is Tag.COMMA:
        return True  # 'took a quarter point off its lending rate, to [4.69%]'
    pair = f"{further.lower if further else ''} {before.lower}"
    return before.lower in ("against", "versus") or pair in listed("comparing")
