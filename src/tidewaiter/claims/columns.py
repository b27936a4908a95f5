"""What the columns of a table say of the figures below them: a time, or that they are changes or shares."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from tidewaiter.claims import periods
from tidewaiter.claims.changes import comparison
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import Anchor, Expression
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Draft, Movement, Subject, Timed, pair_of
from tidewaiter.claims.tables import lanes
from tidewaiter.claims.tables.lanes import Lane, countries_in
from tidewaiter.claims.tables.tables import Table, cells, tables
from tidewaiter.claims.words.lexicon import words
from tidewaiter.documents.document import Block, Body
from tidewaiter.period import Period
from tidewaiter.reference.goods import TOTAL as TOTAL_ID

_MONTHS = frozenset({"month", "month_range_last"})
_TRADE = frozenset({"flow", "flow_noun", "flow_verb"})
_SENSES = frozenset({"import", "export"})
#: What a first column of goods is headed by.
_LISTS = words("listing_goods")
#: What a column holds that is worked out from two others.
_BETWEEN = frozenset({"change", "ratio"})
_COLUMN = "the time of its column"


@dataclass(slots=True)
class _Told:
    """The time that the lines above a table give it, once its first row is read."""

    period: Period | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a figure stands: under which time, in a row of which time, and what its column says.

    `before` are the times of the columns of amounts before it; `goods` are those of its column, `whole` those that the
    lines above the table name, and `lists_goods` says whether its rows may be goods.
    """

    says: str
    column: Expression | None
    row: Expression | None
    before: tuple[Expression, ...]
    caption: Expression | None
    goods: str | None
    whole: str | None
    lists_goods: bool
    sense: str | None
    turns: bool
    lane: Lane | None
    told: _Told = field(compare=False)

    def measured(self, draft: Draft, context: Context) -> None:
        """Set what the column makes of a draft: a change, a share, or an amount of the trade that the table is on."""
        figure = draft.figure
        if context.sense is None and self.sense is not None and context.focus is not None:
            # "Principal export markets": of the country that the text is about.
            context.sense, context.pair = self.sense, pair_of(self.sense, context.focus)
        sense = context.sense or self.sense or (None if self.lane is None else self.lane.sense)
        if figure.kind == "percent" and self.says == "change":
            draft.measure, draft.rules["measure"] = "change", "a column of changes"
            draft.moved = Movement("by", "decrease" if figure.value < 0 else "increase")
        elif figure.kind == "percent" and self.says == "ratio":
            draft.measure, draft.rules["measure"] = "ratio", "a column of ratios"
        elif figure.kind == "percent" and self.says == "share":
            draft.measure, draft.rules["measure"] = "share", "a column of shares"
        elif draft.measure in {"other", "count"} and figure.kind in {"money", "quantity"} and sense is not None:
            draft.measure = "trade_value" if figure.kind == "money" else "trade_quantity"
            draft.rules["measure"] = "an amount of the trade that the table is on"

    def turned(self, draft: Draft, context: Context) -> None:
        """Turn the ends as a column does that goes its own way, or the lines above: "of which imports:"."""
        pair, focus = draft.pair, context.focus
        if self.lane is not None and (lane := self.lane.pair(context)) is not None:
            draft.pair, draft.rules["parties"] = lane, "the way its column goes"
            return
        if not self.turns or draft.flow is not None or not (pair.sender and pair.receiver) or focus is None:
            return
        home = pair.receiver if self.sense == "import" else pair.sender
        if home != focus and focus in {pair.sender, pair.receiver}:
            draft.pair = replace(pair, sender=pair.receiver, receiver=pair.sender)

    def subject(self, draft: Draft) -> None:
        """Set the goods of a draft that stands in a row of some time: those of its column, else of the title."""
        if self.goods is not None:
            draft.subject = Subject(self.goods, "the goods of its column", own=True)
        elif self.whole is not None and (self.row is not None or not self.lists_goods):
            draft.subject = Subject(self.whole, "the goods of the table")

    def timed(self, draft: Draft, context: Context, language: str) -> Timed | None:
        """The period of a draft by its column and row; None where neither gives one."""
        if not self.told.known:
            self.told.known = True
            caption = None if self.caption is None else _resolved(self.caption, context.anchor, language)
            self.told.period = caption or context.period
        if self.says in _BETWEEN:
            period, _ = self._compared(context, language)
            return None if period is None else Timed(period, "the later of the two columns before")
        period = self._period(self.column, context, language)
        return None if period is None else Timed(period, _COLUMN)

    def compared(self, draft: Draft, context: Context, language: str) -> None:
        """ "Change, %": between the two columns of amounts before it."""
        if draft.measure not in _BETWEEN or self.says not in _BETWEEN:
            return
        period, base = self._compared(context, language)
        if period is not None and base is not None and base.last_day < period.last_day:
            draft.comparison, draft.base = comparison.name_of(period, base), base
            draft.rules["comparison"] = "between the two columns before"

    def _compared(self, context: Context, language: str) -> tuple[Period | None, Period | None]:
        found = [p for e in self.before[-2:] if (p := self._period(e, context, language)) is not None]
        if self.column is not None and self.told.period is not None and not found:
            # "Change on May, %", in a table on June.
            base = self._period(self.column, context, language)
            found = [self.told.period, *([base] if base is not None else [])]
        if len(found) != 2:
            return None, None
        base, period = sorted(found, key=lambda p: p.last_day)
        return period, base

    def _period(self, column: Expression | None, context: Context, language: str) -> Period | None:
        told = self.told.period
        anchor = context.anchor.speaking_of(told)
        own = None if column is None else _resolved(column, anchor, language)
        row = None if self.row is None else _resolved(self.row, anchor, language)
        if column is None or own is None:
            return None
        if own.is_year and row is not None and self.row is not None and not self.row.names_year and not row.is_year:
            return row.back_years(row.end.year - own.end.year)
        if own.is_year and row is None and told is not None and not told.is_year and told.whole_months:
            # "January-June" in the title, 2021 and 2022 as the heads of two columns.
            return told.back_years(told.end.year - own.end.year)
        if column.form in _MONTHS and not column.names_year:
            year = row if row is not None and row.is_year else told
            if year is not None and year.end.year - (year.start or year.end).year == 0:
                return Period.month(year.end.year, own.end.month)
        return own


