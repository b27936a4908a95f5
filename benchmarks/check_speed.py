"""How long `tidewaiter check ARTICLE` takes from nothing, process start included, and where the time goes.

    python benchmarks/check_speed.py [ARTICLE] [--repeat 9] [--ledger FOLDER]

Every run is a fresh process that has loaded nothing; the files it reads are in the system's cache. `--help` shows what
the command line itself costs, `python -c pass` what no program can go below.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import articles
import measure

_ARTICLE = articles.ROOT / "src" / "tidewaiter" / "samples" / "2022-05-28-quayside-courier.txt"
_RUN = "from tidewaiter.faces.cli import main; main()"
#: The stages of a check, each with what it needs imported where it needs it, as in the command.
_STAGES = """
import json, sys, time
clock = [time.perf_counter()]
tick = lambda: clock.append(time.perf_counter())
import tidewaiter.faces.cli
from tidewaiter.api import open_ledger
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read
from tidewaiter.faces.collecting import collect_seldom
from tidewaiter.verdicts.check import check
collect_seldom()
tick()
document = read(sys.argv[1])
tick()
claims = extract(document)
tick()
book = open_ledger(sys.argv[2] or None).store
book.connect()
tick()
check([(document, claims)], ledger=book)
tick()
names = ("import", "read", "claims", "open the ledger", "verdicts")
print(json.dumps(dict(zip(names, (b - a for a, b in zip(clock, clock[1:]))))))
"""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="One article from process start to verdicts.")
    parser.add_argument("article", type=Path, nargs="?", default=_ARTICLE)
    parser.add_argument("--repeat", type=int, default=9, help="runs, of which the median counts (default: 9)")
    parser.add_argument("--ledger", type=Path, help="a ledger's folder (default: the embedded book)")
    options = parser.parse_args(arguments)
    print(measure.machine())
    whole(options.article, ledger=options.ledger, repeat=options.repeat)
    stages(options.article, ledger=options.ledger, repeat=options.repeat)


def whole(article: Path, *, ledger: Path | None, repeat: int) -> None:
    """Print whole processes' seconds. Status 1 only says that something in the article is contradicted."""
    asked = ["check", str(article), "--format", "jsonl", *(["--ledger", str(ledger)] if ledger else [])]
    commands = {
        "python -c pass": ["-c", "pass"],
        "tidewaiter --help": ["-c", _RUN, "--help"],
        f"tidewaiter check {article.name}": ["-c", _RUN, *asked],
    }
    runs: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(repeat):
        for name, command in commands.items():
            runs[name].append(measure.process(command, allowed=(0, 1)).seconds)
    print(f"\nWhole processes, {repeat} runs each, seconds\n")
    rows = [(name, f"{measure.median(each):.2f}", f"{min(each):.2f}") for name, each in runs.items()]
    print(measure.table(("", "median", "fastest"), rows))


def stages(article: Path, *, ledger: Path | None, repeat: int) -> None:
    """Print the stages of a check in a fresh process, each as a median."""
    runs = [measure.process(["-c", _STAGES, str(article), str(ledger or "")]).answer for _ in range(repeat)]
    print("\nStages of a check, medians, milliseconds; the first use of a table of words loads it\n")
    rows = [(name, f"{1000 * measure.median(run[name] for run in runs):.0f}") for name in runs[0]]
    print(measure.table(("", "ms"), rows))


if __name__ == "__main__":
    main()
