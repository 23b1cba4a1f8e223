"""Text to tokens of time: every token has classes ('month', 'day', 'dash'), and its classes have a letter of their own.

The grammar of times is written over those letters, so that a pattern reads ``the? last NUM unit`` and never has to
think of blanks, line ends, capitals or the kinds of dashes.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import toml
from pipeline.match.time_forms import LEX, all_form_classes, form_classes

_CLASSES = {
    "months": "month",
    "weekdays": "weekday",
    "weekday_plurals": "weekdays",
    "seasons": "season",
    "units": "unit",
    "unit_plurals": "units",
    "dayparts": "daypart",
    "clock_words": "clockword",
    "ordinals": "ordinal",
    "decades": "decadeword",
    "zones": "zone",
}


class Token(NamedTuple):
    """A token: its extent in the text and the text in lower case."""

    start: int
    end: int
    text: str


class Lexed(NamedTuple):
    """The tokens of a text, and a string with one letter for each: the letter of its classes."""

    tokens: list[Token]
    letters: str


class Alphabet:
    """Gives every set of classes a letter; words that the grammar names are classes of their own."""

    def __init__(self, literals: frozenset[str]) -> None:
        self._letters: dict[frozenset[str], str] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._by_word: dict[tuple[str, bool], str] = {}
        for word, listed in _word_classes().items():
            self._words[word] = frozenset(listed | ({"=" + word} if word in literals else set()))
        for word in sorted(literals):
            self._words.setdefault(word, frozenset({"=" + word}))
        for word, classes in sorted(self._words.items()):
            for capital in (False, True):
                self._letter(classes | _shape(word, capital))
        for classes in all_form_classes():
            self._letter(classes)
        case = toml("time_cues")["case"]
        self._capital = frozenset(case["capital"])
        self._upper = frozenset(case["upper"])
        self._forms: dict[tuple[str, str], str] = {}

    def _letter(self, classes: frozenset[str]) -> str:
        return self._letters.setdefault(classes, chr(0x4E00 + len(self._letters)))

    def class_pattern(self, name: str) -> str:
        """A regex class of the letters of all tokens that are ``name``.

        Raises:
            KeyError: no token can be of this class.
        """
        letters = "".join(letter for classes, letter in self._letters.items() if name in classes)
        if not letters:
            msg = f"the grammar of times uses the class {name!r}, which no token has"
            raise KeyError(msg)
        return f"[{letters}]"

    def lex(self, text: str) -> Lexed:
        """All tokens of ``text``."""
        lower = text.lower()
        if len(lower) != len(text):  # a few capitals have two small letters
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        tokens: list[Token] = []
        letters: list[str] = []
        words, forms, cased = self._words, self._forms, self._capital | self._upper
        for match in LEX.finditer(lower):
            kind = match.lastgroup or "other"
            token = match.group()
            start = match.start()
            tokens.append(Token(start, match.end(), token))
            bare = token.rstrip(".") if kind == "abbr" else token
            if bare in cased and not self._written_as_name(text, start, bare):
                letters.append(self._form("word", "x"))
            elif bare in words and kind in _WORDLIKE:
                letters.append(self._word(bare, text[start].isupper()))
            elif kind == "word":
                # Unknown words matter by their shape alone: a name, a plural, anything else.
                shape = (
                    "name" if text[start].isupper() else "plural" if token[-1] == "s" and token[-2:] != "ss" else "x"
                )
                letters.append(forms.get(("word", shape)) or self._form("word", shape))
            else:
                letters.append(forms.get((kind, token)) or self._form(kind, token))
        return Lexed(tokens, "".join(letters))

    def _written_as_name(self, text: str, start: int, word: str) -> bool:
        return text[start : start + len(word)].isupper() if word in self._upper else text[start].isupper()

    def _word(self, word: str, capital: bool) -> str:
        letter = self._by_word.get((word, capital))
        if letter is None:
            letter = self._by_word[word, capital] = self._letters[self._words[word] | _shape(word, capital)]
        return letter

    def _form(self, kind: str, token: str) -> str:
        letter = self._letters.get(form_classes(kind, token)) or self._letter(form_classes(kind, token))
        if len(self._forms) < 50_000:
            self._forms[kind, token] = letter
        return letter


# Lists whose plurals can be counted: '2025 rupees' is no year.
_COUNTED = frozenset({"ratehead", "rhythmnoun"})


def _shape(word: str, capital: bool) -> frozenset[str]:
    """Classes of a known word by its shape: any word, any word with a capital unless it numbers what it names."""
    named = capital and "numbered" not in _word_classes().get(word, ())
    return frozenset({"w", *(("cap",) if named else ())} if word[0].isalpha() else ())


_WORDLIKE = frozenset({"word", "abbr", "dotted", "poss", "other"})


@cache
def _word_classes() -> dict[str, set[str]]:
    """Every word of the gazetteers with its classes."""
    classes: dict[str, set[str]] = {}
    calendar, cues = toml("calendar"), toml("time_cues")
    for name, its_class in _CLASSES.items():
        for word in calendar[name]:
            classes.setdefault(word, set()).add(its_class)
    for word, value in calendar["ordinals"].items():
        if value > 0:
            classes[word].add("dayord")
    for word, value in calendar["numbers"].items():
        classes.setdefault(word, set()).add("numword")
        if value <= 12:
            classes[word].add("smallnum")
        if 20 <= value <= 90:
            classes[word].add("tens")
    for name, listed in cues["classes"].items():
        for word in listed:
            classes.setdefault(word, set()).add(name)
            if name in _COUNTED and word.endswith("s"):
                classes[word].add("plural")
    return classes
