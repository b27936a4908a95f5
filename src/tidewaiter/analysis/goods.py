"""How the goods of a figure relate to the goods of a question: the same, a part, or a whole."""

from __future__ import annotations

from collections.abc import Sequence

TOTAL = "total"


def part_of(part: str, whole: str) -> bool:
    """Whether all goods of one kind are goods of another; everything is a part of the total."""
    return part == whole or whole == TOTAL


def alike(good: str, goods: Sequence[str], *, total: bool) -> bool:
    """Whether a figure for `good` is one for just the goods of a question."""
    return good == TOTAL if total else tuple(goods) == (good,)


def inside(good: str, goods: Sequence[str], total: bool) -> bool:
    """Whether a figure for `good` is one for a part, or all, of the goods of a question."""
    return total or any(part_of(good, whole) for whole in goods)
