"""What is set on the engine holds for every cursor, not for the connection that set it alone."""

from __future__ import annotations

from tidewaiter.ledger.engine import connect


def test_settings_hold_for_every_cursor() -> None:
    cursor = connect().cursor()
    settings = dict(
        cursor.execute(
            "SELECT name, value FROM duckdb_settings() WHERE name IN ('parquet_metadata_cache', 'TimeZone')"
        ).fetchall()
    )
    assert settings == {"parquet_metadata_cache": "true", "TimeZone": "UTC"}
