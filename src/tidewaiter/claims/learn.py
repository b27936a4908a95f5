"""What the next sentence may leave out: the context learns from the one just read."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims import comparison
from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.periods import DAY_FORMS
from tidewaiter.claims.reading import Sentence
from tidewaiter.claims.scene import HELD_AGAINST, OWNED, TOTAL, TRADE_MEASURES, Draft, Flow, Scene, clause_at
from tidewaiter.period import Period, Point

#: Clauses that say something by the way.
_BY_THE_WAY = frozenset({"aside", "earlier"})
_BARE = frozenset({"title", "heading", "row"})
_ASIDE = _BY_THE_WAY | {"relative"}
#: A share names the part; the text goes on speaking of the whole.
_OWN = TRADE_MEASURES - {"share", "ratio"} | {"cap"}
#: How a time is said to be the paragraph's, not the sentence's.
OF_PARAGRAPH = "the time of the paragraph"
#: Years that do not begin in January.
_OWN_YEARS = frozenset({"fiscal", "fiscal_months", "fiscal_part", "fiscal_span", "season", "unnamed_year"})
#: Characters from "had" to the figure it tells of.
_HAD_BEEN = 60
#: What is planned or expected sets no time.
_TO_COME = frozenset({"expected", "planned"})
#: "In the first quarter Chad traded with 39 countries."
_TRADED = frozenset({"traded"})
_PLAIN_FORMS = frozenset({"year", "rel_year", "month", "month_range_last"})


def turn_back(context: Context, sentence: Sentence) -> None:
    """A new paragraph goes on with the time the text began with, not with an earlier one told for comparison."""
    if sentence.kind == "heading":
        context.topic = None
        news, run = context.news, context.period
        if news is not None and news.is_month and run is not None and not run.is_month and run.end == news.end:
            # After a section on the year so far, the next is on the month again.
            context.period = news
    topic, period = context.topic, context.period
    context.left = None
    if sentence.block == context.block or topic is None or period is None:
        return
    earlier = period.last_day < topic.last_day and not topic.covers(period)
    # "In December alone …" is by the way in a text on the year.
    if earlier or (topic.is_year and period.is_month and topic.covers(period)):
        context.period, context.left = topic, period


def learn(context: Context, scene: Scene, drafts: list[Draft], *, topic: str | None = None) -> None:
    """Carry on what a sentence has said; `topic` is what one without figures is about."""
    _learn_parties(context, scene, drafts)
    _learn_goods(context, scene, drafts)
    if drafts:
        context.aside = None
    elif topic is not None:
        context.aside, context.aside_block = topic, scene.sentence.block
        if context.asked:
            context.product, context.product_block = topic, scene.sentence.block
    _learn_times(context, scene, drafts)
    if not drafts:
        return
    compared = [d for d in drafts if d.comparison in {"yoy", "mom", "ytd_yoy"}]
    if not compared and (held := _held_against(drafts)) is not None:
        context.comparison, context.base, context.compared_period = held
        context.comparison_block = scene.sentence.block
    if compared and not _by_the_way_against(context, compared):
        plain = [d for d in compared if clause_at(scene.clauses, d.figure.start).kind not in _BY_THE_WAY]
        last = (plain or compared)[-1]
        context.comparison, context.base, context.compared_period = last.comparison, last.base, last.period
        context.comparison_block = scene.sentence.block
    levels = [d for d in drafts if d.measure in {"trade_value", "trade_quantity"}]
    if not compared and levels and (told := _told_against(context, levels)) is not None:
        context.comparison, context.base, context.compared_period = told
        context.comparison_block = scene.sentence.block
    if levels:
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


def _learn_parties(context: Context, scene: Scene, drafts: list[Draft]) -> None:
    if not (scene.flows or scene.parties or drafts):
        return
    shared = [d.pair for d in drafts if d.measure == "share" and len(d.pair.partners) == 2 and not d.pair.sender]
    if shared and not scene.flows and context.at_large in shared[-1].partners:
        # "China's share of the total was 95.8 percent": the text goes on with partners in all trade.
        context.pair, context.sense, context.block_of_pair = shared[-1], "trade", scene.sentence.block
    told = [f for f in scene.flows if not f.part]
    main = [f for f in told if f.clause.kind not in _ASIDE] or told
    one_way = [f for f in main if f.sense != "trade"]
    if main and main[-1].balance and len({f.sense for f in one_way}) == 1:
        # "Exports came to $2 billion, and the deficit widened": the text goes on with the exports.
        main = one_way
    if main and main[-1].pair.everyone:
        flow = main[-1]
        context.pair, context.sense = flow.pair, flow.sense
        context.block_of_pair = scene.sentence.block
        context.casual = not drafts and scene.sentence.kind not in _BARE
        context.pair = _common(flow, drafts)
        if flow.total and drafts and len(flow.pair.everyone) == 1:
            context.alone = flow.reporter or flow.pair.everyone[0]
            context.at_large = context.alone if flow.sense == "trade" else context.at_large
        elif len(flow.pair.everyone) > 1 and any(d.measure != "share" for d in drafts):
            context.alone = None
        first, above = main[0], scene.sentence.kind in {"title", "heading"}
        if (
            context.lead is None
            and first.sense != "trade"
            and first.pair.sender
            and first.pair.receiver
            and (drafts or above)
        ):
            context.lead = first.pair, first.sense
        if scene.sentence.kind == "heading" and context.lead is not None and first.pair.sender and first.pair.receiver:
            # "2. Exports to Chad": what the section under it comes back to.
            context.lead = first.pair, first.sense
        if above and context.headed is None and first.sense != "trade" and len(first.pair.everyone) == 1:
            context.headed = first.pair, first.sense
        if drafts and context.book is None and first.sense != "trade":
            context.book = first.reporter or first.home or None
        context.reporter = flow.reporter or (None if flow.sense == "trade" else flow.home) or context.reporter
    # A value and its change are one word on a partner.
    pairs = [d.pair for d in drafts if d.measure in TRADE_MEASURES]
    for one, other in dict.fromkeys(
        (p.sender, p.receiver) if p.sender and p.receiver else p.everyone[:2]
        for p in pairs
        if (p.sender and p.receiver) or len(p.everyone) == 2
    ):
        context.traded(str(one), str(other))
    context.recent = tuple(p.code for p in scene.parties if p.code) or context.recent
    free = [p for p in scene.parties if p.code and p.role == "subject" and not p.owner]
    told_of = [c.end for c in scene.sentence.cues_of("partner")]
    heads = [p for p in free if p.head and not any(end <= p.start for end in told_of)]
    if not heads and context.subject not in {p.code for p in scene.parties}:
        heads = [p for p in free if not any(end <= p.start for end in told_of)]
    if heads:
        context.subject = heads[0].code
        alone = {p.code for p in scene.parties} == {free[0].code} and scene.sentence.kind not in _BARE
        if alone and not (drafts or scene.flows or scene.sentence.figures):
            context.turned, context.block_turned = free[0].code, scene.sentence.block
    elif main and main[-1].reporter:
        context.subject = main[-1].reporter
    elif main and main[-1].verb and main[-1].home and _is_other_end(scene, context.subject):
        # "The country imported masks from China. It …", in a text that has been on China.
        context.subject = main[-1].home
    elif (
        main
        and main[-1].verb
        and main[-1].sense == "import"
        and not main[-1].passive
        and drafts
        and not free
        and main[-1].pair.sender
        and not told_of
    ):
        # "Chinese customs data show that it imported urea": who did so, and not who says so.
        context.subject = main[-1].home or context.subject
    elif not scene.flows and not drafts and scene.parties and scene.parties[0].code and scene.parties[0].owner:
        # "Russia's figures are thinner. Its customs recorded …".
        context.subject = scene.parties[0].code


def _is_other_end(scene: Scene, code: str | None) -> bool:
    """Whether a country is named in a sentence only as where goods come from or go to."""
    roles = {p.role for p in scene.parties if p.code == code}
    return bool(roles) and roles <= {"from", "to"}


def _common(flow: Flow, drafts: list[Draft]) -> Pair:
    """The ends that all the figures of a sentence share: partners named in turn are nobody's for the next sentence."""
    if flow.sense == "trade":
        return _common_trade(flow, drafts)
    pairs = [
        d.pair for d in drafts
        if d.flow is not None and (d.pair.sender or d.pair.receiver) and d.rules.get("parties") != HELD_AGAINST
    ]  # fmt: skip
    senders, receivers = {p.sender for p in pairs}, {p.receiver for p in pairs}
    if len(senders) <= 1 and len(receivers) <= 1:
        return flow.pair
    if senders == {flow.pair.receiver, flow.pair.sender}:
        # Both ways between the same two.
        return flow.pair
    sender = flow.pair.sender if len(senders) == 1 else None
    receiver = flow.pair.receiver if len(receivers) == 1 else None
    return Pair(sender, receiver, tuple(c for c in (sender, receiver) if c))


