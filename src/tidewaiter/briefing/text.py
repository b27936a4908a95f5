"""The result of a check as lines of text: the article with its figures marked, then the reasons, what is wrong first.

Lines are runs of text with a style; who prints them decides whether there is colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tidewaiter.briefing.markup import printable
from tidewaiter.briefing.story import Note, Passage, Story
from tidewaiter.briefing.words import CHECKS, OUTCOMES, operand_words, summary
from tidewaiter.briefing.wrap import Line, Run, wrap
from tidewaiter.claims.claim import Claim
from tidewaiter.provenance import RowRef
from tidewaiter.verdicts.phrases import period
from tidewaiter.verdicts.verdict import Operand

#: Lines longer than this tire the eye, however wide the terminal.
WIDEST = 92
STYLES = {"contradicted": "bold red", "loose": "yellow", "supported": "green", "unchecked": "cyan"}
_SOFT = "dim"
_ROWS = 3


def report_text(stories: Sequence[Story], *, book: str, width: int = 80) -> str:
    """The whole report as plain text."""
    lines = report_lines(stories, book=book, width=width)
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)


def report_lines(stories: Sequence[Story], *, book: str, width: int, ascii_only: bool = False) -> Iterator[Line]:
    """Every article, and at the end one line on all of them."""
    rule: Line = [(("-" if ascii_only else "─") * min(width, WIDEST), _SOFT)]
    for story in stories:
        yield rule
        yield from story_lines(story, width=width, ascii_only=ascii_only)
    yield rule
    outcomes = [outcome for story in stories for outcome in story.outcomes]
    where = f"{len(stories):,} articles, " if len(stories) > 1 else ""
    yield [(f"{where}{summary(outcomes)}.", _worst(outcomes))]
    yield from wrap([(f"Held against {printable(book)}.", _SOFT)], width=min(width, WIDEST))


def _worst(outcomes: Sequence[str]) -> str:
    return next((STYLES[name] for name in OUTCOMES if name in outcomes and name != "unchecked"), "")


def story_lines(story: Story, *, width: int, ascii_only: bool = False) -> Iterator[Line]:
    """The page of one article, line by line, none wider than `width` columns."""
    page = _Page(width, ascii_only)
    yield from page.head(story)
    for passage in story.passages:
        if passage.kind != "title":
            yield from page.passage(passage)
            yield []
    yield from page.reasons(story)


class _Page:
    def __init__(self, width: int, ascii_only: bool) -> None:
        self.width = max(min(width, WIDEST), 20)
        self.signs = {name: outcome.ascii if ascii_only else outcome.sign for name, outcome in OUTCOMES.items()}
        self.bullet = "-" if ascii_only else "·"

    def lines(self, runs: Iterable[Run], *, indent: int = 0, hang: int = 0) -> Iterator[Line]:
        """Runs as wrapped lines; all but the first are indented by `hang` more."""
        clean = [(printable(text), style) for text, style in runs]
        for number, line in enumerate(wrap(clean, width=self.width - indent - hang)):
            yield [(" " * (indent + (hang if number else 0)), ""), *line]

    def head(self, story: Story) -> Iterator[Line]:
        document = story.document
        day = period(document.published.isoformat()) if document.published else "no date found"
        kicker = f" {self.bullet} ".join(part for part in (document.outlet, day, document.name) if part)
        title = next((passage for passage in story.passages if passage.kind == "title"), None)
        yield from self.lines([(kicker, _SOFT)])
        yield from self.lines(self._marked(title, "bold") if title else [(story.title, "bold")])
        yield from self.lines([(summary(story.outcomes), _SOFT)])
        yield []

    def passage(self, passage: Passage) -> Iterator[Line]:
        base = {"heading": "bold", "caption": _SOFT}.get(passage.kind, "")
        runs = self._marked(passage, base)
        if passage.kind == "item":
            runs = [(f"{self.bullet} ", ""), *runs]
        yield from self.lines(runs, indent=2, hang=2 if passage.kind == "item" else 0)

    def _marked(self, passage: Passage, base: str) -> list[Run]:
        runs: list[Run] = []
        for piece in passage.pieces:
            if not piece.notes:
                runs.append((piece.text, base))
                continue
            worst = min(piece.notes, key=lambda note: list(OUTCOMES).index(note.outcome))
            marks = ",".join(f"{self.signs[note.outcome]}{note.number}" for note in piece.notes)
            runs += [(piece.text, f"{STYLES[worst.outcome]} underline"), (f"[{marks}]", STYLES[worst.outcome])]
        return runs

    def reasons(self, story: Story) -> Iterator[Line]:
        numbers = {note.claim: note.number for note in story.notes}
        for outcome in OUTCOMES:
            notes = [note for note in story.notes if note.outcome == outcome]
            if not notes:
                continue
            yield [(OUTCOMES[outcome].word.capitalize(), f"{STYLES[outcome]} underline")]
            yield from self._unchecked(notes) if outcome == "unchecked" else self._notes(notes, numbers)
            yield []

    def _notes(self, notes: Sequence[Note], numbers: Mapping[Claim, int]) -> Iterator[Line]:
        """Figures that bear each other out for the same reason are told of together."""
        groups: dict[tuple[str, ...], list[Note]] = {}
        for note in notes:
            groups.setdefault(note.reasons, []).append(note)
        for group in groups.values():
            yield from self.lines(self._labels(group), hang=4)
            yield from self._verdicts(group, numbers)

    def _labels(self, notes: Sequence[Note]) -> Iterator[Run]:
        for index, note in enumerate(notes):
            yield ("; " if index else "", "")
            yield (f"{self.signs[note.outcome]}{note.number} ", STYLES[note.outcome])
            yield (note.quote, "bold")
            if note.slip:
                yield (f", probably {note.slip}", "")

    def _verdicts(self, group: Sequence[Note], numbers: Mapping[Claim, int]) -> Iterator[Line]:
        members = {note.claim for note in group} if len(group) > 1 else set()
        told: set[str] = set()
        for verdict in (verdict for note in group for verdict in note.verdicts):
            if verdict.outcome == "unchecked":
                continue
            if verdict.reason not in told:
                yield from self.lines([(verdict.reason, ""), (f" ({CHECKS[verdict.check]})", _SOFT)], indent=4)
            for operand in verdict.operands:
                words = operand_words(operand)
                if operand.claim not in members and words not in told:
                    yield from self._operand(operand, numbers)
                told.add(words)
            if verdict.repeat and verdict.reason not in told:
                yield from self.lines([(f"To repeat: {verdict.repeat}", _SOFT)], indent=4, hang=2)
            told.add(verdict.reason)

    def _operand(self, operand: Operand, numbers: Mapping[Claim, int]) -> Iterator[Line]:
        where = ""
        if operand.claim is not None:
            number = numbers.get(operand.claim)
            where = f" (figure {number})" if number else f" (in {operand.claim.document})"
        yield from self.lines([(f"{self.bullet} {operand_words(operand)}{where}", _SOFT)], indent=4, hang=2)
        for row in operand.rows[:_ROWS]:
            yield from self.lines([(row_words(row), _SOFT)], indent=6, hang=2)
        if len(operand.rows) > _ROWS:
            yield from self.lines([(f"and {len(operand.rows) - _ROWS:,} rows more", _SOFT)], indent=6)

    def _unchecked(self, notes: Sequence[Note]) -> Iterator[Line]:
        """Figures that lack the same thing share a line."""

        groups: dict[tuple[str, ...], list[Note]] = {}
        for note in notes:
            groups.setdefault(note.reasons, []).append(note)
        for reasons, group in groups.items():
            words = " ".join(reasons) or "Nothing was found to hold it against."
            yield from self.lines([*self._labels(group), (f"  {words}", "")], hang=4)


def row_words(row: RowRef) -> str:
    """Where a row comes from, in a line: source, release, file and line, page."""
    words = f"{row.source} {row.release}, {row.file}, line {row.line:,}"
    return f"{words}, {row.url}" if row.url else words
