"""Posts and titles beside a person's name, as they stand in the text."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers import alternatives, toml
from pipeline.label.lexicon import lexicon

_BLANK = re.compile(r"\s+")
_WORD = re.compile(r"[\w’'.&–-]+")
_ARTICLE = re.compile(r"^(?:according\s+to\s+)?(?:the|a|an|its|his|her|their|former|then)\s+", re.IGNORECASE)
_OPENER_BEFORE = re.compile(r"([A-Z][\w-]*)\s+(?:of|for)(?:\s+the)?$")
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_REACH = 160


class _Patterns(NamedTuple):
    post: re.Pattern[str]
    before: re.Pattern[str]
    before_comma: re.Pattern[str]
    after: re.Pattern[str]
    goes_on: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """The patterns from the gazetteer, an example beside each."""
    titles = toml("titles")
    nouns, address = alternatives(titles["nouns"]), alternatives(titles["no_role"])
    post = alternatives([*titles["nouns"], *titles["posts"]])
    of = rf"(?:\s+(?:of|for)\s+(?:the\s+)?[\w’'-]+(?:\s+(?!{nouns}\b)(?:and\s+|of\s+(?:the\s+)?)?[\w’'-]+){{0,4}})?"
    owner = r"(?:^|[“\"(.]\s*|\b(?:the|a|an|said|says|told|by|to|with|and|[A-Z][\w.]+[’']s)\s+)"
    return _Patterns(
        post=re.compile(rf"{post}\b", re.IGNORECASE),
        # 'minister of ports and fisheries ', 'Foreign Secretary ', 'Tesco chief executive Lord '
        before=re.compile(rf"\b{post}{of}[,:]?\s+(?:{address}\s+)?$", re.IGNORECASE),
        # 'The head of Maersk's research unit for ports, '
        before_comma=re.compile(
            rf"{owner}((?:[\w’'-]+\s+){{0,4}}?{nouns}(?:\s+(?:of|for|at|in|with)\s+[^,;:“”\"]{{2,90}})?),\s+$",
            re.IGNORECASE,
        ),
        # ', a metals analyst at Acme Futures Inc. in Osaka,'; ', CEO, QRTL'
        after=re.compile(
            r"\s*(?:,|\(|–|—|--)\s*(?:who\s+(?:is|was)\s+)?(?:(?:the|a|an|its|his|her|their|now|then)\s+)?"
            rf"((?!and\b|or\b)(?:[\w’'&./-]+\s+){{0,7}}?{post}\b"
            r"(?:(?:\s+|,\s+)[^\s,;:.()“”\"—]+(?:\.(?=\s+[a-z])|\.(?=[,]))?){0,14})",
            re.IGNORECASE,
        ),
        goes_on=re.compile(rf"\s+{alternatives(titles['after_stops'])}\b.*$", re.DOTALL),
    )


@cache
def _stops() -> frozenset[str]:
    return frozenset(toml("titles")["stops"])


@cache
def no_role() -> frozenset[str]:
    """Forms of address that say nothing about a post, in lower case."""
    return frozenset(word.lower() for word in toml("titles")["no_role"])


def clean_role(role: str) -> str:
    """A post on one line, without article in front or stop behind.

    >>> clean_role("the foreign  secretary, ")
    'foreign secretary'
    """
    return _ARTICLE.sub("", _BLANK.sub(" ", role).strip(" ,.;:–—-"))


def role_before(before: str) -> str:
    """The post that ends right before a name.

    >>> role_before("Qatar’s Transport Minister "), role_before("told Maersk terminals executive ")
    ('Transport Minister', 'Maersk terminals executive')
    """
    tail = before[-_REACH:]
    match = _patterns().before.search(tail)
    if match is None:
        return ""
    role = _without_address(without_country(clean_role(tail[_role_start(tail, match.start()) :])))
    return "" if role.lower() in no_role() else role


def _role_start(tail: str, start: int) -> int:
    """How far to the left a post reaches from its noun at ``start``: over a body's name, but not over a verb."""
    capital = tail[start].isupper()
    for word in reversed(list(_WORD.finditer(tail, 0, start))):
        text, gap = word.group(), tail[word.end() : start]
        if gap.strip() or "\n\n" in gap or not any(letter.isalnum() for letter in text):
            break
        if text.endswith(_POSSESSIVE) or (text.endswith(".") and len(text) > 4):
            break
        small = text.lower() in _stops() or text == "of" or (text.islower() and capital)
        if small and not _inside_name(tail, word.end()):
            break
        start = word.start()
    return start


def _inside_name(tail: str, end: int) -> bool:
    """Whether the small word that ends at ``end`` stands inside a body's name: 'Party for the People leader'."""
    match = _OPENER_BEFORE.search(tail, 0, end)
    return match is not None and match[1] in lexicon().openers


def without_country(role: str) -> str:
    """The post without the country's word in front.

    >>> without_country("US President"), without_country("Japan Renewal Party leader")
    ('President', 'Japan Renewal Party leader')
    """
    words = role.split()
    for size in (2, 1):
        entry = lexicon().phrases.get(" ".join(words[:size]))
        state = entry is not None and entry.label in ("GPE", "NORP") and bool(entry.key)
        if state and len(words) > size and _is_post(words[size:]):
            return " ".join(words[size:])
    return role


def _without_address(role: str) -> str:
    """The post without a form of address behind it: 'BP chief executive Lord'."""
    post, _, last = role.rpartition(" ")
    return post if post and last.lower() in no_role() else role


def _is_post(words: list[str]) -> bool:
    """Whether a role begins with a post or what may stand before one: 'Foreign Minister', not 'Innovation Party'."""
    known = lexicon()
    return words[0] in known.modifiers or words[0] in known.post_starts or bool(_patterns().post.match(words[0]))


def role_after(after: str) -> str:
    """The post in apposition behind a name.

    >>> role_after(", CEO, QRTL, sole distributor"), role_after(" and others")
    ('CEO, QRTL', '')
    """
    match = _patterns().after.match(after[:240])
    if match is None:
        return ""
    segments = _patterns().goes_on.sub("", match[1]).split(",")
    if not _patterns().post.search(segments[0]):
        return ""
    second = segments[1].split() if len(segments) > 1 else []
    return clean_role(",".join(segments[: 2 if second and second[0][0].isupper() else 1]))


def role_before_comma(before: str) -> str:
    """The post in front of a name that a comma closes off.

    >>> role_before_comma("The head of the centre, ")
    'head of the centre'
    """
    match = _patterns().before_comma.search(before[-_REACH:])
    return clean_role(match[1]) if match else ""


def address_before(before: str) -> str:
    """A form of address right before a name that is a post as well: 'Sheikh', 'Ayatollah'."""
    match = re.search(r"([A-Z][a-z]+)\s+$", before[-20:])
    return match[1] if match and match[1] in lexicon().address and match[1].lower() not in no_role() else ""
