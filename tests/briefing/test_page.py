"""The page: whole, self-contained, and safe whatever an article, a file name or a customs row says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from tidewaiter.briefing.page import fragment, page
from tidewaiter.briefing.story import Story, tell
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.interval import Interval
from tidewaiter.provenance import RowRef
from tidewaiter.verdicts.verdict import Operand, Verdict


class Outline(HTMLParser):
    """The elements of a page, their attributes, and whether the tags close."""

    VOID = {"meta"}

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [value or "" for _, attributes in self.elements for key, value in attributes.items() if key == name]


@pytest.fixture
def story(
    document: Document, claims: dict[str, Claim], verdicts: tuple[Verdict, ...], outcomes: dict[Claim, str]
) -> Story:
    return tell(document, list(claims.values()), verdicts=verdicts, outcomes=outcomes)


def test_the_page_is_well_formed_and_fetches_nothing(story: Story) -> None:
    outline = Outline(page([story, story], book="a book"))
    assert outline.open == []
    names = {name for name, _ in outline.elements}
    assert not names & {"script", "link", "img", "iframe", "object", "form", "base", "audio", "video"}
    assert not outline.all("src")
    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in outline.all(
        "content"
    )
    assert not [name for name in outline.all("style") if "url(" in name]


def test_no_two_anchors_meet_and_every_link_within_the_page_has_its_goal(story: Story) -> None:
    outline = Outline(page([story, story], book="a book"))
    anchors = outline.all("id")
    assert len(anchors) == len(set(anchors))
    goals = [href[1:] for href in outline.all("href") if href.startswith("#")]
    assert goals
    assert set(goals) <= set(anchors)


def test_figures_are_marked_with_sign_and_class(story: Story) -> None:
    text = page([story], book="a book")
    assert '<a class="figure contradicted short"' in text
    assert "$266.9 million<sup>✗1</sup>" in text
    assert "$57 million<sup>≈4</sup>" in text
    assert "10.6 million<sup>?3</sup>" in text


def test_reason_rows_and_slip_are_there(story: Story) -> None:
    words = "".join(Outline(page([story], book="the book of books")).words)
    for needed in (
        "A part exceeds its whole.",
        "million for thousand",
        "$266,900 would fit",
        "figures.csv, line 66",
        "figure 2",
        "tidewaiter series",
        "held against the book of books",
        "28 May 2022",
        "The Paper",
    ):
        assert needed in words
    assert words.count("million for thousand") == 1


def test_notes_on_what_is_wrong_stand_open(story: Story) -> None:
    details = [a for name, a in Outline(page([story], book="b")).elements if name == "details" and "note" in a["class"]]
    assert [("open" in a, a["class"].split()[1]) for a in details] == [
        (True, "contradicted"),
        (False, "supported"),
        (False, "unchecked"),
        (True, "loose"),
    ]


def test_an_article_without_figures_says_so(document: Document) -> None:
    assert "no figure to check" in page([tell(document, [])], book="b")


def test_two_cells_of_a_notebook_keep_their_anchors_apart(story: Story) -> None:
    one = Outline(fragment([story], book="b", key="x"))
    other = Outline(fragment([story], book="b", key="y"))
    assert not set(one.all("id")) & set(other.all("id"))


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<!--",
    "&lt;script&gt;",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "\x00\x1b[31m\u202e evil \ud800",
    "]]><script>alert(1)</script>",
]


@pytest.mark.parametrize("evil", HOSTILE)
def test_whatever_is_said_stays_text(
    evil: str, claim: Callable[..., Claim], document: Document, claims: dict[str, Claim]
) -> None:
    row = RowRef(evil, evil, evil, evil, 1, f"javascript:{evil}")
    bad = replace(
        claims["wrong"], document=evil, text=evil, product=evil, attribution=evil, period=evil, unit=evil, sender=evil,
        measure=evil, comparison=evil, direction=evil,
    )  # fmt: skip
    verdict = Verdict(
        bad, "contradicted", "statistics", evil, repeat=evil, slip=evil, suggested=Decimal(1),
        operands=(Operand(Interval.exactly(Decimal(1)), evil, evil, rows=(row,)), Operand(Interval(None, None), evil, evil, claim=claims["right"])),
    )  # fmt: skip
    article = replace(document, name=evil, title=evil, outlet=evil, url=f"javascript:{evil}", language=evil)
    text = page([tell(article, [bad], verdicts=[verdict], outcomes={bad: "contradicted"})] * 2, book=evil)
    outline = Outline(text)
    assert outline.open == []
    names = {name for name, _ in outline.elements}
    assert not names & {"script", "img", "svg"}
    assert not [key for _, attributes in outline.elements for key in attributes if key.startswith("on")]
    assert not [href for href in outline.all("href") if not href.startswith("#")]
    assert "\x1b" not in text
    assert "\u202e" not in text
    text.encode("utf-8")


def test_the_body_of_an_article_stays_text(claims: dict[str, Claim], document: Document) -> None:
    body = replace(document.body, text=document.body.text.replace("A bridge", "<script>"))
    outline = Outline(page([tell(replace(document, body=body), list(claims.values()))], book="b"))
    assert "script" not in {name for name, _ in outline.elements}
    assert "<script>" in "".join(outline.words)


def test_an_undated_article_and_one_of_another_language(document: Document) -> None:
    text = page([tell(replace(document, published=None, language="ko"), [])], book="b")
    assert "no date found" in text
    assert '<html lang="ko">' in text


def test_the_same_report_gives_the_same_bytes(story: Story) -> None:
    assert page([story], book="b") == page([story], book="b")
    assert str(date.today().year) not in page([replace_year(story)], book="b")


def replace_year(story: Story) -> Story:
    """The story as of long ago, so that today's date would show if a page wrote it."""
    return replace(story, document=replace(story.document, published=date(1999, 1, 1)))
