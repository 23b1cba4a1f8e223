"""The predicates of a clause: a verb joined by 'and' shares the subject of the verb before it, not its objects.

'Acme will lease 12 jets from Bolt for eight years [and sell six turboprops]': Bolt and the eight years are no part of
the sale, Acme is.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contract import Extent, Reading
from pipeline.relate.clauses import starting
from pipeline.relate.tagging import tag_words
from pipeline.relate.word_classes import class_of
from pipeline.relate.words import Tag, Word

_VERBS = (Tag.VERB, Tag.AUXILIARY)
_OBJECTS = (Tag.DETERMINER, Tag.PRONOUN, Tag.FIGURE, Tag.TIME, Tag.TO)


def predicates(reading: Reading, clause: Extent) -> tuple[int, list[int]]:
    """Where the first verb of a clause stands, and where each verb stands that 'and' joins to one before.

    Args:
        reading: the facts.
        clause: the clause.
    """
    figures = [reading.figures[j] for j in starting(reading.figures, clause.start, clause.end)]
    spans = [(f.start, min(f.end, clause.end), j) for j, f in enumerate(figures)]
    words = tag_words(reading.article.text, clause.start, clause.end, _apart(spans))
    first = next((word.start for word in words if word.tag in _VERBS), clause.end)
    cuts = [words[i].start for i in range(1, len(words)) if words[i].start > first and _joined(words, i)]
    return first, cuts


def _apart(spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    kept: list[tuple[int, int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _joined(words: Sequence[Word], index: int) -> bool:
    """Whether the word is 'and' with a verb right behind it, or a comma with one."""
    word = words[index]
    if index + 1 >= len(words):
        return False
    behind = words[index + 1]
    if behind.tag is Tag.ADVERB and index + 2 < len(words):
        behind = words[index + 2]
    if behind.tag is Tag.TO and index + 2 < len(words) and word.lower in ("and", "but"):
        behind = words[index + 2]
    if word.lower not in ("and", "but"):
        return False
    if behind.tag in (Tag.VERB, Tag.AUXILIARY, Tag.PAST):
        return True
    object_ = words[index + 2] if index + 2 < len(words) else behind
    return class_of(behind.lower, behind.lower) is Tag.EITHER and object_.tag in _OBJECTS  # 'and [pay] the port $5m'


def shared(cuts: tuple[int, list[int]], place: int, position: int) -> bool:
    """Whether what stands at ``place`` can belong to a figure at ``position``: its predicate's, or the subject."""
    first, joints = cuts
    own = sum(joint <= position for joint in joints)
    return place < first or sum(joint <= place for joint in joints) == own
