"""Loading: customs files into the ledger's folder, all or nothing.

New files are written aside, brought to disk, moved in under names of their own, and come into force when the manifest
is renamed. Whoever is killed before has changed nothing.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.errors import InputError, UsageError
from tidewaiter.ledger import calendar, engine, manifest, merge, part, releases, weave
from tidewaiter.ledger import folder as storage
from tidewaiter.ledger.manifest import Loaded, Manifest, YearFile
from tidewaiter.ledger.remarks import remarks
from tidewaiter.ledger.report import FileReport, LoadReport
from tidewaiter.provenance import sha256_file
from tidewaiter.sources.card import Card
from tidewaiter.sources.read import Reading, read
from tidewaiter.sources.sql import literal, literals
from tidewaiter.sources.stage import Refusal, Staged, stage
from tidewaiter.sources.typed import IGNORED

if TYPE_CHECKING:
    import duckdb

_MEMORY = "2GB"


def load(
    folder: Path,
    paths: Sequence[Path],
    *,
    source: str | None,
    release: date | None,
    direction: str | None,
    headings: str | Sequence[str] | None,
    edition: str | None = None,
    card: Card | None = None,
) -> LoadReport:
    """Add files to the ledger in a folder, which is made where it does not exist. See `Ledger.load`."""
    started = time.monotonic()
    files = _files(paths)
    with storage.opened(folder) as waited:
        before = manifest.read(folder)
        storage.clean(folder, before)
        staging = folder / f"{storage.STAGING}{secrets.token_hex(6)}"
        staging.mkdir()
        try:
            says = Says(source, release, direction, headings, edition, card)
            reports = _Load(folder, staging, before).run(files, says)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return LoadReport(tuple(reports), waited=waited, seconds=time.monotonic() - started)


@dataclass(frozen=True, slots=True)
class Says:
    """What the user says of the files of a load; see `Ledger.load`."""

    source: str | None
    release: date | None
    direction: str | None
    headings: str | Sequence[str] | None
    edition: str | None
    card: Card | None


@dataclass(frozen=True, slots=True)
class _Coming:
    """A file that is being loaded: what was read of it, its day, and what it brings to each year."""

    staged: Staged
    known: releases.Day
    parts: tuple[part.Part, ...]
    remarks: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        return self.known.day

    @property
    def sha256(self) -> str:
        return self.staged.reading.sha256


class _Load:
    """One load under the lock: what the ledger was, and where its next state is being built."""

    def __init__(self, folder: Path, staging: Path, before: Manifest) -> None:
        self.folder = folder
        self.staging = staging
        self.before = before
        self.today = datetime.now(UTC).date()
        self.contradicted: dict[str, Refusal] = {}
        self.name = f"{before.generation + 1:06d}-{secrets.token_hex(4)}"

    def run(self, files: Sequence[Path], says: Says) -> list[FileReport]:
        connection = engine.connect(memory_limit=_MEMORY, temp_directory=self.staging / "spill")
        calendar.begin(connection)
        reports: list[FileReport] = []
        coming: list[_Coming] = []
        seen: set[str] = set()
        for number, (path, sha256) in enumerate(_hashed(files)):
            held = self.before.loaded(sha256)
            if held is not None or sha256 in seen:
                reports.append(FileReport.repeated(path, held, says.release))
                continue
            seen.add(sha256)
            reading = read(
                path,
                connection=connection,
                work=self.staging,
                source=says.source,
                direction=says.direction,
                headings=says.headings,
                edition=says.edition,
                card=says.card,
                sha256=sha256,
            )
            coming.append(self._stage(connection, reading, f"rows{number}", says.release))
        if coming:
            after = self._write(connection, coming)
            connection.close()
            self._commit(after)
            loaded = {each.sha256: each for each in after.loads}
            reports += [
                FileReport.of(
                    each.staged,
                    loaded[each.sha256],
                    self._refused(each.staged),
                    each.known.how,
                    remarks=each.remarks,
                )
                for each in coming
            ]
        return sorted(reports, key=lambda report: files.index(report.path))

    def _stage(
        self, connection: duckdb.DuckDBPyConnection, reading: Reading, table: str, release: date | None
    ) -> _Coming:
        """Read a file, note what it holds, and write what it brings to each year."""
        staged = stage(reading, connection=connection, table=table, today=self.today)
        if release is not None and staged.dated and staged.all_dated:
            raise UsageError(
                f"the rows of {reading.path.name} say themselves on which day each was published",
                cure="leave --release out",
            )
        known = releases.day_of(reading.path, last_day=staged.last_day, explicit=release, today=self.today)
        day = known.day
        one_query, cut_off = _query(staged)
        held = part.rows(staged, day, fields=calendar.FIELDS)
        calendar.note(connection, held, one_query=one_query, cut_off=cut_off)
        parts = part.write(connection, staged, day, folder=self.staging)
        said = tuple(remarks(connection, staged, known))
        staged.drop(connection)
        return _Coming(staged, known, tuple(parts), said)

    def _write(self, connection: duckdb.DuckDBPyConnection, coming: Sequence[_Coming]) -> Manifest:
        """Write the files of the ledger's next state into the staging folder."""
        covered = calendar.write(connection, folder=self.staging, name=self.name)
        self._calendar(connection, covered)
        years = {each.year: each for each in self.before.years}
        for year in sorted({year for each in coming for year in each.staged.years}):
            target = self.staging / f"{year}-{self.name}.parquet"
            written = merge.write_year(
                connection,
                year=year,
                held=self.folder / years[year].path if year in years else None,
                parts=[each for one in coming for each in one.parts if each.year == year],
                target=target,
            )
            years[year] = YearFile(year, f"{storage.FLOWS}/{target.name}", written.rows)
            self._refuse(written.contradicted)
        kept = self._kept(connection, [each.sha256 for each in coming])
        loads = (_loaded(each.staged, each.known, kept, self._refused(each.staged)) for each in coming)
        after = Manifest(
            generation=self.before.generation + 1,
            years=tuple(years[year] for year in sorted(years)),
            coverage=(*self.before.coverage, *(f"{storage.COVERAGE}/{path.name}" for path in covered)),
            loads=(*self.before.loads, *loads),
        )
        return replace(after, stale=tuple(sorted(self.before.files() - after.files())))

    def _calendar(self, connection: duckdb.DuckDBPyConnection, covered: Sequence[Path]) -> None:
        """Views of what all releases hold, those being loaded among them."""
        paths = [str(path) for path in (*(self.folder / path for path in self.before.coverage), *covered)]
        for table, select in calendar.views(paths, _relation).items():
            connection.execute(f"CREATE OR REPLACE TEMP VIEW {table} AS {select}")

    def _refuse(self, contradicted: Sequence[weave.Contradicted]) -> None:
        """Note rows left out of a year, to be reported with their file's others."""
        for each in contradicted:
            before = self.contradicted.get(each.sha256)
            rows, first = (before.rows, before.first_record) if before else (0, each.first_record)
            self.contradicted[each.sha256] = Refusal(
                "another value than an earlier row of the same day", rows + each.rows, min(first, each.first_record)
            )

    def _refused(self, staged: Staged) -> tuple[Refusal, ...]:
        """Everything that was refused of a file; lines that say nothing are ignored instead."""
        found = [each for each in staged.refused if each.reason not in IGNORED]
        contradicted = self.contradicted.get(staged.reading.sha256)
        return (*found, contradicted) if contradicted else tuple(found)

    def _kept(self, connection: duckdb.DuckDBPyConnection, sha256s: list[str]) -> dict[str, int]:
        """How many rows of each file are in the new year files: the rest repeated what was there."""
        new = ", ".join(literal(str(path)) for path in self.staging.glob(f"[0-9]*-{self.name}.parquet"))
        shas = ", ".join(literal(sha256) for sha256 in sha256s)
        return dict(
            connection.execute(
                f"SELECT file_sha256 AS file_sha256, count(*) AS n FROM read_parquet([{new}]) "
                f"WHERE file_sha256 IN ({shas}) GROUP BY file_sha256"
            ).fetchall()
        )

    def _commit(self, after: Manifest) -> None:
        for path in sorted(after.files() - self.before.files()):
            made, kept = self.staging / Path(path).name, self.folder / path
            kept.parent.mkdir(exist_ok=True)
            manifest.sync(made)
            os.replace(made, kept)
        for name in (storage.FLOWS, storage.COVERAGE):
            manifest.sync(self.folder / name)
        manifest.replace(self.folder, after, staging=self.staging)
        storage.remove(self.folder, self.before.stale)


