"""The lexicon of sectors: terms with inflections and conditions, compiled once into a word trie.

The terms live in ``gazetteers/sectors/*.toml``; ``gazetteers/sectors/README.md`` tells their notation. Words are
compared in lower case; a term's own capitals are kept beside it and checked when it matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from pipeline import gazetteers
from pipeline.match.sector_notation import entries, expand, word_set

WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*|&")
NONE = "none"


class Condition(NamedTuple):
    """What must, or must not, stand near a term. One kept promise is enough; one broken ban rules it out."""

    before: frozenset[str]
    after: frozenset[str]
    near: frozenset[str]
    company: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    not_near: frozenset[str]
    lower: bool
    reach: int

    @property
    def promises(self) -> bool:
        """Whether the term needs anything at all besides not being banned."""
        return bool(self.before or self.after or self.near or self.company)


class Term(NamedTuple):
    """One reading of a sequence of words; ``cut`` words at its end speak of another sector."""

    sector: str
    condition: Condition | None
    capitals: tuple[str, ...]
    depth: int
    cut: int


@dataclass(slots=True)
class Node:
    """A node of the trie: the words that may follow, and the terms that end here."""

    next: dict[str, Node] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled terms.

    Attributes:
        root: first word to node.
        size: number of surface terms.
        public: words that make a name one of a ministry, programme, law or pact.
        private: words that make a name one of a company, agency, bank, club, outlet or place.
        posts: words that make a field before them a person's post ('Energy Minister').
        neutral: capitalised words that make no name of a term behind them ('The', 'US').
    """

    root: dict[str, Node]
    size: int
    public: frozenset[str]
    private: frozenset[str]
    posts: frozenset[str]
    neutral: frozenset[str]


class Builder:
    """Collects groups of terms into a ``Lexicon``."""

    def __init__(self, words: Mapping[str, Any], taxonomy: Iterable[Mapping[str, str]]) -> None:
        self._lists = {name: entries(text) for name, text in words["lists"].items()}
        self._spelling: dict[str, str] = dict(words["spelling"])
        self._apart = word_set(words["apart"]["words"], self._lists)
        self._apart_sectors = frozenset((NONE, words["apart"]["sector"]))
        self._names = {name: word_set(text, self._lists) for name, text in words["names"].items()}
        self._parents = {row["sector"]: row["parent"] for row in taxonomy} | {NONE: ""}
        self._root: dict[str, Node] = {}
        self._size = 0

    def add(self, group: Mapping[str, Any]) -> None:
        """Add one group.

        Raises:
            KeyError: its sector is not in the taxonomy.
        """
        sector = group["sector"]
        depth = self._depth(sector)
        condition = self._condition(sector, group)
        for entry in entries(group["terms"]):
            for surface in expand(entry, self._lists):
                self._insert(surface, sector, condition, depth)

    def build(self) -> Lexicon:
        """What has been collected."""
        return Lexicon(self._root, self._size, **self._names)

    def _depth(self, sector: str) -> int:
        depth, parent = 0, self._parents[sector]
        while parent:
            depth, parent = depth + 1, self._parents[parent]
        return depth

    def _condition(self, sector: str, group: Mapping[str, Any]) -> Condition | None:
        if group.keys() <= {"sector", "terms"}:
            return None
        sets = {
            name: word_set(group.get(name, ""), self._lists)
            for name in ("before", "after", "near", "not_before", "not_after", "not_near")
        }
        company = group.get("company", False)
        friends = frozenset((sector, *(company if isinstance(company, list) else ()))) if company else frozenset()
        return Condition(**sets, company=friends, lower=group.get("lower", False), reach=group.get("reach", 1))

    def _insert(self, surface: str, sector: str, condition: Condition | None, depth: int) -> None:
        """Add one surface form, in both spellings, to the trie."""
        words = WORD.findall(surface)
        capitals = tuple(words) if surface != surface.lower() else ()
        for variant in self._variants([word.lower() for word in words]):
            level, node = self._root, None
            for word in variant:
                node = level.get(word)
                if node is None:
                    node = level[word] = Node()
                level = node.next
            if node is not None:
                cut = len(variant) > 1 and variant[-1] in self._apart and sector not in self._apart_sectors
                node.terms.append(Term(sector, condition, capitals, depth, int(cut)))
                self._size += 1

    def _variants(self, words: list[str]) -> Iterator[tuple[str, ...]]:
        """The words as spelt in the lexicon, and as spelt on the other side of the Atlantic."""
        other = [self._spelling.get(word, word) for word in words]
        other = [word.replace("isation", "ization").replace("ising", "izing") for word in other]
        yield tuple(words)
        if other != words:
            yield tuple(other)


def compile_lexicon(groups: Iterable[Mapping[str, Any]], taxonomy: Iterable[Mapping[str, str]]) -> Lexicon:
    """A lexicon from groups of terms; rows of ``taxonomy`` say which sector is the narrower one."""
    builder = Builder(gazetteers.toml("sectors/words"), taxonomy)
    for group in groups:
        builder.add(group)
    return builder.build()


def groups_from_taxonomy(taxonomy: Iterable[Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    """Groups of terms from a taxonomy's own columns, for sectors that a user adds: its label and what it covers."""
    for row in taxonomy:
        yield {"sector": row["sector"], "terms": f"{row['label']},{row.get('covers', '')}".lower()}


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships, compiled on first use."""
    names = gazetteers.toml("sectors/words")["files"]
    groups = (group for name in names for group in gazetteers.toml(f"sectors/{name}")["group"])
    return compile_lexicon(groups, gazetteers.rows("sectors"))
