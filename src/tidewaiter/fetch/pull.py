"""A pull: one question to a service, its answers as they came, and how far it has got; a folder of its own.

The answers' files are never changed. `pull.json` says which of them count; it is replaced whole, after the answer that
it newly names is on the disk. So whoever is killed loses the one answer that was coming, and the next run goes on.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tidewaiter.errors import FetchError
from tidewaiter.fetch.connector import Piece
from tidewaiter.ledger.manifest import sync
from tidewaiter.provenance import sha256_file

NAME = "pull.json"
ANSWERS = "answers"
#: An answer that is still coming.
COMING = ".coming"
_FORMAT = 1
#: What became of a piece: not asked yet; records came; the service holds none; asked again in smaller ones; a list of
#: what is published came, which is no trade.
OUTCOMES = ("open", "data", "nothing", "split", "list")


@dataclass(frozen=True, slots=True)
class Step:
    """One piece and what became of it. `file` lies in the folder `answers`; `day` is when it came."""

    piece: Piece
    outcome: str = "open"
    file: str | None = None
    sha256: str | None = None
    records: int = 0
    day: str | None = None
    request: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pull:
    """The state of a pull. `asked` is the whole question; `began` the day of its first request."""

    folder: Path
    source: str
    asked: Mapping[str, Any]
    began: date
    steps: tuple[Step, ...]

    @property
    def complete(self) -> bool:
        """Whether every piece has been answered."""
        return all(step.outcome != "open" for step in self.steps)

    @property
    def records(self) -> int:
        """How many records the answers hold that count."""
        return sum(step.records for step in self.steps if step.outcome == "data")

    def answers(self) -> dict[date, list[Path]]:
        """The answers with records, by the day on which they came: each day is a release."""
        found: dict[date, list[Path]] = {}
        for step in self.steps:
            if step.outcome == "data" and step.file and step.day:
                found.setdefault(date.fromisoformat(step.day), []).append(self.folder / ANSWERS / step.file)
        return dict(sorted(found.items()))

    def lists(self) -> list[Path]:
        """The lists of what is published."""
        return [self.folder / ANSWERS / step.file for step in self.steps if step.outcome == "list" and step.file]

    def without_answer(self) -> list[Piece]:
        """The pieces of which the service holds nothing: no trade, or not published; it does not say which."""
        return [step.piece for step in self.steps if step.outcome == "nothing"]


def name_of(source: str, asked: Mapping[str, Any]) -> str:
    """A short name of a question, the same for the same one."""
    text = json.dumps([source, asked], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def read(folder: Path) -> Pull | None:
    """The pull in a folder, None where there is none; FetchError where its record cannot be read.

    A step whose answer is gone or was changed is open again.
    """
    path = folder / NAME
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] != _FORMAT:
            raise FetchError(f"a pull of format {found['format']}", path=path, cure="use a newer tidewaiter")
        steps = tuple(_checked(Step(**step), folder) for step in found["steps"])
        if any(step.outcome not in OUTCOMES for step in steps):
            raise ValueError("unknown outcome")
        return Pull(folder, found["source"], found["asked"], date.fromisoformat(found["began"]), steps)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FetchError(f"the record of the pull cannot be read: {error}", path=path, cure="say --anew") from error


def write(pull: Pull) -> None:
    """Make a state the pull's, in one step that a killed process has either done or not."""
    steps = [asdict(step) for step in pull.steps]
    state = {
        "format": _FORMAT,
        "source": pull.source,
        "began": pull.began.isoformat(),
        "asked": dict(pull.asked),
        "steps": steps,
    }
    new = pull.folder / f".{NAME}"
    new.write_text(json.dumps(state, ensure_ascii=False, indent=1), encoding="utf-8")
    sync(new)
    os.replace(new, pull.folder / NAME)
    sync(pull.folder)


def keep(folder: Path, coming: Path, name: str) -> tuple[str, str]:
    """Put an answer that has come into its place; gives its name there and its SHA-256."""
    answers = folder / ANSWERS
    sync(coming)
    sha256 = sha256_file(coming)
    os.replace(coming, answers / name)
    sync(answers)
    return name, sha256


def _checked(step: Step, folder: Path) -> Step:
    if step.file is None or step.outcome == "open":
        return step
    path = folder / ANSWERS / Path(step.file).name
    if path.is_file() and sha256_file(path) == step.sha256:
        return step
    return Step(step.piece)
