"""The time that a text goes on with: that of the news, and not what the news is held against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims.learning.setting_times import is_relative, is_untraded, sets_time
from tidewaiter.claims.periods import DAY_FORMS
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.scene import (
    BY_THE_WAY,
    TRADE_MEASURES,
    Draft,
    Scene,
    When,
)
from tidewaiter.period import Period

#: How a time is said to be the paragraph's, not the sentence's.
OF_PARAGRAPH = "the time of the paragraph"
#: Years that do not begin in January.
_OWN_YEARS = frozenset({"fiscal", "fiscal_months", "fiscal_part", "fiscal_span", "season", "unnamed_year"})
#: Characters from "had" to the figure it tells of.
_HAD_BEEN = 60
#: "In the first quarter Chad traded with 39 countries."
_TRADED = frozenset({"traded"})
#: How months of a fiscal year are named.
_SO_FAR = frozenset({"fiscal_months", "fiscal_span", "fiscal_to_day"})
#: "In March alone": of a part, in a text on the whole.
_ALONE = frozenset({"alone"})
#: "Brazil, once the biggest buyer with 2.2 million tonnes in 2021": told of former times.
_ONCE = frozenset({"formerly", "once"})
#: What brings a longer time to so much.
_BRINGING = frozenset({"bring", "bringing", "brings", "brought"})
#: How many days after its end customs tell of a month as news.
_JUST_OVER = 75
_PLAIN_FORMS = frozenset({"year", "rel_year", "month", "month_range_last"})


@dataclass(frozen=True, slots=True)
class News:
    """A sentence that tells something or names a time; `timed` are its figures whose time the text may go on with,
    `plain` the times in it that tell when something was, other than by the way."""

    context: Context
    scene: Scene
    drafts: list[Draft]
    timed: list[Draft]
    plain: list[When]

    @property
    def trades(self) -> bool:
        """Whether a figure of it is of trade."""
        return any(d.measure in TRADE_MEASURES for d in self.drafts)


def learn_times(context: Context, scene: Scene, drafts: list[Draft]) -> None:
    """Carry on the time of what a sentence tells as news."""
    if not (drafts or scene.whens):
        if scene.flows:
            context.mentioned, context.mentioned_year, context.hint = None, None, None
        return
    context.mentioned, context.mentioned_year = _last_month(scene, drafts), _only_year(scene)
    timed = [d for d in drafts if sets_time(scene, d, context)]
    if not all(is_relative(scene, d) for d in drafts):
        # "Coal, which had earned $42 million in 2022, brought in $9 million": the time of the main clause goes on.
        timed = [d for d in timed if not is_relative(scene, d)]
    counted = [d for d in timed if d.measure in {"cases", "deaths"}]
    if counted:
        context.case_period = counted[-1].period
    so_far = next((d for d in reversed(timed) if d.form in _SO_FAR and d.period is not None), None)
    if so_far is not None:
        context.months_so_far = so_far.period, so_far.form
    plain = [w for w in scene.whens if w.role == "when" and w.period and w.clause.kind not in BY_THE_WAY]
    if not plain and scene.sentence.kind == "title":
        # "Chad's trade in brief (January to September 2022)".
        plain = [w for w in scene.whens if w.role == "when" and w.period]
    news = News(context, scene, drafts, timed, plain)
    for rule in _RULES:
        if rule(news):
            return


def _of_trade(news: News) -> bool:
    """The time of the trade that it tells of goes on."""
    context, scene = news.context, news.scene
    traded = [d for d in news.timed if d.measure in TRADE_MEASURES and not is_untraded(context, d)]
    if not traded:
        return False
    before, block = context.period, scene.sentence.block
    now = _now(context, scene, traded)
    if now is None and _goes_on(news):
        now = before
    part = before is not None and now is not None and now != before and before.covers(now)
    if part and _ALONE & scene.words and block == context.told_block:
        # "In March alone, it bought 900 tons": by the way, in a paragraph on January to March.
        context.whole = before
    elif now != before:
        # "That brings trade this year to $2 billion": by the way, in a text on the month.
        so_far = _is_sum_so_far(scene, before, now) or (block == context.told_block and _adds_up(context, before, now))
        context.whole = before if so_far else None
    context.period, context.period_block, context.hint, context.lost = now, block, None, False
    context.topic = context.topic or now
    context.news = context.news or now
    context.run = _run(now) or context.run
    return True


def _is_sum_so_far(scene: Scene, before: Period | None, now: Period | None) -> bool:
    """Whether a month's news is said to bring a longer time to so much."""
    if before is None or now is None or not before.is_month or not now.covers(before):
        return False
    return not _BRINGING.isdisjoint(scene.words) and "to" in scene.words


def _adds_up(context: Context, before: Period | None, now: Period | None) -> bool:
    """ "Imports were $9 million in May … Since January they have come to $40 million", in a paragraph on May."""
    if before is None or now is None or before not in context.passed or context.topic != before:
        return False
    return before.is_month and now.whole_months and not now.is_month and now.end == before.end and now.covers(before)


