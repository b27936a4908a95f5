"""Countries that customs books mix up: a table of pairs, each with the reason why a clerk would."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tidewaiter.errors import ReferenceDataError
from tidewaiter.reference import tables
from tidewaiter.reference.countries import country

_NAME = "confusable.yml"


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A country that another one is taken for, both ISO 3166 alpha-3."""

    country: str
    other: str
    reason: str
    source: str


@cache
def _pairs() -> tuple[Lookalike, ...]:
    found = []
    for entry in tables.mapping(_NAME)["pairs"]:
        one, other = entry["countries"]
        for code in (one, other):
            country(code)
        if not entry["reason"] or not entry["source"]:
            raise ReferenceDataError("a pair without a reason or a source", path=_NAME, place=f"{one}, {other}")
        found.append(Lookalike(one, other, entry["reason"], entry["source"]))
        found.append(Lookalike(other, one, entry["reason"], entry["source"]))
    return tuple(found)


def lookalikes(alpha3: str) -> tuple[Lookalike, ...]:
    """The countries that one is taken for, or that are taken for it."""
    return tuple(pair for pair in _pairs() if pair.country == alpha3)
