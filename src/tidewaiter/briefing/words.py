"""What an outcome, a check and a slip are called on a page, and the sign that stands for an outcome without colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tidewaiter.verdicts.phrases import said
from tidewaiter.verdicts.verdict import Operand, Verdict
from tidewaiter.verdicts.wording import amount, figure


class Outcome(NamedTuple):
    """How one outcome is shown: a sign, one of plain ASCII where that cannot be printed, a word, and its meaning."""

    sign: str
    ascii: str
    word: str
    meaning: str


#: In the order in which a reader wants them: what is wrong comes first.
OUTCOMES: dict[str, Outcome] = {
    "contradicted": Outcome("✗", "x", "contradicted", "cannot be so"),
    "loose": Outcome("≈", "~", "loose", "fair, but careless wording"),
    "supported": Outcome("✓", "+", "supported", "holds against what it was checked with"),
    "consistent": Outcome("○", "o", "consistent", "nothing speaks against it, but other figures would fit as well"),
    "unchecked": Outcome("?", "?", "unchecked", "nothing at hand to check it with"),
}

#: Colours of a terminal, as Rich names them; the sign says the same without.
STYLES = {"contradicted": "bold red", "loose": "yellow", "supported": "green", "consistent": "", "unchecked": "cyan"}

CHECKS: dict[str, str] = {
    "arithmetic": "the article’s own figures",
    "documents": "other articles",
    "statistics": "customs figures",
}


def plain(term: str) -> str:
    """A term of the records as words: `million_for_thousand` is "million for thousand"."""
    return term.replace("_", " ")


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 figure", "3 figures"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def tally(outcomes: Iterable[str]) -> dict[str, int]:
    """How often each outcome occurs, in the order of `OUTCOMES`, those that do not occur left out."""
    listed = list(outcomes)
    return {name: listed.count(name) for name in OUTCOMES if name in listed}


def summary(outcomes: Iterable[str]) -> str:
    """The one line on what came out: "8 figures: 1 contradicted, 6 supported, 1 unchecked"."""
    found = tally(outcomes)
    if not found:
        return "no figure to check"
    parts = ", ".join(f"{number:,} {OUTCOMES[name].word}" for name, number in found.items())
    return f"{count(sum(found.values()), 'figure')}: {parts}"


def doubt_words(verdict: Verdict) -> str:
    """Why an outcome is not certain, and what else would explain it; empty where it is."""
    others = [f"{plain(other.slip)} ({amount(verdict.claim.unit, other.suggested)})" for other in verdict.alternatives]
    told = [f"Not certain: {verdict.doubt}."] if verdict.doubt else []
    return " ".join([*told, f"Less likely: {', '.join(others)}."] if others else told)


def operand_words(operand: Operand) -> str:
    """What an operand brought: "all goods, China to North Korea, April 2022: $98.1 million"."""
    brought = _brought(operand)
    return operand.label if operand.label.startswith(brought) else f"{operand.label}: {brought}"


def _brought(operand: Operand) -> str:
    if operand.claim is not None:
        return said(operand.claim)
    low, high = operand.figure.low, operand.figure.high
    if low is not None and high is not None and amount(operand.unit, low) == amount(operand.unit, high):
        return amount(operand.unit, low)
    return figure(operand.unit, operand.figure)
