"""One finding, one sentence. Every number in it is a fact of the finding; nothing else is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.review.findings import Finding
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.together import Together
from tidewaiter.briefing.report.content import Number, Text, When, Words, listed, text
from tidewaiter.verdicts.phrases import country

#: From so many times as much on, the times are said.
TWICE = Decimal("1.5")


def sentence(finding: Finding) -> Text:
    """The finding in words."""
    return _SENTENCES[finding.kind](finding)


def goods_of(line: Line) -> str:
    """Which goods, and the partner: "soap from China" of imports, "coal to China" of exports.

    A star marks goods under whose codes others are booked, too; `tables.wide_note` says what it means.
    """
    track = line.track
    name = track.product.title + ("*" if line.wide else "")
    lowered = name if name.startswith("HS ") else name[:1].lower() + name[1:]
    way, partner = ("to", track.importer) if track.outward else ("from", track.exporter)
    return f"{lowered} {way} {country(partner)}"


def level(line: Line, now: Fact, against: Sequence[tuple[Fact | None, Fact | None]], *, more: str = "") -> Text:
    """A line's figure, and how it has moved against earlier ones: pairs of a change and what it is against.

    `more` stands at the end.
    """
    moves = [
        text(
            "{size} {way} than in {then} ({before})",
            size=Number(change, "size"),
            way="more" if change.value > 0 else "less",
            then=When(before.subject.period),
            before=Number(before),
        )
        for change, before in against
        if change is not None and before is not None and change.value
    ]
    moved = text(", {moves}", moves=listed(moves)) if moves else ()
    return text(
        "{goods} came to {now} in {when}{moved}{more}.",
        goods=goods_of(line),
        now=Number(now),
        when=When(now.subject.period),
        moved=moved,
        more=more,
    )


def _amount(fact: Fact) -> Number:
    return Number(fact)


def _when(fact: Fact) -> When:
    return When(fact.subject.period)


def _years(first: int, last: int) -> When:
    return When(str(first) if first == last else f"{first}/{last}")


def _quantity(finding: Finding) -> Text:
    """The quantity beside the value, where the book counts in one unit."""
    quantity = finding.line.quantity
    if quantity is None or not quantity.value or "now" not in finding.facts:
        return ()
    if finding.facts["now"].subject.period != quantity.subject.period:
        return ()
    return text(" ({quantity})", quantity=Number(quantity))


def _began(finding: Finding) -> Text:
    now = finding.facts["now"]
    last = int(now.subject.period[:4]) - 1
    return text(
        "{goods} began: {now}{quantity} in {when}, after nothing in {quiet}.",
        goods=goods_of(finding.line),
        now=_amount(now),
        quantity=_quantity(finding),
        when=_when(now),
        quiet=_years(finding.since or last, last),
    )


def _resumed(finding: Finding) -> Text:
    now, before = finding.facts["now"], finding.facts["last"]
    last = int(now.subject.period[:4]) - 1
    return text(
        "{goods} came back: {now}{quantity} in {when}, after nothing in {quiet}; {year} had {before}.",
        goods=goods_of(finding.line),
        now=_amount(now),
        quantity=_quantity(finding),
        when=_when(now),
        quiet=_years(finding.since or last, last),
        year=_when(before),
        before=_amount(before),
    )


def _record(finding: Finding) -> Text:
    now, best, among = finding.facts["now"], finding.facts["best"], finding.facts["among"]
    change = finding.facts.get("change")
    moved: Text = ()
    if change is not None and change.value:
        moved = text(", {size} {way} than a year earlier", size=Number(change, "size"), way=_more(change))
    return text(
        "{goods} came to {now}{quantity} in {when}{moved}: more than in {same}any of the {among} years "
        "before that are known, of which {year} had the most, {best}.",
        same="" if finding.line.track.window.whole_year else "the same months of ",
        goods=goods_of(finding.line),
        now=_amount(now),
        quantity=_quantity(finding),
        when=_when(now),
        moved=moved,
        among=Number(among, "bare"),
        year=_when(best),
        best=_amount(best),
    )


def _more(change: Fact) -> str:
    return "more" if change.value > 0 else "less"


def _moved(finding: Finding) -> Text:
    now, before, change = finding.facts["now"], finding.facts["before"], finding.facts["change"]
    return text(
        "{goods} {way} {size} to {now}{quantity} in {when}, from {before} in {then}.",
        goods=goods_of(finding.line),
        way="rose" if change.value > 0 else "fell",
        size=Number(change, "size"),
        now=_amount(now),
        quantity=_quantity(finding),
        when=_when(now),
        before=_amount(before),
        then=_when(before),
    )


def _ceased(finding: Finding) -> Text:
    last, before = finding.facts.get("last"), finding.facts.get("before")
    if last is None:
        now = finding.facts["now"]
        assert before is not None
        return text(
            "{goods} ceased: nothing in {when}, after {before} in {then}.",
            goods=goods_of(finding.line),
            when=_when(now),
            before=_amount(before),
            then=_when(before),
        )
    year: Text = ()
    if before is not None:
        year = text("; {year} had {before}", year=_when(before), before=_amount(before))
    return text(
        "{goods} ceased: nothing since {last_month} ({last}), though every month to {through} is published{year}.",
        goods=goods_of(finding.line),
        last_month=_when(last),
        last=_amount(last),
        through=When(finding.line.track.window.through),
        year=year,
    )


def _few_months(finding: Finding) -> Text:
    months = [fact for name, fact in finding.facts.items() if name != "year"]
    year = finding.facts["year"]
    each = [text("{when} ({value})", when=_when(month), value=_amount(month)) for month in months]
    return text(
        "All of the {year} figure of {goods}, {value}, is of {months}.",
        year=_when(year),
        goods=goods_of(finding.line),
        value=_amount(year),
        months=listed(each) if len(each) > 1 else (_when(months[0]),),
    )


def _against_whole(finding: Finding) -> Text:
    change, whole, now = finding.facts["change"], finding.facts["whole"], finding.facts["now"]
    held = finding.kind == "held_up"
    way = "rose" if change.value > 0 else "fell"
    if change.value >= 0:
        rest = "while all goods fell"
    else:
        rest = "less than all goods, which fell" if held else "more than all goods, which fell"
    return text(
        "{goods} {way} {size} in {when} to {now}, {rest} {whole}.",
        goods=goods_of(finding.line),
        way=way,
        size=Number(change, "size"),
        when=_when(now),
        now=_amount(now),
        rest=rest,
        whole=Number(whole, "size"),
    )


def _more_than_year(finding: Finding) -> Text:
    now, year, times = finding.facts["now"], finding.facts["year"], finding.facts["times"]
    like = finding.facts.get("like")
    parts: list[Text] = []
    if like is not year and times.value >= TWICE:
        parts.append((Number(times, "bare"), *_than(" times as much as", year)))
    elif like is not year and times.value > 1:
        parts.append(_than("more than", year))
    if like is not None:
        parts.append(_than("about as much as", like))
    return text(
        "{goods} came to {now}{quantity} in {when}, {parts}.",
        goods=goods_of(finding.line),
        now=_amount(now),
        quantity=_quantity(finding),
        when=_when(now),
        parts=listed(parts),
    )


def _than(words: str, year: Fact) -> Text:
    """What a whole year had, to stand within a sentence."""
    return (Words(f"{words} in all of "), _when(year), Words(" ("), _amount(year), Words(")"))


def _more_than_each(finding: Finding) -> Text:
    now, best, count = finding.facts["now"], finding.facts["best"], finding.facts["count"]
    return text(
        "{goods} came to {now}{quantity} in {when}, more than in all of any of the {count} years before, of which "
        "{year} had the most, {most}.",
        goods=goods_of(finding.line),
        now=_amount(now),
        quantity=_quantity(finding),
        when=_when(now),
        count=Number(count, "bare"),
        year=_when(best),
        most=_amount(best),
    )


def _more_than_sum(finding: Finding) -> Text:
    now, total = finding.facts["now"], finding.facts["sum"]
    return text(
        "{goods} came to {now} in {when}, more than in all of {years} together ({total}).",
        goods=goods_of(finding.line),
        now=_amount(now),
        when=_when(now),
        years=_when(total),
        total=_amount(total),
    )


def together_sentence(found: Together) -> Text:
    """What several partners' goods came to, and by how much that moved."""
    name = found.lines[0].title
    way = "to" if found.lines[0].track.outward else "from"
    moved: Text = ()
    if found.difference.value:
        moved = text(
            ", {difference} {more} than in {then} ({before})",
            difference=Number(found.difference, "gap"),
            more="more" if found.difference.value > 0 else "less",
            then=_when(found.before),
            before=_amount(found.before),
        )
    return text(
        "{goods} {way} {partners} together came to {now} in {when}{moved}.",
        goods=name,
        way=way,
        partners=listed([Words(country(line.partner)) for line in found.lines]),
        now=_amount(found.now),
        when=_when(found.now),
        moved=moved,
    )


_SENTENCES: Mapping[str, Callable[[Finding], Text]] = {
    "began": _began,
    "resumed": _resumed,
    "record": _record,
    "surged": _moved,
    "fell": _moved,
    "ceased": _ceased,
    "few_months": _few_months,
    "held_up": _against_whole,
    "fell_more": _against_whole,
    "more_than_year": _more_than_year,
    "more_than_each": _more_than_each,
    "more_than_sum": _more_than_sum,
}
