"""The ledger's folder: opened for a load, and cleared of what a killed one left."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from tidewaiter.errors import LedgerError
from tidewaiter.ledger.lock import locked
from tidewaiter.ledger.manifest import Manifest

FLOWS, COVERAGE, STAGING = "flows", "coverage", ".staging-"
_WRAPPED = re.compile(r'"exception_message":\s*("(?:[^"\\]|\\.)*")')


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[float]:
    """The folder under its lock, for one load; gives the seconds waited. LedgerError where it cannot be written."""
    import duckdb

    try:
        with locked(folder) as waited:
            yield waited
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise LedgerError(
            f"the ledger cannot be written: {_told(error)}",
            path=folder,
            cure="nothing was changed; make room or choose another folder",
        ) from error


def _told(error: Exception) -> str:
    """What went wrong in one line; DuckDB wraps what its writers met in JSON."""
    within = _WRAPPED.search(str(error))
    text = json.loads(within[1]) if within else str(error)
    return (str(text).strip().splitlines() or [type(error).__name__])[0]


def clean(folder: Path, current: Manifest) -> None:
    """Take away what a killed load left: files that the manifest does not name.

    The files of the state before are left to those who are still reading it.
    """
    for path in folder.glob(f"{STAGING}*"):
        shutil.rmtree(path, ignore_errors=True)
    wanted = current.files() | set(current.stale)
    for name in (FLOWS, COVERAGE):
        left = [f"{name}/{path.name}" for path in (folder / name).glob("*") if f"{name}/{path.name}" not in wanted]
        remove(folder, left)


def remove(folder: Path, paths: Sequence[str]) -> None:
    """Delete files of the ledger, those that can be."""
    for path in paths:
        with contextlib.suppress(OSError):
            (folder / path).unlink()
