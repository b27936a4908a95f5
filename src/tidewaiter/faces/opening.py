"""Opening the ledger that a command reads from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.errors import LedgerError

if TYPE_CHECKING:
    from tidewaiter.api import Ledger


def open_to_read(path: Path | None) -> Ledger:
    """The ledger in a folder; LedgerError where there is none: a mistyped name must not look like an empty book."""
    from tidewaiter.api import open_ledger
    from tidewaiter.ledger import manifest

    if path is not None and not (path / manifest.NAME).is_file():
        raise LedgerError("no ledger here", path=path, cure=f"make one: tidewaiter load FILE --ledger {path}")
    return open_ledger(path)
