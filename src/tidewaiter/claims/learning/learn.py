"""What the next sentence may leave out: the context learns from the one just read."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.changes import comparison
from tidewaiter.claims.learning.learned_goods import learn_goods
from tidewaiter.claims.learning.learned_parties import learn_parties
from tidewaiter.claims.learning.learned_times import learn_times
from tidewaiter.claims.reading.context import Context, Pair, Told
from tidewaiter.claims.reading.reading import Sentence
from tidewaiter.claims.reading.scene import BY_THE_WAY, Draft, Scene, clause_at
from tidewaiter.claims.words.lexicon import words
from tidewaiter.period import Period

#: What headings call the money that is given.
_FUNDS = words("funds")


def turn_back(context: Context, sentence: Sentence) -> None:
    """A new paragraph goes on with the time the text began with, not with an earlier one told for comparison."""
    if sentence.kind == "heading":
        context.topic = None
        news, run = context.news, context.period
        if news is not None and news.is_month and run is not None and not run.is_month and run.end == news.end:
            # After a section on the year so far, the next is on the month again.
            context.period = news
        elif news is not None and run is not None and run != news and news.covers(run):
            # After "March was the best month" the next section is on the whole quarter again.
            context.period = news
    # "Medical instruments", a new heading behind a section that ended with what Denmark sold.
    apart = sentence.kind == "heading" and not (context.paired or sentence.countries or sentence.cues_of("flow_noun"))
    if (context.placed or apart) and sentence.block != context.block:
        _with_anybody(context)
    if context.whole is not None and sentence.block != context.block:
        context.period, context.whole = context.whole, None
    topic, period = context.topic, context.period
    context.left = None
    if sentence.block == context.block or topic is None or period is None:
        return
    earlier = period.last_day < topic.last_day and not topic.covers(period)
    # "In December alone …", "between May and July …" is by the way in a text on the year.
    late = period.start is not None and period.start.month > 1
    # "It peaked in April. In May it collapsed, before recovering in June": month by month, of the whole run.
    through = sum(topic.covers(month) for month in context.passed) > 1 and period.is_month and not topic.is_month
    if earlier or ((through or (topic.is_year and (period.is_month or late))) and topic.covers(period)):
        context.period, context.left = topic, period


def _with_anybody(context: Context) -> None:
    """ "The UAE was the biggest supplier, with $2 billion.": a new paragraph is on the one country, with whomever."""
    pair, focus, context.placed = context.pair, context.focus, False
    if not context.starred or focus is None or len(pair.everyone) != 2:
        return
    if focus == pair.receiver:
        context.pair = Pair(receiver=focus, partners=(focus,))
    elif focus == pair.sender:
        context.pair = Pair(sender=focus, partners=(focus,))


def learn(context: Context, scene: Scene, drafts: list[Draft], *, topic: str | None = None) -> None:
    """Carry on what a sentence has said; `topic` is what one without figures is about."""
    before = context.pair
    learn_parties(context, scene, drafts)
    learn_goods(context, scene, drafts, before)
    if scene.sentence.kind == "heading":
        # "Fertilizers", above a section: what it is about.
        context.section = topic
        context.funding = not drafts and not _FUNDS.isdisjoint(scene.sentence.words)
        context.product = topic or context.product
    elif drafts:
        context.aside = None
    elif topic is not None:
        context.aside, context.aside_block = topic, scene.sentence.block
        context.turned_to_aside = not scene.flows
        if context.asked:
            context.product, context.product_block = topic, scene.sentence.block
    learn_times(context, scene, drafts)
    if not drafts:
        return
    if context.told_block != scene.sentence.block:
        context.passed = set()
    bases = {d.base for d in drafts}
    context.passed |= {d.period for d in drafts if d.period and d.period.is_month and d.period not in bases}
    context.told_block = scene.sentence.block
    compared = [d for d in drafts if d.comparison in {"yoy", "mom", "ytd_yoy"}]
    if not compared and (held := _held_against(drafts)) is not None:
        context.comparison, context.base, context.compared_period = held
        context.comparison_block = scene.sentence.block
    if compared and not _by_the_way_against(context, compared):
        plain = [d for d in compared if clause_at(scene.clauses, d.figure.start).kind not in BY_THE_WAY]
        last = (plain or compared)[-1]
        context.comparison, context.base, context.compared_period = last.comparison, last.base, last.period
        context.comparison_block = scene.sentence.block
    levels = [d for d in drafts if d.measure in {"trade_value", "trade_quantity"}]
    if not compared and levels and (told := _told_against(context, levels)) is not None:
        context.comparison, context.base, context.compared_period = told
        context.comparison_block = scene.sentence.block
    if levels:
        context.amounts = tuple(
            Told(d.figure.kind, d.pair, d.subject.product if d.subject else None, d.period)
            for d in levels
            if d.moved.relation != "from"
        )
        context.level, context.level_pair = levels[-1].period, levels[-1].pair
    diseases = [d.subject.product for d in drafts if d.measure == "cases" and d.subject and d.subject.product]
    if diseases:
        context.disease = diseases[-1]


def _by_the_way_against(context: Context, compared: list[Draft]) -> bool:
    """ "Down 5 percent from April. It was nine times that of May last year": the text goes on comparing with April."""
    same = {d.period for d in compared} == {context.compared_period}
    return same and context.comparison == "mom" and all(d.measure == "ratio" for d in compared)


def _held_against(drafts: list[Draft]) -> tuple[str, Period, Period] | None:
    """ "$24 million in May, compared with $19 million a year earlier": what the text goes on comparing with."""
    for draft, other in pairwise(drafts):
        if other.moved.relation != "from" or draft.figure.unit != other.figure.unit:
            continue
        if draft.period is not None and other.period is not None:
            name = comparison.name_of(draft.period, other.period, form=draft.form)
            if name in {"yoy", "mom", "ytd_yoy"}:
                return name, other.period, draft.period
    return None


def _told_against(context: Context, levels: list[Draft]) -> tuple[str, Period, Period] | None:
    """ "In November it was $26.9 million. In November 2023 it had been $27.2 million. So …": held against that."""
    level, period = context.level, levels[-1].period
    if context.compared_period == level and context.comparison != "none":
        # What the text has said to compare with, it goes on comparing with.
        return None
    if level is None or period is None or context.level_pair != levels[-1].pair or len({d.period for d in levels}) > 1:
        return None
    return ("yoy", period, level) if level.is_month and period == level.back_years(1) else None
