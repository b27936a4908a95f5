"""The summary of a review: the largest partners' trade, what stands out, and where the books end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tidewaiter.analysis.review.findings import Finding
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.partner import Partner
from tidewaiter.analysis.review.review import Review
from tidewaiter.analysis.review.spans import change
from tidewaiter.analysis.review.track import comparable
from tidewaiter.briefing.left_out import in_money, left_out_note
from tidewaiter.briefing.report.content import Block, Bullets, Number, Paragraph, Term, Text, When, Words, listed, text
from tidewaiter.briefing.review import tables
from tidewaiter.briefing.review.printed import printed_sentences
from tidewaiter.briefing.review.sentences import goods_of, level, sentence
from tidewaiter.reference.confusable import lookalikes
from tidewaiter.reference.groups import Section as GoodsSection
from tidewaiter.verdicts.phrases import country

#: Partners that are named of whom something is not known.
_NAMED = 8
#: Findings that the summary repeats.
_SUMMARY = 7
#: Partners that are spoken of one by one, and findings of one line.
MAIN, _OF_ONE = 3, 2


def summary(review: Review) -> Iterator[Block]:
    """The blocks of the summary."""
    leading = list(_leading(review))
    told = [line for line, _ in leading]
    sentences = [*_main(review), *(each for _, found in leading for each in found)]
    if not leading:
        sentences += [sentence(finding) for finding in review.findings[:_OF_ONE]]
    sentences += [*_last_known(review, told), *_own_year_changes(review)]
    partial = [] if leading else list(_in_part(review))
    sentences += printed_sentences(review)
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
                "The ledger has nothing{money} that can be said of these goods through {through}: see what is known, "
                "below.",
                money=in_money(review.left_out, review.currency),
                through=When(review.window.through),
            )
        )
    yield Paragraph(_gaps(review), note=True)
    yield from left_out_note(review.left_out, review.currency)
    doubt = doubt_note(review)
    if doubt is not None:
        yield Paragraph(doubt, note=True)


def doubt_note(review: Review) -> Text | None:
    """Whose books look as if they took another country for this one, with how much; None where none does."""
    found = [(partner, partner.doubt) for partner in review.partners if partner.doubt is not None and partner.doubted]
    if not found:
        return None
    each = [
        text("{partner} ({value} in {when})", partner=country(partner.code), value=Number(doubt.value),
             when=When(doubt.value.subject.period))
        for partner, doubt in found
    ]  # fmt: skip
    others = listed([Words(country(pair.other)) for pair in lookalikes(review.country)], last="or")
    return text(
        "† What the books of {each} have of these goods looks, most of it, like trade of {others} booked so by "
        "mistake, and is left out of what stands out; why, the audit says: {command}.",
        each=listed(each),
        others=others,
        command=Term(f"tidewaiter audit --partner {review.country} --check confusable"),
    )


def _main(review: Review) -> Iterator[Text]:
    """All goods with the largest partners, as far as they are known whole: the year so far, then the last month."""
    for partner in review.partners[:MAIN]:
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
    heads.sort(key=lambda found: -weight(found[0].line))
    room = _SUMMARY
    for place, found in enumerate(heads):
        chosen = found[: _OF_ONE if place < MAIN else 1][:room]
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
        if id(line) in by_line and weight(line)
    ]
    best = min(lines, key=lambda line: (bool(line.wide), -weight(line)), default=None)
    return [] if best is None else by_line[id(best)]


def _last_known(review: Review, told: Sequence[Line]) -> Iterator[Text]:
    """The largest partners' goods of which nothing is known lately: their last known year, and that it is the last."""
    partners = {line.track.lane for line in told}
    for partner in review.partners[:MAIN]:
        if partner.lane in partners or not partner.lines or partner.doubted:
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
        outward = review.direction == "export"
        moved = change(review.facts, by_period)
        if moved is None:
            last = by_period[max(by_period)]
            yield text(
                "{goods} {way} {partner} came to {now} in {when}.",
                goods=product.title,
                way="to" if outward else "from",
                partner=country(partner.code),
                now=Number(last),
                when=When(last.subject.period),
            )
            continue
        now, before, percent = moved
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
    # What newspapers printed is told figure by figure, and not as the least that a year can be.
    lines = [
        line
        for partner in review.partners
        if partner.published.booked and not partner.doubted
        for line in partner.lines
        if line.recent is not None
    ]
    ranked = sorted((line for line in lines if weight(line)), key=lambda line: -weight(line))
    for line in ranked[:_SUMMARY]:
        fact = line.recent
        if fact is not None:
            yield text(
                "{goods}: {value} in {when}.",
                goods=goods_of(line),
                value=Number(fact),
                when=When(fact.subject.period),
            )


def weight(line: Line) -> Decimal:
    """How much a line matters now."""
    return Decimal(0) if line.recent is None else line.recent.value


def _gaps(review: Review) -> Text:
    """Of which partners no book of the goods is loaded, how many have published through the end, and of what codes."""
    if not review.partners:
        money = in_money(review.left_out, review.currency)
        return text("No partner's book in the ledger holds these goods{money}.", money=money)
    without = [partner for partner in review.partners if not partner.published.booked]
    printed = [partner for partner in without if partner.published.printed]
    said = [
        _of(printed, "Of {names} no customs book of these goods is loaded, only single figures that newspapers "
            "printed: whatever else there was is not known, and is not nothing."),
        _of([each for each in without if each not in printed],
            "Of {names} no customs book of these goods is loaded: what there was of them is not known, and is not "
            "nothing."),
        _of([each for each in review.partners if each not in without and not each.reaches],
            "Not known through {through} from the books of {names}: what is missing there is not known, and is not "
            "nothing.", through=When(review.window.through)),
    ]  # fmt: skip
    told = [each for each in said if each]
    if not told:
        told = [
            text(
                "These goods are known through {through} from the book of every partner named here.",
                through=When(review.window.through),
            )
        ]
    told += _of_some_codes(review)
    return tuple(run for place, each in enumerate(told) for run in ((Words(" "), *each) if place else each))


def _of(partners: Sequence[Partner], template: str, **parts: When) -> Text:
    """What is said of some partners; nothing where there are none."""
    if not partners:
        return ()
    named = [Words(country(partner.code)) for partner in partners[:_NAMED]]
    names = listed([*named, *([Words("others")] if len(partners) > _NAMED else [])])
    return text(template, names=names, **parts)


def _of_some_codes(review: Review) -> Iterator[Text]:
    """That figures are of some of the goods' codes, where a book has no more of them."""
    if not all(partner.published.every for partner in review.partners if partner.published.booked):
        yield text(
            "Figures are of those codes of the goods that the books as loaded hold; which, the coverage tells below."
        )
