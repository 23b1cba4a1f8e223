"""Which party of a sentence pays and which receives an amount, by the verb and the noun that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.relate.flows_clause import agents, passive, verb_at
from pipeline.relate.flows_frames import PREPOSITIONS, Frame, listed, nouns, verbs
from pipeline.relate.flows_words import ENDS, REACH, VERBAL, Line, complements, party_phrase
from pipeline.relate.words import Tag, Word

_PRICE = frozenset({"for", "worth", "at"})
_WORTH = frozenset({"worth", "totalling", "totaling"})
_LIGHT = (Tag.ADVERB, Tag.DETERMINER, Tag.OF)
_PARTICLES = frozenset({"aside", "over", "out", "up"})
_GRANTED = frozenset({"awarded", "granted"})
_PAYING = frozenset({"pay", "pays", "paid", "paying"})


class Head(NamedTuple):
    """The noun phrase of an amount: where it starts and ends, and the frame of its noun."""

    first: int
    end: int
    frame: Frame | None


class Clause(NamedTuple):
    """A verb with its frame, the place of the verb, and whether the amount is the subject of its passive."""

    frame: Frame
    at: int
    passive: bool
    own_subject: bool = False


def roles(line: Line, first: int, end: int, referred: Sequence[int]) -> dict[int, str]:
    """``payer`` or ``receiver`` of the parties around the amount or deal at ``first``..``end``.

    Args:
        line: the sentence.
        first: the index of the first word of the amount or deal.
        end: the index behind its last word.
        referred: the parties that a subject such as 'it' or 'the company' reaches back to.
    """
    head = head_of(line, first, end)
    clause = _governing(line, head) or _shared(line, head) or _promoted(line, head)
    start = head.first if clause is None else min(head.first, clause.at + 1)
    found = complements(line, start, head.end if clause is None else max(head.end, clause.at + 1))
    told: dict[str, list[int]] = {"payer": [], "receiver": []}
    frames = [frame for frame in (head.frame, clause.frame if clause else None) if frame is not None]
    for word, parties in found.items():
        role = next((frame.complements[word] for frame in frames if word in frame.complements), "")
        if word == "by" and clause is not None and clause.passive:
            role = clause.frame.subject
        if role:
            told[role] += parties
    if clause is not None:
        _around_verb(line, clause, head, told, referred)
    _owner(line, head, found, told)
    payers, receivers = dict.fromkeys(told["payer"], "payer"), dict.fromkeys(told["receiver"], "receiver")
    return {party: role for party, role in (payers | receivers).items() if not (party in payers and party in receivers)}


def _around_verb(line: Line, clause: Clause, head: Head, told: dict[str, list[int]], referred: Sequence[int]) -> None:
    """The subject and the object of the verb; a complement that says it outright goes before the subject."""
    frame = clause.frame
    if frame.object and not clause.passive and clause.at < head.first:
        parties, stop = party_phrase(line, clause.at + 1)
        if parties and stop <= head.first:
            told[frame.object] += parties
    if not clause.own_subject:
        role = frame.object if clause.passive else frame.subject
        # 'Acme awarded $2bn contract' in a headline: nobody named gets it, so that Acme may itself
        bare = line.words[clause.at].lower in _GRANTED and head.frame is not None and not told["receiver"]
        if role and not told[role] and (clause.passive or not bare):
            told[role] += agents(line, clause.at, referred)


def head_of(line: Line, first: int, end: int) -> Head:
    """The noun phrase of the amount: 'a [$5m loan]', 'a [loan of $5m]', '[$5m in aid]'."""
    words = line.words
    stop = end
    while stop < len(words) and words[stop].tag is Tag.NOUN and stop not in line.parties:
        stop += 1
    frame = _noun(words, end, stop) or _noun(words, first, end)
    if frame is None and stop == end and stop + 1 < len(words) and words[stop].lower in ("in", "of", "worth"):
        inner = stop + 1 + (words[stop + 1].tag is Tag.OF)
        last = inner
        while last < len(words) and words[last].tag is Tag.NOUN and last not in line.parties:
            last += 1
        frame = _noun(words, inner, last)
        stop = last if frame is not None else stop
    start = _plain_before(words, first)
    if frame is None and start and (words[start - 1].tag is Tag.OF or words[start - 1].lower in _WORTH):
        inner = start - 1
        while inner and words[inner - 1].tag is Tag.NOUN and inner - 1 not in line.parties:
            inner -= 1
        frame = _noun(words, inner, start - 1)
        start = inner if frame is not None else start
    return Head(start, stop, frame)


def _noun(words: Sequence[Word], first: int, end: int) -> Frame | None:
    """The frame of the last word of a noun phrase."""
    return nouns().get(words[end - 1].lower) if end > first else None


def _plain_before(words: Sequence[Word], index: int) -> int:
    """Before articles and words such as 'a total of' that only say how much."""
    plain = listed("between", "totals")
    while index and (words[index - 1].lower in plain or words[index - 1].tag in (Tag.ADVERB, Tag.DETERMINER)):
        index -= 1
    if index > 1 and words[index - 1].tag is Tag.OF and words[index - 2].lower in plain:
        return _plain_before(words, index - 2)
    return index


def _governing(line: Line, head: Head) -> Clause | None:
    """The verb before the amount whose object or price it is."""
    words = line.words
    for index in range(head.first - 1, max(-1, head.first - REACH), -1):
        word = words[index]
        frame = verb_at(line, index)
        if frame is not None:
            return _clause(line, index, frame, head)
        if word.tag in ENDS or word.tag in VERBAL or word.tag is Tag.COMMA or index in line.money:
            return None
    return None


def _clause(line: Line, verb: int, frame: Frame, head: Head) -> Clause | None:
    """The verb with its frame, if the amount stands to it as the frame says."""
    words = line.words
    kind = head.frame.kind if head.frame is not None else ""
    if kind == "fine" and "fine" not in frame.needs and words[verb].lower not in _PAYING:
        again = verbs_with_fine(words[verb].lower)
        if again is None:
            return None
        frame = again
    if frame.amount == "noun" and kind not in frame.needs:
        return None
    is_passive = passive(words, verb)
    if frame.amount == "price":
        fits = _priced(words, verb, head)
    else:
        fits = _only_parties(line, verb + 1, head.first, needed=frame.needs_object and not is_passive)
    return Clause(frame, verb, is_passive) if fits else None


def verbs_with_fine(form: str) -> Frame | None:
    """The frame of a verb of imposing, where its form has another frame too: 'handed'."""
    return verbs().get("impose") if form in ("handed", "hand", "issued", "given") else None


def _priced(words: Sequence[Word], verb: int, head: Head) -> bool:
    """'bought oil from Russia for [$2bn]', 'bought [$2bn] of oil'."""
    if head.first > verb + 1:
        before = head.first - 1
        return words[before].lower in _PRICE or words[before + 1].lower in _PRICE
    return head.end < len(words) and (words[head.end].tag is Tag.OF or words[head.end].lower in ("worth", "in"))


def _only_parties(line: Line, start: int, end: int, *, needed: bool) -> bool:
    """Whether nothing but parties, alone or behind a preposition, and words of amount stand between."""
    words, plain, met = line.words, listed("between", "totals"), False
    index = start
    while index < end:
        at = index + 1 if words[index].lower in PREPOSITIONS else index
        parties, stop = party_phrase(line, at)
        if parties and stop <= end:
            index, met = stop, True
        elif words[index].tag in _LIGHT or words[index].lower in (plain if index > start else plain | _PARTICLES):
            index += 1
        else:
            return False
    return met or not needed


def _shared(line: Line, head: Head) -> Clause | None:
    """The verb of the amount before, in a list of amounts: 'lend $5m to Kenya and [$3m] to Chile'."""
    words = line.words
    index = head.first
    if not index or words[index - 1].tag not in (Tag.CONJUNCTION, Tag.COMMA):
        return None
    for at in range(index - 1, max(-1, index - REACH), -1):
        if at in line.money:
            inner = head_of(line, at, at + 1)
            return _governing(line, inner) or _shared(line, inner)
        if words[at].tag in ENDS or words[at].tag in VERBAL:
            return None
    return None


def _promoted(line: Line, head: Head) -> Clause | None:
    """The verb in the passive behind the amount: '[$5m] was given to Kenya', '[$5m] pledged by Japan'."""
    words = line.words
    for index in range(head.end, min(len(words), head.end + REACH)):
        word = words[index]
        frame = verbs().get(word.lower) if word.tag in VERBAL else None
        if frame is not None:
            following = words[index + 1].lower if index + 1 < len(words) else ""
            reduced = index == head.end and following == "by"
            if not (passive(words, index) or reduced) or frame.amount == "price":
                return None
            kind = head.frame.kind if head.frame is not None else ""
            if frame.amount == "noun" and kind not in frame.needs:
                return None
            return Clause(frame, index, passive=True, own_subject=True)
        if word.tag in (*ENDS, Tag.COMMA, Tag.VERB, Tag.PAST) or index in line.money:
            return None
    return None


def _owner(line: Line, head: Head, found: Mapping[str, list[int]], told: dict[str, list[int]]) -> None:
    """The possessor before the amount: 'Japan's [$67bn investment] in India'."""
    if head.frame is None:
        return
    index = head.first
    while index and line.words[index - 1].tag is Tag.NOUN and index - 1 not in line.parties and index > head.first - 2:
        index -= 1
    if not index or index - 1 not in line.owners:
        return
    role = next((head.frame.beside[word] for word in found if word in head.frame.beside), head.frame.subject)
    if role and not told[role]:
        told[role].append(line.parties[index - 1])
