"""Lines of a page that are told by their words alone: stamps, bylines, and what furniture.toml lists."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import toml
from pipeline.ingest.dates import FULL_DATE, PARTIAL_DATE
from pipeline.ingest.lines import LINK, Line

_MOST_WORDS = 60
_MOST_CHARS = 1000
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
# '13:18', '1:18:05 p.m.', '1.18pm', '5 pm'; a point alone is a decimal point
_CLOCK = re.compile(
    r"\b\d{1,2}[:h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}(?:\.[0-5]\d)?\s?[ap]\.?m\b\.?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_NUMBER = re.compile(r"\d+")
_BESIDE = re.compile(r"\s{0,3}(?:[|•·,]|\s[–—-]\s)\s{0,3}")
_END_MARK = re.compile(r"[\W_]+|-\s?(?:30|0)\s?-")
_NAME = re.compile(r"[A-ZÀ-Þ][\w.’'-]*")
# 'he said. Reuter', 'he said. - AFP', 'he said (PTI)'; not 'he told Reuters.'
_WIRE = re.compile(
    r"(?:^|(?<=[.!?\"”’)])\s{1,3}|(?:^|\s)[–—-]{1,2}\s{0,2}|\s(?=[(/]))"
    r"[(/\[]?(?P<name>[A-Za-z][A-Za-z. -]{1,25}?)[)/\]]?$"
)
_BYLINE = re.compile(r"by:?\s+(?P<who>\S.*)", re.IGNORECASE)
_BYLINE_WORDS = 14
# 'Jane Doe in Lima and John Roe in Quito'
_REPORTER = r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3} in [A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2}"
_REPORTERS = re.compile(rf"{_REPORTER}(?:(?:, | and |, and ){_REPORTER}){{1,3}}")


@cache
def _phrases(foot: bool = False) -> frozenset[str]:
    groups = toml("furniture")["phrases"]
    chosen = toml("furniture")["foot"]["groups"] if foot else groups
    return frozenset(_key(phrase) for group in chosen for phrase in groups[group])


@cache
def _patterns(group: str, foot: bool = False) -> re.Pattern[str]:
    rules = [rule for rule in toml("furniture")[group] if rule.get("foot") or not foot]
    return re.compile("|".join(f"(?:{rule['pattern']})" for rule in rules), re.IGNORECASE)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(toml("furniture")["words"][group])


def _key(line: str) -> str:
    return " ".join(re.findall(r"[\w'’&]+", line.lower()))


def is_page_line(line: Line) -> bool:
    """Whether the line is furniture wherever it stands: 'Loading...', 'Read more', 'Image Source: PM NaMo'."""
    if line.continues or len(line.words) > _MOST_WORDS or len(line.raw) > _MOST_CHARS:
        return False
    if _END_MARK.fullmatch(line.raw) or _key(line.plain) in _phrases():
        return True
    return bool(_patterns("starts").match(line.plain) or _patterns("ends").search(line.plain))


def begins_foot(line: Line) -> bool:
    """Whether such a line after the running text says that the rest is the page's: 'Related articles', 'Loading...'."""
    known = _key(line.plain) in _phrases(foot=True) or _patterns("starts", foot=True).match(line.plain)
    return bool(known) and is_page_line(line)


def is_edge_line(line: Line) -> bool:
    """Whether the line is furniture before and after the running text: 'Updated by ...', a line with an address."""
    if line.continues or len(line.words) > _MOST_WORDS or len(line.raw) > _MOST_CHARS:
        return False
    return bool(_patterns("edges").match(line.plain) or _EMAIL.search(line.plain)) or is_byline(line) or is_stamp(line)


def is_stamp(line: Line) -> bool:
    r"""Whether the line is the time of publication, with nothing beside it but the words of stamps.

    >>> from pipeline.ingest.lines import split_lines
    >>> [is_stamp(line) for line in split_lines("Published: 24 Jun 2025, 13:18 IST\nIn June 2025, prices rose")]
    [True, False]
    """
    if len(line.words) > 24 or not any(char.isdigit() for char in line.plain):
        return False
    rest, dates = FULL_DATE.subn(" ", line.plain)
    rest, partial = PARTIAL_DATE.subn(" ", rest)
    rest, clocks = _CLOCK.subn(" ", rest)
    words = _WORD.findall(rest.lower())
    relative = "ago" in words
    return (
        bool(dates or partial or clocks or relative)
        and all(word in _words("stamp") for word in words)
        and (relative or not _NUMBER.search(rest))
    )


