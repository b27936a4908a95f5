"""Running a pull: piece after piece, each answer judged before it counts, from the start or from where it stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from tidewaiter.errors import FetchError, InputError, RefusedError
from tidewaiter.fetch import pull as pulls
from tidewaiter.fetch.connector import Connector, Piece, TooMuchError
from tidewaiter.fetch.pull import Pull, Step
from tidewaiter.fetch.web import Web
from tidewaiter.ledger.lock import locked

#: So many days a pull that was broken off is gone on with; then its answers are too old to stand beside new ones.
STALE = 7
#: Called after each piece: how many are done, how many there are, and the step.
Told = Callable[[int, int, Step], None]


def run(
    connector: Connector,
    *,
    out: Path,
    anew: bool = False,
    pause: float | None = None,
    patience: float = 900.0,
    told: Told | None = None,
) -> Pull:
    """Ask a service for everything that a connector wants, into a folder below `out`; gives the finished pull.

    A pull of the same question that was broken off within `STALE` days is gone on with, and one that was finished today
    is given as it is, unless `anew`. FetchError where the service does not answer, or the folder cannot be written;
    what has come by then is kept.
    """
    name = pulls.name_of(connector.source, connector.asked)
    steps = tuple(Step(piece) for piece in connector.pieces())
    try:
        out.mkdir(parents=True, exist_ok=True)
        with locked(out / f".{connector.source}-{name}", what="pull"):
            current = _begin(connector, out, name, steps, anew=anew)
            return current if current.complete else _ask(connector, current, pause, patience, told)
    except OSError as error:
        raise FetchError(
            f"cannot be written: {error.strerror or error}",
            path=error.filename or out,
            cure="make room or name another folder with --out; what has come is kept",
        ) from error


def _begin(connector: Connector, out: Path, name: str, steps: tuple[Step, ...], *, anew: bool) -> Pull:
    """The pull to go on with, or a new one."""
    today = datetime.now(UTC).date()
    earlier = sorted(out.glob(f"{connector.source}-*-{name}*/{pulls.NAME}"))
    if earlier and not anew:
        found = pulls.read(earlier[-1].parent)
        if found is not None and _to_go_on_with(found, today):
            for left in (found.folder / pulls.ANSWERS).glob(f"*{pulls.COMING}"):
                left.unlink(missing_ok=True)
            return found
    folder = out / f"{connector.source}-{today}-{name}"
    number = 1
    while folder.exists() and (folder / pulls.NAME).exists():
        number += 1
        folder = out / f"{connector.source}-{today}-{name}-{number}"
    (folder / pulls.ANSWERS).mkdir(parents=True, exist_ok=True)
    started = Pull(folder, connector.source, dict(connector.asked), today, steps)
    pulls.write(started)
    return started


def _to_go_on_with(found: Pull, today: date) -> bool:
    days = {date.fromisoformat(step.day) for step in found.steps if step.day}
    if found.complete:
        return max(days, default=found.began) == today
    return (today - found.began).days <= STALE


def _ask(connector: Connector, current: Pull, pause: float | None, patience: float, told: Told | None) -> Pull:
    with Web(key=connector.key, pause=connector.pause if pause is None else pause, patience=patience) as web:
        while not current.complete:
            at = next(number for number, step in enumerate(current.steps) if step.outcome == "open")
            done, following = _answer(connector, web, current, at)
            steps = (*current.steps[:at], done, *following, *current.steps[at + 1 :])
            current = replace(current, steps=steps)
            pulls.write(current)
            if told is not None:
                told(sum(step.outcome != "open" for step in steps), len(steps), done)
    return current


def _answer(connector: Connector, web: Web, current: Pull, at: int) -> tuple[Step, list[Step]]:
    """One piece asked; what became of it, and the smaller pieces it must be asked in, where it must."""
    piece = current.steps[at].piece
    request = connector.request(piece)
    record = {"url": request.url, "params": dict(request.params)}
    day = datetime.now(UTC).date().isoformat()
    name = _file_name(current, connector.suffix)
    coming = current.folder / pulls.ANSWERS / f"{name}{pulls.COMING}"
    try:
        web.fetch(request, coming)
    except RefusedError as refused:
        if connector.is_list(piece):  # it only says more of answers that have come
            return Step(piece, "list", day=day, request=record), []
        if connector.too_big(refused.status, refused.said):
            return Step(piece, "split", day=day, request=record), _smaller(connector, piece)
        if connector.nothing(refused.status, refused.said):
            return Step(piece, "nothing", day=day, request=record), []
        raise
    try:
        records = connector.records(coming)
    except TooMuchError:
        coming.unlink(missing_ok=True)
        return Step(piece, "split", day=day, request=record), _smaller(connector, piece)
    except InputError as error:
        coming.unlink(missing_ok=True)
        if connector.is_list(piece):
            return Step(piece, "list", day=day, request=record), []
        raise FetchError(
            f"no answer that can be used: {web.without_key(error.message)}",
            path=request.url,
            cure="check the question, or run the same command again later: what has come is kept",
        ) from error
    smaller = _smaller(connector, piece) if connector.cut_off(records) and not connector.is_list(piece) else []
    file, sha256 = pulls.keep(current.folder, coming, name)
    outcome = "split" if smaller else "data" if records else "nothing"
    if connector.is_list(piece):
        outcome = "list"
    return Step(piece, outcome, file, sha256, records, day, record), smaller


def _file_name(current: Pull, suffix: str) -> str:
    """A name that no answer of the pull has."""
    taken = {step.file for step in current.steps}
    number = sum(step.outcome != "open" for step in current.steps) + 1
    while (name := f"{number:05d}{suffix}") in taken:
        number += 1
    return name


def _smaller(connector: Connector, piece: Piece) -> list[Step]:
    return [Step(part) for part in connector.split(piece)]
