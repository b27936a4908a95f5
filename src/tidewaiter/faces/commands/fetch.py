"""`tidewaiter fetch`: a publisher's service asked, its answers kept, and loaded if wanted."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from tidewaiter.errors import UsageError
from tidewaiter.faces import options

if TYPE_CHECKING:
    from tidewaiter.fetch.connector import Connector, Key, Piece
    from tidewaiter.fetch.pull import Pull, Step
    from tidewaiter.fetch.question import Question

F = TypeVar("F", bound=Callable[..., Any])


@click.group(short_help="Ask a publisher's service and keep its answers.")
def fetch() -> None:
    """Ask a publisher's service over the network, keep its answers as they came, and load them if wanted.

    The answers of a question lie in a folder of their own. A run that was stopped goes on where it was when the same
    command is given again; once complete it is asked anew on another day, as a new release.
    """


def _shared(function: F) -> F:
    """The options that every service has."""
    for option in reversed(
        [
            click.option("--from", "start", required=True, metavar="PERIOD", help="First month (2019-01) or year."),
            click.option("--to", "end", required=True, metavar="PERIOD", help="Last month or year."),
            click.option("--out", type=options.FOLDER, metavar="DIR", help="Keep answers below this folder. Default: "
                         "in your data folder."),
            click.option("--load", "loads", is_flag=True, help="Load the answers, each day's as a release."),
            click.option("--ledger", type=options.FOLDER, metavar="DIR", help="Folder of the ledger to load into."),
            click.option("--anew", is_flag=True, help="Ask everything again, also where answers are kept already."),
            click.option("--pause", type=click.FloatRange(0, 3600), metavar="SECONDS", help="Between two requests. "
                         "Default: what the service allows."),
            click.option("--patience", type=click.FloatRange(0, 86400), default=900, metavar="SECONDS",
                         help="The longest wait that the service may ask for. Default: 900."),
            click.option("--service", metavar="URL", help="Address of the service, for a mirror of it."),
        ]
    ):  # fmt: skip
        function = option(function)
    return function


def _asked(function: F) -> F:
    """The options that say about whom and what."""
    for option in reversed(
        [
            click.option("--reporter", "reporters", multiple=True, required=True, metavar="ISO3",
                         help="Whose books: CHN; repeatable, or all."),
            click.option("--partner", "partners", multiple=True, required=True, metavar="ISO3",
                         help="Trade with whom: PRK; repeatable, WLD for the world as one, or all."),
            click.option("--flow", "flows", multiple=True, metavar="FLOW",
                         help="As the reporter saw it, repeatable. Default: export and import."),
            click.option("--hs", "codes", multiple=True, metavar="CODE",
                         help="HS code, TOTAL, or an id of goods, repeatable. Default: the total and all lines."),
        ]
    ):  # fmt: skip
        function = option(function)
    return function


def _keyed(function: F) -> F:
    """How to hand over a key without showing it."""
    for option in reversed(
        [
            click.option("--key-env", metavar="NAME", help="Environment variable that holds your key."),
            click.option("--key-file", type=options.FILE, metavar="FILE", help="File that holds your key."),
        ]
    ):
        function = option(function)
    return function


@fetch.command(short_help="UN Comtrade: the preview, or the service with a key.")
@_asked
@_keyed
@_shared
def comtrade(key_env: str | None, key_file: Path | None, **said: Any) -> None:
    """Ask UN Comtrade. Without a key its preview is asked, which gives 500 records at a time.

    A question is asked in pieces of at most twelve periods; an answer that may be cut off is asked again in smaller
    ones. --hs also takes AG2, AG4 and AG6: all codes of two, four or six digits.
    """
    from tidewaiter.fetch import comtrade as service

    key = _key(key_env, key_file, service.KEY_NAME, "header")
    question = _question(said, service.USUAL, service.WORDS)
    found = service.Comtrade(question=question, key=key, service=_address(said, service.SERVICE))
    _run(found, said)


@fetch.command(short_help="Eurostat Comext: the service, or whole months (--bulk).")
@click.option("--reporter", "reporters", multiple=True, metavar="ISO3", help="Whose books: DEU; repeatable, or all.")
@click.option("--partner", "partners", multiple=True, metavar="ISO3", help="Trade with whom; repeatable, WLD, or all.")
@click.option("--flow", "flows", multiple=True, metavar="FLOW", help="export or import. Default: both.")
@click.option("--hs", "codes", multiple=True, metavar="CODE", help="HS or CN code, or an id of goods. Default: all.")
@click.option("--bulk", is_flag=True, help="Whole files of all members and partners instead, a month or year each.")
@_shared
def comext(bulk: bool, **said: Any) -> None:
    """Ask Eurostat Comext for the EU members' trade; no key is needed.

    Answers are sums over all customs procedures, in euros. --bulk gets the files that hold everything.
    """
    from tidewaiter.fetch import comext as service
    from tidewaiter.fetch import question as questions

    address = _address(said, service.SERVICE)
    if bulk:
        if said["reporters"] or said["partners"] or said["flows"] or said["codes"]:
            raise UsageError("a whole file holds everybody and everything", cure="leave --bulk out, or the rest")
        _run(service.Bulk(periods=questions.periods(said["start"], said["end"]), service=address), said)
        return
    _run(service.Comext(question=_question(said, (), ("TOTAL",)), service=address), said)


@fetch.command(short_help="Korea Customs, with a key of data.go.kr.")
@click.option("--partner", "partners", multiple=True, required=True, metavar="ISO3", help="Trade with whom, or all.")
@click.option("--hs", "codes", multiple=True, required=True, metavar="CODE", help="HS code or id of goods, repeatable.")
@_keyed
@_shared
def korea(key_env: str | None, key_file: Path | None, **said: Any) -> None:
    """Ask Korea Customs for South Korea's trade, exports and imports, month by month."""
    from tidewaiter.fetch import korea as service

    key = _key(key_env, key_file, service.KEY_NAME, "query")
    if key is None:
        raise UsageError("Korea Customs answers nobody without a key", cure="say --key-env NAME or --key-file FILE")
    question = _question({**said, "reporters": ("KOR",), "flows": ()}, (), ())
    _run(service.Korea(question=question, key=key, service=_address(said, service.SERVICE)), said)


