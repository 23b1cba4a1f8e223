"""The noun phrase around the noun of a deal, read backwards from it and forwards into its complement.

There is no parser: a phrase ends at punctuation and at the words that cannot belong to it.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import toml
from pipeline.match.deal_cues import active_words, adjectives, states

# One word with its inner signs ('U.S.', 'Japan–India', '$12', '50%', '2025-26', 'LNG-plant').
WORD = (
    r"(?:[$€£¥₹]\s?)?[^\W_]"
    r"(?:[^\W_]|(?<=[A-Z\d])\.(?=[A-Z\d–-])|(?<=\.)[–-](?=[^\W_])|[’'&/‑–-](?=[^\W_])|,(?=\d{2,3}))*"
    r"(?:(?<=\.[A-Z])\.)?%?"
)
_WORDS = re.compile(WORD)
# Two words belong to one phrase if nothing but a blank, one wrapped line or an abbreviation stands between them.
_GAP = re.compile(r"(?:\s?\([A-Z][A-Za-z]{1,8}\))?[^\S\n]*\n?[^\S\n]*\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z|s['’]\Z")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_REACH = 90
ABBREVIATION = r"\s?\(\s?[A-Z][\w&.-]{1,11}\s?\)"
_SUFFIX = re.compile(rf"(?:{ABBREVIATION})?(?:\s(?:\d{{4,5}}(?:[-–/]\d{{2,4}})?|\d\.\d|I{{1,3}}|IV|V)(?!\w|\.\d))?")
_BEHIND = re.compile(r"\s([a-z’']+)")


def before_goods(text: str, end: int, beside: frozenset[str]) -> bool:
    """Whether a company's name that ends at ``end`` only names goods: 'Norvik [pumps]', 'Norvik[’s]'.

    Args:
        text: the article's text.
        end: where the name ends.
        beside: lower-case words that may follow a name without making it one of goods, besides ``stops``.
    """
    behind = _BEHIND.match(text, end)
    word = behind.group(1) if behind else ""
    return text.startswith(("'s", "’s"), end) or (bool(word) and word not in beside and word not in stops())


@cache
def stops() -> frozenset[str]:
    """Lower-case words at which a noun phrase ends."""
    return frozenset(toml("deals")["parts"]["stops"])


@cache
def pasts() -> frozenset[str]:
    """Past forms that no rule makes: 'broke', 'struck'."""
    return frozenset(form for listed in toml("deal_verbs")["irregular"].values() for form in listed if " " not in form)


@cache
def calendar() -> frozenset[str]:
    """Words that begin a time."""
    return frozenset(toml("deals")["parts"]["calendar"])


@cache
def binding() -> frozenset[str]:
    """Verbs of what an agreement does, behind what it is on: 'memorandum on training [provides] ...'."""
    return frozenset(toml("deals")["parts"]["binding"])


@cache
def nominal() -> frozenset[str]:
    """Stops that are nouns right before a noun: 'a [support] scheme'."""
    return frozenset(toml("deals")["parts"]["nominal"])


@cache
def infinitives() -> frozenset[str]:
    """Verbs that may begin a complement with 'to': 'contract [to buy] grain'."""
    return frozenset(toml("deals")["parts"]["infinitives"])


@cache
def articles() -> frozenset[str]:
    """Determiners inside a complement."""
    return frozenset(toml("deals")["parts"]["articles"])


def words_before(text: str, position: int, floor: int) -> list[re.Match[str]]:
    """The words that lead up to ``position`` without punctuation between them, nearest first."""
    start = max(floor, position - _REACH)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in "-–'’.$€£¥₹"):
        start -= 1
    found: list[re.Match[str]] = []
    right = position
    for word in reversed(list(_WORDS.finditer(text, start, position))):
        if text[word.start() - 1 : word.start()] == "(" and text[word.end() : word.end() + 1] == ")":
            continue
        if not _GAP.match(text[word.end() : right]):
            break
        found.append(word)
        right = word.start()
    return found


def is_name(word: str) -> bool:
    """Whether a word has a capital or a digit at its head, as the words of a name have; 'Paris-only' does not."""
    if not (word[0].isupper() or word[0].isdigit()):
        return False
    tail = re.split(r"[-‑–]", word)[-1]
    return not (tail.islower() and tail != word and not word[0].isdigit())


def modifiers(text: str, position: int, floor: int, most: int = 5) -> int:
    """Where the noun phrase that ends with the noun at ``position`` starts: at most ``most`` words back."""
    start = position
    participle: int | None = None
    for count, word in enumerate(words_before(text, position, floor)):
        token = word.group()
        lower = token.lower()
        if participle is not None and lower in stops() and lower not in articles():
            return participle
        if count == most or (lower in stops() and (count or lower not in nominal())) or _POSSESSIVE.search(token):
            break
        shouted = token.isupper() and len(token) > 3
        if (token.islower() or shouted) and (lower.endswith("ly") or is_verb(lower) or is_headline_verb(lower)):
            break
        if participle is not None:
            # 'Washington imposed tariffs': with a subject before it, it is the verb.
            return participle
        participle = start if token in states() else None
        start = word.start()
    return start


def is_headline_verb(word: str) -> bool:
    """Whether a word is a verb of headlines that is no noun too: 'joins', 'hails'."""
    return word.capitalize() in _headline_verbs()


@cache
def _headline_verbs() -> frozenset[str]:
    return frozenset(toml("deals")["parts"]["headline_verbs"])


def is_verb(token: str) -> bool:
    """Whether a word is a form of a verb that governs deals and no participle that may stand before a noun."""
    return token in states() and token not in adjectives()


def complement(text: str, position: int, ceiling: int, before: tuple[str, ...], most: int = 9) -> int:
    """Where the complement of the noun that ends at ``position`` ends; ``position`` if it has none.

    'tariffs [on Chilean goods]', 'action plan [for the exchange of 500,000 individuals] over the next five years'.
    """
    if not before:
        return position
    first = _opening(before).match(text, position, ceiling)
    if first is None:
        return position
    inner = _INNER[first["preposition"].lower()] if first["preposition"].lower() in _INNER else _INNER[""]
    end, right, open_word, previous = position, first.end(), True, ""
    for count, word in enumerate(_WORDS.finditer(text, right, min(ceiling, right + 120))):
        token = word.group()
        if count >= most or not _GAP.match(text[right : word.start()]):
            break
        lower = token.lower()
        if token in calendar() or (end == position and _YEAR.fullmatch(token)):
            break
        right = word.end()
        if lower in articles():
            behind_verb = first["preposition"].lower() == "to" and count == 1  # 'contract to build the line'
            if (not open_word and not behind_verb) or (
                previous in {"and", "&"} and lower not in {"its", "their", "the"}
            ):
                break
            previous = lower
            continue
        if lower in inner and not open_word:
            open_word, previous = True, lower
            continue
        verb = first["preposition"].lower() == "to" and not count and lower in infinitives()
        if lower in stops() and not token[0].isupper() and not verb:
            break
        if token.islower() and count and token in states() and (token.endswith("ed") or token in pasts()):
            break
        if (token in active_words() or token in binding()) and not open_word:
            break
        previous = lower
        end, open_word = word.end(), False
    return end


_INNER = {
    "": frozenset({"of", "and", "&"}),
    "between": frozenset({"of", "and", "&"}),
    "to": frozenset({"of", "and", "&", "for"}),
    "of": frozenset({"of", "and", "&", "on"}),
    "on": frozenset({"of", "and", "&"}),
    "for": frozenset({"of", "and", "&", "in"}),
}


@cache
def _opening(before: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s(?P<preposition>{'|'.join(before)})\s(?=\s*[^\W_])", re.IGNORECASE)


def suffix(text: str, position: int) -> int:
    """Where an abbreviation in brackets and a year or version behind a name end ('Mission (BSM) 2.0')."""
    found = _SUFFIX.match(text, position)
    return found.end() if found else position


def in_headline(text: str, position: int) -> bool:
    """Whether the line at ``position`` is a headline in capitals, where a capital says nothing."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > 200 or line.rstrip().endswith("."):
        return False
    long_words = re.findall(r"[^\W\d_]{4,}", line)
    return len(long_words) > 3 and sum(word[0].isupper() for word in long_words) >= 0.75 * len(long_words)


def in_title(text: str, position: int) -> bool:
    """Whether ``position`` is in a first line that is no sentence: in a title articles are left out."""
    end = text.find("\n")
    return position <= end < 200 and not text[:end].rstrip().endswith((".", "!", ":"))


def gathered(text: str, found: re.Match[str], floor: int) -> tuple[int, int]:
    """Start and number of own words of a meeting named for who gather ('[6th Nile Leaders'] Summit')."""
    start = found.start()
    meeting = found["noun"] in ("Summit", "Conference", "Forum", "Dialogue")
    before = _gathering().search(text, max(floor, start - 60), start) if meeting else None
    return (before.start("name"), 1) if before else (start, 0)


@cache
def _gathering() -> re.Pattern[str]:
    who = "|".join(word.capitalize() for word in toml("deals")["special"]["gathered"])
    return re.compile(
        rf"(?<![\w-])(?P<name>(?:(?!The\b)(?:\d+th|\d*[123](?:st|nd|rd)|[A-Z][\w–-]*)\s){{0,4}}(?:{who})[’']\s)\Z"
    )
