"""Months told one after the other and then as one: "… for March and 3.8 million for April. Together they were"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.sentence_before import sums_up
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, Timed
from tidewaiter.period import Period

_LEVELS, _DECEMBER = frozenset({"price", "trade_value", "trade_quantity"}), 12


def of_all_months(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Timed | None:
    """The run of months that the sentence before has told of, where this one sums them up."""
    if draft.measure not in _LEVELS or scene.sentence.block != context.told_block:
        return None
    if not sums_up(reading, scene.sentence):
        return None
    goods = {told.product for told in context.amounts}
    months = sorted({told.period for told in context.amounts if told.period and told.period.is_month}, key=_number)
    if len(months) < 2 or len(goods) > 1:
        return None
    if any(_number(later) - _number(month) != 1 for month, later in pairwise(months)):
        return Timed(None, "months apart, told as one")
    return Timed(Period(months[0].end, months[-1].end), "the months just told of, as one")


def _number(month: Period) -> int:
    return month.end.year * _DECEMBER + month.end.month
