"""The table of a review's coverage: which books it rests on, what they cover, and which months they miss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidewaiter.analysis.review.partner import Partner
from tidewaiter.analysis.review.published import Published, Reached
from tidewaiter.analysis.review.review import Review
from tidewaiter.briefing.report import books
from tidewaiter.briefing.report.content import Column, Table, Term, Text, When, Words, listed
from tidewaiter.briefing.review.tables import heading
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import joined

#: Goods that are named of a book which has only some.
_NAMED = 4


def coverage_table(review: Review) -> Table:
    """Which partner's book has these goods, and for when: nothing imported and nothing published never look alike."""
    columns = tuple(
        Column(heading(words))
        for words in (
            "Partner",
            "Book",
            "These goods",
            "First month",
            "Last month",
            "Months missing",
            "Yearly figures",
        )
    )
    rows = tuple(tuple(_coverage(partner)) for partner in (*review.partners, *review.small))
    return Table("coverage", heading("What has been published of these goods, and loaded"), columns, rows)


def _coverage(partner: Partner) -> Iterator[Text]:
    known = partner.published
    yield heading(country(partner.code))
    yield _book(partner)
    yield _these_goods(known)
    yield () if known.first is None else (When(known.first),)
    yield () if known.last is None else (When(known.last),)
    yield _missing(known.missing) if known.first else ()
    years = [*_runs(known.years), *_own_years(known.stretches)]
    yield listed([When(year) for year in years]) if years else ()


def _book(partner: Partner) -> Text:
    """Whose book it is, how it values the trade, and by which editions of the HS it counts it."""
    known = partner.published
    if known.sources:
        kept = [words for words in (" and ".join(partner.valuations), joined(partner.editions)) if words]
        return (*_names(known.sources), Term(f" ({'; '.join(kept)})" if kept else ""))
    if known.others:
        return (*_names(known.others), Words(", of other goods"))
    return heading("newspapers’ figures only" if known.printed else "none")


def _names(sources: Sequence[str]) -> Text:
    return listed([Term(books.name(source)) for source in sources])


def _these_goods(known: Published) -> Text:
    """What of the goods a book has: a file of fish looks like no book of medicines."""
    if known.every:
        return heading("all")
    if not known.reached:
        return heading("none, but for newspapers’ figures" if known.printed else "none")
    names = [Term(_in_a_list(each)) for each in known.reached[:_NAMED]]
    more = [Words("others")] if len(known.reached) > _NAMED else []
    return (Words("some: "), *listed([*names, *more]))


def _in_a_list(goods: Reached) -> str:
    title = goods.title if goods.title.startswith("HS ") else goods.title[:1].lower() + goods.title[1:]
    return f"{title} (in part)" if goods.partly else title


def _own_years(stretches: Sequence[str]) -> list[str]:
    """Years of a publisher's own that follow one another, drawn together: April 2017 to March 2021."""
    runs: list[list[str]] = []
    for stretch in stretches:
        first, _, last = stretch.partition("/")
        if runs and _next(runs[-1][1]) == first:
            runs[-1][1] = last
        else:
            runs.append([first, last])
    return [f"{first}/{last}" for first, last in runs]


def _missing(months: Sequence[str]) -> Text:
    if not months:
        return heading("none")
    return listed([When(run) for run in _runs(months)])


def _runs(periods: Sequence[str]) -> list[str]:
    """Neighbouring months or years drawn together, in ISO 8601."""
    runs: list[list[str]] = []
    for period in periods:
        if runs and _next(runs[-1][1]) == period:
            runs[-1][1] = period
        else:
            runs.append([period, period])
    return [first if first == last else f"{first}/{last}" for first, last in runs]


def _next(period: str) -> str:
    if len(period) == 4:
        return f"{int(period) + 1:04d}"
    year, month = int(period[:4]), int(period[5:])
    return f"{year + 1:04d}-01" if month == 12 else f"{year:04d}-{month + 1:02d}"