def _question(said: dict[str, Any], usual: tuple[str, ...], words: tuple[str, ...]) -> Question:
    from tidewaiter.fetch.question import question

    return question(
        reporters=said["reporters"],
        partners=said["partners"],
        flows=said["flows"] or ("export", "import"),
        codes=said["codes"] or usual,
        start=said["start"],
        end=said["end"],
        words=words,
    )


def _address(said: dict[str, Any], usual: str) -> str:
    address = (said["service"] or usual).rstrip("/")
    if not address.startswith(("https://", "http://")):
        raise UsageError(f"no address: {address!r}", cure="it begins with https://")
    return str(address)


def _key(name: str | None, path: Path | None, parameter: str, place: Literal["header", "query"]) -> Key | None:
    """The key that an environment variable or a file holds; it is never given on the command line."""
    from tidewaiter.fetch.connector import Key

    if name and path:
        raise UsageError("a key from two places", cure="say --key-env or --key-file")
    if name:
        value = os.environ.get(name, "").strip()
        if not value:
            raise UsageError(f"the environment has no {name}", cure=f"set {name} to your key")
    elif path:
        try:
            value = path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError("the key cannot be read", path=path, cure="name a text file that holds it") from error
        if not value:
            raise UsageError("the file of the key is empty", path=path)
    else:
        return None
    if not value.isascii() or not value.isprintable() or " " in value:
        raise UsageError("the key has blanks or signs that no key has", cure="put nothing but the key there")
    return Key(parameter, value, place)


def _run(connector: Connector, said: dict[str, Any]) -> None:
    from tidewaiter.fetch.run import run
    from tidewaiter.settings import user_pulls

    pull = run(
        connector,
        out=said["out"] or user_pulls(),
        anew=said["anew"],
        pause=said["pause"],
        patience=said["patience"],
        told=_tell,
    )
    _report(pull)
    if said["loads"]:
        _load(pull, said["ledger"])


def _tell(done: int, whole: int, step: Step) -> None:
    """One line for each piece, on standard error."""
    piece = step.piece
    periods = piece.get("periods", ())
    span = f"{periods[0]} to {periods[-1]}" if len(periods) > 1 else "".join(periods)
    what = {
        "data": f"{step.records:,} records",
        "nothing": "no data, which is not zero trade",
        "split": "more than comes at once; asked again in parts",
        "list": f"{step.records:,} books are listed as published",
    }[step.outcome]
    click.echo(f"{done} of {whole}: {span}: {what}", err=True)


def _report(pull: Pull) -> None:
    days = pull.answers()
    files = sum(len(paths) for paths in days.values())
    click.echo(
        f"{pull.folder}: {pull.records:,} records in {files} answers, release {', '.join(map(str, days)) or '–'}"
    )
    empty = pull.without_answer()
    if not empty:
        return
    months = sorted({period for piece in empty for period in piece.get("periods", ())})
    click.echo(
        f"no data for {len(empty)} of the pieces asked ({months[0]} to {months[-1]}): not published, or no trade; "
        "not taken for zero"
    )
    if pull.source == "comtrade":
        _out(pull, empty)


def _out(pull: Pull, empty: Sequence[Piece]) -> None:
    """What the service's list of published books says of pieces without data."""
    from tidewaiter.fetch.comtrade import published

    listed = published(pull)
    if listed is None:
        return
    asked = {(code, period) for piece in empty for code in piece["reporters"] for period in piece["periods"]}
    out = sorted({period for code, period in asked if (code, period) in listed})
    hidden = sorted({period for code, period in asked if (code, period) not in listed})
    for periods, what in ((out, "published, and no such trade in it"), (hidden, "not published")):
        if periods:
            span = periods[0] if len(periods) == 1 else f"{len(periods)} from {periods[0]} to {periods[-1]}"
            click.echo(f"  of these the service lists as {what}: {span}")


def _load(pull: Pull, folder: Path | None) -> None:
    """Load what came, each day's answers as the release of that day."""
    from tidewaiter.api import open_ledger
    from tidewaiter.settings import load_settings, user_ledger

    ledger = open_ledger(load_settings(ledger=folder).ledger or user_ledger())
    for day, paths in pull.answers().items():
        click.echo(str(ledger.load(paths, source=pull.source, release=day)))
