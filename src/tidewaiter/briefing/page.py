"""The result of a check as one HTML page: no script, nothing fetched, every word of the article escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from tidewaiter.briefing import chart
from tidewaiter.briefing.head import head
from tidewaiter.briefing.markup import Markup, element, join
from tidewaiter.briefing.note import note_element
from tidewaiter.briefing.story import Note, Passage, Piece, Story
from tidewaiter.briefing.words import OUTCOMES, summary, tally
from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.wording import period

#: A figure of so many characters is kept on one line.
_SHORT = 24
_TAGS = {"heading": "h3", "title": "h3"}


@lru_cache(maxsize=1)
def _style() -> Markup:
    sheet = resources.files("tidewaiter.briefing").joinpath("templates/page.css").read_text(encoding="utf-8")
    return Markup(sheet + chart.STYLE)


def page(stories: Sequence[Story], *, book: str, charts: Mapping[Claim, Markup] | None = None) -> str:
    """A whole HTML page on the stories; `book` says in a line what they were held against."""
    heading = stories[0].title if len(stories) == 1 else f"{len(stories):,} articles"
    language = stories[0].document.language if len(stories) == 1 else "en"
    body = element("body", sheet(stories, book=book, charts=charts))
    return (
        f"<!doctype html>\n{element('html', head(heading, Markup('body{margin:0}'), _style()), body, lang=language)}\n"
    )


def fragment(
    stories: Sequence[Story], *, book: str, charts: Mapping[Claim, Markup] | None = None, key: str = ""
) -> str:
    """The same inside a notebook's cell; `key` keeps the anchors of two cells apart."""
    return join([element("style", _style()), sheet(stories, book=book, charts=charts, key=key)])


def sheet(
    stories: Sequence[Story], *, book: str, charts: Mapping[Claim, Markup] | None = None, key: str = ""
) -> Markup:
    """The stories one after another under the masthead, a table of contents where there are several."""
    keys = [f"{key}a{number}" for number in range(1, len(stories) + 1)]
    told = [_story(story, key=anchor, charts=charts or {}) for story, anchor in zip(stories, keys, strict=True)]
    masthead = element(
        "header",
        element("h1", "Tidewaiter"),
        element("p", f"held against {book}", class_="book"),
        class_="masthead",
    )
    contents = _contents(stories, keys) if len(stories) > 1 else None
    inner = element("div", masthead, contents, *told, _colophon(), class_="sheet")
    return element("div", inner, class_="tidewaiter")


def _contents(stories: Sequence[Story], keys: Sequence[str]) -> Markup:
    lines = [
        element(
            "li",
            element("span", element("a", story.title, href=f"#{key}"), _outlet(story)),
            _tally(story),
        )
        for story, key in zip(stories, keys, strict=True)
    ]
    return element("ol", *lines, class_="contents")


def _outlet(story: Story) -> Markup | None:
    return element("span", f" · {story.document.outlet}", class_="outlet") if story.document.outlet else None


def _tally(story: Story) -> Markup:
    found = tally(story.outcomes)
    if not found:
        return element("ul", element("li", "no figure to check", class_="unchecked"), class_="tally")
    chips = [
        element("li", f"{OUTCOMES[name].sign} {number:,} {OUTCOMES[name].word}", class_=name)
        for name, number in found.items()
    ]
    return element("ul", *chips, class_="tally", aria_label=summary(story.outcomes))


def _story(story: Story, *, key: str, charts: Mapping[Claim, Markup]) -> Markup:
    document = story.document
    title = next((passage for passage in story.passages if passage.kind == "title"), None)
    heading = [_piece(piece, key) for piece in title.pieces] if title else [story.title]
    header = element(
        "header",
        element("p", " · ".join(_kicker(story)), class_="kicker"),
        element("h2", *heading, class_=None if title or document.title else "untitled", dir="auto"),
        _tally(story),
        _notes(title.notes, story, key, charts) if title and title.notes else None,
    )
    passages = [_passage(passage, story, key, charts) for passage in story.passages if passage is not title]
    strays = [note for note in story.notes if not note.marked]
    return element(
        "article",
        header,
        *passages,
        _notes(strays, story, key, charts) if strays else None,
        class_="story",
        id=key,
        lang=document.language,
    )


def _kicker(story: Story) -> Iterable[str]:
    document = story.document
    if document.outlet:
        yield document.outlet
    yield period(document.published.isoformat()) if document.published else "no date found"
    if document.name != story.title:
        yield document.name


def _passage(passage: Passage, story: Story, key: str, charts: Mapping[Claim, Markup]) -> Markup:
    tag = _TAGS.get(passage.kind, "p")
    text = element(tag, *(_piece(piece, key) for piece in passage.pieces), class_=passage.kind, dir="auto")
    # The notes come first so that they can float in the margin beside the passage; on a phone they are put after it.
    notes = _notes(passage.notes, story, key, charts) if passage.notes else None
    return element("div", notes, text, class_="passage")


def _piece(piece: Piece, key: str) -> str:
    if not piece.notes:
        return piece.text
    worst = min(piece.notes, key=lambda note: list(OUTCOMES).index(note.outcome))
    numbers = " ".join(f"{OUTCOMES[note.outcome].sign}{note.number}" for note in piece.notes)
    return element(
        "a",
        piece.text,
        element("sup", numbers),
        class_=f"figure {worst.outcome}{' short' if len(piece.text) <= _SHORT else ''}",
        id=f"{key}m{piece.notes[0].number}",
        href=f"#{key}n{worst.number}",
        title=f"{OUTCOMES[worst.outcome].word}: {OUTCOMES[worst.outcome].meaning}",
    )


def _notes(notes: Iterable[Note], story: Story, key: str, charts: Mapping[Claim, Markup]) -> Markup:
    numbers = {note.claim: note.number for note in story.notes}
    return element(
        "aside",
        *(note_element(note, key=key, numbers=numbers, picture=charts.get(note.claim)) for note in notes),
        class_="notes",
        lang="en",
        aria_label="notes",
    )


def _colophon() -> Markup:
    legend = ". ".join(f"{outcome.sign} {outcome.word}: {outcome.meaning}" for outcome in OUTCOMES.values())
    return element(
        "footer",
        element("p", f"{legend}. Click a figure or its note for the reason and what it rests on."),
        element(
            "p",
            "A slip that is named is the likeliest one, not a certainty. Where two countries’ customs differ, both can "
            "be right: they count at different prices and on different days.",
        ),
        class_="colophon",
        lang="en",
    )
