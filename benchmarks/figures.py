"""Documents a second of the figure reader on one core, beside quantulum3 where it is installed, and its linearity.

    .venv/bin/python benchmarks/figures.py [FILE...]

Without files the project's own sample sentences are strung together. Each document is 8 KB of plain text.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from tidewaiter.claims.figures import quantities

DATA = Path(__file__).parent.parent / "tests" / "claims" / "data"
SIZE = 8192
SECONDS = 3.0


def documents(paths: list[str]) -> list[str]:
    if paths:
        text = "\n\n".join(Path(path).read_text(encoding="utf-8") for path in paths)
    else:
        files = sorted(DATA.glob("*_news*.yml"))
        text = "\n\n".join(entry["text"] for file in files for entry in yaml.safe_load(file.read_text("utf-8")))
    text *= SIZE * 4 // len(text) + 1
    return [text[k : k + SIZE] for k in range(0, len(text) - SIZE, SIZE)]


def rate(read: Callable[[str], object], texts: list[str]) -> float:
    read(texts[0])
    done, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        read(texts[done % len(texts)])
        done += 1
    return done / (time.process_time() - start)


def main() -> None:
    texts = documents(sys.argv[1:])
    ours = rate(quantities, texts)
    print(f"tidewaiter   {ours:8.1f} documents of {SIZE // 1024} KB a second")
    if importlib.util.find_spec("quantulum3"):
        from quantulum3 import parser

        theirs = rate(parser.parse, texts)
        print(f"quantulum3   {theirs:8.1f} documents of {SIZE // 1024} KB a second; {ours / theirs:.0f} times")
    for length in (100_000, 1_000_000, 4_000_000):
        text = ("\n\n".join(texts) + "\n\n") * (length // (len(texts) * SIZE) + 1)
        start = time.process_time()
        quantities(text[:length])
        print(f"{length:>9,} characters {time.process_time() - start:6.2f} s")


main()
