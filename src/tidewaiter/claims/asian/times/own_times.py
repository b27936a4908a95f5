"""The time of a figure that its sentence gives in part, or not at all: an end of a run, what was just told of."""

from __future__ import annotations

from tidewaiter.claims.asian.flows.memory import Memory
from tidewaiter.claims.asian.measures.balances import A_BALANCE
from tidewaiter.claims.asian.measures.made import MADE, is_harvest
from tidewaiter.claims.asian.times import months_before
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, Timed
from tidewaiter.period import Period


def end_of_run(draft: Draft, own: Timed) -> Timed | None:
    """ "2000至2023年，贸易由1000亿元增长至1.98万亿元": the first year, and the last."""
    relation, run = draft.moved.relation, own.period
    if own.when is None or own.when.form != "years" or run is None or run.start is None:
        return None
    if relation not in {"from", "to"}:
        return None
    return Timed(Period.year(run.start.year if relation == "from" else run.end.year), "an end of the years", own.when)


def told_before(reading: Reading, scene: Scene, draft: Draft, context: Context, memory: Memory) -> Timed | None:
    """What a sentence without a time of its own says of those told before: "당시", the same months, all of a list."""
    then = memory.then(reading, scene.sentence) if reading.language == "ko" else None
    if then is not None:
        return Timed(then, "the time just told of")
    now = months_before.same_months_now(scene, draft.figure, context)
    if now is not None:
        # "首季合計…。\n\n與去年3月相比，…": of March now.
        context.period = now
        return Timed(now, "the same months as those held against")
    together = memory.months_together(reading, scene, draft)
    if together is None:
        return None
    context.period = together
    return Timed(together, "the months told one by one")


def goes_on(reading: Reading, scene: Scene, draft: Draft, context: Context) -> bool:
    """Whether a balance, or what was made, is of the time that the text has just told of."""
    rule = draft.rules.get("measure")
    if draft.flow is not None or rule not in {A_BALANCE, MADE}:
        return False
    if rule == A_BALANCE:
        return True
    return context.told_block == scene.sentence.block and is_harvest(reading, scene.sentence, draft.figure)
