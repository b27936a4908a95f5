"""What is wrong with the rows of a book, as expressions that find each fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tidewaiter.sources.card import Card
from tidewaiter.sources.column import BOOLEANS, NO_NUMBER, NUMBERS, Source, among
from tidewaiter.sources.sql import literal


@dataclass(frozen=True, slots=True)
class Fault:
    """A condition under which a row cannot be: which column shows it, and in which words."""

    column: str
    heading: str
    condition: str
    message: str
    cure: str


def only_faults(sources: Sequence[Source]) -> Iterator[Fault]:
    """Columns that may say one thing only, where they say another."""
    for source in sources:
        allowed = source.heading.only
        if allowed is not None:
            said = f"trim(CAST({source.column} AS VARCHAR))"
            yield Fault(
                source.column,
                source.heading.text,
                f"{source.column} IS NOT NULL AND NOT {among(said, [*allowed, ''])}",
                "unexpected {value!r}",
                f"{source.heading.ignored}: it may only say {' or '.join(repr(word) for word in allowed)}",
            )


def number_faults(by_field: Mapping[str, Source], card: Card) -> Iterator[Fault]:
    """Numbers that are none, and marks for thousands in the wrong places."""
    for name in NUMBERS:
        source = by_field.get(name)
        if source is None:
            continue
        raw, text = source.column, source.heading.text
        negative = Fault(raw, text, f"{name} < 0", "negative: {value!r}", "trade is not negative: check the row")
        if source.exact:
            yield negative
            continue
        if source.text:
            none = among(f"lower(trim({raw}))", [*NO_NUMBER, *card.nothing])
            bad = f"{raw} IS NOT NULL AND {name} IS NULL AND NOT {none}"
        else:
            bad = f"{raw} IS NOT NULL AND {name} IS NULL AND lower(CAST({raw} AS VARCHAR)) <> 'nan'"
        yield Fault(raw, text, bad, "not a number: {value!r}", "check the row against the publisher's page")
        yield negative
        if source.text:
            yield Fault(
                raw,
                text,
                f"contains({raw}, '_')",
                "not a number: {value!r}",
                "no publisher writes _ in a number: check the row against the publisher's page",
            )
        if source.text and card.marks:
            yield _marks_fault(source, card)
        if source.text and card.decimal == "," and "." not in card.marks:
            yield Fault(
                raw,
                text,
                rf"regexp_full_match(trim({raw}), '[0-9]{{1,3}}([.][0-9]{{3}})+')",
                "a point that may end thousands or begin decimals: {value!r}",
                "save the file with commas for decimals and nothing for thousands",
            )
        if source.text and name == "value" and card.whole:
            yield Fault(
                raw,
                text,
                f"contains({raw}, {literal(card.decimal)})",
                "not a whole number: {value!r}",
                "this publisher prints values without decimals: take the file as it was downloaded",
            )
        if source.text and name == "value":
            yield Fault(
                raw,
                text,
                f"contains(upper({raw}), 'E+')",
                "a rounded number: {value!r}",
                "a spreadsheet has cut its digits: take the file as it was downloaded",
            )


def _marks_fault(source: Source, card: Card) -> Fault:
    """A mark for thousands anywhere but before three digits; in between also before two, as in India."""
    marks = "".join(f"\\{mark}" if mark in r"\]^-[" else mark for mark in card.marks)
    decimals = r"([.][0-9]+)?" if card.decimal == "." else "(,[0-9]+)?"
    grouped = rf"-?[0-9]{{1,3}}([{marks}][0-9]{{2,3}})*[{marks}][0-9]{{3}}{decimals}"
    raw = f"trim({source.column})"
    return Fault(
        source.column,
        source.heading.text,
        f"regexp_matches({raw}, {literal(f'[{marks}]')}) AND NOT regexp_full_match({raw}, {literal(grouped)})",
        f"{'a comma' if card.marks == ',' else 'a mark for thousands'} where no thousands end: {{value!r}}",
        f"save the file with {'points' if card.decimal == '.' else 'commas'} for decimals",
    )


def word_faults(by_field: Mapping[str, Source]) -> Iterator[Fault]:
    """Words for yes and no, and days of release, that are neither."""
    for name in (*BOOLEANS, "released_on"):
        source = by_field.get(name)
        if source is not None and not source.exact:
            kind = "a day" if name == "released_on" else "true or false"
            raw = source.column
            yield Fault(
                raw,
                source.heading.text,
                f"{raw} IS NOT NULL AND trim(CAST({raw} AS VARCHAR)) <> '' AND {name} IS NULL",
                f"not {kind}: {{value!r}}",
                "check the row against the publisher's page",
            )
