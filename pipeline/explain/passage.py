"""The sentence of a row with the row marked [like this]."""

from __future__ import annotations

from pathlib import Path

from pipeline.explain.tables import Found, Row, place
from pipeline.explain.texts import article_text

_SENTENCED = ("figures", "timelines", "deals")
_CUT = "… "
# What stands before a row in a long sentence, of which the tables keep only the words around it (tabulate/rows.py).
_KEPT_BEFORE = 300
# Where a sentence has lost white space, a row of another table stands this much before its place at most.
_LOST = 3
_AROUND = 250


def passage(found: Found, corpus: Path | None) -> str:
    """The words around the row, the row in brackets; empty if neither the tables nor the files tell them.

    With the article's text at hand (the run's own copy, or the file in ``corpus``), they are found by the offsets.
    Without it, the sentence is that of the row, or of another row of the article that stands around this one.

    Raises:
        UserError: ``corpus`` has no such file, or another text in it.
    """
    start, end = place(found.row)
    text = article_text(found, corpus)
    own = found.row.get("sentence", "")
    if text:
        return _in_sentence(text, own, start, end) or _in_line(text, start, end)
    written = _clean(found.text)
    if own:
        places = _places(own, written)
        # a row that goes on in the next sentence stands in none
        return _bracket(own, _nearest(places, _expected(found, own, places)), written) if places else own
    for other in sorted(_sentenced(found), key=lambda row: (abs(place(row)[0] - start), place(row)[0])):
        first = _first(other)
        if first is not None and (places := _places(other["sentence"], written)):
            at = _nearest(places, start - first)
            if abs(at - (start - first)) <= _LOST:
                return _bracket(other["sentence"], at, written)
    return ""


def _in_sentence(text: str, sentence: str, start: int, end: int) -> str:
    """The row marked in its sentence, by the article's text; in the sentence all white space is single blanks."""
    core = sentence.removeprefix(_CUT).removesuffix(_CUT[::-1])
    if not core:
        return ""
    lead = _clean(text[:start])
    position = len(lead) + (bool(lead) and text[start - 1].isspace())
    first = _clean(text).find(core, max(0, position - len(core)))
    if first < 0 or not first <= position < first + len(core):
        return ""
    return _bracket(sentence, position - first + sentence.index(core), _clean(text[start:end]))


def _in_line(text: str, start: int, end: int) -> str:
    """The row marked in its line of the text, of which only the words around the row are shown."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    left, right = max(first, start - _AROUND), min(last, end + _AROUND)
    before = text[left:start].partition(" ")[2] if left > first else text[left:start]
    after = text[end:right].rpartition(" ")[0] if right < last else text[end:right]
    shown = _clean(f"{before}[{text[start:end]}]{after}")
    return _CUT * (left > first) + shown + _CUT[::-1] * (right < last)


def _sentenced(found: Found) -> list[Row]:
    return [row for table in _SENTENCED for row in found.tables[table]]


def _expected(found: Found, sentence: str, places: list[int]) -> int:
    """Where the row stands in its sentence, by a row beside it whose text stands there once, or by its rank."""
    start, _ = place(found.row)
    beside = [row for row in _sentenced(found) if row["sentence"] == sentence]
    anchors = [(abs(place(row)[0] - start), first) for row in beside if (first := _first(row)) is not None]
    if anchors:
        return start - min(anchors)[1]
    if sentence.startswith(_CUT):
        return _KEPT_BEFORE + len(_CUT)
    alike = sorted({place(row)[0] for row in beside if row["text"] == found.row["text"]})
    return places[min(alike.index(start), len(places) - 1)]


def _first(row: Row) -> int | None:
    """Where the row's sentence starts in the article; None if the row's text stands in it more than once."""
    places = _places(row["sentence"], _clean(row["text"]))
    return place(row)[0] - places[0] if len(places) == 1 else None


def _places(sentence: str, written: str) -> list[int]:
    found, at = [], sentence.find(written)
    while at >= 0 and written:
        found.append(at)
        at = sentence.find(written, at + 1)
    return found


def _nearest(places: list[int], expected: int) -> int:
    return min(places, key=lambda at: (abs(at - expected), at))


def _bracket(sentence: str, position: int, written: str) -> str:
    end = position + len(written)
    return f"{sentence[:position]}[{sentence[position:end]}]{sentence[end:]}"


def _clean(text: str) -> str:
    return " ".join(text.split())
