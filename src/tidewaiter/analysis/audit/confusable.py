"""Trade booked to the wrong one of two countries that are easily mixed up, such as South Korea's to the North.

A line is looked at as a whole: one code that a reporter booked with the country. No single sign is proof. For a mix-up
speaks that the reporter trades these goods with the lookalike, in about the same mix; that the line is rare; that the
lookalike's own line is missing just then; that the world trades these goods with the lookalike and hardly with the
country; that the lookalike's own book has the sale; that the country itself sells such goods; that one lump is most of
a year; that a measure forbids it. Against it, that the reporter trades with the country all the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit.finding import Finding, Sign, score
from tidewaiter.analysis.audit.lines import Lane, Line, lines_of
from tidewaiter.analysis.audit.profile import Booked, Diary, Profiles, Ties, diary, likeness, profiles, ties
from tidewaiter.analysis.audit.scope import OPPOSITE, Scope
from tidewaiter.period import Period
from tidewaiter.reference import countries, measures
from tidewaiter.reference.confusable import Lookalike, lookalikes

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

ID = "confusable"
#: A finding needs more than one sign. On monthly books of fish, 160 reporters and 7 years, this leaves about a hundred
#: lines for North Korea, and a handful for a pair such as Niger and Nigeria.
LEAST = 0.7
#: Lines whose quick signs stay below this are not followed into the lookalike's books.
_WORTH_ASKING = 0.35
#: Who books something with the country in so many of the published periods trades with it.
_STEADY = 0.5
#: A line in so few of them is rare.
_RARE = 0.2
#: Fewer codes are no mix.
_A_MIX = 3
#: Minerals, ores and fuels: who digs them up hardly buys them from afar. Of made goods countries buy and sell alike.
_RAW = ("25", "26", "27")
#: Who books so much of all that anybody books with the country is its main partner.
_MAIN = 0.25
#: Among fewer lines none is a lump; with more, one that holds so much of the whole is.
_MANY_LINES, _LUMP = 20, 0.03
#: What the lookalike's book calls the same sale: freight and the month of arrival lie between.
_SAME_SALE = (0.6, 1.7)


def check(ledger: Ledger, scope: Scope) -> Iterator[Finding]:
    """A finding for each line that is more likely a lookalike's."""
    pairs = lookalikes(scope.partner)
    if not pairs:
        return
    found = profiles(ledger, scope, [pair.other for pair in pairs])
    own = {lane: line for lane, line in found.own.items() if not scope.reporters or lane.reporter in scope.reporters}
    quick = {
        (lane, pair): signs
        for lane, line in own.items()
        for pair in pairs
        if score(signs := list(_signs(found, scope, lane, line, pair.other))) >= _WORTH_ASKING
    }
    if not quick:
        return
    known = ties(ledger, scope)
    kept = diary(ledger, scope, {lane for lane, _ in quick}, [pair.other for pair in pairs])
    suspects: dict[Lane, tuple[Lookalike, list[Sign]]] = {}
    for (lane, pair), signs in quick.items():
        full = [*signs, *_own_book(kept, scope, lane, pair.other), *_against(known, scope, lane)]
        if lane not in suspects or score(full) > score(suspects[lane][1]):
            suspects[lane] = pair, full
    rows = lines_of(ledger, scope, suspects)
    sizes = _sizes(own)
    for lane, (pair, signs) in suspects.items():
        if taken := rows[lane]:
            whole = [*signs, *_lump(taken, lane, sizes), *_forbidden(scope.partner, lane, taken)]
            if score(whole) >= LEAST:
                yield _finding(scope, lane, own[lane], pair, whole, taken, found)


def _finding(
    scope: Scope, lane: Lane, line: Booked, pair: Lookalike, signs: list[Sign], rows: list[Line], found: Profiles
) -> Finding:
    other = countries.country(pair.other).name
    known = any(each.source == lane.source and each.reporter == lane.reporter for each in found.others[pair.other])
    values = [row.value for row in rows if row.value is not None]
    return Finding(
        check=ID,
        source=lane.source,
        reporter=lane.reporter,
        partner=scope.partner,
        flow=lane.flow,
        hs=lane.hs,
        first=line.first,
        last=line.last,
        signs=(*signs, Sign(0.0, f"{countries.country(scope.partner).name} is taken for {other}: {pair.reason}")),
        value=sum(values[1:], values[0]) if values else None,
        currency=line.currency,
        rows=tuple(row.ref for row in rows),
        missing=()
        if known
        else (f"the ledger holds no {lane.flow} lines of {lane.reporter} with {other} from {lane.source}",),
    )


