"""Why two documents give different figures for what reads like the same thing, other than that one is wrong."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.verdicts import phrases, wording
from tidewaiter.verdicts.between.statements import Statement
from tidewaiter.verdicts.intervals import distance

#: Preliminary and final figures of one office have been seen this far apart.
_REVISED = Decimal("0.15")
#: How figures are told that stand on other ground than plain money or weight.
_GROUNDS = {
    "volume": "by volume, not by value",
    "local_currency": "in local currency",
    "real": "adjusted or in real terms",
    "average": "as an average",
    "without": "with something left out",
}


def definition(one: Statement, other: Statement) -> str | None:
    """What the two count differently; None where nothing says that they do."""
    if one.otherwise != other.otherwise:
        odd = one if one.otherwise else other
        return f"of {name(odd)} {odd.otherwise}"
    odd_grounds = sorted(one.grounds ^ other.grounds)
    if odd_grounds:
        odd = one if odd_grounds[0] in one.grounds else other
        return f"{name(odd)} tells it {_GROUNDS.get(odd_grounds[0], 'on other terms')}"
    if one.keepers and other.keepers and not one.keepers & other.keepers:
        quoted = phrases.possessives(one.keepers), phrases.possessives(other.keepers)
        return f"they quote {quoted[0]} and {quoted[1]} books, which count at other prices and on other days"
    if one.goods != other.goods and one.claim.goods != ("total",) and one.goods and other.goods:
        return f"“{one.goods}” and “{other.goods}” may be lines of different width"
    return None


def release(one: Statement, other: Statement) -> str | None:
    """That the two were taken from the book on different days, near enough to each other to be one figure revised."""
    days = one.teller.published, other.teller.published
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    if distance(one.figure, other.figure) > _REVISED:
        return None
    late, early = (one, other) if days[0] > days[1] else (other, one)
    assert late.teller.published is not None
    assert early.teller.published is not None
    since = (late.teller.published - early.teller.published).days
    wrote = f"{name(late)} wrote {since:,} day{'s' if since > 1 else ''} after {name(early)}"
    return f"{wrote}, and customs offices revise what they publish"


def name(statement: Statement) -> str:
    """A document as a reason names it: “Quayside Courier”."""
    return f"“{statement.teller.label}”"


def dated(statement: Statement) -> str:
    """The same with its day where it is known: “Quayside Courier” (20 June 2022)."""
    day = statement.teller.published
    return name(statement) if day is None else f"{name(statement)} ({wording.day(day)})"
