"""Tidewaiter holds what is said about a closed country's trade against its partners' customs books.

    import tidewaiter as tw

    document = tw.read("article.html")
    report = tw.check(document)          # against the embedded book, or ledger=tw.open_ledger("folder")
    print(report)

Names are loaded when they are first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

import tidewaiter.claims as _claims_package

if TYPE_CHECKING:
    from tidewaiter.api import (
        Brief,
        Claims,
        Ledger,
        MonthNews,
        Quantities,
        Report,
        TradeReview,
        TradeScreening,
        TradeSeries,
        check,
        embedded_ledger,
        open_ledger,
        quantities,
        read,
    )
    from tidewaiter.claims.claim import Claim
    from tidewaiter.claims.quantity import Quantity
    from tidewaiter.documents.document import Document
    from tidewaiter.errors import (
        DocumentError,
        InputError,
        LedgerError,
        ReferenceDataError,
        SourceError,
        TidewaiterError,
        UsageError,
    )
    from tidewaiter.interval import Interval
    from tidewaiter.period import Period
    from tidewaiter.provenance import RowRef
    from tidewaiter.settings import Settings, load_settings
    from tidewaiter.verdicts.verdict import Operand, Verdict

__version__ = "0.1.0"

__all__ = [
    "Brief",
    "Claim",
    "Claims",
    "Document",
    "DocumentError",
    "InputError",
    "Interval",
    "Ledger",
    "LedgerError",
    "MonthNews",
    "Operand",
    "Period",
    "Quantities",
    "Quantity",
    "ReferenceDataError",
    "Report",
    "RowRef",
    "Settings",
    "SourceError",
    "TidewaiterError",
    "TradeReview",
    "TradeScreening",
    "TradeSeries",
    "UsageError",
    "Verdict",
    "check",
    "claims",
    "embedded_ledger",
    "load_settings",
    "open_ledger",
    "quantities",
    "read",
]

_ROOMS = {
    "tidewaiter.api": (
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
        "embedded_ledger",
        "open_ledger",
        "quantities",
        "read",
    ),
    "tidewaiter.claims.claim": ("Claim",),
    "tidewaiter.claims.quantity": ("Quantity",),
    "tidewaiter.documents.document": ("Document",),
    "tidewaiter.errors": (
        "DocumentError",
        "InputError",
        "LedgerError",
        "ReferenceDataError",
        "SourceError",
        "TidewaiterError",
        "UsageError",
    ),
    "tidewaiter.interval": ("Interval",),
    "tidewaiter.period": ("Period",),
    "tidewaiter.provenance": ("RowRef",),
    "tidewaiter.settings": ("Settings", "load_settings"),
    "tidewaiter.verdicts.verdict": ("Operand", "Verdict"),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}


class _ClaimsPackage(ModuleType):
    """`tidewaiter.claims` is a package and, called with a document, the function that reads its claims."""

    def __call__(self, document: Document) -> Claims:
        from tidewaiter.api import claims

        return claims(document)


_claims_package.__class__ = _ClaimsPackage


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
