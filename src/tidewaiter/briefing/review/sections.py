"""The review as a report: the summary first, then the whole trade, partners, goods, events, coverage and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.review.findings import Finding
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.review import Review
from tidewaiter.analysis.review.spans import change
from tidewaiter.analysis.review.together import together
from tidewaiter.analysis.review.track import comparable, is_zero
from tidewaiter.briefing.chart import ChartMark, ChartPoint, chart
from tidewaiter.briefing.report.content import (
    Block,
    Bullets,
    Number,
    Paragraph,
    Picture,
    Report,
    Section,
    Source,
    Term,
    Text,
    When,
    Words,
    listed,
    text,
)
from tidewaiter.briefing.report.sources import with_sources
from tidewaiter.briefing.review import tables
from tidewaiter.briefing.review.headlines import headline
from tidewaiter.briefing.review.sentences import goods_of, level, sentence, together_sentence
from tidewaiter.reference.groups import Section as GoodsSection
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import joined, possessive

#: Findings that the summary repeats.
_SUMMARY = 7
#: Partners whose whole trade the summary speaks of, and findings of one line.
_MAIN, _OF_ONE = 3, 2
#: What a series says of a year that is the sum of some of its months.
_PART_OF_A_YEAR = re.compile(r"\d{4}: \d+ of 12 months are known whole")
#: Events that a chart marks on its axis of time.
_MARKED = "border"
#: Goods that a note names.
_NAMED = 4
#: Goods of which every year is told.
_YEAR_TABLES = 6
#: Months that a chart shows at most.
_MONTHS = 72
#: Fewer known months than this make no picture.
_FEWEST = 4


def report(review: Review) -> Report:
    """The whole report."""
    way = "imports" if review.direction == "import" else "exports"
    title = f"{possessive(country(review.country))} {way}: {review.group.title}"
    sections = (
        Section("summary", "Summary", tuple(_summary(review))),
        Section("whole", "The whole trade", tuple(_whole(review))),
        *_goods(review),
        Section("moves", "What began, came back, surged and ceased", tuple(_moves(review))),
        Section("years", "Year by year", tuple(_years(review))),
        *_own_years(review),
        Section("events", "Events in the time of the review", tuple(_events(review))),
        Section("coverage", "What is known, and what is not", tuple(_coverage(review))),
        Section("method", "How it is made", tuple(_method(review))),
    )
    subtitle = text(
        "through {through}, from {since}", through=When(review.window.through), since=When(str(review.window.since))
    )
    if review.as_of is not None:
        subtitle = (*subtitle, *text(", as known on {day}", day=When(review.as_of.isoformat())))
    facts = {fact.id: fact for fact in review.facts}
    found = Report(title, subtitle, tuple(section for section in sections if section.blocks), facts)
    return with_sources(found)


def _summary(review: Review) -> Iterator[Block]:
    leading = list(_leading(review))
    told = [line for line, _ in leading]
    sentences = [*_main(review), *(each for _, found in leading for each in found)]
    sentences += [*_last_known(review, told), *_own_year_changes(review)]
    partial = [] if leading else list(_in_part(review))
    if sentences or partial:
        yield Bullets((*sentences, *partial))
        if partial:
            yield Paragraph(text("The books at hand allow no comparison of these goods over time."), note=True)
        note = tables.wide_note(told)
        if note is not None:
            yield Paragraph(note, note=True)
    else:
        yield Paragraph(
            text(
                "The ledger has nothing that can be said of these goods through {through}: see what is known, below.",
                through=When(review.window.through),
            )
        )
    yield Paragraph(_gaps(review), note=True)


def _main(review: Review) -> Iterator[Text]:
    """All goods with the largest partners, as far as they are known whole: the year so far, then the last month."""
    for partner in review.partners[:_MAIN]:
        line = partner.whole
        if line.now is not None and comparable(line.now) and line.now.value:
            yield level(line, line.now, [(line.change, line.before)])
        if not review.window.whole_year and line.month is not None and comparable(line.month) and line.month.value:
            pairs = [(line.month_on_month, line.month_before), (line.month_on_year, line.same_month_before)]
            yield level(line, line.month, pairs)


def _leading(review: Review) -> Iterator[tuple[Line, list[Text]]]:
    """What stands out, section by section: the line that matters most now, goods told before left out."""
    by_line: dict[int, list[Finding]] = {}
    for finding in review.findings:
        by_line.setdefault(id(finding.line), []).append(finding)
    heads = [found for section in review.group.sections if (found := _head(review, section, by_line))]
    heads.sort(key=lambda found: -_weight(found[0].line))
    room = _SUMMARY
    for place, found in enumerate(heads):
        chosen = found[: _OF_ONE if place < _MAIN else 1][:room]
        room -= len(chosen)
        if chosen:
            yield chosen[0].line, [sentence(finding) for finding in chosen]


def _head(review: Review, section: GoodsSection, by_line: Mapping[int, list[Finding]]) -> list[Finding]:
    """The findings of a section's weightiest line; goods that have their codes to themselves come first."""
    lines = [
        line
        for partner in review.partners
        for each, listed_lines in partner.sections
        if each is section
        for line in listed_lines
        if id(line) in by_line and _weight(line)
    ]
    best = min(lines, key=lambda line: (bool(line.wide), -_weight(line)), default=None)
    return [] if best is None else by_line[id(best)]


