"""Options that several commands share, and the types they are read with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from tidewaiter.faces.opening import ENGINE

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day, written 2022-05-28."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day; a usage error where the calendar has none such."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value) if len(value) == 10 else self._no(value, param, ctx)
        except ValueError:
            return self._no(value, param, ctx)

    def _no(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        self.fail(f"{value!r} is no day; write it as 2022-05-28.", param, ctx)


class Place(click.Path):
    """The path of a file or a folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the path; a usage error for an empty one.

        Python takes that for the current folder, and it mostly is a variable of the shell that is not set.
        """
        if value == "":
            self.fail("a path is empty; name a file or a folder, the current one as a point.", param, ctx)
        return super().convert(value, param, ctx)


#: What a report is written as.
REPORTS = ("text", "json", "md", "html", "pdf", "xlsx", "datapackage")
DAY = Day()
FILE = Place(path_type=Path, dir_okay=False)
FOLDER = Place(path_type=Path, file_okay=False)
EITHER = Place(path_type=Path)
#: Articles: files, folders of them, or - for standard input.
ARTICLES = Place(path_type=Path, allow_dash=True)


def paths(function: F) -> F:
    """PATH…: articles, folders of articles, or - for standard input."""
    return click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=ARTICLES)(function)


def ledger(function: F) -> F:
    """--ledger."""
    return click.option(
        "--ledger",
        type=FOLDER,
        metavar="DIR",
        help="Folder of the ledger. Default: your own where you have loaded one, else the embedded book of "
        "published figures.",
    )(function)


def engine(function: F) -> F:
    """--engine, left in the context for whoever opens the ledger."""

    def remember(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None:
            context.meta[ENGINE] = value

    return click.option(
        "--engine",
        metavar="NAME",
        expose_value=False,
        callback=remember,
        help="What answers: duckdb, or a master of Apache Spark (spark://host:7077, local[4]). Default: duckdb.",
    )(function)


def as_of(function: F) -> F:
    """--as-of."""
    return click.option(
        "--as-of", type=DAY, metavar="DATE", help="Use only what had been published by this day (2022-05-28)."
    )(function)


def currency(function: F) -> F:
    """--currency."""
    return click.option(
        "--currency",
        metavar="ISO",
        default="USD",
        callback=lambda _ctx, _param, value: value.strip().upper(),
        help="Take the books in this currency: EUR. Those in others are left out, and named. Default: USD.",
    )(function)


def published(function: F) -> F:
    """--published."""
    return click.option(
        "--published",
        type=DAY,
        metavar="DATE",
        help="Day of publication, for articles that do not say it; “last month” hangs on it.",
    )(function)


def jobs(function: F) -> F:
    """--jobs."""
    return click.option("--jobs", type=int, metavar="N", help="Processes that read articles. Default: 1.")(function)


def colour(function: F) -> F:
    """--colour."""
    return click.option(
        "--colour",
        type=click.Choice(["auto", "always", "never"]),
        help="Colours on the terminal. Default: auto, which also heeds NO_COLOR.",
    )(function)


def out(function: F) -> F:
    """--out."""
    return click.option(
        "--out", type=FILE, metavar="FILE", help="Write to this file instead of standard output; whole or not at all."
    )(function)
