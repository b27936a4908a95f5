"""Writing a report where the user wants it, in the format asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.atomic import write_file
from tidewaiter.errors import UsageError
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
    whole = {"pdf": found.to_pdf, "xlsx": found.to_xlsx, "datapackage": found.to_data_package}
    if form in whole:
        if out is None:
            raise UsageError(f"{form} is no text for a terminal", cure="name a file: --out FILE")
        write_file(out, [whole[form]()])
        return
    write({"html": found.to_html, "md": found.to_markdown, "json": found.to_json}[form](), out=out)
