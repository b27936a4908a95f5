"""The review as a report: the summary first, then the whole trade, partners, goods, events, coverage and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.partner import Partner
from tidewaiter.analysis.review.review import Review
from tidewaiter.analysis.review.together import together
from tidewaiter.analysis.review.track import PRESS, is_zero
from tidewaiter.briefing.left_out import in_money, left_out_names
from tidewaiter.briefing.report.content import (
    Block,
    Bullets,
    Number,
    Paragraph,
    Report,
    Section,
    Source,
    Table,
    Term,
    Text,
    When,
    Words,
    listed,
    text,
)
from tidewaiter.briefing.report.sources import with_sources
from tidewaiter.briefing.review import tables
from tidewaiter.briefing.review.coverage import coverage_table
from tidewaiter.briefing.review.notes import notes
from tidewaiter.briefing.review.pictures import picture
from tidewaiter.briefing.review.printed import printed_table
from tidewaiter.briefing.review.sentences import goods_of, sentence, together_sentence
from tidewaiter.briefing.review.summary import MAIN, summary, weight
from tidewaiter.reference.confusable import lookalikes
from tidewaiter.reference.groups import Section as GoodsSection
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import possessive

#: Goods of which every year is told.
_YEAR_TABLES = 6
#: Said of partners whose books have no row of the goods: where they cover them, and where they do not.
_SILENT = "Nothing of these goods, last year or this, in books that cover them or some of their codes: {names}."
_STRANGE = "No row of these goods, in books that do not cover them, so that there may have been some: {names}."
#: What a valuation means.
_VALUATIONS = {
    "FOB": "free on board: the goods as they leave the sender’s border",
    "CIF": "with the cost of insurance and freight to the receiver’s border",
}


def report(review: Review) -> Report:
    """The whole report."""
    way = "imports" if review.direction == "import" else "exports"
    title = f"{possessive(country(review.country))} {way}: {review.group.title}"
    sections = (
        Section("summary", "Summary", tuple(summary(review))),
        Section("whole", "The whole trade", tuple(_whole(review))),
        *_goods(review),
        Section("printed", "What newspapers printed", tuple(_printed(review))),
        Section("moves", "What began, came back, surged and ceased", tuple(_moves(review))),
        Section("years", "Year by year", tuple(_years(review))),
        *_own_years(review),
        Section("events", "Events in the time of the review", tuple(_events(review))),
        Section("coverage", "What is known, and what is not", tuple(_coverage(review))),
        Section("method", "How it is made", tuple(_method(review))),
    )
    subtitle = text(
        "from {since} through {through}", through=When(review.window.through), since=When(str(review.window.since))
    )
    if not review.end_named:
        subtitle = (*subtitle, *text(" (the last month known of these goods)"))
    if review.as_of is not None:
        subtitle = (*subtitle, *text(", as known on {day}", day=When(review.as_of.isoformat())))
    facts = {fact.id: fact for fact in review.facts}
    filled = [section for section in sections if section.blocks]
    found = Report(title, subtitle, tuple(_with_gaps_said(filled)), facts)
    return with_sources(found, undated=review.undated)


def _with_gaps_said(sections: Sequence[Section]) -> Iterator[Section]:
    """The sections; under the first table with a gap stands what a gap says."""
    said = False
    for section in sections:
        place = next((n for n, each in enumerate(section.blocks, 1) if isinstance(each, Table) and each.gaps), 0)
        if place and not said:
            said = True
            blocks = (*section.blocks[:place], Paragraph(tables.gaps_note(), note=True), *section.blocks[place:])
            section = replace(section, blocks=blocks)
        yield section


def _whole(review: Review) -> Iterator[Block]:
    table = tables.whole_table(review)
    if table is None:
        said = "No book in the ledger has the trade in all goods{money}; what follows is of the goods alone."
        yield Paragraph(text(said, money=in_money(review.left_out, review.currency)))
        return
    yield table
    shown = [run.fact for row in table.rows for cell in row for run in cell if isinstance(run, Number)]
    if any(_rests_on(review, fact, PRESS) for fact in shown):
        yield Paragraph(
            text("Of all goods, what newspapers printed of customs figures stands here where no book has them."),
            note=True,
        )
    for partner in [partner for partner in review.partners if partner.whole.whole][:2]:
        yield from picture(review, partner.whole)


def _rests_on(review: Review, fact: Fact, source: str) -> bool:
    """Whether any of the rows that a fact is made of are of a source."""
    return fact.source == source or any(_rests_on(review, review.facts[each], source) for each in fact.operands)


def _goods(review: Review) -> Iterator[Section]:
    for section in review.group.sections:
        table = tables.section_table(review, section)
        if table is None:
            continue
        lines = [line for partner in review.partners for line in _lines_of(partner, section)]
        blocks: list[Block] = [table]
        told = (tables.wide_note(lines), tables.misweighed_note(lines))
        blocks.extend(Paragraph(note, note=True) for note in told if note is not None)
        lines = [line for partner in _sure(review) for line in _lines_of(partner, section)]
        said = [*_together(review, section), *_shares(review, lines)]
        if said:
            blocks.append(Bullets(tuple(said)))
        ranked = sorted(lines, key=lambda line: -(line.largest.value if line.largest else 0))
        pictures = [drawn for line in ranked for drawn in picture(review, line)]
        blocks.extend(pictures[:1])
        yield Section("goods-" + "-".join(section.title.lower().split()), section.title, tuple(blocks))


def _sure(review: Review) -> list[Partner]:
    """The partners whose trade does not look like that of another country: only these are told of and added up."""
    return [partner for partner in review.partners if not partner.doubted]


def _lines_of(partner: Partner, section: GoodsSection) -> Sequence[Line]:
    return next((lines for each, lines in partner.sections if each is section), ())


def _printed(review: Review) -> Iterator[Block]:
    table = printed_table(review)
    if table is not None:
        yield Paragraph(
            text("Single figures of customs statistics that newspapers told. What they did not tell is not known."),
            note=True,
        )
        yield table


def _together(review: Review, section: GoodsSection) -> Iterator[Text]:
    """What the first goods of a section that several partners sent came to together."""
    for product in section.products:
        lines = [
            line
            for partner in _sure(review)
            for line in _lines_of(partner, section)
            if line.track.product.id == product.id
        ]
        told = [together_sentence(each) for each in together(review.facts, lines)]
        if told:
            yield from told
            return


def _shares(review: Review, lines: Sequence[Line]) -> Iterator[Text]:
    """How much of the partner's trade in all goods the largest line of a section is."""
    wholes = {partner.lane: partner.whole for partner in review.partners}
    for line in sorted(lines, key=lambda line: -(line.largest.value if line.largest else 0))[:1]:
        share = line.share_of(wholes[line.track.lane])
        if share is not None and share.value:
            yield text(
                "{goods} made up {share} of all goods in {when}.",
                goods=goods_of(line),
                share=Number(share),
                when=When(share.subject.period),
            )