def is_signed_stamp(line: Line) -> bool:
    """Whether the line is a name beside a date: 'By Jane Doe | June 24, 2025', 'Stockholm, 24 June 2025'."""
    if len(line.words) > 16 or line.ends_sentence or not FULL_DATE.search(line.plain):
        return False
    for sign in _BESIDE.finditer(line.plain):
        parts = line.plain[: sign.start()], line.plain[sign.end() :]
        for name, stamp in (parts, parts[::-1]):
            who = _BYLINE.fullmatch(name)
            if is_stamp(Line(0, len(stamp), stamp, True, True)) and _is_names(who["who"] if who else name):
                return True
    return False


def tells_of_publishing(line: Line) -> bool:
    """Whether the line is surely about the article: a byline, or a stamp that says more than a date."""
    if line.continues or line.goes_on:
        return False
    labelled = is_stamp(line) and (_CLOCK.search(line.plain) or line.words[0] in _words("stamp"))
    return bool(labelled) or is_byline(line) or is_signed_stamp(line)


def is_label(line: Line) -> bool:
    """Whether the line announces the next one: 'Publication date', 'Author'."""
    return _key(line.plain) in toml("furniture")["phrases"]["labels"]


def is_later_stamp(line: Line) -> bool:
    """Whether a stamp tells the date of a change: 'Updated 25 June 2025'."""
    words = line.words[:3]
    return any(word in _words("later") for word in words) and "published" not in words and "posted" not in words


def is_link_list(line: Line) -> bool:
    """Whether the line is made of links and nothing else: '[News](...) | [Sport](...)'."""
    return "](" in line.raw and not line.continues and not any(char.isalnum() for char in LINK.sub("", line.raw))


def is_byline(line: Line) -> bool:
    """Whether the line names the writer: 'By Jane Doe and John Roe', 'By Our Correspondent'."""
    if len(line.words) <= _BYLINE_WORDS and _REPORTERS.fullmatch(line.plain):
        return True
    match = _BYLINE.fullmatch(line.plain)
    return match is not None and len(line.words) <= _BYLINE_WORDS and _is_names(match["who"])


def wire_at_end(line: Line) -> int | None:
    """Where in the last line the agency's name begins, if one stands there alone or after a dash: '- Reuters'."""
    match = _WIRE.search(line.raw[-40:])
    if match is None or match["name"].lower() not in toml("furniture")["dateline"]["agencies"]:
        return None
    return max(0, len(line.raw) - 40) + match.start()


def is_name(line: Line) -> bool:
    """Whether the line could be a name and no more: 'Jane Doe', 'Argus Editorial'; its neighbours say the rest."""
    return len(line.words) <= 5 and _is_names(line.plain) and not line.ends_sentence and ":" not in line.plain


def is_person_caption(line: Line) -> bool:
    """Whether the line is a block of its own that names a person with a title: 'PM Jane Doe and President John Roe'."""
    alone = line.first_of_block and line.last_of_block and line.raw == line.plain
    if not alone or not 2 < len(line.words) <= 14 or line.plain[-1] in '.:;?!”"' or "," in line.plain:
        return False
    titles, joints = _words("titles"), _words("joints")
    names = [word for word in line.words if word not in titles and word not in joints]
    capitals = all(word[0].isupper() or word in joints for word in line.plain.split())
    return line.words[0] in titles and len(names) >= 2 and capitals and _is_names(line.plain)


def _is_names(text: str) -> bool:
    words = [word.strip(',;()|/&•·"“”_*') for word in re.split(r"[\s/|]+", text)]
    words = [word for word in words if word]
    named = [word for word in words if _NAME.fullmatch(word)]
    others = [word.lower() for word in words if not _NAME.fullmatch(word)]
    small = _words("small") | _words("desks")
    return bool(named) and all(word in small for word in others) and not any(word.isdigit() for word in words)
