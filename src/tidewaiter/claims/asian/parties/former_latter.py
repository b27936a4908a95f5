"""Chinese: which of two amounts "the former" and "the latter" are: "泰国和越南分别为3亿和1亿美元，后者增长12%"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import TRADE_MEASURES, Draft

_WHICH = re.compile(r"(前者|[后後]者)(?![^，,；;。]*[前后後]者)[^，,；;。]{0,24}\Z")
#: How far before a figure the word may stand.
_REACH = 28
_LEVELS = frozenset({"trade_value", "trade_quantity"})


class FormerLatter:
    """The last two amounts that were told one after another, in a sentence."""

    def __init__(self) -> None:
        self._two: Sequence[Draft] = ()

    def answer(self, reading: Reading, drafts: list[Draft]) -> None:
        """Give what is said of the former or the latter the trade and the goods of that amount."""
        told: list[Draft] = []
        for draft in drafts:
            figure = draft.figure
            named = _WHICH.search(reading.text, max(figure.start - _REACH, 0), figure.start)
            two = told[-2:] if len(told) > 1 else self._two
            if named is not None and len(two) == len({id(d) for d in two}) == 2 and draft.measure in TRADE_MEASURES:
                one = two[0] if named[1] == "前者" else two[1]
                draft.pair, draft.subject = one.pair, one.subject
                draft.rules["parties"] = "the former or the latter"
            elif draft.measure in _LEVELS and draft.moved.relation != "from":
                told.append(draft)
        if len(told) > 1:
            self._two = told[-2:]
        elif told:
            self._two = ()
