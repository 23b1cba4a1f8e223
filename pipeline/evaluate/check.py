"""Runs a folder of gold articles and says what is right, changed, missing and new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.batch.run import collect
from pipeline.evaluate.compare import Comparison, LinkKey, compare
from pipeline.evaluate.floors import Floors, read_floors
from pipeline.evaluate.gold import Row, digest, from_frames, read_gold
from pipeline.evaluate.mistakes import name
from pipeline.evaluate.render import render_scores
from pipeline.evaluate.score import Scores, field_results, score_comparisons
from pipeline.settings import Settings
from pipeline.tabulate.frames import frames

# The fields that make a row right, told where it is wrong; then those told beside what ``field_results`` compares.
_KEYS = {
    "figures": ("kind", "value", "low", "high", "unit"),
    "parties": (),
    "sectors": ("sector",),
    "timelines": ("value",),
    "deals": (),
}
_BESIDES = {"parties": ("name", "country"), "deals": ("text", "kind")} | dict.fromkeys(
    ("figures", "sectors", "timelines"), ("text",)
)
_NUMBERS = frozenset({"value", "low", "high"})


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is there but differs from its gold: the field, the value wanted and the value given."""

    table: str
    text: str
    field: str
    want: str
    got: str


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article: how many rows of each table are right, and what is not."""

    source: str
    found: bool
    right: Mapping[str, int]
    wanted: Mapping[str, int]
    changed: tuple[Change, ...]
    missing: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All articles, the scores, and what lies under its floor."""

    articles: tuple[ArticleReport, ...]
    scores: Scores
    floors: Floors | None
    below: tuple[str, ...]
    rejects: tuple[str, ...]
    stale: bool

    @property
    def ok(self) -> bool:
        """Whether no score is under its floor and every article was read."""
        return not self.below and not self.scores.missing


def check(gold_dir: Path, settings: Settings, *, floors: bool = True) -> CheckReport:
    """Run the articles of ``gold_dir`` and compare them with their gold.

    Args:
        gold_dir: a folder with articles, ``NAME.gold.json`` beside them, and perhaps ``floors.json``.
        settings: what the run is told.
        floors: whether scores are held against ``floors.json``.

    Raises:
        GoldError: there is no gold file, or a broken one.
        FloorsError: ``floors.json`` is broken.
    """
    golds = read_gold(gold_dir)
    kept = read_floors(gold_dir) if floors else None
    paths = [path for gold in golds if (path := gold_dir / gold.source).is_file()]
    _, rows = collect(paths, settings)
    output = from_frames(frames(rows))
    comparisons = [compare(gold, output) for gold in golds]
    scores = score_comparisons(comparisons)
    return CheckReport(
        articles=tuple(_report(comparison) for comparison in comparisons),
        scores=scores,
        floors=kept,
        below=tuple(kept.breaches(scores)) if kept else (),
        rejects=tuple(f"{reject['source']}: {reject['detail']}" for reject in rows["rejects"]),
        stale=bool(kept and kept.corpus and kept.corpus != digest(gold_dir)),
    )


def _report(comparison: Comparison) -> ArticleReport:
    """What is right, changed, missing and new in one article."""
    changed = {table: tuple(_changes(table, comparison)) for table in _KEYS}
    differing = {table: len({index for _, index in changes}) for table, changes in changed.items()}
    links = comparison.links
    return ArticleReport(
        source=comparison.gold.source,
        found=comparison.found,
        right={t: len(m.pairs) - differing[t] for t, m in comparison.tables.items()}
        | {kind: len(sets.got & sets.wanted) for kind, sets in links.items()},
        wanted={t: len(m.gold) for t, m in comparison.tables.items()}
        | {kind: len(s.wanted) for kind, s in links.items()},
        changed=tuple(change for changes in changed.values() for change, _ in changes),
        missing=(
            *(f"{t}: {_describe(t, row)}" for t, m in comparison.tables.items() for row in m.missing),
            *(text for kind, s in links.items() for text in _link_texts(kind, s.wanted - s.got, comparison)),
        ),
        new=(
            *(f"{t}: {_describe(t, row)}" for t, m in comparison.tables.items() for row in m.new),
            *(text for kind, s in links.items() for text in _link_texts(kind, s.got - s.wanted, comparison)),
        ),
    )


