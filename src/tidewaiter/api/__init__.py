"""The Python interface: what `import tidewaiter as tw` offers, and what the command line is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from tidewaiter.api.claims import Claims
from tidewaiter.api.ledger import Ledger, embedded_ledger, open_ledger
from tidewaiter.api.quantities import Quantities
from tidewaiter.api.report import Report
from tidewaiter.api.review import Brief, MonthNews, TradeReview, TradeScreening
from tidewaiter.api.series import TradeSeries
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.errors import UsageError

__all__ = [
    "Brief",
    "Claims",
    "Ledger",
    "MonthNews",
    "Quantities",
    "Report",
    "TradeReview",
    "TradeScreening",
    "TradeSeries",
    "check",
    "check_claims",
    "claims",
    "embedded_ledger",
    "open_ledger",
    "quantities",
    "read",
]


def read(
    path: str | Path, *, name: str | None = None, published: date | None = None, url: str | None = None
) -> Document:
    """Read an article: plain text, a saved web page, or a PDF with text.

    `published` is the day that "last month" hangs on, where the article does not say it. DocumentError where it cannot
    be read.
    """
    from tidewaiter.documents.read import read as read_document

    if published is not None and not isinstance(published, date):
        raise UsageError(f"not a day: {published!r}", cure="published=datetime.date(2022, 6, 20)")
    return read_document(Path(path), name=name, published=published, url=url)


def claims(document: Document) -> Claims:
    """The figures that a document makes claims with."""
    from tidewaiter.claims.extract import extract

    if not isinstance(document, Document):
        raise UsageError("not a document", cure="read it first: tw.claims(tw.read(path))")
    return Claims(document, extract(document))


def quantities(document: Document) -> Quantities:
    """Every quantity of a document on any subject, whether or not it makes a claim."""
    from tidewaiter.claims.quantity import extract_quantities

    if not isinstance(document, Document):
        raise UsageError("not a document", cure="read it first: tw.quantities(tw.read(path))")
    return Quantities(document, extract_quantities(document))


def check(
    documents: Document | Iterable[Document], *, ledger: Ledger | None = None, as_of: date | None = None
) -> Report:
    """Hold the figures of one or more documents against their own arithmetic, each other and a ledger.

    Without a `ledger`, `open_ledger()`. With `as_of`, only what had been published by that day counts.
    """
    listed = [documents] if isinstance(documents, Document) else list(documents)
    if not all(isinstance(document, Document) for document in listed):
        raise UsageError("not a document", cure="read it first: tw.check(tw.read(path))")
    return check_claims([(document, tuple(claims(document))) for document in listed], ledger=ledger, as_of=as_of)


def check_claims(
    read: Sequence[tuple[Document, Sequence[Claim]]], *, ledger: Ledger | None = None, as_of: date | None = None
) -> Report:
    """The same for documents whose claims are known already."""
    from tidewaiter.verdicts.check import check as hold_against

    book = open_ledger() if ledger is None else ledger
    return Report(hold_against(read, ledger=book.store, as_of=as_of), ledger=book.store, book=book.describe())
