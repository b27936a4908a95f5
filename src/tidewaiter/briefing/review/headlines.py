"""What a chart is headed by: the first thing that stands out on its line, in a few words; else its highest month."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.analysis.review.findings import Finding
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.track import comparable
from tidewaiter.briefing.report.content import Number, Text, When, text
from tidewaiter.briefing.review.sentences import goods_of


def headline(line: Line, findings: Sequence[Finding], highest: Fact) -> Text:
    """The heading of a line's chart; `highest` is the largest month drawn."""
    found = next((finding for finding in findings if finding.line is line and finding.kind in _HEADLINES), None)
    if found is not None:
        return _HEADLINES[found.kind](found)
    now, change = line.now, line.change
    if now is not None and comparable(now) and now.value and change is not None and change.value:
        return text(
            "{goods}: {now} in {when}, {size} {more} than a year earlier",
            goods=goods_of(line),
            now=Number(now),
            when=When(now.subject.period),
            size=Number(change, "size"),
            more="more" if change.value > 0 else "less",
        )
    return text(
        "{goods}, by month: the most, {value}, in {when}",
        goods=goods_of(line),
        value=Number(highest),
        when=When(highest.subject.period),
    )


def _now(finding: Finding) -> Mapping[str, Text | str | Number | When]:
    now = finding.facts["now"]
    return {"goods": goods_of(finding.line), "now": Number(now), "when": When(now.subject.period)}


def _began(finding: Finding) -> Text:
    return text("{goods} began: {now} in {when}, nothing before", **_now(finding))


def _resumed(finding: Finding) -> Text:
    return text("{goods} came back: {now} in {when}", **_now(finding))


def _record(finding: Finding) -> Text:
    among = Number(finding.facts["among"], "bare")
    rest = "more than in those months of any of the {among} years before"
    return text("{goods}: {now} in {when}, " + rest, among=among, **_now(finding))


def _moved(finding: Finding) -> Text:
    change = finding.facts["change"]
    way = "rose" if change.value > 0 else "fell"
    size = Number(change, "size")
    return text("{goods} {way} {size} to {now} in {when}", way=way, size=size, **_now(finding))


def _ceased(finding: Finding) -> Text:
    last = finding.facts.get("last")
    since = finding.facts["before"] if last is None else last
    return text("{goods} ceased: nothing since {when}", goods=goods_of(finding.line), when=When(since.subject.period))


def _whole(finding: Finding) -> Text:
    return text(
        "{goods}: {size} {way} in {when}, all goods {whole} down",
        goods=goods_of(finding.line),
        size=Number(finding.facts["change"], "size"),
        way="up" if finding.facts["change"].value > 0 else "down",
        when=When(finding.facts["now"].subject.period),
        whole=Number(finding.facts["whole"], "size"),
    )


_HEADLINES: Mapping[str, Callable[[Finding], Text]] = {
    "began": _began,
    "resumed": _resumed,
    "record": _record,
    "surged": _moved,
    "fell": _moved,
    "ceased": _ceased,
    "held_up": _whole,
    "fell_more": _whole,
}
