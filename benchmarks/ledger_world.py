"""Loading a world of trade and reviewing one country in it, beside plain DuckDB, SQL by hand and pandas.

    python benchmarks/ledger_world.py [--rows 1000000] [--country-rows 100000] [--years 10] [--repeat 3]
                                      [--work FOLDER] [--pandas]

The world is written first (world.py) and kept in `--work`, 100 MB for a million rows. Every contender runs in a process
of its own, start-up included, taking turns. Loads are held against DuckDB's COPY of the same typed columns into
unsorted Parquet, and against SQL that sorts each year as the ledger does, both with 4 GB of memory; the ledger checks,
looks up and dates every row besides. Reviews ask for one partner, 200 codes and all months: values, change on the
year, year to date, share.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import measure
import world
from measure import Run

_CONTENDERS = str(measure.HERE / "ledger_contenders.py")
_LOADS = {
    "load-ledger": "Tidewaiter: load",
    "load-plain": "DuckDB: COPY, one unsorted file",
    "load-sorted": "DuckDB: SQL by hand, sorted by year",
}
_REVIEWS = {
    "review-ledger": "Tidewaiter: the view book",
    "review-hand": "SQL by hand on the ledger's files",
    "review-sorted": "SQL by hand on files sorted by hand",
    "review-pandas": "pandas over the CSV files",
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Load a world of trade and review a country in it.")
    world.add_size(parser)
    parser.add_argument("--repeat", type=int, default=3, help="processes of each, of which the median counts (3)")
    parser.add_argument("--work", type=Path, help="where the world is kept (default: a folder for this run)")
    parser.add_argument("--pandas", action="store_true", help="review with pandas too; slow where the world is large")
    options = parser.parse_args(arguments)
    print(measure.machine())
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
        run(options, options.work)
    else:
        with tempfile.TemporaryDirectory() as folder:
            run(options, Path(folder))


def run(options: argparse.Namespace, work: Path) -> None:
    made = world.world(rows=options.rows, country_rows=options.country_rows, years=options.years)
    csvs = work / f"world-{made.rows}-{made.country_rows}-{len(made.years)}"
    size = sum(path.stat().st_size for path in world.write(made, csvs))
    print(f"\n{made.rows:,} rows, {made.country_rows:,} of them the country's, {size / 1e6:,.0f} MB of CSV")
    ledger, by_hand = loads(csvs, work, repeat=options.repeat)
    reviews(made, csvs, ledger, by_hand, repeat=options.repeat, pandas=options.pandas)
    shutil.rmtree(ledger)
    shutil.rmtree(by_hand)


def loads(csvs: Path, work: Path, *, repeat: int) -> tuple[Path, Path]:
    """Print how long each load takes; returns the folders of the last ledger and of the last files sorted by hand."""
    runs: dict[str, list[Run]] = {name: [] for name in _LOADS}
    targets = {name: work / f"{name}-{os.getpid()}" for name in _LOADS}
    for _ in range(repeat):
        for name, target in targets.items():
            shutil.rmtree(target, ignore_errors=True)
            runs[name].append(measure.process([_CONTENDERS, name, str(csvs), str(target)]))
    rows = []
    ours = [each.seconds for each in runs["load-ledger"]]
    for name, label in _LOADS.items():
        times = [each.seconds for each in runs[name]]
        disk = sum(path.stat().st_size for path in targets[name].rglob("*.parquet")) / 1e6
        peak = measure.median(each.peak_mib for each in runs[name])
        against = "" if name == "load-ledger" else f"{measure.ratio(ours, times):.2f}"
        rows.append((label, f"{measure.median(times):.2f}", against, f"{peak:,.0f}", f"{disk:,.1f}"))
    print(f"\nLoads, medians of {repeat}\n")
    print(measure.table(("", "seconds", "Tidewaiter takes × as long", "peak MiB", "Parquet MB"), rows))
    shutil.rmtree(targets["load-plain"])
    return targets["load-ledger"], targets["load-sorted"]


def reviews(made: world.World, csvs: Path, ledger: Path, by_hand: Path, *, repeat: int, pandas: bool) -> None:
    """Print how long a review of the country takes, as a whole process and asked again within one."""
    folders = {"review-ledger": ledger, "review-hand": ledger, "review-sorted": by_hand}
    if pandas:
        folders["review-pandas"] = csvs
    codes = json.dumps(made.reviewed)
    runs: dict[str, list[Run]] = {name: [] for name in folders}
    for _ in range(repeat):
        for name, folder in folders.items():
            times = "1" if name == "review-pandas" else "9"
            runs[name].append(measure.process([_CONTENDERS, name, str(folder), codes, times]))
    answers = {(each[0].answer["rows"], each[0].answer["total"]) for each in runs.values()}
    if len(answers) != 1:
        raise RuntimeError(f"the contenders disagree: {answers}")
    print(f"\nReviews: {len(made.reviewed)} codes, {answers.pop()[0]:,} rows in the answer, medians of {repeat}\n")
    rows = []
    ours = runs["review-ledger"]
    for name, each in runs.items():
        whole = measure.ratio([run.seconds for run in ours], [run.seconds for run in each])
        again = measure.ratio([run.answer["again"] for run in ours], [run.answer["again"] for run in each])
        rows.append(
            (
                _REVIEWS[name],
                f"{measure.median(run.seconds for run in each):.2f}",
                "" if each is ours else f"{whole:.2f}",
                f"{1000 * measure.median(run.answer['again'] for run in each):,.0f}",
                "" if each is ours else f"{again:.2f}",
                f"{measure.median(run.peak_mib for run in each):,.0f}",
            )
        )
    against = "Tidewaiter takes × as long"
    print(measure.table(("", "process, s", against, "asked again, ms", against, "peak MiB"), rows))


if __name__ == "__main__":
    main()
