"""Rules for ``measures`` that look at the verb before a figure: who employs, what brings in, what was lost."""

from __future__ import annotations

from pipeline.relate.context import Context
from pipeline.relate.lexicon import listed
from pipeline.relate.measured_behind import says_something
from pipeline.relate.measured_counts import counted
from pipeline.relate.phrases import Phrase, phrase_after, phrase_before
from pipeline.relate.subjects import subject_of, subject_of_clause
from pipeline.relate.words import Tag

# Words that an indirect object has at most: 'brought [the Danish partners] 9 billion yen'
_INDIRECT = 4
# A place stands no further before the figure of its 'where' clause.
_WHERE = 16


def participle(context: Context, ahead: int) -> str:
    """'trains carrying [2,400 tonnes]', 'a fund managing [$5bn]': the noun that a participle with the figure describes.

    A participle that follows a comma says something of the whole clause instead.
    """
    index = context.left - 1
    if not context.has(index, Tag.GERUND) or not context.has(index - 1, Tag.NOUN):
        return ""
    phrase = phrase_before(context.words, index)
    if phrase is None or context.has(phrase.first - 1, Tag.TO):
        return ""  # 'tried to [board] carrying'
    return context.phrase(phrase) if inanimate(context, phrase) else ""


def brings(context: Context, ahead: int) -> str:
    """'an agreement that brought the Danes [9 billion yen]': the subject of a verb with a receiver before the sum."""
    index = context.left - 1
    if context.says(index, "in") and context.says(index - 1, "took", "takes", "take", "pulled"):
        return context.phrase(subject_of(context.words, index - 1))  # 'Hotels took in [$2bn]'
    if context.has(index, Tag.PRONOUN):
        index -= 1
    while context.has(index, Tag.NOUN, Tag.DETERMINER) and index > context.left - 1 - _INDIRECT:
        index -= 1
    word = context.word(index)
    if index == context.left - 1 and context.says(index, "raised", "raise", "raises") and word is not None:
        return _offered(context, index)
    if word is None or word.lower not in listed("bringing"):
        return ""
    if word.tag is Tag.NOUN and not context.has(index + 1, Tag.DETERMINER, Tag.PRONOUN):
        return ""  # not 'a saving of'; 'the takeover in 2009 [cost] the state'
    if index == context.left - 1 and word.lower in listed("suffering"):
        return ""  # 'would [save] $16'
    return context.phrase(subject_of(context.words, index))


def _offered(context: Context, verb: int) -> str:
    """'Eleven flotations raised [$1.7bn]', 'The bond raised': an event that brings money in; no firm that takes it."""
    if context.has(verb - 1, Tag.FIGURE):
        noun = counted(context._replace(at=verb - 1), verb)
    else:
        noun = context.phrase(subject_of(context.words, verb))
    return noun if noun and noun.split()[-1].lower() in listed("raisers") else ""


def source(context: Context, ahead: int) -> str:
    """'would add [9 billion kwacha] from its own budget', '[$90 million] is to come from a bond'; not from a party."""
    index = ahead
    while context.has(index, Tag.AUXILIARY, Tag.TO, Tag.ADVERB) or context.says(index, "come", "comes", "came"):
        index += 1
    if not context.says(index, "from"):
        return ""
    phrase = phrase_after(context.words, index + 1, lists=False)
    return context.phrase(phrase) if phrase is not None and inanimate(context, phrase) else ""


def lost(context: Context, ahead: int) -> str:
    """'The railway lost [310 million euros] on turnover of 2.8 billion'; not 'lost $5m in revenue'."""
    losing = context.says(context.left - 1, "lost", "loses", "lose", "losing", "earn", "earns", "earned")
    return suffered(context, ahead) if losing and not context.says(ahead, "in") else ""


def suffered(context: Context, ahead: int) -> str:
    """'The company lost [412 million crowns]', 'a borrower would save [$16] a week': the figure is of what is done."""
    verb = context.before()
    done = verb is not None and verb.lower in listed("suffering") and context.has(context.left - 2, *_SUBJECTS)
    return context.phrase(Phrase(context.left - 1, context.left)) if done else ""


_SUBJECTS = (Tag.NOUN, Tag.PRONOUN, Tag.AUXILIARY, Tag.ADVERB, Tag.CLOSE, Tag.TIME, Tag.COMMA, Tag.SUBORDINATOR)


def employs(context: Context, ahead: int) -> str:
    """'a plant that will employ [450 people]', 'construction would create [3,500 jobs]': the thing that gives work."""
    verb = context.left - 1
    if context.figure.unit not in listed("workers") or verb < 1:
        return ""
    if context.words[verb].lower not in listed("employing") or context.words[verb].tag is Tag.NOUN:
        return ""
    subject = subject_of(context.words, verb)
    return context.phrase(subject) if subject is not None and inanimate(context, subject) else ""


