"""Days on a page, and which of them is the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.documents.datelines import is_dateline
from tidewaiter.documents.dates import day_in_name, day_in_url, days_in, labelled_day, months
from tidewaiter.documents.document import Document
from tidewaiter.documents.read import read_text

PROSE = (
    "Exports to the islands fell to $16.7 million, the customs office said. The drop was the third in a row and hit the"
    " ports in the south hardest, which had lost most of their trade in the years before."
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("June 10, 2022", "2022-06-10"),
        ("Jun. 10 2022", "2022-06-10"),
        ("10 June 2022", "2022-06-10"),
        ("20 Jun 2022", "2022-06-20"),
        ("the 3rd of March, 2021", "2021-03-03"),
        ("2022-06-18 09:00", "2022-06-18"),
        ("2022.06.18.", "2022-06-18"),
        ("2022/6/18", "2022-06-18"),
        ("2022년 6월 18일", "2022-06-18"),
        ("2022年6月20日", "2022-06-20"),
        ("20 июня 2022 года", "2022-06-20"),
        ("20 juin 2022", "2022-06-20"),
        ("1er août 2022", "2022-08-01"),
        ("20. Juni 2022", "2022-06-20"),
        ("20 de junio de 2022", "2022-06-20"),
        ("25/12/2022", "2022-12-25"),
        ("12/25/2022", "2022-12-25"),
        ("06/06/2022", "2022-06-06"),
        ("05/06/2022", None),
        ("June 20", None),
        ("30 February 2022", None),
        ("2022-13-01", None),
        ("1022-03-01", None),
        ("imports of 2022 tonnes", None),
    ],
)
def test_whole_dates(text: str, day: str | None) -> None:
    assert [str(mention.day) for mention in days_in(f"x {text} y")] == ([day] if day else [])


def test_the_language_settles_the_order() -> None:
    assert [str(mention.day) for mention in days_in("05.06.2022", language="de")] == ["2022-06-05"]
    assert not list(days_in("05/06/2022", language="en"))


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("June 10, 2022", True),
        ("Thu, May 26, 2022 | 10:01", True),
        ("Friday, 10 June 2022 10:41 am KST", True),
        ("Posted : 2021-05-12 16:46", True),
        ("입력 2022.06.18. 오전 9:00 수정 2022.06.18. 오후 3:11", True),
        ("2022-06-18 09:00 송고", True),
        ("2022年6月20日 星期一", True),
        ("All News 15:02 August 20, 2024", True),
        ("Reuters, Aug 20, 2022", True),
        ("2022-06-18 | Daily NK", True),
        ("Seoul, June 10, 2022", True),
        ("BAKU, Azerbaijan, Jan. 14", True),
        ("Kenya's tea exports, May 9", False),
        ("Exports to the North on June 10, 2022", False),
        ("Exports fell, June 10, 2022", False),
        ("Imports since 2019-01-01: $3 million", False),
        ("May 2022", False),
    ],
)
def test_lines_that_are_nothing_but_a_date(line: str, dated: bool) -> None:
    assert is_dateline(line) is dated


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted : 2021-05-12 16:46", "2021-05-12"),
        ("Updated : 2021-05-12 18:29", None),
        ("Updated May 5, 2022; published May 4, 2022", "2022-05-04"),
        ("Last updated on 5 May 2022", None),
        ("Published: Tue, 20 Aug 2024 15:02:11 +0900", "2024-08-20"),
        ("기사입력 2023-09-19 09:10 최종수정 2023-11-02 10:00", "2023-09-19"),
        ("2022-06-18 09:00 송고", "2022-06-18"),
        ("发布时间：2023-09-19 09:10 来源：海关", "2023-09-19"),
        ("更新时间：2023-09-19", None),
        ("Date of registration : 2020.02.05", None),
        ("등록번호 서울 아0123 (2010.05.06)", None),
        ("Опубликовано: 20 июня 2022", "2022-06-20"),
        ("A poll published by the bank in May covers 2019-01-01", None),
    ],
)
def test_labelled_days(line: str, day: str | None) -> None:
    found = labelled_day(line)
    assert (str(found) if found else None) == day


def test_addresses_and_names() -> None:
    assert day_in_url("https://e.org/2022/06/20/exports-fall") == date(2022, 6, 20)
    assert day_in_url("https://e.org/view/AEN20220618000500325") == date(2022, 6, 18)
    assert day_in_url("https://e.org/view/123456789012") is None
    assert day_in_url("https://e.org/20221399/x") is None
    assert day_in_name("2022-06-20-exports.txt") == date(2022, 6, 20)
    assert day_in_name("exports_20220620.html") == date(2022, 6, 20)
    assert day_in_name("003_f1462e04bac101c2.txt") is None
    assert day_in_name("a20220620b.txt") is None


def text(head: str = "", foot: str = "", lead: str = "", **options: object) -> Document:
    source = f"Exports to the islands fall again in May\n\n{head}\n\n{lead}{PROSE}\n\n{PROSE}\n\n{foot}\n"
    return read_text(source, name="a.txt", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "foot", "lead", "day", "source"),
    [
        ("June 10, 2022", "", "", "2022-06-10", "date line"),
        ("By Ann Lee | June 10, 2022", "", "", "2022-06-10", "date line"),
        ("By Ann Lee\nUpdated June 12, 2022", "", "", None, None),
        ("Updated June 12, 2022\nPublished June 10, 2022", "", "", "2022-06-10", "line"),
        ("", "2022-06-18 09:00 송고", "", "2022-06-18", "송고"),
        ("", "", "SEOUL, June 20, 2022 (Yonhap) -- ", "2022-06-20", "dateline"),
        ("", "", "(Reuters) – June 20, 2022 – ", "2022-06-20", "dateline"),
        ("", "", "As of June 9, 2022, nobody knew why. ", None, None),
        ("", "Date of registration : 2020.02.05", "", None, None),
        ("", "Copyright © 2022 The Islander. All rights reserved.", "", None, None),
        ("05/06/2022", "", "", None, None),
    ],
)
def test_where_a_text_says_when(head: str, foot: str, lead: str, day: str | None, source: str | None) -> None:
    document = text(head, foot, lead)
    assert (str(document.published) if document.published else None) == day
    assert (source or "") in (document.published_from or "")


def test_the_page_clock_is_not_the_day() -> None:
    source = f"Thu, May 26, 2022 | 10:01\n\nExports to the islands fall again in May\n\n{PROSE}\n\n{PROSE}"
    assert read_text(source, name="a").published is None


def test_the_caller_wins_and_disagreement_is_told() -> None:
    document = text("June 10, 2022", published=date(2022, 6, 11), url="https://e.org/2021/01/02/x")
    assert document.published == date(2022, 6, 11)
    assert document.published_from == "the caller"
    assert any("2021-01-02" in note for note in document.notes)
    assert not any("2022-06-10" in note for note in document.notes)


META = {
    '<meta property="article:published_time" content="2022-06-10T23:30:00Z">': "2022-06-10",
    '<meta name="pubdate" content="20220610">': "2022-06-10",
    '<meta itemprop="datePublished" content="June 10, 2022">': "2022-06-10",
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2022-06-10"}]}</script>': "2022-06-10",
    '<script type="application/ld+json">{"@type":["NewsArticle"],"datePublished":"2022-06-10T01:00",}</script>': None,
    '<script type="application/ld+json">[[[</script>': None,
    '<meta property="article:modified_time" content="2022-06-10">': None,
    '<link rel="canonical" href="https://e.org/2022/06/10/x">': "2022-06-10",
}


@pytest.mark.parametrize(("head", "day"), META.items())
def test_metadata(head: str, day: str | None) -> None:
    document = read_text(f"<html><head>{head}</head><body><p>{PROSE}</p><p>{PROSE}</p></body></html>", name="a.html")
    assert (str(document.published) if document.published else None) == day


def test_time_elements() -> None:
    page = "<html><body><h1>Exports fall</h1><time class=updated datetime=2023-01-01>x</time><time datetime=2022-06-10>y</time><p>{0}</p><p>{0}</p>"
    assert read_text(page.format(PROSE), name="a.html").published == date(2022, 6, 10)


def test_the_day_in_a_site_header_is_not_the_articles() -> None:
    page = "<html><body><div class=topbar>9 June 2023</div><h1>Exports fall</h1><p>{0}</p><p>{0}</p>"
    assert read_text(page.format(PROSE), name="a.html").published is None
    page = "<html><body><h1>Exports fall</h1><div class=meta>9 June 2023</div><p>{0}</p><p>{0}</p>"
    assert read_text(page.format(PROSE), name="a.html").published == date(2023, 6, 9)


def test_every_name_of_a_month_is_found() -> None:
    for name, number in months().items():
        (found,) = days_in(f"{name.capitalize()} 14, 2021")
        assert found.day == date(2021, number, 14), name
