"""A report as one HTML page: no script, nothing fetched; every number links to where it comes from."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from tidewaiter.briefing import chart
from tidewaiter.briefing.head import head
from tidewaiter.briefing.markup import Markup, element, join, link
from tidewaiter.briefing.report.content import (
    Block,
    Bullets,
    Column,
    Entry,
    Number,
    Paragraph,
    Picture,
    Pointer,
    Report,
    Section,
    Source,
    Table,
    Term,
    Text,
    When,
    plain,
)

#: A table of so many columns does not fit on a phone, and says that it goes on.
_WIDE = 5
#: A wide table with so many columns of words is a list of cards there.
_WORDY = 3


@lru_cache(maxsize=1)
def _style() -> Markup:
    sheet = resources.files("tidewaiter.briefing").joinpath("templates/report.css").read_text(encoding="utf-8")
    return Markup(sheet + chart.STYLE)


def page(report: Report) -> str:
    """The whole page."""
    body = element(
        "body",
        element(
            "div",
            element(
                "header",
                element("p", "Tidewaiter", class_="masthead"),
                element("h1", report.title, class_="term"),
                element("p", inline(report.subtitle), class_="subtitle"),
            ),
            _contents(report),
            element("main", *(_section(section) for section in report.sections)),
            _origins(report),
            class_="report",
        ),
    )
    return f"<!doctype html>\n{element('html', head(report.title, _style()), body, lang='en')}\n"


def inline(text: Text) -> Markup:
    """A text with its numbers linked, its times, codes and sources marked."""
    return join(_run(run) for run in text)


def _run(run: object) -> Markup | str:
    if isinstance(run, Number):
        return element("a", run.text, href=f"#{run.fact.id}", class_="n")
    if isinstance(run, Pointer):
        return element("a", run.text, href=f"#{run.entry}", class_="to")
    if isinstance(run, When):
        return element("time", run.text)
    if isinstance(run, Term):
        return element("span", run.text, class_="term")
    if isinstance(run, Source):
        return element("cite", link(run.text, run.url))
    return getattr(run, "text", "")


def _contents(report: Report) -> Markup:
    lines = [element("li", element("a", section.title, href=f"#{section.id}")) for section in report.sections]
    lines.append(element("li", element("a", "Where each number comes from", href="#origins")))
    return element("nav", element("ol", *lines), aria_label="Contents")


def _section(section: Section) -> Markup:
    return element("section", element("h2", section.title), *(_block(block) for block in section.blocks), id=section.id)


def _block(block: Block) -> Markup:
    if isinstance(block, Paragraph):
        return element("p", inline(block.text), class_="note" if block.note else None)
    if isinstance(block, Bullets):
        return element("ul", *(element("li", inline(item)) for item in block.items))
    if isinstance(block, Table):
        return _table(block)
    return _picture(block)


def _table(table: Table) -> Markup:
    wide = len(table.columns) >= _WIDE
    # Lines of words are read one under the other on a phone, with their headings; columns of numbers stay columns.
    cards = wide and sum(not column.numeric for column in table.columns) >= _WORDY
    head = element(
        "tr", *(element("th", inline(c.heading), scope="col", class_=_kind(c.numeric)) for c in table.columns)
    )
    rows = [
        element(
            "tr",
            *(
                element("th", inline(cell), scope="row")
                if place == 0
                else element(
                    "td",
                    inline(cell) if cell else _empty(column),
                    class_=_kind(column.numeric),
                    data_label=plain(column.heading) if cards else None,
                )
                for place, (cell, column) in enumerate(zip(row, table.columns, strict=True))
            ),
        )
        for row in table.rows
    ]
    caption = element("caption", inline(table.caption))
    inner = element("table", caption, element("thead", head), element("tbody", *rows))
    shape = " cards" if cards else " wide" if wide else ""
    return element(
        "div", inner, class_=f"table{shape}", id=f"table-{table.id}", tabindex="0", role="region", aria_label="table"
    )


def _empty(column: Column) -> Markup:
    return element("span", "–", title="not known" if column.figure else None, class_="unknown-cell")


def _kind(numeric: bool) -> str | None:
    return "num" if numeric else None


def _picture(picture: Picture) -> Markup:
    caption = element("figcaption", inline(picture.caption))
    if picture.narrow is None:
        return element("figure", caption, picture.svg(), id=picture.id)
    desk, phone = element("div", picture.svg(), class_="at-desk"), element("div", picture.narrow(), class_="on-phone")
    return element("figure", caption, desk, phone, id=picture.id)


def _origins(report: Report) -> Markup:
    entries = [_entry(entry) for entry in report.entries()]
    return element("section", element("h2", "Where each number comes from"), element("dl", *entries), id="origins")


def _entry(entry: Entry) -> Markup:
    lines = [element("p", inline(line), class_="term") for line in entry.lines]
    return join([element("dt", element("span", entry.title, class_="term"), id=entry.id), element("dd", *lines)])
