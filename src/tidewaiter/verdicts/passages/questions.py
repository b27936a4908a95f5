"""What a claim asks of the ledger: a level, or two figures and what is to be made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tidewaiter.analysis.evidence import Question
from tidewaiter.claims.claim import Claim
from tidewaiter.errors import UsageError
from tidewaiter.period import Period
from tidewaiter.reference import units
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.wording import is_currency

#: The measures that customs books can be asked about.
TRADE = ("trade_value", "trade_quantity", "change", "ratio", "share")
#: The currency a change is looked up in where the claim is a bare percentage: most customs books are kept in it.
CURRENCY = "USD"
#: Years; the Harmonized System is younger than this.
_LONGEST = 50
_RELATIVE = ("percent", "times")


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look up. `kind` is level, change (in percent), multiple, difference or share.

    `base` is the earlier figure of a comparison, or the whole of a share; None for a level.
    """

    kind: str
    now: Question
    base: Question | None = None


def asked(claim: Claim) -> Asked | str:
    """The questions behind a claim; or, as one sentence, what is missing to ask any."""
    parties = _parties(claim)
    if isinstance(parties, str):
        return parties
    if not claim.goods and not claim.hs:
        if claim.product:
            return f"No customs code is known for “{claim.product}”."
        return "The text does not say which goods are meant."
    period = _period(claim.period)
    if isinstance(period, str):
        return period
    if not _is_unit(claim.unit):
        return f"No customs book counts in {claim.unit.replace('_', ' ')}."
    exporter, importer, two_way = parties
    now = Question(
        exporter=exporter,
        importer=importer,
        two_way=two_way,
        period=period,
        unit=CURRENCY if claim.unit in _RELATIVE else claim.unit,
        total="total" in claim.goods,
        goods=tuple(good for good in claim.goods if good != "total"),
        hs=tuple(code.rpartition(":")[2] for code in claim.hs),
    )
    if claim.measure == "share":
        return _share(now)
    if claim.measure in ("change", "ratio"):
        return _comparison(claim, now)
    return Asked("level", now)


def _is_unit(unit: str) -> bool:
    try:
        units.dimension(unit)
    except UsageError:
        return unit in _RELATIVE
    return "_per_" not in unit


def _parties(claim: Claim) -> tuple[str, str, bool] | str:
    if claim.sender and claim.receiver and claim.sender != claim.receiver:
        return claim.sender, claim.receiver, False
    if bool(claim.sender) != bool(claim.receiver):
        known, unknown = ("sent", "received") if claim.sender else ("received", "sent")
        return f"It is clear who {known} the goods, but not who {unknown} them."
    if not claim.sender and len(claim.partners) == 2:
        return claim.partners[0], claim.partners[1], True
    return "The text does not say between which two countries."


def _period(text: str | None) -> Period | str:
    if text is None:
        return "The text does not say for which period."
    try:
        period = Period.parse(text)
    except UsageError:
        return f"“{text}” is no period that statistics could be asked for."
    if period.cumulative:
        return "The figure runs up to a day and has no beginning, so no sum of months can be held against it."
    if period.end.year - (period.start.year if period.start else 0) > _LONGEST:
        return "No customs book reaches over so many years."
    if not period.whole_months:
        return "Customs statistics come by the month, and this figure is for days."
    return period


def _share(now: Question) -> Asked | str:
    if now.total:
        return "The text does not say what the whole is that this is a share of."
    return Asked("share", now, replace(now, goods=(), hs=(), total=True))


def _comparison(claim: Claim, now: Question) -> Asked | str:
    base = base_period(claim, now.period)
    if base is None or base.same_days(now.period):
        return "The text does not say what the figure is compared with."
    if not base.whole_months:
        return "Customs statistics come by the month, and this figure is held against one for days."
    kind = {"percent": "change", "times": "multiple"}.get(claim.unit, "difference")
    if claim.measure == "ratio":
        kind = "multiple"
    if kind == "difference" and not (is_currency(claim.unit) or claim.unit.isalpha()):
        return "A change in percentage points is not a change of amounts."
    return Asked(kind, now, replace(now, period=base))


def base_period(claim: Claim, period: Period) -> Period | None:
    """The period that a comparison starts from: as stated, or the one that "year on year" and the like mean."""
    if claim.base_period is not None:
        # Fiscal years of other calendars are told by their days.
        base = scope.stretch(claim.base_period)
        return None if base is None or base.cumulative else base
    if claim.comparison in ("yoy", "ytd_yoy"):
        return period.back_years(1)
    if claim.comparison == "mom" and period.is_month:
        return period.previous()
    return None
