"""A partner in a review: what its book has of the goods, what it books by years of its own, how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tidewaiter.analysis.lanes import Lanes
from tidewaiter.analysis.review import codes
from tidewaiter.analysis.review.doubts import Doubt
from tidewaiter.analysis.review.facts import Facts
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.published import Published, published
from tidewaiter.analysis.review.spans import Spans, spans
from tidewaiter.analysis.review.track import ALL, Asked, Track, is_zero
from tidewaiter.analysis.review.window import Window
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.shelf import Lane, Shelf, Wish
from tidewaiter.ledger.reach import Reach
from tidewaiter.reference.groups import Group, Section


@dataclass(frozen=True)
class Partner:
    """One partner's trade: all goods, and the lines of the goods reviewed that its book has anything of.

    `quiet` are goods of which the book has no row in the whole window (whether that is nothing, its coverage says),
    over the last two years; `spans` what it books by years of its own. `reaches`: its figures of the goods are known
    through the end.
    """

    code: str
    lane: Lane
    whole: Line
    sections: tuple[tuple[Section, tuple[Line, ...]], ...]
    quiet: tuple[Line, ...]
    published: Published
    spans: Spans
    reaches: bool
    doubt: Doubt | None = None
    #: How its book values these goods (FOB, CIF), and by which editions of the HS it counts them.
    valuations: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()

    @property
    def doubted(self) -> bool:
        """Whether most of its trade in the goods looks like that of a country which is taken for this one."""
        return self.doubt is not None and self.doubt.most

    @property
    def nothing(self) -> bool:
        """Whether its book is known to have nothing of some of the goods in the last year or the one so far."""
        # Of goods that no book has the codes of, nothing needs to be asked.
        return self.published.booked and any(is_zero(fact) for line in self.quiet for fact in (line.now, line.year))

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in order."""
        return tuple(line for _, lines in self.sections for line in lines)

    @property
    def largest(self) -> Decimal:
        """The largest figure of any line in a year."""
        known = [line.largest.value for line in self.lines if line.largest is not None]
        return max([*known, *(fact.value for fact in self.spans.facts)], default=Decimal(0))


@dataclass(frozen=True, slots=True)
class Books:
    """Whose books are loaded, how far they reach, and their rows for years of their own.

    `open_end`: those years may end after the review does.
    """

    reach: Mapping[tuple[str, str], Reach]
    lanes: Lanes
    own_years: Mapping[Lane, Sequence[Row]]
    open_end: bool


def partner(facts: Facts, shelf: Shelf, asked: Asked, group: Group, lane: Lane, code: str, books: Books) -> Partner:
    """One partner's trade in the goods of a group, `lane` as its books have it; `code` is who the partner is."""
    window = asked.window
    prefixes = codes.of_group(group, window, lane.reporter)
    wish = Wish(lane, prefixes, (window.since, window.year))
    booked = shelf.booked(wish).under(prefixes) if prefixes else []
    held = {row.hs or "" for row in booked}
    own_years = [row for row in books.own_years.get(lane, ()) if (row.hs or "").startswith(prefixes)]
    fine = any(len(hs) > codes.SUBHEADING for hs in held)
    printed = {figure.good for figure in shelf.printed(lane.reporter, lane.partner)}
    recent = replace(asked, window=Window(max(window.since, window.year - 1), window.through))
    sections, quiet, asked_of = [], [], []
    for section, products in codes.distinct(group, window, lane.reporter, fine=fine, apart=printed):
        lines = []
        for product in products:
            own = codes.of_product(product, window, lane.reporter)
            if own:
                asked_of.append(product)
            line = Line(Track(facts, shelf, asked, lane, product))
            if (product.id in printed or any(hs.startswith(own) for hs in held)) and line.known:
                lines.append(line)
            elif own:
                quiet.append(Line(Track(facts, shelf, recent, lane, product)))
        if lines:
            sections.append((section, tuple(lines)))
    known = [*(line for _, lines in sections for line in lines), *quiet]
    return Partner(
        code,
        lane,
        Line(Track(facts, shelf, asked, lane, ALL)),
        tuple(sections),
        tuple(quiet),
        published(
            shelf,
            lane,
            window,
            asked.as_of,
            reach=books.reach.get((lane.reporter, lane.flow), Reach()),
            products=asked_of,
            sources=books.lanes.sources(lane),
            open_end=books.open_end,
        ),
        spans(facts, shelf, asked, lane, group, books.own_years.get(lane, ()), open_end=books.open_end),
        reaches=any(line.month is not None and line.month.scope != "least" for line in known),
        valuations=tuple(sorted({row.valuation for row in (*booked, *own_years) if row.valuation})),
        editions=tuple(sorted({row.edition for row in (*booked, *own_years) if row.edition})),
    )
