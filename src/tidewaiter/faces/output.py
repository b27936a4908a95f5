"""Where output goes: standard output, or a file that appears whole or not at all (`tidewaiter.atomic`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from tidewaiter.atomic import encoded, write_file


def write(text: str | Iterable[str], *, out: Path | None) -> None:
    """Print the text, or write it to `out` and leave an older file there untouched until the new one is complete."""
    pieces = [text] if isinstance(text, str) else text
    if out is None:
        for piece in pieces:
            click.echo(encoded(piece), nl=False)
        return
    write_file(out, pieces)


def complain(line: str) -> None:
    """One line on standard error."""
    from tidewaiter.briefing.markup import printable

    click.echo(f"tidewaiter: {printable(' '.join(line.split()))}", err=True)