def _resolved(expression: Expression, anchor: Anchor, language: str) -> Period | None:
    return periods.resolve(expression, anchor, language=language)


def columns(body: Body, reading: Reading, figures: Sequence[Figure]) -> dict[int, Cell]:
    """What the columns say of the figures in tables, by where a figure begins."""
    if not any(sentence.kind == "row" for sentence in reading.sentences):
        return {}
    return {start: cell for table in tables(body, figures) for start, cell in _of(body, reading, table, figures)}


def _of(
    body: Body, reading: Reading, table: Table, figures: Sequence[Figure]
) -> Iterator[tuple[int, Cell]]:  # fmt: skip
    sense = _sense(reading, table)
    nearest = _sentences(reading, table.caption[-1].start, table.caption[-1].end) if table.caption else []
    turns = (
        bool(nearest) and not any(s.countries for s in nearest) and _sense_of(reading, table.caption[-1]) is not None
    )
    heads = [_time_in(reading, start, end) for start, end in table.head]
    goods, whole = _goods(reading, table)
    first = set(reading.words(*table.head[0])) if table.head else set()
    listing = not first or not first.isdisjoint(_LISTS)
    above = [time for sentence in _above(reading, table) for time in sentence.times]
    ways = _lanes(reading, table)
    told = _Told()
    for row in table.rows:
        placed = cells(body, row)
        if len(placed) != len(table.head):
            continue
        label = _time_in(reading, *placed[0])
        here = _sentences(reading, row.start, row.end)
        named = any(sentence.goods for sentence in here)
        # A row of "exports" says itself which way it goes.
        told_way = any(c.kind in _TRADE for sentence in here for c in sentence.cues)
        for number, (start, end) in enumerate(placed):
            if not number:
                continue
            before = tuple(
                time
                for time, own in zip(heads[:number], table.headings, strict=False)
                if time is not None and own.says not in {"change", "share"}
            )
            own = table.headings[number]
            says = own.says or ("change" if own.kind == "percent" and len(before) > 1 else "")
            if says == "change" and len(_times_in(reading, *table.head[number])) > 1:
                # "2023/2022, %".
                says = "ratio"
            caption = above[-1] if above else None
            lane = None if told_way else ways[number]
            if lane is not None and lane.partner is None:
                lane = replace(lane, partner=next(iter(countries_in(here, *placed[0])), None))
            cell = Cell(
                says, heads[number], label, before, caption, goods[number], whole, listing or named, sense, turns, lane,
                told,
            )  # fmt: skip
            at = bisect_left(figures, start, key=lambda figure: figure.start)
            while at < len(figures) and figures[at].start < end:
                yield figures[at].start, cell
                at += 1


