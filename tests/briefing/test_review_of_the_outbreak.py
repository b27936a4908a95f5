"""A book made to the figures of a published review: the program's review says its comparisons again, and the article
itself, held against that book, is borne out figure by figure."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from outbreak_book import THROUGH, book

import tidewaiter as tw
from tidewaiter.analysis.review.review import Review, review
from tidewaiter.briefing.report.terminal import report_lines
from tidewaiter.briefing.review.sections import report
from tidewaiter.reference.groups import group

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "seeds"
#: Of its figures, cases, doses refused, a threshold and a share of a population are no trade that a book could hold.
SUPPORTED = 40


@pytest.fixture(scope="module")
def reviewed() -> Review:
    return review(book(), country="PRK", group=group("covid-supplies"), through=THROUGH, since=2012)


@pytest.fixture(scope="module")
def said(reviewed: Review) -> str:
    return told(reviewed)


def told(found: Review) -> str:
    """What the terminal shows, on one line."""
    lines = report_lines(report(found), width=400)
    return " ".join(word for line in lines for words, _ in line for word in words.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "Pharmaceuticals from China came to $16.7 million in January–April 2022",
        "more than in the same months of any of the 10 years before that are known",
        "Antibiotics* from China came to $2.7 million in January–April 2022",
        "Pharmaceuticals from China rose 1.1% in 2021 to $10.4 million, while all goods fell",
        "Pharmaceuticals from Russia ceased: nothing since November 2020",
        "Pharmaceuticals from Germany ceased: nothing since November 2019",
        "Thermometers and pyrometers from China came back: $481,500 in January–April 2022, after nothing in 2021; 2020 had $1.7 million",
        "Surgical gloves* from China came back: $13,000 (200,750 pairs) in January–April 2022, after nothing in 2021",
        "Protective goggles* from China came back: $42,355",
        "Diagnostic reagents from China began: $16,748 in January–April 2022, after nothing in 2012–2021",
        "Diagnostic test instruments* from China began: $104,130 in January–April 2022",
        "Ventilators / oxygen therapy apparatus* from China came back: $20,000",
        "Non-invasive ventilators from China came back: $267,000 in January–April 2022, after nothing in 2021",
        "Masks from China came to $400,000 (10.7 million units) in January–April 2022",
        "Soap from China came to $4.3 million in January–April 2022, about as much as in all of 2021 ($4.3 million)",
        "Syringes from China came to $604,000 in January–April 2022, more than in all of any of the 10 years before, of which 2019 had the most, $260,000",
        "Nasal prongs* from China came to $913,689 in January–April 2022, 3 times as much as in all of 2021 ($300,000) and about as much as in all of 2020 ($921,000)",
        "Vaccines from China rose 114.2% to $305,000 in January–April 2022",
        "Disinfectants / hand sanitiser from China fell 66.7% in 2021 to $40,000, more than all goods",
        "Pharmaceuticals from China, Russia, India, Poland and Netherlands together came to $10.6 million in 2021, $5.46 million less than in 2020 ($16.1 million)",
        "* Under these codes other goods are booked too, of which the figure may be in part",
        "2019 $25 million +9.2% $5 million",
        "2020 $1.7 million +4,397.4% $340,000",
        "2021 $690,000 −1.4% 13 million units $138,000",
        "2020 $700,000 – 12.9 million units $140,000",
    ],
)
def test_it_says_what_the_expert_said(said: str, sentence: str) -> None:
    assert sentence in said


def test_before_the_pandemic_and_in_its_first_year() -> None:
    found = review(book(), country="PRK", group=group("covid-supplies"), through="2020-12", since=2012)
    lines = told(found)
    assert "Pharmaceuticals from China fell 59% in 2020 to $10.2 million, less than all goods, which fell 81%" in lines
    assert "Pharmaceuticals from India fell 46% to $1.6 million in 2020, from $2.96 million in 2019" in lines
    assert "Pharmaceuticals from Russia came to $3.9 million in 2020, 56% more than a year earlier" in lines
    assert "Pharmaceuticals from Poland fell 78.9% to $190,000 in 2020, from $900,000 in 2019" in lines
    assert "Surgical gloves from China came to $32,600 (502,000 pairs) in 2020, 63% more than a year earlier" in lines
    assert "Pharmaceuticals from Netherlands fell 77.1% to $160,000 in 2020, from $700,000 in 2019" in lines
    assert "Pharmaceuticals from Germany ceased: nothing since November 2019 ($160,000)" in lines
    assert "Vaccines from India fell 33.5% to $930,932 in 2020" in lines
    assert (
        "Thermometers and pyrometers from China came to $1.7 million in 2020, more than in all of 2012–2019 together "
        "($302,400)" in lines
    )
    assert "Thermometers and pyrometers from India ceased: nothing since November 2015 ($59,200)" in lines
    assert "2015 had $296,000" in lines
    assert "Protective garments* from China began: $304,000 in 2020" in lines or "$304,000" in lines
    assert "Protective goggles* from China fell 77% to $14,000 in 2020, from $61,000 in 2019" in lines


def test_the_year_after() -> None:
    found = review(book(), country="PRK", group=group("covid-supplies"), through="2021-12", since=2012)
    lines = told(found)
    for goods in ("Thermometers and pyrometers", "Protective goggles*", "Surgical gloves"):
        assert f"{goods} from China ceased: nothing since November 2020" in lines
    assert "Pharmaceuticals from Russia ceased: nothing since November 2020 ($780,000)" in lines
    assert "Pharmaceuticals from India fell 99.5% to $7,950 in 2021, from $1.6 million in 2020" in lines
    assert "Pharmaceuticals from China rose 1.1% in 2021 to $10.4 million, while all goods fell 47%" in lines


def test_the_article_is_borne_out_by_the_book() -> None:
    paths = sorted(ARTICLE.glob("001*"))
    if not paths:
        pytest.skip("the annotated articles are not beside this checkout")
    found = tw.check(tw.read(paths[0]), ledger=tw.Ledger(book()))
    assert [claim.text for claim in found.contradicted] == []
    left = [claim.text for claim in found.with_outcome("unchecked")]
    assert len(found.with_outcome("supported")) >= SUPPORTED, left
