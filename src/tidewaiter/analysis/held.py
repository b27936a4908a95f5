"""Which codes of some goods a book holds, over time: figures of a selection are compared only where it is the same one.

A book that has half of the codes of fish in one year and all but a few in the next would make fish rise that did not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tidewaiter.errors import UsageError
from tidewaiter.ledger.coverage import STATES, Covered
from tidewaiter.reference import editions

#: The codes of a selection, and the edition of the HS that they are of.
Held = tuple[frozenset[str], str | None]


def together(each: Iterable[tuple[str, Covered]]) -> Covered:
    """What a ledger says of several codes of the same goods in a period, as one answer: the worst of them.

    Where a published book has all of some codes, what it lacks of the others makes it a selection of the goods and no
    less, as it would within a code that holds them all. `each` are the codes with what is said of them, one at least.
    """
    said = list(each)
    states = {one.state for _, one in said}
    if states in ({"yes"}, {"no"}) or not states & {"yes", "selection"}:
        return max((one for _, one in said), key=_badness)
    unsure = [one for _, one in said if one.release is None or (one.state == "partial" and not one.held)]
    if unsure:
        # Of a book that was not published, or of which rows may be lacking, nothing more is known for the others.
        return max(unsure, key=_badness)
    worst = max((one for _, one in said), key=_badness)
    held: frozenset[str] = frozenset()
    for code, one in said:
        held |= {code} if one.state == "yes" else one.held
    edition = next((one.edition for _, one in said if one.edition), None)
    return Covered("selection", worst.why, worst.source, worst.release, held, edition)


def _badness(one: Covered) -> int:
    return STATES.index(one.state)


def alike(covered: Mapping[str, Covered]) -> tuple[dict[str, Covered], Held | None]:
    """What is said of each period, where only selections of the same codes stay such: those of most periods.

    The others are known in part. With it the codes that the selections are of; None where there is no selection.
    """
    found = Counter((one.held, one.edition) for one in covered.values() if one.state == "selection")
    if not found:
        return dict(covered), None
    most = max(found, key=lambda held: (sum(n for other, n in found.items() if same(held, other)), found[held]))
    return {period: _kept(one, most) for period, one in covered.items()}, most


def same(one: Held, other: Held) -> bool:
    """Whether two selections are of the same codes, but for those that only one of their editions knows."""
    (mine, my_edition), (theirs, their_edition) = one, other
    lacking = ((code, their_edition) for code in mine - theirs)
    more = ((code, my_edition) for code in theirs - mine)
    return not any(_known(code, edition) for code, edition in (*lacking, *more))


def _kept(one: Covered, most: Held) -> Covered:
    if one.state != "selection" or same((one.held, one.edition), most):
        return one
    return replace(one, state="partial", why=f"{one.why}, not the codes of the other times")


def _known(code: str, edition: str | None) -> bool:
    """Whether an edition has a code; where that cannot be told, it does."""
    try:
        return edition is None or editions.exists(code.rstrip("…"), edition)
    except UsageError:
        return True
