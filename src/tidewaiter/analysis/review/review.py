"""The review of a country's trade in some goods: by partner and product, with what stands out and what is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.cells import TOTAL, outermost
from tidewaiter.analysis.goods import codes_of_goods
from tidewaiter.analysis.known import check_codes
from tidewaiter.analysis.lanes import Lanes, last_end
from tidewaiter.analysis.printed import Printed
from tidewaiter.analysis.review.doubts import Doubt, doubts
from tidewaiter.analysis.review.facts import Facts
from tidewaiter.analysis.review.findings import KINDS, Finding, findings
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.measured import measured
from tidewaiter.analysis.review.newest import newest
from tidewaiter.analysis.review.published import Published, published
from tidewaiter.analysis.review.spans import Spans, spans
from tidewaiter.analysis.review.told import Told, told
from tidewaiter.analysis.review.track import ALL, Asked, Track, comparable, is_zero
from tidewaiter.analysis.review.window import Window, check_over
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.screening.leaves import leaves
from tidewaiter.analysis.shelf import Lane, Shelf, Wish
from tidewaiter.errors import UsageError
from tidewaiter.ledger.reach import Reach
from tidewaiter.period import Period
from tidewaiter.reference import countries, goods
from tidewaiter.reference.events import Event, events
from tidewaiter.reference.groups import Group, Product, Section

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: A partner whose largest year is below so much of the currency is named only in a list.
THRESHOLD = Decimal(10_000)
#: Digits that all countries share; a finer line is one country's own.
_SUBHEADING = 6


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


@dataclass(frozen=True)
class Review:
    """All of it; `small` are partners below the threshold.

    `silent` are partners whose books cover some of the goods in the last two years and have nothing of them, `strange`
    those whose books do not cover them: what they sent of these is not known.
    """

    country: str
    direction: str
    group: Group
    window: Window
    as_of: date | None
    currency: str
    threshold: Decimal
    partners: tuple[Partner, ...]
    small: tuple[Partner, ...]
    silent: tuple[str, ...]
    findings: tuple[Finding, ...]
    events: tuple[Event, ...]
    facts: Facts
    #: Whether its last month was asked for; else it is the last that is known of the goods.
    end_named: bool = True
    #: Files whose day of publication nobody said; see `Ledger.undated`.
    undated: frozenset[str] = frozenset()
    #: What newspapers printed of the goods, of partners of whom no book of them is loaded.
    told: tuple[Told, ...] = ()
    strange: tuple[str, ...] = ()

    def lines_of(self, product: str) -> list[Line]:
        """The lines of a product, one a partner, in the partners' order."""
        return [line for partner in self.partners for line in partner.lines if line.track.product.id == product]


def review(
    ledger: Ledger,
    *,
    country: str,
    group: Group,
    through: str | None = None,
    since: int | None = None,
    direction: str = "import",
    as_of: date | None = None,
    currency: str = "USD",
    threshold: Decimal = THRESHOLD,
    partners: Sequence[str] = (),
) -> Review:
    """Review a country's imports (or exports) of a group of goods through a month.

    Without `through` it ends with the last month known of these goods, as the partner has it whose trade in them is the
    largest. `since` is the first year, twelve years before the last by default; `as_of` leaves out what was published
    later; `partners` keeps to some of them. UsageError for a country, HS code, month or direction that does not exist,
    and where the ledger has nothing of the country at all.
    """
    countries.country(country)
    for code in partners:
        countries.country(code)
    check_codes(ledger, [code for product in group.products if not product.named for code in product.hs])
    shelf, facts = Shelf(ledger), Facts()
    window = _window(through or last_end(ledger, country=country, as_of=as_of), country, since, as_of)
    lanes = Lanes(ledger, country=country, since=window.since, as_of=as_of)
    prefixes = _prefixes_of_all(group, window, (lane.reporter for lane in lanes.of(direction)))
    reach = ledger.reach(country=country, prefixes=prefixes, as_of=as_of)
    if through is None:
        last = newest(
            ledger, country=country, group=group, direction=direction, as_of=as_of, partners=partners, reach=reach,
            prefixes=prefixes, printed=shelf.printed_about(country),
        )  # fmt: skip
        if last is not None and last != window.through:
            window = _window(min(last, f"{date.today():%Y-%m}"), country, since, as_of)
            lanes = Lanes(ledger, country=country, since=window.since, as_of=as_of)
    asked = Asked(country, window, as_of, currency)
    others = {lane: lane.reporter if lane.partner == country else lane.partner for lane in lanes.of(direction)}
    chosen = [lane for lane, other in others.items() if not partners or other in partners]
    _fetch(shelf, asked, group, chosen)
    books = _Books(reach, lanes, shelf.spanning(chosen), open_end=through is None)
    found: list[Partner] = []
    silent: list[str] = []
    strange: list[str] = []
    for lane in chosen:
        partner = _partner(facts, shelf, asked, group, lane, others[lane], books)
        if partner.lines or partner.spans.facts or _size(partner.whole):
            found.append(partner)
        else:
            (silent if partner.nothing else strange).append(partner.code)
    printed = tuple(told(facts, asked, group, _printed(shelf, asked, direction, found)))
    found = [_with_figures(partner, printed) for partner in found]
    found = _with_doubts(ledger, facts, shelf, asked, group, found)
    found.sort(key=lambda one: (one.doubted, -one.largest, -_size(one.whole), one.code))
    large = [one for one in found if one.largest >= threshold or (not one.lines and _size(one.whole) >= threshold)]
    return Review(
        country,
        direction,
        group,
        window,
        as_of,
        currency,
        threshold,
        tuple(large),
        tuple(one for one in found if one not in large),
        tuple(sorted(silent)),
        tuple(_findings([one for one in large if not one.doubted], threshold)),
        _events(country, direction, window, prefixes),
        facts,
        through is not None,
        ledger.undated,
        printed,
        tuple(sorted(strange)),
    )