def _moves(review: Review) -> Iterator[Block]:
    if review.findings:
        yield Bullets(tuple(sentence(finding) for finding in review.findings))
        note = tables.wide_note([finding.line for finding in review.findings])
        if note is not None:
            yield Paragraph(note, note=True)
    else:
        yield Paragraph(text("Nothing stands out that the books allow to be said."))


def _years(review: Review) -> Iterator[Block]:
    """Every year of the goods that matter most, the largest line of each section."""
    heads = []
    for section in review.group.sections:
        lines = [
            line
            for partner in _sure(review)
            for line in _lines_of(partner, section)
            if line.largest is not None and line.largest.value
        ]
        if lines:
            heads.append(max(lines, key=lambda line: line.largest.value if line.largest else Decimal(0)))
    for line in sorted(heads, key=lambda line: -weight(line))[:_YEAR_TABLES]:
        table = tables.years_table(line)
        if table is not None:
            yield table


def _own_years(review: Review) -> Iterator[Section]:
    blocks: list[Block] = []
    for partner in review.partners:
        table = tables.spans_table(partner)
        if table is None:
            continue
        blocks.append(table)
        note = tables.spans_note(partner)
        if note is not None:
            blocks.append(Paragraph(note, note=True))
    others = [Words(country(pair.other)) for pair in lookalikes(review.country)]
    if blocks and others:
        unasked = (
            "Of such years a review does not ask whether trade of {others} stands in them by mistake; {command} does."
        )
        command = Term(f"tidewaiter audit --partner {review.country} --check confusable")
        blocks.append(Paragraph(text(unasked, others=listed(others, last="or"), command=command), note=True))
    if blocks:
        yield Section("own-years", "By publishers’ own years", tuple(blocks))


def _events(review: Review) -> Iterator[Block]:
    items = tuple(
        text(
            "{when}: {event} ({source})",
            when=When(str(event.period)),
            event=Term(event.event),
            source=Source(event.source, event.url or None),
        )
        for event in review.events
    )
    if items:
        yield Bullets(items)


def _coverage(review: Review) -> Iterator[Block]:
    if review.partners or review.small:
        yield coverage_table(review)
    quiet = []
    for partner in review.partners[:MAIN]:
        nothing = [line.title for line in partner.quiet if is_zero(line.now) and is_zero(line.year)]
        if nothing:
            quiet.append(text("{partner}: {goods}", partner=country(partner.code), goods=", ".join(nothing)))
    if quiet:
        yield Paragraph(
            text(
                "Nothing, last year and this, in the largest partners’ books, which cover these goods through the end:"
            )
        )
        yield Bullets(tuple(quiet))
    if review.small:
        yield Paragraph(
            text("Below the threshold in every year: {names}.", names=", ".join(country(p.code) for p in review.small))
        )
    for codes, template in ((review.silent, _SILENT), (review.strange, _STRANGE)):
        if codes:
            yield Paragraph(text(template, names=", ".join(country(code) for code in codes)))
    if review.left_out:
        yield Paragraph(text("Not told, for their currency: {names}.", names=left_out_names(review.left_out)))
    said = tuple(notes(review))
    if said:
        yield Bullets(said)


def _method(review: Review) -> Iterator[Block]:
    yield Paragraph(
        text(
            "Values are what the partner’s customs booked, in {currency}, as the partner values them{valued}; two "
            "books of the same trade are never added, and a month that nobody published is left open. Comparisons are "
            "made only between figures that are known whole, or of the same codes. Each number leads to the rows that "
            "it is made of.",
            currency=Term(review.currency),
            valued=_valued(review),
        )
    )


def _valued(review: Review) -> Text:
    """What the values in the books at hand are of."""
    found = {each for partner in review.partners for each in partner.valuations}
    said = [Words(f"{name} ({meaning})") for name, meaning in _VALUATIONS.items() if name in found]
    return (Words(", "), *listed(said)) if said else ()
