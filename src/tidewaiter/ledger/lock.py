"""One load at a time: a lock on the ledger's folder that the system lets go of when its holder dies."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tidewaiter.errors import LedgerError

NAME = "lock"
_LOG = logging.getLogger("tidewaiter.ledger")
_PAUSE = 0.05


@contextmanager
def locked(folder: Path, *, patience: float = 3600.0) -> Iterator[float]:
    """Hold the folder's lock; gives the seconds waited for it. A wait is logged once, and ends in LedgerError."""
    with (folder / NAME).open("a+b") as stream:
        started = time.monotonic()
        said = False
        while not _taken(stream):
            if not said:
                _LOG.warning("waiting for another load into %s to end", folder)
                said = True
            if time.monotonic() - started > patience:
                raise LedgerError(
                    "another load has held the ledger too long", path=folder, cure="end it, then try again"
                )
            time.sleep(_PAUSE)
        try:
            yield time.monotonic() - started if said else 0.0
        finally:
            _let_go(stream)


try:
    import fcntl

    def _taken(stream: IO[bytes]) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)

except ImportError:  # pragma: no cover  (Windows)
    import msvcrt

    def _taken(stream: IO[bytes]) -> bool:
        stream.seek(0)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True

    def _let_go(stream: IO[bytes]) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined]
