"""The page as text: the article, the marks that need no colour, the reasons, in any width."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tidewaiter.briefing.story import Story, tell
from tidewaiter.briefing.text import report_text, story_lines
from tidewaiter.briefing.wrap import width_of
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.interval import Interval
from tidewaiter.verdicts.verdict import Operand, Verdict


@pytest.fixture
def story(
    document: Document, claims: dict[str, Claim], verdicts: tuple[Verdict, ...], outcomes: dict[Claim, str]
) -> Story:
    return tell(document, list(claims.values()), verdicts=verdicts, outcomes=outcomes)


def test_marks_work_without_colour(story: Story) -> None:
    text = report_text([story], book="a book")
    assert "Ventilators for $266.9 million[✗1]" in text
    assert "$98.1 million[✓2]" in text
    assert "10.6 million[?3]" in text
    assert "$57 million[≈4]" in text


def test_what_is_wrong_comes_first_with_its_reason_operands_and_slip(story: Story) -> None:
    text = report_text([story], book="a book")
    order = [text.index(word) for word in ("\nContradicted\n", "\nLoose\n", "\nSupported\n", "\nUnchecked\n")]
    assert order == sorted(order)
    flat = " ".join(text.split())
    assert "✗1 $266.9 million, probably million for thousand, $266,900 would fit A part exceeds its whole." in flat
    assert flat.count("million for thousand") == 1
    assert "all goods, April 2022: $98.1 million (figure 2)" in flat
    assert "press 2022-05-27, figures.csv, line 66 https://example.com/page?a=1&b=2" in flat
    assert "4 figures: 1 contradicted, 1 loose, 1 supported, 1 unchecked." in flat
    assert text.rstrip().endswith("Held against a book.")


def test_figures_that_bear_each_other_out_are_told_of_once(document: Document, claims: dict[str, Claim]) -> None:
    pair = claims["right"], claims["loose"]
    verdicts = [
        Verdict(
            a, "supported", "arithmetic", "They add up.", (Operand(Interval.exactly(b.value), "USD", "x", claim=b),)
        )
        for a, b in (pair, pair[::-1])
    ]
    text = report_text([tell(document, pair, verdicts=verdicts, outcomes=dict.fromkeys(pair, "supported"))], book="b")
    assert "✓1 $98.1 million; ✓2 $57 million\n    They add up. (figure 2)\n\n" in text


def test_figures_that_lack_the_same_share_a_line(document: Document, claims: dict[str, Claim]) -> None:
    story = tell(document, [claims["wrong"], claims["open"]])
    assert "?1 $266.9 million; ?2 10.6 million Nothing was found" in " ".join(report_text([story], book="b").split())


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(story: Story, width: int) -> None:
    for line in story_lines(story, width=width):
        text = "".join(part for part, _ in line)
        # An address that is broken does not open; it alone may be longer.
        assert width_of(text) <= max(width, 20) or text.split() == ["https://example.com/page?a=1&b=2"]


def test_plain_ascii_where_a_terminal_has_no_signs(story: Story) -> None:
    text = "\n".join("".join(part for part, _ in line) for line in story_lines(story, width=80, ascii_only=True))
    assert "[x1]" in text
    assert "[~4]" in text
    assert not set(text) & set("✗✓≈·")


def test_an_article_cannot_drive_the_terminal(document: Document, claims: dict[str, Claim]) -> None:
    evil = "\x1b]0;owned\x07\x9b31m\u202e"
    body = replace(document.body, text=document.body.text.replace("A bridge", evil[:8]))
    claim = replace(claims["wrong"], text=evil)
    verdict = Verdict(claim, "contradicted", "statistics", evil, slip=evil, suggested=Decimal(1))
    hostile = replace(document, body=body, title=evil, outlet=evil, name=evil)
    story = tell(hostile, [claim], verdicts=[verdict], outcomes={claim: "contradicted"})
    text = report_text([story], book=evil)
    assert not set(text) & set("\x1b\x07\x9b\u202e")


def test_several_articles_are_summed_up(story: Story) -> None:
    assert "2 articles, 8 figures: 2 contradicted" in report_text([story, story], book="b")
