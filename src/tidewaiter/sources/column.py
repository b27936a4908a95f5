"""A column of a book as the source of a field, and the fields whose columns are numbers or yes and no."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tidewaiter.sources.card import Heading
from tidewaiter.sources.fields import MONEY, QUANTITY
from tidewaiter.sources.sql import literal

#: How publishers and the tools that pass their files on write "no number".
NO_NUMBER = ("", "na", "n/a", "nan", "null", "none")
NUMBERS = {
    "value": MONEY,
    "value2": MONEY,
    "value_cif": MONEY,
    "value_fob": MONEY,
    "quantity": QUANTITY,
    "quantity2": QUANTITY,
    "net_weight": QUANTITY,
}
BOOLEANS = ("estimated", "weight_estimated", "aggregate", "confidential", "original")


@dataclass(frozen=True, slots=True)
class Source:
    """A column of the file: its SQL name, whether it is text, and what the card says of its heading.

    `exact`: it comes in the very type that its field has, so that nothing is left to turn.
    """

    column: str
    heading: Heading
    text: bool = True
    exact: bool = False


def among(sql: str, words: Iterable[str]) -> str:
    """SQL of whether a text is one of some words.

    Not IN: DuckDB makes a join of a longer list, after which rows no longer come in the order of the file.
    """
    cases = " ".join(f"WHEN {literal(word)} THEN TRUE" for word in dict.fromkeys(words))
    return f"(CASE {sql} {cases} ELSE FALSE END)" if cases else "FALSE"
