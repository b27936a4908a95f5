"""Values by quantity that lie far from what the world, or the reporter itself, pays for the same goods.

Compared are logarithms: the median of all rows of the same subheading, unit and currency, and their middle half, which
no outlier moves. Where the ledger holds too few of the world, the reporter's own rows stand in, and where it holds too
few of those, the price of bulk goods on the world market, with a wider margin. A factor near a thousand is most likely
a tonne written down as a kilogram, or the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import exp, log
from typing import TYPE_CHECKING, Any

from tidewaiter.analysis.audit.finding import Finding, Sign
from tidewaiter.analysis.audit.lines import ORIGIN, ref
from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.reference import units
from tidewaiter.reference.prices import LEAST_USD_PER_KG, prices, world_price
from tidewaiter.sources.sql import literals

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

ID = "unit_value"
#: A median of fewer rows, or of fewer reporters, is nobody's price.
ENOUGH_ROWS, ENOUGH_REPORTERS = 8, 3
#: How far from the median is far: by this factor at least, and by so many standard deviations (the middle half of a
#: normal distribution is 1.349 of them wide).
_FACTOR, _DEVIATIONS = 10.0, 4.0
#: The world market's price of other years and sorts differs by up to five; with freight, by less than this.
_FACTOR_OF_PRICE = 20.0
#: A parcel of samples has no price.
LEAST_VALUE = 1000

_RATIO = "ln(CAST({0}.value AS DOUBLE) / CAST(coalesce({0}.quantity, {0}.net_weight_kg) AS DOUBLE))"
_UNIT = "CASE WHEN {0}.quantity IS NULL THEN 'kg' ELSE {0}.unit END"
_USABLE = (
    "{0}.value > 0 AND coalesce({0}.quantity, {0}.net_weight_kg) > 0 AND {0}.level >= 6 AND {0}.currency IS NOT NULL "
    "AND ({0}.quantity IS NULL OR {0}.unit IS NOT NULL)"
)


def check(ledger: Ledger, scope: Scope) -> Iterator[Finding]:
    """A finding for each row whose value by quantity is far from the usual."""
    for fields in scope.ask(ledger, _statement(scope)):
        found = _finding(scope, fields)
        if found is not None:
            yield found


def _statement(scope: Scope) -> str:
    """The rows with what the world and the reporter itself usually pay, those kept that may be far off."""
    unit, row_unit = _UNIT.format("w"), _UNIT.format("r")
    priced = literals(sorted(price.heading for price in prices()))
    own = f"FROM {scope.relation()} AS p WHERE {scope.where(alias='p')}"
    # Quartiles have to hold all values at once: one list of them, and the reporter's own only of the lines at issue.
    quartiles = f"quantile_cont({_RATIO.format('w')}, [0.25, 0.5, 0.75]) AS q"
    world, itself = (
        f"({other}.n >= {ENOUGH_ROWS} AND abs({_RATIO.format('r')} - {other}.q[2]) >= {log(_FACTOR)} "
        f"AND abs({_RATIO.format('r')} - {other}.q[2]) >= {_DEVIATIONS / 1.349} * ({other}.q[3] - {other}.q[1]))"
        for other in ("k", "h")
    )
    return f"""
        WITH kept AS (
            SELECT substr(w.hs, 1, 6) AS code, w.flow AS flow, {unit} AS unit, w.currency AS currency, count(*) AS n,
                   count(DISTINCT w.reporter) AS reporters, {quartiles}
            FROM {scope.relation()} AS w
            JOIN (SELECT DISTINCT substr(p.hs, 1, 6) AS code {own}) AS c ON c.code = substr(w.hs, 1, 6)
            WHERE {_USABLE.format("w")} AND w.flow IN ('export', 'import')
            GROUP BY substr(w.hs, 1, 6), w.flow, {unit}, w.currency
        ), usual_here AS (
            SELECT w.source AS source, w.reporter AS reporter, w.flow AS flow, w.hs AS hs, {unit} AS unit,
                   w.currency AS currency, count(*) AS n, {quartiles}
            FROM {scope.relation()} AS w
            JOIN (SELECT DISTINCT p.source AS source, p.reporter AS reporter, p.flow AS flow, p.hs AS hs {own}) AS c
                ON c.source = w.source AND c.reporter = w.reporter AND c.flow = w.flow AND c.hs = w.hs
            WHERE {_USABLE.format("w")} AND w.flow IN ('export', 'import')
            GROUP BY w.source, w.reporter, w.flow, w.hs, {unit}, w.currency
        )
        SELECT r.reporter AS reporter, r.flow AS flow, r.hs AS hs, r.period AS period, r.value AS worth,
               r.currency AS currency, coalesce(r.quantity, r.net_weight_kg) AS quantity, {row_unit} AS unit,
               {_RATIO.format("r")} AS ratio, k.n AS n, k.reporters AS reporters, k.q[2] AS middle, h.n AS own_n,
               h.q[2] AS own_middle, {ORIGIN}
        FROM {scope.relation()} AS r
        LEFT JOIN kept AS k ON k.code = substr(r.hs, 1, 6) AND k.flow = r.flow AND k.unit = {row_unit}
            AND k.currency = r.currency
        LEFT JOIN usual_here AS h ON h.source = r.source AND h.reporter = r.reporter AND h.flow = r.flow
            AND h.hs = r.hs AND h.unit = {row_unit} AND h.currency = r.currency
        WHERE {scope.where()} AND {_USABLE.format("r")} AND r.value >= {LEAST_VALUE}
          AND ((k.reporters >= {ENOUGH_REPORTERS} AND {world})
               OR ((k.n < {ENOUGH_ROWS} OR k.reporters < {ENOUGH_REPORTERS})
                   AND ({itself} OR substr(r.hs, 1, 4) IN ({priced})))
               OR (r.currency = 'USD' AND {row_unit} = 'kg' AND {_RATIO.format("r")} < {log(LEAST_USD_PER_KG)}))
    """


def _finding(scope: Scope, fields: Sequence[Any]) -> Finding | None:
    reporter, _, hs, _, value, currency, quantity, unit, ratio = fields[:9]
    n, reporters, middle, own_n, own_middle = fields[9:14]
    said = f"{exp(ratio):,.4g} {currency} a {unit}"
    if n >= ENOUGH_ROWS and reporters >= ENOUGH_REPORTERS:
        factor = exp(ratio - middle)
        usual = f"the median of {n:,} rows of {reporters} reporters is {exp(middle):,.4g}"
        least = _FACTOR
    elif own_n >= ENOUGH_ROWS and abs(ratio - own_middle) >= log(_FACTOR):
        factor = exp(ratio - own_middle)
        usual = f"the median of the {own_n:,} rows that {reporter} has is {exp(own_middle):,.4g}"
        least = _FACTOR
    else:
        price = world_price(hs)
        if price is None and currency == "USD" and unit == "kg" and exp(ratio) < LEAST_USD_PER_KG:
            return _for_nothing(scope, fields)
        if price is None or currency != "USD" or not units.convertible(unit, "tonnes"):
            return None
        tonnes = units.convert(Decimal(quantity), unit, "tonnes")
        factor = float(Decimal(value) / tonnes / price.usd_per_tonne)
        each = float(price.usd_per_tonne * units.convert(Decimal(1), unit, "tonnes"))
        usual = f"{price.good} cost about {each:,.4g} on the world market in {price.year}"
        least = _FACTOR_OF_PRICE
    times = max(factor, 1 / factor)
    if times < least:
        return None
    signs = [Sign(_strength(times), f"{said}; {usual}: {times:,.0f} times {'more' if factor > 1 else 'less'}")]
    if 400 <= times <= 2500:
        signs.append(
            Sign(0.5, "as if tonnes stood for kilograms" if factor > 1 else "as if kilograms stood for tonnes")
        )
    if own_n >= ENOUGH_ROWS and n >= ENOUGH_ROWS and abs(ratio - own_middle) <= log(3):
        signs.append(Sign(-0.5, f"but {reporter} books these goods like that ({own_n:,} rows)"))
    return _found(scope, fields, signs)


def _for_nothing(scope: Scope, fields: Sequence[Any]) -> Finding:
    """A row at a price at which nothing is sold, whatever the goods."""
    said = f"{exp(fields[8]):,.4g} USD a kg; no goods cost less than {LEAST_USD_PER_KG}: the weight or the value is off"
    return _found(scope, fields, [Sign(0.8, said)])


def _found(scope: Scope, fields: Sequence[Any], signs: Sequence[Sign]) -> Finding:
    reporter, flow, hs, period, value, currency = fields[:6]
    origin = ref(fields[14:])
    return Finding(
        check=ID,
        source=origin.source,
        reporter=reporter,
        partner=scope.partner,
        flow=flow,
        hs=hs,
        first=period,
        last=period,
        signs=tuple(signs),
        value=value,
        currency=currency,
        rows=(origin,),
    )


def _strength(times: float) -> float:
    return 0.6 if times < 30 else 0.7 if times < 100 else 0.8 if times < 1000 else 0.9
