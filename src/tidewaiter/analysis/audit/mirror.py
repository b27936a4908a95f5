"""What the exporter booked against what the importer booked, where both keep a book.

The importer's figure holds freight and insurance where it is CIF: up to a fifth more is no gap. A delivery that left in
December arrives in January, so months are added up by year before they are compared, and only months that both sides
have published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit.finding import Finding, Sign
from tidewaiter.analysis.audit.lines import ORIGIN, ref
from tidewaiter.analysis.audit.scope import OPPOSITE, Scope
from tidewaiter.provenance import RowRef
from tidewaiter.sources.sql import literal, literals

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

ID = "mirror"
#: Freight and insurance, as a factor of the value at the exporter's border; Harvard's estimates stop there too.
CIF = 1.2
#: Beyond this factor, with freight allowed for, the two books do not speak of the same trade.
_FACTOR = 2.0
#: Up to this factor two books of a whole heading agree.
_AGREED = 1.5
#: Smaller lines differ by thresholds and by single deliveries.
_LEAST = 10_000


@dataclass(frozen=True, slots=True)
class _Pair:
    """One subheading, one year, one direction; `exporter` and `importer` keep the two books."""

    exporter: str
    importer: str
    code: str
    year: int
    freq: str


@dataclass(frozen=True, slots=True)
class _Side:
    """What one book has of it."""

    usd: float
    kilograms: float
    valuation: str | None
    source: str


def check(ledger: Ledger, scope: Scope) -> Iterator[Finding]:
    """A finding for each subheading and year in which the two books are too far apart. Only where both exist."""
    published = _published(ledger, scope)
    both = {keeper for keeper, *_ in published}
    if scope.partner not in both:
        return
    sides = _sides(ledger, scope, published)
    headings = _by_heading(sides)
    apart: dict[_Pair, tuple[_Side | None, _Side | None, list[Sign]]] = {}
    for pair in {pair for pair, _ in sides}:
        out, into = sides.get((pair, "export")), sides.get((pair, "import"))
        signs = list(_signs(pair, out, into))
        if signs:
            apart[pair] = out, into, [*signs, *_elsewhere(pair, headings)]
    rows = _rows(ledger, scope, apart)
    for pair, (out, into, signs) in apart.items():
        yield _finding(scope, pair, out, into, signs, rows.get(pair, []))


def _published(ledger: Ledger, scope: Scope) -> dict[tuple[str, str, str], set[str]]:
    """The periods that each country's export and import books are there for, by keeper, flow and chapter's file."""
    listed = f" AND m.reporter IN ({literals([*scope.reporters, scope.partner])})" if scope.reporters else ""
    statement = (
        "SELECT DISTINCT m.reporter AS reporter, m.flow AS flow, m.freq AS freq, m.period AS period FROM months AS m "
        f"WHERE m.flow IN ('export', 'import') AND m.freq IN ('M', 'A'){listed}"
    )
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for reporter, flow, freq, period in scope.ask(ledger, statement):
        found[reporter, flow, freq].add(period)
    return found


def _sides(
    ledger: Ledger, scope: Scope, published: Mapping[tuple[str, str, str], set[str]]
) -> dict[tuple[_Pair, str], _Side]:
    """What either book has, of the periods that both have published; of two books of one keeper the fuller."""
    who = f" AND r.reporter IN ({literals(scope.reporters)})" if scope.reporters else ""
    back = f" AND r.partner IN ({literals(scope.reporters)})" if scope.reporters else ""
    here = literal(scope.partner)
    statement = (
        "SELECT r.source AS source, r.reporter AS reporter, r.partner AS partner, r.flow AS flow, r.freq AS freq, "
        "substr(r.hs, 1, 6) AS code, r.year AS year, r.period AS period, sum(r.value_usd) AS usd, "
        "sum(r.net_weight_kg) AS kilograms, max(r.valuation) AS valuation "
        f"FROM {scope.relation()} AS r WHERE ((r.partner = {here}{who}) OR (r.reporter = {here}{back})) "
        f"AND r.level >= 6 AND r.freq IN ('M', 'A') AND {scope.common()} "
        "GROUP BY r.source, r.reporter, r.partner, r.flow, r.freq, substr(r.hs, 1, 6), r.year, r.period"
    )
    sums: dict[tuple[_Pair, str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    valuations: dict[tuple[_Pair, str, str], str | None] = {}
    for source, keeper, other, flow, freq, code, year, period, usd, kilograms, valuation in scope.ask(
        ledger, statement
    ):
        if period not in published.get((other, OPPOSITE[flow], freq), ()):
            continue
        exporter, importer = (keeper, other) if flow == "export" else (other, keeper)
        key = _Pair(exporter, importer, code, int(year), freq), flow, source
        sums[key][0] += float(usd or 0)
        sums[key][1] += float(kilograms or 0)
        valuations[key] = valuation
    found: dict[tuple[_Pair, str], _Side] = {}
    for (pair, flow, source), (usd, kilograms) in sums.items():
        side = _Side(usd, kilograms, valuations[pair, flow, source], source)
        if (pair, flow) not in found or found[pair, flow].usd < usd:
            found[pair, flow] = side
    return found


def _signs(pair: _Pair, out: _Side | None, into: _Side | None) -> Iterator[Sign]:
    """How far the books are apart once freight is allowed for."""
    sold, bought = (out.usd if out else 0.0), (into.usd if into else 0.0)
    if max(sold, bought) < _LEAST:
        return
    told = f"{pair.exporter} booked {sold:,.0f} USD of exports, {pair.importer} {bought:,.0f} of imports"
    if not sold or not bought:
        yield Sign(0.7 if max(sold, bought) >= 10 * _LEAST else 0.5, f"{told} in {pair.year}: one book has none of it")
        return
    freight = CIF if (out and out.valuation) != (into and into.valuation) else 1.0
    factor = max(sold / bought, bought / (sold * freight))
    if factor < _FACTOR:
        return
    allowed = f", {100 * (freight - 1):.0f}% of freight allowed for" if freight > 1 and bought > sold else ""
    yield Sign(0.6 if factor < 5 else 0.8, f"{told} in {pair.year}: apart by a factor of {factor:,.1f}{allowed}")
    if out and into and out.kilograms and into.kilograms:
        weights = max(out.kilograms / into.kilograms, into.kilograms / out.kilograms)
        if weights <= 1.25:
            yield Sign(-0.3, "but the weights agree: the gap lies in the price")


def _by_heading(sides: Mapping[tuple[_Pair, str], _Side]) -> dict[tuple[_Pair, str], float]:
    """What either book has of the whole heading (four digits)."""
    found: dict[tuple[_Pair, str], float] = defaultdict(float)
    for (pair, flow), side in sides.items():
        found[replace(pair, code=pair.code[:4]), flow] += side.usd
    return found


def _elsewhere(pair: _Pair, headings: Mapping[tuple[_Pair, str], float]) -> Iterator[Sign]:
    """The two offices put the same goods under different codes: then the heading as a whole agrees."""
    whole = replace(pair, code=pair.code[:4])
    sold, bought = headings.get((whole, "export"), 0.0), headings.get((whole, "import"), 0.0)
    if sold and bought and max(sold / bought, bought / sold) <= _AGREED:
        yield Sign(-0.5, f"but of all {whole.code} they booked {sold:,.0f} and {bought:,.0f}: the code may differ")


def _rows(ledger: Ledger, scope: Scope, pairs: Iterable[_Pair]) -> dict[_Pair, list[tuple[str, RowRef]]]:
    """The rows of both books."""
    wanted = set(pairs)
    if not wanted:
        return {}
    codes = literals(sorted({pair.code for pair in wanted}))
    years = sorted({pair.year for pair in wanted})
    who = literals(sorted({country for pair in wanted for country in (pair.exporter, pair.importer)}))
    here = literal(scope.partner)
    statement = (
        "SELECT r.reporter AS reporter, r.partner AS partner, r.flow AS flow, r.freq AS freq, "
        f"substr(r.hs, 1, 6) AS code, r.year AS year, {ORIGIN} FROM {scope.relation()} AS r "
        f"WHERE (r.partner = {here} OR r.reporter = {here}) AND r.reporter IN ({who}) AND r.partner IN ({who}) "
        f"AND r.year BETWEEN {years[0]} AND {years[-1]} AND r.level >= 6 AND substr(r.hs, 1, 6) IN ({codes}) "
        f"AND {scope.common()} ORDER BY r.period, r.file, r.line"
    )
    found: dict[_Pair, list[tuple[str, RowRef]]] = defaultdict(list)
    for keeper, other, flow, freq, code, year, *origin in scope.ask(ledger, statement):
        exporter, importer = (keeper, other) if flow == "export" else (other, keeper)
        pair = _Pair(exporter, importer, code, int(year), freq)
        if pair in wanted:
            found[pair].append((flow, ref(origin)))
    return found


def _finding(
    scope: Scope,
    pair: _Pair,
    out: _Side | None,
    into: _Side | None,
    signs: list[Sign],
    rows: list[tuple[str, RowRef]],
) -> Finding:
    sources = {"export": out.source if out else None, "import": into.source if into else None}
    larger = max((side for side in (out, into) if side), key=lambda side: side.usd)
    reporter, flow = (pair.exporter, "export") if pair.importer == scope.partner else (pair.importer, "import")
    return Finding(
        check=ID,
        source=larger.source,
        reporter=reporter,
        partner=scope.partner,
        flow=flow,
        hs=pair.code,
        first=str(pair.year),
        last=str(pair.year),
        signs=tuple(signs),
        value=Decimal(f"{larger.usd:.2f}"),
        currency="USD",
        rows=tuple(row for flow, row in rows if row.source == sources[flow]),
    )