def _with_figures(partner: Partner, printed: Sequence[Told]) -> Partner:
    """A partner of whom no book of the goods is loaded, with how many figures newspapers printed of just these."""
    if partner.published.booked:
        return partner
    mine = sum(partner.code in (each.exporter, each.importer) for each in printed)
    return replace(partner, published=replace(partner.published, printed=mine))


def _with_doubts(
    ledger: Ledger, facts: Facts, shelf: Shelf, asked: Asked, group: Group, found: Sequence[Partner]
) -> list[Partner]:
    """The partners, those with how much of their trade looks like a lookalike's."""
    window = asked.window
    booked = [partner for partner in found if partner.lines and partner.published.booked]
    rows = {}
    for partner in booked:
        prefixes = _prefixes(group, window, partner.lane.reporter)
        held = shelf.booked(Wish(partner.lane, prefixes, (window.since, window.year))).under(prefixes)
        rows[partner.lane] = leaves(held, through=window.through, as_of=asked.as_of, currency=asked.currency)
    every = _prefixes_of_all(group, window, (partner.lane.reporter for partner in booked))
    known = doubts(ledger, facts, asked, group, rows, every)
    return [replace(partner, doubt=known.get(partner.lane)) for partner in found]


def _printed(shelf: Shelf, asked: Asked, direction: str, found: Sequence[Partner]) -> Iterator[Printed]:
    """The published figures on the trade with partners of whom no book of the goods is loaded."""
    for partner in found:
        if partner.published.booked:
            continue
        for figure in shelf.printed(partner.lane.reporter, partner.lane.partner):
            if (figure.importer if direction == "import" else figure.exporter) == asked.country:
                yield figure


def _window(last: str | None, country: str, since: int | None, as_of: date | None) -> Window:
    """The window that ends with a month; UsageError where there is none, and where it has not come yet."""
    if last is None:
        known = f" by {as_of}" if as_of else ""
        raise UsageError(f"the ledger has no month of {country}{known}", cure="load a customs book, or name --through")
    window = Window(int(last[:4]) - 12 if since is None else since, last)
    check_over(last)
    return window


def _fetch(shelf: Shelf, asked: Asked, group: Group, chosen: Sequence[Lane]) -> None:
    """Fetch what the lines of all lanes need, together."""
    window = asked.window
    shelf.fetch_printed([asked.country])
    prefixes = _prefixes_of_all(group, window, (lane.reporter for lane in chosen))
    wanted = [each for each in (prefixes, (TOTAL,)) if each]
    shelf.fetch_ahead(Wish(lane, each, (window.since, window.year)) for each in wanted for lane in chosen)


@dataclass(frozen=True, slots=True)
class _Books:
    """Whose books are loaded, how far they reach, and their rows for years of their own.

    `open_end`: those years may end after the review does.
    """

    reach: Mapping[tuple[str, str], Reach]
    lanes: Lanes
    own_years: Mapping[Lane, Sequence[Row]]
    open_end: bool


def _partner(facts: Facts, shelf: Shelf, asked: Asked, group: Group, lane: Lane, code: str, books: _Books) -> Partner:
    window = asked.window
    prefixes = _prefixes(group, window, lane.reporter)
    wish = Wish(lane, prefixes, (window.since, window.year))
    booked = shelf.booked(wish).under(prefixes) if prefixes else []
    held = {row.hs or "" for row in booked}
    own_years = [row for row in books.own_years.get(lane, ()) if (row.hs or "").startswith(prefixes)]
    fine = any(len(hs) > _SUBHEADING for hs in held)
    printed = {figure.good for figure in shelf.printed(lane.reporter, lane.partner)}
    recent = replace(asked, window=Window(max(window.since, window.year - 1), window.through))
    sections, quiet, asked_of = [], [], []
    for section, products in _distinct(group, window, lane.reporter, fine=fine, apart=printed):
        lines = []
        for product in products:
            own = _prefixes_of(product, window, lane.reporter)
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


