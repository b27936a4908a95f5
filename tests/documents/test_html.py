"""Saved pages: exact spans into the source, what hides stays hidden, the article without its surroundings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidewaiter.documents.document import Document
from tidewaiter.documents.read import read, read_text
from tidewaiter.errors import DocumentError

SPECIMENS = Path(__file__).parent.parent / "specimens" / "documents"
LEAD = "<p>Exports to the islands fell again in May, the customs office said on Monday, after a weak spring.</p>"
TAIL = "<p>The office did not give a reason, and its spokesman could not be reached for comment on Monday.</p>"


def page(inner: str, lead: str = LEAD, tail: str = TAIL) -> Document:
    source = f"<!doctype html><html><body><article><h1>Exports fall</h1>{lead}{inner}{tail}</article></body></html>"
    return read_text(source, name="p.html")


def cut(document: Document, figure: str) -> str:
    at = document.body.text.index(figure)
    span = document.body.span(at, at + len(figure))
    return document.text[span.start : span.end]


def words(document: Document, kind: str | None = None) -> list[str]:
    return [document.body.text[block.start : block.end] for block in document.body.blocks if kind in (None, block.kind)]


@pytest.mark.parametrize(
    ("markup", "figure", "source"),
    [
        ("<p>They fell to $16.7 million in May.</p>", "$16.7 million", "$16.7 million"),
        ("<p>They fell to $16.7&nbsp;million in May.</p>", "$16.7 million", "$16.7&nbsp;million"),
        ("<p>They fell to $<b>16</b>.7 mil&shy;lion in May.</p>", "$16.7 million", "$<b>16</b>.7 mil&shy;lion"),
        ("<p>They fell by <a href='/81%'>81&#37;</a> in May.</p>", "81%", "81&#37;"),
        ("<p>They fell to <b>&#36;4.86</b> <i>million</i> in May.</p>", "$4.86 million", "&#36;4.86</b> <i>million"),
        ("<p>They fell to\n   $3\n   million in May.</p>", "$3 million", "$3\n   million"),
        ("<p>They fell to $3<!-- was 4 --> million in May.</p>", "$3 million", "$3<!-- was 4 --> million"),
        (
            "<p>They fell to $3<script>var a='$9'</script> million.</p>",
            "$3 million",
            "$3<script>var a='$9'</script> million",
        ),
        ("<p>They fell to &pound;25 in May, &ndash;43&percnt; on the year.</p>", "–43%", "&ndash;43&percnt;"),
        ("<p>They fell to &#x20AC;2.3 million in May.", "€2.3 million", "&#x20AC;2.3 million"),
        ("<p>They fell to 21,7<b>50</b><sup>1</sup> tonnes.", "21,750", "21,7<b>50"),
        ("<p>They sold 40 km<sup>2</sup> of land.", "40 km2", "40 km<sup>2"),
        ("<p>On the 20<sup>th</sup> of May 5% fell.", "20th", "20<sup>th"),
        (
            "<p>They fell to $4<sup><a href=#n>[12]</a></sup> million.",
            "$4 million",
            "$4<sup><a href=#n>[12]</a></sup> million",
        ),
        ("<p>They fell to <del>$9</del> $4 million.", "$4 million", "$4 million"),
        ("<p>They fell to $4 mil<wbr>lion.", "$4 million", "$4 mil<wbr>lion"),
        ("<p>They fell to １２３ tonnes in May.", "123", "１２３"),
        ("<p>R&D fell to 5 <6 and A&B to &notanentity; 7.</p>", "5 <6", "5 <6"),
    ],
)
def test_a_span_cuts_the_source_where_the_figure_stands(markup: str, figure: str, source: str) -> None:
    assert cut(page(markup), figure) == source


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>document.write('<p>Exports rose 99% in all.</p>')</script>",
        "<style>p:after { content: 'Exports rose 99% in all.' }</style>",
        "<template><p>Exports rose 99% in all.</p></template>",
        "<noscript><p>Exports rose 99% in all.</p></noscript>",
        "<p hidden>Exports rose 99% in all.</p>",
        "<dialog><p>Exports rose 99% in all.</p></dialog>",
        "<p>Exports rose by <s>99%</s><strike>99</strike> nothing in all.</p>",
        "<p style='color:red;DISPLAY : none'>Exports rose 99% in all.</p>",
        "<div style=visibility:hidden><div><p>Exports rose 99% in all.</div></div>",
        "<p aria-hidden='true'>Exports rose 99% in all.</p>",
        "<p>Well, <span class='sr-only'>99%</span><span class='visually-hidden'> 99 </span> said he to them all.</p>",
        "<!-- <p>Exports rose 99% in all.</p> -->",
        "<textarea>Exports rose 99% in all.</textarea><select><option>99%</select><button>99%</button>",
        "<svg><title>99</title><text>99%</text></svg><iframe>99%</iframe><img alt='99%' title='99%'>",
        "<p title='99%' data-x='<b>99</b>'>Exports were flat in all.</p>",
    ],
)
def test_what_hides_gives_no_text(hidden: str) -> None:
    document = page(hidden)
    assert "99" not in document.body.text
    assert words(document)[-1].startswith("The office did not")


@pytest.mark.parametrize(
    "around",
    [
        "<nav><ul><li><a href=/>Home</a><li><a href=/b>Bonds fall 99 points</a></ul></nav>",
        "<aside><h3>Most read</h3><ul><li><a href=/>Man wins $99 million</a></li></ul></aside>",
        "<div class='related-posts'><p>Read how the 99 islands were sold, one after the other, to a bank.</p></div>",
        "<div id='comments'><p>I have seen 99 ships pass in a week and not one of them stopped in our port!</p></div>",
        "<div class='newsletter-signup'><p>Join 99,000 readers and get the day's news in your inbox each day.</p></div>",
        "<div class='post-share'><span>99 shares</span></div>",
        "<footer><p>Registered in the islands under number 99-4711. Telephone 0099 12.</p></footer>",
        "<form action=/s><p>Search 99,000 articles of our archive, from the first day to the last.</p></form>",
        "<div role='navigation'>Page 99 of 100</div>",
        "<p><a href=/99>Ten of the 99 islands are sinking</a></p>",
        "<p>You have read 4 of your 99 free articles this month.</p>",
        "<p>Subscribe for $99 a month and cancel at any time.</p>",
        "<p>Photo: A. Smith / Agency 99</p>",
        "<p>© 2099 The Islander. All rights reserved.</p>",
    ],
)
@pytest.mark.parametrize("place", ["inside", "after"])
def test_what_stands_round_the_article_is_left_out(around: str, place: str) -> None:
    document = page(around) if place == "inside" else page("", tail=TAIL + around)
    assert "99" not in document.body.text
    assert document.body.text.startswith("Exports fall\n\nExports to the islands")
    assert "The office did not give a reason" in document.body.text


@pytest.mark.parametrize(
    "kept",
    [
        "<p>Sales fell.</p>",
        "<p>Imports: $3 million</p>",
        "<ul><li>Coal: $4.9 million, down 5%</li><li>Tyres: nothing</li></ul>",
        "<blockquote>We sold 40 tonnes.</blockquote>",
        "<p>Subscribers to the ferry line rose by 12% to 96,000.</p>",
        "<p>Share prices of the port fell 5 percent on the news.</p>",
        "<p>Comments by the minister sent the currency down 3 percent.</p>",
        "<h2>Imports fell 12%</h2><p>They had been at $3 million.</p>",
    ],
)
def test_short_blocks_of_the_article_stay(kept: str) -> None:
    import re

    found = page(kept).body.text
    for line in re.findall(r">([^<]+)<", kept):
        assert line in found


def test_rows_have_their_cells() -> None:
    table = "<table><tr><th>Good<th>2022<th>2023<tr><td>Scrap<td>10.1<td><b>4</b>.86</tr><tr><td>Tyres</td><td></td><td>1<p>(est.)</p></td></tr></table>"
    document = page(table)
    assert words(document, "row") == ["Good | 2022 | 2023", "Scrap | 10.1 | 4.86", "Tyres | 1 (est.)"]
    assert cut(document, "4.86") == "4</b>.86"


def test_a_table_that_lays_out_the_page_gives_its_blocks() -> None:
    document = read_text(
        f"<html><body><table><tr><td>Menu</td><td>{LEAD}<table><tr><td>Coal<td>$3m</table>{TAIL}</td></tr></table>",
        name="t.html",
    )
    found = [(block.kind, document.body.text[block.start : block.end][:12]) for block in document.body.blocks]
    assert found == [("paragraph", "Exports to t"), ("row", "Coal | $3m"), ("paragraph", "The office d")]


def test_line_breaks_part_paragraphs_and_join_sentences() -> None:
    inner = "<p>Imports were $3 million.<br>Exports were $2 million, the office of the customs in the capital<br>said.<br><br>Coal led.</p>"
    assert words(page(inner))[2:5] == [
        "Imports were $3 million.",
        "Exports were $2 million, the office of the customs in the capital said.",
        "Coal led.",
    ]


def test_preformatted_lines() -> None:
    inner = "<pre>\nThe ministry said that imports of <b>fertiliser</b> had risen by a third\nto 14,500 tonnes in July.\n\nRice     12,000   6.1\nFlour     3,200   1.3\n</pre>"
    found = words(page(inner))
    assert "The ministry said that imports of fertiliser had risen by a third to 14,500 tonnes in July." in found
    assert "Rice | 12,000 | 6.1" in found


@pytest.mark.parametrize(
    ("name", "day", "title", "outlet", "author"),
    [
        (
            "harbour_news.html",
            "2023-09-19",
            "Steel scrap exports to Maravia halve as border closes",
            "Harbour News",
            "Jo Marsh",
        ),
        ("layout_tables.html", "2023-09-19", "8월 대마라비아 고철 수출 절반으로 줄어", "주간무역", "홍길동"),
        ("customs_release_zh.html", "2023-09-19", "8月对马拉维亚废钢出口下降五成", "港口海关", None),
        ("blog.html", "2023-09-21", "Counting tyres", None, "R. Okafor"),
        ("wire_short.html", "2023-06-20", "Exports to North Korea fall 3.1% in May", None, None),
        ("portal_ko.html", "2024-08-20", "북중 교역 7월 12.3% 증가", "나루포털", "한나루"),
        ("portal_zh.html", "2024-08-20", "7月中朝贸易额1.45亿美元 同比增长12.3%", None, None),
        ("digest.html", "2024-08-21", "Trade digest: who bought what in July", None, None),
        ("form_page.html", "2024-05-03", "Coal imports up", None, None),
        ("encyclopaedia.html", "None", "Economy of Maravia", None, None),
        ("broken.html", "None", "Ferry freight down by a third", None, None),
        ("divs_only.html", "2024-02-03", "Grain shipments to the islands doubled in January", None, None),
    ],
)
def test_what_a_page_says_of_itself(name: str, day: str, title: str, outlet: str | None, author: str | None) -> None:
    document = read(SPECIMENS / name)
    assert (str(document.published), document.title, document.outlet, document.author) == (day, title, outlet, author)
    assert document.kind == "html"


FIGURES = {
    "harbour_news.html": "52 per cent|40 trucks|US$4.86 million|$10.1 million|12,400 tonnes|21,750|43%|$1.2 million|8%|10.1|4.86|1.11|1.20|140 people",
    "layout_tables.html": "486만 달러|52%|1만2천400톤|43%|120만 달러|8%|1,010만 달러",
    "customs_release_zh.html": "486万美元|52.0%|12.3%|1.25亿美元|3.4%|980万美元|8%|-52.0%|120",
    "blog.html": "8%|$1.11m|$1.20m|8.1 per cent|24 000 tyres|$50|30 000|$37|a fifth|1110000|1200000",
    "wire_short.html": "3.1%|$144 million|2%",
    "portal_ko.html": "1억4천470만 달러|12.3%|1억1천540만 달러|2천930만 달러|트럭 20대",
    "portal_zh.html": "1.45亿美元|1.447亿美元|12.3%|1.154亿美元|2930万美元|9.89亿美元",
    "digest.html": "40%|12,000 tonnes|$1.3m|None.|4.4m|$144.7m|+12.3%",
    "form_page.html": "a fifth|4.1 million tonnes|$98 a tonne|April ¦ 4.1|March ¦ 3.4",
    "encyclopaedia.html": "$4.1 billion|$900 million|40%|$1.2 billion|$1.1 billion",
    "broken.html": "3,200 tonnes|a third|4,800 tonnes|12%|96,000|41,000|$20|£25",
    "divs_only.html": "doubled|6,400 tonnes|7,100 tonnes|61%|€2.3 million",
}
DECOYS = {
    "harbour_news.html": "99|Markets|77%|45%|0.5 points|21:05|312|$1 billion|9%|30%|5 stories|$2 a|40,000|$55|88%|66|44 charts|2011|3 prizes|70 percent|300 jobs|$14 million|2,000 people|128|2024|555-0134",
    "layout_tables.html": "09:10|140억|9%|2천 명|555-0134|01234|홈",
    "customs_release_zh.html": "09:10|9%|1.4亿|0500000|5550134|首页",
    "blog.html": "500 tyres|7 weeks|14)|100%|2025|3 thoughts",
    "wire_short.html": "0.5 points|4.5 percent|14 people|200,000|300 reporters",
    "portal_ko.html": "342|23억|35도|오후",
    "portal_zh.html": "1万亿|200元|15:02|李明",
    "digest.html": "$3 a month",
    "form_page.html": "77 mills|Tin",
    "encyclopaedia.html": "[1]|p. 14|4.1 billion (2023)1",
    "broken.html": "old ad",
    "divs_only.html": "30 years|9 in 10|Menu",
}


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_specimens_keep_their_figures_and_lose_their_decoys(name: str) -> None:
    document = read(SPECIMENS / name)
    for figure in FIGURES[name].split("|"):
        shown = figure.replace("¦", "|")
        assert shown in document.body.text
        cut(document, shown)
    for decoy in DECOYS[name].split("|"):
        assert decoy not in document.body.text


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 30_000 + LEAD,
        "<table><tr><td>" * 5_000 + LEAD,
        "<b><i>" * 10_000 + "<p>" + "</b></i>" * 10_000 + LEAD,
        "<p " + "a='1' " * 20_000 + ">" + LEAD,
        LEAD + "<!--" * 10_000,
        LEAD + '<a href="x' * 10_000,
        LEAD + "<script>" * 10_000,
    ],
)
def test_hostile_markup_is_read_in_time(source: str) -> None:
    document = read_text("<html><body>" + source, name="h.html", kind="html")
    assert "Exports to the islands fell again" in document.body.text


PARTS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>", "<li>", "<br>", "<a href=x>", "</a>",
     "<pre>", "\n", "&amp;", "&#36;", "&nbsp", "<", ">", "\"", "'", "<!--", "-->", "<script>", "</script>", "<nav>", "Exports rose 5%. ",
     "$3 million ", "<span style='display:none'>", "</span>", "<title>", "<h1>", "</h1>", "１２％", "\u00ad", "\ud800", "\x00"]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(PARTS, max_size=40))
def test_broken_markup_never_fails_and_maps_back(parts: list[str]) -> None:
    source = "".join(parts) + "x"
    document = read_text(source, name="b.html", kind="html")
    body = document.body
    assert all(one <= other for one, other in zip(body.starts, body.starts[1:], strict=False))
    assert all(one <= other for one, other in zip(body.ends, body.ends[1:], strict=False))
    for character, start, end in zip(body.text, body.starts, body.ends, strict=True):
        if character.isalnum() and end == start + 1 and source[start].isascii():
            assert source[start] == character


ARCHIVE = """From: <Saved by Blink>
Snapshot-Content-Location: https://islander.example/2022/06/10/exports
Subject: Exports fall
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"

