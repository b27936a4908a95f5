"""The screening as a report: it accuses nobody, and every number of it is a fact."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from made_ledger import MadeLedger, months, row
from test_review_report import Walker, made_again

from tidewaiter.analysis.screening.screen import Screening, screen
from tidewaiter.briefing.report.html import page
from tidewaiter.briefing.report.terminal import report_lines
from tidewaiter.briefing.screening.sections import report

BOOK = MadeLedger(
    [
        row("2018-05", "847130", 120_000),
        row("2018-06", "841920", 7_000),
        row("2019-03", "271019", 90_000, net_weight_kg=12_000_000),
        row("2019-04", "271019", 90_000, net_weight_kg=6_000_000),
        row("2019-05", "030617", 41_000, flow="import"),
        row("2019-05", "711319", 9_000),
    ],
    covered=months("comtrade", "CHN", "export", "2016-01", "2022-12"),
)


def made() -> Screening:
    return screen(BOOK, country="PRK", since=2016, through="2022-12")


def terminal(found: Screening) -> str:
    lines = report_lines(report(found), width=300)
    return " ".join("".join(words for words, _ in line).strip() for line in lines)


def test_it_says_what_falls_under_what() -> None:
    said = terminal(made())
    assert "$120,000 of industrial machinery from China to North Korea in May 2018 falls under resolution 2397" in said
    assert "Of refined petroleum, at least 150,000 barrels were booked in March–April 2019" in said
    assert "at least 30% of the cap of 500,000 barrels (resolution 2397, paragraph 5)" in said
    assert "Needs an exemption" in said
    assert "$41,000 of seafood from North Korea to China" in said


def test_it_accuses_nobody() -> None:
    words = terminal(made()).lower()
    assert not re.search(r"violat|breach(?! by itself)|illegal|illicit|smuggl", words)
    assert "not breaking it" in words


def test_every_number_leads_to_its_rows() -> None:
    found = report(made())
    walker = Walker()
    walker.feed(page(found))
    facts = found.shown()
    assert len(walker.links) > 8
    for ident, _ in walker.links:
        assert made_again(BOOK, facts, facts[ident]) == facts[ident].value
    assert not [words for words in walker.loose if re.search(r"\d", words)]


def test_an_empty_book_is_not_a_clean_one() -> None:
    empty = MadeLedger([row("2018-05", "847130", 5, qualifier="exact")])
    said = terminal(screen(empty, country="PRK", since=2016, through="2022-12"))
    assert "No customs book in the ledger could be screened" in said
    assert "Nothing in the books" not in said
