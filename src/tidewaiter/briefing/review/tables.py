"""The tables of a review: all goods by partner, the goods by section, publishers' own years, coverage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.partner import Partner
from tidewaiter.analysis.review.review import Review
from tidewaiter.analysis.review.window import Window
from tidewaiter.briefing.report.content import Column, Number, Table, Term, Text, When, Words, listed, text
from tidewaiter.briefing.review.sentences import goods_of
from tidewaiter.reference.groups import Section
from tidewaiter.verdicts.phrases import country

#: Full years shown beside the year so far, of all goods and of each line.
_YEARS, _LINE_YEARS = 5, 5


def cell(fact: Fact | None, form: str = "amount") -> Text:
    """A figure, or nothing where nothing is known."""
    return () if fact is None else (Number(fact, form),)


def heading(words: str) -> Text:
    """A heading of words alone."""
    return (Words(words),)


def _figures(period: str) -> Column:
    """A column of the figures of a time."""
    return Column((When(period),), numeric=True, figure=True)


def gaps_note() -> Text:
    """What a dash in a column of figures says, and what a 0."""
    return text("– is not known; nothing at all, in a book that would have it, is printed as zero.")


def whole_table(review: Review) -> Table | None:
    """All goods by partner: the last full years, the year so far and its change."""
    window = review.window
    lines = [partner.whole for partner in review.partners if partner.whole.whole]
    years = window.years[-_YEARS:]
    if not lines:
        return None
    columns = [Column(heading("Partner")), *(_figures(str(year)) for year in years)]
    if not window.whole_year:
        columns += [
            _figures(window.so_far(window.year - 1)),
            _figures(window.so_far(window.year)),
        ]
    columns.append(Column(heading("Change on year"), numeric=True))
    rows = []
    for partner in review.partners:
        line = partner.whole
        if not line.whole:
            continue
        cells = [heading(country(partner.code)), *(cell(line.years.get(year)) for year in years)]
        if not window.whole_year:
            cells += [cell(line.before), cell(line.now)]
        cells.append(cell(line.change, "signed"))
        rows.append(tuple(cells))
    return _trimmed(Table("all-goods", heading("All goods by partner"), tuple(columns), tuple(rows)))


def section_table(review: Review, section: Section) -> Table | None:
    """One section's goods, each partner that booked any in a row of its own."""
    window = review.window
    lines = [
        (partner, line)
        for product in section.products
        for partner in review.partners
        for line in partner.lines
        if line.track.product.id == product.id
        and (_shows(line) or _latest(line))
        and (line.whole or partner.published.booked)
    ]
    if not lines:
        return None
    so_far = () if window.whole_year else (_figures(window.so_far(window.year - 1)),)
    # One kind of goods alone stands in the caption, and not in every row.
    alone = len({line.track.product.id for _, line in lines}) == 1 and len(lines) > 1
    columns = (
        *(() if alone else (Column(heading("Goods")),)),
        Column(heading("Partner")),
        *(_figures(str(year)) for year in _full_years(window)),
        Column(heading("Last year with any"), numeric=True),
        *so_far,
        *(() if window.whole_year else (_figures(window.so_far(window.year)),)),
        Column(heading("Change on year"), numeric=True),
        Column(heading("Place among the years" if window.whole_year else "Place among the same months"), numeric=True),
        Column(heading("Quantity"), numeric=True),
        Column(heading("Unit value"), numeric=True),
    )
    rows = [tuple(_cells(partner, line))[1 if alone else 0 :] for partner, line in lines]
    ident = "goods-" + "-".join(section.title.lower().split())
    mark = " *" if any(line.wide for _, line in lines) else ""
    caption = text("{goods}{mark}, by partner", goods=lines[0][1].title, mark=mark) if alone else None
    return _trimmed(Table(ident, caption or heading("By product and partner"), columns, tuple(rows)))


def _full_years(window: Window) -> tuple[int, ...]:
    return window.years[-_LINE_YEARS:]


