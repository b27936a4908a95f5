"""A document's own arithmetic: every figure held against the others that its text ties it to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.period import SOME_YEAR, Period
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations import currencies, zeros
from tidewaiter.verdicts.relations.parts import PartsWithin
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.verdict import Verdict
from tidewaiter.verdicts.within import sayings
from tidewaiter.verdicts.within.judge import judge
from tidewaiter.verdicts.within.precision import as_written, mistakable, reckoned
from tidewaiter.verdicts.within.priced import alike_priced
from tidewaiter.verdicts.within.purchases import of_their_own
from tidewaiter.verdicts.within.rooms import relations_of
from tidewaiter.verdicts.within.ties import tied
from tidewaiter.verdicts.within.topic import on_topic
from tidewaiter.verdicts.within.weights import as_said, in_tonnes
from tidewaiter.verdicts.worked import leavings, parallels, per_head

#: Months of a year.
_YEAR = 12
#: So many years a text may tell of at once.
_LONGEST = 60
#: A table of ten thousand figures is no argument: so many claims of one document are set against each other.
_MOST = 1500
#: Claims that say what did not happen, or may yet, are no evidence and are not accused.
_SAID = ("asserted",)
_HEARSAY = {"asserted", "conditional"}


def against_itself(
    document: Document, claims: Iterable[Claim], *, witnesses: Mapping[Claim, str] | None = None
) -> list[Verdict]:
    """The verdicts of a document's own arithmetic, in the order of the text; at most one a claim and kind of relation.

    `witnesses` are outcomes of other checks (the ledger), which help to tell which of two figures is the wrong one.
    """
    given = list(claims)[:_MOST]
    runs, open_runs = _runs(given)
    told = _in_the_year_told([c if _is_in(c, runs) else _in_some_year(c, open_runs) for c in given])
    read = on_topic(document, alike_priced(document, in_tonnes(as_written(reckoned(document, told)))))
    heard = dict(zip(read, given, strict=True))
    known = witnesses or {}
    standing = {one: known[other] for one, other in heard.items() if other in known}
    return [_of(verdict, heard) for verdict in _judged(document, read, standing)]


def _runs(claims: Sequence[Claim]) -> tuple[list[Period], list[Period]]:
    """The stretches of several months that a text tells with their year, and those that may be of some other."""
    told: tuple[set[Period], set[Period]] = (set(), set())
    for claim in claims:
        run = scope.stretch(claim.period) if claim.period is not None and "/" in claim.period else None
        if run is not None and not claim.guessed and 1 < len(run.months()) < _YEAR:
            told[claim.in_some_year not in (None, (claim.period, claim.base_period))].add(run)
    return list(told[0]), list(told[1])


def _is_in(claim: Claim, runs: Sequence[Period]) -> bool:
    """ "In the first quarter of 2025 …; in January …": whether a month was read to be one of a stretch told."""
    if claim.guessed or claim.period is None or claim.base_period is not None or not _is_month(claim.period):
        return False
    month = scope.stretch(claim.period)
    return month is not None and any(run.covers(month) for run in runs)


def _in_some_year(claim: Claim, runs: Sequence[Period]) -> Claim:
    """The claim with its times as if the text were of some year, where nothing says of which it is."""
    if claim.in_some_year is None or claim.in_some_year == (claim.period, claim.base_period):
        return claim
    if claim.period is not None and claim.base_period is None and _is_month(claim.period) and not _is_in(claim, runs):
        # The text itself tells of which year it is: "in December 2023 … and in November …".
        return claim
    # From a year that is known to one that is not there is no telling how long it is.
    period, base_period = (None if _reaches_back(when) else when for when in claim.in_some_year)
    return replace(claim, period=period, base_period=base_period, guessed=True)


def _in_the_year_told(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those of a month of some year as of the one year that the text tells that month of elsewhere."""
    years: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if not claim.guessed and claim.period is not None and _is_month(claim.period):
            years[claim.period[4:]].add(claim.period)
    return [_in_the_one_year(claim, years) for claim in claims]


