"""The news of a month as a report: totals, what is new and what stopped, the largest moves, revisions, measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidewaiter.analysis.news.moves import Move
from tidewaiter.analysis.news.news import News
from tidewaiter.analysis.news.revisions import Revision
from tidewaiter.analysis.review.facts import Fact, Subject
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.track import comparable
from tidewaiter.briefing.brief.articles import Turn, turned
from tidewaiter.briefing.left_out import in_money, left_out_note
from tidewaiter.briefing.report import books
from tidewaiter.briefing.report.content import (
    Block,
    Bullets,
    Column,
    Number,
    Paragraph,
    Report,
    Section,
    Table,
    Term,
    Text,
    When,
    Words,
    text,
)
from tidewaiter.briefing.report.sources import with_sources
from tidewaiter.briefing.review.sentences import level
from tidewaiter.briefing.screening.sections import paragraph_of
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import period, possessive

#: Lines of each table.
_LINES = 15
#: Lines of the summary where nothing can be compared.
_FEW = 5
_TITLES = {"new": "New", "stopped": "Stopped", "rose": "Rose most", "fell": "Fell most"}
_WAYS = {"import": "What entered", "export": "What left"}


def report(news: News, *, turns: Sequence[Turn] = ()) -> Report:
    """The whole report; `turns` are figures of articles that the new books bear out or overturn."""
    written, entries = turned(turns)
    sections = (
        Section("summary", "Summary", tuple(_summary(news))),
        *(Section(way, _WAYS[way], tuple(_moves(news, way))) for way in _WAYS),
        Section("measures", "Lines under measures", tuple(_hits(news))),
        Section("revised", "What the newest release changed", tuple(_revised(news))),
        *written,
        Section("absent", "Not known", tuple(_absent(news))),
    )
    title = f"{possessive(country(news.country))} trade: what {period(news.month)} brought"
    subtitle = text("as known on {day}", day=When(news.as_of.isoformat())) if news.as_of else text("as known now")
    facts = {fact.id: fact for fact in news.facts}
    found = Report(title, subtitle, tuple(section for section in sections if section.blocks), facts, entries)
    return with_sources(found, undated=news.undated)


def _summary(news: News) -> Iterator[Block]:
    items = [_whole(line) for _, line in news.wholes if line.month is not None and comparable(line.month)]
    for way in _WAYS:
        new, stopped = news.of(way, "new"), news.of(way, "stopped")
        items += [_new(move) for move in new[:2]]
        items += [_stopped(move) for move in stopped[:2]]
        items += [_moved(move) for move in sorted(
            (*news.of(way, "rose")[:1], *news.of(way, "fell")[:1]), key=lambda move: -move.size
        )]  # fmt: skip
    if not items:
        items = [_line(fact) for _, fact in news.lines[:_FEW]]
    if items:
        yield Bullets(tuple(items))
    else:
        money = in_money(news.left_out, news.currency)
        yield Paragraph(
            text("No book in the ledger has anything of {month}{money}.", month=When(news.month), money=money)
        )
    yield from left_out_note(news.left_out, news.currency)


def _line(fact: Fact) -> Text:
    return text("{goods}: {value}.", goods=_goods(fact.subject), value=Number(fact))


def _whole(line: Line) -> Text:
    assert line.month is not None
    pairs = [(line.month_on_month, line.month_before), (line.month_on_year, line.same_month_before)]
    return level(line, line.month, pairs)


def _goods(subject: Subject) -> Term:
    name = subject.goods[:1].lower() + subject.goods[1:] if not subject.goods.startswith("HS") else subject.goods
    return Term(f"{name}, {country(subject.exporter or '')} to {country(subject.importer or '')}")


def _new(move: Move) -> Text:
    return text(
        "New: {goods}, {now}, after nothing in the twelve months before.", goods=_goods(move.now.subject),
        now=Number(move.now),
    )  # fmt: skip


def _stopped(move: Move) -> Text:
    return text(
        "Stopped: {goods}, {before} in {then}, nothing now.",
        goods=_goods(move.now.subject),
        before=Number(move.before),
        then=When(move.before.subject.period),
    )


def _moved(move: Move) -> Text:
    return text(
        "{goods}: {now}, from {before} in {then}.",
        goods=_goods(move.now.subject),
        now=Number(move.now),
        before=Number(move.before),
        then=When(move.before.subject.period),
    )


def _moves(news: News, way: str) -> Iterator[Block]:
    largest = [fact for direction, fact in news.lines if direction == way]
    if largest:
        yield _lines(f"{way}-largest", largest[:_LINES])
    for kind, title in _TITLES.items():
        found = news.of(way, kind)[:_LINES]
        if found:
            yield _table(f"{way}-{kind}", title, found)


def _lines(ident: str, found: Sequence[Fact]) -> Table:
    """The largest lines of the month."""
    columns = tuple(Column((Words(words),), numeric=words == "Value") for words in ("Goods", "From", "To", "Value"))
    rows = tuple(
        (
            (Term(fact.subject.goods),),
            (Words(country(fact.subject.exporter or "")),),
            (Words(country(fact.subject.importer or "")),),
            (Number(fact),),
        )
        for fact in found
    )
    return Table(ident, (Words("Largest"),), columns, rows)


def _table(ident: str, title: str, found: Sequence[Move]) -> Table:
    columns = (
        Column((Words("Goods"),)),
        Column((Words("From"),)),
        Column((Words("To"),)),
        Column((When(found[0].before.subject.period),), numeric=True),
        Column((When(found[0].now.subject.period),), numeric=True),
        Column((Words("Change"),), numeric=True),
    )
    rows = tuple(
        (
            (Term(move.now.subject.goods),),
            (Words(country(move.now.subject.exporter or "")),),
            (Words(country(move.now.subject.importer or "")),),
            (Number(move.before),),
            (Number(move.now),),
            () if move.change is None else (Number(move.change, "signed"),),
        )
        for move in found
    )
    return Table(ident, (Words(title),), columns, rows)


def _hits(news: News) -> Iterator[Block]:
    items = tuple(
        text(
            "{value} of {goods} (HS {code}) from {exporter} to {importer} {how} {paragraph}.",
            value=Number(hit.value),
            goods=hit.measure.goods,
            code=Term(hit.codes[0]),
            exporter=country(hit.value.subject.exporter or ""),
            importer=country(hit.value.subject.importer or ""),
            how="would need an exemption from" if hit.status == "exemption" else "falls under",
            paragraph=paragraph_of(hit.measure),
        )
        for hit in news.hits[:_LINES]
    )
    if items:
        yield Bullets(items)
        yield Paragraph(text("Falling under a measure is not breaking it."), note=True)


def _revised(news: News) -> Iterator[Block]:
    found = news.revised
    if found is None:
        return
    said = "says the same as that of {before}."
    if found.revised:
        said = "changes this of what was held on {before}:"
    elif found.added:
        said = "revises nothing, and brings figures that were not held on {before}:"
    whose = "" if found.dated else " (the day of its file: when it was published is not known)"
    yield Paragraph(
        text(
            "{source}’s release of {day}{whose} " + said,
            source=Term(books.name(found.source)),
            day=When(found.second.isoformat()),
            whose=whose,
            before=When(found.first.isoformat()),
        )
    )
    if found.revised:
        yield _revisions("revised", "Revised or dropped, the largest changes", found.revised)
    if found.added:
        yield _revisions("added", "Added: not held before, the largest", found.added)


def _revisions(ident: str, title: str, found: Sequence[Revision]) -> Table:
    words = ("Reporter", "Flow", "Time", "Goods", "Before", "Now", "Change") if ident == "revised" else (
        "Reporter", "Flow", "Time", "Goods", "Now")  # fmt: skip
    columns = tuple(Column((Words(word),), numeric=word in ("Before", "Now", "Change")) for word in words)
    return Table(ident, (Words(title),), columns, tuple(_revision(each, ident == "revised") for each in found))


def _revision(each: Revision, both: bool) -> tuple[Text, ...]:
    known = each.now or each.before
    assert known is not None
    before = () if each.before is None else (Number(each.before),)
    now = (Words("dropped"),) if each.now is None else (Number(each.now),)
    return (
        (Words(country(each.lane.reporter)),),
        (Words(each.lane.flow),),
        (When(each.period),),
        (Term(known.subject.goods),),
        *((before,) if both else ()),
        now,
        # Rounded alike, the two would hide what a revision changed.
        *(((Number(each.step, "step"),) if each.step is not None else (),) if both else ()),
    )


def _absent(news: News) -> Iterator[Block]:
    if news.absent:
        names = ", ".join(country(code) for code in news.absent)
        yield Paragraph(
            text(
                "Nothing of {month} from the books of: {names}. That is not nothing traded.",
                month=When(news.month),
                names=names,
            )
        )
