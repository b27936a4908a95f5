"""The views that questions are put to, written once in SQL that other engines also read.

`flows` has every row of every release. `book_as_of` keeps what may be put side by side on a day: the release that
stood then, no world or group partner, no row that repeats another of its release. Rows of different `flow`, `freq` or
`level` still overlap by nature (DX lies in X, months in years, 300490 in 30): a question names one flow and one freq,
and adds codes of one level only.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tidewaiter.ledger.schema import COLUMNS, WORLD, column_list
from tidewaiter.sources.fields import GROUPS
from tidewaiter.sources.sql import literal, literals

#: What the views add to the columns of a row.
_ADDED = "f.value_usd AS value_usd, f.correction AS correction"
_VALUE_USD = "CASE WHEN f.currency = 'USD' THEN f.value END AS value_usd"


def flows_view(relations: Iterable[str]) -> str:
    """The SELECT of every row of the given relations, with `value_usd` and an empty `correction` added."""
    return corrected_view(
        f"SELECT {column_list(alias='p')}, CAST(NULL AS VARCHAR) AS correction FROM ({rows_of(relations)}) AS p"
    )


def rows_of(relations: Iterable[str]) -> str:
    """The SELECT of every row of the given relations, as published."""
    return " UNION ALL ".join(f"SELECT {column_list()} FROM {relation}" for relation in relations)


def corrected_view(rows: str) -> str:
    """The SELECT of rows that have the column `correction` already, with `value_usd` added."""
    return f"SELECT {column_list(COLUMNS, alias='f')}, {_VALUE_USD}, f.correction AS correction FROM ({rows}) AS f"


def live(as_of: date | None = None, *, alias: str = "f") -> str:
    """The condition that a row stood on a day (None: today): one range predicate on any engine."""
    if as_of is None:
        return f"{alias}.superseded_on IS NULL"
    day = f"DATE {literal(as_of.isoformat())}"
    return f"{alias}.released_on <= {day} AND ({alias}.superseded_on IS NULL OR {alias}.superseded_on > {day})"


def book_as_of(as_of: date | None = None) -> str:
    """The SELECT of the rows that may be summed, as they stood on a day; over the view `flows`."""
    return (
        f"SELECT {column_list(COLUMNS, alias='f')}, {_ADDED} FROM flows AS f "
        f"WHERE f.counted AND f.partner NOT IN ({literals(GROUPS)}) AND {live(as_of)}"
    )


def world_as_of(as_of: date | None = None) -> str:
    """The SELECT of what reporters booked with the world as a whole, as it stood on a day; over the view `flows`."""
    return (
        f"SELECT {column_list(COLUMNS, alias='f')}, {_ADDED} FROM flows AS f "
        f"WHERE f.counted AND f.partner = {literal(WORLD)} AND {live(as_of)}"
    )


#: A row for each file of a release.
RELEASES = """
    SELECT f.source AS source, f.release AS release, f.released_on AS released_on, f.file AS file,
           f.file_sha256 AS file_sha256, count(*) AS rows_held,
           count(*) FILTER (WHERE f.superseded_on IS NULL) AS rows_standing
    FROM flows AS f GROUP BY f.source, f.release, f.released_on, f.file, f.file_sha256
"""

#: A row for each month that a file shows a reporter to have published, with what the file holds of it: how many
#: partners and codes, or which where they are few.
COVERAGE = """
    SELECT m.source AS source, m.release AS release, m.released_on AS released_on, m.reporter AS reporter,
           m.flow AS flow, m.freq AS freq, m.period AS period, m.level AS level,
           CASE WHEN p.partners > 5 THEN CAST(p.partners AS VARCHAR) || ' partners' ELSE p.named END AS partner_scope,
           CASE WHEN c.codes > 5 THEN CAST(c.codes AS VARCHAR) || ' codes' ELSE c.named END AS code_scope,
           m.rows_held AS rows_held
    FROM months AS m
    LEFT JOIN (
        SELECT l.file_sha256 AS file_sha256, count(*) AS partners,
               string_agg(l.partner, ', ' ORDER BY l.partner) AS named
        FROM (SELECT DISTINCT a.file_sha256 AS file_sha256, a.partner AS partner FROM lanes AS a) AS l
        GROUP BY l.file_sha256
    ) AS p ON p.file_sha256 = m.file_sha256
    LEFT JOIN (
        SELECT c.file_sha256 AS file_sha256, c.freq AS freq, c.level AS level, count(*) AS codes,
               string_agg(c.hs, ', ' ORDER BY c.hs) AS named
        FROM (
            SELECT DISTINCT b.file_sha256 AS file_sha256, b.freq AS freq, b.level AS level, b.hs AS hs FROM codes AS b
        ) AS c
        GROUP BY c.file_sha256, c.freq, c.level
    ) AS c ON c.file_sha256 = m.file_sha256 AND c.freq = m.freq AND c.level = m.level
"""
