"""Names -> canonical names: which forms in a text are one person or one body."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from pipeline.contract import Mention
from pipeline.gazetteers import toml
from pipeline.label.lexicon import lexicon
from pipeline.label.persons import core_words
from pipeline.match.countries import find_entry

_BLANK = re.compile(r"\s+")


def clean(form: str) -> str:
    """A name on one line, without an article in front.

    >>> clean("the  Meridian D Ltd.")
    'Meridian D Ltd.'
    """
    form = _BLANK.sub(" ", form).strip()
    return form[4:] if form.startswith(("the ", "The ")) and form not in lexicon().phrases else form


@dataclass
class Group:
    """The mentions of one party while they are being collected; ``texts`` has the form of each.

    ``own`` is the party's name in a user's own list.
    """

    forms: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    rule: str = ""
    key: str = ""
    own: str = ""
    _starts: list[int] = field(default_factory=list)

    def add(self, form: str, mention: Mention) -> None:
        """One more mention under a form."""
        if form not in self.forms:
            self.forms.append(form)
        self.mentions.append(mention)
        insort(self._starts, mention.start)
        self.texts.append(form)

    def last_before(self, position: int) -> int:
        """Where the last mention at or before ``position`` starts, or -1."""
        index = bisect_right(self._starts, position)
        return self._starts[index - 1] if index else -1

    @property
    def fullest(self) -> str:
        """The longest form, the earliest of equals; one in capitals only if there is no other."""
        return max(self.forms, key=lambda form: (not (form.isupper() and " " in form), len(form.split()), len(form)))


def _words(form: str) -> list[str]:
    return form.replace("’", "'").split()


def outer_words(form: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The first and the last word of a person's name; two names of one person share at least one of the two."""
    words = [word.lower() for word in core_words(_words(form))] or [""]
    return ("first", words[0]), ("last", words[-1])


def _surname(words: Sequence[str]) -> list[str]:
    """The family name, with its particles: 'von der Leyen', 'Al-Sulaiti'."""
    particles = lexicon().particles
    for at in range(1, len(words) - 1):
        if words[at].lower() in particles:
            return list(words[at:])
    return [words[-1]]


def same_person(short: str, full: str) -> bool:
    """Whether ``short`` can be a later form of the name ``full``.

    >>> same_person("Modi", "Narendra Modi"), same_person("John Smith", "Jane Smith")
    (True, False)
    """
    a, b = core_words(_words(short)), core_words(_words(full))
    if not a or len(a) > len(b) or a == b:
        return a == b
    if len(a) == 1:
        name = a[0].lower()
        if name == b[-1].lower() or name == " ".join(_surname(b)).lower():
            return True
        family_first = b[0] in lexicon().family_first and b[0].lower() == name
        return family_first or (len(b) > 2 and b[1].lower() in ("bin", "ibn") and name == b[0].lower())
    if [w.lower() for w in a] == [w.lower() for w in _surname(b)]:
        return True
    if a[-1].lower() != b[-1].lower():
        return a == b[: len(a)] and len(a) > 1
    first, other = a[0].rstrip("."), b[0].rstrip(".")
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    if full_given_name(first) == full_given_name(other):
        return True
    rest = iter(word.lower() for word in b)
    return all(word.lower() in rest for word in a)


@cache
def _nicknames() -> dict[str, str]:
    pairs = (line.lower().split(" = ") for line in toml("given_names")["nicknames"])
    return {short: full for full, *shorts in pairs for short in shorts}


def full_given_name(name: str) -> str:
    """A given name in lower case, a common short form of it spelt out.

    >>> full_given_name("Joe"), full_given_name("Jane")
    ('joseph', 'jane')
    """
    return _nicknames().get(name.lower(), name.lower())


def parent_stem(form: str, known: set[str]) -> str:
    """The stem of a branch: that of its parent if the text names it too, else its own.

    >>> parent_stem("Hitachi India", {"hitachi"}), parent_stem("VARNO India", set())
    ('hitachi', 'varno india')
    """
    own = stem(form)
    for size in (1, 2, 3):
        parent = " ".join(own.split()[:-size])
        if parent in known:
            return parent
    return own


@lru_cache(maxsize=8192)
def stem(form: str) -> str:
    """A body's name without legal form, 'Group' and a country's word in front.

    >>> stem("SoftBank Group Corp."), stem("U.S. Congress")
    ('softbank', 'congress')
    """
    known, words = lexicon(), _words(form)
    while len(words) > 1 and (words[-1] in known.legal or words[-1] in ("Group", "Holdings", "&")):
        words.pop()
    for size in (2, 1):
        if len(words) > size + (words[size] in known.legal if len(words) > size else 0):
            entry = find_entry(" ".join(words[:size]))
            rest = words[size:]
            if (
                entry is not None
                and entry.label in ("GPE", "NORP")
                and entry.key
                and (len(rest) > 1 or rest[0] in ("Congress", "Senate", "Treasury", "Parliament"))
            ):
                words = rest
                break
    return " ".join(words).lower().rstrip(",.")
