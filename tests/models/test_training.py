"""The names model: its sentences by documents, one set of labels, variants whose offsets hold, and a training."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.card import Score
from pipeline.models.corpus import example
from pipeline.models.sentences import LABELS, UNKNOWN, Relabelling, Sentence, sentences
from pipeline.models.train import train
from pipeline.models.variants import Variants

NEWS = [
    (
        "Vandor Ltd. sold its mill in Norway to Ines Haller.",
        ["Vandor Ltd. ORG", "Norway GPE", "Ines Haller PERSON"],
    ),
    ("The Danube flooded Tulln, said Otto Brandl.", ["Danube LOC", "Tulln GPE", "Otto Brandl PERSON"]),
    ("Norwegian lawmakers passed the Clean Rivers Act.", ["Norwegian NORP", "Clean Rivers Act LAW"]),
    ("Trains stop at Linden Station in Tulln.", ["Linden Station FAC", "Tulln GPE"]),
]


def _record(number: int, text: str, names: list[str]) -> dict[str, object]:
    spans = []
    for name in names:
        form, _, label = name.rpartition(" ")
        spans.append([text.index(form), text.index(form) + len(form), label])
    return {"text": text, "ents": spans, "doc": f"doc{number}", "src": "wikigold"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    news = [_record(number % 40, *NEWS[number % len(NEWS)]) for number in range(160)]
    others = [
        _record(0, "The Danube and Norway.", ["Danube LOC", "Norway LOC"]),
        _record(0, "Norwegian songs by Quark Nine.", ["Norwegian MISC", "Quark Nine ORG"]),
        {**_record(0, "Well, Ines Haller.", ["Ines Haller PERSON"]), "src": "gum_conversation"},
    ]
    for name, records in (("news", news), ("open", others)):
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_parts_share_no_document(data: Path) -> None:
    sizes = {part: len(sentences(data, part)) for part in ("train", "dev", "test")}  # type: ignore[arg-type]
    assert sizes == {"train": 2 * (160 - 16 - 4) + 2, "dev": 4, "test": 16}


def test_labels_of_others_are_brought_to_ours() -> None:
    ours = Relabelling(Sentence(text, tuple(_record(0, text, names)["ents"])) for text, names in NEWS)  # type: ignore[arg-type]
    text = "Danube Norway Norwegian Waltz Nowhere"
    names = ((0, 6, "LOC"), (7, 13, "LOC"), (14, 23, "MISC"), (24, 29, "MISC"), (30, 37, "LOC"))
    assert [label for *_, label in ours(Sentence(text, names)).names] == ["LOC", "GPE", "NORP", UNKNOWN, "GPE"]


@given(st.integers(0, 10_000), st.sampled_from(NEWS))
def test_variants_keep_labels_and_bounds(seed: int, marked: tuple[str, list[str]]) -> None:
    text, names = marked
    sentence = Sentence(text, tuple((s, e, label) for s, e, label in _record(0, text, names)["ents"]))  # type: ignore[attr-defined]
    variant = Variants([sentence])(sentence, random.Random(seed))
    assert [label for *_, label in variant.names] == [label for *_, label in sentence.names]
    assert all(variant.text[start:end].strip() == variant.text[start:end] != "" for start, end, _ in variant.names)
    rest = [variant.text[a:b].lower() for a, b in _gaps(variant)]
    assert rest == [text[a:b].lower() for a, b in _gaps(sentence)]


def _gaps(sentence: Sentence) -> list[tuple[int, int]]:
    starts = [0, *(end for _, end, _ in sentence.names)]
    return list(zip(starts, [*(start for start, _, _ in sentence.names), len(sentence.text)], strict=True))


def test_what_nobody_labelled_teaches_nothing() -> None:
    learnt = example(spacy.blank("en"), Sentence("Norwegian songs", ((0, 9, UNKNOWN),)))
    assert learnt.get_aligned_ner() == [None, "O"]


def test_a_training_writes_a_small_pipeline_and_its_card(data: Path, tmp_path: Path) -> None:
    few = {"training.max_steps": 30, "training.eval_frequency": 10, "training.batcher.size.start": 100}
    train(data, tmp_path / "model", **few)
    nlp = spacy.load(tmp_path / "model")
    assert set(nlp.get_pipe("ner").labels) <= set(LABELS)
    assert sum(path.stat().st_size for path in (tmp_path / "model").rglob("*")) < 10_000_000
    assert "| PERSON, ORG and places together |" in (tmp_path / "model" / "README.md").read_text(encoding="utf-8")
    assert str(tmp_path) not in (tmp_path / "model" / "config.cfg").read_text(encoding="utf-8")
    assert str(data) not in (tmp_path / "model" / "config.cfg").read_text(encoding="utf-8")


def test_scores() -> None:
    score = Score([([(0, 1, "ORG"), (2, 3, "ORG")], [(0, 1, "ORG"), (2, 3, "GPE"), (4, 5, "ORG")])])
    assert (score.right, score.given, score.expected, score.f1) == (1, 2, 3, 0.4)