def _common_trade(flow: Flow, drafts: list[Draft]) -> Pair:
    """Trade with one partner, then with another: what goes on is whose trade it is."""
    traded = [set(d.pair.partners) for d in drafts if d.flow is flow and len(d.pair.partners) == 2]
    if len({frozenset(partners) for partners in traded}) < 2:
        return flow.pair
    return Pair(partners=tuple(code for code in flow.pair.partners if all(code in partners for partners in traded)))


def _learn_goods(context: Context, scene: Scene, drafts: list[Draft]) -> None:
    if not scene.flows:
        _learn_named(context, scene, drafts)
        return
    named = [f.goods for f in scene.flows if f.goods and (drafts or not f.beside)]
    # "Chicken accounted for 45 percent, or $105 million": a part is not what the text goes on about.
    parts = {d.subject.product for d in drafts if d.measure == "share" and d.subject is not None and d.subject.own}
    told = [d for d in drafts if d.measure in _OWN and not (d.flow is not None and d.flow.balance)]
    told = [d for d in told if d.subject is None or d.subject.product not in parts]
    if len(drafts) == 1 and drafts[0].figure.kind == "zero" and context.product == TOTAL:
        # "It shipped no grain": what was not traded is not what a text on all trade goes on about.
        nothing = drafts[0].subject
        context.unsold = nothing.product if nothing is not None and nothing.own else None
        context.unsold_block = scene.sentence.block
        return
    traded = [d.subject.product for d in told if d.subject and d.subject.product and not d.subject.passing]
    if any(d.subject is not None and d.subject.rule == "overall trade" for d in drafts) and not named:
        context.product, context.product_block = TOTAL, scene.sentence.block
    elif named and not drafts and context.product == TOTAL:
        # "Gold goes to Britain." A text that tells of all trade has only said so by the way.
        context.aside, context.aside_block = named[-1], scene.sentence.block
    elif named and not drafts and _only_why(scene):
        # "Imports from China rose as it bought more rice": of all goods, and rice by the way.
        context.product, context.product_block = TOTAL, scene.sentence.block
        context.aside, context.aside_block = named[-1], scene.sentence.block
    elif traded or named:
        context.product, context.product_block = (traded or named)[-1], scene.sentence.block
    if scene.sentence.kind in {"title", "heading"}:
        context.titled = bool(named) and not _only_why(scene)
    elif context.lead_product is None and (named or drafts):
        context.lead_product = TOTAL if not drafts and _only_why(scene) else (named or traded or [TOTAL])[0]


