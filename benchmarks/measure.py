"""What every benchmark needs: rounds, medians, ratios, the machine it ran on, and processes to measure in."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Run:
    """One process, start to end: seconds by the wall clock and of all cores together, the most memory it held in MiB,
    and what it answered."""

    seconds: float
    core_seconds: float
    peak_mib: float
    answer: dict[str, Any]


def core_seconds(work: Callable[[], object]) -> float:
    """How long a core works for this process: what other programs do meanwhile hardly counts."""
    started = time.process_time()
    work()
    return time.process_time() - started


def median(values: Iterable[float]) -> float:
    return statistics.median(values)


def rounds(works: Sequence[Callable[[], object]], *, repeat: int) -> list[list[float]]:
    """Core seconds of each work, `repeat` times over, taking turns, so that all meet the same machine."""
    found: list[list[float]] = [[] for _ in works]
    for _ in range(repeat):
        for number, work in enumerate(works):
            found[number].append(core_seconds(work))
    return found


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median of the ratios of runs that stood next to each other."""
    return median(a / b for a, b in zip(above, below, strict=True))


def process(arguments: Sequence[str], *, allowed: Sequence[int] = (0,)) -> Run:
    """Run a command of this Python in a fresh process; its last line of output is JSON, or nothing.

    RuntimeError with what it said on standard error where its status is not among the `allowed`.
    """
    started, used = time.perf_counter(), _children_seconds()
    with subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as child:
        out, err = child.communicate()
    taken, worked = time.perf_counter() - started, _children_seconds() - used
    if child.returncode not in allowed:
        raise RuntimeError(f"{' '.join(arguments)} ended with status {child.returncode}:\n{err[-2000:]}")
    last = out.rstrip().rpartition("\n")[2]
    answer = json.loads(last) if last.startswith("{") else {}
    return Run(taken, worked, float(answer.pop("peak_mib", 0)), answer)


def _children_seconds() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


def peak_mib() -> float:
    """The most memory that this process has held so far, in MiB; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(most) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def one_core() -> None:
    """Keep this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def machine() -> str:
    """Date, processor, cores, Python and what matters of the installed packages, in one line."""
    from importlib.metadata import PackageNotFoundError, version

    packages = []
    for name in ("tidewaiter", "duckdb", "quantulum3"):
        try:
            packages.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            packages.append(f"{name} not installed")
    today = datetime.now(UTC).date().isoformat()
    return f"{today}, {_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, {', '.join(packages)}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, for the terminal and for README.md alike."""
    cells = [list(headings), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]

    def line(row: Sequence[str]) -> str:
        first, *others = (
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        return f"| {' | '.join([first, *others])} |"

    rule = f"|{'|'.join('-' * (width + 2) if i == 0 else '-' * (width + 1) + ':' for i, width in enumerate(widths))}|"
    return "\n".join([line(cells[0]), rule, *(line(row) for row in cells[1:])])
