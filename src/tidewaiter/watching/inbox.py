"""Which files of a folder are new and complete, and what became of those seen before.

The memory is one JSON file, written whole or not at all; files are known by their bytes, so that a copy under another
name is not told twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tidewaiter.atomic import write_file
from tidewaiter.errors import InputError
from tidewaiter.provenance import sha256_file

#: The memory's file, in the folder that the news are written to.
NAME = ".watched.json"
#: A file that has not changed for so many seconds has been written to its end.
SETTLED = 5.0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came: what was made of it, when, and where its news stand; `problem` where it could not be loaded."""

    sha256: str
    file: str
    at: str
    title: str
    summary: str
    page: str | None = None
    problem: str | None = None


@dataclass
class Memory:
    """All arrivals, oldest first."""

    path: Path
    arrivals: list[Arrival] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path) -> Memory:
        """The memory of a folder; InputError where its file is damaged: to forget would tell everything again."""
        path = folder / NAME
        try:
            listed = json.loads(path.read_text(encoding="utf-8"))
            return cls(path, [Arrival(**each) for each in listed])
        except FileNotFoundError:
            return cls(path)
        except (OSError, ValueError, TypeError) as error:
            cure = "restore it, or delete it to begin anew"
            raise InputError(f"is no memory of a watch: {error}", path=path, cure=cure) from None

    def knows(self, sha256: str) -> bool:
        """Whether a file of these bytes has been told."""
        return any(each.sha256 == sha256 for each in self.arrivals)

    def keep(self, arrival: Arrival) -> None:
        """Add an arrival and write the memory."""
        self.arrivals.append(arrival)
        write_file(self.path, [json.dumps([asdict(each) for each in self.arrivals], ensure_ascii=False, indent=1)])


def new_files(folder: Path, memory: Memory, *, now: float, seen: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """The files that are complete and not yet told, by name, with their SHA-256.

    `seen` remembers sizes and times between two looks, so that nothing is hashed twice for no reason.
    """
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or not path.is_file():
            continue
        state = path.stat()
        mark = (state.st_size, state.st_mtime_ns)
        if seen.get(path.name) == mark or now - state.st_mtime < SETTLED:
            continue
        sha256 = sha256_file(path)
        seen[path.name] = mark
        if not memory.knows(sha256):
            yield path, sha256
