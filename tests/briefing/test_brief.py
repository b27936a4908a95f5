"""The briefing in one document: every number and every quoted figure leads somewhere, in every format."""

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from made_ledger import MadeLedger, months, row
from test_review_report import Walker, made_again

import tidewaiter as tw
from tidewaiter.analysis.review.review import review
from tidewaiter.analysis.screening.screen import screen
from tidewaiter.briefing.brief.sections import briefing
from tidewaiter.briefing.report.content import Pointer, Report, texts_of
from tidewaiter.briefing.report.html import page
from tidewaiter.briefing.report.markdown import markdown_text
from tidewaiter.briefing.report.package import data_package, workbook
from tidewaiter.briefing.report.pdf import pdf
from tidewaiter.reference.groups import group

ARTICLE = """Quay Post
20 May 2022

North Korea's soap bill

North Korea bought soap worth $212,000 from China in the first four months of 2022, customs data show. In all it imported
goods worth $7.65 million from China in the four months, of which $1.3 billion was for wheat flour.
"""

BOOK = MadeLedger(
    [
        *(row(f"{year}-02", "340111", 30_000 + year, quantity=500, unit="kg") for year in range(2016, 2022)),
        *(row(f"{year}-02", "TOTAL", 5_000_000 + year) for year in range(2016, 2022)),
        row("2022-02", "340111", 212_000, quantity=4_000, unit="kg"),
        row("2022-02", "TOTAL", 7_654_321),
        row("2022-03", "847130", 120_000),
    ],
    covered=months("comtrade", "CHN", "export", "2016-01", "2022-04"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = tmp_path_factory.mktemp("articles") / "post.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    checked = tw.check(tw.read(path), ledger=tw.Ledger(BOOK))
    assert checked.claims
    return briefing(
        review(BOOK, country="PRK", group=group("covid-supplies"), through="2022-04", since=2016),
        screening=screen(BOOK, country="PRK", through="2022-04", since=2017),
        stories=checked.stories(),
    )


def test_its_parts_stand_in_order(made: Report) -> None:
    order = [section.id for section in made.sections]
    wanted = ["summary", "whole", "sanctions", "articles", "coverage", "method", "sources"]
    assert [name for name in order if name in wanted] == wanted
    assert len(order) == len(set(order))


def test_every_number_and_every_quoted_figure_leads_to_its_origin(made: Report) -> None:
    walker = Walker()
    walker.feed(page(made))
    facts = made.shown()
    assert {ident[0] for ident, _ in walker.links} == {"n", "s"}
    for ident, _ in walker.links:
        assert made_again(BOOK, facts, facts[ident]) == facts[ident].value
        assert ident in walker.ids
    pointers = [
        run
        for section in made.sections
        for block in section.blocks
        for text in texts_of(block)
        for run in text
        if isinstance(run, Pointer)
    ]
    assert len(pointers) > 2
    assert {pointer.entry for pointer in pointers} <= walker.ids
    for entry in made.cited:
        assert entry.lines


def test_no_anchor_stands_twice(made: Report) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page(made))
    assert len(ids) > 50
    assert len(ids) == len(set(ids))


def test_a_contradicted_figure_is_told_with_its_reason(made: Report) -> None:
    whole = markdown_text(made)
    assert "contradicted: cannot be so" in whole.lower()
    assert re.search(r"\[“\\\$1\.3 billion”\]\(#a1-\d+\)", whole)


def test_the_pdf_is_tagged_and_has_bookmarks(made: Report) -> None:
    whole = pdf(made)
    assert whole.startswith(b"%PDF")
    for part in (b"/StructTreeRoot", b"/Outlines", b"/MarkInfo", b"/Lang"):
        assert part in whole


def test_words_of_others_are_no_commands_of_the_pdf() -> None:
    from tidewaiter.briefing.report.content import Paragraph, Section, Term

    hostile = '#panic("x") #import "/etc/passwd" $x$ <n1> @n1 \\ ` */ // "'
    found = Report(hostile, (Term(hostile),), (Section("s", hostile, (Paragraph((Term(hostile),)),)),))
    whole = pdf(found)
    assert whole.startswith(b"%PDF")


def test_the_data_package_describes_every_table(made: Report) -> None:
    archive = zipfile.ZipFile(io.BytesIO(data_package(made)))
    described = json.loads(archive.read("datapackage.json"))
    assert {"title": "UN Comtrade", "path": "https://comtradeplus.un.org/"} in described["sources"]
    names = [resource["name"] for resource in described["resources"]]
    assert {"facts", "rows", "all-goods", "coverage"} <= set(names)
    for resource in described["resources"]:
        lines = list(csv.reader(io.StringIO(archive.read(resource["path"]).decode("utf-8"))))
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert lines[0] == fields
        assert len(fields) == len(set(fields))
        assert all(len(line) == len(fields) for line in lines)
    facts = {line["id"] for line in csv.DictReader(io.StringIO(archive.read("facts.csv").decode("utf-8")))}
    assert facts == set(made.shown())
    assert data_package(made) == data_package(made)


def test_the_workbook_opens_with_every_table(made: Report) -> None:
    archive = zipfile.ZipFile(io.BytesIO(workbook(made)))
    names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode("utf-8"))
    assert {"all-goods", "facts", "rows"} <= set(names)
    sheets = "".join(archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name)
    assert "<f>" not in sheets


def test_a_cell_that_looks_like_a_formula_stays_text() -> None:
    from tidewaiter.briefing.report.content import Column, Section, Table, Term, Words

    table = Table("t", (Words("t"),), (Column((Words("a"),)),), (((Term('=HYPERLINK("http://x")'),),),))
    archive = zipfile.ZipFile(io.BytesIO(workbook(Report("t", (), (Section("s", "s", (table,)),)))))
    assert "<f>" not in archive.read("xl/worksheets/sheet1.xml").decode()
