"""Why two documents give different figures for what reads like the same thing, other than that one is wrong."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.reference import goods
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
    if not same_line(one, other):
        return f"“{one.goods}” and “{other.goods}” may be lines of different width"
    return None


def same_line(one: Statement, other: Statement) -> bool:
    """Whether both tell of one line of goods, be it in two languages: "coal" and "煤炭", but not "coking coal"."""
    if one.goods == other.goods or one.claim.goods == (goods.TOTAL,) or not (one.goods and other.goods):
        return True
    return one.claim.goods == other.claim.goods and _is_plain(one) and _is_plain(other)


def _is_plain(statement: Statement) -> bool:
    """Whether goods are called by the first name that a language has for them."""
    if len(statement.claim.goods) != 1:
        return False
    names = goods.good(statement.claim.goods[0]).names
    return any(statement.goods.startswith(each[0].casefold()) for each in names.values())


def other_books(one: Statement, other: Statement) -> bool:
    """Whether two texts quote the books of two countries, and not the same figure: they agree by chance."""
    quoted = one.keepers and other.keepers and not one.keepers & other.keepers
    return bool(quoted) and one.claim.value != other.claim.value


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
