"""A story: every figure marked once where it stands, and the article's words unchanged."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.briefing.story import tell
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Block, Body, Document
from tidewaiter.verdicts.verdict import Verdict


def test_figures_are_numbered_in_the_order_of_the_text(
    document: Document, claims: dict[str, Claim], verdicts: tuple[Verdict, ...], outcomes: dict[Claim, str]
) -> None:
    story = tell(document, list(reversed(claims.values())), verdicts=verdicts, outcomes=outcomes)
    assert [note.claim.text for note in story.notes] == [
        "$266.9 million",
        "$98.1 million",
        "10.6 million",
        "$57 million",
    ]
    assert story.outcomes == ("contradicted", "supported", "unchecked", "loose")
    marked = [
        (piece.text, [n.number for n in piece.notes]) for p in story.passages for piece in p.pieces if piece.notes
    ]
    assert marked == [("$266.9 million", [1]), ("$98.1 million", [2]), ("10.6 million", [3]), ("$57 million", [4])]


def test_the_verdict_that_decides_comes_first(
    document: Document, claims: dict[str, Claim], verdicts: tuple[Verdict, ...], outcomes: dict[Claim, str]
) -> None:
    note = tell(document, list(claims.values()), verdicts=verdicts, outcomes=outcomes).notes[0]
    assert [verdict.check for verdict in note.verdicts] == ["arithmetic", "statistics", "documents"]


def test_two_claims_on_one_figure_share_a_mark(document: Document, claims: dict[str, Claim]) -> None:
    twin = replace(claims["open"], product="gloves")
    story = tell(document, [claims["open"], twin])
    marks = [piece for passage in story.passages for piece in passage.pieces if piece.notes]
    assert [(piece.text, [note.number for note in piece.notes]) for piece in marks] == [("10.6 million", [1, 2])]


def test_a_figure_outside_the_body_keeps_its_note(claims: dict[str, Claim]) -> None:
    text = "Menu: 5 news\n\nNothing here."
    body = Body(text[14:], (Block("paragraph", 0, 13),), range(14, 27), range(15, 28))
    stray = replace(claims["open"], start=27, end=27, text="")
    story = tell(Document("b.txt", text, body), [stray])
    assert [note.marked for note in story.notes] == [False]
    assert "".join(passage.text for passage in story.passages) == "Nothing here."


def test_a_body_that_skips_part_of_the_original(claims: dict[str, Claim]) -> None:
    original = "<p>worth <b>$5</b>&nbsp;million</p>"
    read, starts, ends = "worth $5 million", [], []
    for part, at in (("worth ", 3), ("$5", 12), (" ", 18), ("million", 24)):
        for index in range(len(part)):
            starts.append(at + index)
            ends.append(at + (6 if part == " " else index + 1))
    body = Body(read, (Block("paragraph", 0, len(read)),), starts, ends)
    start, end = 12, 31
    assert original[start:end] == "$5</b>&nbsp;million"
    story = tell(Document("c.html", original, body), [replace(claims["right"], start=start, end=end)])
    assert [piece.text for piece in story.passages[0].pieces] == ["worth ", "$5 million"]
    assert story.notes[0].quote == "$5 million"


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12))
def test_the_words_of_the_article_are_never_changed(places: list[tuple[int, int]]) -> None:
    text = "Exports were 5 and 6.\n\nImports rose to 77 then fell 8 percent."
    cut = text.index("\n\n")
    blocks = (Block("paragraph", 0, cut), Block("paragraph", cut + 2, len(text)))
    document = Document("d.txt", text, Body(text, blocks, range(len(text)), range(1, len(text) + 1)))
    claims = {
        Claim("d.txt", start, end, text[start:end], (0, 1), Decimal(1), None, None, "USD")
        for start, end in places
        if start < end <= len(text)
    }
    story = tell(document, list(claims))
    assert [passage.text for passage in story.passages] == text.split("\n\n")
    assert len(story.notes) == len(claims)