def _changes(table: str, comparison: Comparison) -> Iterator[tuple[Change, int]]:
    """The changes of a table's matched rows, each with the index of its gold row."""
    matched = comparison.tables[table]
    for i, j in sorted(matched.pairs, key=lambda pair: pair[1]):
        row, gold = matched.rows[i], matched.gold[j]
        keys = () if (i, j) in matched.right else _KEYS[table]
        fields = [f for f in (*_BESIDES[table], *keys) if _written(f, row.get(f)) != _written(f, gold.get(f))]
        fields += [f for f, right in field_results(table, row, gold) if not right]
        for field in fields:
            yield Change(table, name(gold), field, _written(field, gold.get(field)), _written(field, row.get(field))), j


def _written(field: str, value: object) -> str:
    """A value as a person reads it: numbers without exponents, the plain bound as ``=``."""
    if value is None or value == "":
        return "=" if field == "bound" else ""
    return f"{float(str(value)):.15g}" if field in _NUMBERS and _is_number(value) else str(value)


def _is_number(value: object) -> bool:
    try:
        float(str(value))
    except ValueError:
        return False
    return True


def _describe(table: str, row: Row) -> str:
    fields = {"figures": ("kind", "value", "low", "high", "unit"), "parties": ("type",), "timelines": ("value",)}
    wanted = fields.get(table, ("sector",) if table == "sectors" else ("kind",))
    values = [written for field in wanted if (written := _written(field, row.get(field)))]
    return f"{name(row)!r} ({' '.join(values)})"


def _link_texts(kind: str, links: frozenset[LinkKey], comparison: Comparison) -> list[str]:
    origin = comparison.gold.rows["figures" if kind == "links" else "deals"]
    targets = {"timeline": comparison.gold.rows["timelines"], "figure": comparison.gold.rows["figures"]}
    texts = []
    for index, relation, target in sorted(links, key=str):
        known = relation in targets and isinstance(target, int)
        what = repr(name(targets[relation][target])) if known and isinstance(target, int) else str(target)
        texts.append(f"{kind}: {name(origin[index])!r} -> {relation} {what}")
    return texts


def render_check(report: CheckReport, *, details: bool = True) -> str:
    """The report as text: each article, then the scores, then what is under its floor."""
    lines: list[str] = []
    for article in report.articles:
        lines += _render_article(article, details=details)
    lines += ["", render_scores(report.scores), ""]
    lines += [f"rejected: {reject}" for reject in report.rejects]
    if report.stale:
        lines.append("the gold has changed since the floors were set")
    if report.floors is None:
        lines.append("no floors")
    elif report.below:
        lines += [f"TOO LOW: {breach}" for breach in report.below]
    else:
        lines.append("no score is under its floor")
    return "\n".join(lines)


def _render_article(article: ArticleReport, *, details: bool) -> list[str]:
    """The lines of one article: its counts, and every difference if ``details`` are asked for."""
    if not article.found:
        return [f"{article.source}: NOT READ"]
    right = ", ".join(f"{table} {article.right[table]}/{article.wanted[table]}" for table in article.right)
    counts = f"{len(article.changed)} changed, {len(article.missing)} missing, {len(article.new)} new"
    lines = [f"{article.source}: right {right}; {counts}"]
    if details:
        lines += [
            f"  changed  {change.table}: {change.text!r} {change.field}: want {change.want!r}, got {change.got!r}"
            for change in article.changed
        ]
        lines += [f"  missing  {text}" for text in article.missing]
        lines += [f"  new      {text}" for text in article.new]
    return [" ".join(line.split("\n")) for line in lines]
