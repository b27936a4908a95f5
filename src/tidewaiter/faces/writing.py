"""Writing a report where the user wants it, in the format asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.faces.output import write

if TYPE_CHECKING:
    from tidewaiter.api.written import Written


def write_report(found: Written, *, form: str, colour: str, out: Path | None) -> None:
    """Print the report, or write it to a file; text is made for the terminal's width."""
    if form == "text":
        from tidewaiter.briefing.report.terminal import report_lines
        from tidewaiter.faces.console import print_lines

        print_lines(
            lambda width, ascii_only: report_lines(found.report, width=width, ascii_only=ascii_only),
            colour=colour,
            out=out,
        )
        return
    write({"html": found.to_html, "md": found.to_markdown, "json": found.to_json}[form](), out=out)
