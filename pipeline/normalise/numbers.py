"""Words and digits to exact numbers. Refuses (None) what is no number rather than guessing."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from pipeline.gazetteers import toml

_T = toml("numbers")
_SMALL: dict[str, int] = {**_T["digits"], **_T["teens"], **_T["tens"]}
_SCALES: dict[str, int] = {**_T["scales"], **_T["short_scales"], **_T["letter_scales"]}
_LARGE = frozenset(word for word, scale in _SCALES.items() if scale >= 1000)
_PARTS: dict[str, int] = _T["parts"]
_SIGNS: dict[str, str] = _T["signs"]
_VAGUE: dict[str, list[int]] = _T["vague"]
_TOKEN = re.compile(r"\d[\d.,'’\u00a0\u2009\u202f /]*\d|\d|\.\d+|[^\W\d_]+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|[-−+]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_SPACED = re.compile(r"\d{1,3}(?:[ '’\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+")
_FRACTION = re.compile(r"(?:(\d+)[ -])?(\d{1,3})/(\d{1,3})")
_POWER = re.compile(r"(?P<mantissa>.*?)[ ]?[x×][ ]?10\^?(?P<exponent>[-−]?\d{1,2})")
_MOST_DIGITS = 40
_ROUNDED_BELOW = Decimal(10) ** 18
# Nothing in the news is larger: what is, is no number but a string of digits
_LARGEST = Decimal(10) ** 24


class Number(NamedTuple):
    """A number as mantissa and scale: '12.3 million' is 12.3 and 1,000,000. ``high`` is set for vague magnitudes."""

    mantissa: Decimal
    scale: Decimal = Decimal(1)
    high: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """The whole number."""
        return plain(self.mantissa * self.scale)


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent: 1E+3 is 1000."""
    return Decimal(f"{value.normalize():f}")


def digits(text: str) -> Decimal | None:
    """A number in digits with the separators of any style.

    >>> [str(digits(s)) for s in ("1,25,000.50", "1.234.567,89", "1 414 021 100", "12,5", ".08", "10 1/2")]
    ['125000.50', '1234567.89', '1414021100', '12.5', '0.08', '10.5']
    """
    if len(text) > _MOST_DIGITS:
        return None
    text = unicodedata.normalize("NFKC", text).strip() if not text.isascii() else text.strip()
    if (match := _FRACTION.fullmatch(text.replace("⁄", "/"))) is not None:
        whole, top, bottom = match.groups()
        return _decimal(Fraction(int(whole or 0)) + Fraction(int(top), int(bottom))) if int(bottom) else None
    if _EUROPEAN.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _SPACED.fullmatch(text):
        text = re.sub(r"[ '’\u00a0\u2009\u202f]", "", text).replace(",", ".")
    elif _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    elif re.fullmatch(r"\d+,\d{1,2}", text):
        text = text.replace(",", ".")
    return Decimal(text) if re.fullmatch(r"\d+(?:\.\d+)?|\.\d+", text) else None


def _decimal(fraction: Fraction) -> Decimal:
    if fraction.denominator == 1:
        return Decimal(fraction.numerator)
    exact = Decimal(fraction.numerator) / Decimal(fraction.denominator)
    return plain(round(exact, 6) if exact < _ROUNDED_BELOW else exact)


def parse(text: str) -> Number | None:
    """The number that ``text`` is, from digits or words to any length.

    >>> str(parse("three hundred and twenty-one thousand").value), str(parse("half a billion").value)
    ('321000', '500000000')
    >>> str(parse("9.4 lakh crore").value), str(parse("minus five").value), str(parse("3 million and a half").value)
    ('9400000000000', '-5', '3500000')
    """
    if (power := _POWER.fullmatch(text.strip())) is not None:
        number = parse(power["mantissa"])
        scale = Decimal(10) ** int(power["exponent"].replace("−", "-"))
        return number._replace(scale=scale) if number and abs(number.mantissa * scale) <= _LARGEST else None
    tokens = [token.strip() for token in _TOKEN.findall(text)]
    negative = bool(tokens) and tokens[0].lower() in ("-", "−", "minus", "negative")
    tokens = [token for token in (tokens[1:] if negative else tokens) if token not in ("-", "−", "+")]
    if not tokens:
        return None
    number = _vague(tokens) or (
        _from_digits(tokens)
        if tokens[0][0].isdigit() or tokens[0][0] == "." or tokens[0] in _SIGNS
        else _from_words([t.lower() for t in tokens])
    )
    if number is None or abs(number.mantissa * number.scale) > _LARGEST:
        return None
    if not negative:
        return number
    return number._replace(mantissa=-number.mantissa, high=None)


def _vague(tokens: list[str]) -> Number | None:
    """'dozens', 'tens of thousands', 'several hundred': from a low to a high end."""
    words = [token.lower() for token in tokens]
    if words[0] not in _VAGUE:
        few = words[0] == "several" or words[:2] == ["a", "few"]
        scale = _scale(words[1 if words[0] == "several" else 2 :]) if few else None
        return Number(scale, Decimal(1), scale * 10) if scale else None
    low, high = (Decimal(end) for end in _VAGUE[words[0]])
    scale = Decimal(1)
    for word in words[1:]:
        if word in _VAGUE:
            scale *= _VAGUE[word][0]
    return Number(low * scale, Decimal(1), high * scale)