def where(context: Context, ahead: int) -> str:
    """'a factory near Ipswich, where it is to invest [$160m]': the place that a clause with 'where' is about."""
    words = context.words
    for index in range(context.left - 1, max(0, context.left - _WHERE), -1):
        if words[index].lower == "where":
            before = index - 1 if words[index - 1].tag is Tag.COMMA else index
            phrase = phrase_before(words, before, prepositions=True)
            if phrase is not None and context.has(phrase.first - 1, Tag.COMMA) and _named(context, phrase):
                # 'a mill near Ipswich, [Ohio]'
                phrase = phrase_before(words, phrase.first - 1, prepositions=True) or phrase
            return context.phrase(phrase) if phrase is not None and says_something(context, phrase) else ""
        if words[index].ends_clause or words[index].tag in (Tag.COMMA, Tag.COLON):
            return ""
    return ""


def _named(context: Context, phrase: Phrase) -> bool:
    return context.reading.article.text[context.words[phrase.first].start].isupper()


def having(context: Context, ahead: int) -> str:
    """'a trial with [312 patients]', 'a stake of makers with [300 employees]': the thing that has so many."""
    noun = context.left - 2
    if not context.says(noun + 1, "with"):
        return ""
    noun -= context.has(noun, Tag.COMMA)  # 'The fund, with [$14 billion] under management'
    if not context.has(noun, Tag.NOUN):
        return ""
    phrase = phrase_before(context.words, noun + 1)
    if phrase is None or context.words[phrase.end - 1].lower in listed("dealing"):
        return ""
    return context.phrase(phrase) if inanimate(context, phrase) else ""


def taken_to(context: Context, ahead: int) -> str:
    """'The order takes the backlog to [214 planes]': the object, which the verb gives a new size."""
    words, link = context.words, context.left - 1
    if not context.says(link, "to", "at"):
        return ""
    for verb in range(link - 2, max(0, link - _WHERE), -1):
        if words[verb].ends_clause or words[verb].tag is Tag.FIGURE:
            break
        if words[verb].lower in listed("taking") and words[verb].tag is not Tag.NOUN:
            phrase = phrase_after(words[:link], verb + 1, prepositions=frozenset({"in", "on", "for"}), lists=False)
            ends = phrase is not None and phrase.end == link
            generic = phrase is None or words[phrase.end - 1].lower in listed("generic")
            return "" if not ends or generic else context.phrase(phrase)
    return ""


def optional(context: Context, ahead: int) -> str:
    """'an option on another [1.9 million shares]', 'an option for a further [90]': what is not bought yet."""
    option = context.left - 2
    if not context.says(context.left - 1, "on", "for", "over") or not context.says(option, "option", "options"):
        return ""
    return context.phrase(Phrase(option, option + 1))


def voted(context: Context, ahead: int) -> str:
    """'A bill passed the house by [17 votes] to 9': the votes are those on the subject."""
    if context.figure.unit != "vote" or not context.says(context.left - 1, "by", "with"):
        return ""
    for index in range(context.left - 2, -1, -1):
        headed = context.has(index, Tag.NOUN) and not context.has(index + 1, Tag.NOUN)
        if headed and context.says(index, *listed("put_to_vote")):
            return context.phrase(phrase_before(context.words, index + 1))
    return context.phrase(subject_of_clause(context.words, context.left - 1))


def in_which(context: Context, ahead: int) -> str:
    """'a scheme to which Oslo gives [$5m]', 'a firm in which Acme has [45%]': the noun that 'which' stands for."""
    words = context.words
    for index in range(context.left - 1, max(0, context.left - _WHERE), -1):
        if words[index].lower in ("which", "whom") and context.has(index - 1, Tag.PREPOSITION, Tag.TO):
            before = index - 1 - context.has(index - 2, Tag.COMMA)
            phrase = phrase_before(words, before)
            return context.phrase(phrase) if phrase is not None else ""
        if words[index].ends_clause or words[index].tag is Tag.FIGURE:
            return ""
    return ""


def kept(context: Context, ahead: int) -> str:
    """'At the end of May it had [$64m] in cash': the cash, which is no purpose behind this verb."""
    holds = context.says(context.left - 1, "has", "have", "had", "holds", "held", "with")
    return "cash" if holds and context.says(ahead, "in") and context.says(ahead + 1, "cash") else ""


def pronoun_valued(context: Context, ahead: int) -> str:
    """'Acme sold shares, valuing it at [$2bn]': the subject of the clause that the pronoun goes back to."""
    at = context.left - 1
    if not context.says(at, "at") or not context.says(at - 1, "it", "itself", "them"):
        return ""
    if not context.says(at - 2, "valuing", "values", "valued", "value"):
        return ""
    return context.phrase(subject_of_clause(context.words, at - 2))


def inanimate(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase is no party and no word for one ('the company'): those have people, and are not measured."""
    last = context.words[phrase.end - 1].lower
    return last not in listed("agents") and says_something(context, phrase)
