"""Loading a world of trade and reviewing one country in it, beside plain DuckDB, SQL by hand and pandas.

    python benchmarks/ledger_world.py [--rows 1000000] [--country-rows 100000] [--years 10] [--repeat 3]
                                      [--work FOLDER] [--pandas]

The world is written first (world.py) and kept in `--work`, 100 MB for a million rows. Every contender runs in a process
of its own, start-up included, taking turns. Where other programs are busy on the machine, the seconds that all cores
worked tell more than those by the clock. Loads are held against DuckDB's COPY of the same typed columns into
unsorted Parquet, and against SQL that sorts each year as the ledger does, without and with working out until when a
row stood, all with 4 GB of memory; the ledger checks, looks up and numbers every row besides. Reviews ask for one
partner, 200 codes and all months: values, change on the year, year to date, share.
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
    "load-dated": "DuckDB: the same, superseded_on worked out",
}
_REVIEWS = {
    "review-ledger": "Tidewaiter: the view book",
    "review-hand": "SQL by hand on the ledger's files",
    "review-sorted": "SQL by hand on files sorted by hand",
    "review-pandas": "pandas over the CSV files",
    "review-pandas-narrow": "pandas, told its six columns",
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
    ours = runs["load-ledger"]
    rows = []
    for name, label in _LOADS.items():
        disk = sum(path.stat().st_size for path in targets[name].rglob("*.parquet")) / 1e6
        rows.append((label, *_times(ours, runs[name]), f"{_peak(runs[name]):,.0f}", f"{disk:,.1f}"))
    print(f"\nLoads, medians of {repeat}\n")
    print(measure.table(("", *_TIMES, "peak MiB", "Parquet MB"), rows))
    shutil.rmtree(targets["load-plain"])
    shutil.rmtree(targets["load-dated"])
    return targets["load-ledger"], targets["load-sorted"]


def reviews(made: world.World, csvs: Path, ledger: Path, by_hand: Path, *, repeat: int, pandas: bool) -> None:
    """Print how long a review of the country takes, as a whole process and asked again within one."""
    folders = {"review-ledger": ledger, "review-hand": ledger, "review-sorted": by_hand}
    if pandas:
        folders |= {"review-pandas": csvs, "review-pandas-narrow": csvs}
    codes = json.dumps(made.reviewed)
    once: dict[str, list[Run]] = {name: [] for name in folders}
    often: dict[str, list[Run]] = {name: [] for name in folders}
    for _ in range(repeat):
        for name, folder in folders.items():
            once[name].append(measure.process([_CONTENDERS, name, str(folder), codes, "1"]))
            if folder != csvs:
                often[name].append(measure.process([_CONTENDERS, name, str(folder), codes, "9"]))
    answers = {
        (run.answer["rows"], run.answer["total"]) for runs in (once, often) for each in runs.values() for run in each
    }
    if len(answers) != 1:
        raise RuntimeError(f"the contenders disagree: {answers}")
    print(f"\nReviews: {len(made.reviewed)} codes, {answers.pop()[0]:,} rows in the answer, medians of {repeat}\n")
    ours = once["review-ledger"]
    rows = []
    for name, each in once.items():
        again = [run.answer["again"] for run in often[name]]
        best = f"{1000 * measure.median(again):,.0f}" if again else ""
        rows.append((_REVIEWS[name], *_times(ours, each), best, f"{_peak(each):,.0f}"))
    print(measure.table(("", *_TIMES, "asked again, ms", "peak MiB"), rows))


_TIMES = ("seconds", "ours / this", "core seconds", "ours / this")


def _times(ours: Sequence[Run], theirs: Sequence[Run]) -> tuple[str, str, str, str]:
    """Seconds by the clock and of the cores, each with the ratio of ours to theirs."""
    cells = []
    for kind in ("seconds", "core_seconds"):
        mine, other = ([float(getattr(run, kind)) for run in runs] for runs in (ours, theirs))
        cells += [f"{measure.median(other):.2f}", "" if ours is theirs else f"{measure.ratio(mine, other):.2f}"]
    return cells[0], cells[1], cells[2], cells[3]


def _peak(runs: Sequence[Run]) -> float:
    return measure.median(run.peak_mib for run in runs)


if __name__ == "__main__":
    main()