def _scale(words: list[str]) -> Decimal | None:
    scale = Decimal(1)
    for word in words:
        if word not in _SCALES:
            return None
        scale *= _SCALES[word]
    return scale


def _from_digits(tokens: list[str]) -> Number | None:
    """A number that begins with digits."""
    first = digits(tokens[0]) if tokens[0] not in _SIGNS else Decimal(0)
    rest = tokens
    if first is None:
        return None
    value = Fraction(first)
    if tokens[0] not in _SIGNS:
        rest = tokens[1:]
    if rest and rest[0] in _SIGNS:
        # '€2.96½' is half a cent more: the part is one of the last digit
        places = len(tokens[0].partition(".")[2]) if first else 0
        value += Fraction(_SIGNS[rest[0]]) / 10**places
        rest = rest[1:]
    words = [word.lower() for word in rest]
    part = Fraction(0)
    if "and" in words:
        found = _part(words[words.index("and") + 1 :])
        if found is None:
            return None
        part, words = found, words[: words.index("and")]
    scale = _scale(words)
    return (
        None if scale is None else Number(_decimal(value + part) if part or value != Fraction(first) else first, scale)
    )


def _part(words: list[str]) -> Fraction | None:
    """'a half', 'three quarters', 'one third'."""
    if len(words) == 2 and (words[1].rstrip("s") in _PARTS or words[1] in _PARTS):
        top = 1 if words[0] in ("a", "an") else _SMALL.get(words[0])
        return Fraction(top, _PARTS.get(words[1], _PARTS.get(words[1].rstrip("s"), 1))) if top else None
    return None


def _from_words(words: list[str]) -> Number | None:
    """A number in words."""
    lead, rest = _lead(words)
    if lead is not None:
        scale = _scale(rest)
        return None if scale is None else Number(_decimal(lead), scale)
    part = Fraction(0)
    if len(words) > 3 and words[-3] == "and" and (found := _part(words[-2:])) is not None:
        part, words = found, words[:-3]
    elif (
        split := next(
            (i for i, word in enumerate(words) if word == "and" and (found := _part(words[i + 1 : i + 3])) is not None),
            None,
        )
    ) is not None:
        # 'two and a half million'
        return _scaled(_sum(words[:split]), _part(words[split + 1 : split + 3]), words[split + 3 :])
    if "point" in words:
        return _point(words)
    if not part and len(words) > 1 and words[-1] in _LARGE and _SCALES.keys().isdisjoint(words[:-1]):
        # 'three billion' keeps its scale, which 'two to three billion' shares
        return _scaled(_sum(words[:-1]), Fraction(0), words[-1:])
    total = _sum(words)
    if total is None:
        return None
    last = _SCALES.get(words[-1], 1) if part and words[-1] in _SCALES else 1
    return Number(_decimal(total + part * last), Decimal(1))


def _lead(words: list[str]) -> tuple[Fraction | None, list[str]]:
    """'half a', 'a quarter of a', 'a', 'a couple of' before a scale word."""
    joined = " ".join(words)
    match = re.match(
        r"(?:(half)(?: an?)?|(?:(an?|three) )?(quarter)s?(?: of)?(?: an?)?|(an?) (?:couple) of|(an?)) "
        r"(?=hundred|thousand|million|billion|trillion|lakh|crore|dozen)",
        joined,
    )
    if match is None:
        return None, words
    rest = joined[match.end() :].split()
    if match[1]:
        return Fraction(1, 2), rest
    if match[3]:
        return Fraction(3 if match[2] == "three" else 1, 4), rest
    return Fraction(2 if match[4] else 1), rest


def _scaled(total: Fraction | None, part: Fraction | None, scales: list[str]) -> Number | None:
    scale = _scale(scales)
    return None if total is None or part is None or scale is None else Number(_decimal(total + part), scale)


def _point(words: list[str]) -> Number | None:
    at = words.index("point")
    behind = [word for word in words[at + 1 :] if word in _T["digits"]]
    whole, scale = _sum(words[:at]), _scale(words[at + 1 + len(behind) :])
    if whole is None or scale is None or not behind:
        return None
    return Number(Decimal(f"{int(whole)}.{''.join(str(_SMALL[word]) for word in behind)}"), scale)


def _sum(words: list[str]) -> Fraction | None:
    """'two hundred and fifty thousand three hundred' by groups of falling scale."""
    total, group, seen = 0, 0, False
    for word in words:
        if word == "and" and seen:
            continue
        if word in _SMALL:
            group += _SMALL[word]
        elif word in ("hundred", "dozen"):
            group = (group or 1) * _SCALES[word]
        elif word in _SCALES:
            total, group = (
                (total * _SCALES[word], 0) if not group and total else (total + (group or 1) * _SCALES[word], 0)
            )
        else:
            return None
        seen = True
    return Fraction(total + group) if seen else None
