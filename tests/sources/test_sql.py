"""What is written into SQL means there what it means here."""

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from tidewaiter.sources.sql import begins, literal

_CODES = st.text("0123456789", min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(codes=st.lists(_CODES, min_size=1, max_size=20), prefixes=st.lists(_CODES, max_size=8))
def test_begins_is_startswith(codes: list[str], prefixes: list[str]) -> None:
    held = ", ".join(f"({literal(code)})" for code in codes)
    statement = f"SELECT v.code FROM (VALUES {held}) AS v(code) WHERE {begins('v.code', prefixes)}"
    found = [code for (code,) in duckdb.sql(statement).fetchall()]
    assert sorted(found) == sorted(code for code in codes if code.startswith(tuple(prefixes)))


def test_each_length_is_asked_once() -> None:
    assert begins("r.hs", ["3002", "30", "3003"]) == "(r.hs LIKE '30%' OR left(r.hs, 4) IN ('3002', '3003'))"
