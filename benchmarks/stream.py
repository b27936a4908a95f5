"""Whether many articles stream through without growth: `tidewaiter claims FOLDER --jobs N --format jsonl`.

    python benchmarks/stream.py [--documents 1000 10000 100000] [--jobs 2] [--work FOLDER]

Writes so many short generated articles into a folder (they are kept where --work names one), reads them with worker
processes, and prints articles a second and the most memory that the parent and its workers together held (the sum of
what each held at one moment, looked at every quarter of a second; Linux only).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import articles
import measure

#: Articles a folder; and how long a short article is.
_FOLDER, _CHARACTERS = 1000, (200, 600)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Many articles, and the memory they take.")
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000, 100_000], help="how many articles")
    parser.add_argument("--jobs", type=int, default=2, help="worker processes (default: 2)")
    parser.add_argument("--work", type=Path, help="folder to keep the articles in")
    options = parser.parse_args(arguments)
    print(measure.machine())
    rows = []
    for count in options.documents:
        with tempfile.TemporaryDirectory() as scratch:
            folder = (options.work or Path(scratch)) / str(count)
            write(folder, count)
            seconds, peak, claims = stream(folder, jobs=options.jobs)
        rows.append((f"{count:,}", f"{seconds:.0f}", f"{count / seconds:.0f}", f"{claims:,}", f"{peak:.0f}"))
    print(f"\n`tidewaiter claims --jobs {options.jobs} --format jsonl`\n")
    print(measure.table(("articles", "seconds", "articles/s", "claims", "peak MiB, all processes"), rows))


def write(folder: Path, count: int) -> None:
    """So many short articles, no two alike; those that are there already are left."""
    shortest, longest = _CHARACTERS
    for number in range(count):
        path = folder / f"{number // _FOLDER:04d}" / f"{number:07d}.txt"
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        size = shortest + number * 37 % (longest - shortest)
        path.write_text(articles.generated(size, seed=number).text, encoding="utf-8")


def stream(folder: Path, *, jobs: int) -> tuple[float, float, int]:
    """Seconds, the most MiB held, and the claims that came out."""
    program = "from tidewaiter.faces.cli import main; main()"
    command = [sys.executable, "-c", program, "claims", str(folder), "--jobs", str(jobs), "--format", "jsonl"]
    started, peak = time.perf_counter(), 0.0
    with tempfile.TemporaryFile() as out:
        with subprocess.Popen(command, stdout=out) as child:
            while child.poll() is None:
                peak = max(peak, sum(map(resident_mib, family(child.pid))))
                time.sleep(0.25)
        if child.returncode:
            raise RuntimeError(f"ended with status {child.returncode}")
        seconds = time.perf_counter() - started
        out.seek(0)
        return seconds, peak, sum(1 for _ in out)


def family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in family(int(child)))]


def resident_mib(pid: int) -> float:
    """The memory that a process holds; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


if __name__ == "__main__":
    main()
