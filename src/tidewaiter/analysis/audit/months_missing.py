"""Months that a reporter has not published, between others that it has: a hole, not a month without trade.

Only files in which the reporter has many partners show what it published (`Scope.published`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit.finding import Finding, Sign
from tidewaiter.analysis.audit.scope import OPPOSITE, Scope
from tidewaiter.period import Period
from tidewaiter.sources.sql import literal, literals

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

ID = "month_missing"
#: How many stretches a reason names.
_SHOWN = 4


def check(ledger: Ledger, scope: Scope) -> Iterator[Finding]:
    """A finding for each reporter who trades with the country and left months (or years) out."""
    who = f" AND m.reporter IN ({literals(scope.reporters)})" if scope.reporters else ""
    statement = f"""
        SELECT m.source AS source, m.reporter AS reporter, m.flow AS flow, m.freq AS freq, m.period AS period
        FROM {scope.published()} AS m
        WHERE m.reporter IN (SELECT l.reporter FROM lanes AS l WHERE l.partner = {literal(scope.partner)}){who}
    """
    published: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for source, reporter, flow, freq, period in scope.ask(ledger, statement):
        published[source, reporter, flow, freq].add(period)
    for (source, reporter, flow, freq), periods in sorted(published.items()):
        width = 7 if freq == "M" else 4
        first = min(periods) if scope.since is None else max(min(periods), scope.since[:width])
        last = max(periods) if scope.through is None else scope.through[:width]
        holes = list(_holes(periods, first, last, freq))
        inside = [run for run in holes if run[0] < max(periods)]
        behind = [run for run in holes if run[0] > max(periods)]
        other = published.get((source, reporter, OPPOSITE[flow], freq), set())
        for runs in filter(None, (inside, behind)):
            signs = _signs(runs, flow, freq, span=len(periods) + sum(map(len, inside)), other=other)
            yield Finding(
                check=ID,
                source=source,
                reporter=reporter,
                partner=scope.partner,
                flow=flow,
                hs=None,
                first=runs[0][0],
                last=runs[-1][-1],
                signs=tuple(signs),
            )


def _holes(periods: set[str], first: str, last: str, freq: str) -> Iterator[list[str]]:
    """The runs of periods from first to last that are not there."""
    if first > last:
        return
    months = list(Period.parse(f"{first}/{last}").months())
    run: list[str] = []
    for period in months if freq == "M" else list(dict.fromkeys(month[:4] for month in months)):
        if period not in periods:
            run.append(period)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _signs(runs: list[list[str]], flow: str, freq: str, *, span: int, other: set[str]) -> Iterator[Sign]:
    """How sure it is that the periods were not published, rather than without such trade."""
    missing = [period for run in runs for period in run]
    kind = {"M": "month", "A": "year"}[freq] + ("s" if len(missing) > 1 else "")
    told = ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs[:_SHOWN])
    more = f" and {len(runs) - _SHOWN} more stretches" if len(runs) > _SHOWN else ""
    yield Sign(0.8, f"no {flow} row with any partner in {len(missing)} {kind}: {told}{more}")
    if len(missing) > span / 4:
        yield Sign(-0.4, f"but its {flow}s are seldom seen in these files at all")
    there = [period for period in missing if period in other]
    if there:
        yield Sign(-0.6 * len(there) / len(missing), f"but its {OPPOSITE[flow]}s of {len(there)} of them are there")
