"""The result of a check as lines of text: the article with its figures marked, then the reasons, what is wrong first.

Lines are runs of text with a style; who prints them decides whether there is colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tidewaiter.briefing.markup import printable
from tidewaiter.briefing.reasons import Reasons
from tidewaiter.briefing.story import Passage, Story
from tidewaiter.briefing.words import OUTCOMES, STYLES, summary
from tidewaiter.briefing.wrap import Line, Run, wrap
from tidewaiter.verdicts.phrases import period

#: Lines longer than this tire the eye, however wide the terminal.
WIDEST = 92
_SOFT = "dim"


def report_text(stories: Sequence[Story], *, book: str, width: int = 80) -> str:
    """The whole report as plain text."""
    lines = report_lines(stories, book=book, width=width)
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)


def report_lines(stories: Iterable[Story], *, book: str, width: int, ascii_only: bool = False) -> Iterator[Line]:
    """Every article as it comes, and at the end one line on all of them; nothing where there is none."""
    rule: Line = [(("-" if ascii_only else "─") * min(width, WIDEST), _SOFT)]
    outcomes: list[str] = []
    told = 0
    for story in stories:
        told += 1
        yield rule
        yield from story_lines(story, width=width, ascii_only=ascii_only)
        outcomes += story.outcomes
    if not told:
        return
    yield rule
    where = f"{told:,} articles, " if told > 1 else ""
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

    def lines(self, runs: Iterable[Run], indent: int = 0, hang: int = 0) -> Iterator[Line]:
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

    def reasons(self, story: Story) -> Iterator[Line]:
        yield from Reasons(story, wrapped=self.lines, signs=self.signs, bullet=self.bullet).lines()

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
