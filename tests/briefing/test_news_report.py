"""The news as a report, and what new books make of earlier articles."""

import re
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from made_ledger import MadeLedger, months, row
from test_review_report import Walker, made_again

import tidewaiter as tw
from tidewaiter.briefing.report.html import page
from tidewaiter.briefing.report.markdown import markdown_text

EARLY = {"release": "2022-05-18", "released_on": date(2022, 5, 18)}
LATE = {"release": "2022-06-18", "released_on": date(2022, 6, 18)}
BOOK = MadeLedger(
    [
        *(
            row(month, "TOTAL", 100_000_000, **EARLY)
            for *_, month in months("comtrade", "CHN", "export", "2021-05", "2022-04")
        ),
        row("2022-05", "TOTAL", 14_510_000, **LATE),
        row("2022-05", "340111", 80_000, **LATE),
        row("2022-04", "300490", 60_000, **EARLY),
        row("2022-05", "847130", 12_000, **LATE),
    ],
    covered=months("comtrade", "CHN", "export", "2020-01", "2022-05"),
)
ARTICLE = """Quay Post
10 June 2022

Trade shrinks

China's exports to North Korea came to $14.5 million in May 2022, an official said.
"""


def test_the_report_tells_the_month(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    found = tw.Ledger(BOOK).news(country="PRK", documents=[tw.read(path)])
    said = markdown_text(found.report)
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", said).replace("\\", "")
    assert "what May 2022 brought" in plain
    assert (
        "All goods from China came to $14.5 million in May 2022, 85.5% less than in April 2022 ($100 million)" in plain
    )
    assert "New: soap (HS 340111), China to North Korea, $80,000" in plain
    assert "$12,000 of industrial machinery (HS 847130) from China to North Korea falls under resolution 2397" in plain
    assert "was unchecked and is supported" in plain


def test_every_number_leads_to_rows() -> None:
    found = tw.Ledger(BOOK).news(country="PRK").report
    walker = Walker()
    walker.feed(page(found))
    facts = found.shown()
    assert len(walker.links) > 8
    for ident, _ in walker.links:
        assert made_again(BOOK, facts, facts[ident]) == facts[ident].value
    assert not [words for words in walker.loose if re.search(r"\d", words)]
