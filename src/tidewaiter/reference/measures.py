"""Measures against a country's trade (UN resolutions, EU lists): which goods, which way, from when, how much.

A finding is that a flow falls under a measure, never that it violates one: exemptions and contracts of earlier date do
not show in customs codes. One file a resolution in `data/measures/`; each row has its source and how sure it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from tidewaiter.reference import tables
from tidewaiter.reference.goods import members

#: `catch_all` has no codes: it forbids by purpose.
KINDS = ("ban", "cap", "catch_all")


@dataclass(frozen=True, slots=True)
class Cap:
    """How much a cap allows in each cycle; of several amounts the one reached first counts.

    `starts` is the day the twelve months are counted from, None where they are calendar years.
    """

    barrels: Decimal | None
    tonnes: Decimal | None
    usd: Decimal | None
    starts: date | None

    def cycle(self, day: date) -> tuple[date, date]:
        """The first and last day of the twelve months that a day falls into."""
        month, first = (1, 1) if self.starts is None else (self.starts.month, self.starts.day)
        year = day.year if (day.month, day.day) >= (month, first) else day.year - 1
        return date(year, month, first), date.fromordinal(date(year + 1, month, first).toordinal() - 1)


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of a measure. `flow` is seen from the country under the measure: export, import or both.

    `code` is a prefix of HS or national digits ("" where the measure has none), `code_to` the end of a range.
    `partial`: the code also holds goods that the measure does not mean. `until` is the last day, None where in force.
    `wind_down_until`: until then, goods under earlier contracts might still pass.
    """

    id: str
    regime: str
    resolution: str
    paragraph: str
    country: str
    flow: str
    kind: str
    goods: str
    code: str
    code_to: str
    partial: bool
    in_force: date
    until: date | None
    wind_down_until: date | None
    cap: Cap | None
    wind_down: str
    exemptions: str
    code_basis: str
    source: str
    confidence: str
    note: str

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.in_force <= day and (self.until is None or day <= self.until)

    def covers(self, code: str) -> bool | None:
        """Whether goods of a code fall under it: True all of them, None some of them perhaps, False none."""
        if not self.code:
            return False
        if self.code_to:
            length = len(self.code)
            if len(code) >= length:
                return (None if self.partial else True) if self.code <= code[:length] <= self.code_to else False
            return None if self.code[: len(code)] <= code <= self.code_to[: len(code)] else False
        if code.startswith(self.code):
            return None if self.partial else True
        return None if self.code.startswith(code) else False


@dataclass(frozen=True, slots=True)
class Finding:
    """A flow falls under a measure; `partly` where its code also holds goods outside it."""

    measure: Measure
    partly: bool


@cache
def measures() -> tuple[Measure, ...]:
    """Every line of every file, UN resolutions and others."""
    return tuple(_measure(row) for name in tables.names("measures", ".csv") for row in tables.rows(name))


def measures_on(country: str, flow: str, code: str, day: date, *, regime: str | None = None) -> tuple[Finding, ...]:
    """The measures that goods of a code fall under, entering (`import`) or leaving (`export`) a country on a day.

    `regime` is `UN` or `EU`; None asks for all. The narrower measures come first.
    """
    found = []
    for measure in measures():
        if measure.country != country or measure.flow not in (flow, "both") or not measure.holds_on(day):
            continue
        if regime is not None and measure.regime != regime:
            continue
        covered = measure.covers(code)
        if covered is not False:
            found.append(Finding(measure, partly=covered is None))
    return tuple(sorted(found, key=lambda finding: (-len(finding.measure.code), finding.measure.id)))


@dataclass(frozen=True, slots=True)
class Exemption:
    """Goods (ids) that a paragraph's committee lets pass case by case."""

    country: str
    regime: str
    resolution: str
    paragraph: str
    goods: tuple[str, ...]
    source: str


@cache
def exemptions() -> tuple[Exemption, ...]:
    """Every such paragraph."""
    return tuple(
        Exemption(
            each["country"], each["regime"], each["resolution"], each["paragraph"], tuple(each["goods"]), each["source"]
        )
        for each in tables.listing("measures/exemptible.yml")
    )


def needs_exemption(measure: Measure, good_ids: tuple[str, ...]) -> Exemption | None:
    """The exemption that goods would need under a measure; None where its paragraph names none of them."""
    for each in exemptions():
        if (each.country, each.regime, each.resolution, each.paragraph) == (
            measure.country,
            measure.regime,
            measure.resolution,
            measure.paragraph,
        ) and any(good in _with_members(each.goods) for good in good_ids):
            return each
    return None


@cache
def _with_members(good_ids: tuple[str, ...]) -> frozenset[str]:
    return frozenset(good_ids).union(*(members(good) for good in good_ids))


def kg_per_barrel(measure: Measure) -> tuple[Decimal, str] | None:
    """How many kilograms a cap's barrel is taken to weigh, and who says so; None where nobody does."""
    for each in tables.listing("measures/conversions.yml"):
        if all(each[key] == getattr(measure, key) for key in ("country", "regime", "resolution", "paragraph")):
            return Decimal(str(each["kg_per_barrel"])), each["source"]
    return None


def _measure(row: dict[str, str]) -> Measure:
    cap = None
    if row["cap_cycle"]:
        starts = None if row["cap_cycle"] == "calendar" else date.fromisoformat(row["cap_cycle"])
        cap = Cap(_amount(row["cap_barrels"]), _amount(row["cap_tonnes"]), _amount(row["cap_usd"]), starts)
    return Measure(
        id=row["id"],
        regime=row["regime"],
        resolution=row["resolution"],
        paragraph=row["paragraph"],
        country=row["country"],
        flow=row["flow"],
        kind=row["kind"],
        goods=row["goods"],
        code=row["code"],
        code_to=row["code_to"],
        partial=row["partial"] == "yes",
        in_force=date.fromisoformat(row["in_force"]),
        until=_day(row["until"]),
        wind_down_until=_day(row["wind_down_until"]),
        cap=cap,
        wind_down=row["wind_down"],
        exemptions=row["exemptions"],
        code_basis=row["code_basis"],
        source=row["source"],
        confidence=row["confidence"],
        note=row["note"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _amount(text: str) -> Decimal | None:
    return Decimal(text) if text else None
