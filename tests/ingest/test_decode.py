from __future__ import annotations

import pytest

from pipeline.ingest.decode import UndecodableError, decode, without_lone_surrogates

TEXT = "Zürich – about £5m\n“Ja”"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("cp1252"), TEXT),
        ("Café au lait, she said".encode("latin-1"), "Café au lait, she said"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\ufeffb".encode(), "a\ufeffb"),  # a mark within the text is text
        (b"a\x07b\x1b[0m\x0c", "a\x07b\x1b[0m\x0c"),  # control characters stay
        ("a\u2028b\x85c".encode(), "a\u2028b\x85c"),
        (b"", ""),
    ],
)
def test_decoded(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    "data",
    [
        b"text\x00more",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"\x1f\x8b\x08" + bytes(range(128, 256)),
        b"caf\xe9 \x01\x02",
        b"undefined \x81 in Windows-1252",
        "日本の首相は訪問した".encode("shift-jis"),
        "Zürich “Ja” – gut".encode() + b" \xff",  # UTF-8 with one damaged byte
        "text".encode("utf-16")[:-1],
        "text".encode("utf-32"),
    ],
)
def test_undecodable(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)


def test_lone_surrogates() -> None:
    assert without_lone_surrogates("a\ud800b😀") == "a\ufffdb😀"
