"""What a language must answer about a sentence and its figures; the rest of the reading is the same in all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from tidewaiter.claims.changes import respective
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Draft, Flow, Movement, Scene, Speaker, Subject, Timed


class Rules(ABC):
    """The rules of one language, over one document and its running context."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self.reading = reading
        self.context = context

    @abstractmethod
    def completed(self, sentence: Sentence, before: Sequence[Figure]) -> Sequence[Figure]:
        """The figures of a sentence with the units and scales that they leave out; `before` may lend theirs."""

    @abstractmethod
    def scene(self, sentence: Sentence) -> Scene:
        """The sentence with its countries, clauses, flows and times."""

    @abstractmethod
    def speaker(self, scene: Scene) -> Speaker | None:
        """Whom the sentence names as saying it."""

    @abstractmethod
    def zeros(self, sentence: Sentence) -> list[Figure]:
        """The claims of nothing that no numeral makes ("did not import any")."""

    @abstractmethod
    def movement(self, scene: Scene, figure: Figure) -> Movement:
        """How a figure moves."""

    @abstractmethod
    def flow_of(self, scene: Scene, figure: Figure, moved: Movement) -> Flow | None:
        """The flow of the sentence that a figure is of."""

    @abstractmethod
    def measure(
        self, scene: Scene, figure: Figure, moved: Movement, flow: Flow | None, earlier: list[Draft]
    ) -> tuple[str, str]:
        """(measure, rule) of a figure."""

    @abstractmethod
    def subject(self, scene: Scene, draft: Draft, earlier: list[Draft]) -> Subject:
        """The goods, or whatever else, that a figure is about."""

    @abstractmethod
    def pair(self, scene: Scene, draft: Draft, last: Draft | None) -> tuple[Pair, str]:
        """(the two ends, rule) of a figure."""

    @abstractmethod
    def own_time(self, scene: Scene, draft: Draft) -> Timed | None:
        """The period that the sentence itself gives a figure."""

    def is_how_often(self, sentence: Sentence, figure: Figure) -> bool:
        """Whether "so many times" says how often a thing was done."""
        return False

    def turn(self, sentence: Sentence) -> None:  # noqa: B027 - most languages have no such turn
        """Turn the context to the side of the trade that a sentence says it is about."""

    def answer(self, scene: Scene, drafts: list[Draft]) -> None:
        """Give the figures of lists that answer one another their opposite number's flow, ends and goods."""
        respective.pair_off(self.reading, scene, drafts, focus=self.context.focus)

    def likened(self, scene: Scene, drafts: list[Draft]) -> Sequence[Draft]:
        """Further claims whose amounts are those of figures before them ("equivalent to all of 2021")."""
        return []

    def topic(self, scene: Scene) -> str | None:
        """The goods that a sentence without figures is about, for the next one to point back to."""
        return None

    def this_year(self, scene: Scene, draft: Draft) -> bool:
        """Whether the tense alone says that the year so far is meant ("has imported")."""
        return False

    def of_the_news(self, scene: Scene, draft: Draft) -> bool:
        """Whether a price without a time is one of the trade that the text reports, not one asked at a market."""
        return True

    def refused(self, scene: Scene, draft: Draft) -> bool:
        """Whether a figure was turned down, not traded; its slots are then filled here."""
        return False

    def stands(self, scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
        """Whether a level carries a comparison of its own ("…, down from $102 million"); it is then filled here."""
        return False
