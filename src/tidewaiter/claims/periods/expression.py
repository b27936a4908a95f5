"""A stretch of text that names a time, and what forms of naming there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: Forms that name a time by its distance from the one spoken of.
AGO_FORMS = frozenset({"ago_years", "ago_month", "ago_same", "base_month_year", "base_fiscal"})
#: Forms that name no time by themselves, only what a rate is against.
RATE_FORMS = frozenset({"yoy", "mom", "qoq"})
#: Forms that name a point of comparison by themselves.
BASE_FORMS = AGO_FORMS | RATE_FORMS | {"same_each_decade"}
#: Forms that name a day or a week, which trade statistics do not.
DAY_FORMS = frozenset({"day", "days", "rel_day"})
#: Parts that say a year: a number, "last", "the year before".
YEAR_PARTS = frozenset({"y", "r", "ybefore"})


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that names a time; `form` is how it does so, `parts` its years, months and numbers."""

    start: int
    end: int
    form: str
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def names_year(self) -> bool:
        """Whether it says of which year it is."""
        return bool(YEAR_PARTS & self.parts.keys())

    @property
    def is_the_month(self) -> bool:
        """Whether it points at the month spoken of: "in the month", "the month's shipments"."""
        return self.form == "rel_month" and self.parts.get("r", "").lower() == "the"
