"""The terminal: how wide it is, whether it shows colour and signs, and printing lines to it or to a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.text import Text

from tidewaiter.briefing.wrap import Line
from tidewaiter.faces.output import write

#: The width of text that goes to a file or through a pipe.
PIPED = 80

#: Lines for a width, in plain ASCII if asked.
Lines = Callable[[int, bool], Iterable[Line]]


class _Terminal(Console):
    def on_broken_pipe(self) -> NoReturn:
        """Leave what to do to the command line; rich would end with status 1, which is a finding here."""
        raise BrokenPipeError


def print_lines(lines: Lines, *, colour: str = "auto", out: Path | None = None) -> None:
    """Print lines made for the terminal's width; to `out`, plain ones of 80 columns."""
    if out is not None:
        write((_plain(line) + "\n" for line in lines(PIPED, False)), out=out)
        return
    terminal = sys.stdout.isatty()
    console = _Terminal(
        force_terminal={"always": True, "never": False}.get(colour),
        no_color=True if colour == "never" else None,
        width=None if terminal else PIPED,
        highlight=False,
        emoji=False,
        markup=False,
    )
    # A character that the terminal cannot show becomes a question mark instead of ending the program.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    for line in lines(console.width, not _shows_signs()):
        text = Text.assemble(*line)
        text.rstrip()
        console.print(text, soft_wrap=True)


def _plain(line: Line) -> str:
    return "".join(text for text, _ in line).rstrip()


def _shows_signs() -> bool:
    try:
        "✓✗≈·’".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
