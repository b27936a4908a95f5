"""The relations between the figures of a text, from every room that finds some."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.intervals import SUPPORTED
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations import (
    averages,
    changes,
    comparatives,
    currencies,
    headlines,
    kinds,
    multiples,
    nets,
    partners,
    points,
    portions,
    prices,
    ranks,
    rates,
    repeats,
    rows,
    shares,
    stated,
    sums,
    table_totals,
    together,
    tolls,
    wholes,
    zeros,
)
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.worked import (
    apart,
    averaged,
    balances,
    closed_lists,
    closed_shares,
    compared,
    conversions,
    daily,
    growth,
    leavings,
    likened,
    limits,
    lists,
    means,
    mistaken_bases,
    nested,
    one_whole,
    outliers,
    per_head,
    referred,
    running,
    same_whole,
    shared_together,
    told_ahead,
)
from tidewaiter.verdicts.worked import prices as worked_prices
from tidewaiter.verdicts.worked import shares as worked_shares
from tidewaiter.verdicts.worked import steps as worked_steps
from tidewaiter.verdicts.worked import sums as worked_sums

#: What these find is tried only where nothing better does.
_WORKED_OUT = (
    worked_prices,
    averaged,
    worked_shares,
    one_whole,
    apart,
    worked_sums,
    worked_steps,
    means,
    balances,
    conversions,
    outliers,
    growth,
    compared,
    lists,
    closed_lists,
    closed_shares,
    daily,
    leavings,
    likened,
    limits,
    per_head,
    referred,
    running,
    same_whole,
    shared_together,
    told_ahead,
)

_ROOMS = (
    stated,
    wholes,
    partners,
    changes,
    comparatives,
    multiples,
    sums,
    together,
    portions,
    shares,
    prices,
    currencies,
    rates,
    repeats,
    headlines,
    zeros,
    nets,
    tolls,
    averages,
    points,
    rows,
    table_totals,
    ranks,
    kinds,
    *_WORKED_OUT,
    mistaken_bases,
    nested,
)

#: Straight before what is left of a whole.
_REST = 24
#: What these find is found by slots, too.
_SAID_ONCE = (stated, sums, portions)


def relations_of(passage: Passage) -> Iterator[Relation]:
    """Every relation between the figures of a text; of a figure in a headline the one that it rounds is taken."""
    fuller = repeats.told_again(passage)
    said: set[tuple[str, tuple[Claim, ...]]] = set()
    shared: set[Claim] = set()
    #: Each whole with a part that words say to be of it.
    held: set[tuple[Claim, Claim]] = set()
    #: Figures that a relation of a kind already tells how they were worked out.
    worked: dict[tuple[str, Claim], set[Claim]] = {}
    for room in _ROOMS:
        for relation in room.find(passage):
            if room is not repeats:
                relation = _more_exactly(passage, relation, fuller)
            # What a sentence states is said once, and better than by slots.
            told = worked.get((relation.kind, relation.claims[0]))
            again = room in _WORKED_OUT and told is not None and not _adds_up_anew(relation, told)
            if again or ((relation.kind, relation.claims) in said and relation.link != "stated"):
                continue
            if relation.kind == "share" and relation.claims[0] in shared:
                continue
            if relation.kind == "parts" and any((part, relation.claims[0]) in held for part in relation.claims[1:]):
                # What words make a whole of is no part of its own part.
                continue
            if relation.kind == "parts" and _is_rest(passage, relation.claims[0]):
                continue
            if relation.outcome() == SUPPORTED or relation.link == "stated":
                worked.setdefault((relation.kind, relation.claims[0]), set()).update(relation.claims[1:])
            if room in _SAID_ONCE and relation.link != "far":
                said.add((relation.kind, relation.claims))
            if relation.kind == "share" and relation.link == "stated":
                # What words say a share to be of, slots need not guess.
                shared.add(relation.claims[0])
                held.add((relation.claims[2], relation.claims[1]))
            yield relation


def _adds_up_anew(relation: Relation, told: Collection[Claim]) -> bool:
    """Whether a whole that was added up by other figures is so again: by its months, and by who sent it."""
    return relation.kind == "sum" and not set(relation.claims[1:]) & set(told)


def _is_rest(passage: Passage, claim: Claim) -> bool:
    """ "Africa and the Middle East bought the remaining 49 million": what is left of a whole holds nothing of it."""
    return says("rest", passage.own_lead(claim)[-_REST:])


def _more_exactly(passage: Passage, relation: Relation, fuller: Mapping[Claim, Claim]) -> Relation:
    """A relation with the text's figures for those that a headline rounds."""
    claims = tuple(fuller.get(claim, claim) for claim in relation.claims)
    if claims == relation.claims or len(set(claims)) < len(claims):
        return relation
    return replace(relation, claims=claims, link=passage.link(claims, stated=relation.link == "stated"))
