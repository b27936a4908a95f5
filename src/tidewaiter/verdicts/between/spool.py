"""What a run over many documents has found so far, kept in a file: little memory, nothing lost when it is cut off."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tidewaiter.claims.claim import Claim
from tidewaiter.errors import InputError
from tidewaiter.verdicts.between.packing import pack, unpack
from tidewaiter.verdicts.between.statements import Statement
from tidewaiter.verdicts.verdict import Verdict

#: Raised with the meaning of what is kept.
_FORMAT = 1
#: Findings written to the file together.
_BATCH = 64
_TABLE = "CREATE TABLE IF NOT EXISTS found (key TEXT PRIMARY KEY, statements BLOB NOT NULL, rest BLOB NOT NULL)"


class Spool:
    """Findings by key. Without a `path` in a file that is gone with the program; InputError where it cannot be one."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._waiting = 0
        try:
            self._file = sqlite3.connect("" if path is None else str(path))
            (version,) = self._file.execute("PRAGMA user_version").fetchone()
            if version not in (0, _FORMAT):
                raise InputError("kept by another version of tidewaiter", path=path, cure="remove the file")
            self._file.execute(_TABLE)
            self._file.execute(f"PRAGMA user_version = {_FORMAT}")
            self._file.commit()
        except sqlite3.Error as error:
            raise InputError(f"cannot keep findings here: {error}", path=path, cure="name a writable folder") from None

    def keys(self) -> set[str]:
        """What has been found already."""
        return {key for (key,) in self._file.execute("SELECT key FROM found")}

    def put(self, key: str, found: tuple[bytes, bytes]) -> None:
        """Keep one document's finding (`packed`), over an older one of the same key."""
        self._file.execute("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", (key, *found))
        self._waiting += 1
        if self._waiting >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self._file.commit()
        self._waiting = 0

    def statements(self, key: str) -> tuple[Statement, ...]:
        """What a document says that others may speak of too."""
        found: tuple[Statement, ...] = self._column(key, "statements")
        return found

    def rest(self, key: str) -> tuple[tuple[Claim, ...], tuple[Verdict, ...]]:
        """A document's claims, and the verdicts on them by itself."""
        found: tuple[tuple[Claim, ...], tuple[Verdict, ...]] = self._column(key, "rest")
        return found

    def _column(self, key: str, column: str) -> Any:
        row = self._file.execute(f"SELECT {column} FROM found WHERE key = ?", (key,)).fetchone()
        try:
            return tuple(unpack(row[0]))
        except (TypeError, ValueError):
            raise InputError("damaged", path=self._path, cure="remove it and check again") from None

    def close(self) -> None:
        """Write what waits, and let go of the file."""
        self.flush()
        self._file.close()


def packed(
    statements: Sequence[Statement], claims: Sequence[Claim], verdicts: Sequence[Verdict]
) -> tuple[bytes, bytes]:
    """One document's finding as it is kept."""
    return pack(tuple(statements)), pack((tuple(claims), tuple(verdicts)))
