"""The fields of a flow: what a reader of any publisher's files delivers for each line of a customs book.

Money, quantities and weights are exact decimals: sums of floating-point numbers change from run to run.
"""

from __future__ import annotations

from dataclasses import dataclass

MONEY = "DECIMAL(24, 3)"
QUANTITY = "DECIMAL(28, 6)"

#: What a reporter can say it saw. DX lies inside X and FM inside M, so each has its own name and none adds to another.
#: `reconciled` is nobody's book: one figure made of what both sides said, with the exporter in the reporter's place.
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
    "reconciled",
)

#: The partner that is everybody: its rows repeat the rows of the countries.
WORLD = "W00"
#: Partners that are several countries at once (the world, the European Union, ASEAN), by the sign a book gives them.
GROUPS = (WORLD, "EUR", "R4", "EU", "EU27_2020", "EU27_2020_INTRA", "EU27_2020_EXTRA")

#: The ways in which a publisher splits one statement into several rows.
BREAKDOWNS = ("regime", "mode", "partner2", "place")


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its name, its DuckDB type, and what stands in it."""

    name: str
    type: str
    meaning: str


FIELDS = (
    Field("reporter", "VARCHAR", "who wrote the book: ISO 3166 alpha-3, or the book's sign for what is no country"),
    Field("partner", "VARCHAR", "the other side, coded likewise; W00 is the world"),
    Field("partner_code", "VARCHAR", "the partner's code in the book, since two of them can be one country"),
    Field("flow", "VARCHAR", "export, import, … as the reporter saw it (see FLOWS); trade is both ways together"),
    Field("flow_published", "VARCHAR", "the flow as published"),
    Field("period", "VARCHAR", "ISO 8601: 2022-05, 2022, 2022-01/2022-04"),
    Field("freq", "VARCHAR", "M a month, A a calendar year, O any other stretch"),
    Field("year", "SMALLINT", "the year of the period's end; the ledger keeps one file for each"),
    Field("month", "UTINYINT", "the month, where the period is one"),
    Field("edition", "VARCHAR", "the HS edition of the code; null where the publisher does not say"),
    Field("hs", "VARCHAR", "the code as published, digits only, or TOTAL; null for goods known by words alone"),
    Field("level", "UTINYINT", "how many digits the code has, 0 for TOTAL"),
    Field("product", "VARCHAR", "the goods in the publisher's words"),
    Field("good", "VARCHAR", "id of the goods in reference.goods, for published figures"),
    Field("regime", "VARCHAR", "customs regime, null for all regimes together"),
    Field("mode", "VARCHAR", "mode of transport, null for all together"),
    Field("partner2", "VARCHAR", "second partner (consignment), null for all together"),
    Field("place", "VARCHAR", "place of registration or customs district, null for all together"),
    Field("breakdown", "VARCHAR", "which of regime, mode, partner2, place split this row, joined by +; empty for none"),
    Field("original", "BOOLEAN", "whether the codes are the reporter's own edition, not converted from another"),
    Field("value", MONEY, "as published, in `currency`"),
    Field("currency", "VARCHAR", "ISO 4217"),
    Field("value2", MONEY, "the value in another currency, where the publisher gives both"),
    Field("currency2", "VARCHAR", "its currency; null where the book only says that it is the reporter's own"),
    Field("valuation", "VARCHAR", "FOB, CIF, or null where the publisher does not say"),
    Field("low", QUANTITY, "the least that the wording, or the rounding of the book, allows of value (or quantity)"),
    Field("high", QUANTITY, "the most; null is no bound, or a figure printed in full"),
    Field("qualifier", "VARCHAR", "published figures: exact, approx, more_than, …"),
    Field("quantity", QUANTITY, "in `unit`"),
    Field("unit", "VARCHAR", "canonical unit"),
    Field("unit_published", "VARCHAR", "the unit in the publisher's word or code"),
    Field("quantity2", QUANTITY, "the second quantity, in `unit2`"),
    Field("unit2", "VARCHAR", "canonical unit"),
    Field("unit2_published", "VARCHAR", "the second unit in the publisher's word or code"),
    Field("net_weight_kg", QUANTITY, "net weight in kilograms"),
    Field("estimated", "BOOLEAN", "whether quantity or weight is the publisher's estimate"),
    Field("aggregate", "BOOLEAN", "whether the publisher rolled the row up from finer lines"),
    Field("confidential", "BOOLEAN", "whether goods or partner are withheld"),
    Field("line", "BIGINT", "record number in the file, from 1, the heading not counted"),
    Field("url", "VARCHAR", "the page of a published figure"),
)
