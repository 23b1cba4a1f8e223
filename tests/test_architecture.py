"""The house stays as it was built: imports go one way, components fit together, words are data."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from spacy.language import Language

PACKAGE = Path(__file__).parents[1] / "pipeline"
STAGES = ["ingest", "label", "match", "normalise", "relate", "tabulate", "write"]
SHARED = {"contract", "settings", "gazetteers"}
MODULES = sorted(path for stage in STAGES for path in (PACKAGE / stage).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return {name.split(".")[1] for name in names if name.startswith("pipeline.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_from_later_stages_to_earlier_ones(path: Path) -> None:
    stage = path.relative_to(PACKAGE).parts[0]
    allowed = SHARED | set(STAGES[: STAGES.index(stage) + 1])
    assert imported(path) <= allowed


def test_components_fit_together(nlp: Language) -> None:
    analysis = nlp.analyze_pipes()
    assert all(not problems for problems in analysis["problems"].values())


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 260


def test_the_command_line_starts_light() -> None:
    tree = ast.parse((PACKAGE / "cli.py").read_text(encoding="utf-8"))
    heads = {
        name for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom) for name in [ast.unparse(node)]
    }
    assert not [head for head in heads if "spacy" in head or "pandas" in head or "pipeline" in head]
