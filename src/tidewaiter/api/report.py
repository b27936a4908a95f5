"""What came of a check: documents, claims and verdicts, ready to be printed, shown or turned into a frame."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tidewaiter.api.frames import Framed
from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts.check import Checked
from tidewaiter.verdicts.verdict import Verdict

if TYPE_CHECKING:
    from tidewaiter.briefing.markup import Markup
    from tidewaiter.briefing.story import Story
    from tidewaiter.ledger.store import Ledger

_COLUMNS = (
    "claim", "document", "text", "outcome", "check", "reason", "computed_low", "computed_high", "computed_unit", "slip",
    "suggested", "repeat",
)  # fmt: skip


class Report(Framed):
    """The result of `check`: iterating gives a `Checked` for each document, in the order they came in.

    `outcomes` says what each claim came to over all its verdicts. `print(report)` is the page as text; a notebook shows
    it as HTML; a frame has one row a verdict.
    """

    _columns = _COLUMNS

    def __init__(self, checked: Sequence[Checked], *, ledger: Ledger, book: str) -> None:
        self.checked = tuple(checked)
        self.book = book
        self.outcomes = {claim: outcome for one in self.checked for claim, outcome in one.outcomes.items()}
        self._ledger = ledger

    def __iter__(self) -> Iterator[Checked]:
        return iter(self.checked)

    def __len__(self) -> int:
        return len(self.checked)

    def __getitem__(self, index: int) -> Checked:
        return self.checked[index]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, document by document."""
        return tuple(claim for one in self.checked for claim in one.claims)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts, document by document."""
        return tuple(verdict for one in self.checked for verdict in one.verdicts)

    def with_outcome(self, outcome: str) -> tuple[Claim, ...]:
        """The claims that came to an outcome: `supported`, `loose`, `contradicted` or `unchecked`."""
        return tuple(claim for claim in self.claims if self.outcomes[claim] == outcome)

    @property
    def contradicted(self) -> tuple[Claim, ...]:
        """The claims that cannot be so."""
        return self.with_outcome("contradicted")

    def stories(self) -> list[Story]:
        """The articles with their figures marked, for those who draw pages of their own."""
        from tidewaiter.briefing.story import tell

        return [tell(one.document, one.claims, verdicts=one.verdicts, outcomes=self.outcomes) for one in self.checked]

    def to_records(self) -> list[dict[str, Any]]:
        """One flat row a verdict; `Verdict.to_record()` has the operands too."""
        rows = []
        for verdict in self.verdicts:
            record = verdict.to_record()
            computed = record["computed"] or {}
            flat = {f"computed_{key}": computed.get(key) for key in ("low", "high", "unit")}
            whole = {**record, **flat, "document": verdict.claim.document, "text": verdict.claim.text}
            rows.append({column: whole[column] for column in _COLUMNS})
        return rows

    def to_html(self) -> str:
        """The report as one self-contained HTML page."""
        from tidewaiter.briefing.page import page

        return page(self.stories(), book=self.book, charts=self._charts)

    def to_claim_review(self, *, day: date | None = None, author: str = "Tidewaiter") -> str:
        """JSON-LD of schema.org's ClaimReview for every figure that was held against something.

        `author` is who publishes the reviews, `day` when (today).
        """
        from tidewaiter.briefing.exports.claimreview import claim_reviews

        found = claim_reviews(self.stories(), day=day or date.today(), author=author)
        return json.dumps(found, ensure_ascii=False, indent=1) + "\n"

    @cached_property
    def _charts(self) -> Mapping[Claim, Markup]:
        from tidewaiter.briefing.pictures import pictures

        return pictures(self.claims, ledger=self._ledger)

    def __repr__(self) -> str:
        from tidewaiter.briefing.words import count, summary

        outcomes = [self.outcomes[claim] for claim in self.claims]
        return f"Report({count(len(self), 'document')}, {summary(outcomes)})"

    def __str__(self) -> str:
        from tidewaiter.briefing.text import report_text

        return report_text(self.stories(), book=self.book)

    def _repr_html_(self) -> str:
        from tidewaiter.briefing.page import fragment

        # Anchors of two cells must not meet; the same report gets the same ones each time.
        names = "\n".join(one.document.name + one.document.sha256 for one in self.checked)
        key = f"t{hashlib.sha256(names.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
        return fragment(self.stories(), book=self.book, charts=self._charts, key=key)
