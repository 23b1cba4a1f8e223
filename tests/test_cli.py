"""The command, as a user runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.tabulate.schema import TABLES

README = Path(__file__).parents[1] / "README.md"
TEXT = """Ministry signs deal

TOKYO - Japan will pay $67bn (¥10 trillion) to India by 2040, Prime Minister Jane Doe said on Friday.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "metadata.csv").write_text("source,published\na.txt,2025-08-30\n", encoding="utf-8")
    records = [{"id": f"r{n}", "title": "News", "text": f"Profit rose {n}% to ${n}m."} for n in range(1, 40)]
    lines = "\n".join(json.dumps(record) for record in records)
    (folder / "b.jsonl").write_text(lines, encoding="utf-8")
    return folder


def tidings(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | environment, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_run_writes_every_table(corpus: Path, tmp_path: Path) -> None:
    done = tidings("run", corpus, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "words per second" in done.stderr
    names = set(contents(tmp_path / "out"))
    assert {f"{table}.csv" for table in TABLES} | {"tidings.xlsx"} <= names
    assert sum(name.startswith("texts/") for name in names) == 39


def test_same_bytes_whatever_the_machine(corpus: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    tidings("run", corpus / "a.txt", corpus / "b.jsonl", "--out", first, PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    tidings(
        "run", corpus / "b.jsonl", corpus / "a.txt", "--out", second, "--jobs", "2",
        PYTHONHASHSEED="2", TZ="America/Los_Angeles", LANG="tr_TR.UTF-8", LC_ALL="C",
    )  # fmt: skip
    assert contents(first) == contents(second)
    tidings("run", corpus, "--out", first)
    third = contents(first)
    tidings("run", corpus, "--out", first)
    assert contents(first) == third


def test_the_output_folder_is_no_input(corpus: Path) -> None:
    tidings("run", corpus, "--out", corpus / "out", "--format", "csv")
    once = contents(corpus / "out")
    tidings("run", corpus, "--out", corpus / "out", "--format", "csv")
    assert contents(corpus / "out") == once


def test_a_bad_record_is_a_reject_and_the_others_go_on(corpus: Path, tmp_path: Path) -> None:
    (corpus / "c.jsonl").write_text('{"id": 1}\nnot json\n{"id": 2, "text": "It paid $5m."}\n', encoding="utf-8")
    done = tidings("run", corpus / "c.jsonl", "--out", tmp_path / "out", "--format", "csv")
    assert done.returncode == 1
    assert len((tmp_path / "out" / "rejects.csv").read_text().splitlines()) == 3
    assert len((tmp_path / "out" / "articles.csv").read_text().splitlines()) == 2


@pytest.mark.skipif(os.name == "nt", reason="signals of terminals are POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_without_a_traceback(corpus: Path, tmp_path: Path, jobs: str) -> None:
    (corpus / "many.jsonl").write_text(
        "\n".join(json.dumps({"text": f"Profit rose {n}% to ${n}m. {TEXT * 20}"}) for n in range(20_000)),
        encoding="utf-8",
    )
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "run", str(corpus), "--jobs", jobs]
    # a session of its own is what a terminal's foreground job is: the signal goes to workers, too
    out = tmp_path / "out"
    with subprocess.Popen([*command, "--out", str(out)], stderr=subprocess.PIPE, start_new_session=True) as process:
        while not out.exists():  # the run has begun, and takes minutes
            time.sleep(0.1)
        time.sleep(3)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.decode().strip() == "tidings: interrupted"


def test_own_rates_hold_in_every_process_and_whatever_their_order(corpus: Path, tmp_path: Path) -> None:
    lines = ["2025-08-29,JPY,100", "2025-08-30,JPY,150", "2025-08-31,JPY,10"]
    for name, order in (("a", lines), ("b", lines[::-1])):
        (tmp_path / name).write_text("\n".join(["date,currency,per_usd", *order]), encoding="utf-8")
    (tmp_path / "wrong").write_text("date,currency,per_usd\n2025-08-29,YEN,100\n", encoding="utf-8")
    tidings("run", corpus, "--out", tmp_path / "one", "--rates", tmp_path / "a")
    tidings("run", corpus, "--out", tmp_path / "two", "--jobs", "2", TIDINGS_RATES=str(tmp_path / "b"))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    figures = pd.read_csv(tmp_path / "one" / "figures.csv").set_index("text")
    yen = figures.loc["¥10 trillion"]
    assert (yen.base_value, yen.fx_date, yen.fx_source) == (pytest.approx(1e13 / 150), "2025-08-30", "user")
    assert yen.rate_gap == -0.005
    wrong = tidings("run", corpus, "--out", tmp_path / "three", "--rates", tmp_path / "wrong")
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (2, 1)
    assert f"{tmp_path / 'wrong'}': line 2: 'YEN' is no ISO 4217 code" in wrong.stderr
    assert not (tmp_path / "three").exists()


def test_own_parties_hold_in_every_process_and_a_wrong_list_ends_the_run(corpus: Path, tmp_path: Path) -> None:
    head = "name,type,country,aliases,role"
    (tmp_path / "a.csv").write_text(f"{head}\nNihon Works,organization,JPN,Ministry,client\n", encoding="utf-8")
    rows = (
        'name = "Nihon Works"',
        'type = "organization"',
        'country = "JPN"',
        'aliases = ["Ministry"]',
        'role = "client"',
    )
    (tmp_path / "b.toml").write_text("\n".join(["[[party]]", *rows]), encoding="utf-8")
    tidings("run", corpus, "--out", tmp_path / "one", "--lexicon", tmp_path / "a.csv")
    tidings("run", corpus, "--out", tmp_path / "two", "--jobs", "2", TIDINGS_LEXICON=str(tmp_path / "b.toml"))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    parties = pd.read_csv(tmp_path / "one" / "parties.csv").set_index("name")
    assert parties.loc["Nihon Works"][["rule", "role", "country"]].tolist() == ["own list", "client", "JPN"]
    (tmp_path / "wrong.csv").write_text(f"{head}\nZorba,firm,,,\nZorba,person,UK,,\n", encoding="utf-8")
    wrong = tidings("run", corpus, "--out", tmp_path / "three", "--lexicon", tmp_path / "wrong.csv")
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (2, 1)
    assert "wrong.csv': line 2: type 'firm' is not" in wrong.stderr
    assert not (tmp_path / "three").exists()


def test_lexicon_check_says_every_problem(tmp_path: Path) -> None:
    def check(text: str) -> tuple[int, list[str]]:
        (tmp_path / "list.csv").write_text(text, encoding="utf-8")
        result = CliRunner().invoke(app, ["lexicon", "check", str(tmp_path / "list.csv")])
        return result.exit_code, [line.partition(": ")[0] for line in result.stdout.splitlines()]

    assert check("name,type\nZorba,person\n") == (0, [])
    assert check("name,type\nTarget,organization\n") == (0, ["line 2"])
    assert check("name,type\nZorba,firm\n,person\n") == (1, ["line 2", "line 3"])


WRONG = [
    (["run", "nowhere"], "nowhere"),
    (["run", ".", "--format", "docx"], "formats cannot be 'docx': choose 'csv' or 'xlsx'"),
    (["run", ".", "--published", "yesterday"], "published"),
    (["run", ".", "--published", "2025-02-30"], "published"),
    (["run", ".", "--base-currency", "dollars"], "base-currency"),
    (["run", ".", "--base-currency", "XXY"], "XXY"),
    (
        ["run", ".", "--rates", "no.csv"],
        "rates cannot be 'no.csv': the file cannot be read (no such file or directory)",
    ),
    (["run", ".", "--rates", "."], "rates cannot be '.': the file cannot be read"),
    (
        ["run", ".", "--taxonomy", "no.csv"],
        "taxonomy cannot be 'no.csv': the file cannot be read (no such file or directory)",
    ),
    (["run", ".", "--taxonomy-only"], "taxonomy-only asks for a file"),
    (["run", ".", "--lexicon", "no.csv"], "lexicon cannot be 'no.csv': the file cannot be read"),
    (["lexicon", "check", "no.csv"], "there is no file or folder 'no.csv'"),
    (["run", ".", "--jobs", "0"], "jobs"),
    (["run", ".", "--model", "no_such_model"], "no_such_model"),
    (["run", ".", "--config", "no.toml"], "no.toml"),
    (["score", "nowhere", "nowhere"], "nowhere"),
    (["check", "nowhere"], "nowhere"),
    (["explain", "0123456789ab-f1"], "there is no folder 'outputs'"),
    (
        ["explain", "0123456789ab-f1", "--out", "."],
        "there is no table 'articles.csv': repeat the run",
    ),
    (["explain", "figure 7", "--out", "."], "'figure 7' is no key"),
]


@pytest.mark.parametrize(("arguments", "named"), WRONG, ids=[" ".join(call) for call, _ in WRONG])
def test_a_wrong_call_gets_one_sentence_and_code_2(
    arguments: list[str], named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if arguments[0] == "run":
        arguments = [*arguments, "--out", "out"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert named in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stderr.startswith("tidings: ")


def test_an_output_folder_that_is_a_file(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    result = CliRunner().invoke(app, ["run", str(corpus), "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "out" in result.stderr


def test_settings_come_from_arguments_then_environment_then_file(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.settings import load

    config = tmp_path / "tidings.toml"
    config.write_text('base_currency = "EUR"\njobs = 2\nvague_times = true\n', encoding="utf-8")
    monkeypatch.setenv("TIDINGS_JOBS", "3")
    settings = load(config, vague_times=False)
    assert (settings.base_currency, settings.jobs, settings.vague_times) == ("EUR", 3, False)


def test_schema_and_version() -> None:
    assert "### `figures`" in CliRunner().invoke(app, ["schema"]).stdout
    assert CliRunner().invoke(app, ["--version"]).stdout.startswith("tidings 0.")


def test_the_readme_names_every_command_and_option() -> None:
    import typer

    text = README.read_text(encoding="utf-8")
    commands = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    for group, command in list(commands.items()):
        inner = getattr(command, "commands", {})
        commands |= {f"{group} {name}": command for name, command in inner.items()}
    for name, command in commands.items():
        assert f"tidings {name}" in text
        options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
        assert not [option for option in options if option not in text]
