"""Eurostat Comext: the service, which answers with SDMX-CSV, and its bulk files of whole months. No key is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tidewaiter.errors import FetchError, SourceError, UsageError
from tidewaiter.fetch.connector import Key, Piece, Request, TooMuchError, halves
from tidewaiter.fetch.question import Question, code_of
from tidewaiter.sources import archive, comext
from tidewaiter.sources.container import examine
from tidewaiter.sources.registry import card

SERVICE = "https://ec.europa.eu/eurostat/api"
#: EU trade since 1988 by HS2-4-6 and CN8.
DATASET = "DS-045409"
_FOLDER = "comext/COMEXT_DATA/PRODUCTS"
#: The quantity in units of its own is left out: the answer does not say its unit.
_INDICATORS = ("VALUE_IN_EUROS", "QUANTITY_IN_100KG")
_CODES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Comext:
    """The service by question (see `Connector`): sums over all customs procedures."""

    question: Question
    service: str = SERVICE

    source = "comext"
    suffix = ".csv"
    pause = 1.0
    key: Key | None = None

    @property
    def asked(self) -> Mapping[str, object]:
        """The whole question."""
        q = self.question
        lists = {"reporters": q.reporters, "partners": q.partners, "flows": q.flows, "codes": q.codes}
        return {
            "service": self.service,
            "dataset": DATASET,
            **{name: list(words) for name, words in lists.items()},
            "from": q.periods[0],
            "to": q.periods[-1],
        }

    def pieces(self) -> list[Piece]:
        """A year of months each: more is refused as too big."""
        q = self.question
        whole: Piece = {
            "reporters": tuple(_letters(each) for each in q.reporters),
            "partners": tuple(_letters(each) for each in q.partners),
            "flows": tuple(_flow(each) for each in q.flows),
        }
        years = [
            tuple(each for each in q.periods if each[:4] == year) for year in dict.fromkeys(p[:4] for p in q.periods)
        ]
        runs = years if q.monthly else [q.periods]
        chunks = [q.codes[at : at + _CODES] for at in range(0, len(q.codes), _CODES)] or [()]
        return [{**whole, "codes": codes, "periods": run} for run in runs for codes in chunks]

    def request(self, piece: Piece) -> Request:
        """The address of the data."""
        freq = "M" if self.question.monthly else "A"
        lists = (piece["reporters"], piece["partners"], piece["codes"], piece["flows"], _INDICATORS)
        key = ".".join([freq, *("+".join(words) for words in lists)])
        return Request(
            f"{self.service}/comext/dissemination/sdmx/2.1/data/{DATASET}/{key}",
            {
                "startPeriod": piece["periods"][0],
                "endPeriod": piece["periods"][-1],
                "format": "SDMX-CSV",
                "compressed": "false",
            },
        )

    def records(self, path: Path) -> int:
        """How many observations an answer holds."""
        container = examine(path)
        if container.kind == "xml" and comext.is_queued(container):
            raise TooMuchError
        if container.kind != "csv" or not comext.is_long(container.headings):
            raise SourceError("not an answer in SDMX-CSV", path=path, cure="ask again later")
        return comext.observations(container)

    def is_list(self, piece: Piece) -> bool:
        """There is no list of what is published."""
        return False

    def cut_off(self, records: int) -> bool:
        """The service refuses what is too big and cuts nothing off."""
        return False

    def too_big(self, status: int, said: str) -> bool:
        """More cells than it gives at once, or too long an address."""
        return status in (413, 414) or "extraction_too_big" in said.casefold()

    def nothing(self, status: int, said: str) -> bool:
        """No observation of what was asked; the fault says so, whatever the status."""
        return any(words in said.casefold() for words in ("no_results", "no results", "no_records"))

    def split(self, piece: Piece) -> list[Piece]:
        """By period, then reporter, partner, flow, and code."""
        for name in ("periods", "reporters", "partners", "flows", "codes"):
            if len(piece[name]) > 1:
                return halves(piece, name)
        raise FetchError(
            f"{piece['periods'][0]} is more than the service gives at once",
            path=self.service,
            cure="name reporters, partners and codes, or fetch the whole months: --bulk",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """Whole months (or years) of all members with everybody, one archive each; some ten million lines a year."""

    periods: tuple[str, ...]
    service: str = SERVICE

    source = "comext"
    suffix = ".7z"
    pause = 2.0
    key: Key | None = None

    @property
    def asked(self) -> Mapping[str, object]:
        """The whole question."""
        return {"service": self.service, "files": "full_v2", "from": self.periods[0], "to": self.periods[-1]}

    def pieces(self) -> list[Piece]:
        """A file each."""
        return [{"periods": (period,)} for period in self.periods]

    def request(self, piece: Piece) -> Request:
        """The address of a file: a year is its 52nd month."""
        period = piece["periods"][0]
        stamp = period.replace("-", "") if "-" in period else f"{period}52"
        return Request(f"{self.service}/dissemination/files", {"file": f"{_FOLDER}/full_v2_{stamp}.7z"})

    def records(self, path: Path) -> int:
        """How many files the archive holds; SourceError where it is none."""
        return archive.count(path)

    def is_list(self, piece: Piece) -> bool:
        """There is no list of what is published."""
        return False

    def cut_off(self, records: int) -> bool:
        """A file comes whole or not at all."""
        return False

    def too_big(self, status: int, said: str) -> bool:
        """A file cannot be asked for in parts."""
        return False

    def nothing(self, status: int, said: str) -> bool:
        """The month is not out."""
        return status == 404

    def split(self, piece: Piece) -> list[Piece]:
        """A file cannot be asked for in parts."""
        raise FetchError("a file cannot be asked for in parts", path=self.service)


def _letters(alpha3: str) -> str:
    """Comext's two letters; the world is a word of its own."""
    return "WORLD" if alpha3 == "WLD" else code_of("comext", alpha3)


def _flow(flow: str) -> str:
    found = next((word for word, each in card("comext").flows.items() if each == flow), None)
    if found is None:
        raise UsageError(f"Comext has no flow {flow!r}", cure="export or import")
    return found
