"""A figure that cannot stand, and what a judgement of a text comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.pen.chance import by_chance
from tidewaiter.verdicts.relations.relation import Relation

#: A slip no likelier than this explains nothing.
_LIKELY = 0.25
#: Slips that are so likely together leave no room for anything else.
_SURELY = 0.8
#: How seldom a slip that is no chance would fit by one.
_SELDOM = 0.01


@dataclass(frozen=True, slots=True)
class Accusation:
    """A figure that cannot stand, the relation that shows it best, and the slip that may have made it.

    `guess` is the likeliest slip even where another is about as likely; `slip` the one that can be named.
    """

    claim: Claim
    relation: Relation
    guess: slips.Slip | None

    @property
    def slip(self) -> slips.Slip | None:
        """The slip, where it is plainly the likeliest."""
        return self.guess if self.guess is not None and self.guess.clear else None

    @property
    def explained(self) -> bool:
        """Whether a slip makes this figure likely to be the wrong one; a plain one where only a direction breaks."""
        if self.guess is None or self.guess.meant < _LIKELY:
            return False
        if self.guess.clear or self.relation.exact or self.relation.kind == "parts":
            return True
        # Which of several slips it was is open; that it was one is not.
        return self.guess.meant + sum(rival.plausibility for rival in self.guess.rivals) >= _SURELY

    def exchanged(self, other: Accusation) -> bool:
        """Whether each of two figures is the other's, so that both are wrong where they stand."""
        mine, theirs = self.guess, other.guess
        if mine is None or theirs is None or not (mine.name.endswith("_swapped") and theirs.name.endswith("_swapped")):
            return False
        return mine.suggested == other.claim.value and theirs.suggested == self.claim.value


def by_no_chance(accusation: Accusation) -> bool:
    """Whether the slip that explains a figure would hardly do so by chance, and words tie it to the others."""
    slip, relation = accusation.slip, accusation.relation
    if slip is None or not accusation.explained or not relation.exact or relation.link == "far":
        return False
    room = relation.computed(relation.claims.index(accusation.claim))
    return by_chance(accusation.claim, slip, room) <= _SELDOM


@dataclass(slots=True)
class Judgement:
    """The figures that cannot stand; those that cannot stand beside each other, of which either may be the wrong one,
    the likelier first; relations that break though nothing tells which of their figures is wrong; and relations that
    seem to break where only slots tie their figures, which may have been misread.
    """

    accusations: list[Accusation] = field(default_factory=list)
    disputes: list[tuple[Accusation, ...]] = field(default_factory=list)
    undecided: list[Relation] = field(default_factory=list)
    unexplained: list[Relation] = field(default_factory=list)
