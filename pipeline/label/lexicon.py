"""What the gazetteers know about words and phrases, indexed for looking up the parts of a run of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import rows, toml, words

# common words that are syllables of names: 'Ban Ki-moon'
_NAME_SYLLABLES = ("moon", "long")
# classes of words in org_words.toml that are fields of the lexicon under the same name
_SHAPES = (
    "heads",
    "weak_heads",
    "openers",
    "legal",
    "deals",
    "soft_deals",
    "places",
    "place_openers",
    "plain_capitals",
    "never",
    "particles",
    "articles",
    "on_heads",
    "coordinated",
    "offices",
    "owners",
    "lone",
)
GPE, NORP, ORG, PERSON, PLACE, REGION = "GPE", "NORP", "ORG", "PERSON", "LOC", "REGION"


class Entry(NamedTuple):
    """A phrase of the gazetteers: its label, key of what it names, whether it is a common word too, and its state."""

    label: str
    key: str
    ambiguous: bool = False
    country: str = ""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Phrases by their words joined with blanks, the longest phrase by first word, and classes of words."""

    phrases: dict[str, Entry]
    longest: dict[str, int]
    given: frozenset[str]
    family: frozenset[str]
    family_first: frozenset[str]
    common: frozenset[str]
    often_lower: frozenset[str]
    address: frozenset[str]
    posts: frozenset[str]
    post_starts: frozenset[str]
    modifiers: frozenset[str]
    heads: frozenset[str]
    weak_heads: frozenset[str]
    openers: frozenset[str]
    legal: frozenset[str]
    deals: frozenset[str]
    soft_deals: frozenset[str]
    places: frozenset[str]
    place_openers: frozenset[str]
    plain_capitals: frozenset[str]
    never: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    on_heads: frozenset[str]
    coordinated: frozenset[str]
    offices: frozenset[str]
    owners: frozenset[str]
    lone: frozenset[str]

    def ordinary_behind_hyphen(self, first: str, second: str) -> bool:
        """Whether the second of two hyphenated words is no part of a name: 'UK-listed', not 'Jong-un'."""
        ordinary = len(second) > 3 and second in self.common and second not in _NAME_SYLLABLES
        return first.isupper() or first in self.phrases or ordinary


def fold(phrase: str) -> str:
    """A phrase as it is looked up: one kind of apostrophe, dash and blank; no article in front.

    >>> fold("the People’s  Bank")
    "People's Bank"
    """
    phrase = " ".join(phrase.replace("’", "'").replace("‑", "-").replace("–", "-").split())
    return phrase[4:] if phrase[:4] in ("the ", "The ") else phrase


def split_words(phrase: str) -> list[str]:
    """The words of a phrase as a run has them: a hyphen is a word of its own.

    >>> split_words("Guinea-Bissau")
    ['Guinea', '-', 'Bissau']
    """
    return phrase.replace("-", " - ").split()


def country_forms() -> Iterator[tuple[str, Entry]]:
    """Every seat of a government, demonym and name of a country, with the entry that has its code as key."""
    for row in rows("countries"):
        for column, label in (("seats", PLACE), ("demonyms", NORP), ("forms", GPE)):
            for form in filter(None, row[column].split("|")):
                yield form, Entry(label, row["code"])


@cache
def _country_openers() -> frozenset[str]:
    return frozenset(form.split()[0] for form, entry in country_forms() if entry.label == GPE and " " in form)


def opens_country(word: str) -> bool:
    """Whether a word is the first of a country's name, and so no short form of another name.

    >>> opens_country("United"), opens_country("Acme")
    (True, False)
    """
    return word in _country_openers()


def _organizations() -> Iterator[tuple[str, Entry]]:
    ambiguous = words_of("organizations", "ambiguous")
    for table, groups in toml("organizations").items():
        if table == "ambiguous":
            continue
        for group in groups.values():
            for line in group:
                names = line.split(" = ")
                for name in names:
                    yield name, Entry(ORG, names[0], name in ambiguous, "" if table == "WLD" else table)


def _seen() -> Iterator[tuple[str, Entry]]:
    for name in toml("organizations_seen")["seen"]:
        yield name, Entry(ORG, name)


def words_of(name: str, *path: str) -> frozenset[str]:
    """The list of strings at ``path`` in the gazetteer ``name``; a table gives the strings of all its lists."""
    node = toml(name)
    for key in path:
        node = node[key]
    return frozenset(word for group in node.values() for word in group) if isinstance(node, dict) else frozenset(node)


@cache
def lexicon() -> Lexicon:
    """The one lexicon, built on first use."""
    phrases: dict[str, Entry] = {}
    for place in sorted(words("places")):
        phrases[" ".join(split_words(fold(place)))] = Entry(PLACE, "")
    for region in words_of("org_words", "regions"):
        phrases[" ".join(split_words(fold(region)))] = Entry(REGION, "")
    for source in (_seen(), country_forms(), _organizations()):
        for form, entry in source:
            # 'The Wire' is only known by its article
            article = form[:4] if form.startswith("The ") and entry.label == ORG else ""
            phrases[" ".join(split_words(article + fold(form)))] = entry
    longest: dict[str, int] = {}
    for phrase in phrases:
        parts = phrase.split()
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    titles, shapes = toml("titles"), toml("org_words")
    posts = frozenset(" ".join(split_words(post)) for post in titles["posts"])
    return Lexicon(
        phrases=phrases,
        longest=longest,
        given=words_of("given_names", "given"),
        family=words_of("family_names", "family"),
        family_first=words_of("given_names", "family_first"),
        common=words_of("common_words", "common"),
        often_lower=words_of("common_words", "often"),
        address=frozenset(titles["address"]),
        posts=posts,
        post_starts=frozenset(post.split()[0] for post in posts),
        modifiers=frozenset(titles["modifiers"]),
        **{name: frozenset(shapes[name]) for name in _SHAPES},
    )
