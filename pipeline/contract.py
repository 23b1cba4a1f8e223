"""The few types that pass between the stages.

Every span is a pair of offsets in Unicode code points, half-open, into ``Article.text``. The facts are frozen: a
later stage gives a changed copy, so a value never changes under a reader's feet. Numbers are exact decimals until the
tables are written.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class UserError(ValueError):
    """Something that a user can put right: its text is one sentence that says what."""


class Extent(NamedTuple):
    """A stretch of text: ``start`` and ``end`` are code points, half-open."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two stretches share at least one character."""
        return self.start < other[1] and other[0] < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read, before anything is looked for in it.

    Attributes:
        article_id: twelve hexadecimal digits made from the content, never from the path.
        source: the path relative to the corpus root, with ``#id`` for a record of a JSONL file.
        text: what all offsets refer to; never rewritten.
        title: the headline, from the text or its metadata; empty if unknown.
        published: the day of publication at the outlet's place, if known.
        published_from: ``metadata``, ``html``, ``dateline``, ``argument`` or empty.
        outlet, url, record_id: facts about the article as its source gives them; empty if unknown.
        sha256: digest of the UTF-8 text.
        plain: whether the text is a text file itself, so that it need not be written out again.
        furniture: stretches of the text that belong to the page and not to the article; they yield no rows.
    """

    article_id: str
    source: str
    text: str
    title: str = ""
    published: date | None = None
    published_from: str = ""
    outlet: str = ""
    url: str = ""
    record_id: str = ""
    language: str = "en"
    sha256: str = ""
    plain: bool = True
    furniture: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class Reject:
    """One input that gave no article: where it came from, a short code, and what a person needs to know."""

    source: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that measures something; see the table ``figures``.

    ``same_as`` is the index of the figure that this one restates, in the same ``Reading``.
    """

    start: int
    end: int
    kind: str
    rule: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    unit_from: str = ""
    per: str = ""
    bound: str = "="
    change: str = ""
    measures: str = ""
    same_as: int | None = None
    base_value: Decimal | None = None
    base_currency: str = ""
    fx_rate: Decimal | None = None
    fx_date: date | None = None
    fx_source: str = ""
    rate_gap: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time with its TIMEX3 value and, where it can be known, its first and last day."""

    start: int
    end: int
    type: str
    value: str
    rule: str
    mod: str = ""
    date_start: date | None = None
    date_end: date | None = None
    role: str = "point"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names a party, and in which form."""

    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Party:
    """A country, organisation or person of the article, with all its mentions in order of the text.

    ``symbol`` is under what a company is listed: 'NYSE:ICE', several joined by ' | '.
    """

    name: str
    type: str
    mentions: tuple[Mention, ...]
    country: str = ""
    role: str = ""
    aliases: tuple[str, ...] = ()
    rule: str = ""
    symbol: str = ""

    @property
    def start(self) -> int:
        """Where its first mention starts."""
        return self.mentions[0].start

    @property
    def end(self) -> int:
        """Where its first mention ends."""
        return self.mentions[0].end


@dataclass(frozen=True, slots=True)
class Sector:
    """One mention of an economic sector: ``sector`` is an id of the taxonomy, ``isic4`` its code there."""

    start: int
    end: int
    sector: str
    rule: str = ""
    isic4: str = ""


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement, initiative, pledge, transaction, project, law or summit of the article, at its first mention.

    ``mentions`` holds every mention, the first one included, in order of the text.
    """

    start: int
    end: int
    name: str
    kind: str
    rule: str
    status: str = ""
    mentions: tuple[Extent, ...] = ()


class Link(NamedTuple):
    """Who, what, where or when of a figure or a deal: both ends are indexes into the lists of one ``Reading``.

    ``role`` narrows a party: ``payer`` or ``receiver``, where the text is plain.
    """

    from_table: str
    from_index: int
    relation: str
    to_table: str
    to_index: int
    rule: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and all that has been read out of it; the lists are in order of the text.

    ``fiscal_start`` is the month in which fiscal years start by the settings.
    """

    article: Article
    sentences: tuple[Extent, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    parties: tuple[Party, ...] = ()
    sectors: tuple[Sector, ...] = ()
    deals: tuple[Deal, ...] = ()
    links: tuple[Link, ...] = ()
    words: int = 0
    fiscal_start: int | None = None

    def sentence_at(self, position: int) -> Extent:
        """The sentence that holds the character at ``position`` (the whole text if none does)."""
        index = self.sentence_index(position)
        return self.sentences[index] if index >= 0 else Extent(0, len(self.article.text))

    def sentence_index(self, position: int) -> int:
        """The index of the sentence that holds ``position``, or -1."""
        return bisect_right(self.sentences, (position, len(self.article.text) + 1)) - 1

    def text(self, row: Figure | Time | Mention | Party | Sector | Deal | Extent) -> str:
        """The characters of a row."""
        return self.article.text[row.start : row.end]

    def before(self, row: Figure | Time | Mention | Sector | Deal | Extent) -> str:
        """The text of the row's sentence up to the row."""
        return self.article.text[self.sentence_at(row.start).start : row.start]

    def after(self, row: Figure | Time | Mention | Sector | Deal | Extent) -> str:
        """The text of the row's sentence behind the row."""
        return self.article.text[row.end : max(row.end, self.sentence_at(row.start).end)]
