"""Every question that the program puts to a ledger, by name: one list, whoever answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tidewaiter.analysis import rows as book
from tidewaiter.analysis.answers import Desk
from tidewaiter.analysis.audit.audit import CHECKS
from tidewaiter.analysis.audit.scope import scope
from tidewaiter.analysis.evidence import Question
from tidewaiter.analysis.series import series
from tidewaiter.analysis.shelf import Lane, Shelf
from tidewaiter.api.ledger import Ledger as Api
from tidewaiter.errors import UsageError
from tidewaiter.ledger.changes import changes
from tidewaiter.ledger.store import Ledger
from tidewaiter.period import Period

Ask = Callable[[Ledger], Any]
EARLY = date(2023, 3, 1)


def sql(statement: str) -> Ask:
    """A statement of a user's own, its rows in order."""

    def ask(ledger: Ledger) -> Any:
        cursor = ledger.connect().execute(statement)
        return [column[0] for column in cursor.description], cursor.fetchall()

    return ask


def over(hs: str | Sequence[str], **more: Any) -> Ask:
    """A series: China's exports to North Korea, 2020 to 2022, unless it is said otherwise."""
    asked = {"reporter": "CHN", "partner": "PRK", "flow": "export", "start": "2020-01", "end": "2022-12", **more}
    return lambda ledger: series(ledger, hs=hs, **asked)


def _cut(reporters: str, partners: str, *prefixes: str) -> book.Cut:
    """A cut of exports in two years."""
    return book.Cut(frozenset(reporters.split()), frozenset(partners.split()), "export", prefixes, (2021, 2022))


def refused(ask: Ask) -> Ask:
    """What the program says of a question that makes no sense; it looks into the ledger for what was meant."""

    def told(ledger: Ledger) -> str:
        try:
            ask(ledger)
        except UsageError as error:
            return str(error)
        return ""

    return told


def evidence(period: str, unit: str = "USD", **more: Any) -> Ask:
    """What customs books, and newspapers, say of a figure."""
    question = Question("CHN", "PRK", Period.parse(period), unit, **more)

    return lambda ledger: Desk(ledger).evidence(question)


def check(name: str, partner: str = "PRK", **more: Any) -> Ask:
    """One check of the audit, scores and reasons and rows."""
    asked = scope(partner=partner, **more)
    return lambda ledger: sorted((f.to_record() for f in CHECKS[name](ledger, asked)), key=str)


def covered(ledger: Ledger) -> Any:
    """Whether a missing row would be zero trade, for each of several reporters, codes and months."""
    return [
        ledger.covers(reporter=reporter, partner="PRK", flow="export", hs=hs, period=period, as_of=as_of)
        for reporter in ("CHN", "RUS")
        for hs in ("300490", "30", "TOTAL")
        for period in ("2020-05", "2022-05", "2021")
        for as_of in (None, EARLY)
    ]


