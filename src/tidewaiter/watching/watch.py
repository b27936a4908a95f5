"""Looking at a folder again and again: load what came, tell what it brought, write the feed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tidewaiter.analysis.lanes import last_month
from tidewaiter.atomic import write_file
from tidewaiter.errors import InputError, TidewaiterError
from tidewaiter.watching.feed import atom
from tidewaiter.watching.inbox import Arrival, Memory, new_files
from tidewaiter.watching.notice import Mail, call, send

if TYPE_CHECKING:
    from tidewaiter.api import Ledger

FEED = "feed.xml"


@dataclass
class Watch:
    """A folder, the ledger that its files go into, and where the news are written (`out`)."""

    folder: Path
    ledger: Ledger
    out: Path
    country: str
    webhook: str | None = None
    mail: Mail | None = None
    _seen: dict[str, Any] = field(default_factory=dict)

    def look(self, *, now: float | None = None) -> Iterator[tuple[Arrival, tuple[str, ...]]]:
        """Handle the files that came since the last look; each arrival with what went wrong in telling of it.

        A file that cannot be loaded is an arrival with its problem; the watch goes on. InputError where a folder cannot
        be read or written.
        """
        if not self.folder.is_dir():
            raise InputError("is no folder", path=self.folder, cure="name the folder that files arrive in")
        try:
            self.out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"cannot be made: {error.strerror}", path=self.out) from None
        memory = Memory.read(self.out)
        for path, sha256 in new_files(self.folder, memory, now=time.time() if now is None else now, seen=self._seen):
            arrival = self._handle(path, sha256)
            memory.keep(arrival)
            write_file(self.out / FEED, [atom(memory.arrivals, title=f"Tidewaiter: news of {self.country}")])
            yield arrival, tuple(self._tell(arrival))

    def _handle(self, path: Path, sha256: str) -> Arrival:
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        try:
            self.ledger.load([path])
            month = last_month(self.ledger.store, country=self.country, as_of=None, file=sha256)
            if month is None:
                title = f"{path.name}: loaded; no month of {self.country} in it"
                return Arrival(sha256, path.name, at, title, "")
            news = self.ledger.news(country=self.country, month=month)
        except TidewaiterError as error:
            return Arrival(sha256, path.name, at, f"{path.name} could not be told", "", problem=str(error))
        page = f"{news.news.month}-{sha256[:8]}.html"
        write_file(self.out / page, [news.to_html()])
        lines = news.to_text(width=92).splitlines()
        summary = "\n".join(lines[: lines.index("What entered")] if "What entered" in lines else lines[:40]).strip()
        return Arrival(sha256, path.name, at, news.report.title, summary, page=page)

    def _tell(self, arrival: Arrival) -> Iterator[str]:
        if self.webhook is not None and (problem := call(self.webhook, arrival)) is not None:
            yield problem
        if self.mail is not None and (problem := send(self.mail, arrival)) is not None:
            yield problem
