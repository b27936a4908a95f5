"""How long `tidewaiter check FOLDER` takes for many articles, and how much memory: generated ones, with repeats.

    python benchmarks/folder_speed.py [--articles 1000] [--jobs 2] [--again]

`--again` runs the check a second time over what the first one kept, as a check that was cut short would go on.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import articles
import measure

_RUN = """
import json, resource
from tidewaiter.faces.cli import main
try:
    main()
except SystemExit as end:
    assert end.code in (0, 1, None), end.code
peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps({"peak_mib": peaks[0], "worker_mib": peaks[1]}))
"""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="A folder of articles from process start to verdicts.")
    parser.add_argument("--articles", type=int, default=1000, help="how many (default: 1000)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2)")
    parser.add_argument("--again", action="store_true", help="also the same once more, over what was kept")
    options = parser.parse_args(arguments)
    print(measure.machine())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "articles")
        folder.mkdir()
        written = fill(folder, options.articles)
        print(f"\n{options.articles:,} articles, {written / 1e6:.1f} MB of text, {options.jobs} processes\n")
        command = ["-c", _RUN, "check", str(folder), "--format", "jsonl", "--jobs", str(options.jobs)]
        command += ["--out", str(Path(place, "verdicts.jsonl")), "--keep", str(Path(place, "kept"))]
        rows = [_row(name, options.articles, measure.process(command)) for name in _rounds(again=options.again)]
        print(measure.table(("", "seconds", "articles/s", "core seconds", "peak MiB", "largest worker"), rows))


def _rounds(*, again: bool) -> tuple[str, ...]:
    return ("check", "again") if again else ("check",)


def fill(folder: Path, count: int) -> int:
    """Write generated articles; one in ten repeats an older one under another name, as newspapers do."""
    rng = random.Random(count)
    texts: list[str] = []
    size = 0
    for number, article in enumerate(articles.many(count)):
        text = rng.choice(texts) if texts and rng.random() < 0.1 else article.text
        texts = [*texts[-200:], text]
        path = folder / f"{number:06d}.txt"
        path.write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def _row(name: str, count: int, run: measure.Run) -> tuple[str, ...]:
    rate, worker = f"{count / run.seconds:.0f}", f"{run.answer['worker_mib']:.0f}"
    return name, f"{run.seconds:.1f}", rate, f"{run.core_seconds:.1f}", f"{run.peak_mib:.0f}", worker


if __name__ == "__main__":
    main()
