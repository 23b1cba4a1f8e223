"""A tokenizer for news: a token never crosses a change between letters, digits and signs.

News glues number, sign and scale (``$67bn``, ``Rs5,000cr``, ``A$450m``). Here each of those parts is a token of its
own, so every span that a rule finds begins and ends at token bounds and ``doc.spans`` can hold it exactly.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

TOKEN = re.compile(
    r"""
      \s+
    | \d+ (?: [.,]\d+ )*                                   # 1,25,000.50
    | (?: [^\W\d_] \. ){2,}                                # U.S.
    | (?: Mr | Mrs | Ms | Dr | St | Inc | Ltd | Corp | Co | Jr | Sr | Gen | Sen | Rep | Gov ) \. (?! \w )
    | n['’]t \b | ['’] (?: s | re | ve | ll | d | m ) \b
    | [^\W\d_]+ (?= n['’]t \b )
    | [^\W\d_]+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


_TEXT = "text"


def text_of(doc: Doc) -> str:
    """The text of ``doc``; ``doc.text`` would put it together again from the tokens each time."""
    text: str | None = doc.user_data.get(_TEXT)
    return doc.text if text is None else text


class NewsTokenizer:
    """Text to ``Doc``; ``doc.text`` is the text, character for character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Split ``text`` into tokens; a single blank behind a token belongs to it, other white space is a token."""
        words: list[str] = []
        spaces: list[bool] = []
        for word in TOKEN.findall(text):
            if word.isspace() and words and not spaces[-1] and word[0] == " ":
                spaces[-1] = True
                word = word[1:]  # noqa: PLW2901
                if not word:
                    continue
            words.append(word)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces, user_data={_TEXT: text})

    def to_bytes(self, **_: Any) -> bytes:
        """There is no state to keep."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> NewsTokenizer:
        """There is no state to restore."""
        return self

    def to_disk(self, _: str | Path, **__: Any) -> None:
        """There is no state to keep."""

    def from_disk(self, _: str | Path, **__: Any) -> NewsTokenizer:
        """There is no state to restore."""
        return self


@registry.tokenizers("tidings.NewsTokenizer.v1")  # type: ignore[untyped-decorator]
def create_news_tokenizer() -> Callable[[Language], NewsTokenizer]:
    """The factory that spaCy's config names."""
    return lambda nlp: NewsTokenizer(nlp.vocab)
