"""Where a number comes from: a file as it was on a day, a line in it, a stretch of text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an original text: code points, end exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A file as it was fetched: its bytes' SHA-256, its name, and what is known of its origin."""

    sha256: str
    name: str
    url: str | None = None
    day: date | None = None
    licence: str | None = None


class RowRef(NamedTuple):
    """One row of one customs file: source card, release, file and line (or record number), from 1.

    `url` is the page of a published figure, where a row has one of its own.
    """

    source: str
    release: str
    file: str
    sha256: str
    line: int
    url: str | None = None

    def __str__(self) -> str:
        return f"{self.source} {self.release}, {self.file}:{self.line}"


def sha256_file(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()