------MultipartBoundary--x----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://islander.example/2022/06/10/exports

<!DOCTYPE html><html><head><meta charset=3D"UTF-8"></head><body><p>Exports =
to the islands fell to =E2=82=AC16.7 million in May, the customs office said.</p></body></html>
------MultipartBoundary--x----
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------MultipartBoundary--x------
"""


def test_an_archived_page(tmp_path: Path) -> None:
    file = tmp_path / "page.mhtml"
    file.write_text(ARCHIVE)
    document = read(file)
    assert document.body.text == "Exports to the islands fell to €16.7 million in May, the customs office said."
    assert cut(document, "€16.7 million") == "€16.7 million"
    assert (document.url, str(document.published)) == ("https://islander.example/2022/06/10/exports", "2022-06-10")
    assert any("archive" in note for note in document.notes)


def test_an_archive_without_a_page(tmp_path: Path) -> None:
    file = tmp_path / "page.mht"
    file.write_text(ARCHIVE.replace("text/html\n", "text/css\n"))
    with pytest.raises(DocumentError, match="no HTML page"):
        read(file)


def test_the_address_that_a_browser_noted() -> None:
    source = f"<!DOCTYPE html>\n<!-- saved from url=(0042)https://islander.example/2022/06/10/exports -->\n<html><body>{LEAD}{TAIL}"
    document = read_text(source, name="p.html")
    assert document.url == "https://islander.example/2022/06/10/exports"
    assert str(document.published) == "2022-06-10"
