"""One load at a time: a lock on the ledger's folder that the system lets go of when its holder dies."""

from __future__ import annotations

import contextlib
import logging
import os
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
def locked(folder: Path, *, patience: float = 3600.0, what: str = "load") -> Iterator[float]:
    """Hold the lock of a folder, which is made where it is not there; gives the seconds waited.

    `what` names in messages what holds it. A wait is logged once, and ends in LedgerError. A folder that was made for
    nothing is taken away again, so whoever waited for its lock looks whether that is still the lock of the folder.
    """
    started = time.monotonic()
    said = False
    new = not folder.exists()
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / NAME).open("a+b") as stream:
            while not _taken(stream):
                if not said:
                    _LOG.warning("waiting for another %s into %s to end", what, folder)
                    said = True
                if time.monotonic() - started > patience:
                    raise LedgerError(
                        f"another {what} has held the folder too long", path=folder, cure="end it, then try again"
                    )
                time.sleep(_PAUSE)
            try:
                if _is_of(stream, folder):
                    try:
                        yield time.monotonic() - started if said else 0.0
                        return
                    finally:
                        if new:
                            _tidy(folder)
            finally:
                _let_go(stream)


def _is_of(stream: IO[bytes], folder: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(stream.fileno()), (folder / NAME).stat())
    except FileNotFoundError:
        return False


def _tidy(folder: Path) -> None:
    """Take a folder away that holds nothing but its lock."""
    with contextlib.suppress(OSError):
        if [path.name for path in folder.iterdir()] == [NAME]:
            (folder / NAME).unlink()
            folder.rmdir()


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
