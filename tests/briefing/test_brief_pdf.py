"""The finished PDF is walked as the page is: each number a link to its entry, and no number that no run carries."""

import ctypes
import re
import sys
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.review.review import review
from tidewaiter.briefing.report.content import Number, Picture, Report, plain, texts_of
from tidewaiter.briefing.report.pdf import pdf
from tidewaiter.briefing.review.sections import report
from tidewaiter.reference.groups import group

_DIGITS = re.compile(r"\d")


@pytest.fixture(scope="module")
def made() -> Report:
    rows = [row(f"{year}-02", "340111", 30_000 + 999 * year, quantity=500, unit="kg") for year in range(2018, 2022)]
    rows += [row("2022-02", "340111", 212_000, quantity=4_000, unit="kg"), row("2022-02", "TOTAL", 7_654_321)]
    book = MadeLedger(rows, covered=months("comtrade", "CHN", "export", "2018-01", "2022-04"))
    return report(review(book, country="PRK", group=group("340111"), through="2022-04", since=2018))


@pytest.fixture(scope="module")
def opened(made: Report) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf(made))


def squeezed(words: str) -> str:
    """Words as they can be compared: without spaces, and without the breaks of lines."""
    return re.sub(r"[\s\u00ad\ufffe\x02-]", "", words)


def linked(document: pypdfium2.PdfDocument) -> Counter[str]:
    """The words that each link within the document stands on."""
    found: Counter[str] = Counter()
    for page in document:
        words, place, link = page.get_textpage(), ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
            box = raw.FS_RECTF()
            raw.FPDFLink_GetAnnotRect(link, ctypes.byref(box))
            if raw.FPDFLink_GetDest(document, link):
                found[squeezed(words.get_text_bounded(box.left, box.bottom, box.right, box.top))] += 1
    return found


def test_every_number_is_a_link(made: Report, opened: pypdfium2.PdfDocument) -> None:
    links = "|".join(linked(opened).elements())
    numbers = {squeezed(number.text) for number in made.numbers()}
    assert len(numbers) > 10
    # A number that a line breaks is two links, each on a part of it.
    assert [number for number in numbers if number not in links and number not in links.replace("|", "")] == []


def test_no_number_stands_there_that_no_run_carries(made: Report, opened: pypdfium2.PdfDocument) -> None:
    told = [made.title, plain(made.subtitle), *(section.title for section in made.sections)]
    blocks = [block for section in made.sections for block in section.blocks]
    told += [plain(each) for block in blocks for each in texts_of(block)]
    told += [re.sub(r"<[^>]+>", " ", block.svg()) for block in blocks if isinstance(block, Picture)]
    told += [line for entry in made.short_entries() for line in (entry.title, *(plain(each) for each in entry.lines))]
    known = squeezed("".join(told))
    pages = [page.get_textpage().get_text_range() for page in opened]
    loose = []
    for number, words in enumerate(pages, 1):
        for token in words.replace("\ufffe", "").split():
            if _DIGITS.search(token) and squeezed(token) not in known and token != str(number):
                loose.append(token)
    # The contents name the pages of the sections.
    assert [token for token in loose if not token.strip(".").isdigit() or int(token.strip(".")) > len(pages)] == []


def test_the_walk_sees_a_number_that_is_no_link(made: Report) -> None:
    assert any(
        isinstance(run, Number) for section in made.sections for b in section.blocks for t in texts_of(b) for run in t
    )
    assert squeezed("at least\n$5 mil\u00adlion") == "atleast$5million"
