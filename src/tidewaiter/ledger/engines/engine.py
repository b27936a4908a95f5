"""What an engine is: a few ways to lay relations down, and a cursor that answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from tidewaiter.sources.fields import Field

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Lack:
    """What an engine cannot do: why, and a statement over the views that DuckDB answers and this engine does not."""

    why: str
    probe: str


class Cursor(Protocol):
    """Puts one statement at a time; the part of Python's DB-API that the program uses. DuckDB's own cursor is one."""

    @property
    def description(self) -> Any:
        """A sequence for each column of the last answer, its name first."""
        ...

    def execute(self, query: Any, parameters: Any = None) -> Any:
        """Put a statement, with values for its question marks; gives a cursor to fetch from."""
        ...

    def fetchone(self) -> Any:
        """The next row, or None."""
        ...

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        ...


class Engine(Protocol):
    """A database that reads the ledger's files.

    `lacks` names what this engine cannot do; a test fails as soon as it can. The SQL of all methods is DuckDB's.
    """

    name: str
    lacks: Mapping[str, Lack]

    def cursor(self) -> Cursor:
        """A cursor of its own for whoever asks."""
        ...

    def parquet(self, name: str, paths: Sequence[str]) -> str:
        """The relation, for a FROM clause, that some Parquet files of the same columns make."""
        ...

    def view(self, name: str, select: str) -> None:
        """Give a SELECT a name."""
        ...

    def keep(self, name: str, select: str, columns: Sequence[Field]) -> None:
        """Work a SELECT of few rows out now and keep them under a name."""
        ...

    def lay(self, name: str, make: Callable[[duckdb.DuckDBPyConnection], None], columns: Sequence[Field]) -> None:
        """Lay down a small table of the program's own, which `make` creates in a DuckDB under the same name."""
        ...
