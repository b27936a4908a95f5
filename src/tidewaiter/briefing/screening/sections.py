"""The screening as a report. A finding is "falls under", never "violates": exemptions do not show in customs codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidewaiter.analysis.screening.caps import Cycle
from tidewaiter.analysis.screening.hit import Hit
from tidewaiter.analysis.screening.screen import Screening
from tidewaiter.briefing.left_out import in_money, left_out_names, left_out_note
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
    listed,
    text,
)
from tidewaiter.briefing.report.sources import with_sources
from tidewaiter.reference.confusable import lookalikes
from tidewaiter.reference.measures import Measure
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import possessive

#: Codes that a table lists of one hit.
_CODES = 6
#: Sentences of the summary, and what is too little for one.
_TOLD, _LITTLE = 5, 10_000
_NONE = "No customs book in the ledger could be screened{money}. What newspapers printed names no codes."
#: The heading of each status, and what it means.
STATUSES = {
    "under": (
        "Falls under a ban",
        "By its code, for the whole of the time. Whether a contract, an exemption or a wrong booking stands behind it "
        "cannot be told from customs codes.",
    ),
    "exemption": (
        "Needs an exemption",
        "Under these codes stand medical goods in chapters that the paragraph bans. Its committee lets them pass case "
        "by case, so their trade is no breach by itself.",
    ),
    "wind_down": (
        "Within a wind-down",
        "Goods of earlier contracts could still pass at that time.",
    ),
    "partly": (
        "May fall under a ban",
        "The code also holds goods that the measure does not mean, or is coarser than the measure.",
    ),
    "entry": (
        "In the time in which a measure took hold",
        "The book has no days: part of this trade lies before the measure, part after it.",
    ),
}


def report(screening: Screening) -> Report:
    """The whole report."""
    sections = [
        Section("summary", "Summary", tuple(_summary(screening))),
        *(
            Section(f"status-{name.replace('_', '-')}", title, tuple(_hits(screening, name, meaning)))
            for name, (title, meaning) in STATUSES.items()
        ),
        Section("caps", "Caps", tuple(_caps(screening.cycles))),
        Section("undecided", "What customs codes cannot decide", tuple(_undecided(screening))),
        Section("screened", "What was screened", tuple(_screened(screening))),
    ]
    subtitle = text(
        "From {since} through {through}, against the measures of {regimes}",
        since=When(str(screening.window.since)),
        through=When(screening.window.through),
        regimes=listed([Term(regime) for regime in screening.regimes]),
    )
    if screening.as_of is not None:
        subtitle = (*subtitle, *text(", as known on {day}", day=When(screening.as_of.isoformat())))
    title = f"{possessive(country(screening.country))} trade under sanctions measures"
    facts = {fact.id: fact for fact in screening.facts}
    found = Report(title, subtitle, tuple(section for section in sections if section.blocks), facts)
    return with_sources(found, undated=screening.undated)


def paragraph_of(measure: Measure) -> Text:
    """ "resolution 2397, paragraph 7"; of other regimes as they are quoted."""
    if measure.regime != "UN":
        return (Term(f"{measure.regime} {measure.resolution}, {measure.paragraph}"),)
    part = f"paragraph {measure.paragraph}" if measure.paragraph[:1].isdigit() else measure.paragraph
    return (Term(f"resolution {measure.resolution}, {part}"),)


def _summary(screening: Screening) -> Iterator[Block]:
    under = [hit for hit in screening.hits if hit.status == "under"]
    # Of what is little, or looks like a neighbour's, the tables tell; of the latter the largest is told here, too.
    told = ([hit for hit in under if hit.clear >= _LITTLE] or under)[:_TOLD]
    doubted = [hit for hit in under if hit.doubted is not None and hit not in told]
    told += sorted(doubted, key=lambda hit: -hit.value.value)[:1]
    full = [cycle for cycle in screening.cycles if cycle.steps and _share(cycle) is not None]
    sentences = [*map(_sentence, told), *map(_cap_sentence, full)]
    if sentences:
        yield Bullets(tuple(sentences))
    elif not any(partners for _, partners in screening.partners):
        money = in_money(screening.left_out, screening.currency) or (Words(": load some"),)
        yield Paragraph(text(_NONE, money=money))
        yield from left_out_note(screening.left_out, screening.currency)
        return
    else:
        yield Paragraph(text("Nothing in the books screened falls wholly under a ban in this time."))
    yield from left_out_note(screening.left_out, screening.currency)
    yield Paragraph(
        text(
            "Falling under a measure is not breaking it: exemptions, contracts of earlier date and goods booked to the "
            "wrong country do not show in customs codes."
        ),
        note=True,
    )
    if _mixed(screening.hits):
        yield Paragraph(
            text(
                "Some books take {others} for {country}. How much of each line looks like that stands beside it; why, "
                "the audit says: {command}.",
                others=_others(screening.country),
                country=country(screening.country),
                command=Term(f"tidewaiter audit --partner {screening.country} --check confusable"),
            ),
            note=True,
        )


def _mixed(hits: Sequence[Hit]) -> bool:
    return any(hit.doubted is not None for hit in hits)


def _others(code: str) -> Text:
    return listed([Words(country(pair.other)) for pair in lookalikes(code)], last="or")


def _way(hit: Hit) -> str:
    subject = hit.value.subject
    assert subject.exporter is not None
    assert subject.importer is not None
    return f"from {country(subject.exporter)} to {country(subject.importer)}"


def _sentence(hit: Hit) -> Text:
    doubt: Text = ()
    if hit.doubted is not None:
        partner = hit.value.subject.importer if hit.flow == "export" else hit.value.subject.exporter
        ours = hit.value.subject.exporter if hit.flow == "export" else hit.value.subject.importer
        whole = hit.doubted.value == hit.value.value
        doubt = text(
            "; "
            + ("all" if whole else "{part}")
            + " of it looks like trade of {others}, booked so by mistake in {book}",
            part=Number(hit.doubted),
            others=_others(ours or ""),
            book=possessive(country(partner or "")) + " book",
        )
    return text(
        "{value} of {goods} {way} in {when} falls under {paragraph}{doubt}.",
        doubt=doubt,
        value=Number(hit.value),
        goods=hit.value.subject.goods,
        way=_way(hit),
        when=When(hit.value.subject.period),
        paragraph=paragraph_of(hit.measure),
    )


def _hits(screening: Screening, status: str, meaning: str) -> Iterator[Block]:
    hits = [hit for hit in screening.hits if hit.status == status]
    if not hits:
        return
    yield Paragraph(text("{meaning}", meaning=meaning), note=True)
    for regime in screening.regimes:
        mine = [hit for hit in hits if hit.measure.regime == regime]
        if mine:
            yield _table(status, regime, mine)


def _table(status: str, regime: str, hits: Sequence[Hit]) -> Table:
    mixed = _mixed(hits)
    columns = (
        Column((Words("Measure"),)),
        Column((Words("Goods"),)),
        Column((Words("From"),)),
        Column((Words("To"),)),
        Column((Words("Time"),)),
        Column((Words("Codes"),)),
        Column((Words("Value"),), numeric=True),
        *(
            (Column(text("Looks like {others}", others=_others(hits[0].measure.country)), numeric=True),)
            if mixed
            else ()
        ),
    )
    rows = tuple(
        (
            paragraph_of(hit.measure),
            (Words(hit.value.subject.goods),),
            (Words(country(hit.value.subject.exporter or "")),),
            (Words(country(hit.value.subject.importer or "")),),
            (When(hit.value.subject.period),),
            _codes(hit.codes),
            (Number(hit.value),),
            *((() if hit.doubted is None else (Number(hit.doubted),),) if mixed else ()),
        )
        for hit in hits
    )
    caption = text("Measures of the {regime}", regime=Term(regime))
    return Table(f"{status.replace('_', '-')}-{regime.lower()}", caption, columns, rows)


def _codes(codes: Sequence[str]) -> Text:
    if len(codes) <= _CODES:
        return listed([Term(code) for code in codes])
    return (Term(", ".join(codes[:_CODES])), Words(" and more"))


def _share(cycle: Cycle) -> Number | None:
    share = cycle.steps[-1].share
    return None if share is None else Number(share)


def _cap_sentence(cycle: Cycle) -> Text:
    last = cycle.steps[-1]
    share = _share(cycle)
    assert share is not None
    return text(
        "Of {goods}, {total} were booked in {when}, {share} of the cap of {cap} ({paragraph}).",
        total=Number(last.total),
        goods=cycle.measure.goods,
        when=When(last.total.subject.period),
        share=share,
        cap=Number(cycle.cap),
        paragraph=paragraph_of(cycle.measure),
    )


def _caps(cycles: Sequence[Cycle]) -> Iterator[Block]:
    if not cycles:
        return
    yield Paragraph(
        text(
            "A cap binds all members together. What is added up here is what the books at hand show: the least that it "
            "can be. A month is counted to the cycle that most of it lies in."
        ),
        note=True,
    )
    columns = (
        Column((Words("Through"),)),
        Column((Words("Together"),), numeric=True),
        Column((Words("Of the cap"),), numeric=True),
    )
    for place, cycle in enumerate(cycles):
        rows = tuple(
            ((When(step.period),), (Number(step.total),), () if step.share is None else (Number(step.share),))
            for step in cycle.steps
        )
        caption = text(
            "{goods}, {first} to {last}, cap {cap}: {paragraph}",
            goods=cycle.measure.goods,
            first=When(cycle.first_day.isoformat()),
            last=When(cycle.last_day.isoformat()),
            cap=Number(cycle.cap),
            paragraph=paragraph_of(cycle.measure),
        )
        yield Table(f"cap-{cycle.measure.id.lower()}-{place}", caption, columns, rows)
        if cycle.unweighed:
            yield Paragraph(text("Some rows have no weight and are left out of this sum."), note=True)


def _undecided(screening: Screening) -> Iterator[Block]:
    items = tuple(
        text("{paragraph}: {goods}.", paragraph=paragraph_of(measure), goods=Term(measure.goods))
        for measure in screening.undecided
    )
    if items:
        yield Bullets(items)


def _screened(screening: Screening) -> Iterator[Block]:
    items = []
    for direction, partners in screening.partners:
        names = ", ".join(country(code) for code in sorted(partners)) or "none"
        way = "what enters" if direction == "import" else "what leaves"
        items.append(text("{way}, from the books of: {names}.", way=way, names=names))
    if screening.left_out:
        items.append(text("not screened, for their currency: {names}.", names=left_out_names(screening.left_out)))
    yield Bullets(tuple(items))
    yield Paragraph(
        text("Of the trade of countries that are not named nothing is known here. What newspapers printed is not "
             "screened: it names goods and no codes."), note=True)  # fmt: skip
