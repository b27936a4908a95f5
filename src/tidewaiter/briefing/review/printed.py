"""What newspapers printed, as a table and in sentences: figure by figure, each with how it was worded."""

from __future__ import annotations

from collections.abc import Iterator

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.review.review import Review
from tidewaiter.analysis.review.told import Told
from tidewaiter.briefing.report.content import Column, Number, Table, Text, When, Words, listed, text
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import HEDGES

#: Figures of the table, and goods of the summary.
_MOST, _FEW = 40, 5


def printed_table(review: Review) -> Table | None:
    """Every figure, the newest first; None where there is none."""
    found = review.told[:_MOST]
    if not found:
        return None
    way = "To" if review.direction == "export" else "From"
    columns = (
        Column((Words("Goods"),)),
        Column((Words(way),)),
        Column((Words("Time"),)),
        Column((Words("Value"),), numeric=True),
        Column((Words("Quantity"),), numeric=True),
    )
    rows = tuple(
        (
            (Words(each.title),),
            (Words(country(each.importer if review.direction == "export" else each.exporter)),),
            (When(each.period),),
            _amount(each.value, each.hedges[0]),
            _amount(each.quantity, each.hedges[1]),
        )
        for each in found
    )
    return Table("printed", (Words("As newspapers printed it, the newest first"),), columns, rows)


def printed_sentences(review: Review) -> Iterator[Text]:
    """Of the goods that most was printed of, the longest stretch of late, and the last month."""
    by_goods: dict[tuple[str, str, str], list[Told]] = {}
    for each in review.told:
        by_goods.setdefault((each.good, each.exporter, each.importer), []).append(each)
    ranked = sorted(by_goods.values(), key=lambda found: -len(found))
    for found in ranked[:_FEW]:
        late = [each for each in found if each.period[:4] == found[0].period[:4]]
        longest = max(late, key=lambda each: (each.something, each.months))
        newest = next((each for each in late if each.months == 1 and each is not longest), None)
        chosen = [longest, *([] if newest is None else [newest])]
        parts = [(*_amounts(each), Words(" in "), When(each.period)) for each in chosen]
        outward = review.direction == "export"
        yield text(
            "{goods} {way} {partner}: {parts}, as newspapers printed it.",
            goods=longest.title,
            way="to" if outward else "from",
            partner=country(longest.importer if outward else longest.exporter),
            parts=listed(parts),
        )


def _amounts(each: Told) -> Text:
    both = (_amount(each.quantity, each.hedges[1]), _amount(each.value, each.hedges[0]))
    known = [one for one in both if one]
    if not each.something:
        return (Words("nothing ("), *known[0], Words(")"))
    return known[0] if len(known) == 1 else (*known[0], Words(" ("), *known[1], Words(")"))


def _amount(fact: Fact | None, hedge: str) -> Text:
    if fact is None:
        return ()
    return (Words(HEDGES[hedge]), Number(fact)) if hedge in HEDGES and fact.value else (Number(fact),)
