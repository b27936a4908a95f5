"""Markup: text can never become markup, and no address but one of the web becomes a link."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.briefing.markup import Markup, element, join, link, printable, web_address


def test_children_are_escaped_and_markup_is_not_escaped_twice() -> None:
    inner = element("b", "1 < 2 & 3")
    assert element("p", inner, " <i>") == "<p><b>1 &lt; 2 &amp; 3</b> &lt;i&gt;</p>"


@given(st.text())
def test_text_comes_out_as_it_went_in(text: str) -> None:
    written = element("p", text)
    assert html.unescape(written[3:-4]) == printable(text)
    assert "<" not in written[3:-4]


@given(st.text())
def test_no_attribute_can_be_left(value: str) -> None:
    written = element("a", title=value)
    assert written.startswith('<a title="')
    assert '"' not in written[10:-6]
    assert ">" not in written[10:-6]


def test_attributes_true_false_and_none() -> None:
    assert element("details", open=True, hidden=False, id=None, stroke_width="2", class_="x") == (
        '<details open stroke-width="2" class="x"></details>'
    )


def test_void_elements_have_no_end() -> None:
    assert element("meta", charset="utf-8") == '<meta charset="utf-8">'


@pytest.mark.parametrize("name", ["a b", "<a", "", "a>"])
def test_names_are_not_made_of_text(name: str) -> None:
    with pytest.raises(ValueError, match="not an element"):
        element(name)


def test_joining_plain_strings_escapes_them() -> None:
    joined = join(["<", Markup("<br>"), None], separator=" & ")
    assert joined == "&lt; &amp; <br>"
    assert isinstance(joined, Markup)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.com",
        "http:",
        "https://",
        "http://[",
        'https://example.com/"onmouseover="x',
        "https://example.com/\u202e",
        "https://example.com/a b",
        "",
        None,
    ],
)
def test_addresses_that_are_not_of_the_web_are_no_links(url: str | None) -> None:
    assert web_address(url) is None
    assert link("page", url) == "page"


def test_an_address_of_the_web_is_a_link_that_tells_its_target_nothing() -> None:
    assert link("a<b", "https://example.com/?a=1&b=2") == (
        '<a href="https://example.com/?a=1&amp;b=2" rel="noopener noreferrer nofollow">a&lt;b</a>'
    )


def test_controls_and_direction_marks_are_shown() -> None:
    assert printable("a\x1b[31mb\u202ec\ud800\x9b\td\n") == "a\ufffd[31mb\ufffdc\ufffd\ufffd\td\n"
