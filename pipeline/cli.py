"""The command line: parse, call, print. Heavy imports stay inside the commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def tidings() -> None:
    """News in, tidy tables out."""


@app.command()
def run(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders with articles.")],
    out: Annotated[Path, typer.Option(help="Folder for the tables.")],
    model: Annotated[str | None, typer.Option(help="spaCy pipeline for names, or 'none'.")] = None,
    published: Annotated[str | None, typer.Option(help="Publication date of articles without one.")] = None,
    vague_times: Annotated[bool | None, typer.Option("--vague-times", help="Give vague times too.")] = None,
    jobs: Annotated[int | None, typer.Option(help="Worker processes.")] = None,
) -> None:
    """Read articles and write their tables."""
    from pipeline import settings as settings_module
    from pipeline.batch.run import run as run_batch

    settings = settings_module.load(model=model, published=published, vague_times=vague_times, jobs=jobs)
    summary, _ = run_batch(paths, out, settings)
    typer.echo(str(summary), err=True)
    raise typer.Exit(1 if summary.rows["rejects"] else 0)


def main() -> None:
    """Entry point of the console script."""
    app()
