"""What came of a load: for each file how many rows were read, and what became of every one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.ledger.manifest import Loaded

if TYPE_CHECKING:
    from tidewaiter.sources.stage import Refusal, Staged


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file. `rows_read` is `consumed` + `ignored` + `refused`; all are 0 where the bytes were held already.

    `how` is how the day of its release is known; None where the rows say it themselves. `remarks` are what may
    surprise whoever asks about it later (`ledger.remarks`).
    """

    path: Path
    source: str | None = None
    release: str | None = None
    rows_read: int = 0
    consumed: int = 0
    ignored: int = 0
    refusals: tuple[Refusal, ...] = ()
    years: tuple[int, ...] = ()
    held_as: str | None = None
    how: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def refused(self) -> int:
        """Rows that do not say what they are about, or say otherwise than others of theirs."""
        return sum(refusal.rows for refusal in self.refusals)

    @classmethod
    def repeated(cls, path: Path, held: Loaded | None, release: date | None = None) -> FileReport:
        """A file whose bytes came before; `release` is the day that is said of it now."""
        if held is None:
            return cls(path, held_as="another of these files")
        said: tuple[str, ...] = ()
        if release is not None and held.release != release.isoformat():
            said = (f"its release stays {held.release}: to have it as of {release}, load it into another ledger",)
        return cls(path, held.source, held.release, held_as=f"{held.file}, release {held.release}", remarks=said)

    @classmethod
    def of(
        cls,
        staged: Staged,
        loaded: Loaded,
        refusals: tuple[Refusal, ...],
        how: str,
        *,
        remarks: tuple[str, ...] = (),
    ) -> FileReport:
        """A file that was loaded."""
        return cls(
            path=staged.reading.path,
            source=loaded.source,
            release=loaded.release,
            rows_read=loaded.rows_read,
            consumed=loaded.consumed,
            ignored=loaded.ignored,
            refusals=refusals,
            years=staged.years,
            how=None if staged.dated else how,
            remarks=remarks,
        )

    def __str__(self) -> str:
        if self.held_as is not None:
            line = f"{self.path.name}: held already ({self.held_as}); nothing changed"
            return line + "".join(f"\n  note: {each}" for each in self.remarks)
        years = f"{self.years[0]}–{self.years[-1]}" if len(self.years) > 1 else str(self.years[0])
        how = f" ({self.how})" if self.how else ""
        line = (
            f"{self.path.name}: {self.source}, release {self.release}{how}, {years}: {self.rows_read:,} rows read = "
            f"{self.consumed:,} consumed + {self.ignored:,} ignored + {self.refused:,} refused"
        )
        if self.ignored:
            line += "\n  ignored: empty lines, sums over the other lines, and rows that repeat others of the release"
        for refusal in self.refusals:
            line += f"\n  refused: {refusal.rows:,} ({refusal.reason}), the first is record {refusal.first_record}"
        line += "".join(f"\n  note: {each}" for each in self.remarks)
        return line


@dataclass(frozen=True, slots=True)
class LoadReport:
    """The files of a load, in the order given; `waited` are seconds spent waiting for another load to end."""

    files: tuple[FileReport, ...]
    waited: float = 0.0
    seconds: float = field(default=0.0, compare=False)

    @property
    def changed(self) -> bool:
        """Whether the ledger is another one than before."""
        return any(file.held_as is None for file in self.files)

    def __str__(self) -> str:
        lines = [str(file) for file in self.files]
        if self.waited:
            lines.append(f"waited {self.waited:.1f} s for another load")
        return "\n".join(lines)