def _now(context: Context, scene: Scene, traded: list[Draft]) -> Period | None:
    """The time that a text goes on with after such figures of trade."""
    before = context.period
    now = _onward(before, _latest(traded))
    if context.told_block == scene.sentence.block and all(_same_trade(context.level_pair, d.pair) for d in traded):
        # "It came to $34 million in 2023. In 2022 it stood at $3 million. Exports were 98 percent": of 2023.
        now = _onward(context.level, now)
    if before is None or now is None:
        return now
    if now.last_day < before.last_day and (_looks_back(context, scene, traded) or not _ONCE.isdisjoint(scene.words)):
        return before
    if now.end.day and now.start in {None, now.end} and before != now and before.covers(now) and not now.cumulative:
        # "A ship unloaded 900 tonnes on May 17", in a text on May.
        return before
    # "More in 2022 than in 2020", told of the first seven months of 2022.
    return before if _is_over(context, before, now) else now


def _goes_on(news: News) -> bool:
    """ "Shipments were 410 tons; in the spring months they had averaged 40,000": of the time told of before, still."""
    traded = (d for d in news.drafts if d.measure in TRADE_MEASURES and (d.timed is None or d.timed.when is None))
    return any(d.period is not None and d.period == news.context.period for d in traded)


def _of_lost_time(news: News) -> bool:
    """A time was named that cannot be told: what follows is of it, and not of the one before."""
    timed = [d for d in news.drafts if d.timed is not None and d.timed.period is None]
    lost = [d for d in timed if d.timed and d.timed.when is not None and d.timed.when.role == "when"]
    if not lost:
        return False
    if _goes_on(news):
        return True
    news.context.period = None
    news.context.lost = any(d.form in _OWN_YEARS for d in lost)
    return True


def _of_paragraph(news: News) -> bool:
    """The time of the paragraph is that of the text, once a figure has it."""
    if not any(d.timed is not None and d.timed.rule == OF_PARAGRAPH for d in news.drafts):
        return False
    news.context.period = news.context.hint
    return True


def _of_trade_untold(news: News) -> bool:
    """ "In the first quarter Chad traded with 39 countries. Exports came to …", "customs published data for May"."""
    context, scene = news.context, news.scene
    told = not news.drafts and (scene.flows or any(when.of_data for when in news.plain))
    if not (told or (_TRADED & scene.words and not news.trades)):
        return False
    context.hint = None
    # "Trade from January to July", "교역은 7월까지": a time by which it came about is one, too.
    until = [w for w in scene.whens if w.role in {"as_of", "until"} and w.period and w.period.start]
    named = [w for w in news.plain if w.form not in DAY_FORMS] or [w for w in until if w.form not in DAY_FORMS]
    now = named[-1].period if named else None
    if now is not None and not (context.period is not None and _is_over(context, context.period, now)):
        context.period = now
        context.run = _run(context.period) or context.run
        if any(when.of_data for when in news.plain):
            # "Customs published data for May": what the text begins with, whatever it tells first.
            context.topic, context.news = context.topic or now, context.news or now
    return True


def _of_title(news: News) -> bool:
    """ "Trade by the end of June" stands for the months up to it."""
    context, scene = news.context, news.scene
    if scene.sentence.kind not in {"title", "heading"} or context.period is not None:
        return False
    ended = [w.period for w in scene.whens if w.role == "until" and w.form in _PLAIN_FORMS and w.period]
    ended = [period for period in ended if context.anchor.day and period.last_day < context.anchor.day]
    context.period = next(iter([w.period for w in reversed(news.plain)] or ended), None)
    return True


def _of_no_trade(news: News) -> bool:
    """A sentence that trades nothing still sets the time of its paragraph: "In 2021, it began to scale back."."""
    named = [w for w in news.plain if w.form in _PLAIN_FORMS] if not news.drafts else []
    if named:
        news.context.hint, news.context.hint_block = named[0].period, news.scene.sentence.block
        if _opens(news.context, named):
            news.context.period = named[0].period
    return bool(named)


def _opens(context: Context, named: list[When]) -> bool:
    """ "More goods crossed the border in June than since autumn": the months just over, before anything is counted."""
    period, day = named[0].period, context.anchor.day
    if period is None or day is None or context.period is not None or context.told_block >= 0:
        return False
    several = len({str(w.period) for w in named}) > 1
    return not several and not period.is_year and 0 <= (day - period.last_day).days <= _JUST_OVER


#: What a sentence does to the time of the text, the first that fits.
_RULES: tuple[Callable[[News], bool], ...] = (
    _of_trade, _of_lost_time, _of_paragraph, _of_trade_untold, _of_title, _of_no_trade,
)  # fmt: skip


def _run(period: Period | None) -> Period | None:
    """A time of several months that are no year; else None."""
    several = period is not None and period.whole_months and not period.is_month and not period.is_year
    return period if several else None


def _is_over(context: Context, before: Period, now: Period) -> bool:
    """Whether a text on the months so far names the year that they are of, a fiscal one too, before that has ended."""
    day = context.anchor.day
    if day is None or now.last_day <= day or before.last_day >= now.last_day or before.start is None:
        return False
    return before.first_day == now.first_day and before.last_day <= day


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


def _only_year(scene: Scene) -> Period | None:
    """ "… in 2019", "closed the port in March 2019": the year that "that year" in the next sentence means."""
    years = {w.year for w in scene.whens if w.role in {"when", "base"} and w.year is not None}
    return Period.year(years.pop()) if len(years) == 1 else None


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
