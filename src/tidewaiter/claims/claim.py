"""A claim: one figure said about the world, with everything the text says of it. The record is the public contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from operator import attrgetter
from typing import Any

MEASURES = (
    "trade_value", "trade_quantity", "change", "share", "ratio", "price",
    "cases", "deaths", "doses", "cap", "rate", "count", "other",
)  # fmt: skip
DIRECTIONS = ("increase", "decrease", "none")
COMPARISONS = ("yoy", "mom", "ytd_yoy", "vs_period", "none")
SOURCE_KINDS = (
    "official_statistics", "named_official", "named_expert", "anonymous", "media", "document", "author",
)  # fmt: skip
MODALITIES = ("asserted", "denied", "planned", "expected", "conditional")


def number(value: Decimal | None) -> int | float | None:
    """A decimal as JSON writes it: an integer where it is one, else the nearest float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claimed figure; offsets are code points of the original document, end exclusive.

    `value` is scaled; `low`/`high` is the interval that the wording allows, None where open. `sender`/`receiver` are
    the contract's `from`/`to`: ISO 3166 alpha-3 of who sent and who received the goods. `goods` are ids of
    `reference.goods` (`total` for all goods); `hs` entries are `HS2022:630790`.
    Periods are ISO 8601 strings (`tidewaiter.period`). `guessed` says that `period` or `base_period` hangs on a day of
    publication that nobody wrote down: no ground to call anybody wrong on. `in_some_year` is `period` and `base_period`
    of a text that nothing places in its year, as if it were of `tidewaiter.period.SOME_YEAR`: good for setting its
    figures against each other and for nothing else. `rules` names the rule behind each slot, for
    `--explain`.
    """

    document: str
    start: int
    end: int
    text: str
    sentence: tuple[int, int]
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: str = "exact"
    measure: str = "other"
    direction: str = "none"
    comparison: str = "none"
    base_period: str | None = None
    product: str | None = None
    goods: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    sender: str | None = None
    receiver: str | None = None
    partners: tuple[str, ...] = ()
    period: str | None = None
    attribution: str | None = None
    source_kind: str = "author"
    modality: str = "asserted"
    guessed: bool = False
    in_some_year: tuple[str | None, str | None] | None = field(default=None, compare=False)
    rules: Mapping[str, str] = field(default_factory=dict, compare=False, hash=False)

    def __eq__(self, other: object) -> bool:
        """Of two places they are told apart at once: what is compared of others is much."""
        if self is other:
            return True
        if not isinstance(other, Claim):
            return NotImplemented
        return self.start == other.start and _said(self) == _said(other)

    def __hash__(self) -> int:
        """By its place and time: the other fields are many, and seldom tell two claims of one place apart."""
        return hash((self.document, self.start, self.end, self.period))

    @property
    def id(self) -> str:
        """`DOCUMENT#START-END`."""
        return f"{self.document}#{self.start}-{self.end}"

    def to_record(self, *, explain: bool = False) -> dict[str, Any]:
        """The contract's JSON object; with `explain`, also `rules`, the rule behind each slot."""
        record: dict[str, Any] = {
            "id": self.id,
            "document": self.document,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "sentence": list(self.sentence),
            "value": number(self.value),
            "low": number(self.low),
            "high": number(self.high),
            "unit": self.unit,
            "qualifier": self.qualifier,
            "measure": self.measure,
            "direction": self.direction,
            "comparison": self.comparison,
            "base_period": self.base_period,
            "product": self.product,
            "goods": list(self.goods),
            "hs": list(self.hs),
            "from": self.sender,
            "to": self.receiver,
            "partners": list(self.partners),
            "period": self.period,
            "attribution": self.attribution,
            "source_kind": self.source_kind,
            "modality": self.modality,
            "guessed": self.guessed,
        }
        if explain:
            record["rules"] = dict(self.rules)
        return record


#: All that is compared of two claims.
_said = attrgetter(*(each.name for each in fields(Claim) if each.compare))
