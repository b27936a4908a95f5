"""Documents and claims as they would be read, made by hand for tests of what becomes of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Block, Body, Document
from tidewaiter.verdicts.verdict import Verdict
from tidewaiter.verdicts.within.sayings import DISPUTED

CHINA_TO_NORTH_KOREA = {"sender": "CHN", "receiver": "PRK", "partners": ("CHN", "PRK")}
BOTH_WAYS = {"sender": None, "receiver": None, "partners": ("CHN", "PRK")}


def article(text: str, *, published: date | None = date(2022, 6, 25), **more: Any) -> Document:
    """A document whose body is its text."""
    body = Body(text, (Block("paragraph", 0, len(text)),), range(len(text)), range(1, len(text) + 1))
    return Document(name=more.pop("name", "article.txt"), text=text, body=body, published=published, **more)


def claimed(figure: str, value: str | float, *, text: str | None = None, **slots: Any) -> tuple[Document, Claim]:
    """A claim of China's exports to North Korea, and the article that makes it: `text` holds `figure`."""
    text = text or f"Customs data showed that China's exports to North Korea came to {figure}."
    document = slots.pop("document", None) or article(text)
    start = document.text.index(figure)
    filled = {
        **CHINA_TO_NORTH_KOREA,
        "unit": "USD",
        "measure": "trade_value",
        "goods": ("total",),
        "period": "2022-04",
        "source_kind": "official_statistics",
        "low": None,
        "high": None,
        **slots,
    }
    claim = Claim(
        document=document.name,
        start=start,
        end=start + len(figure),
        text=figure,
        sentence=(0, len(document.text)),
        value=Decimal(str(value)),
        **filled,
    )
    return document, claim


def told_beside(verdict: Verdict, wrong: Collection[Claim]) -> bool:
    """Whether a figure is told, with one of the wrong ones, that they cannot both hold."""
    return verdict.doubt == DISPUTED and any(operand.claim in wrong for operand in verdict.operands)
