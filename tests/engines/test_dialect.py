"""Translation: what means something else in another dialect is written so that it means the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tidewaiter.sources.fields import Field

sqlglot = pytest.importorskip("sqlglot", reason="the extra “spark” is not installed")


def spark(statement: str) -> str:
    from tidewaiter.ledger.engines.dialect import translated

    return translated(statement, "spark")


def test_division_is_of_floating_point_numbers() -> None:
    assert spark("SELECT a / b AS c FROM t") == "SELECT CAST(a AS DOUBLE) / CAST(b AS DOUBLE) AS c FROM t"
    assert spark("SELECT a / b / c AS d FROM t").count("CAST") == 4
    assert spark("SELECT CAST(a AS DOUBLE) / 2 AS c FROM t").count("CAST") == 2


def test_quantiles_lists_and_nulls() -> None:
    assert "PERCENTILE(x, 0.25)" in spark("SELECT quantile_cont(x, 0.25) AS q FROM t").upper().replace("X", "x")
    assert "WITHIN GROUP" in spark("SELECT string_agg(x, ', ' ORDER BY x) AS q FROM t")
    assert spark("SELECT x AS x FROM t ORDER BY x").endswith("NULLS LAST")
    assert "`set`" in spark('SELECT t."set" AS "set" FROM t')


def test_a_text_with_quotes_and_backslashes_stays_what_it_was() -> None:
    back = sqlglot.parse_one(spark(r"SELECT 'a''b\c' AS x"), dialect="spark")
    assert back.find(sqlglot.exp.Literal).this == r"a'b\c"


def test_rows_in_a_statement() -> None:
    from tidewaiter.ledger.engines.dialect import inline

    columns = (Field("name", "VARCHAR", ""), Field("worth", "DECIMAL(24, 3)", ""), Field("day", "DATE", ""))
    text = inline(columns, [("it's", Decimal("1.5"), date(2020, 1, 2)), (None, None, None)], "spark")
    assert "CAST(t.c1 AS DECIMAL(24, 3)) AS `worth`" in text
    assert "1.5, '2020-01-02'" in text
    assert "(NULL, NULL, NULL)" in text
    assert inline(columns, [], "spark").endswith("WHERE 1 = 0")
