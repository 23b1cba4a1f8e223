r"""Bytes -> text: UTF-8, UTF-16 with a mark, Windows-1252 for old files; line ends as ``\n``, nothing else changed."""

from __future__ import annotations

import codecs
import re

_LEGACY = "cp1252"
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f]")
_MOST_ACCENTS = 0.25


class UndecodableError(ValueError):
    """Bytes that are no text; the message is one sentence."""


def decode(data: bytes) -> str:
    r"""The text of a file.

    Without a mark, bytes that are UTF-8 are read so. Others are Windows-1252 if they look like a Western text in it:
    no control characters, at most a quarter beyond ASCII, and not a UTF-8 text with a few damaged bytes.

    >>> decode("Zürich\r\n£5m".encode("cp1252"))
    'Zürich\n£5m'

    Raises:
        UndecodableError: the bytes are not text, or not in one of these encodings.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _strict(data, "utf-16")
    elif b"\x00" in data:
        msg = "it has NUL bytes, so it is not a text file"
        raise UndecodableError(msg)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text = _legacy(data, error)
    if "\x00" in text:
        msg = "it has NUL characters, so it is not a text file"
        raise UndecodableError(msg)
    return unify_line_ends(text)


def unify_line_ends(text: str) -> str:
    r"""The text with ``\r\n`` and ``\r`` as ``\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_lone_surrogates(text: str) -> str:
    r"""The text with every half of a surrogate pair, which no file can hold, as ``\ufffd``; the length stays."""
    return text if text.isascii() else re.sub(r"[\ud800-\udfff]", "\ufffd", text)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"it is not valid {encoding.upper()}: {error.reason} at byte {error.start}"
        raise UndecodableError(msg) from error


def _legacy(data: bytes, error: UnicodeDecodeError) -> str:
    as_utf8 = data.decode("utf-8", "replace")
    damaged = as_utf8.count("\ufffd")
    intact = sum(not char.isascii() for char in as_utf8) - damaged
    beyond_ascii = sum(byte > 0x7F for byte in data)
    if intact >= damaged or _CONTROL.search(data) or beyond_ascii > _MOST_ACCENTS * len(data):
        msg = f"it is neither UTF-8 ({error.reason} at byte {error.start}) nor a Windows-1252 text"
        raise UndecodableError(msg)
    return _strict(data, _LEGACY)
