"""A review as the Python interface gives it: it prints, and writes itself in every format."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tidewaiter.analysis.review.review import Review
    from tidewaiter.briefing.report.content import Report


class TradeReview:
    """A country's trade in some goods, reviewed. `.review` is the record with every fact, `.report` what it says."""

    def __init__(self, review: Review) -> None:
        from tidewaiter.briefing.review.sections import report

        self.review = review
        self.report: Report = report(review)

    def to_text(self, *, width: int = 80) -> str:
        """Plain text for a terminal."""
        from tidewaiter.briefing.report.terminal import report_lines

        lines = report_lines(self.report, width=width)
        return "\n".join("".join(text for text, _ in line).rstrip() for line in lines) + "\n"

    def to_html(self) -> str:
        """One page that needs nothing else."""
        from tidewaiter.briefing.report.html import page

        return page(self.report)

    def to_markdown(self) -> str:
        """Markdown, each number a link to its origin at the end."""
        from tidewaiter.briefing.report.markdown import markdown_text

        return markdown_text(self.report)

    def to_record(self) -> dict[str, Any]:
        """Everything as a dictionary, numbers exact (`Decimal`)."""
        from tidewaiter.briefing.report.record import record

        return record(self.report)

    def to_json(self) -> str:
        """The record as JSON."""
        return json.dumps(self.to_record(), ensure_ascii=False, indent=1, default=_plain) + "\n"

    def __repr__(self) -> str:
        r = self.review
        return (
            f"TradeReview({r.country} {r.direction}s, {r.group.id}, through {r.window.through}, "
            f"{len(r.partners)} partners, {len(r.findings)} findings)"
        )

    def _repr_html_(self) -> str:
        return self.to_html()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else str(value)
