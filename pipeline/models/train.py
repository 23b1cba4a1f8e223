"""Trains the names model that ships: ``python -m pipeline.models.train DATA OUT``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language

from pipeline.label import tokenizer  # noqa: F401  (registers it)
from pipeline.models import corpus  # noqa: F401  (registers the reader)
from pipeline.models.card import card

CONFIG = Path(__file__).with_name("ner.cfg")
_META = {
    "name": "tidings_news",
    "version": "1.0.0",
    "description": "Names in English news: a convolutional net over hashed forms of words",
    "author": "The Tidings project",
    "license": "CC BY-SA 4.0",
}


def train(data: Path, out: Path, **overrides: object) -> None:
    """Train on the sentences in ``data`` and write the pipeline to ``out``, less the words that it has seen.

    The model hashes the forms of words, so it needs no list of them; without it the folder is smaller.

    Args:
        data: folder with ``news.jsonl`` and ``open.jsonl``.
        out: folder for the pipeline and its card; what is there is replaced.
        overrides: values for ``ner.cfg`` by their dotted names.

    Raises:
        OSError: ``data`` lacks a file, or ``out`` cannot be written to.
    """
    with tempfile.TemporaryDirectory() as work:
        spacy_train(CONFIG, Path(work), overrides={"paths.data": str(data), **overrides})
        nlp = spacy.load(Path(work) / "model-best", exclude=["vocab"])
    ship(nlp, data, out)


def ship(nlp: Language, data: Path, out: Path) -> None:
    """Write a trained pipeline to ``out`` with its card, without the path of its data; what is there is replaced."""
    nlp.config["paths"]["data"] = None
    nlp.meta.update(_META)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out, exclude=["vocab"])
    (out / "README.md").write_text(card(nlp, data), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 3 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python -m pipeline.models.train DATA OUT, DATA being the folder of news.jsonl and open.jsonl")
    train(Path(sys.argv[1]), Path(sys.argv[2]))
