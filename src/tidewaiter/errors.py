"""The one tree of errors: each knows the file, the place in it, and the cure."""

from __future__ import annotations

from pathlib import Path


class TidewaiterError(Exception):
    """Anything this package raises on purpose.

    Printed as one line, `PATH, PLACE: MESSAGE (CURE)`, by the faces; libraries that call us can read the parts.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | Path | None = None,
        place: str | None = None,
        cure: str | None = None,
    ) -> None:
        self.message = message
        self.path = None if path is None else str(path)
        self.place = place
        self.cure = cure
        super().__init__(message)

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.path, self.place) if part)
        line = f"{where}: {self.message}" if where else self.message
        return f"{line} ({self.cure})" if self.cure else line


class InputError(TidewaiterError):
    """A file that was handed to us cannot be used."""


class DocumentError(InputError):
    """An article cannot be read: empty, not text, too large, a PDF without text."""


class SourceError(InputError):
    """A customs file cannot be read: unknown layout, heading, code, unit, period or currency."""


class FetchError(TidewaiterError):
    """A publisher's service cannot be reached, refuses to answer, or answers with something else than its books."""


class RefusedError(FetchError):
    """A service answers with a status other than 200; `status` is it, `said` what came with it."""

    def __init__(self, message: str, *, status: int, said: str, path: str, cure: str) -> None:
        super().__init__(message, path=path, cure=cure)
        self.status = status
        self.said = said


class LedgerError(TidewaiterError):
    """The ledger on disk cannot be opened or written."""


class ReferenceDataError(TidewaiterError):
    """A reference table of the package or of the user is malformed."""


class UsageError(TidewaiterError):
    """A question that makes no sense: a month that does not exist, an unknown country, an empty selection."""
