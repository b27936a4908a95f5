"""What a report says of books that it leaves out for their currency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidewaiter.analysis.left_out import LeftOut
from tidewaiter.briefing.report.content import Block, Paragraph, Term, Text, When, Words, listed, text
from tidewaiter.verdicts.phrases import country


def left_out_note(found: Sequence[LeftOut], currency: str) -> Iterator[Block]:
    """Who was left out, in which currency they count, and how to ask for them; nothing where nobody was."""
    if not found:
        return
    ways = [Term(f"--currency {name}") for name in sorted({name for each in found for name in each.currencies})]
    yield Paragraph(
        text(
            "Left out, since their books are in another currency than {currency}: {names}: ask with {ways}.",
            currency=Term(currency),
            names=left_out_names(found),
            ways=listed(ways, last="or"),
        ),
        note=True,
    )


def left_out_names(found: Sequence[LeftOut]) -> Text:
    """ "Italy (EUR) and India (some of 2021, INR)"."""
    said: list[Text] = []
    for each in found:
        some = (Words("some of "), *listed(map(When, each.years)), Words(", ")) if each.years else ()
        said.append((Words(f"{country(each.reporter)} ("), *some, Term(", ".join(each.currencies)), Words(")")))
    return listed(said)


def in_money(found: Sequence[LeftOut], currency: str) -> Text:
    """ " in USD", for what no book has in just that currency; nothing where none was left out for it."""
    return (Words(" in "), Term(currency)) if found else ()
