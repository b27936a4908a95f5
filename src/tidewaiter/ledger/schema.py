"""The flow table: one row a line of a customs book, the same columns whoever published it.

Every publisher's reader delivers the columns of `READ`; the ledger adds those of `KEPT`; the views add `value_usd`.
Money, quantities and weights are exact decimals: sums of floating-point numbers change from run to run.
"""

from __future__ import annotations

from dataclasses import dataclass

MONEY = "DECIMAL(24, 3)"
QUANTITY = "DECIMAL(28, 6)"

#: What a reporter can say it saw. DX lies inside X and FM inside M, so each has its own name and none adds to another.
FLOWS = (
    "export",
    "import",
    "re-export",
    "re-import",
    "domestic-export",
    "foreign-import",
    "export-inward-processing",
    "import-inward-processing",
    "export-outward-processing",
    "import-outward-processing",
    "export-intra-firm",
    "import-intra-firm",
    "trade",
)

#: Partner codes that stand for many countries at once; their rows repeat the rows of those countries.
WORLD = "W00"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its DuckDB type, and what stands in it."""

    name: str
    type: str
    meaning: str


READ = (
    Column("reporter", "VARCHAR", "who wrote the book: ISO 3166 alpha-3, or the publisher's code for what is no country"),
    Column("partner", "VARCHAR", "the other side, coded likewise; W00 is the world"),
    Column("flow", "VARCHAR", "export, import, … as the reporter saw it (see FLOWS); trade is both ways together"),
    Column("flow_published", "VARCHAR", "the flow as published"),
    Column("period", "VARCHAR", "ISO 8601: 2022-05, 2022, 2022-01/2022-04"),
    Column("freq", "VARCHAR", "M a month, A a calendar year, O any other stretch"),
    Column("year", "SMALLINT", "the year of the period's end; the ledger keeps one file for each"),
    Column("month", "UTINYINT", "the month, where the period is one"),
    Column("edition", "VARCHAR", "H0 to H6: the HS edition; null where the publisher does not say"),
    Column("hs", "VARCHAR", "the code as published, digits only, or TOTAL; null for goods known by words alone"),
    Column("level", "UTINYINT", "how many digits the code has, 0 for TOTAL"),
    Column("product", "VARCHAR", "the goods in the publisher's words, where the code does not say it"),
    Column("good", "VARCHAR", "id of the goods in reference.goods, for published figures"),
    Column("regime", "VARCHAR", "customs regime, null for all regimes together"),
    Column("mode", "VARCHAR", "mode of transport, null for all together"),
    Column("partner2", "VARCHAR", "second partner (consignment), null for all together"),
    Column("place", "VARCHAR", "place of registration or customs district, null for all together"),
    Column("breakdown", "VARCHAR", "which of regime, mode, partner2, place split this row, joined by +; empty for none"),
    Column("value", MONEY, "as published, in `currency`"),
    Column("currency", "VARCHAR", "ISO 4217"),
    Column("valuation", "VARCHAR", "FOB, CIF, or null where the publisher does not say"),
    Column("low", QUANTITY, "published figures: the least that the wording allows of value, or of quantity"),
    Column("high", QUANTITY, "published figures: the most; null is no bound"),
    Column("qualifier", "VARCHAR", "published figures: exact, approx, more_than, …"),
    Column("quantity", QUANTITY, "in `unit`"),
    Column("unit", "VARCHAR", "canonical unit"),
    Column("unit_published", "VARCHAR", "the unit in the publisher's word or code"),
    Column("quantity2", QUANTITY, "the second quantity, in `unit2`"),
    Column("unit2", "VARCHAR", "canonical unit"),
    Column("unit2_published", "VARCHAR", "the second unit in the publisher's word or code"),
    Column("net_weight_kg", QUANTITY, "net weight in kilograms"),
    Column("estimated", "BOOLEAN", "whether quantity or weight is the publisher's estimate"),
    Column("aggregate", "BOOLEAN", "whether the publisher rolled the row up from finer lines"),
    Column("confidential", "BOOLEAN", "whether goods or partner are withheld"),
    Column("line", "BIGINT", "record number in the file, from 1, the heading not counted"),
    Column("url", "VARCHAR", "the page of a published figure"),
)  # fmt: skip

KEPT = (
    Column("source", "VARCHAR", "id of the publisher's card"),
    Column("release", "VARCHAR", "the release the row belongs to: its day"),
    Column("released_on", "DATE", "the day on which it was known"),
    Column("superseded_on", "DATE", "the day a later release of the source replaced it; null while it stands"),
    Column("counted", "BOOLEAN", "false where another row of the release already holds what this one says"),
    Column("file", "VARCHAR", "name of the file it was read from"),
    Column("file_sha256", "VARCHAR", "SHA-256 of that file's bytes"),
)  # fmt: skip

COLUMNS = KEPT[:3] + READ + KEPT[3:]

#: What makes two rows of different releases two versions of one statement.
CELL = ("source", "reporter", "partner", "flow", "period", "edition", "hs", "product", "currency")

#: The order of rows in a year's file: a country's review reads a small part of it.
SORTED_BY = ("partner", "hs", "reporter", "flow", "period", "released_on")


def column_list(columns: tuple[Column, ...] = COLUMNS, *, alias: str = "") -> str:
    """The columns' names for a SELECT, in order, quoted where SQL would trip."""
    prefix = f"{alias}." if alias else ""
    return ", ".join(f'{prefix}"{column.name}"' for column in columns)


def empty_select(columns: tuple[Column, ...] = COLUMNS) -> str:
    """A SELECT of no rows with every column in its type."""
    fields = ", ".join(f'CAST(NULL AS {column.type}) AS "{column.name}"' for column in columns)
    return f"SELECT {fields} WHERE 1 = 0"