def _in_the_one_year(claim: Claim, years: Mapping[str, Collection[str]]) -> Claim:
    when = claim.period
    if not claim.guessed or when is None or claim.base_period is not None or not when.startswith(f"{SOME_YEAR}-"):
        return claim
    told = years.get(when[4:], ())
    return replace(claim, period=min(told)) if len(told) == 1 else claim


def _is_month(when: str) -> bool:
    """Whether a period is a single month of a year."""
    return "/" not in when and len(when) == len("2023-11")


def _reaches_back(when: str | None) -> bool:
    """Whether a period begins in a year that the text names and ends in the one that stands in for its own."""
    first, between, last = (when or "").partition("/")
    return bool(between and first) and int(last[:4]) - int(first[:4]) > _LONGEST


def _of(verdict: Verdict, heard: Mapping[Claim, Claim]) -> Verdict:
    """The verdict on the claims as they were given."""
    operands = tuple(replace(o, claim=None if o.claim is None else heard[o.claim]) for o in verdict.operands)
    claim = heard[verdict.claim]
    return replace(as_said(verdict, claim), claim=claim, operands=operands)


def _judged(document: Document, read: Sequence[Claim], witnesses: Mapping[Claim, str]) -> list[Verdict]:
    told = read
    read = [claim for claim in read if not mistakable(claim, document.language)]
    said = {(claim.value, claim.unit) for claim in read if claim.modality in _SAID}
    # "If the 388 million and the 168 million are put together": what was said before holds under a condition, too.
    again = {claim for claim in read if claim.modality == "conditional" and (claim.value, claim.unit) in said}
    stated = [claim for claim in read if claim.modality in _SAID or claim in again]
    proving = set(stated)
    passage = Passage(document, stated, mute=[claim for claim in told if claim not in proving])
    near = list(of_their_own(passage, list(relations_of(passage))))
    relations = list(tied(passage, [*near, *parallels.find(passage, near)]))
    if any(claim.modality not in _SAID for claim in read):
        every = Passage(document, read)
        # One amount in two currencies is one amount, planned or paid.
        relations += [r for r in currencies.find(every) if any(c.modality not in _SAID for c in r.claims)]
        # "Which would leave 250,000 tons": what would follow from facts is reckoned from them.
        relations += [r for room in (leavings, per_head) for r in room.find(every) if _reckoned_out(r)]
        # What is hedged as hearsay cannot be held against anybody, but the same said plainly bears it out.
        relations += [r for r in zeros.find(every) if {c.modality for c in r.claims} == _HEARSAY]
    judgement = judge(relations, claims=stated, witnesses=witnesses)
    accused = {accusation.claim for accusation in judgement.accusations}
    found = [sayings.of_accusation(accusation, witnesses) for accusation in judgement.accusations]
    found += sayings.of_disputes(judgement, accused)
    found += sayings.of_bystanders(judgement, accused)
    found += sayings.borne_out([*relations, *_without(relations, accused)], accused)
    found += sayings.of_unexplained(judgement, {verdict.claim for verdict in found})
    return sorted(found, key=lambda verdict: (verdict.claim.start, verdict.claim.end))


def _reckoned_out(relation: Relation) -> bool:
    """Whether what would be is told of what is."""
    would = [claim for claim in relation.claims if claim.modality in ("conditional", "planned", "expected")]
    return len(would) == 1 and sum(claim.modality in _SAID for claim in relation.claims) == len(relation.claims) - 1


def _without(relations: Sequence[Relation], accused: set[Claim]) -> Iterator[Relation]:
    """Lists of parts again, without the part that cannot stand."""
    for relation in relations:
        if isinstance(relation, PartsWithin) and len(relation.claims) > 2:
            left = tuple(claim for claim in relation.claims if claim not in accused)
            if len(relation.claims) > len(left) > 1 and left[0] is relation.claims[0]:
                yield PartsWithin(left, link=relation.link, firm=relation.firm)
