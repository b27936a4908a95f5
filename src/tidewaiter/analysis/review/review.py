"""The review of a country's trade in some goods: by partner and product, with what stands out and what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.cells import TOTAL
from tidewaiter.analysis.known import check_codes
from tidewaiter.analysis.lanes import Lanes, last_end
from tidewaiter.analysis.left_out import LeftOut, left_out
from tidewaiter.analysis.printed import Printed
from tidewaiter.analysis.review import codes
from tidewaiter.analysis.review.doubts import doubts
from tidewaiter.analysis.review.facts import Facts
from tidewaiter.analysis.review.findings import KINDS, Finding, findings
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.measured import measured
from tidewaiter.analysis.review.newest import newest
from tidewaiter.analysis.review.partner import Books, Partner
from tidewaiter.analysis.review.partner import partner as partner_of
from tidewaiter.analysis.review.told import Told, told
from tidewaiter.analysis.review.track import Asked, comparable
from tidewaiter.analysis.review.window import Window, check_over
from tidewaiter.analysis.screening.leaves import leaves
from tidewaiter.analysis.shelf import Lane, Shelf, Wish
from tidewaiter.errors import UsageError
from tidewaiter.period import Period
from tidewaiter.reference import countries
from tidewaiter.reference.events import Event, events
from tidewaiter.reference.groups import Group

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: A partner whose largest year is below so much of the currency is named only in a list.
THRESHOLD = Decimal(10_000)


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
    #: Whose books have some of the goods, or all goods, in another currency alone.
    left_out: tuple[LeftOut, ...] = ()

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
    for code in (country, *partners):
        countries.country(code)
    check_codes(ledger, [code for product in group.products if not product.named for code in product.hs])
    shelf, facts = Shelf(ledger), Facts()
    ends = last_end(ledger, country=country, as_of=as_of) if through is None else through
    window = _window(ends, country, since, as_of)
    lanes = Lanes(ledger, country=country, since=window.since, as_of=as_of)
    prefixes = codes.of_all(group, window, (lane.reporter for lane in lanes.of(direction)))
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
    books = Books(reach, lanes, shelf.spanning(chosen), open_end=through is None)
    foreign, without = _foreign(shelf, asked, group, chosen, books)
    found, silent, strange = _partners(facts, shelf, asked, group, {lane: others[lane] for lane in chosen}, books)
    printed = tuple(told(facts, asked, group, _printed(shelf, asked, direction, found)))
    found = [_with_figures(partner, printed) for partner in found]
    found = _with_doubts(ledger, facts, shelf, asked, group, found)
    found.sort(key=lambda one: (one.doubted, -one.largest, -_size(one.whole), one.code))
    large = [one for one in found if one.largest >= threshold or (not one.lines and _size(one.whole) >= threshold)]
    small = [one for one in found if one not in large]
    return Review(
        country,
        direction,
        group,
        window,
        as_of,
        currency,
        threshold,
        tuple(large),
        tuple(small),
        tuple(sorted(silent)),
        tuple(_findings([one for one in large if not one.doubted], threshold)),
        _events(country, direction, window, prefixes),
        facts,
        through is not None,
        ledger.undated,
        printed,
        tuple(sorted(set(strange) - {others[lane] for lane in foreign})),
        without,
    )


def _partners(
    facts: Facts, shelf: Shelf, asked: Asked, group: Group, others: Mapping[Lane, str], books: Books
) -> tuple[list[Partner], list[str], list[str]]:
    """The partners of whom something is known, the codes of those who have none of the goods, and of all others."""
    found: list[Partner] = []
    silent: list[str] = []
    strange: list[str] = []
    for lane, other in others.items():
        partner = partner_of(facts, shelf, asked, group, lane, other, books)
        if partner.lines or partner.spans.facts or _size(partner.whole):
            found.append(partner)
        else:
            (silent if partner.nothing else strange).append(partner.code)
    return found, silent, strange


def _foreign(
    shelf: Shelf, asked: Asked, group: Group, chosen: Sequence[Lane], books: Books
) -> tuple[list[Lane], tuple[LeftOut, ...]]:
    """The lanes whose books have some of the goods in another currency alone, and whose books are left out at all."""
    window, named, every = asked.window, [], []
    last = window.through if not books.open_end else f"{window.year + 1}-12"
    for lane in chosen:
        prefixes = codes.of_group(group, window, lane.reporter)
        years = (window.since, window.year)
        goods = list(shelf.booked(Wish(lane, prefixes, years)).under(prefixes)) if prefixes else []
        goods += [row for row in books.own_years.get(lane, ()) if (row.hs or "").startswith(prefixes)]
        if left_out(goods, currency=asked.currency, through=last, as_of=asked.as_of):
            named.append(lane)
        every += [*goods, *shelf.booked(Wish(lane, (TOTAL,), years)).under((TOTAL,))]
    return named, left_out(every, currency=asked.currency, through=last, as_of=asked.as_of)


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
        prefixes = codes.of_group(group, window, partner.lane.reporter)
        held = shelf.booked(Wish(partner.lane, prefixes, (window.since, window.year))).under(prefixes)
        rows[partner.lane] = leaves(held, through=window.through, as_of=asked.as_of, currency=asked.currency)
    every = codes.of_all(group, window, (partner.lane.reporter for partner in booked))
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
    window = Window.ending(last, since=since, years=12)
    check_over(last)
    return window


def _fetch(shelf: Shelf, asked: Asked, group: Group, chosen: Sequence[Lane]) -> None:
    """Fetch what the lines of all lanes need, together."""
    window = asked.window
    shelf.fetch_printed([asked.country])
    prefixes = codes.of_all(group, window, (lane.reporter for lane in chosen))
    wanted = [each for each in (prefixes, (TOTAL,)) if each]
    shelf.fetch_ahead(Wish(lane, each, (window.since, window.year)) for each in wanted for lane in chosen)


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
    whole = codes.of_product(other.line.track.product, window, reporter)
    return all(code.startswith(whole) for code in codes.of_product(one.line.track.product, window, reporter))


def _events(country: str, direction: str, window: Window, prefixes: Sequence[str]) -> tuple[Event, ...]:
    """What happened in the last years, and the measures that took hold of the goods in them, by date."""
    since, until = date(max(window.since, window.year - 2), 1, 1), Period.parse(window.through).last_day
    found = (
        *events(country, since=since, until=until),
        *measured(country, direction, prefixes, since=since, until=until),
    )
    return tuple(sorted(found, key=lambda event: event.period.last_day))
