"""The words of a sentence and what each can do in it, as far as noun phrases are concerned."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Tag(Enum):
    """What a word can do in a sentence, as far as noun phrases are concerned."""

    NOUN = "noun"  # noun, adjective, name: the inside of a noun phrase
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    OF = "of"
    TO = "to"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    AUXILIARY = "auxiliary"
    VERB = "verb"
    EITHER = "either"  # noun or verb; only until the words beside have decided
    PAST = "past"  # a form in -ed behind a noun phrase that it may belong to: 'motions [tabled] by'
    GERUND = "gerund"  # a form in -ing
    ADVERB = "adverb"
    TIME = "time"
    FIGURE = "figure"
    COMMA = "comma"
    COLON = "colon"
    OPEN = "open"
    CLOSE = "close"
    STOP = "stop"


class Word(NamedTuple):
    """A word: where it stands, its lower-case form, its class, and the index of the figure that it is, or -1."""

    start: int
    end: int
    lower: str
    tag: Tag
    figure: int = -1

    @property
    def ends_clause(self) -> bool:
        """Whether another clause begins here; 'that' may be an object ('raising [that] to $30 billion')."""
        other = self.tag is Tag.SUBORDINATOR and self.lower != "that"
        return other or self.tag in (Tag.STOP, Tag.COLON)
