"""Korean articles written for this project, their claims marked in place as in the gold corpus: all are read whole.

`[[figure|value|unit|qualifier|measure|direction|comparison|base|period|parties|product]]`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

DATA = Path(__file__).parent / "data" / "korean"
MARK = re.compile(r"\[\[(.*?)\]\]")


def _article(name: str) -> tuple[str, date, list[list[str]]]:
    head, _, marked = (DATA / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    published = date.fromisoformat(re.findall(r"^published: (\S+)$", head, re.MULTILINE)[0])
    marks = [mark.split("|") for mark in MARK.findall(marked)]
    return MARK.sub(lambda mark: mark[1].partition("|")[0], marked), published, marks


def _parties(claim: Claim, expected: str) -> str:
    if ">" in expected:
        return f"{claim.sender or '-'}>{claim.receiver or '-'}"
    return "+".join(sorted(claim.partners)) or "-"


def _row(claim: Claim, mark: list[str]) -> list[str]:
    slots = [claim.unit, claim.qualifier, claim.measure, claim.direction, claim.comparison]
    read = [slot.replace("none", "-") for slot in slots] + [claim.base_period or "-", claim.period or "-"]
    product = mark[10] if mark[10] in (claim.product or "") or (claim.product or "") in mark[10] else claim.product
    return [*read, _parties(claim, mark[9]), product or "-"]


@pytest.mark.parametrize("name", sorted(path.stem for path in DATA.glob("*.txt")))
def test_every_marked_claim_is_read_whole(name: str) -> None:
    text, published, marks = _article(name)
    claims = [c for c in extract(read_text(text, name=name, published=published)) if c.value != 0]
    assert len(claims) >= len(marks)
    free = list(claims)
    for mark in marks:
        found = next(
            (c for c in free if c.value == Decimal(mark[1]) and (mark[0] in c.text or c.text in mark[0])), None
        )  # fmt: skip
        assert found is not None, mark
        free.remove(found)
        expected = [*mark[2:9], "+".join(sorted(mark[9].split("+"))), mark[10]]
        assert _row(found, mark) == expected, mark


def test_a_pack_is_no_product() -> None:
    text = "브라질의 지난달 커피 수출량은 18만t으로, 이는 60kg 자루 300만 개에 해당한다.\n\n커피 수출액은 5억 달러였다."
    claims = extract(read_text(text, name="x", published=date(2022, 2, 1)))
    assert {c.product for c in claims if c.unit in {"tonnes", "USD"}} == {"커피"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("에리트레아와 인니의 교역", ["ERI", "IDN"]),
        ("아시가바트 당국은 아랍에미리트연합에서 사들였다", ["TKM", "ARE"]),
        ("테헤란과 다마스쿠스", ["IRN", "SYR"]),
    ],
)
def test_countries_by_the_names_of_the_korean_press(text: str, codes: list[str]) -> None:
    from tidewaiter.reference.countries import find_countries

    assert [mention.alpha3 for mention in find_countries(text)] == codes


def test_headings_of_the_tariff_and_counts_of_countries_are_no_trade() -> None:
    text = "지난해 의약품(HS코드 3003, 3004) 수출액은 4억 달러로, 세계 150여 개국에 수출됐다."
    claims = extract(read_text(text, name="x", published=date(2022, 2, 1)))
    assert [(str(c.value), c.unit, c.measure) for c in claims] == [
        ("400000000", "USD", "trade_value"),
        ("150", "countries", "count"),
    ]
