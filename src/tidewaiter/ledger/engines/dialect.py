"""Translating the program's SQL, which is DuckDB's, into another engine's dialect with SQLGlot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tidewaiter.sources.fields import Field

if TYPE_CHECKING:
    from sqlglot import exp


@lru_cache(maxsize=1024)
def translated(statement: str, dialect: str) -> str:
    """One statement in another dialect; each distinct one is parsed once (some ten milliseconds)."""
    import sqlglot

    tree = sqlglot.parse_one(statement, dialect="duckdb")
    _keep_meaning(tree)
    return str(tree.sql(dialect=dialect))


def _keep_meaning(tree: exp.Expr) -> None:
    """Write out what SQLGlot leaves as it is written though it means something else elsewhere."""
    from sqlglot import exp

    for division in reversed(list(tree.find_all(exp.Div))):  # the innermost first
        # DuckDB divides as floating-point numbers whatever it is given; others keep decimals, and cut them off.
        for side in ("this", "expression"):
            given = division.args[side]
            if not (isinstance(given, exp.Cast) and given.to.is_type("double")):
                division.set(side, exp.cast(given.copy(), "DOUBLE"))
        division.set("typed", False)
    for quantile in list(tree.find_all(exp.PercentileCont)):
        if quantile.expression is not None:
            quantile.replace(exp.Anonymous(this="percentile", expressions=[quantile.this, quantile.expression]))


def inline(columns: Sequence[Field], rows: Sequence[Sequence[Any]], dialect: str) -> str:
    """A SELECT that holds some rows in itself, every column in its type: for tables of a few hundred rows."""
    from sqlglot import exp

    def cell(value: Any) -> str:
        if value is None:
            return "NULL"
        if isinstance(value, bool):
            return str(value).upper()
        if isinstance(value, int | Decimal):
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        text = value.isoformat() if isinstance(value, date) else str(value)
        return str(exp.Literal.string(text).sql(dialect=dialect))

    names = ", ".join(f"c{number}" for number in range(len(columns)))
    typed = ", ".join(
        translated(f'SELECT CAST(t.c{number} AS {column.type}) AS "{column.name}"', dialect).removeprefix("SELECT ")
        for number, column in enumerate(columns)
    )
    if not rows:
        nothing = ", ".join("NULL" for _ in columns)
        return f"SELECT {typed} FROM (VALUES ({nothing})) AS t({names}) WHERE 1 = 0"
    values = ", ".join(f"({', '.join(cell(value) for value in row)})" for row in rows)
    return f"SELECT {typed} FROM (VALUES {values}) AS t({names})"
