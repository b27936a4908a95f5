"""A pattern is tried only where a text may go on as the pattern begins: that must never lose an expression."""

import re
import sys
import time
from pathlib import Path

import pytest
import yaml

from tidewaiter.claims.periods.grammar import Grammar, grammar
from tidewaiter.claims.periods.needs import Needs, folded
from tidewaiter.claims.periods.openings import REACH, Openings, openings
from tidewaiter.claims.words.tokens import tokenize

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("(?:the )?(?P<o>first|second) half", {"the fi", "the se", "first ", "second"}),
        (r"(?:19|20)\d\d-", {"0000-"}),
        (r"[Ll]ast\s+year", {"last  ", "last y"}),
        ("(?<!x)(?=May)May(?!be)", {"may"}),
        ("a?b{2,}c", {"abbc", "abbbc", "abbbbc", "abbbbb", "bbc", "bbbc", "bbbbc", "bbbbbc", "bbbbbb"}),
        (r"\w+ ago", {""}),
        ("[^x]y", {""}),
        ("a.c", {"a"}),
        ("été|half", {"", "half"}),
        ("[今去]年|전 ?분기", {"今年", "去年", "전 분기", "전분기"}),
    ],
)
def test_how_a_pattern_can_begin(pattern: str, found: set[str]) -> None:
    assert openings(pattern) == {way for way in found if not any(way != o and way.startswith(o) for o in found)}


@pytest.mark.parametrize("text", ["ſeptember", "May – June", "٢٠٢٢", "2022", "THE\nFIRST half", "", "the first half"])
def test_what_matches_is_never_ruled_out(text: str) -> None:
    patterns = ["September", "May", r"\d{4}", r"the\s(?:first|last)\shalf", "(?:the )?first"]
    fitting = Openings(patterns).at(text[:REACH])
    assert [
        n for n, pattern in enumerate(patterns) if re.match(pattern, text, re.IGNORECASE) and n not in fitting
    ] == []


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("(?:the )?(?P<o>first|second) half", [["first", "second"], ["half"]]),
        (r"(?:the )?(?:FY ?\d\d|fiscal(?: year)?) ended", [["ended"], ["fiscal", "fy"]]),
        ("months? (?!of the)(?<=in )ago", [["ago"], ["month"]]),
        (r"\w+|year", []),
        ("[Ww]ithin(?: a)? {span}", [["day", "wee"], ["ithin"]]),
        ("(?:(?:May|June) ){0,3}{unknown}", []),
        ("Été|İl", [["i̇l", "été"]]),
    ],
)
def test_what_every_match_holds(pattern: str, needed: list[list[str]]) -> None:
    assert sorted(sorted(words) for words in Needs({"span": "days?|week{1,2}s"}).of(pattern)) == [
        sorted(words) for words in needed
    ]


@pytest.mark.parametrize(("language", "most"), [("en", 30), ("ko", 1), ("zh", 1)])
def test_no_match_lacks_what_its_pattern_needs(language: str, most: int) -> None:
    grammar_ = grammar(language)
    name = "trade_news.yml" if language == "en" else f"trade_news_{language}.yml"
    text = "\n".join(e["text"] for e in yaml.safe_load((DATA / name).read_text(encoding="utf-8")))
    met = 0
    for number, needed in enumerate(grammar_._needs):
        for match in grammar_._pattern(number).finditer(text):
            met += bool(needed)
            assert all(any(word in folded(match[0]) for word in words) for words in needed), match
    assert met >= most, met


def test_no_expression_is_lost() -> None:
    english = grammar("en")
    texts = [entry["text"] for entry in yaml.safe_load((DATA / "trade_news.yml").read_text(encoding="utf-8"))]
    compiled = [(form, english._pattern(number)) for number, form in enumerate(english._forms)]
    for text in texts[:60]:
        english.find(text)
        for place in tokenize(text).starts:
            first = next(((form, m.end()) for form, pattern in compiled if (m := pattern.match(text, place))), None)
            found = english._at(text, place)
            assert (found and (found.form, found.end)) == first, text[place : place + 40]


@pytest.mark.parametrize("language", ["ko", "zh"])
def test_no_expression_is_lost_where_words_stand_together(language: str) -> None:
    grammar_ = grammar(language)
    at_once = re.compile("|".join(f"(?:{_nameless(each)})" for each in _whole(grammar_)), re.IGNORECASE)
    entries = yaml.safe_load((DATA / f"trade_news_{language}.yml").read_text(encoding="utf-8"))
    for text in (entry["text"] for entry in entries):
        assert [(e.start, e.end) for e in grammar_.find(text)] == [m.span() for m in at_once.finditer(text)]


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_a_piece_in_braces_opens_as_what_it_stands_for(language: str) -> None:
    grammar_ = grammar(language)
    for pattern, whole in zip(grammar_._patterns, _whole(grammar_), strict=True):
        assert openings(pattern, grammar_._templates) == openings(whole), pattern


def test_pieces_that_are_one_character_to_another_pattern() -> None:
    parts = {"month": "May|June", "sign": "(?:~|{month})"}
    assert openings("(?:{month}|{sign}|x) 1", parts) == openings("(?:(?:May|June)|(?:~|(?:May|June))|x) 1")


def _whole(grammar_: Grammar) -> list[str]:
    return [grammar_._pattern(number).pattern for number in range(len(grammar_._forms))]


def _nameless(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def test_a_text_that_never_goes_on_alike_takes_no_longer() -> None:
    """Here every place is new to what is remembered; looking through all patterns at each would take ten seconds."""
    text = "".join(chr(0x4E00 + n) + "1" for n in range(10_000))
    started = time.process_time()
    assert list(grammar("ko").find(text)) == []
    assert time.process_time() - started < 2


def test_this_python_shows_what_a_pattern_is_made_of() -> None:
    # `re` makes no promise of its parser: where a new Python has none, this is the place that says so.
    assert openings("guard against a parser that is gone|x") == {"guard ", "x"}


def test_without_a_parser_every_pattern_is_tried_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(re, "_parser")
    monkeypatch.setitem(sys.modules, "re._parser", None)
    assert openings("no parser to read this by|y") == {""}
    unread = Grammar({"patterns": [["year", r"(?P<y>(?:19|20)\d\d)"], ["month", "(?P<m>May|June)"]]})
    assert [e.form for e in unread.find("In May 2022, not in June")] == ["month", "year", "month"]
