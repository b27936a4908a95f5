"""A review, a screening and a briefing as the Python interface gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tidewaiter.api.written import Written

if TYPE_CHECKING:
    from tidewaiter.analysis.news.news import News
    from tidewaiter.analysis.review.review import Review
    from tidewaiter.analysis.screening.screen import Screening
    from tidewaiter.api.report import Report


class TradeReview(Written):
    """A country's trade in some goods, reviewed. `.review` is the record with every fact, `.report` what it says."""

    def __init__(self, review: Review) -> None:
        from tidewaiter.briefing.review.sections import report

        self.review = review
        self.report = report(review)

    def __repr__(self) -> str:
        r = self.review
        return (
            f"TradeReview({r.country} {r.direction}s, {r.group.id}, through {r.window.through}, "
            f"{len(r.partners)} partners, {len(r.findings)} findings)"
        )


class TradeScreening(Written):
    """A country's trade held against measures. `.screening` is the record, `.report` what it says."""

    def __init__(self, screening: Screening) -> None:
        from tidewaiter.briefing.screening.sections import report

        self.screening = screening
        self.report = report(screening)

    def __repr__(self) -> str:
        s = self.screening
        return (
            f"TradeScreening({s.country}, through {s.window.through}, {len(s.hits)} hits, {len(s.cycles)} cap cycles)"
        )


class Brief(Written):
    """Review, screening and the verdicts on articles in one; `.report` is its content."""

    def __init__(
        self, review: TradeReview, *, screening: TradeScreening | None = None, checked: Report | None = None
    ) -> None:
        from tidewaiter.briefing.brief.sections import briefing

        self.review, self.screening, self.checked = review, screening, checked
        self.report = briefing(
            review.review,
            screening=None if screening is None else screening.screening,
            stories=() if checked is None else checked.stories(),
        )

    def __repr__(self) -> str:
        parts = [repr(part) for part in (self.review, self.screening, self.checked) if part is not None]
        return f"Brief({', '.join(parts)})"


class MonthNews(Written):
    """What a month brought. `.news` is the record, `.report` what it says."""

    def __init__(self, news: News, *, before: Report | None = None, now: Report | None = None) -> None:
        from tidewaiter.briefing.brief.articles import turns
        from tidewaiter.briefing.news.sections import report

        self.news = news
        found = turns(before.stories(), now.stories()) if before is not None and now is not None else ()
        self.report = report(news, turns=found)

    def __repr__(self) -> str:
        return f"MonthNews({self.news.country}, {self.news.month}, {len(self.news.moves)} moves)"