def _only_why(scene: Scene) -> bool:
    """ "Exports to China hit a high on sales of hair", "imports rose as it bought rice": goods told for a reason."""
    first = scene.flows[0]
    later = [flow for flow in scene.flows[1:] if flow.goods]
    return not first.verb and first.goods is None and (first.stated or first.reporter is not None) and bool(later)


def _learn_named(context: Context, scene: Scene, drafts: list[Draft]) -> None:
    """ "Prices for fresh cod were at a high": goods of the tables that a sentence without a word of trade speaks of."""
    if context.product is None or context.product == TOTAL:
        return
    known = [g for g in scene.sentence.goods if g.good_id != "total"]
    told = [d.subject.product for d in drafts if d.measure in {"price", "trade_value", "trade_quantity"} and d.subject]
    if told and told[-1] and known and told[-1] != context.product:
        context.product, context.product_block = told[-1], scene.sentence.block


def _learn_times(context: Context, scene: Scene, drafts: list[Draft]) -> None:
    if not (drafts or scene.flows or scene.whens):
        return
    if not (drafts or scene.whens):
        context.mentioned, context.hint = None, None
        return
    context.mentioned = _last_month(scene, drafts)
    timed = [d for d in drafts if _sets_time(scene, d, context)]
    if not all(_is_relative(scene, d) for d in drafts):
        # "Coal, which had earned $42 million in 2022, brought in $9 million": the time of the main clause goes on.
        timed = [d for d in timed if not _is_relative(scene, d)]
    counted = [d for d in timed if d.measure in {"cases", "deaths"}]
    if counted:
        context.case_period = counted[-1].period
    traded = [d for d in timed if d.measure in TRADE_MEASURES]
    plain = [w for w in scene.whens if w.role == "when" and w.period and w.clause.kind not in _BY_THE_WAY]
    lost = [d for d in drafts if d.timed and d.timed.when and d.timed.when.role == "when" and d.timed.period is None]
    if traded:
        now = _onward(context.period, _latest(traded))
        before = context.period
        if (
            before is not None
            and now is not None
            and now.last_day < before.last_day
            and _looks_back(context, scene, traded)
        ):
            now = before
        if before is not None and now is not None and _is_over(context, before, now):
            # "More in 2022 than in 2020", told of the first seven months of 2022.
            now = before
        context.period, context.hint, context.lost = now, None, False
        context.topic = context.topic or context.period
        context.news = context.news or context.period
        if now is not None and now.whole_months and not now.is_month and not now.is_year:
            context.run = now
    elif lost:
        # A time was named that cannot be told: what follows is of it, and not of the one before.
        context.period = None
        context.lost = any(d.form in _OWN_YEARS for d in lost)
    elif any(d.timed is not None and d.timed.rule == OF_PARAGRAPH for d in drafts):
        context.period = context.hint
    elif (scene.flows and not drafts) or (
        _TRADED & scene.words and not any(d.measure in TRADE_MEASURES for d in drafts)
    ):
        # "In the first quarter Chad traded with 39 countries. Exports came to …".
        context.hint = None
        # "Trade from January to July", "교역은 7월까지": a time by which it came about is one, too.
        until = [w for w in scene.whens if w.role in {"as_of", "until"} and w.period and w.period.start]
        named = [w for w in plain if w.form not in DAY_FORMS] or [w for w in until if w.form not in DAY_FORMS]
        if named:
            context.period = named[-1].period
    elif scene.sentence.kind in {"title", "heading"} and context.period is None:
        # "Trade by the end of June" stands for the months up to it.
        ended = [w.period for w in scene.whens if w.role == "until" and w.form in _PLAIN_FORMS and w.period]
        ended = [period for period in ended if context.anchor.day and period.last_day < context.anchor.day]
        context.period = next(iter([w.period for w in reversed(plain)] or ended), None)
    elif not drafts:
        # A sentence that trades nothing still sets the time of its paragraph: "In 2021, it began to scale back."
        named = [w for w in plain if w.form in _PLAIN_FORMS]
        if named:
            context.hint, context.hint_block = named[0].period, scene.sentence.block


