"""What a figure measures when its own clause does not say it: the same as an amount before it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contract import Figure
from pipeline.relate.context import Context
from pipeline.relate.measured_behind import yards
from pipeline.relate.measured_verbs import inanimate
from pipeline.relate.phrases import Phrase, phrase_after, phrase_before
from pipeline.relate.subjects import subject_of, subject_of_clause
from pipeline.relate.tagging import tag_words
from pipeline.relate.words import Tag

# So many sentences back an amount may carry over, and so many figures are looked at.
_NEAR, FAR, _LOOKED_AT = 2, 6, 60
# So many words stand at most before a figure that is said of the pronoun at the head of its sentence.
_CLAUSE = 8


def carried_over(contexts: Sequence[Context], found: Sequence[str], position: int, reach: int = _NEAR) -> str:
    """What the same amount measured before, or one of the same unit in the sentence, or the amount just before."""
    context = contexts[position]
    own, reading = context.figure, context.reading
    before = contexts[position - 1] if position else context
    if position and before.words is context.words and (yards(context) or own.kind == "multiple"):
        return found[-1]  # 'a 36bn baht deficit, or [2.8 pct] of GDP', 'a $2bn price - [double] that of Acme'
    alike = []
    for earlier in range(position - 1, max(-1, position - _LOOKED_AT), -1):
        figure = contexts[earlier].figure
        if not found[earlier] or (figure.kind, figure.unit) != (own.kind, own.unit):
            continue
        if own.kind == "money" and figure.value is not None and figure.value == own.value:
            return found[earlier]
        alike.append(earlier)
    here = reading.sentence_index(own.start)
    if alike and (contexts[alike[0]].words is context.words or reach > _NEAR):
        return found[alike[0]] if here - reading.sentence_index(contexts[alike[0]].figure.start) <= reach else ""
    near = position and here - reading.sentence_index(before.figure.start) <= reach
    return found[-1] if near and before.figure.kind == own.kind and _same_scale(own, before.figure) else ""


def _same_scale(one: Figure, other: Figure) -> bool:
    """Whether two figures can measure the same thing: the same unit, or money or percents of whatever unit."""
    return one.unit == other.unit or one.kind in ("money", "percent")


def spoken_of(context: Context) -> str:
    """'The lender wants [higher rates]. They went up by 34%': what a pronoun at the head of a sentence goes back to.

    The subject of the sentence before, or its object if the subject is a party or a word for one.
    """
    reading, here = context.reading, context.reading.sentence_index(context.figure.start)
    said = context.words[: context.left]
    if not here or len(said) > _CLAUSE or not any(word.lower in ("it", "they") for word in said[:2]):
        return ""
    before = reading.sentences[here - 1]
    words = tag_words(reading.article.text, before.start, before.end, ())
    verb = next((i for i, word in enumerate(words) if i and word.tag in (Tag.VERB, Tag.AUXILIARY)), 0)
    seen = context._replace(words=words)
    subject = subject_of(words, verb) if verb else None
    if subject is not None and inanimate(seen, subject):
        return seen.phrase(subject)
    return seen.phrase(phrase_after(words, verb + 1, lists=False)) if verb else ""


def names_party(context: Context, phrase: str) -> bool:
    """Whether the phrase is the name of a party: it pays or gets the amount, and is not what the amount is of."""
    parties = context.reading.parties
    return bool(phrase) and any(phrase in (party.name, *party.aliases) for party in parties)


def last_resort(context: Context) -> str:
    """The member of a list that the figure stands behind, the subject of the clause, or the bare word behind it.

    'the mill, [$14,307,150], the farm, [$31,652,400]'; 'suffered [3.62%] loss'.
    """
    if context.has(context.left - 1, Tag.COMMA) and context.has(context.ahead, Tag.COMMA, Tag.STOP, Tag.CONJUNCTION):
        member = context.phrase(phrase_before(context.words, context.left - 1))
        if member:
            return member
    subject = subject_of_clause(context.words, context.left)
    if subject is not None and not inanimate(context, subject):
        subject = _done_to(context, subject.end) or subject
    phrase = subject or phrase_after(context.words, context.at + 1, lists=False)
    counted = phrase is not None and context.words[phrase.first].tag is Tag.FIGURE
    return "" if counted else context.phrase(phrase)


def _done_to(context: Context, index: int) -> Phrase | None:
    """The object of the verb behind a subject: 'The ministry proposed [a new budget], setting aside $61bn'."""
    words = context.words
    while index < context.left and words[index].tag in (Tag.TIME, Tag.PREPOSITION, Tag.ADVERB, Tag.AUXILIARY):
        index += 1
    if index >= context.left or words[index].tag is not Tag.VERB:
        return None
    found = phrase_after(words[: context.left], index + 1, lists=False)
    return found if found is not None and context.has(found.end, Tag.COMMA, Tag.PREPOSITION) else None
