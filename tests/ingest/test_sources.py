from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.contract import Reject
from pipeline.ingest import find_sources, read_source


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}", encoding="utf-8")
    return folder


def names(*paths: Path) -> list[str]:
    return [source.name for source in find_sources(list(paths))]


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/z.md", "a/B.TXT", "c.jsonl", "a/deep/er/still/x.txt")
    assert names(tmp_path) == ["a/B.TXT", "a/deep/er/still/x.txt", "a/z.md", "b.txt", "c.jsonl"]


def test_companions_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    fill(
        tmp_path,
        "a.txt",
        "metadata.csv",
        "a.gold.json",
        "floors.json",
        "README.md",
        "readme.txt",
        "LICENSE",
        "LICENSE.md",
    )
    fill(tmp_path, ".hidden.txt", ".git/config.txt", "sub/.DS_Store", "sub/metadata.csv")
    assert names(tmp_path) == ["a.txt"]


def test_a_companion_that_is_named_is_read(tmp_path: Path) -> None:
    assert names(fill(tmp_path, "README.md") / "README.md") == ["README.md"]


def test_order_and_repetition_of_the_paths_do_not_matter(tmp_path: Path) -> None:
    fill(tmp_path, "a/x.txt", "b/y.txt")
    paths = [tmp_path / "b" / "y.txt", tmp_path, tmp_path / "a", tmp_path]
    assert find_sources(paths) == find_sources(paths[::-1])
    assert names(*paths) == ["a/x.txt", "b/y.txt"]


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        find_sources([tmp_path / "nowhere"])
    assert caught.value.filename == str(tmp_path / "nowhere")


def test_circles_of_links_end(tmp_path: Path) -> None:
    fill(tmp_path, "a/x.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "twin.txt").symlink_to(tmp_path / "a" / "x.txt")
    found = find_sources([tmp_path])
    assert [source.name for source in found] == ["self", "twin.txt"]
    (reject,) = read_source(found[0])
    assert isinstance(reject, Reject)
    assert reject.reason == "unreadable"


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xyz", "noending", "a.json"])
def test_other_formats_are_rejected(tmp_path: Path, name: str) -> None:
    (source,) = find_sources([fill(tmp_path, name)])
    (reject,) = read_source(source)
    assert isinstance(reject, Reject)
    assert (reject.source, reject.reason) == (name, "format")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind here")
def test_without_the_right_to_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "locked/b.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "locked").chmod(0)
    rejects = [item for source in find_sources([tmp_path]) for item in read_source(source)]
    (tmp_path / "locked").chmod(0o700)
    assert [(r.source, r.reason) for r in rejects if isinstance(r, Reject)] == [
        ("a.txt", "unreadable"),
        ("locked", "unreadable"),
    ]


def test_no_regular_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (reject,) = read_source(find_sources([tmp_path])[0])
    assert isinstance(reject, Reject)
    assert reject.reason == "unreadable"


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Text", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has only UTF-8 names")
    assert names(tmp_path) == ["caf\\xe9.txt"]
