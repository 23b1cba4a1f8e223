"""The command line: parse, call, print. Heavy imports stay inside the commands, so that help answers at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from pipeline.settings import Settings

FINE, REJECTED, WRONG, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
own_lexicon = typer.Typer(no_args_is_help=True)
app.add_typer(own_lexicon, name="lexicon", help="Your own list of parties.")

Model = Annotated[str | None, typer.Option(help="spaCy pipeline for names that rules leave open; 'none': rules alone.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of articles that give none.")]
BaseCurrency = Annotated[str | None, typer.Option(metavar="CODE", help="ISO 4217 code to convert money to.")]
Rates = Annotated[str | None, typer.Option(metavar="FILE", help="CSV of own exchange rates: date, currency, per_usd.")]
Taxonomy = Annotated[
    str | None, typer.Option(metavar="FILE", help="CSV of own sectors: sector, label, parent, isic4, covers.")
]
Lexicon = Annotated[str | None, typer.Option(metavar="FILE", help="CSV or TOML of own parties: name, type, aliases.")]
TaxonomyOnly = Annotated[bool | None, typer.Option("--taxonomy-only", help="Find no sectors but those of the file.")]
Jobs = Annotated[int | None, typer.Option(metavar="N", help="Worker processes.")]
FiscalStart = Annotated[
    int | None, typer.Option("--fiscal-year-start", metavar="MONTH", help="Month in which fiscal years start.")
]
VagueTimes = Annotated[bool | None, typer.Option("--vague-times", help="Also give times without a calendar place.")]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="Settings file; default: tidings.toml, if there.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"tidings {version('tidings')}")
        raise typer.Exit


@app.callback()
def tidings(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """News in, tidy tables out."""


def _fail(message: str) -> NoReturn:
    typer.echo(f"tidings: {message}", err=True)
    raise typer.Exit(WRONG)


@contextmanager
def _errors() -> Iterator[None]:
    """What a user can cause ends in one sentence and the right exit code."""
    from pipeline.contract import UserError

    try:
        yield
    except UserError as error:
        _fail(str(error))
    except FileNotFoundError as error:
        _fail(f"there is no file or folder {str(error.filename or error)!r}")
    except OSError as error:
        _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except KeyboardInterrupt:
        typer.echo("tidings: interrupted", err=True)
        raise typer.Exit(INTERRUPTED) from None


def _settings(config: Path | None, **arguments: object) -> Settings:
    from pipeline.settings import load

    return load(config, **arguments)


@contextmanager
def _progress() -> Iterator[Callable[[int], None]]:
    """A function to call with the number of articles done: a live line on a terminal, else a line now and then."""
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = SpinnerColumn(), TextColumn("{task.completed:,.0f} articles"), TimeElapsedColumn()
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=None)
            yield lambda done: bar.update(task, completed=done)
        return

    def line(done: int) -> None:
        if done % 1000 == 0:
            typer.echo(f"{done:,} articles", err=True)

    yield line


@app.command()
def run(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Articles: files, or folders to walk.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the tables; made if need be.")],
    formats: Annotated[str | None, typer.Option("--format", metavar="LIST", help="csv, xlsx (default: both).")] = None,
    model: Model = None,
    published: Published = None,
    base_currency: BaseCurrency = None,
    rates: Rates = None,
    taxonomy: Taxonomy = None,
    taxonomy_only: TaxonomyOnly = None,
    lexicon: Lexicon = None,
    jobs: Jobs = None,
    vague_times: VagueTimes = None,
    fiscal_year_start: FiscalStart = None,
    config: Config = None,
) -> None:
    """Read articles and write their tables.

    Exit code 0: fine; 1: finished, but some inputs were rejected (table `rejects`); 2: wrong usage or settings.
    """
    with _errors():
        from pipeline.batch.run import run as run_batch

        settings = _settings(
            config,
            formats=tuple(name.strip() for name in formats.split(",")) if formats is not None else None,
            model=model,
            published=published,
            base_currency=base_currency,
            rates=rates,
            taxonomy=taxonomy,
            taxonomy_only=taxonomy_only,
            lexicon=lexicon,
            jobs=jobs,
            vague_times=vague_times,
            fiscal_year_start=fiscal_year_start,
        )
        with _progress() as progress:
            summary = run_batch(paths, out, settings, progress)
    for table, count in summary.rows.items():
        typer.echo(f"{table:10} {count:9,}", err=True)
    speed = summary.words / summary.seconds if summary.seconds else 0
    typer.echo(f"{summary.words:,} words in {summary.seconds:.1f} s: {speed:,.0f} words per second", err=True)
    raise typer.Exit(REJECTED if summary.rows["rejects"] else FINE)


@app.command()
def schema() -> None:
    """Print the data dictionary: every table and column, in Markdown."""
    from pipeline.tabulate.dictionary import data_dictionary

    typer.echo(data_dictionary(), nl=False)


@app.command()
def check(
    gold_dir: Annotated[Path, typer.Argument(metavar="[GOLD_DIR]", help="Articles with gold.")] = Path("tests/golden"),
    floors: Annotated[bool, typer.Option(help="Hold the scores against floors.json of the folder.")] = True,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Write higher scores to floors.json.")] = False,
    scores_only: Annotated[bool, typer.Option("--scores-only", help="Leave out the rows that differ.")] = False,
    model: Model = None,
    config: Config = None,
) -> None:
    """Run the articles of a folder and compare them with their gold.

    Prints what is right, changed, missing and new, and scores by table. Exit code 1: a score is under its floor.
    """
    with _errors():
        from pipeline.evaluate.check import check as check_gold
        from pipeline.evaluate.check import render_check
        from pipeline.evaluate.floors import raise_floors as write_floors

        report = check_gold(_folder(gold_dir), _settings(config, model=model), floors=floors)
        typer.echo(render_check(report, details=not scores_only))
        if raise_floors:
            write_floors(gold_dir, report.scores)
    raise typer.Exit(FINE if report.ok or not floors else REJECTED)


@app.command()
def score(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder with the CSV tables of a run.")],
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder with NAME.gold.json files.")],
    errors: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the differences to this TSV file.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Score the tables of an earlier run against gold."""
    with _errors():
        from pipeline.evaluate.render import as_json, render_mistakes, render_scores
        from pipeline.evaluate.score import score_folders

        scores = score_folders(_folder(out), _folder(gold_dir))
        typer.echo(as_json(scores) if json else render_scores(scores))
        if errors is not None:
            errors.write_text(render_mistakes(scores), encoding="utf-8", newline="\n")


@app.command()
def explain(
    row_id: Annotated[str, typer.Argument(metavar="ROW_ID", help="Key of a row, or an article_id.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder with the CSV tables of a run.")] = Path("outputs"),
    corpus: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder that the run read, to show the text around any row.")
    ] = None,
) -> None:
    """Say how a row came about: its sentence, its rule, the steps to its values, and its links.

    Of an article: its overview.
    """
    with _errors():
        from pipeline.explain import explain as explain_row

        typer.echo(explain_row(row_id, out, corpus), nl=False)


@own_lexicon.command("check")
def check_lexicon(file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV or TOML of own parties.")]) -> None:
    """Print every problem of a list of parties with its line.

    Exit code 0: it can be used (warnings apart); 1: it cannot; 2: the file cannot be read.
    """
    with _errors():
        from pipeline.label.own_file import check_file

        found = check_file(file)
    for problem in found.problems:
        typer.echo(str(problem))
    raise typer.Exit(REJECTED if found.faults else FINE)


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise FileNotFoundError(2, "no such folder", str(path))
    return path


def main() -> None:
    """Entry point of the console script."""
    app()
