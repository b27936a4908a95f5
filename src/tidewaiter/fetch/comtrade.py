"""UN Comtrade's API: the preview for everybody, which gives 500 records, and the service for those with a key.

Only sums are asked for (all customs procedures, all modes of transport, no second partner), so that no row repeats
another. A wrong question is answered with an empty list and status 200, like one about a month that is not out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tidewaiter.errors import FetchError, SourceError, UsageError
from tidewaiter.fetch.connector import Key, Piece, Request, halves
from tidewaiter.fetch.pull import Pull
from tidewaiter.fetch.question import Question, code_of, everybody, oldest_listed, six_digits
from tidewaiter.sources import answer
from tidewaiter.sources.container import examine
from tidewaiter.sources.registry import card

SERVICE = "https://comtradeapi.un.org"
KEY_NAME = "Ocp-Apim-Subscription-Key"
#: Groups of codes that the service knows by a word: all of two, four or six digits.
WORDS = ("TOTAL", "AG2", "AG4", "AG6")
#: What is asked for where a user names no codes: the whole, and every subheading.
USUAL = ("TOTAL", "AG6")
_PREVIEW_RECORDS, _RECORDS = 500, 250_000
#: A free key may get no more, whatever it asks for.
_FREE_RECORDS = 100_000
_PERIODS, _CODES = 12, 150
#: What marks a piece that asks what is published.
_LIST = "published"
_GROUPS = ("AG2", "AG4", "AG6")
#: What reporters book under no code of the HS; on no list, and asked for beside it.
_UNLISTED = ("999999", "9999AA")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comtrade:
    """A connector (see `Connector`). Without a key the preview is asked."""

    question: Question
    key: Key | None = None
    service: str = SERVICE
    classification: str = "HS"

    source = "comtrade"
    suffix = ".json"

    @property
    def pause(self) -> float:
        """The preview allows one request a second, the service some ten a minute."""
        return 1.1 if self.key is None else 6.0

    @property
    def asked(self) -> Mapping[str, object]:
        """The whole question."""
        q = self.question
        lists = {"reporters": q.reporters, "partners": q.partners, "flows": q.flows, "codes": q.codes}
        return {
            "service": self.service,
            "keyed": self.key is not None,
            "classification": self.classification,
            **{name: list(words) for name, words in lists.items()},
            "from": q.periods[0],
            "to": q.periods[-1],
        }

    def pieces(self) -> list[Piece]:
        """At most twelve periods each, and not more codes than an address holds."""
        q = self.question
        whole: Piece = {
            "reporters": tuple(code_of("comtrade", each) for each in q.reporters),
            "partners": tuple(code_of("comtrade", each) for each in q.partners),
            "flows": tuple(_flow(each) for each in q.flows),
            "codes": q.codes,
            "periods": q.periods,
        }
        trade = [
            {**whole, "codes": codes, "periods": periods}
            for periods in _chunks(q.periods, _PERIODS)
            for codes in _chunks(q.codes, _CODES)
        ]
        lists = [
            {_LIST: ("yes",), "reporters": whole["reporters"], "periods": run} for run in _chunks(q.periods, _PERIODS)
        ]
        return [*trade, *lists]

    def request(self, piece: Piece) -> Request:
        """The address of the preview, or of the service."""
        freq = "M" if self.question.monthly else "A"
        periods = ",".join(each.replace("-", "") for each in piece["periods"])
        if self.is_list(piece):
            address = f"{self.service}/public/v1/getDA/C/{freq}/{self.classification}"
            reporters = {"reporterCode": ",".join(piece["reporters"])} if piece["reporters"] else {}
            return Request(address, {"period": periods, **reporters})
        way = "public/v1/preview" if self.key is None else "data/v1/get"
        params = {
            "period": periods,
            "cmdCode": ",".join(piece["codes"]),
            "flowCode": ",".join(piece["flows"]),
            "partner2Code": "0",
            "customsCode": "C00",
            "motCode": "0",
            "maxRecords": str(_PREVIEW_RECORDS if self.key is None else _RECORDS),
            "includeDesc": "true",
        }
        for name, said in (("reporterCode", "reporters"), ("partnerCode", "partners")):
            if piece[said]:
                params[name] = ",".join(piece[said])
        return Request(f"{self.service}/{way}/C/{freq}/{self.classification}", params)

    def records(self, path: Path) -> int:
        """How many records a JSON answer holds."""
        container = examine(path)
        if container.kind != "json":
            raise SourceError("not a JSON answer", path=path, cure="ask again later")
        return sum(1 for _ in answer.records(container))

    def is_list(self, piece: Piece) -> bool:
        """The service lists which reporters' months are out, to everybody."""
        return _LIST in piece

    def cut_off(self, records: int) -> bool:
        """At the limit of the preview or of the key there may be more."""
        limits = (_PREVIEW_RECORDS,) if self.key is None else (_FREE_RECORDS, _RECORDS)
        return records in limits or records > limits[-1]

    def too_big(self, status: int, said: str) -> bool:
        """Too long an address."""
        return status in (413, 414) or "url too long" in said.casefold()

    def nothing(self, status: int, said: str) -> bool:
        """The service says "none" with status 200."""
        return False

    def split(self, piece: Piece) -> list[Piece]:
        """By period, then flow, reporter, partner, and code; groups of codes become lists."""
        for name in ("periods", "flows", "reporters", "partners"):
            if len(piece[name]) > 1:
                return halves(piece, name)
        groups = [code for code in piece["codes"] if code in _GROUPS]
        single = [code for code in piece["codes"] if code not in _GROUPS]
        if groups and single:
            return [{**piece, "codes": tuple(part)} for part in (single, groups)]
        if len(piece["codes"]) > 1:
            return halves(piece, "codes")
        for name in ("reporters", "partners"):
            if not piece[name]:
                return halves({**piece, name: everybody("comtrade")}, name)
        if groups and int(piece["periods"][0][:4]) >= oldest_listed():
            digits = int(groups[0][2:])
            lines = sorted({code[:digits] for code in (*six_digits(), *_UNLISTED)})
            return [{**piece, "codes": part} for part in _chunks(lines, _CODES)]
        raise FetchError(
            f"{piece['codes'][0]} of {piece['periods'][0]} is more than the service gives at once",
            path=self.service,
            cure="ask with a key (--key-env), which allows more records, or for single codes (--hs)",
        )


def published(pull: Pull) -> set[tuple[str, str]] | None:
    """Which reporters' periods the service lists as published (code and `2019-01`); None where it was not asked."""
    found: set[tuple[str, str]] = set()
    answers = pull.lists()
    for path in answers:
        for record in answer.records(examine(path)):
            period = str(record.get("period", ""))
            found.add((str(record.get("reporterCode", "")), f"{period[:4]}-{period[4:]}" if period[4:] else period))
    return found if answers else None


def _flow(flow: str) -> str:
    """Comtrade's letters for a flow."""
    letters = [word for word, found in card("comtrade").flows.items() if found == flow and word.isalpha()]
    if not letters:
        raise UsageError(f"UN Comtrade has no flow {flow!r}", cure="export, import, re-export, re-import …")
    return min(letters, key=len).upper()


def _chunks(words: tuple[str, ...] | list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + size]) for at in range(0, len(words), size)]
