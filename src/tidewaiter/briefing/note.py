"""One note of a page: the figure, what became of it, why, what that rests on, and how to repeat it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tidewaiter.briefing.markup import Markup, element, join, link
from tidewaiter.briefing.story import Note
from tidewaiter.briefing.words import CHECKS, OUTCOMES, doubt_words, operand_words, plain
from tidewaiter.claims.claim import Claim
from tidewaiter.provenance import RowRef
from tidewaiter.verdicts.phrases import flow, goods, period
from tidewaiter.verdicts.verdict import Operand, Verdict

#: So many rows are listed; a sum over thousands says how many more there are.
_ROWS = 12
_OPEN = {"contradicted", "loose"}


def note_element(note: Note, *, key: str, numbers: Mapping[Claim, int], picture: Markup | None = None) -> Markup:
    """A note that opens on click; those on figures that do not hold up stand open from the start."""
    outcome = OUTCOMES[note.outcome]
    summary = element(
        "summary",
        element("span", f"{outcome.sign} {note.number} ", class_="sign"),
        element("span", note.quote, class_="quote"),
        element("span", f" {outcome.word}", class_="outcome"),
        element("span", f", probably {note.slip}", class_="slip") if note.slip else None,
        element("span", note.brief, class_="brief") if note.outcome == "unchecked" and note.brief else None,
    )
    operands = [_operands(verdict, key=key, numbers=numbers) for verdict in note.verdicts]
    evidence = element(
        "details",
        element("summary", "What it rests on" if any(operands) else "How it was read"),
        *operands,
        picture,
        _reading(note.claim),
        class_="evidence",
        open=note.outcome not in _OPEN,
    )
    # The anchor lies inside: a browser that follows a link to something in a closed note opens it.
    why = element(
        "div",
        *_reasons(note),
        evidence,
        element("a", "back to the text", href=f"#{key}m{note.number}", class_="back") if note.marked else None,
        class_="why",
        id=f"{key}n{note.number}",
    )
    return element("details", summary, why, class_=f"note {note.outcome}", open=note.outcome in _OPEN)


def _reasons(note: Note) -> Iterator[Markup]:
    """One paragraph a verdict."""
    if not note.verdicts:
        yield element("p", "Nothing was found to hold it against.", class_="reason")
    for verdict in note.verdicts:
        outcome = OUTCOMES[verdict.outcome]
        by = f"By {CHECKS[verdict.check]}: {outcome.sign} {outcome.word}. "
        yield element("p", element("span", by, class_="by"), verdict.reason, class_="reason")
        if doubt := doubt_words(verdict):
            yield element("p", doubt, class_="doubt")


def _operands(verdict: Verdict, *, key: str, numbers: Mapping[Claim, int]) -> Markup | None:
    listed = [_operand(operand, key=key, numbers=numbers) for operand in verdict.operands]
    repeat = element("p", "To repeat: ", element("code", verdict.repeat)) if verdict.repeat else None
    if not listed and repeat is None:
        return None
    return join([element("ul", *listed) if listed else None, repeat])


def _operand(operand: Operand, *, key: str, numbers: Mapping[Claim, int]) -> Markup:
    label = operand_words(operand)
    if operand.claim is not None:
        number = numbers.get(operand.claim)
        here = element("a", f"figure {number}", href=f"#{key}m{number}") if number is not None else None
        return element("li", label, " (", here or f"in {operand.claim.document}", ")")
    rows = [element("li", row_line(row)) for row in operand.rows[:_ROWS]]
    if len(operand.rows) > _ROWS:
        rows.append(element("li", f"and {len(operand.rows) - _ROWS:,} rows more"))
    return element("li", label, element("ul", *rows, class_="rows") if rows else None)


def row_line(row: RowRef) -> Markup:
    """Where a row comes from: source, release, file and line, its page where it has one, the hash on hovering."""
    place = element("span", f"{row.source} {row.release}, {row.file}, line {row.line:,}", title=f"SHA-256 {row.sha256}")
    return join([place, " (", link("page", row.url), ")"]) if row.url else place


def _reading(claim: Claim) -> Markup:
    """What the claim was taken to say, so that a misreading shows."""
    change = f"{claim.direction} ({plain(claim.comparison)})" if claim.comparison != "none" else claim.direction
    fields = {
        "read as": f"{plain(claim.measure)}{'' if change == 'none' else ', ' + change}",
        "goods": goods(claim),
        "from, to": flow(claim),
        "period": period(claim.period),
        "said by": claim.attribution or "",
    }
    lines = [join([element("dt", name), element("dd", value)]) for name, value in fields.items() if value]
    return element("dl", *lines)
