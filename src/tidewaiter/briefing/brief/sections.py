"""A briefing put together: what stands out first, then the review, the screening, the articles, and the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.analysis.review.review import Review
from tidewaiter.analysis.screening.screen import Screening
from tidewaiter.briefing.brief.articles import articles
from tidewaiter.briefing.report.content import Block, Bullets, Paragraph, Pointer, Report, Section, Words, text
from tidewaiter.briefing.report.sources import with_sources
from tidewaiter.briefing.review.sections import report as review_report
from tidewaiter.briefing.screening.sections import report as screening_report
from tidewaiter.briefing.story import Story
from tidewaiter.briefing.words import summary
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import possessive

#: What comes from which part keeps its place in the contents.
_LAST = ("coverage", "method", "sources")


def briefing(review: Review, *, screening: Screening | None = None, stories: Sequence[Story] = ()) -> Report:
    """The whole briefing; a part that there is nothing of is left out."""
    reviewed = review_report(review)
    screened = None if screening is None else screening_report(screening)
    written, entries = articles(stories)
    middle = [section for section in reviewed.sections if section.id not in ("summary", *_LAST)]
    end = [section for section in reviewed.sections if section.id in ("coverage", "method")]
    facts = dict(reviewed.facts)
    sanctions: list[Section] = []
    if screened is not None:
        facts.update(screened.facts)
        sanctions = [_under("Sanctions", section) for section in screened.sections if section.id not in _LAST]
        sanctions[:1] = [
            replace(first, blocks=(Paragraph(screened.subtitle, note=True), *first.blocks)) for first in sanctions[:1]
        ]
    cited = [
        row for story in stories for note in story.notes for v in note.verdicts for o in v.operands for row in o.rows
    ]
    sections = (
        Section("summary", "Summary", _summary(reviewed, screened, stories)),
        *middle,
        *sanctions,
        *written,
        *end,
    )
    title = f"{possessive(country(review.country))} trade: {review.group.title}"
    found = Report(title, reviewed.subtitle, tuple(s for s in sections if s.blocks), facts, entries)
    return with_sources(found, more=cited, undated=review.undated)


def _under(title: str, section: Section) -> Section:
    if section.id == "summary":
        return replace(section, id="sanctions", title=title)
    return replace(section, title=f"{title}: {section.title[:1].lower()}{section.title[1:]}")


def _summary(reviewed: Report, screened: Report | None, stories: Sequence[Story]) -> tuple[Block, ...]:
    blocks = [*_first(reviewed)]
    if screened is not None:
        under = [block for block in _first(screened) if isinstance(block, Bullets)][:1]
        blocks += [Paragraph((Pointer("Under sanctions measures", "sanctions"), Words(":"))), *under] if under else []
    if stories:
        outcomes = [outcome for story in stories for outcome in story.outcomes]
        blocks.append(Paragraph(text("Of what was written, {tally}.", tally=Pointer(summary(outcomes), "articles"))))
    return tuple(blocks)


def _first(report: Report) -> tuple[Block, ...]:
    return next((section.blocks for section in report.sections if section.id == "summary"), ())
