"""A report in every format that it is written in: what a review, a screening and a briefing have in common."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tidewaiter.briefing.report.content import Report


class Written:
    """A report: `.report` is its content; it prints, and writes itself in every format."""

    report: Report

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

    def to_pdf(self) -> bytes:
        """A tagged PDF with bookmarks (extra `pdf`)."""
        from tidewaiter.briefing.report.pdf import pdf

        return pdf(self.report)

    def to_data_package(self) -> bytes:
        """A ZIP: a Frictionless data package of every table and chart, all facts, and the rows behind them."""
        from tidewaiter.briefing.report.package import data_package

        return data_package(self.report)

    def to_xlsx(self) -> bytes:
        """A workbook with a sheet for each table, all facts and their rows (extra `xlsx`)."""
        from tidewaiter.briefing.report.package import workbook

        return workbook(self.report)

    def _repr_html_(self) -> str:
        return self.to_html()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else str(value)
