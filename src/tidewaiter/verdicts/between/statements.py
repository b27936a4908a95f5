"""What one document says of a thing that others may speak of too: a claim, stripped to what comparing it takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import blake2b

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.interval import Interval
from tidewaiter.verdicts import caution, scope
from tidewaiter.verdicts.intervals import allowed, excused
from tidewaiter.verdicts.passages.passage import Passage

#: A sentence shared by two texts is a copy from so many words on; longer ones are read this far.
COPIED_WORDS, _CHARACTERS = 8, 600

#: Of a tonne.
_KILOGRAMS = Decimal(1000)
_WEIGHTS = frozenset({"tonnes", "kg", "barrels", "litres", "units"})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Teller:
    """Whose statement it is: as much of a document as is told of it."""

    name: str
    label: str
    published: date | None
    outlet: str
    digest: str

    @property
    def order(self) -> tuple[date, str, str]:
        """The order in which documents are heard, whatever order they came in: the oldest first."""
        return self.published or date.max, self.name, self.digest


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure and what must be equal for another to be of the same thing, as one number in `key`.

    `figure` is in terms that all tellers share: kilograms are tonnes, and a fall is a rise of less than nothing; `own`
    leads back. `day` is the last day of a running total, None for anything else. `words` are those of the sentence, as
    numbers, to tell copies. `otherwise` says why it may measure something else than a customs book does, `grounds` what
    else it stands on ("volume" for changes of weights), `keepers` whose book is quoted, `goods` the goods as written.
    `standing` is what the document's other checks made of it: supported, loose, or "".
    """

    claim: Claim
    teller: Teller
    key: int
    figure: Interval
    words: frozenset[int]
    otherwise: str | None = None
    grounds: frozenset[str] = frozenset()
    keepers: frozenset[str] = frozenset()
    goods: str = ""
    day: date | None = None
    standing: str = ""

    @property
    def roughly(self) -> Interval:
        """The same as generously as its words may be taken."""
        return shared(self.claim, excused(self.claim))

    def own(self, figure: Interval) -> Interval:
        """A shared figure as this claim tells its own."""
        return shared(self.claim, figure, back=True)

    @property
    def order(self) -> tuple[object, ...]:
        """Its place among all statements."""
        return *self.teller.order, self.claim.start, self.claim.end


def shared(claim: Claim, figure: Interval, *, back: bool = False) -> Interval:
    """A figure of a claim in the terms that all tellers share; `back` from them to those of the claim."""
    if claim.unit == "kg":
        kilograms = Interval.exactly(_KILOGRAMS)
        return figure * kilograms if back else figure / kilograms
    return -figure if _falls(claim) else figure


def _unit(claim: Claim) -> str:
    """The unit of a claim's shared figure."""
    return "tonnes" if claim.unit == "kg" else claim.unit


def _falls(claim: Claim) -> bool:
    return claim.measure == "change" and claim.unit == "percent" and claim.direction == "decrease"


def statements(
    document: Document, claims: Iterable[Claim], standing: Mapping[Claim, str] | None = None
) -> list[Statement]:
    """Everything in a document that another could speak of too."""
    return list(_statements(document, claims, standing or {}))


def _statements(document: Document, claims: Iterable[Claim], standing: Mapping[Claim, str]) -> Iterator[Statement]:
    teller = Teller(
        name=document.name,
        label=document.outlet or document.title or document.name,
        published=document.published,
        outlet=(document.outlet or "").casefold(),
        digest=document.sha256,
    )
    words: dict[tuple[int, int], frozenset[int]] = {}
    passage = Passage(document, claims)
    for claim in passage.claims:
        key = _key(claim)
        if key is None:
            continue
        if claim.sentence not in words:
            words[claim.sentence] = _words(document, claim)
        days = scope.period(claim)
        yield Statement(
            claim=claim,
            teller=teller,
            key=_number(repr(key)),
            figure=shared(claim, allowed(claim)),
            words=words[claim.sentence],
            otherwise=caution.measured_otherwise(document, claim),
            grounds=_grounds(passage, claim),
            keepers=caution.quoted_keepers(document, claim),
            goods=" ".join((claim.product or "").casefold().split()),
            day=days.last_day if days is not None and days.cumulative else None,
            standing=standing.get(claim, ""),
        )


def _grounds(passage: Passage, claim: Claim) -> frozenset[str]:
    """What a figure stands on; a change beside weights alone is one of volume."""
    found = passage.ground(claim)
    if claim.measure != "change":
        return found - {"volume"}
    units = {c.unit for c in passage.claims if c.sentence == claim.sentence and scope.is_level(c)}
    return found | {"volume"} if units and units <= _WEIGHTS else found


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _words(document: Document, claim: Claim) -> frozenset[int]:
    body = document.body
    start, end = body.locate(claim.sentence[0]), body.locate(claim.sentence[1])
    return frozenset(map(_number, _WORD.findall(body.text[start : min(end, start + _CHARACTERS)].casefold())))


def _key(claim: Claim) -> tuple[object, ...] | None:
    """What must be equal for two documents to speak of the same thing; None where too little is known."""
    days = scope.period(claim)
    goods = tuple(sorted(claim.goods)) or " ".join((claim.product or "").casefold().split())
    if claim.modality != "asserted" or days is None or not goods:
        return None
    if days.cumulative:
        if not scope.is_level(claim) or not claim.value or not claim.partners:
            return None
        # Running totals are compared over time, whatever day they run to.
        return (
            "until",
            _unit(claim),
            claim.measure,
            goods,
            tuple(sorted(claim.partners)),
            claim.sender,
            claim.receiver,
        )
    if len(scope.named_pair(claim)) == 2:
        where: object = (tuple(sorted(scope.named_pair(claim))), scope.direction(claim))
    elif not scope.is_flow(claim) and claim.partners:
        where = tuple(sorted(claim.partners))
    else:
        return None
    stretch = (days.first_day, days.last_day)
    if scope.is_level(claim) and claim.value == 0:
        # None in tonnes is none in dollars.
        return "none", goods, where, stretch
    if scope.is_level(claim):
        return _unit(claim), claim.measure, goods, where, stretch
    if claim.measure in ("change", "ratio", "share") and (claim.comparison != "none" or claim.measure == "share"):
        way = "increase" if _falls(claim) else claim.direction
        against = (way, claim.comparison, claim.base_period)
        return claim.unit, claim.measure, goods, where, stretch, against
    return None
