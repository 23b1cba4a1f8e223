"""The forms that tokens of time can have by their letters, digits and signs, and the classes that a form gives."""

from __future__ import annotations

import re

# Kinds that are told by their form; the name of the group is the class. Tokens begin and end at changes between
# letters, digits and signs, as those of the tokenizer do.
LEX = re.compile(
    r"""
      (?P<gap> (?<!\s) \s* \n [^\S\n]* \n \s* )                                # a blank line ends every phrase
    | (?P<url> (?: https? :// | www \. | [\w.+-]{1,64} @ [\w-]{1,64} \. ) [^\s<>()\[\]"]{0,2000} )  # no times in it
    | (?P<comment> <!-- .{0,500}? --> )
    | (?P<iso> (?<![\w.,/-]) \d{4} (?P<s1>[-/]) \d\d? (?P=s1) \d\d? (?! [\d/-] )
          (?: t \d\d : \d\d (?: : \d\d (?: \. \d+ )? )? (?: z | [+-] \d\d :? \d\d )? (?! \d ) )? )   # 2025-08-29
    | (?P<compact> (?<![\w.,$€£¥₹/-]) 20\d\d (?: 0[1-9] | 1[0-2] ) (?: 0[1-9] | [12]\d | 3[01] )
          (?! [\w%/] | [.,-]\d ) )                                             # 20250829
    | (?P<numeric> (?<![\w.,/-]) \d{1,2} (?P<s2>[/.-]) \d{1,2} (?P=s2) (?: \d{4} | \d\d )
          (?! [\w/-] | [.,]\d ) )                                              # 29/8/25
    | (?P<daymonth> (?<![\w.,/-]) (?! 24/7 | 9/11 | 7/7 ) \d{1,2} / \d{1,2} (?! [\w/] | [.,]\d ) )  # 22/04
    | (?P<yearpair> (?<![\w.,/-]) (?: 1[89] | 20 ) \d\d (?: \s? [-–/‑—] \s? ) (?: (?: 1[89] | 20 ) \d\d | \d\d )
          (?! [\d/%] | [.,]\d | \s?[-–]\d ) )                                   # 2025-26, 1986/87, 2026-2027
    | (?P<decade> (?<! [\w.,] ) (?: (?: 1[5-9] | 20 ) \d0 (?: ['’]s | s ) | ['’‘] \d0 s ) \b )   # 1990s, '80s
    | (?P<quarter> \b (?: q [1-4] | [1-4] q ) (?= \b | fy | \d\d ) )          # Q3, 4Q25
    | (?P<half> \b (?: h [12] | [12] h ) (?= \b | fy | \d\d ) )               # H1 2025, 1H25
    | (?P<fy> (?: \b | (?<= q[1-4] ) | (?<= h[12] ) | (?<= [1-4]q ) | (?<= [12]h ) ) fy \s? ['’]? (?: \d{4} | \d\d )
          (?: \s? [-–/‑] \s? (?: \d{4} | \d\d ) )? (?! \d | [.,]\d ) )          # FY26, FY2025-26
    | (?P<nth> (?<! [\w.,] ) \d{1,2} (?: st | nd | rd | th ) \b )               # 29th
    | (?P<clock> (?<! [\w.,:] ) \d{1,2} : \d\d (?: : \d\d )? (?! \d | : ) )     # 17:30
    | (?P<yy> ['’‘] \d\d (?! [\w%] | [.,]\d ) )                                 # ’25
    | (?P<num> \d+ (?: [.,] \d+ )* )
    | (?P<poss> ['’] s \b )
    | (?P<abbr> (?: jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun
          ) \. )                                                                # Aug.
    | (?P<dotted> (?: [^\W\d_] \. ){2,} )                                       # p.m.
    | (?P<word> [^\W\d_]+ )
    | (?P<other> -- | \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d|21\d\d")
# One token of each form that its classes depend on; the other kinds have the same classes whatever they say.
_NUMBERS = ("0", "1", "01", "001", "5", "05", "24", "28", "31", "32", "100", "0730", "0790", "1500", "1570")
_YEARS = ("1930", "1999", "2000", "2020", "2090", "2150")
_ONE_OF_EACH: dict[str, tuple[str, ...]] = {
    "num": (*_NUMBERS, *_YEARS, "5.5", "5.30", "1,000"),
    "nth": ("3rd", "45th"),
    "word": ("name", "plural", "x"),
}
_FIXED = (
    *("gap", "url", "comment", "iso", "compact", "numeric", "daymonth", "yearpair", "decade", "quarter", "half", "fy"),
    *("clock", "yy", "poss", "abbr", "dotted", "other"),
)


def form_classes(kind: str, token: str) -> frozenset[str]:
    """The classes of a token that is no known word."""
    if kind == "num":
        return _number_classes(token)
    if kind == "nth":
        return frozenset({"nth", "ordinal"} if 1 <= int(token[:-2]) <= 31 else {"ordinal"})
    if kind == "word":
        return frozenset({token, "w", *({"cap"} if token == "name" else ())})
    if kind in ("abbr", "dotted", "other"):
        return frozenset({kind})
    return frozenset({kind})


def _number_classes(token: str) -> frozenset[str]:
    """The classes of digits: 'year', 'day', 'hour', 'amount' and so on."""
    if not token.isdigit():
        plain = re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", token)
        clock = re.fullmatch(r"\d{1,2}\.[0-5]\d", token)
        return frozenset({"number" if plain else "amount", *({"dotclock"} if clock else ())})
    if len(token) > 4:
        return frozenset({"amount"})
    value = int(token)
    classes = {"number"}
    if len(token) == 4 and value < 2400 and value % 100 < 60:
        classes.add("hhmm")
    if len(token) == 4 and _YEAR.fullmatch(token):
        classes.add("year")
        if 1900 <= value <= 2150:
            classes.add("modern")
            if value > 2000:
                classes.add("recent")
    if value == 1:
        classes.add("one")
    if len(token) <= 2:
        classes.add("twodigits")
        if 1 <= value <= 31:
            classes.add("day")
        if value <= 24:
            classes.add("hour")
    return frozenset(classes)


def all_form_classes() -> list[frozenset[str]]:
    """All sets of classes that tokens without an entry in the word lists can have: those of a token of each form."""
    forms = [(kind, token) for kind, tokens in _ONE_OF_EACH.items() for token in tokens]
    return [form_classes(kind, token) for kind, token in forms + [(kind, "") for kind in _FIXED]]
