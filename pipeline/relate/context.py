"""A figure among the words of its sentence: what the rules for its columns look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.contract import Figure, Reading
from pipeline.relate.bounds import Bound, bound_before
from pipeline.relate.lexicon import listed
from pipeline.relate.phrases import Phrase
from pipeline.relate.rates_per import per_behind
from pipeline.relate.tagging import tag_words
from pipeline.relate.words import Tag, Word

# A sentence without stops (a table, a list) is cut: what is said of a figure stands near it.
_MOST_CHARACTERS = 600
_MOST_FIGURES = 40
_LONGEST_BRACKET = 14


class Context(NamedTuple):
    """A figure, the words of its sentence, and where it stands among them.

    Attributes:
        row: the figure's index in the reading.
        words: the words of the sentence; figures are one word each, with 'a barrel' or 'per day' behind them.
        at: the index of the figure's word.
        left: the index behind the last word before the figure and the words of its bound.
        bound: the bound that stands before it.
    """

    reading: Reading
    row: int
    words: Sequence[Word]
    at: int
    left: int
    bound: Bound

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.reading.figures[self.row]

    def before(self, back: int = 1) -> Word | None:
        """The word before the figure and its bound, ``back`` words back."""
        return self.words[self.left - back] if self.left - back >= 0 else None

    def behind(self, on: int = 1) -> Word | None:
        """The word behind the figure, ``on`` words on."""
        return self.word(self.at + on)

    @property
    def ahead(self) -> int:
        """The index of the first word behind the figure and the brackets behind it."""
        index = self.at + 1
        while self.has(index, Tag.OPEN):
            reach = range(index, min(len(self.words), index + _LONGEST_BRACKET))
            close = next((i for i in reach if self.words[i].tag is Tag.CLOSE), None)
            if close is None:
                break
            index = close + 1
        while self.has(index, Tag.CLOSE):
            index += 1
        return index

    def word(self, index: int) -> Word | None:
        """The word at ``index``, or None outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else None

    def has(self, index: int, *tags: Tag) -> bool:
        """Whether the word at ``index`` is of one of the classes."""
        word = self.word(index)
        return word is not None and word.tag in tags

    def says(self, index: int, *forms: str) -> bool:
        """Whether the word at ``index`` is one of the forms."""
        word = self.word(index)
        return word is not None and word.lower in forms

    def phrase(self, phrase: Phrase | None) -> str:
        """The characters of a phrase; empty for None."""
        return phrase.text(self.words, self.reading.article.text) if phrase is not None else ""


def contexts(reading: Reading) -> list[Context]:
    """One context for each figure of the reading, in order."""
    found: list[Context] = []
    figures = reading.figures
    first = 0
    while first < len(figures):
        sentence = reading.sentence_at(figures[first].start)
        end = first + 1
        while end < len(figures) and end - first < _MOST_FIGURES and figures[end].start < sentence.end:
            if figures[end].start - figures[end - 1].end > 2 * _MOST_CHARACTERS:
                break
            end += 1
        found.extend(_sentence_contexts(reading, sentence.start, sentence.end, range(first, end)))
        first = end
    return found


def _sentence_contexts(reading: Reading, start: int, end: int, indexes: range) -> list[Context]:
    """The contexts of the figures of one sentence, which have its words in common."""
    text, figures = reading.article.text, reading.figures
    start = max(start, figures[indexes[0]].start - _MOST_CHARACTERS)
    end = max(figures[indexes[-1]].end, min(end, figures[indexes[-1]].end + _MOST_CHARACTERS))
    words = tag_words(text, start, end, [(figures[i].start, _end(reading, i), i) for i in indexes])
    places = {word.figure: at for at, word in enumerate(words) if word.tag is Tag.FIGURE}
    found = []
    for i in indexes:
        floor = figures[i - 1].end if i > indexes[0] else start
        bound = bound_before(text, figures[i].start, floor=floor)
        left = places[i]
        while left and words[left - 1].start >= bound.start:
            left -= 1
        left = _before_which(words, left, ranged=figures[i].low is not None)
        found.append(Context(reading, i, words, places[i], left, bound))
    return found


def _before_which(words: Sequence[Word], left: int, *, ranged: bool) -> int:
    """Before 'the current' in 'from the current [5%] to', 'between' of a range; ``left`` if neither stands there."""
    linked = left > 1 and words[left - 2].tag in (Tag.PREPOSITION, Tag.TO, Tag.OF)
    verbal = left > 1 and words[left - 2].tag is Tag.VERB and words[left - 3].tag is Tag.TO
    if ranged and (linked or verbal) and words[left - 1].lower == "between":
        return left - 1  # 'to [between] $28 and $31', 'to employ [between] 30 and 40'
    of = _average_of(words, left)
    if of < left:
        return of
    first = left
    while first and words[first - 1].lower in listed("which"):
        first -= 1
    if first == left:
        return left
    return first - 1 if first and words[first - 1].tag is Tag.DETERMINER else first


def _average_of(words: Sequence[Word], left: int) -> int:
    """Before 'an average of' in 'have risen by an average of [9%]'; ``left`` itself if that does not stand there."""
    first = left - 1
    if first < 2 or words[first].tag is not Tag.OF or words[first - 1].lower not in listed("statistics"):
        return left
    first -= 1
    while first and (words[first - 1].tag is Tag.DETERMINER or words[first - 1].lower in listed("statistics")):
        first -= 1
    return first if first and words[first - 1].lower in ("by", "to", "from") else left


def _end(reading: Reading, index: int) -> int:
    """Where a figure ends with what it is for each of, which never reaches into the next figure."""
    text, figure = reading.article.text, reading.figures[index]
    if text[figure.end : figure.end + 40].lstrip().startswith("("):
        return figure.end
    end = per_behind(text, figure.end).end
    following = reading.figures[index + 1].start if index + 1 < len(reading.figures) else len(text)
    return end if end <= following else figure.end
