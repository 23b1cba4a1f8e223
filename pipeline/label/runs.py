"""Runs of capitalised words: the only places where names are looked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml

_GAP = r"(?:[ \t\u00a0\u2009\u202f]{1,2}|[ \t]{0,3}\n[ \t]{0,12})"
# abbreviations whose stop belongs to them, as the tokenizer has it
_STOPPED = (
    "(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Gov|Prof|Rev|Hon|Lt|Col|Maj|Capt|Adm|Sgt|Brig|Smt"
    "|Inc|Ltd|Corp|Co|Pte|Pvt|Pty|Bhd|Bros)"
)
_INFIX = r"(?:e|i|ul|ud|al|au|sur|en|la|le|de|an)"
_WORD = rf"""
    (?: (?:[A-Z]\.){{2,}}                                      # U.S.
      | {_STOPPED}\.(?!\w)                                 # Inc.
      | [A-ZÀ-ÖØ-Þ]\.(?=\s?[A-ZÀ-Þ])                           # S. Jaishankar
      | (?: (?:al|el|an|as|ad|ash|ul|ur|de|d|l|e) [-’'] )?      # al-Assad, d'Ivoire
        (?! [A-Z][A-Za-z]{{0,3}}\d[\d.,]* (?:bn|mn|m|tn|k|cr)\b )          # no amount: DKr20bn
        [A-ZÀ-ÖØ-ÞĀ-Ž]\w*
        (?: -{_INFIX}-[A-ZÀ-Þ]\w* )*                           # Port-au-Prince
        (?: [’'](?!(?:s|S|re|ve|ll|d|m|t)\b)[^\W\d_]+ )*       # O’Neill
      | \d{{1,3}}[A-Z]{{1,3}}\b | \d(?:st|nd|rd|th)\b          # 3M
    )
"""
_LINK = alternatives([*toml("org_words")["links"], *toml("org_words")["particles"]])
_ARTICLE = "(?:the|den|der|la|las|los)"
_WORD_OF_ITS_OWN = alternatives(toml("org_words")["second_words"])
RUN = re.compile(
    rf"""
    (?<![\w@#/.]) {_WORD}
    (?: (?: {_GAP} (?: {_LINK} {_GAP} (?: {_ARTICLE} {_GAP} )? )? | [-‑–/] | {_GAP}? & {_GAP}? ) {_WORD}
      | [-‑] (?! {_WORD_OF_ITS_OWN} \b ) [a-z]{{2,6}} \b        # Jong-un
    ){{0,40}}
    """,
    re.VERBOSE,
)
_PART = re.compile(rf"{_WORD} | [-‑–/] | & | [^\W\d_]+", re.VERBOSE)
# Parts of hyphenated East Asian given names are short: 'Jong-un', 'Ki-moon'.
_LOWER_JOIN = re.compile(r"[a-z]{2,6}$")


class Part(NamedTuple):
    """A word, hyphen or connector of a run; ``name`` is true for a capitalised word."""

    text: str
    start: int
    end: int
    name: bool


def find_runs(text: str, breaks: frozenset[int], ordinary: Callable[[str, str], bool]) -> Iterator[list[Part]]:
    """The runs of ``text``, none across a position in ``breaks`` (the sentence starts).

    ``ordinary(first, second)`` tells whether ``second`` is a word of its own behind a hyphen: 'UK-listed'.
    """
    for match in RUN.finditer(text):
        parts: list[Part] = []
        for part in _PART.finditer(text, match.start(), match.end()):
            word, start = part.group(), part.start()
            if start in breaks and parts:
                yield from _trimmed(parts)
                parts = []
            capital = word[0].isalnum() and not word.islower()
            if not capital and len(parts) > 1 and parts[-1].text == "-" and parts[-1].end == start:
                before = parts[-2]
                if not _LOWER_JOIN.match(word) or ordinary(before.text, word):
                    yield from _trimmed(parts)
                    parts = []
                    continue
                # 'Jong-un' is one word of the name
                parts[-2:] = [Part(text[before.start : part.end()], before.start, part.end(), True)]
                continue
            parts.append(Part("-" if word in "‑–/" else word, start, part.end(), capital))
        yield from _trimmed(parts)


def _trimmed(parts: list[Part]) -> Iterator[list[Part]]:
    while parts and not parts[-1].name:
        parts.pop()
    while parts and not parts[0].name:
        parts.pop(0)
    if parts:
        yield parts


def joined(parts: Sequence[Part]) -> str:
    """The words of ``parts`` as a phrase is looked up."""
    return " ".join(part.text if part.text == "-" else part.text.replace("-", " - ") for part in parts).replace(
        "’", "'"
    )


def in_title_case(parts: Sequence[Part]) -> list[Part]:
    """The parts of a run in capitals as a headline would have them: 'KENYAN CABINET' -> 'Kenyan Cabinet'."""
    return [part._replace(text=part.text.title() if len(part.text) > 3 else part.text) for part in parts]
