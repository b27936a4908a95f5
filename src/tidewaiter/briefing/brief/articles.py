"""What became of the figures of articles, as sections of a report; every figure leads to what its verdict rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tidewaiter.briefing.report.content import Block, Bullets, Column, Paragraph, Section, Table
from tidewaiter.briefing.report.origin import rows_by_file
from tidewaiter.briefing.report.runs import Entry, Pointer, Source, Term, Text, When, Words, listed, text
from tidewaiter.briefing.story import Note, Story
from tidewaiter.briefing.words import CHECKS, OUTCOMES, operand_words, tally
from tidewaiter.verdicts.verdict import Verdict

#: Outcomes that are told figure by figure; the others are counted.
_TOLD = ("contradicted", "loose")


def articles(stories: Sequence[Story]) -> tuple[tuple[Section, ...], tuple[Entry, ...]]:
    """The sections on the articles, and the entries that they point to."""
    if not stories:
        return (), ()
    entries = [
        entry
        for number, story in enumerate(stories, start=1)
        for note in story.notes
        if (entry := _entry(number, note))
    ]
    counts = Section("articles", "What was written", (_table(stories), *_told(stories)))
    return (counts,), tuple(entries)


def _id(story: int, note: Note) -> str:
    return f"a{story}-{note.number}"


def _table(stories: Sequence[Story]) -> Table:
    columns = (
        Column((Words("Article"),)),
        Column((Words("Outlet"),)),
        Column((Words("Day"),)),
        *(Column((Words(outcome.word.capitalize()),)) for outcome in OUTCOMES.values()),
    )
    rows = []
    for number, story in enumerate(stories, start=1):
        document = story.document
        found = tally(story.outcomes)
        day: Text = (When(document.published.isoformat()),) if document.published else ()
        outlet: Text = (Term(document.outlet),) if document.outlet else ()
        cells = [_pointers(number, story, name) if found.get(name) else () for name in OUTCOMES]
        rows.append(((Term(story.title),), outlet, day, *cells))
    return Table("articles", (Words("Articles and their figures"),), columns, tuple(rows))


def _pointers(number: int, story: Story, outcome: str) -> Text:
    """The figures of an outcome, each leading to its entry."""
    notes = [note for note in story.notes if note.outcome == outcome]
    return listed([Pointer(note.quote, _id(number, note)) for note in notes], last=" ·")


def _told(stories: Sequence[Story]) -> Iterator[Block]:
    for outcome in _TOLD:
        items = [
            _item(number, story, note)
            for number, story in enumerate(stories, start=1)
            for note in story.notes
            if note.outcome == outcome
        ]
        if items:
            yield Paragraph(
                text("{outcome}: {meaning}.", outcome=OUTCOMES[outcome].word, meaning=OUTCOMES[outcome].meaning)
            )
            yield Bullets(tuple(items))


def _item(number: int, story: Story, note: Note) -> Text:
    reason = next(iter(note.reasons), "")
    slip = text(" Probably {slip}.", slip=Term(note.slip)) if note.slip else ()
    return text(
        "{title}: {figure}. {reason}{slip}",
        title=Term(story.title),
        figure=Pointer(f"“{note.quote}”", _id(number, note)),
        reason=Term(reason),
        slip=slip,
    )


def _entry(number: int, note: Note) -> Entry:
    outcome = OUTCOMES[note.outcome].word
    return Entry(_id(number, note), f"“{note.quote}”: {outcome}", tuple(_lines(note)))


def _lines(note: Note) -> Iterator[Text]:
    claim = note.claim
    yield (Term(f"{claim.document}, characters {claim.start} to {claim.end}"),)
    for verdict in note.verdicts:
        yield (Term(f"By {CHECKS[verdict.check]}, {OUTCOMES[verdict.outcome].word}: {verdict.reason}"),)
        yield from _operands(verdict)


def _operands(verdict: Verdict) -> Iterator[Text]:
    for operand in verdict.operands:
        yield (Term(operand_words(operand)),)
        for row, lines in rows_by_file(operand.rows):
            yield (Source(f"{row.source} {row.release}, {row.file}, lines {lines}", row.url),)
    if verdict.repeat:
        yield (Term(verdict.repeat),)


@dataclass(frozen=True, slots=True)
class Turn:
    """A figure of an article whose outcome new books have changed: as it was, and as it is now."""

    story: Story
    before: str
    note: Note


def turns(before: Sequence[Story], now: Sequence[Story]) -> tuple[Turn, ...]:
    """The figures that came to another outcome; the two are the same articles, checked on two days."""
    found = []
    for earlier, later in zip(before, now, strict=True):
        outcomes = {note.claim.id: note.outcome for note in earlier.notes}
        found += [
            Turn(later, outcomes[note.claim.id], note)
            for note in later.notes
            if outcomes.get(note.claim.id, note.outcome) != note.outcome
        ]
    return tuple(found)


def turned(found: Sequence[Turn]) -> tuple[tuple[Section, ...], tuple[Entry, ...]]:
    """The section on them, and its entries."""
    if not found:
        return (), ()
    items = tuple(
        text(
            "{title}: {figure} was {before} and is {now}. {reason}",
            title=Term(turn.story.title),
            figure=Pointer(f"“{turn.note.quote}”", f"t{number}"),
            before=OUTCOMES[turn.before].word,
            now=OUTCOMES[turn.note.outcome].word,
            reason=Term(next(iter(turn.note.reasons), "")),
        )
        for number, turn in enumerate(found, start=1)
    )
    entries = tuple(
        Entry(f"t{number}", f"“{turn.note.quote}”: {OUTCOMES[turn.note.outcome].word}", tuple(_lines(turn.note)))
        for number, turn in enumerate(found, start=1)
    )
    section = Section("turns", "What the new figures say of earlier articles", (Bullets(items),))
    return (section,), entries
