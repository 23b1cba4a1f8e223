"""No output knows the machine's clock or its zone: a run of 1999 in Kiribati and one of 2044 in Samoa are the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TIMES = """The bank will meet on Monday and on 12 May, and met last Friday, on 3/4 and on 5/6/27. Rates fell in March
2026. Sales rose 5% in the third quarter and in FY26 to $5m, the most since the '90s. A ban starts 29 February 2044, by
2050. Exports fell today, a year earlier, two weeks ago and over the past decade; Fell (43), who was born on Dec. 31,
spoke at 5 p.m. EST. The loan of €40m is due on the 31st, on 31 December 1999 or next year.
"""
DATED = f"LONDON, Aug 29 (Agency) - {TIMES}"
RUN_UNDER = """
import sys, time_machine
with time_machine.travel(sys.argv.pop(1), tick=True):
    from pipeline.cli import main
    main()
"""
CLOCKS = {
    "Pacific/Kiritimati": "1999-12-31T10:30:00Z",  # the 2000s have begun there
    "Pacific/Pago_Pago": "2044-03-01T00:30:00Z",  # still 29 February there
}


def test_same_bytes_under_any_clock_and_zone(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "undated.txt").write_text(TIMES, encoding="utf-8")
    (corpus / "dated.txt").write_text(DATED, encoding="utf-8")
    (corpus / "given.txt").write_text(f"Rates\n\n{TIMES}", encoding="utf-8")
    (corpus / "metadata.csv").write_text("source,published\ngiven.txt,2025-08-30T23:30:00-10:00\n", encoding="utf-8")
    written = []
    for zone, moment in CLOCKS.items():
        out = tmp_path / zone.replace("/", "-")
        command = [sys.executable, "-c", RUN_UNDER, moment, "run", str(corpus), "--out", str(out), "--vague-times"]
        done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"TZ": zone}, check=False)
        assert done.returncode == 0, done.stderr
        written.append({p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert written[0] == written[1]
    assert b"2025-09-01" in written[0]["timelines.csv"]  # Monday after the given day
    assert len(written[0]["timelines.csv"].splitlines()) > 60
