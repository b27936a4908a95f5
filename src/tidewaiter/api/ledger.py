"""The ledger as the Python interface gives it: load, ask, list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.api.holdings import Holdings
from tidewaiter.api.series import TradeSeries
from tidewaiter.errors import UsageError
from tidewaiter.settings import user_ledger

if TYPE_CHECKING:
    from tidewaiter.analysis.audit.finding import Finding
    from tidewaiter.api.review import MonthNews, TradeReview, TradeScreening
    from tidewaiter.documents.document import Document
    from tidewaiter.ledger.report import LoadReport


class Ledger(Holdings):
    """A folder of trade flows, and the embedded book of published figures beside it."""

    def load(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        source: str | None = None,
        release: date | None = None,
        direction: str | None = None,
        headings: str | None = None,
        edition: str | None = None,
        card: str | Path | None = None,
    ) -> LoadReport:
        """Add customs files as a release. Loading the same bytes again changes nothing.

        `source` is a card's id, found from the file where it is not given; `release` the day it was published;
        `direction` (`export` or `import`) for files that do not say it; `headings` one of the card's lists, for a file
        that has lost its heading line; `edition` (`HS2017`) for files that do not say whose codes they use; `card` a
        YAML file of your own, for a publisher that has no card here. SourceError where a file cannot be read,
        LedgerError where the folder cannot be written; then nothing was changed.
        """
        from tidewaiter.sources.own import own_card

        files = [paths] if isinstance(paths, str | Path) else list(paths)
        return self.store.load(
            [Path(file) for file in files],
            source=source,
            release=release,
            direction=direction,
            headings=headings,
            edition=edition,
            card=None if card is None else own_card(Path(card)),
        )

    def series(
        self,
        *,
        reporter: str,
        partner: str,
        flow: str,
        start: str,
        end: str,
        hs: str | Sequence[str] = (),
        freq: str = "M",
        as_of: date | None = None,
        source: str | None = None,
        currency: str = "USD",
        rates: str | None = None,
    ) -> TradeSeries:
        """One flow over time: `reporter` and `partner` in ISO 3166 alpha-3, `flow` export or import.

        `hs` are codes or their beginnings, or an id of goods; none is all goods. `start` and `end` are months
        (`2019-01`), or years with `freq="A"`, or with `freq="O"` the time in which a book's fiscal years lie. Without a
        `source` (a card's id) the one that covers most of the time is taken. Values are those that the book has in
        `currency` (ISO 4217); with `rates`, a table of rates of the ledger (`load_rates`), those that it has in another
        one are converted, and say how. UsageError for a country, flow, code, period, currency or table that does not
        exist.
        """
        from tidewaiter.analysis.convert import converted
        from tidewaiter.analysis.series import Series, series
        from tidewaiter.ledger.rates import table

        _check_currency(currency)
        named = None if rates is None else table(self.path, rates)

        def ask(money: str, of: str | None) -> Series:
            return series(
                self.store,
                reporter=reporter,
                partner=partner,
                flow=flow,
                hs=hs or "TOTAL",
                start=start,
                end=end,
                freq=freq,
                as_of=as_of,
                source=of,
                currency=money,
            )

        found = ask(currency, source)
        return TradeSeries(found if named is None else converted(self.store, found, named, source=source, ask=ask))

    def audit(
        self,
        *,
        partner: str,
        reporter: str | Sequence[str] = (),
        hs: str | Sequence[str] = (),
        since: str | None = None,
        through: str | None = None,
        as_of: date | None = None,
        checks: Sequence[str] = (),
        least: float = 0.5,
    ) -> list[Finding]:
        """What is unlikely in the books about trade with a country, the gravest first; no row is taken away.

        `reporter`, `hs` (codes or their beginnings), `since` and `through` (months or years, both inclusive) narrow it
        down. `checks` are the ids of some checks, all where none is named; `least` is the score from which a finding is
        listed. Each finding has `score`, `reason`, `rows` and `to_record()`. UsageError for a country, code, period or
        check that does not exist.
        """
        from tidewaiter.analysis.audit.audit import audit
        from tidewaiter.analysis.audit.scope import scope

        asked = scope(partner=partner, reporter=reporter, hs=hs, since=since, through=through, as_of=as_of)
        return audit(self.store, asked, checks=checks, least=least)

    def review(
        self,
        *,
        country: str,
        goods: str = "covid-supplies",
        through: str | None = None,
        since: int | None = None,
        direction: str = "import",
        as_of: date | None = None,
        currency: str = "USD",
        threshold: int = 10_000,
        partners: Sequence[str] = (),
    ) -> TradeReview:
        """Review a country's imports (or exports) of some goods through a month: by partner, product and period.

        `goods` is a group that comes with the package, an id of goods, HS codes with commas between them, or the path
        of a YAML file of your own. `through` is the last month (`2022-04`; the last known of the goods by default),
        `since` the first year. Partners whose largest year is below the `threshold` are only named. UsageError for a
        country, group, month or currency that does not exist, and where the ledger has nothing of the country. Books in
        another currency are left out, and named (`review.left_out`).
        """
        from decimal import Decimal

        from tidewaiter.analysis.review.review import review
        from tidewaiter.api.review import TradeReview
        from tidewaiter.reference.groups import group

        _check_currency(currency)
        return TradeReview(
            review(
                self.store,
                country=country,
                group=group(goods),
                through=through,
                since=since,
                direction=direction,
                as_of=as_of,
                currency=currency,
                threshold=Decimal(threshold),
                partners=tuple(partners),
            )
        )

    def screen(
        self,
        *,
        country: str,
        through: str | None = None,
        since: int | None = None,
        regimes: Sequence[str] = (),
        as_of: date | None = None,
        currency: str = "USD",
    ) -> TradeScreening:
        """Hold a country's trade, both ways, against the measures on it: what falls under which paragraph.

        From `since` (five years before) through a month (the newest known); `regimes` such as UN and EU, all where none
        is named. UsageError for an unknown country, regime or currency, and where no measure or no trade is recorded.
        Books in another currency are left out, and named (`screening.left_out`).
        """
        from tidewaiter.analysis.screening.screen import screen
        from tidewaiter.api.review import TradeScreening

        _check_currency(currency)
        return TradeScreening(
            screen(
                self.store,
                country=country,
                through=through,
                since=since,
                regimes=tuple(regimes),
                as_of=as_of,
                currency=currency,
            )
        )

    def news(
        self,
        *,
        country: str,
        month: str | None = None,
        as_of: date | None = None,
        threshold: int = 10_000,
        documents: Sequence[Document] = (),
        currency: str = "USD",
    ) -> MonthNews:
        """What a month (the newest known) brought: new and stopped goods, the largest moves, revisions, measures.

        `documents` are earlier articles: their figures are checked as of the day before the newest release and now, and
        those that came to another outcome are told. UsageError where the ledger has no month of the country. Books in
        another currency are left out, and named (`news.left_out`).
        """
        from decimal import Decimal

        from tidewaiter.analysis.news.news import news
        from tidewaiter.api import check
        from tidewaiter.api.review import MonthNews

        _check_currency(currency)
        found = news(
            self.store, country=country, month=month, as_of=as_of, threshold=Decimal(threshold), currency=currency
        )
        listed = list(documents)
        if not listed or found.revised is None:
            newest = self._newest_release(country, as_of) if listed else None
        else:
            newest = found.revised.second
        if newest is None:
            return MonthNews(found)
        eve = date.fromordinal(newest.toordinal() - 1)
        return MonthNews(
            found, before=check(listed, ledger=self, as_of=eve), now=check(listed, ledger=self, as_of=as_of)
        )

    def _newest_release(self, country: str, as_of: date | None) -> date | None:
        """The day of the newest release of a customs book that speaks of a country."""
        found = self._records(
            "SELECT max(f.released_on) AS day FROM flows AS f WHERE f.qualifier IS NULL AND (f.partner = ? OR "
            "f.reporter = ?) AND (CAST(? AS DATE) IS NULL OR f.released_on <= ?)",
            [country, country, as_of, as_of],
        )
        day = found[0]["day"]
        return day if isinstance(day, date) else None

    def __repr__(self) -> str:
        return f"Ledger({self.describe()})"


def open_ledger(
    path: str | Path | None = None, *, embedded: bool = True, engine: str = "duckdb", store: str | None = None
) -> Ledger:
    """The ledger in a folder; None for your own where you have loaded one, else the embedded book alone.

    `engine` is what answers: `duckdb`, or a master of Apache Spark such as `spark://host:7077` (extra `spark`); `store`
    is where that finds the ledger's files, if not under the folder's own path. UsageError for an engine there is not.
    """
    from tidewaiter.ledger.store import open_ledger as open_store

    if path is None and (own := user_ledger()).is_dir():
        path = own
    return Ledger(open_store(path, embedded=embedded, engine=engine, store=store))


def embedded_ledger() -> Ledger:
    """Only the book that comes with the package, whatever else is loaded."""
    from tidewaiter.ledger.store import open_ledger as open_store

    return Ledger(open_store(None))


def _check_currency(code: str) -> None:
    from tidewaiter.reference.units import currencies

    if code not in currencies():
        raise UsageError(f"no such currency: {code!r}", cure="write ISO 4217: EUR")
