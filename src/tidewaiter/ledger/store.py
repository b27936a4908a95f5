"""The ledger: one folder of flows, opened, asked and added to.

```
ledger = open_ledger("trade/")             # or None: only the book of published figures that comes with the package
ledger.load(["exports.csv"])
ledger.connect().execute("SELECT … FROM book WHERE …")
```
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.ledger import book, embedded, engine
from tidewaiter.ledger.coverage import Covered
from tidewaiter.ledger.schema import empty_select

if TYPE_CHECKING:
    import duckdb


class Ledger:
    """Flows of all loaded releases, and the embedded book unless it was left out."""

    def __init__(self, path: Path | None, *, embedded: bool = True) -> None:
        self.path = path
        self.embedded = embedded
        self._connection: duckdb.DuckDBPyConnection | None = None

    def connect(self) -> duckdb.DuckDBPyConnection:
        """A DuckDB cursor with the views `flows`, `book`, `world`, `coverage` and `releases`.

        `flows` has all rows, `book` those that may be put side by side today (see `ledger.book`).
        """
        if self._connection is None:
            self._connection = self._open()
        return self._connection.cursor()

    def book_as_of(self, day: date | None = None) -> str:
        """SQL of the `book` as it stood on a day, to stand in a FROM clause in brackets."""
        return book.book_as_of(day)

    def covers(
        self,
        *,
        reporter: str,
        partner: str,
        flow: str,
        hs: str,
        period: str,
        source: str | None = None,
        as_of: date | None = None,
    ) -> Covered:
        """Whether a row missing from the book for one month (or year) would mean zero trade.

        `hs` is a code prefix or TOTAL; `period` one month or year as the book writes it. Without a `source` the answer
        is that of the source which covers it best. The embedded book of published figures covers nothing: a newspaper
        prints what it likes.
        """
        return Covered("no", "no customs book is loaded")

    def _open(self) -> duckdb.DuckDBPyConnection:
        connection = engine.connect()
        relations = []
        if self.embedded:
            embedded.create(connection)
            relations.append("embedded_flows")
        if not relations:
            relations.append(f"({empty_select()}) AS nothing")
        connection.execute(f"CREATE VIEW flows AS {book.flows_view(relations)}")
        connection.execute(f"CREATE VIEW book AS {book.book_as_of()}")
        connection.execute(f"CREATE VIEW world AS {book.world_as_of()}")
        connection.execute(
            "CREATE VIEW releases AS SELECT f.source AS source, f.release AS release, f.released_on AS released_on, "
            "f.file AS file, f.file_sha256 AS file_sha256, count(*) AS rows_held FROM flows AS f "
            "GROUP BY f.source, f.release, f.released_on, f.file, f.file_sha256"
        )
        return connection


def open_ledger(path: Path | str | None = None, *, embedded: bool = True) -> Ledger:
    """The ledger in a folder (made at the first load); None is only the book that comes with the package."""
    return Ledger(None if path is None else Path(path).expanduser(), embedded=embedded)
