"""Times that a question names and its answer leaves out: "And in April? – Twenty-two million", "작년 같은 기간은?"."""

from __future__ import annotations

from tidewaiter.claims import periods
from tidewaiter.claims.periods import AGO_FORMS, DAY_FORMS
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.scene import Draft, Scene
from tidewaiter.period import Period

#: What an answer has the time of the question for; a change is told from there, or to there.
_LEVELS = frozenset({"trade_value", "trade_quantity"})
ASKED = "the time asked about"


def ask(context: Context, scene: Scene, language: str) -> None:
    """Keep the one time that a question without figures names, for the answer."""
    named = [w for w in scene.whens if w.role in {"when", "base"} and w.form not in DAY_FORMS]
    context.asked_time, context.asked_block = None, scene.sentence.block
    if len(named) != 1:
        return
    when = named[0]
    context.asked_time = when.period
    if when.period is None and when.form in AGO_FORMS:
        anchor = context.anchor.speaking_of(context.period)
        context.asked_time = periods.resolve(when.expression, anchor, language=language)


def told(context: Context, drafts: list[Draft]) -> None:
    """Forget the time asked about once a text tells a time of its own."""
    if any(draft.timed is not None and draft.timed.rule == ASKED for draft in drafts):
        # "And in June? 1.23 million masks": the text goes on with June.
        context.period = context.asked_time
    if any(draft.timed is not None and draft.timed.when is not None for draft in drafts):
        context.asked_time = None


def answered(context: Context, scene: Scene, draft: Draft) -> Period | None:
    """The time that a question straight before asked for an amount of."""
    near = 0 <= scene.sentence.block - context.asked_block <= 1
    return context.asked_time if near and draft.measure in _LEVELS else None