def _signs(found: Profiles, scope: Scope, lane: Lane, line: Booked, other: str) -> Iterator[Sign]:
    """What the lines themselves say, without another query."""
    name = countries.country(other).name
    here = countries.country(scope.partner).name
    theirs = found.others[other].get(lane)
    if theirs is not None:
        oftener, more = theirs.periods >= 2 * line.periods, theirs.value >= 5 * line.value
        if oftener or (more and theirs.periods >= 6):
            yield Sign(
                0.55 if oftener and more else 0.45 if theirs.periods >= 6 else 0.35,
                f"{lane.reporter} books {lane.hs} with {name} in {theirs.periods} periods, with {here} in "
                f"{line.periods} (value {theirs.value:,.0f} against {line.value:,.0f})",
            )
    mix = {code: value for code, value in _mix(found.own, lane).items() if value > 0}
    alike = likeness(mix, _mix(found.others[other], lane))
    if len(mix) >= _A_MIX and alike >= 0.8:
        yield Sign(0.3, f"its mix of these {lane.flow}s with {here} is that with {name} (likeness {alike:.2f})")
    published = found.published.get((lane.source, lane.reporter, lane.flow, lane.freq), 0)
    if published >= 5 and line.periods <= max(1, _RARE * published):
        yield Sign(0.25, f"the line stands in {line.periods} of {published} published periods")
    yield from _world(found, scope, lane, other)
    yield from _against_the_stream(found, scope, lane, line)


def _mix(lanes: Mapping[Lane, Booked], like: Lane) -> dict[str, float]:
    return {
        lane.hs: line.value
        for lane, line in lanes.items()
        if (lane.source, lane.reporter, lane.flow, lane.freq) == (like.source, like.reporter, like.flow, like.freq)
    }


def _world(found: Profiles, scope: Scope, lane: Lane, other: str) -> Iterator[Sign]:
    """Whom the rest of the world trades these goods with."""
    code = lane.hs[:6]
    ours = {who: usd for who, usd in found.world(scope.partner, lane.flow, code).items() if who != lane.reporter}
    theirs = {who: usd for who, usd in found.world(other, lane.flow, code).items() if who != lane.reporter}
    if len(theirs) >= 5 and sum(ours.values()) < 0.05 * sum(theirs.values()) and len(ours) <= len(theirs) / 3:
        yield Sign(
            0.5,
            f"{len(theirs)} other reporters book {lane.flow}s of {code} with {countries.country(other).name}, "
            f"{len(ours)} with {countries.country(scope.partner).name}, "
            f"{100 * sum(ours.values()) / max(sum(theirs.values()), 1):.1f}% as much",
        )


def _against_the_stream(found: Profiles, scope: Scope, lane: Lane, line: Booked) -> Iterator[Sign]:
    """Goods sent to a country that sells them itself, or bought from one that buys them."""
    heading = lane.hs[:4]
    back = found.world(scope.partner, OPPOSITE[lane.flow], heading)
    there = sum(found.world(scope.partner, lane.flow, heading).values())
    if sum(back.values()) >= 5 * max(line.usd, there, 1):
        raw = heading[:2] in _RAW
        verb = "sells" if lane.flow == "export" else "buys"
        who = ", ".join(sorted(back, key=lambda code: -back[code])[:3])
        yield Sign(
            0.45 if raw else 0.2,
            f"{countries.country(scope.partner).name} itself {verb} {heading}: {who} booked "
            f"{sum(back.values()):,.0f} USD the other way",
        )


