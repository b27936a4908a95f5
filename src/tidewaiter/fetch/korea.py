"""Korea Customs by the open data portal: XML, a year at most and one code at a time. The key goes into the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tidewaiter.errors import FetchError, SourceError
from tidewaiter.fetch.connector import Key, Piece, Request, halves
from tidewaiter.fetch.question import Question, code_of
from tidewaiter.sources import korea
from tidewaiter.sources.container import examine

SERVICE = "https://apis.data.go.kr/1220000"
KEY_NAME = "serviceKey"


@dataclass(frozen=True, slots=True, kw_only=True)
class Korea:
    """A connector (see `Connector`). Exports and imports come together; the reporter is always South Korea."""

    question: Question
    key: Key | None
    service: str = SERVICE

    source = "korea"
    suffix = ".xml"
    pause = 1.0

    @property
    def asked(self) -> Mapping[str, object]:
        """The whole question."""
        q = self.question
        lists = {"partners": list(q.partners), "codes": list(q.codes)}
        return {"service": self.service, **lists, "from": q.periods[0], "to": q.periods[-1]}

    def pieces(self) -> list[Piece]:
        """A year, a partner and a code each."""
        q = self.question
        if not q.monthly:
            raise FetchError("Korea Customs answers for months", cure="write --from 2019-01 --to 2019-12")
        partners = tuple(code_of("iso2", each) for each in q.partners) or ("",)
        years = [q.periods[at : at + 12] for at in range(0, len(q.periods), 12)]
        return [
            {"partners": (partner,) if partner else (), "codes": (code,), "periods": run}
            for partner in partners
            for code in q.codes
            for run in years
        ]

    def request(self, piece: Piece) -> Request:
        """The address of the list by goods and country."""
        params = {
            "strtYymm": piece["periods"][0].replace("-", ""),
            "endYymm": piece["periods"][-1].replace("-", ""),
            "hsSgn": piece["codes"][0],
        }
        if piece["partners"]:
            params["cntyCd"] = piece["partners"][0]
        return Request(f"{self.service}/nitemtrade/getNitemtradeList", params)

    def records(self, path: Path) -> int:
        """How many items an XML answer holds; SourceError where it is an error message."""
        container = examine(path)
        if container.kind != "xml":
            raise SourceError("not an XML answer", path=path, cure="ask again later")
        return korea.count(container)

    def is_list(self, piece: Piece) -> bool:
        """There is no list of what is published."""
        return False

    def cut_off(self, records: int) -> bool:
        """The service gives everything at once."""
        return False

    def too_big(self, status: int, said: str) -> bool:
        """Too many items."""
        return status == 413

    def nothing(self, status: int, said: str) -> bool:
        """The service says "none" with status 200."""
        return False

    def split(self, piece: Piece) -> list[Piece]:
        """By months."""
        if len(piece["periods"]) > 1:
            return halves(piece, "periods")
        raise FetchError("one month is more than the service gives at once", path=self.service, cure="a longer code")
