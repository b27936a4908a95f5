"""The book of published figures: what newspapers printed of a customs book, with outlet, day and page.

The package carries one (`EMBEDDED`); a user's own file of the same headings loads like any other. A figure is kept as
the interval that its wording allows. Its release is the day it was published: the last day of the month where only the
month is known, since nobody can have read it later than that without its being out.
"""

from __future__ import annotations

from pathlib import Path

#: The id of the card.
SOURCE = "press"

#: The figures that come with the package.
EMBEDDED = Path(__file__).with_name("data") / "published_figures.csv"

#: Headings of such a file, all required.
HEADINGS = (
    "period",
    "reporter",
    "partner",
    "flow",
    "product",
    "good",
    "unit",
    "value",
    "low",
    "high",
    "qualifier",
    "significant_digits",
    "published",
    "known_on",
    "outlet",
    "url",
    "note",
)

#: Months and years are what other books have too; any other stretch is only found under its own name.
_FIELDS = """
    reporter, partner, partner AS partner_code, flow, flow AS flow_published, period,
    CASE WHEN regexp_matches(period, '^[0-9]{{4}}-[0-9]{{2}}$') THEN 'M'
         WHEN regexp_matches(period, '^[0-9]{{4}}$') THEN 'A' ELSE 'O' END AS freq,
    CAST(substr(split_part(period, '/', -1), 1, 4) AS SMALLINT) AS year,
    CASE WHEN regexp_matches(period, '^[0-9]{{4}}-[0-9]{{2}}$')
         THEN CAST(substr(period, 6, 2) AS UTINYINT) END AS month,
    CAST(NULL AS VARCHAR) AS edition,
    CASE WHEN product = 'total' THEN 'TOTAL' END AS hs,
    CASE WHEN product = 'total' THEN 0 END AS level,
    product, nullif(good, '') AS good,
    CAST(NULL AS VARCHAR) AS regime, CAST(NULL AS VARCHAR) AS mode, CAST(NULL AS VARCHAR) AS partner2,
    CAST(NULL AS VARCHAR) AS place, '' AS breakdown, TRUE AS original,
    CASE WHEN money THEN CAST(value AS {money}) END AS value,
    CASE WHEN money THEN unit END AS currency,
    CAST(NULL AS {money}) AS value2, CAST(NULL AS VARCHAR) AS currency2,
    CAST(NULL AS VARCHAR) AS valuation,
    CAST(nullif(low, '') AS {quantity}) AS low, CAST(nullif(high, '') AS {quantity}) AS high, qualifier,
    CASE WHEN NOT money THEN CAST(value AS {quantity}) END AS quantity,
    CASE WHEN NOT money THEN unit END AS unit, CASE WHEN NOT money THEN unit END AS unit_published,
    CAST(NULL AS {quantity}) AS quantity2, CAST(NULL AS VARCHAR) AS unit2, CAST(NULL AS VARCHAR) AS unit2_published,
    CAST(NULL AS {quantity}) AS net_weight_kg,
    FALSE AS estimated, FALSE AS aggregate, FALSE AS confidential,
    record AS line, url, CAST(known_on AS DATE) AS released_on
"""


def fields(*, money: str, quantity: str) -> str:
    """The SELECT list over a table of this file's columns as text, with `record` and `money` (unit is a currency)."""
    return _FIELDS.format(money=money, quantity=quantity)


def money(column: str = "unit") -> str:
    """SQL that says whether a figure is money: currencies are three capitals, other units are not."""
    return f"regexp_matches({column}, '^[A-Z]{{3}}$')"
