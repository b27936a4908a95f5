"""Checking any number of articles: each by itself in as many processes as asked, then all against each other.

What was found is kept in a file and not in memory, and with a folder to keep it in, a check that was cut off goes on
where it stopped. The verdicts are the same whatever the order of the articles or the number of processes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import tidewaiter
from tidewaiter.errors import InputError, TidewaiterError
from tidewaiter.faces.output import complain
from tidewaiter.faces.paths import STDIN
from tidewaiter.faces.reading import Article, progress, read_article
from tidewaiter.faces.workers import in_order
from tidewaiter.verdicts.between.documents import verdicts as between
from tidewaiter.verdicts.between.meeting import Meeting
from tidewaiter.verdicts.between.spool import Spool, packed

if TYPE_CHECKING:
    from tidewaiter.analysis.answers import Desk
    from tidewaiter.claims.claim import Claim
    from tidewaiter.documents.document import Document
    from tidewaiter.ledger.store import Ledger
    from tidewaiter.verdicts.between.statements import Statement
    from tidewaiter.verdicts.check import Checked
    from tidewaiter.verdicts.verdict import Verdict

#: What one article comes to: its statements, and the rest.
Packed = tuple[bytes, bytes]

#: Articles kept in memory to be shown; of more than these each is read again when its turn comes.
_HELD = 50
_NAME = "tidewaiter-check.sqlite"


@dataclass(frozen=True, slots=True)
class Plan:
    """What every article of a check is held to; `ledger` None is the default one."""

    published: date | None
    as_of: date | None
    ledger: Path | None
    state: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one article: its claims and their verdicts, in the order of the text."""

    path: Path
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def contradicted(self) -> bool:
        """Whether it holds a wrong figure."""
        from tidewaiter.verdicts.check import outcomes_of

        return "contradicted" in outcomes_of(self.claims, self.verdicts).values()


class Checking:
    """The articles at some paths, checked; complaints about those that cannot be read go to standard error.

    After the last one `failed` says how many those were, and `contradicted` whether anything is wrong in the others.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        book: Ledger,
        ledger: Path | None = None,
        published: date | None = None,
        as_of: date | None = None,
        jobs: int = 1,
        keep: Path | None = None,
    ) -> None:
        """`book` is the opened ledger of the folder `ledger`; `keep` a folder for what was found. InputError for it."""
        self.paths = paths
        self.failed = 0
        self.contradicted = False
        self._plan = Plan(published, as_of, ledger, _state(book, as_of))
        self._book, self._jobs = book, jobs
        self._spool = Spool(None if keep is None else _kept(keep))
        self._held: dict[Path, Document] = {}

    def __iter__(self) -> Iterator[Checked]:
        """What came of each article that could be read, with the article, in the order of the paths."""
        from tidewaiter.verdicts.check import Checked

        for found in self.findings():
            yield Checked(self._document(found.path), found.claims, found.verdicts)

    def findings(self) -> Iterator[Finding]:
        """The same without the articles."""
        keys = self._examined()
        meeting = self._met(keys)
        for number, (path, key) in enumerate(keys):
            found = self._finding(path, key, meeting, number)
            self.contradicted = self.contradicted or found.contradicted
            yield found
        self._spool.close()

    def _examined(self) -> list[tuple[Path, str]]:
        """Each article by itself; the keys of what was found."""
        known = self._spool.keys()
        keys = {path: _key(path, self._plan) for path in self.paths}
        waiting = [path for path in self.paths if keys[path] not in known]
        failed = set()
        with progress(self.paths) as (_, advance):
            for _ in range(len(self.paths) - len(waiting)):
                advance()
            for path, found in zip(waiting, self._results(waiting), strict=True):
                if isinstance(found, TidewaiterError):
                    failed.add(path)
                    complain(str(found))
                else:
                    self._spool.put(keys[path], found)
                advance()
        self._spool.flush()
        self.failed = len(failed)
        return [(path, keys[path]) for path in self.paths if path not in failed]

    def _results(self, paths: Sequence[Path]) -> Iterable[Packed | TidewaiterError]:
        if self._jobs > 1 and len(paths) > 1 and STDIN not in paths:
            return in_order(partial(_examine, plan=self._plan), paths, jobs=self._jobs)
        desk = _desk(self._book)
        return (self._here(path, desk) for path in paths)

    def _here(self, path: Path, desk: Desk) -> Packed | TidewaiterError:
        """One article in this process; the first ones are held, to be shown without being read again."""

        def made(article: Article) -> Packed:
            if len(self._held) < _HELD:
                self._held[path] = article.document
            return _packed(article, self._plan, self._book, desk)

        return read_article(path, published=self._plan.published, quantities=False, make=made)

    def _met(self, keys: Sequence[tuple[Path, str]]) -> Meeting | None:
        """All that the articles say of the same things; None for a single one."""
        if len(keys) < 2:
            return None
        meeting = Meeting()
        order = []
        for number, (_, key) in enumerate(keys):
            said = self._spool.statements(key)
            meeting.announce(statement.key for statement in said)
            if said:
                order.append((said[0].teller.order, number, key))
        for _, number, key in sorted(order):
            meeting.hear(self._spool.statements(key), number)
        return meeting

    def _finding(self, path: Path, key: str, meeting: Meeting | None, number: int) -> Finding:
        from tidewaiter.verdicts.check import whole

        claims, verdicts = self._spool.rest(key)
        said: Sequence[Statement] = self._spool.statements(key) if meeting else ()
        across = between(meeting, said, number) if meeting else []
        return Finding(path, claims, whole(claims, verdicts, across))

    def _document(self, path: Path) -> Document:
        """The article itself, read again where there were too many to hold."""
        from tidewaiter.documents.read import read

        return self._held.get(path) or read(path, published=self._plan.published)


def _packed(article: Article, plan: Plan, book: Ledger, desk: Desk) -> Packed:
    """What one article by itself comes to, as it is kept."""
    from tidewaiter.verdicts.check import examine

    found = examine(article.document, article.claims, ledger=book, desk=desk, as_of=plan.as_of)
    return packed(found.statements, article.claims, found.verdicts)


def _examine(path: Path, plan: Plan) -> Packed | TidewaiterError:
    """The same for an article in a process of its own, or the error that says why not."""
    book, desk = _opened(plan.ledger)
    make = partial(_packed, plan=plan, book=book, desk=desk)
    return read_article(path, published=plan.published, quantities=False, make=make)


@lru_cache(maxsize=1)
def _opened(ledger: Path | None) -> tuple[Ledger, Desk]:
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.settings import load_settings

    book = open_to_read(load_settings(ledger=ledger)).store
    return book, _desk(book)


def _desk(book: Ledger) -> Desk:
    from tidewaiter.analysis.answers import Desk

    return Desk(book)


def _state(book: Ledger, as_of: date | None) -> str:
    """All that a verdict depends on beside the article: the program, the ledger's state, the day asked for."""
    return hashlib.sha256(repr((tidewaiter.__version__, book.state, as_of)).encode()).hexdigest()


def _key(path: Path, plan: Plan) -> str:
    """What stands for an article and all that its verdicts depend on; a file that cannot be read is told of later."""
    try:
        content = b"" if path == STDIN else path.read_bytes()
    except OSError:
        content = b""
    told = repr((str(path), plan.state, plan.published)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told + hashlib.sha256(content).digest()).hexdigest()


def _kept(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot be made: {error.strerror}", path=folder, cure="name a folder that can be") from None
    return folder / _NAME
