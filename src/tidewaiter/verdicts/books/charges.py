"""Whether a figure that does not fit the ledger may be called wrong, and what most likely went wrong with it.

The bar is high on purpose. A difference becomes a contradiction only where the same thing was measured, by a book that
must be the one meant, further off than definitions and revisions reach, and where the figure either shows a plain slip
of the pen or was certainly read rightly and is far off. Every other difference is reported and left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tidewaiter.analysis.evidence import Question
from tidewaiter.analysis.goods import is_group
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.interval import Interval
from tidewaiter.reference.goods import TOTAL, good
from tidewaiter.verdicts import caution, phrases
from tidewaiter.verdicts.books import readings
from tidewaiter.verdicts.books.bench import Bench
from tidewaiter.verdicts.books.misweighed import misweighed
from tidewaiter.verdicts.books.readings import Reading
from tidewaiter.verdicts.books.weighing import Weighed, apart
from tidewaiter.verdicts.intervals import allowed, distance
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.pen.own_money import printed_as_dollars
from tidewaiter.verdicts.pen.slips import Slip

#: Without a slip that explains it a figure must be off by this factor: early and final figures, or two tables of one
#: customs office, have been seen further apart than they should be.
OFF = Decimal("1.25")
#: And by this one where customs is not named as the source.
FAR = Decimal(3)
#: Evidence as wide as this, the higher end by the lower, is still one figure.
_NARROW = Decimal("1.25")
#: A slip explains a figure where the digits then agree to within this share of it.
DIGITS_AGREE = Decimal("0.02")
#: The slips that are plain by themselves, and how many digits a figure needs to show them: with one digit a power of
#: ten fits too easily to prove anything, and two digits change places too easily.
_PLAIN = {
    "_for_": 2, "factor_": 2, "_lost": 2, "kilograms_as_tonnes": 2, "tonnes_as_kilograms": 2, "digits_transposed": 3,
}  # fmt: skip

#: And so many show one however the goods may be drawn, one less where the figure was surely read.
_TELLING = 4
#: How many more digits it needs where it may have been read wrongly.
_MORE_DIGITS = 1

_STOPPED = "what stopped in the course of the period can still have been booked before"
_BY_HAND = "the book's rows were corrected by hand, and whoever wrote it saw them as they were published"
_REVISED = "revisions, or the difference between export and import prices, can be the reason"
_MISREAD = "the text may mean another time, other goods or another direction"
_OTHER_BOOK = "the other country's own book may be meant"
_OTHER_CODES = "the goods may stand under other codes, too"
_COMPOSED = "what is left of two figures of different releases is not sure enough"
_OTHER_RELEASE = "another definition or release may be meant"


@dataclass(frozen=True, slots=True)
class Charge:
    """A figure called wrong, with the slip that explains it if one does; or, in `instead`, why it is not.

    `meant` is what the figure is right for, where its sentence names that: then it is borne out.
    """

    slip: Slip | None = None
    instead: str | None = None
    meant: Reading | None = None


def charge(bench: Bench, claim: Claim, question: Question, against: Sequence[Weighed]) -> Charge:
    """Weigh whether a claim that nothing supports may be called wrong; `against` is all that speaks against it.

    A claim that was not extracted carries no rules; whoever made it answers for what it is of. An extracted one may
    have been read wrongly, and where the ledger has its figure for something else, that comes first.
    """
    document = bench.document
    others = [
        one for one in readings.fitting(document, claim, question, bench.now) if not readings.told(bench, claim, one)
    ]
    read = bool(claim.rules)
    meant = next((one for one in others if read and readings.named(bench, claim, question, one)), None)
    if meant is not None:
        return Charge(meant=meant)
    excuse = (
        (caution.GUESSED if claim.guessed else None)
        or caution.measured_otherwise(document, claim, books={weighed.evidence.source for weighed in against})
        or (_BY_HAND if any(weighed.evidence.corrections for weighed in against) else None)
        or _other_keeper(document, claim, against)
        or misweighed(bench, claim, question, against)
    )
    sure = _surely_read(bench, claim)
    drawn_otherwise = _other_goods(claim, question, against)
    # A figure that is the book's own for another time or way is drawn as the book draws it.
    known = _same_digits(claim, against, sure=sure) or (others and readings.by_no_chance(claim))
    if excuse is None and drawn_otherwise is not None and not known:
        excuse = drawn_otherwise
    if excuse is not None:
        return Charge(instead=excuse)
    if not all(apart(claim, weighed) for weighed in against):
        return Charge(instead=_REVISED)
    if claim.value == 0:
        return Charge() if sure and caution.says_nothing_at_all(claim) else Charge(instead=_STOPPED)
    if read and others and (not sure or any(readings.perhaps_named(bench, claim, question, one) for one in others)):
        return Charge(instead=others[0].explanation())
    two_sided = all(_two_sided(weighed.computed) for weighed in against)
    slip = _slip(claim, against, exact=two_sided, sure=sure)
    if (slip is None or not two_sided) and _same_digits(claim, against, sure=sure):
        slip, two_sided = _of_digits(claim, against), True
    if slip is not None and two_sided and _plain(claim, slip, sure=sure):
        gainsaid = read and flows.gainsaid(document, claim, bench.figures)
        return Charge(instead=_MISREAD) if gainsaid else Charge(slip=slip)
    if not sure:
        return Charge(instead=_MISREAD)
    if others:
        right = against[0].evidence.value
        mixed_up = None if right is None else others[0].slip(right)
        return Charge(slip=mixed_up) if mixed_up else Charge(instead=others[0].explanation())
    if claim in bench.vouched:
        # That its sentence is understood is not enough to call a figure wrong which nothing explains.
        sure = _plainly_read(bench, claim)
    return _unexplained(document, claim, question, against, slip) if sure else Charge(instead=_MISREAD)


def misprinted(bench: Bench, claim: Claim, question: Question, known: Sequence[Weighed]) -> Slip | None:
    """The slip in a figure that evidence leaves room for, where a power of ten makes it what a part comes to.

    With so many digits that is no chance; unless the figure is right for something else.
    """
    if claim.guessed or not _surely_read(bench, claim) or not readings.by_no_chance(claim):
        return None
    if caution.measured_otherwise(bench.document, claim, books={weighed.evidence.source for weighed in known}):
        return None
    parts = [weighed for weighed in known if weighed.evidence.kind == "customs" and weighed.evidence.made != "whole"]
    slip = _of_digits(claim, parts)
    if (
        slip is None
        or not _plain(claim, slip, sure=True)
        or readings.fitting(bench.document, claim, question, bench.now)
    ):
        return None
    excused = _other_keeper(bench.document, claim, parts) or misweighed(bench, claim, question, parts)
    return None if excused else slip


def _surely_read(bench: Bench, claim: Claim) -> bool:
    """Whether neither its slots nor its words leave doubt, and no other figure answers the same question."""
    if not claim.rules:
        return True
    return claim not in bench.crowded and (claim in bench.vouched or _plainly_read(bench, claim))


def _plainly_read(bench: Bench, claim: Claim) -> bool:
    if not claim.rules:
        return True
    return caution.surely_read(bench.document, claim) and flows.plain(bench.document, claim, bench.figures)


def _unexplained(
    document: Document, claim: Claim, question: Question, against: Sequence[Weighed], slip: Slip | None
) -> Charge:
    """A figure surely read that is right for nothing else: it must be far off, in the only book that can be meant."""
    booked = any(weighed.evidence.kind == "customs" for weighed in against)
    if booked and not question.total and not (_just_these_codes(question) and all(map(_fully_booked, against))):
        return Charge(instead=_OTHER_CODES)
    if any(weighed.evidence.made in ("difference", "balance") for weighed in against):
        return Charge(instead=_COMPOSED)
    if not _only_book(document, claim, question, against):
        return Charge(instead=_OTHER_BOOK)
    if slip is None and not _off_by(OFF if claim.source_kind == "official_statistics" else FAR, claim, against):
        return Charge(instead=_OTHER_RELEASE)
    return Charge(slip=slip or _in_own_money(claim, against))


def _in_own_money(claim: Claim, against: Sequence[Weighed]) -> Slip | None:
    """The slip of printing an amount in a trading country's own money as dollars."""

    def meets(figure: Interval) -> bool:
        return all(figure.meets(weighed.computed) for weighed in against)

    slip = slips.search(claim, meets, slips=printed_as_dollars(claim))
    right = against[0].evidence.value
    return slip if slip is None or right is None else replace(slip, suggested=right.normalize() + 0)


