"""Scores as text, JSON and a list of errors."""

from __future__ import annotations

import json

from pipeline.evaluate.score import Scores


def render_scores(scores: Scores) -> str:
    """The numbers as a table of text."""
    lines = [f"{'':20s} {'P':>7s} {'R':>7s} {'F1':>7s} {'right':>6s} {'pred':>6s} {'gold':>6s}"]
    for table, tally in scores.tables.items():
        p, r = round(tally.precision, 4), round(tally.recall, 4)
        lines.append(
            f"{table:20s} {p:7.3f} {r:7.3f} {tally.f1:7.3f} {tally.right:6d} {tally.found:6d} {tally.wanted:6d}"
        )
    lines += [f"  {field:24s} {accuracy.value!s:>7} of {accuracy.of}" for field, accuracy in scores.fields.items()]
    if scores.missing:
        lines.append(f"missing articles: {scores.missing}")
    lines.append(f"mean F1 of the six tables: {scores.mean_f1:.3f}")
    return "\n".join(lines)


def as_json(scores: Scores) -> str:
    """The numbers as one JSON object: ``scores``, ``fields``, ``missing_articles``."""
    tables = {
        table: {
            "p": round(tally.precision, 4),
            "r": round(tally.recall, 4),
            "f1": tally.f1,
            "tp": tally.right,
            "pred": tally.found,
            "gold": tally.wanted,
        }
        for table, tally in scores.tables.items()
    }
    fields = {field: {"accuracy": a.value, "n": a.of} for field, a in scores.fields.items()}
    return json.dumps({"scores": tables, "fields": fields, "missing_articles": scores.missing})


def render_mistakes(scores: Scores) -> str:
    """The differences from the gold as tab-separated lines with a head."""
    lines = ["\t".join(("source", "table", "what", "text", "detail"))]
    lines += ["\t".join(" ".join(cell.split()) for cell in mistake) for mistake in scores.mistakes]
    return "\n".join(lines) + "\n"