def _relation(_: str, paths: Sequence[str]) -> str:
    return f"read_parquet([{literals(paths)}])"


def _hashed(files: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """The files with the hash of their bytes, worked out ahead while others are being read."""
    ahead = ThreadPoolExecutor(1)
    try:
        yield from zip(files, ahead.map(lambda path: sha256_file(path) if path.is_file() else "", files), strict=True)
    finally:
        ahead.shutdown(wait=False, cancel_futures=True)


def _query(staged: Staged) -> tuple[bool, bool]:
    """Whether a file is the answer to one query, and whether it was cut off at the publisher's limit."""
    card = staged.reading.card
    return staged.reading.container.kind in card.one_query, staged.rows_read in card.row_limits


def _loaded(staged: Staged, known: releases.Day, kept: dict[str, int], refusals: Sequence[Refusal]) -> Loaded:
    consumed = kept.get(staged.reading.sha256, 0)
    refused = {each.reason: each.rows for each in refusals}
    return Loaded(
        source=staged.reading.card.id,
        release="as dated in the rows" if staged.dated else known.day.isoformat(),
        file=staged.reading.path.name,
        sha256=staged.reading.sha256,
        rows_read=staged.rows_read,
        consumed=consumed,
        ignored=staged.rows_read - consumed - sum(refused.values()),
        refused=refused,
        published=staged.dated or known.published,
    )


def _files(paths: Sequence[Path]) -> list[Path]:
    """The files to load; a folder stands for what it holds."""
    files = []
    for path in paths:
        try:
            folder = path.is_dir()
            held = sorted(each for each in path.iterdir() if each.is_file()) if folder else [path]
        except OSError as error:
            said = f"cannot be opened: {error.strerror}"
            raise InputError(said, path=path, cure="check the path and its rights") from error
        files += [each for each in held if not (folder and each.name.startswith("."))]
    if not files:
        raise UsageError("nothing to load", cure="name a file")
    return files