def _fully_booked(weighed: Weighed) -> bool:
    """Whether a book has the goods, all of them and nothing else; where it has none, they may stand elsewhere."""
    evidence = weighed.evidence
    return evidence.complete and not evidence.wide and bool(evidence.figure.high)


def _just_these_codes(question: Question) -> bool:
    """Whether the goods are one thing in the tables and all of it stands under their codes, or the codes are given."""
    if question.hs and not question.goods:
        return True
    return bool(question.goods) and all(good(one).kind == "exact" for one in question.goods)


def _other_goods(claim: Claim, question: Question, against: Sequence[Weighed]) -> str | None:
    """Why the evidence may not be of just these goods."""
    for weighed in against:
        evidence = weighed.evidence
        # All goods together bound any of them, however drawn.
        if evidence.goods != (TOTAL,) and any(is_group(good) for good in question.goods):
            return "everybody draws the limits of these goods differently"
        if not evidence.complete or evidence.wide:
            continue
        if evidence.limits is not None:
            return evidence.limits
        if not caution.by_name(claim):
            return f"“{claim.product}” may be other goods than the book's"
    return None


def _other_keeper(document: Document, claim: Claim, against: Sequence[Weighed]) -> str | None:
    """Why the evidence may not be of the book that the text quotes: it names another country's."""
    quoted = caution.quoted_keepers(document, claim)
    keepers = {weighed.evidence.reporter for weighed in against}
    if not quoted or quoted & keepers:
        return None
    return f"the text quotes {phrases.possessives(quoted)} book, not this one"


