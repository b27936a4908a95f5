"""Records as data frames, for those who have pandas or Polars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tidewaiter.errors import TidewaiterError

if TYPE_CHECKING:
    import pandas
    import polars

Rows = Sequence[Mapping[str, Any]]


def to_pandas(rows: Rows, columns: Sequence[str]) -> pandas.DataFrame:
    """A pandas DataFrame of the rows; TidewaiterError where pandas is not installed."""
    try:
        import pandas
    except ImportError:
        raise _missing("pandas") from None
    return pandas.DataFrame([dict(row) for row in rows], columns=list(columns))


def to_polars(rows: Rows, columns: Sequence[str]) -> polars.DataFrame:
    """A Polars DataFrame of the rows; TidewaiterError where Polars is not installed."""
    try:
        import polars
    except ImportError:
        raise _missing("polars") from None
    # Whole numbers and fractions stand in one column; every row is looked at before its type is settled.
    data = {column: [_number(row.get(column)) for row in rows] for column in columns}
    return polars.DataFrame(data, strict=False)


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**53 else value


def _missing(package: str) -> TidewaiterError:
    return TidewaiterError(f"{package} is not installed", cure="pip install 'tidewaiter[frames]'")


class Framed:
    """Something made of records; `_columns` are the keys of each, in order."""

    _columns: Sequence[str] = ()

    def to_records(self) -> list[dict[str, Any]]:
        """One dictionary a row."""
        raise NotImplementedError

    def to_pandas(self) -> pandas.DataFrame:
        """One row a record, as a pandas DataFrame (needs the extra `frames`)."""
        return to_pandas(self.to_records(), self._columns)

    def to_polars(self) -> polars.DataFrame:
        """One row a record, as a Polars DataFrame (needs the extra `frames`)."""
        return to_polars(self.to_records(), self._columns)