def _distinct(
    group: Group, window: Window, reporter: str, *, fine: bool, apart: Collection[str]
) -> list[tuple[Section, list[Product]]]:
    """The group's goods by section; those that a book has under the very same codes together, where they stand first.

    Goods `apart` are told by newspapers in words of their own.
    """
    places: dict[tuple[tuple[str, ...], ...], tuple[list[Product], int]] = {}
    found: list[tuple[Section, list[Product]]] = []
    for section in group.sections:
        products: list[Product] = []
        found.append((section, products))
        for named in section.products:
            product = named if fine else _international(named, window, reporter)
            own = _prefixes_by_year(product, window, reporter)
            if own in places and not {named.id, places[own][0][places[own][1]].id} & set(apart):
                listed, place = places[own]
                listed[place] = replace(listed[place], title=_and(listed[place].title, product.title))
                continue
            if any(own):
                places[own] = products, len(products)
            products.append(product)
    return found


def _and(title: str, more: str) -> str:
    """Titles of goods under the same codes: "Painkillers / cold medicines"."""
    return f"{title} / {more[:1].lower()}{more[1:]}"


def _international(product: Product, window: Window, reporter: str) -> Product:
    """Goods for which the reporter's tariff has a line of its own, by the international code, where a book stops there.

    Only where that code is the same in every edition of the window; it may then hold other goods too.
    """
    if not product.named:
        return product
    years = range(window.since, window.year + 1)
    national = any(code.reporter for year in years for code in goods.codes(product.id, year, reporter=reporter))
    listed = {tuple(code.code for code in goods.codes(product.id, year)) for year in years}
    if not national or len(listed) != 1 or () in listed:
        return product
    wide = tuple(code.code for code in goods.codes(product.id, window.year) if code.wide)
    return Product(product.id, product.title, listed.pop(), wide)


def _prefixes_of_all(group: Group, window: Window, reporters: Iterable[str]) -> tuple[str, ...]:
    """The codes of a group in the books of several reporters."""
    return outermost(prefix for one in dict.fromkeys(reporters) for prefix in _prefixes(group, window, one))


def _prefixes(group: Group, window: Window, reporter: str) -> tuple[str, ...]:
    # A country's own line lies within the international one, which a coarser book has in its place.
    codes = (code for product in group.products for code in _prefixes_of(product, window, reporter))
    return outermost(code[:_SUBHEADING] for code in codes)


def _prefixes_by_year(product: Product, window: Window, reporter: str) -> tuple[tuple[str, ...], ...]:
    """The codes of a product, year by year."""
    if not product.named:
        return (product.hs,)
    years = range(window.since, window.year + 1)
    return tuple(codes_of_goods(product.hs, year, reporter=reporter).prefixes for year in years)


def _prefixes_of(product: Product, window: Window, reporter: str) -> tuple[str, ...]:
    """The codes of a product in any edition of the window."""
    if not product.named:
        return product.hs
    years = range(window.since, window.year + 1)
    return outermost(code for year in years for code in codes_of_goods(product.hs, year, reporter=reporter).prefixes)


def _size(line: Line) -> Decimal:
    """The largest figure that is known whole: fish alone say nothing of all goods."""
    known = [fact.value for fact in (line.now, *line.years.values()) if fact is not None and comparable(fact)]
    return max(known, default=Decimal(0))


def _findings(partners: Sequence[Partner], threshold: Decimal) -> Iterator[Finding]:
    found = [
        finding
        for partner in partners
        for line in partner.lines
        for finding in findings(line, whole=partner.whole, threshold=threshold)
    ]
    told = [one for one in found if not any(_says_it_better(other, one) for other in found)]
    yield from sorted(told, key=lambda one: (KINDS.index(one.kind), -one.weight))


def _says_it_better(other: Finding, one: Finding) -> bool:
    """Whether the same is found of the same partner's goods of which a line of shared codes is the better part."""
    if other.kind != one.kind or not one.line.wide or other.line.wide or other.line.track.lane != one.line.track.lane:
        return False
    window, reporter = one.line.track.window, one.line.track.lane.reporter
    if one.weight < other.weight / 2:
        return False
    whole = _prefixes_of(other.line.track.product, window, reporter)
    return all(code.startswith(whole) for code in _prefixes_of(one.line.track.product, window, reporter))


def _events(country: str, direction: str, window: Window, prefixes: Sequence[str]) -> tuple[Event, ...]:
    """What happened in the last years, and the measures that took hold of the goods in them, by date."""
    since, until = date(max(window.since, window.year - 2), 1, 1), Period.parse(window.through).last_day
    found = (
        *events(country, since=since, until=until),
        *measured(country, direction, prefixes, since=since, until=until),
    )
    return tuple(sorted(found, key=lambda event: event.period.last_day))
