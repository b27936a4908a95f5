"""What other programs read: SDMX-CSV, ClaimReview, BibTeX and CSL."""

import csv
import io
import json
import re
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from made_ledger import MadeLedger, months, row

import tidewaiter as tw
from tidewaiter.briefing.exports.references import bibtex, csl

BOOK = MadeLedger(
    [row("2022-01", "300490", "1234.50", quantity=7, unit="kg"), row("2022-03", "300490", 99, quantity=1, unit="kg")],
    covered=months("comtrade", "CHN", "export", "2022-01", "2022-03"),
)
ARTICLE = """Quay Post
20 May 2022

Trade note

Exports came to $200 million in April 2022, of which wheat flour made up $30 billion. Imports fell 12 percent.
"""


def test_nothing_and_unknown_differ_in_sdmx() -> None:
    found = tw.Ledger(BOOK).series(
        reporter="CHN", partner="PRK", flow="export", hs="30", start="2022-01", end="2022-04"
    )
    lines = list(csv.DictReader(io.StringIO(found.to_sdmx_csv())))
    values = [line for line in lines if line["UNIT_MEASURE"] == "USD"]
    assert [(line["TIME_PERIOD"], line["OBS_VALUE"], line["OBS_STATUS"]) for line in values] == [
        ("2022-01", "1234.5", "A"),
        ("2022-02", "0", "A"),
        ("2022-03", "99", "A"),
        ("2022-04", "", "M"),
    ]
    assert {line["STRUCTURE_ID"] for line in lines} == {"TIDEWAITER:TRADE(1.0.0)"}
    assert {line["TRADE_FLOW"] for line in lines} == {"X"}
    assert next(line["OBS_VALUE"] for line in lines if line["UNIT_MEASURE"] == "kg") == "7"


def test_a_review_for_each_figure_that_was_held_against_something(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    report = tw.check(tw.read(path), ledger=tw.embedded_ledger())
    found = json.loads(report.to_claim_review(day=date(2022, 5, 21), author="Fact Desk"))
    assert found["@context"] == "https://schema.org"
    reviews = found["@graph"]
    checked = [claim for claim in report.claims if report.outcomes[claim] != "unchecked"]
    assert len(reviews) == len(checked) >= 1
    for review in reviews:
        assert review["@type"] == "ClaimReview"
        assert review["reviewRating"]["ratingValue"] in (1, 3, 4, 5)
        assert review["author"]["name"] == "Fact Desk"
        assert review["claimReviewed"] in " ".join(ARTICLE.split())
        assert review["reviewBody"]
    worst = min(reviews, key=lambda review: review["reviewRating"]["ratingValue"])
    assert worst["reviewRating"]["alternateName"] == "contradicted"


RELEASE = {
    "source": "comtrade", "release": "2022-06-20", "released_on": date(2022, 6, 20), "file": "a_b&c.csv",
    "file_sha256": "ab" * 32,
}  # fmt: skip


def test_bibtex_escapes_what_tex_reads() -> None:
    entry = bibtex([RELEASE])
    assert re.match(r"@misc\{comtrade-2022-06-20-abababab,\n", entry)
    assert r"a\_b\&c.csv" in entry
    assert entry.count("{") == entry.count("}")


def test_a_book_without_an_address_has_no_empty_one() -> None:
    (item,) = json.loads(csl([{**RELEASE, "source": "press"}]))
    assert "URL" not in item
    assert "url =" not in bibtex([{**RELEASE, "source": "press"}])


def test_csl_is_a_list_of_datasets() -> None:
    (item,) = json.loads(csl([RELEASE]))
    assert item["type"] == "dataset"
    assert item["issued"] == {"date-parts": [[2022, 6, 20]]}
    assert item["URL"].startswith("https://")


def test_a_users_own_card_is_cited_by_its_id() -> None:
    (item,) = json.loads(csl([{**RELEASE, "source": "mine"}]))
    assert item["title"] == "mine"