def _two_sided(figure: Interval) -> bool:
    """Whether it is one figure, and not a range that any small enough figure falls into."""
    return figure.low is not None and figure.high is not None and 0 < figure.high <= figure.low * _NARROW


def _slip(claim: Claim, against: Sequence[Weighed], *, exact: bool, sure: bool) -> Slip | None:
    """The slip that brings the claim into line with all evidence at once.

    A power of ten may be a little off where there is no doubt what the figure is of.
    """

    def meets(figure: Interval) -> bool:
        return all(figure.meets(weighed.computed) for weighed in against)

    def nearly(figure: Interval) -> bool:
        return all(distance(figure, weighed.computed) <= DIGITS_AGREE for weighed in against)

    found = slips.search(claim, meets, exact=exact)
    return slips.search(claim, nearly, exact=False) if found is None and sure else found


def _plain(claim: Claim, slip: Slip, *, sure: bool) -> bool:
    """Whether the slip shows by itself: of a figure with enough digits to be recognised by, open on no side."""
    figure = allowed(claim)
    closed = figure.low is not None and figure.high is not None
    digits = len(claim.value.normalize().as_tuple().digits)
    more = 0 if sure else _MORE_DIGITS
    return closed and any(part in slip.name and digits >= least + more for part, least in _PLAIN.items())


def _same_digits(claim: Claim, against: Sequence[Weighed], *, sure: bool) -> bool:
    """Whether a power of ten makes the figure the book's, to the last digit printed.

    With so many digits that is no chance, however the goods are drawn, and though the book may hold but a part.
    """
    least = _TELLING - 1 if sure else _TELLING
    return len(claim.value.normalize().as_tuple().digits) >= least and _of_digits(claim, against) is not None


def _of_digits(claim: Claim, against: Sequence[Weighed]) -> Slip | None:
    """The power of ten that makes the figure what the rows of one book come to; the others gainsay it in any case."""
    figures = [weighed.evidence.figure for weighed in against if _two_sided(weighed.evidence.figure)]

    def meets(figure: Interval) -> bool:
        return any(figure.meets(other) for other in figures)

    return slips.search(claim, meets, exact=False)


def _only_book(document: Document, claim: Claim, question: Question, against: Sequence[Weighed]) -> bool:
    """Whether a writer can only mean the books that speak: the one quoted, or those of all sides that keep any."""
    keepers = {weighed.evidence.reporter for weighed in against}
    quoted = caution.quoted_keepers(document, claim)
    if quoted and quoted <= keepers:
        return True
    others = {question.exporter, question.importer} - keepers
    return all(caution.keeps_no_book(country) for country in others)


def _off_by(least: Decimal, claim: Claim, against: Sequence[Weighed]) -> bool:
    """Whether the larger figure is always so many times the smaller one."""
    return all(_factor(allowed(claim), weighed.computed) >= least for weighed in against)


def _factor(one: Interval, other: Interval) -> Decimal:
    for lower, upper in ((one.high, other.low), (other.high, one.low)):
        if lower is not None and upper is not None and lower < upper:
            return FAR if lower <= 0 else upper / lower
    return Decimal(1)
