"""The command line. Exit status: 0 all well or nothing to say, 1 something contradicted, 2 a usage or input error."""

from __future__ import annotations

import os
import sys
from typing import IO, Any, NoReturn

import click

import tidewaiter
from tidewaiter.errors import TidewaiterError
from tidewaiter.faces.collecting import collect_seldom
from tidewaiter.faces.commands.audit import audit
from tidewaiter.faces.commands.brief import brief
from tidewaiter.faces.commands.check import check
from tidewaiter.faces.commands.claims import claims
from tidewaiter.faces.commands.coverage import coverage
from tidewaiter.faces.commands.demo import demo
from tidewaiter.faces.commands.fetch import fetch
from tidewaiter.faces.commands.lists import countries, goods
from tidewaiter.faces.commands.load import load
from tidewaiter.faces.commands.rates import rates
from tidewaiter.faces.commands.release import release
from tidewaiter.faces.commands.releases import releases
from tidewaiter.faces.commands.review import review
from tidewaiter.faces.commands.screen import screen
from tidewaiter.faces.commands.series import series
from tidewaiter.faces.commands.sources import sources
from tidewaiter.faces.commands.watch import watch

#: Whoever read the output went away before its end: the shell's own status for that, and no finding.
UNREAD = 128 + 13


class Failure(click.ClickException):
    """An error of ours on its way out: one line, status 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line on standard error."""
        from tidewaiter.faces.output import complain

        complain(self.message)


class Stopped(Failure):
    """Somebody pressed Ctrl-C: the shell's own status for that."""

    exit_code = 130


class Program(click.Group):
    """The group of commands; no error of ours leaves it as a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Whoever read our output has seen enough. Python would complain again while it closes standard output.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(UNREAD)
        except TidewaiterError as error:
            raise Failure(str(error)) from error
        except (KeyboardInterrupt, RuntimeError) as error:
            # The engine turns a Ctrl-C into an error of its own.
            if isinstance(error, RuntimeError) and "interrupted" not in str(error).lower():
                raise
            raise Stopped("stopped; nothing was changed by what was not finished") from error
        except Exception as error:
            # The engine's own words, where a file of the ledger was damaged after it had been opened.
            if type(error).__module__.partition(".")[0] not in ("duckdb", "_duckdb"):
                raise
            what = str(error).splitlines()[0]
            raise Failure(f"the ledger cannot be read: {what} (restore its folder, or load the files again)") from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which somebody new wants them, not by name."""
        return list(self.commands)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(tidewaiter.__version__, prog_name="tidewaiter", message="%(prog)s %(version)s")
def cli() -> None:
    """Hold what is said about a country's trade against its partners' customs books."""


#: A line each, so that the next command is a line more.
COMMANDS = (
    demo,
    check,
    claims,
    review,
    screen,
    brief,
    release,
    watch,
    fetch,
    load,
    series,
    sources,
    releases,
    coverage,
    audit,
    rates,
    goods,
    countries,
)
for command in COMMANDS:
    cli.add_command(command)


def main() -> NoReturn:
    """The console script."""
    collect_seldom()
    cli.main(prog_name="tidewaiter")
    sys.exit(0)