def years_table(line: Line) -> Table | None:
    """Every full year of a line, and the same months of each; None where fewer than two are known."""
    window = line.track.window
    if len(line.years) < 2:
        return None
    columns = [Column(heading("Year")), Column(heading("Whole year"), numeric=True, figure=True)]
    columns += [Column(heading(words), numeric=True) for words in ("Change on year", "Quantity")]
    if not window.whole_year:
        columns.append(Column(text("{when}", when=Term(_months_alone(window))), numeric=True, figure=True))
    rows = []
    first = min(line.years)
    for year in reversed(range(first, window.year + 1)):
        fact = line.years.get(year)
        quantity = line.track.year(year, quantity=True) if fact is not None and fact.value else None
        reviewed_whole = year < window.year or window.whole_year
        whole = cell(fact) if reviewed_whole else heading("in part")
        cells = [(When(str(year)),), whole, cell(line.changes.get(year), "signed")]
        cells.append(cell(quantity if quantity is not None and quantity.value else None))
        if not window.whole_year:
            cells.append(cell(line.track.so_far(year)))
        rows.append(tuple(cells))
    ident = f"years-{line.track.product.id}-{line.partner}".lower().replace("_", "-")
    return _trimmed(Table(ident, text("{goods}", goods=goods_of(line)), tuple(columns), tuple(rows)))


def _months_alone(window: Window) -> str:
    """The months of the year so far, without a year."""
    return When(window.so_far(window.year)).text.replace(str(window.year), "").strip()


def _trimmed(table: Table) -> Table:
    """The table without the columns of which nothing is known in any row, but for times after one that is known."""
    known = [place for place in range(len(table.columns)) if any(row[place] for row in table.rows)]
    first = next((place for place in known if table.columns[place].figure), len(table.columns))
    kept = [place for place, column in enumerate(table.columns) if place in known or (column.figure and place > first)]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def _shows(line: Line) -> bool:
    """Whether any of the figures that a table shows is more than nothing."""
    shown = (*(line.years.get(year) for year in _full_years(line.track.window)), line.before, line.now)
    return any(fact.value for fact in shown if fact is not None)


def _latest(line: Line) -> Fact | None:
    """The last full year of which anything is known that is more than nothing."""
    return next((fact for fact in reversed(line.years.values()) if fact.value), None)


def _cells(partner: Partner, line: Line) -> Iterator[Text]:
    mark = " *" if line.wide else ""
    yield text("{goods}{mark}", goods=line.title, mark=mark)
    yield heading(country(partner.code) + (" †" if partner.doubted else ""))
    yield from (cell(line.years.get(year)) for year in _full_years(line.track.window))
    latest = None if _shows(line) else _latest(line)
    yield () if latest is None else text("{value} in {year}", value=Number(latest), year=When(latest.subject.period))
    if not line.track.window.whole_year:
        yield cell(line.before)
        yield cell(line.now)
    yield cell(line.change, "signed")
    rank, among = line.rank, line.among(itself=True)
    if rank is None or among is None:
        yield ()
    else:
        yield text("{rank} of {among}", rank=Number(rank, "place"), among=Number(among, "bare"))
    quantity = line.quantity
    yield cell(quantity if quantity is not None and quantity.value else None)
    yield (*cell(line.unit_value), Words(" ?")) if line.misweighed else cell(line.unit_value)


def misweighed_note(lines: Sequence[Line]) -> Text | None:
    """What the question mark behind a unit value says."""
    if not any(line.misweighed for line in lines):
        return None
    return text("? No goods cost so little by weight: the weight or the value is likely misbooked; shown as booked.")


def wide_note(lines: Sequence[Line]) -> Text | None:
    """What the star in a table says: which codes hold other goods as well."""
    return _wide_note({line.title: line.wide for line in lines if line.wide})


def spans_note(partner: Partner) -> Text | None:
    """The same of a table of a publisher's own years."""
    return _wide_note(partner.spans.wide)


def _wide_note(found: Mapping[str, Sequence[str]]) -> Text | None:
    if not found:
        return None
    each = [
        text("{goods} ({codes})", goods=goods, codes=listed([Term(code) for code in codes]))
        for goods, codes in found.items()
    ]
    return text("* Under these codes other goods are booked too, of which the figure may be in part: {each}.",
                each=listed(each))  # fmt: skip


def spans_table(partner: Partner) -> Table | None:
    """What a partner books by years of its own."""
    spans = partner.spans
    if not spans.lines:
        return None
    columns = (Column(heading("Goods")), *(_figures(period) for period in spans.periods))
    rows = tuple(
        (
            heading(product.title + (" *" if product.title in spans.wide else "")),
            *(cell(by_period.get(period)) for period in spans.periods),
        )
        for product, by_period in spans.lines
    )
    caption = text("{partner}, by its own years", partner=country(partner.code))
    return Table(f"own-years-{partner.code.lower()}", caption, columns, rows)