def _last_known(review: Review, told: Sequence[Line]) -> Iterator[Text]:
    """The largest partners' goods of which nothing is known lately: their last known year, and that it is the last."""
    partners = {line.track.lane for line in told}
    for partner in review.partners[:_MAIN]:
        if partner.lane in partners or not partner.lines:
            continue
        line = max(partner.lines, key=lambda line: line.largest.value if line.largest else Decimal(0))
        known = [(year, fact) for year, fact in line.years.items() if comparable(fact)]
        if line.now is not None or not known or known[-1][0] >= line.last_full or not known[-1][1].value:
            continue
        year, fact = known[-1]
        yield level(
            line, fact, [(line.changes.get(year), line.years.get(year - 1))], more="; later years are not known whole"
        )


def _own_year_changes(review: Review) -> Iterator[Text]:
    """What publishers with years of their own say of the first goods they have, where no month is known of them."""
    for partner in review.partners:
        if partner.lines or not partner.spans.lines:
            continue
        product, by_period = partner.spans.lines[0]
        moved = change(review.facts, by_period)
        if moved is None:
            continue
        now, before, percent = moved
        outward = review.direction == "export"
        yield text(
            "{goods} {way} {partner} came to {now} in {when}, {size} {more} than in {then} ({before}).",
            goods=product.title,
            way="to" if outward else "from",
            partner=country(partner.code),
            now=Number(now),
            when=When(now.subject.period),
            size=Number(percent, "size"),
            more="more" if percent.value > 0 else "less",
            then=When(before.subject.period),
            before=Number(before),
        )


def _in_part(review: Review) -> Iterator[Text]:
    """The largest figures that are known, where nothing can be compared with anything."""
    lines = [line for partner in review.partners for line in partner.lines if line.recent is not None]
    ranked = sorted((line for line in lines if _weight(line)), key=lambda line: -_weight(line))
    for line in ranked[:_SUMMARY]:
        fact = line.recent
        if fact is not None:
            yield text(
                "{goods}: {value} in {when}.",
                goods=goods_of(line),
                value=Number(fact),
                when=When(fact.subject.period),
            )


def _weight(line: Line) -> Decimal:
    return Decimal(0) if line.recent is None else line.recent.value


def _gaps(review: Review) -> Text:
    """How many of the partners have published through the end."""
    window = review.window
    late = [partner for partner in review.partners if not partner.reaches]
    if not review.partners:
        return text("No partner's book in the ledger holds these goods.")
    printed = [partner for partner in review.partners if partner.published.first is None and partner.published.printed]
    if printed:
        names = listed([Words(country(partner.code)) for partner in printed[:8]])
        return text(
            "Of {names} no customs book is loaded, only single figures that newspapers printed: whatever else there "
            "was is not known, and is not nothing.",
            names=names,
        )
    if not late:
        return text(
            "These goods are known through {through} from the book of every partner named here.",
            through=When(window.through),
        )
    names = listed([Words(country(partner.code)) for partner in late[:8]])
    more = " and others" if len(late) > 8 else ""
    return text(
        "Not known through {through} from the books of {names}{more}: what is missing there is not known, and is not "
        "nothing.",
        through=When(window.through),
        names=names,
        more=more,
    )


def _whole(review: Review) -> Iterator[Block]:
    table = tables.whole_table(review)
    if table is None:
        yield Paragraph(text("No book in the ledger has the trade in all goods; what follows is of the goods alone."))
        return
    yield table
    for partner in [partner for partner in review.partners if partner.whole.whole][:2]:
        yield from _picture(review, partner.whole)


def _goods(review: Review) -> Iterator[Section]:
    for section in review.group.sections:
        table = tables.section_table(review, section)
        if table is None:
            continue
        lines = [
            line
            for partner in review.partners
            for each, listed_lines in partner.sections
            if each is section
            for line in listed_lines
        ]
        blocks: list[Block] = [table]
        notes = (tables.wide_note(lines), tables.misweighed_note(lines))
        blocks.extend(Paragraph(note, note=True) for note in notes if note is not None)
        said = [*_together(review, section), *_shares(review, lines)]
        if said:
            blocks.append(Bullets(tuple(said)))
        ranked = sorted(lines, key=lambda line: -(line.largest.value if line.largest else 0))
        pictures = [picture for line in ranked for picture in _picture(review, line)]
        blocks.extend(pictures[:1])
        yield Section("goods-" + "-".join(section.title.lower().split()), section.title, tuple(blocks))