def _goods(reading: Reading, table: Table) -> tuple[list[str | None], str | None]:
    """The goods that each column's heading names, and those of the lines above: all of a trade told without goods."""
    above = _above(reading, table)
    flows = [sentence for sentence in above if any(c.kind in _TRADE for c in sentence.cues)]
    nearest = flows[-1] if flows else None
    whole = TOTAL if nearest is not None and not nearest.goods else None
    for sentence in above:
        for mention in sentence.goods:
            first = whole in {None, TOTAL} and mention.good_id != TOTAL_ID
            whole = reading.text[mention.start : mention.end] if first else whole
    found: list[str | None] = []
    for start, end in table.head:
        named = [m for sentence in _sentences(reading, start, end) for m in sentence.goods]
        own = next((m for m in named if start <= m.start and m.end <= end and m.good_id != TOTAL_ID), None)
        found.append(None if own is None else reading.text[own.start : own.end])
    return found, whole


def _lanes(reading: Reading, table: Table) -> list[Lane | None]:
    """What the head of each column says of its trade, where the heads of a table say different things of it."""
    heads = [(span, _sentences(reading, *span)) for span in table.head]
    senses = [lanes.sense_of(sentences, *span) for span, sentences in heads]
    if not any(senses):
        return [None] * len(senses)
    if set(senses) >= _SENSES:
        # "Exports | Imports | Total": the total of both.
        totals = [own.says == "total" for own in table.headings]
        senses = ["trade" if total else sense for sense, total in zip(senses, totals, strict=True)]
    above = next((named for block in reversed(table.caption) if (named := _countries(reading, block))), ())
    found: list[Lane | None] = []
    for sense, (span, sentences) in zip(senses, heads, strict=True):
        named = countries_in(sentences, *span)
        found.append(None if sense is None else Lane(sense, named[0] if len(named) == 1 else None, above))
    return found


def _countries(reading: Reading, block: Block) -> tuple[str, ...]:
    return countries_in(_sentences(reading, block.start, block.end), block.start, block.end)


def _sense(reading: Reading, table: Table) -> str | None:
    """Which trade the lines above a table name ("principal export markets")."""
    return next((found for block in reversed(table.caption) if (found := _sense_of(reading, block))), None)


def _sense_of(reading: Reading, block: Block) -> str | None:
    words = (word.removesuffix("s") for word in reading.words(block.start, block.end))
    return next((word for word in words if word in _SENSES), None)


def _above(reading: Reading, table: Table) -> list[Sentence]:
    return [sentence for block in table.caption for sentence in _sentences(reading, block.start, block.end)]


def _sentences(reading: Reading, start: int, end: int) -> list[Sentence]:
    """The sentences that overlap a stretch."""
    first = bisect_right(reading.sentences, start, key=lambda sentence: sentence.start) - 1
    return list(takewhile(lambda sentence: sentence.start < end, islice(reading.sentences, max(0, first), None)))


def _time_in(reading: Reading, start: int, end: int) -> Expression | None:
    return next(iter(_times_in(reading, start, end)), None)


def _times_in(reading: Reading, start: int, end: int) -> list[Expression]:
    times = (time for sentence in _sentences(reading, start, end) for time in sentence.times)
    return [time for time in times if start <= time.start and time.end <= end]
