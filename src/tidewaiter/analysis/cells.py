"""Which rows of one book make up one figure: one level of the nomenclature, one edition, one currency, one unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tidewaiter.analysis.rows import Row

TOTAL = "TOTAL"


def outermost(prefixes: Iterable[str]) -> tuple[str, ...]:
    """Code prefixes without those that lie inside another one, in order; TOTAL holds everything."""
    unique = sorted(set(prefixes))
    if TOTAL in unique:
        return (TOTAL,)
    kept: list[str] = []
    for prefix in unique:
        if not kept or not prefix.startswith(kept[-1]):
            kept.append(prefix)
    return tuple(kept)


def one_level(rows: Sequence[Row], prefix: str) -> list[Row]:
    """The rows of one period that make up `prefix` without overlap.

    The row of that very code where the book has one; else the rows of the next finer level that it has. A book that
    holds the same period in two editions counts once, in the edition with more rows.
    """
    width = 0 if prefix == TOTAL else len(prefix)
    levels: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.hs is None:
            continue
        if row.hs == prefix:
            levels[width].append(row)
        elif row.hs != TOTAL and len(row.hs) > width and (prefix == TOTAL or row.hs.startswith(prefix)):
            levels[len(row.hs)].append(row)
    if not levels:
        return []
    chosen = levels[min(levels)]
    editions = Counter(row.edition for row in chosen)
    if len(editions) == 1:
        return chosen
    best = max(editions, key=lambda edition: (editions[edition], edition or ""))
    return [row for row in chosen if row.edition == best]


def in_currency(rows: Sequence[Row], currency: str) -> tuple[list[Row], bool]:
    """The rows in a currency and True; where there are none, those in the commonest other one and False.

    A publisher may offer the same lines in two currencies: both say the same, and are never added.
    """
    wanted = [row for row in rows if row.currency == currency]
    if wanted or not rows:
        return wanted, True
    commonest = Counter(row.currency for row in rows).most_common(1)[0][0]
    return [row for row in rows if row.currency == commonest], False


def common_unit(rows: Iterable[Row], wanted: str | None = None) -> tuple[str | None, frozenset[str]]:
    """The unit in which every row has a quantity, and all first units seen; None where there is no such unit.

    Kilograms and pieces do not add up. The `wanted` unit comes first, then the book's first unit, then net weight.
    """
    shared: set[str] | None = None
    first: Counter[str] = Counter()
    for row in rows:
        quantities = row.quantities()
        if not quantities:
            shared = set()
            continue
        first[next(iter(quantities))] += 1
        shared = set(quantities) if shared is None else shared & set(quantities)
    seen = frozenset(first)
    if not shared:
        return None, seen
    return max(shared, key=lambda unit: (unit == wanted, first[unit], unit == "kg", unit)), seen


def stands_alone(rows: Sequence[Row], prefixes: Sequence[str]) -> bool:
    """Whether each code asked for has one row of its own that stands for all of it, so that nothing can be missing."""
    own = [row.hs for row in rows if not row.breakdown]
    return len(own) == len(rows) and sorted(hs or "" for hs in own) == sorted(prefixes)