QUESTIONS: dict[str, Ask] = {
    # the views
    "flows": sql("SELECT * FROM flows ORDER BY source, released_on, file, line, flow, period"),
    "book": sql("SELECT * FROM book ORDER BY source, released_on, file, line, flow, period"),
    "world": sql("SELECT * FROM world ORDER BY source, reporter, flow, period, hs, line"),
    "releases": lambda ledger: Api(ledger).releases(),
    "releases in order": sql("SELECT * FROM releases AS r ORDER BY ALL"),
    "coverage": lambda ledger: Api(ledger).coverage(),
    "coverage of one": lambda ledger: Api(ledger).coverage(reporter="RUS"),
    "coverage view": sql(
        "SELECT * FROM coverage ORDER BY source, reporter, flow, freq, period, level, released_on, rows_held"
    ),
    "covered": covered,
    # what an analyst writes
    "share": sql("""
        SELECT b.period AS period, b.hs AS hs, sum(b.value_usd) AS usd,
               sum(b.value_usd) / sum(sum(b.value_usd)) OVER (PARTITION BY b.period) AS part
        FROM book AS b WHERE b.reporter = 'CHN' AND b.partner = 'PRK' AND b.flow = 'export' AND b.level = 6
        GROUP BY b.period, b.hs ORDER BY b.period, b.hs
    """),
    "change on the year": sql("""
        WITH m AS (
            SELECT b.hs AS hs, b.year AS year, b.month AS month, sum(b.value) AS worth FROM book AS b
            WHERE b.partner = 'KOR' AND b.flow = 'export' AND b.freq = 'M' AND b.reporter = 'RUS'
            GROUP BY b.hs, b.year, b.month
        )
        SELECT n.hs AS hs, n.year AS year, n.month AS month, n.worth AS worth, n.worth - o.worth AS change,
               sum(n.worth) OVER (PARTITION BY n.hs, n.year ORDER BY n.month) AS so_far
        FROM m AS n LEFT JOIN m AS o ON o.hs = n.hs AND o.month = n.month AND o.year = n.year - 1
        ORDER BY n.hs, n.year, n.month
    """),
    "the first of each": sql("""
        SELECT b.reporter AS reporter, b.hs AS hs, b.period AS period, b.value AS worth FROM book AS b
        WHERE b.flow = 'export' AND b.level = 6
        QUALIFY row_number() OVER (PARTITION BY b.reporter, b.hs ORDER BY b.value DESC, b.period, b.partner) = 1
        ORDER BY b.reporter, b.hs
    """),
    # series
    "series of a code": over("300490"),
    "series of a heading": over("0303"),
    "series of a chapter": over("03"),
    "series of several": over(["260111", "630790"]),
    "series of everything": over("TOTAL"),
    "series of goods": over("masks"),
    "series by year": over("300490", start="2020", end="2022", freq="A"),
    "series by year of everything": over("TOTAL", start="2020", end="2022", freq="A"),
    "series of fiscal years": over("300490", reporter="IND", start="2017", end="2022", freq="O"),
    "series of nothing but fiscal years": over("030389", reporter="IND", start="2017", end="2019"),
    "series as of a day": over("300490", as_of=EARLY),
    "series of imports": over("030617", flow="import"),
    "series of re-exports": over("030617", flow="re-export"),
    "series with holes": over("300490", reporter="RUS"),
    "series of a source": over("300490", source="comtrade"),
    "series in another unit": over("401110", unit="units", start="2020-10", end="2020-12"),
    "series of a mode": over("030617", reporter="THA", start="2021-01", end="2021-02"),
    "series of printed figures": over("TOTAL", start="2019-01", end="2019-12"),
    "series in another currency": lambda ledger: (
        Api(ledger)
        .series(
            reporter="CHN",
            partner="PRK",
            flow="export",
            hs="300490",
            start="2021-01",
            end="2021-12",
            currency="EUR",
            rates="bank",
        )
        .series
    ),
    "a code that there is not": refused(over("9876543")),
    "a source that there is not": refused(over("300490", source="comtrad")),
    "rows of printed figures": lambda ledger: book.published(ledger, countries=("CHN", "PRK"), as_of=date(2022, 6, 1)),
    "rows of a book": lambda ledger: book.booked(ledger, [_cut("JPN", "THA", "03", "30")]),
    "totals of several reporters": lambda ledger: book.booked(ledger, [_cut("JPN RUS", "PRK", "TOTAL")]),
    "cuts that overlap": lambda ledger: book.booked(
        ledger, [_cut("JPN RUS", "PRK", "TOTAL"), _cut("RUS", "PRK", "30"), _cut("CHN", "PRK")]
    ),
    "years of their own": lambda ledger: book.spanning(ledger, reporters={"IND"}, partners={"PRK"}, flow="export"),
    "printed figures of one country": lambda ledger: book.published(ledger, countries=("PRK",)),
    "any book": book.any_booked,
    "periods": lambda ledger: Shelf(ledger).periods(Lane("RUS", "PRK", "export")),
    # evidence
    "evidence of a month": evidence("2021-05", hs=("300490",)),
    "evidence of a quantity": evidence("2021-01/2021-12", "kg", hs=("030617",)),
    "evidence of a stretch": evidence("2020-03/2021-02", hs=("03",)),
    "evidence of a year": evidence("2020", hs=("030389",)),
    "evidence of all trade": evidence("2021-06", total=True),
    "evidence both ways": evidence("2021-06", total=True, two_way=True),
    "evidence over editions": evidence("2021-11/2022-02", hs=("300220",)),
    "evidence of printed figures": evidence("2022-04", goods=("masks",)),
    # releases
    "changes": lambda ledger: changes(ledger.connect(), date(2023, 1, 1), date(2023, 6, 1)),
    "changes of one": lambda ledger: changes(ledger.connect(), date(2023, 1, 1), date(2023, 6, 1), partner="PRK"),
    # reports
    "review": lambda ledger: Api(ledger).review(country="PRK", through="2022-04").report,
    "review to its own end": lambda ledger: Api(ledger).review(country="PRK", goods="food").report,
    "screening": lambda ledger: Api(ledger).screen(country="PRK", through="2022-04").report,
    "news of a month": lambda ledger: Api(ledger).news(country="PRK", month="2021-04").report,
    "calendar": lambda ledger: Api(ledger).calendar(reporter="RUS", partner="PRK", hs="300490"),
    # the audit
    **{f"audit: {name}": check(name) for name in CHECKS},
    "audit: mirror of a neighbour": check("mirror", partner="KOR"),
    "audit: narrowed": check("unspecified", reporter=("CHN",), hs=("99",), since="2021-03", through="2021-09"),
    "audit: as of a day": check("confusable", as_of=EARLY),
}

#: Questions whose answer may be nothing on the small ledger of the tests.
MAY_BE_EMPTY = frozenset({"audit: duplicate", "audit: mirror", "years of their own"})


def plain(value: Any) -> Any:
    """An answer with its decimals as numbers without trailing zeros, floats to ten digits, everything else as it is."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return value.normalize()
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, frozenset | set):
        return sorted(plain(each) for each in value)
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return value
