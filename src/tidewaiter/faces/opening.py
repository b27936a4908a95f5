"""Opening the ledger that a command reads from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tidewaiter.errors import LedgerError
from tidewaiter.settings import Settings

if TYPE_CHECKING:
    from tidewaiter.api import Ledger

#: Where `--engine` leaves its value for whoever opens the ledger.
ENGINE = "tidewaiter.engine"


def open_to_read(settings: Settings) -> Ledger:
    """The ledger of the settings; LedgerError where there is none: a mistyped name must not look like an empty book.

    What answers is the engine of `--engine`, where the command has been given one, else that of the settings.
    """
    from tidewaiter.api import open_ledger
    from tidewaiter.ledger import manifest

    path = settings.ledger
    if path is not None and not (path / manifest.NAME).is_file():
        raise LedgerError("no ledger here", path=path, cure=f"make one: tidewaiter load FILE --ledger {path}")
    context = click.get_current_context(silent=True)
    engine = settings.engine if context is None else context.meta.get(ENGINE, settings.engine)
    return open_ledger(path, engine=engine, store=settings.store)
