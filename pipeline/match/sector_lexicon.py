"""The lexicon of sectors: terms with inflections and conditions, compiled once into a word trie.

The terms live in ``gazetteers/sectors/*.toml``; ``gazetteers/sectors/README.md`` tells their notation. Words are
compared in lower case; a term's own capitals are kept beside it and checked when it matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from pipeline import gazetteers
from pipeline.match.sector_notation import entries, expand, word_set
from pipeline.match.sector_taxonomy import NONE, own_rows, taxonomy

WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*|&")
_NO_NODES: dict[str, Node] = {}  # what may follow where nothing may: shared by all leaves, never filled


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
    """One reading of a sequence of words; ``cut`` words at its end speak of another sector, ``own`` is a user's."""

    sector: str
    condition: Condition | None
    capitals: tuple[str, ...]
    depth: int
    cut: int
    own: bool = False


@dataclass(slots=True)
class Node:
    """A node of the trie: the words that may follow, and the terms that end here."""

    next: dict[str, Node] = field(default_factory=lambda: _NO_NODES)
    terms: tuple[Term, ...] = ()


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
        lists = {name: entries(text) for name, text in words["lists"].items()}
        # written out once, not at every call
        self._lists = {name: [f for entry in text for f in expand(entry, lists)] for name, text in lists.items()}
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
        condition = self._condition(sector, group)
        term = Term(sector, condition, (), self._depth(sector), 0, group.get("own", False))
        apart = frozenset() if term.own or sector in self._apart_sectors else self._apart
        whole, cut = (term,), (term._replace(cut=1),)  # one object for all terms of the group
        for entry in entries(group["terms"]):
            for surface in expand(entry, self._lists):
                self._insert(surface, whole, cut, apart)

    def build(self) -> Lexicon:
        """What has been collected."""
        return Lexicon(self._root, self._size, **self._names)

    def _depth(self, sector: str) -> int:
        depth, parent = 0, self._parents[sector]
        while parent:
            depth, parent = depth + 1, self._parents[parent]
        return depth

    def _condition(self, sector: str, group: Mapping[str, Any]) -> Condition | None:
        if group.keys() <= {"sector", "terms", "own"}:
            return None
        sets = {
            name: word_set(group.get(name, ""), self._lists)
            for name in ("before", "after", "near", "not_before", "not_after", "not_near")
        }
        company = group.get("company", False)
        friends = frozenset((sector, *(company if isinstance(company, list) else ()))) if company else frozenset()
        return Condition(**sets, company=friends, lower=group.get("lower", False), reach=group.get("reach", 1))

    def _insert(self, surface: str, whole: tuple[Term, ...], cut: tuple[Term, ...], apart: frozenset[str]) -> None:
        """Add one surface form, in both spellings, to the trie."""
        lower = surface.lower()
        words = WORD.findall(lower)
        if not words:
            return
        capitals = () if surface == lower else tuple(WORD.findall(surface))
        other = [self._spelt_there(word) for word in words]
        for variant in (words, other) if other != words else (words,):
            terms = cut if len(variant) > 1 and variant[-1] in apart else whole
            if capitals:
                terms = (terms[0]._replace(capitals=capitals),)
            node = self._node(variant)
            node.terms = (*node.terms, *terms) if node.terms else terms
            self._size += 1

    def _node(self, words: Sequence[str]) -> Node:
        """The node at which ``words`` end, made if need be."""
        node = Node(self._root)
        for word in words:
            if node.next is _NO_NODES:
                node.next = {}
            below = node.next.get(word)
            if below is None:
                below = node.next[word] = Node()
            node = below
        return node

    def _spelt_there(self, word: str) -> str:
        """A word as spelt on the other side of the Atlantic."""
        other = self._spelling.get(word)
        if other is None:
            other = self._spelling[word] = word.replace("isation", "ization").replace("ising", "izing")
        return other


def compile_lexicon(groups: Iterable[Mapping[str, Any]], taxonomy: Iterable[Mapping[str, str]]) -> Lexicon:
    """A lexicon from groups of terms; rows of ``taxonomy`` say which sector is the narrower one."""
    builder = Builder(gazetteers.toml("sectors/words"), taxonomy)
    for group in groups:
        builder.add(group)
    return builder.build()


def groups_from_taxonomy(taxonomy: Iterable[Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    """Groups of terms from what the rows of a user's taxonomy cover."""
    for row in taxonomy:
        yield {"sector": row["sector"], "terms": row["covers"], "own": True}


@lru_cache(maxsize=4)
def load_lexicon(own: str | None = None, only: bool = False) -> Lexicon:
    """The lexicon that ships, with a user's terms and sectors; compiled on first use.

    Args:
        own: a user's taxonomy, as ``taxonomy_text`` gave it.
        only: whether its sectors are all there are; one that ships keeps its terms, and those of ``none`` stay too.
    """
    sectors = taxonomy(own, only)
    files = gazetteers.toml("sectors/words")["files"]
    groups = (group for name in files for group in gazetteers.toml(f"sectors/{name}")["group"])
    kept = (group for group in groups if group["sector"] in sectors or group["sector"] == NONE)
    rows = [row._asdict() for row in sectors.values()]
    return compile_lexicon(chain(kept, groups_from_taxonomy(row._asdict() for row in own_rows(own))), rows)