def _own_book(kept: Diary, scope: Scope, lane: Lane, other: str) -> Iterator[Sign]:
    """What the lookalike's own book says of this trade, and whether the reporter has it under the lookalike."""
    code = lane.hs[:6]
    name = countries.country(other).name
    mine, under_other = kept.of(lane, scope.partner), kept.of(lane, other)
    said = kept.mirror(lane, other)
    shared = [period for period in mine if period in said and period not in under_other]
    same = [p for p in shared if mine[p] > 0 and _SAME_SALE[0] <= said[p] / mine[p] <= _SAME_SALE[1]]
    if same:
        yield Sign(
            0.6,
            f"{name}'s own book has about the same amount with {lane.reporter} in {_few(same)}, "
            f"when {lane.reporter} books none with {name}",
        )
    elif len(said) >= 3 and sum(said.values()) > sum(under_other.values()) * 5:
        yield Sign(
            0.4,
            f"{name}'s own book has {code} with {lane.reporter} in {len(said)} periods "
            f"({sum(said.values()):,.0f} USD), of which {lane.reporter} books "
            f"{sum(under_other.values()):,.0f} with {name}",
        )
    within = [period for period in mine if under_other and min(under_other) <= period <= max(under_other)]
    gaps = [period for period in within if period not in under_other]
    usual = len(under_other) / max(1, _span(min(under_other), max(under_other))) if under_other else 0.0
    if lane.freq == "M" and usual >= 0.7 and len(within) >= 2 and len(gaps) >= 0.7 * len(within):
        yield Sign(0.5, f"{lane.reporter}'s line with {name} is missing in just these months ({_few(gaps)})")


def _span(first: str, last: str) -> int:
    return len(Period.parse(f"{first}/{last}").months())


def _few(periods: list[str]) -> str:
    ordered = sorted(periods)
    return ", ".join(ordered[:3]) + (f" and {len(ordered) - 3} more" if len(ordered) > 3 else "")


def _against(known: Ties, scope: Scope, lane: Lane) -> Iterator[Sign]:
    """The reporter trades with the country all the time, or is its main partner: then rare goods are no surprise."""
    here = countries.country(scope.partner).name
    share = known.shares.get((lane.source, lane.reporter, lane.flow, lane.freq), 0.0)
    main = known.share(lane.reporter)
    if main >= _MAIN and len(known.usd) >= 5:
        yield Sign(-0.5, f"but {lane.reporter} is a main partner: {100 * main:.0f}% of all that is booked with {here}")
    elif share >= _STEADY:
        yield Sign(-0.5, f"but {lane.reporter} books {lane.flow}s with {here} in {100 * share:.0f}% of its periods")


def _sizes(lanes: Mapping[Lane, Booked]) -> dict[tuple[str, str, str, str], list[float]]:
    """What each line that a source has of a reporter's flow with the country is worth, the smallest first."""
    found: dict[tuple[str, str, str, str], list[float]] = defaultdict(list)
    for lane, line in lanes.items():
        found[lane.source, lane.reporter, lane.flow, lane.freq].append(line.value)
    return {key: sorted(values) for key, values in found.items()}


def _lump(rows: list[Line], lane: Lane, sizes: Mapping[tuple[str, str, str, str], list[float]]) -> Iterator[Sign]:
    """One delivery that is a large part of all that the reporter ever booked with the country."""
    values = sizes[lane.source, lane.reporter, lane.flow, lane.freq]
    if len(values) < _MANY_LINES or len({row.period for row in rows}) > 2:
        return
    value = float(sum(row.value or 0 for row in rows))
    total, usual = sum(values), max(values[len(values) // 2], 1.0)
    if total and value / total >= _LUMP and value >= 100 * usual:
        yield Sign(
            0.35,
            f"one of {len(values)} lines, in {rows[0].period} alone, is {100 * value / total:.0f}% of all "
            f"{lane.flow}s that {lane.reporter} ever booked there, {value / usual:,.0f} times the usual line",
        )


def _forbidden(partner: str, lane: Lane, rows: list[Line]) -> Iterator[Sign]:
    """A measure in force forbids the trade: then a wrong country is likelier than a breach written into the books."""
    for row in rows:
        day = Period.parse(row.period).first_day
        for found in () if day is None else measures.measures_on(partner, OPPOSITE[lane.flow], lane.hs, day):
            measure = found.measure
            if measure.kind == "ban" and not found.partly:
                law = f"{measure.regime} {measure.resolution}"
                yield Sign(0.3, f"{law} forbids it since {measure.in_force}, before {row.period}")
                return