def _together(review: Review, section: GoodsSection) -> Iterator[Text]:
    """What the first goods of a section that several partners sent came to together."""
    for product in section.products:
        lines = review.lines_of(product.id)
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
            for partner in review.partners
            for each, listed_lines in partner.sections
            if each is section
            for line in listed_lines
            if line.largest is not None and line.largest.value
        ]
        if lines:
            heads.append(max(lines, key=lambda line: line.largest.value if line.largest else Decimal(0)))
    for line in sorted(heads, key=lambda line: -_weight(line))[:_YEAR_TABLES]:
        table = tables.years_table(line)
        if table is not None:
            yield table


def _own_years(review: Review) -> Iterator[Section]:
    blocks = [table for partner in review.partners if (table := tables.spans_table(partner)) is not None]
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
        yield tables.coverage_table(review)
    quiet = []
    for partner in review.partners[:_MAIN]:
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
    if review.silent:
        names = ", ".join(country(code) for code in review.silent)
        yield Paragraph(
            text("Books that have rows with the country and none of these goods in this time: {names}.", names=names)
        )
    notes = list(_notes(review))
    if notes:
        yield Bullets(tuple(notes))


def _notes(review: Review) -> Iterator[Text]:
    """What a reader must know of the series, each note once with the goods it is about."""
    about: dict[tuple[str, str], list[str]] = {}
    for partner in review.partners:
        for line in partner.lines:
            for note in line.track.notes:
                about.setdefault((partner.code, note), []).append(line.title)
    held = {partner.code: len(partner.lines) for partner in review.partners}
    # Several notes of one partner about the same goods are one line.
    by_goods: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (code, note), titles in about.items():
        by_goods.setdefault((code, tuple(titles)), []).append(note)
    for (code, goods), said in by_goods.items():
        which = "" if len(goods) == held[code] else f", {listed_goods(goods)}"
        yield text("{who}{which}: {notes}.", who=country(code), which=Term(which), notes=Term("; ".join(_drawn(said))))


def _drawn(notes: Sequence[str]) -> list[str]:
    """The notes, those that say of several years that they are known only in part as one."""
    partial = [note for note in notes if _PART_OF_A_YEAR.match(note)]
    if len(partial) < 2:
        return list(notes)
    years = joined([note[:4] for note in sorted(partial)])
    one = f"of {years} not all months are known whole, so each is at least this"
    return [*(note for note in notes if note not in partial), one]


def listed_goods(goods: Sequence[str]) -> str:
    """Goods in a list, a few by name."""
    named = ", ".join(title[:1].lower() + title[1:] for title in goods[:_NAMED])
    more = len(goods) - _NAMED
    return f"{named} and {more} more" if more > 0 else named


def _method(review: Review) -> Iterator[Block]:
    yield Paragraph(
        text(
            "Values are what the partner’s customs booked, in {currency}, as the partner values them; two books of the "
            "same trade are never added, and a month that nobody published is left open. Comparisons are made only "
            "between figures that are known whole, or of the same codes. Each number leads to the rows that it is made "
            "of.",
            currency=Term(review.currency),
        )
    )


def _picture(review: Review, line: Line) -> Iterator[Picture]:
    """The months of a line, where enough are known; the caption says what they are of."""
    track = line.track
    months = track.window.months[-_MONTHS:]
    points = [(month, _whole_only(track.month(month))) for month in months]
    known = [fact for _, fact in points if fact is not None]
    if len(known) < _FEWEST or not any(fact.value for fact in known):
        return
    first = next(place for place, (_, fact) in enumerate(points) if fact is not None)
    points = points[first:]
    highest = max(known, key=lambda fact: fact.value)
    caption = headline(line, review.findings, highest)
    drawn = chart(
        [ChartPoint(month, None if fact is None else fact.value) for month, fact in points],
        title=f"{goods_of(line)}, by month",
        unit=known[0].unit,
        marks=_marks(review),
        width=640,
        height=220,
    )
    ident = f"chart-{track.product.id}-{line.partner}".lower().replace("_", "-")
    yield Picture(ident, caption, drawn, known[0].unit, tuple(points))


def _marks(review: Review) -> list[ChartMark]:
    """The events that shut and opened the border, for the axis of time."""
    return [
        ChartMark(event.period.last_day.isoformat()[:7], event.event)
        for event in review.events
        if event.category == _MARKED
    ]


def _whole_only(fact: Fact | None) -> Fact | None:
    """A figure that may stand beside others in a chart: a part would look like a fall."""
    return fact if comparable(fact) else None
