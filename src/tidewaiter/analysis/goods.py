"""How the goods of a figure relate to the goods of a question, and which codes the goods stand under in a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tidewaiter.analysis.cells import TOTAL as ALL_CODES
from tidewaiter.analysis.cells import outermost
from tidewaiter.analysis.evidence import Question
from tidewaiter.errors import UsageError
from tidewaiter.reference import goods as reference
from tidewaiter.reference.goods import TOTAL


@dataclass(frozen=True, slots=True)
class Codes:
    """Code prefixes of some goods in a year, and those among them that also hold other goods."""

    prefixes: tuple[str, ...]
    also: tuple[str, ...] = ()


def codes_of(question: Question, year: int, *, reporter: str) -> Codes:
    """The codes that the goods of a question stand under in a reporter's book of a year; none where none are known."""
    if question.total:
        return Codes((ALL_CODES,))
    if question.goods:
        return codes_of_goods(question.goods, year, reporter=reporter)
    return Codes(outermost(question.hs))


def codes_of_goods(goods: Sequence[str], year: int, *, reporter: str) -> Codes:
    """The codes of several goods, by their ids in the reference tables.

    Goods without a code of their own leave the answer empty: the codes of the others would be too few.
    """
    return _codes_of_goods(tuple(goods), year, reporter)


@lru_cache(maxsize=65536)
def _codes_of_goods(goods: tuple[str, ...], year: int, reporter: str) -> Codes:
    found: list[reference.GoodCode] = []
    for good in goods:
        try:
            codes = reference.codes(good, year, reporter=reporter)
        except UsageError:
            codes = ()
        if not codes:
            return Codes(())
        found.extend(codes)
    also = {code.code for code in found if code.wide}
    return Codes(outermost(code.code for code in found), tuple(sorted(also)))


@lru_cache(maxsize=4096)
def good_of(good: str | None, product: str | None) -> str | None:
    """The id of goods in a published figure: as given, or narrower where the words it was published with are.

    None where neither says it: a good that the reference tables lack, in words that name none or several.
    """
    known = good if good in reference.goods() else None
    if product is None:
        return known
    if product.strip().lower() == TOTAL:
        return TOTAL
    named = {mention.good_id for mention in reference.find_goods(product)}
    if len(named) != 1:
        return known
    (found,) = named
    return found if known is None or part_of(found, known) else known


def part_of(part: str, whole: str) -> bool:
    """Whether all goods of one kind are surely goods of another; everything is a part of the total."""
    if part == whole or whole == TOTAL:
        return True
    return part != TOTAL and bool(reference.is_part_of(part, whole))


def is_group(good: str) -> bool:
    """Whether the press draws the limits of these goods as it likes ("food", "medical supplies")."""
    return good in reference.goods() and reference.good(good).open


def alike(good: str, goods: Sequence[str], *, total: bool) -> bool:
    """Whether a figure for `good` is one for just the goods of a question."""
    return good == TOTAL if total else tuple(goods) == (good,)


def inside(good: str, goods: Sequence[str], total: bool) -> bool:
    """Whether a figure for `good` is one for a part, or all, of the goods of a question."""
    return total or any(part_of(good, whole) for whole in goods)