def _is_over(context: Context, before: Period, now: Period) -> bool:
    """Whether a text on the months so far names the year that they are of, before that has ended."""
    day = context.anchor.day
    if day is None or not now.is_year or now.last_day <= day or before.is_year or not before.whole_months:
        return False
    return before.start == Point(now.end.year, 1) and now.covers(before)


def _looks_back(context: Context, scene: Scene, drafts: list[Draft]) -> bool:
    """ "In March the bill had been $873 million", "in all of 2021, by comparison, …": told beside the news."""
    if scene.sentence.cues_of("likeness") and all(_same_trade(context.level_pair, d.pair) for d in drafts):
        # The same trade at another time; that of another country is where the text may go on.
        return True
    cues = scene.sentence.cues_of("pluperfect")
    return bool(cues) and all(any(0 <= d.figure.start - c.end <= _HAD_BEEN for c in cues) for d in drafts)


def _same_trade(told: Pair | None, pair: Pair) -> bool:
    """Whether nothing has been told of another trade, whoever of the two was named first."""
    ends = told is None or (told.sender, told.receiver) == (pair.sender, pair.receiver)
    return ends and (told is None or set(told.everyone) == set(pair.everyone))


def _last_month(scene: Scene, drafts: list[Draft]) -> Period | None:
    """The month that stands last in a sentence, a figure's own "a month earlier" included."""
    named = [(w.start, w.period) for w in scene.whens if w.role in {"when", "base"}]
    named += [(d.timed.when.start, d.period) for d in drafts if d.timed and d.timed.when and d.form == "ago_month"]
    months = [(start, period) for start, period in named if period is not None and period.is_month]
    return max(months, key=lambda month: month[0])[1] if months else None


def _latest(drafts: list[Draft]) -> Period | None:
    """The time that a text goes on speaking of: what an amount is held against lies before it."""
    periods = [draft.period for draft in drafts if draft.period is not None]
    return max(reversed(periods), key=lambda period: period.last_day, default=None)


def _onward(before: Period | None, now: Period | None) -> Period | None:
    """The same months of an earlier year are what the news is held against, not where the text goes on."""
    if before is None or now is None or now.start is None or now.last_day >= before.last_day:
        return now
    years = before.end.year - now.end.year
    return before if years > 0 and now == before.back_years(years) else now


def _is_relative(scene: Scene, draft: Draft) -> bool:
    return clause_at(scene.clauses, draft.figure.start).kind == "relative"


def _sets_time(scene: Scene, draft: Draft, context: Context) -> bool:
    """Whether a claim's time is the one that the text goes on speaking of."""
    timed = draft.timed
    if timed is None or timed.when is None or timed.period is None:
        return False
    if timed.when.role == "since" and (timed.period.start is None or timed.period.start.year != timed.period.end.year):
        # "Since early this year" is a time that the text goes on with, "since 2014" is none.
        return False
    if timed.rule == OWNED and context.period is not None and timed.period.last_day < context.period.last_day:
        # "Last year's total of $3.4 billion is out of reach": held against the news, which the text goes on with.
        return False
    if draft.form == "the_quarter":
        # "Over the quarter they totalled …": by the way, in a text on its last month.
        return False
    if draft.moved.relation == "from" or clause_at(scene.clauses, draft.figure.start).kind in _BY_THE_WAY:
        return False
    # What is planned or expected of a time to come is no time of the news.
    day = context.anchor.day
    if day is None:
        return draft.modality not in _TO_COME
    begins = timed.period.first_day
    return (begins is None or begins <= day) and not (draft.modality != "asserted" and timed.period.last_day > day)
