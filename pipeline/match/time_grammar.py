"""The grammar of times: patterns of the gazetteer ``time_grammar``, compiled over the letters of ``time_lexer``.

A pattern is written in words: ``@month`` is a class of tokens, ``NUM`` a part defined once, ``y:@year`` gives what it
matches a name, a bare word is itself, and ``- , / '`` stand for all signs of their kind. ``( ) | ? *`` are those of
regular expressions. ``in|by < @month`` matches a month behind one of the words, ``!<`` where none of them stands;
``@year > @name`` and ``>!`` look ahead likewise.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import toml
from pipeline.match.time_lexer import Alphabet, Lexed, Token

_ATOM = re.compile(
    r"\s+|(?P<field>[a-z]\w*):|@(?P<cls>[a-z]+)|(?P<part>[A-Z][A-Z0-9_]*)|(?P<word>[a-zé]+)|(?P<sign>[-,/'.])|(?P<op>.)"
)
_SIGNS = {"-": "dash", ",": "comma", "/": "slash", "'": "apostrophe", ".": "stop"}


class Rule(NamedTuple):
    """A rule: its name, the reader that gives its value, the pattern for finding and, without context, for reading."""

    name: str
    reader: str
    vague: bool
    find: re.Pattern[str]
    read: re.Pattern[str]


class Grammar:
    """All rules, and the alphabet that they are written over."""

    def __init__(self) -> None:
        source = toml("time_grammar")
        self._parts: dict[str, str] = source["parts"]
        entries = [(reader, entry) for reader, listed in source["rules"].items() for entry in listed]
        self._literals = frozenset(
            match["word"]
            for text in (*self._parts.values(), *(entry["is"] for _, entry in entries))
            for match in _ATOM.finditer(text)
            if match["word"]
        )
        self.alphabet = Alphabet(self._literals)
        self.rules: dict[str, Rule] = {}
        for reader, entry in entries:
            name = entry["name"]
            if name in self.rules:
                msg = f"the grammar of times has two rules with the name {name!r}"
                raise ValueError(msg)
            behind, core, ahead = _split(entry["is"])
            self._used: dict[str, int] = {}
            read = self._translate(core)
            find = self._behind(behind) + read + self._ahead(ahead)
            self.rules[name] = Rule(name, reader, entry.get("vague", False), re.compile(find), re.compile(read))

    def lex(self, text: str) -> Lexed:
        """The tokens of ``text`` in the alphabet of the grammar."""
        return self.alphabet.lex(text)

    def fields(self, rule: str, text: str) -> dict[str, list[Token]]:
        """The named fields of ``text``, a phrase that the rule found; empty if the rule does not match it."""
        tokens, letters = self.lex(text)
        match = self.rules[rule].read.fullmatch(letters)
        if match is None:
            return {}
        named = {name: tokens[slice(*match.span(name))] for name in match.re.groupindex if match.start(name) >= 0}
        return {name.partition("__")[0]: found for name, found in named.items()}

    def _translate(self, source: str) -> str:
        """The regular expression of a pattern."""
        out: list[str] = []
        field = ""
        for match in _ATOM.finditer(source):
            if match["field"]:
                field = match["field"]
            elif match["op"] == "(":
                out.append(f"(?P<{self._unique(field)}>" if field else "(?:")
                field = ""
            elif match["op"]:
                out.append(match["op"])
            elif match.lastgroup:
                atom = self._atom(match)
                out.append(f"(?P<{self._unique(field)}>{atom})" if field else atom)
                field = ""
        return "".join(out)

    def _unique(self, field: str) -> str:
        """A group may bear a name once in an expression; the alternatives of a rule share their fields."""
        count = self._used[field] = self._used.get(field, 0) + 1
        return field if count == 1 else f"{field}__{count}"

    def _atom(self, match: re.Match[str]) -> str:
        if match["cls"]:
            return self.alphabet.class_pattern(match["cls"])
        if match["part"]:
            return f"(?:{self._translate(self._parts[match['part']])})"
        if match["sign"]:
            return self.alphabet.class_pattern(_SIGNS[match["sign"]])
        return self.alphabet.class_pattern("=" + match["word"])

    def _behind(self, context: tuple[str, bool]) -> str:
        source, negative = context
        if not source:
            return ""
        sides = [self._translate(side) for side in source.split("|")]
        if negative:
            return "".join(f"(?<!{side})" for side in sides)
        # One class for all single tokens: a lookbehind for each would be many times slower.
        single = "".join(side[1:-1] for side in sides if side.count("[") == 1)
        several = [f"(?<={side})" for side in sides if side.count("[") > 1]
        return "(?:" + "|".join([f"(?<=[{single}])", *several] if single else several) + ")"

    def _ahead(self, context: tuple[str, bool]) -> str:
        source, negative = context
        if not source:
            return ""
        # The end of the text is as good as the end of a sentence.
        return f"(?!{self._translate(source)})" if negative else f"(?={self._translate(source)}|\\Z)"


def _split(source: str) -> tuple[tuple[str, bool], str, tuple[str, bool]]:
    """What must stand before, the pattern itself, and what must follow; each context with whether it is forbidden."""
    behind, ahead = ("", False), ("", False)
    if "<" in source:
        left, _, source = source.partition("<")
        behind = (left.rstrip("! "), left.rstrip().endswith("!"))
    if ">" in source:
        source, _, right = source.partition(">")
        ahead = (right.lstrip("! "), right.startswith("!"))
    return behind, source, ahead


@cache
def grammar() -> Grammar:
    """The compiled grammar; made once."""
    return Grammar()
