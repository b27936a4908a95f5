"""A flow whose ends are asked after, and all that may tell them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tidewaiter.claims.english.clause_subjects import subject_of
from tidewaiter.claims.english.flows import flow_defaults
from tidewaiter.claims.english.flows.either_way import either_way
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party

#: Characters that " with" takes.
_WITH = 6


@dataclass(frozen=True)
class Asked:
    """`previous` is the flow before it in its sentence; `own` is the end whose trade it is, `far` the other."""

    reading: Reading
    flow: Flow
    previous: Flow | None
    sentence: Sentence
    parties: list[Party]
    context: Context

    @cached_property
    def own(self) -> str:
        """The name of the end whose trade it is."""
        return "receiver" if self.flow.sense == "import" else "sender"

    @cached_property
    def far(self) -> str:
        """The name of the other end."""
        return "sender" if self.flow.sense == "import" else "receiver"

    def own_of(self, pair: Pair) -> str | None:
        """Who stands in a pair where this flow has the end whose trade it is."""
        return pair.receiver if self.flow.sense == "import" else pair.sender

    def far_of(self, pair: Pair) -> str | None:
        """Who stands in a pair where this flow has the other end."""
        return pair.sender if self.flow.sense == "import" else pair.receiver

    @cached_property
    def near(self) -> Pair:
        """The ends last told of."""
        if self.previous is not None:
            return self.previous.pair
        context = self.context
        if context.casual and not context.paired and not self.told_here:
            # Whom another paragraph has named by the way is no partner of what this one tells.
            return Pair()
        return self.spoken[0]

    @cached_property
    def spoken(self) -> tuple[Pair, str | None]:
        """The trade (ends, sense) that the text was speaking of before the sentence."""
        if self.flow.passive:
            # "Mali bought sugar from Peru and sold it hides." A new paragraph: "Masks were never bought": by Mali.
            return self.context.spoken_of(self.sentence.block)
        return self.context.pair, self.context.sense

    @cached_property
    def told_here(self) -> bool:
        """Whether the paragraph has told of a pair already."""
        return self.sentence.block == self.context.block_of_pair

    @cached_property
    def last_sense(self) -> str | None:
        """Which way the trade went that was told last."""
        return self.previous.sense if self.previous is not None else self.context.sense

    @cached_property
    def both(self) -> tuple[str, ...]:
        """The two sides of the two-way trade that was told last in the sentence; empty where there was none."""
        found = self.previous.pair.partners if self.previous is not None and self.previous.sense == "trade" else ()
        return found if len(found) == 2 else ()

    @cached_property
    def subject(self) -> str | None:
        """Who does what the clause says."""
        return subject_of(
            self.reading, self.sentence, self.parties, self.flow.clause, self.flow.start, self.context
        )  # fmt: skip

    @cached_property
    def either_way(self) -> bool:
        """Whether it is called by a word that is said of either way ("deliveries")."""
        return not self.flow.verb and either_way(self.words)

    @cached_property
    def words(self) -> list[str]:
        """Its own words."""
        return self.reading.words(self.flow.start, self.flow.end)

    @cached_property
    def with_follows(self) -> bool:
        """Whether "with" stands straight behind it."""
        return self.reading.words(self.flow.end, self.flow.end + _WITH)[:1] == ["with"]

    @cached_property
    def bookkeeper(self) -> str | None:
        """Whose customs tell of it."""
        return flow_defaults.bookkeeper(self.reading, self.sentence, self.parties, self.flow)
