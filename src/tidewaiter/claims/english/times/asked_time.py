"""A figure whose time is asked after, with the clause that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims import periods
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import AGO_FORMS
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import BEHIND, Clause, Scene, Timed, When

#: How a figure's time was found where it stands before it in its clause.
BEFORE = "time before the figure in its clause"


@dataclass(frozen=True, slots=True)
class AskedTime:
    """`relative` figures are percentages and multiples."""

    reading: Reading
    scene: Scene
    figure: Figure
    context: Context
    sentence: Sentence
    clause: Clause
    relative: bool

    def timed(self, when: When, among: list[When], rule: str) -> Timed:
        """The time that an expression tells; one told by its distance is reckoned from those that it stands among."""
        if when.form not in AGO_FORMS:
            return Timed(when.period, rule, when)
        # "… compared with $5 million a year earlier": against the time the sentence or the text is speaking of.
        spoken = [w for w in among if w.role in {"when", "until"} and w.form not in AGO_FORMS and w.period]
        # "In June, up from $88 million the previous month and from $50 million in June 2022": of what came before it.
        earlier = [w for w in spoken if w.end <= when.start]
        if "that" in when.expression.parts:
            # "Down from $171 in 2022 and $189 the year before that".
            earlier = [
                w for w in among if w.end <= when.start and w.role != "void" and (w.period or w.form in AGO_FORMS)
            ]
            if earlier and earlier[-1].period is None:
                # "The year before it was $51 million, and the year before that $58 million".
                chain = self.timed(earlier[-1], [w for w in among if w is not when], rule).period
                anchor = self.context.anchor.speaking_of(chain)
                return Timed(periods.resolve(when.expression, anchor), rule, when)
        current = next((w.period for w in reversed(earlier or spoken)), self.context.period)
        if not earlier and self.context.period is not None and rule in {BEFORE, BEHIND}:
            # "A year earlier it was 271 million, and in November 2021 994 million", "compared with 9 million the month
            # before and nothing in April": before the time of the news.
            current = self.context.period
        if when.form == "ago_month" and current is not None:
            # "The month before", in a text on the first nine months: of the last of them.
            current = current.last_month()
        return Timed(periods.resolve(when.expression, self.context.anchor.speaking_of(current)), rule, when)
