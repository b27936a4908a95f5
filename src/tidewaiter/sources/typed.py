"""The columns of a file as typed fields: one pass over the file, set-wise, that also marks what is wrong with a row.

Numbers become exact decimals, codes stay text for `resolve`. A row may be *at fault* (a value that cannot be: the whole
file is refused) or *lacking* (it does not say what it is about: that row is refused and reported).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tidewaiter.sources.card import Card, Heading
from tidewaiter.sources.column import BOOLEANS, NUMBERS, Source, among
from tidewaiter.sources.faults import Fault, number_faults, only_faults, word_faults
from tidewaiter.sources.fields import BREAKDOWNS, MONEY
from tidewaiter.sources.sql import literal

#: A number before it is multiplied: what publishers print in thousands or millions has few digits, many of them small.
_SCALED = "DECIMAL(25, 9)"
#: Where a file gives both beside the value, the one that it equals says how the row is valued: 1 CIF, 2 FOB, else null.
_BOTH = frozenset({"value", "value_cif", "value_fob"})
_VALUED = (
    "CAST(CASE WHEN value_cif > 0 AND value = value_cif AND (value_fob IS NULL OR value_fob <> value) THEN 1 "
    "WHEN value_fob > 0 AND value = value_fob AND (value_cif IS NULL OR value_cif <> value) THEN 2 END AS UTINYINT)"
)

#: A row that says nothing at all is ignored, not refused.
EMPTY_LINE = "an empty line"
#: Nor is one that adds the others up without saying of what.
TOTAL_LINE = "a sum of the other lines"
IGNORED = (EMPTY_LINE, TOTAL_LINE)

#: Why a row is refused though its file is read; the number stands in the column `lacking`.
LACKING = {
    1: "no reporter",
    2: "no partner",
    3: "no flow",
    4: "no period",
    5: "no code",
    6: "neither value nor quantity",
    8: TOTAL_LINE,
    9: EMPTY_LINE,
}


@dataclass(frozen=True, slots=True)
class Typed:
    """SQL of the typed rows, and the faults behind the numbers in its column `fault`."""

    select: str
    faults: tuple[Fault, ...]
    fields: frozenset[str]


def typed(sources: Sequence[Source], card: Card, *, relation: str, flow_given: bool) -> Typed:
    """SQL of a file's rows, typed. `flow_given`: the direction does not stand in the rows.

    Each number is turned once, in the inner SELECT; the outer one looks at it and at what stood there.
    """
    by_field = {source.heading.says: source for source in sources if source.heading.says}
    faults = [*only_faults(sources), *number_faults(by_field, card), *word_faults(by_field)]
    items = dict(_items(by_field, card))
    cases = " ".join(f"WHEN {fault.condition} THEN {number}" for number, fault in enumerate(faults, 1))
    fault = f"CAST(CASE {cases} END AS USMALLINT)" if cases else "CAST(NULL AS USMALLINT)"
    totals = {by_field[says].column: words for says, words in card.totals.items() if says in by_field}
    raw = sorted({fault.column for fault in faults} | set(totals))
    inner = ", ".join([*(f"{expression} AS {name}" for name, expression in items.items()), *raw])
    lacking = _lacking(items, card, totals, flow_given=flow_given)
    outer = {name: name for name in items}
    if items.keys() >= _BOTH:
        outer = {name: name for name in items if name not in _BOTH or name == "value"} | {"valued": _VALUED}
    shown = ", ".join(f"{expression} AS {name}" for name, expression in outer.items())
    return Typed(
        f"SELECT {shown}, {lacking} AS lacking, {fault} AS fault FROM (SELECT {inner} FROM {relation})",
        tuple(faults),
        frozenset(outer),
    )


def _items(by_field: Mapping[str, Source], card: Card) -> Iterator[tuple[str, str]]:
    """Name and SQL of each column of the typed table."""
    for side in ("reporter", "partner"):
        kinds = [kind for kind in ("code", "iso", "name") if f"{side}_{kind}" in by_field]
        for number, kind in enumerate(kinds):
            yield (f"{side}_key" if number == 0 else f"{side}_{kind}"), _word(by_field[f"{side}_{kind}"])
    yield from _first(by_field, "flow_key", "flow", "flow_name")
    yield from _period(by_field)
    for unit in ("unit", "unit2"):
        yield from _first(by_field, f"{unit}_key", f"{unit}_code", f"{unit}_name")
        if f"{unit}_code" in by_field and f"{unit}_name" in by_field:
            yield f"{unit}_name", _word(by_field[f"{unit}_name"])
    for name in ("freq", "edition", "hs", "product", *BREAKDOWNS):
        if name in by_field:
            yield name, _word(by_field[name])
    for name, kind in NUMBERS.items():
        if name in by_field:
            yield name, _number(by_field[name], kind, card)
    value = by_field.get("value")
    if value is not None and value.heading.step is not None:
        half = value.heading.step * value.heading.times / 2
        middle = _number(value, MONEY, card)
        yield "low", f"greatest({middle} - {half:f}, 0)"
        yield "high", f"{middle} + {half:f}"
    for name in BOOLEANS:
        if name in by_field:
            column = by_field[name].column
            yield name, column if by_field[name].exact else f"TRY_CAST({column} AS BOOLEAN)"
    if "estimation_flag" in by_field:
        flags = card.estimation_flags
        yield "flagged", f"coalesce({among(_word(by_field['estimation_flag']), flags)}, FALSE)"
    if "released_on" in by_field:
        yield "released_on", f"TRY_CAST({by_field['released_on'].column} AS DATE)"


def _first(by_field: Mapping[str, Source], name: str, *fields: str) -> Iterator[tuple[str, str]]:
    """The first of some columns that the file has: a code before a name."""
    for field in fields:
        if field in by_field:
            yield name, _word(by_field[field])
            return


def _period(by_field: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    year, month = by_field.get("year"), by_field.get("month")
    if "period" in by_field:
        yield "period_key", _word(by_field["period"])
        if year:
            yield "year_key", _word(year)
        if month:
            yield "month_key", _word(month)
    elif year and month:
        yield "period_key", f"{_word(year)} || '-' || {_word(month)}"
    elif year:
        yield "period_key", _word(year)


def _word(source: Source) -> str:
    """A code or name as text; blanks around it are left to `resolve`, which sees each once."""
    return source.column if source.text else f"CAST({source.column} AS VARCHAR)"


def kind_of(heading: Heading, card: Card) -> str | None:
    """The type in which a column may be read at once, where what it says is written as SQL writes it; else None."""
    if heading.says in BOOLEANS:
        return "BOOLEAN"
    if heading.times == 1 and not card.marks and card.decimal == ".":
        return NUMBERS.get(heading.says or "")
    return None


def _number(source: Source, kind: str, card: Card) -> str:
    if source.exact:
        return source.column
    # By way of text, so that a binary fraction becomes the decimal that was meant, and true and false no numbers.
    text = source.column if source.text else f"CAST({source.column} AS VARCHAR)"
    for mark in card.marks if source.text else "":
        text = f"replace({text}, {literal(mark)}, '')"
    if source.text and card.decimal == ",":
        text = f"replace({text}, ',', '.')"
    if source.heading.times == 1:
        return f"TRY_CAST({text} AS {kind})"
    return f"TRY_CAST(TRY_CAST({text} AS {_SCALED}) * {source.heading.times} AS {kind})"


def _lacking(items: Mapping[str, str], card: Card, totals: Mapping[str, Sequence[str]], *, flow_given: bool) -> str:
    keys = {1: "reporter_key", 2: "partner_key", 3: "flow_key", 4: "period_key", 5: "hs"}
    if card.reporter:
        del keys[1]
    if flow_given:
        del keys[3]
    empty = {number: f"{key} IS NULL" for number, key in keys.items() if key in items}
    amounts = [name for name in ("value", "quantity", "net_weight") if name in items]
    empty[6] = " AND ".join(f"{amount} IS NULL" for amount in amounts)
    cases = " ".join(f"WHEN {condition} THEN {number}" for number, condition in empty.items())
    sums = " ".join(f"WHEN {among(f'trim({column})', words)} THEN 8" for column, words in totals.items())
    return f"CAST(CASE WHEN {' AND '.join(empty.values())} THEN 9 {sums} {cases} END AS UTINYINT)"
