"""A word of trade in Korean or Chinese that leaves ends out, with what may tell them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.scene import Flow


@dataclass(frozen=True, slots=True)
class OpenFlow:
    """A flow that leaves ends out, with what may tell them.

    `previous` is the flow before it in the sentence, `lead` the trade that the text began with, `later` who is named
    only behind it, `excepted` with whom the sentence says that its trade is left out of account. `alone`: a country
    that a new paragraph names by itself trades with everybody, where the text turns to another way.
    """

    flow: Flow
    previous: Flow | None
    context: Context
    lead: Flow | None
    later: Set[str]
    alone: bool
    excepted: Set[str]

    @property
    def near(self) -> Pair:
        """The ends told last: of the flow before, else of the context."""
        return self.previous.pair if self.previous is not None else self.context.pair

    @property
    def told(self) -> str | None:
        """Whose book the text is on; whoever was named with another in two-way trade kept none of it."""
        context = self.context
        two_way = self.alone and context.home is not None and context.sense == "trade"
        return None if two_way else context.reporter

    @property
    def told_sense(self) -> str | None:
        """Which way the trade told last goes."""
        return self.previous.sense if self.previous is not None else self.context.sense

    @property
    def turned_book(self) -> bool:
        """ "伊朗进口中国药品": the title; "中国海关…，药品出口": whether the text has turned to another's book."""
        lead = self.lead
        if not self.alone or lead is None or self.told is None or lead.sense == self.flow.sense:
            return False
        return set(self.context.pair.everyone) == set(lead.pair.everyone) and len(lead.pair.everyone) > 1

    @property
    def led(self) -> Flow | None:
        """The trade that the text began with, unless the text has turned to another book of it."""
        return None if self.flow.home is None and self.turned_book else self.lead
