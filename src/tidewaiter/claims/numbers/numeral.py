"""A numeral as it was written: its value, what its last digit is worth, and the form it took."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

#: Wide enough that scaling a numeral of thirty digits stays exact.
EXACT = Context(prec=60)
ONE = Decimal(1)
ZERO = Decimal(0)
_MAX_DIGITS = 30
#: Digits between two marks of thousands.
_GROUP = 3


@dataclass(slots=True)
class Numeral:
    """A number standing at tokens [first, last).

    `value` is scaled and `scale` is the factor of its scale word (1 for none). `step` is what the last digit written
    is worth. `form`: digits, words, vague ("tens of thousands", open upwards), some ("several hundred"), fraction
    (`value` is then in percent) or multiple ("doubled").
    """

    first: int
    last: int
    value: Decimal
    step: Decimal
    scale: Decimal = ONE
    form: str = "digits"
    #: Whether thousands marks, a decimal mark or a scale make it a quantity beyond doubt.
    marked: bool = False
    #: The qualifier that a numeral carries inside itself ("100여", "20多万").
    hedge: str = ""
    #: The greater of two neighbours that a numeral names ("二三十": twenty or thirty).
    upper: Decimal | None = None


@lru_cache(maxsize=4096)
def parse_digits(written: str, *, decimal_comma: bool) -> tuple[Decimal, Decimal] | None:
    """Value and worth of the last digit of a digit token ("1,234.5", "37 227", "1.234,56"); None for no number.

    Groups of three (or the Indian two) after a comma, stop, space or apostrophe are thousands; a mark that cannot be
    is a decimal mark. A single stop or comma before three digits is read as the language writes it.
    """
    if len(written) > _MAX_DIGITS + 10:
        return None
    if written.isdecimal():
        return (Decimal(written), ONE) if len(written) <= _MAX_DIGITS else None
    plain = written if written.isascii() else written.translate(_SPACES)
    marks = [c for c in plain if not c.isdecimal()]
    kinds = list(dict.fromkeys(marks))
    last, fraction = marks[-1], ""
    head, _, tail = plain.rpartition(last)
    if last in ",." and marks.count(last) == 1:
        # Before three digits a lone mark may be either; anywhere else it can only be a decimal mark.
        either = len(kinds) == 1 and len(tail) == 3 and 1 <= len(head) <= 3 and head != "0"
        if not either or decimal_comma == (last == ","):
            plain, fraction = head, tail
            kinds.remove(last)
    elif kinds == ["."] and len(tail) < _GROUP and _grouped(head.split("."), indian=False):
        # "7.015.72 billion": points for thousands, and one more before the hundredths.
        plain, fraction = head, tail
    if len(kinds) > 1:
        return None
    if kinds and not _grouped(plain.split(kinds[0]), indian=kinds[0] == ","):
        return None
    digits = plain.replace(kinds[0], "") if kinds else plain
    if len(digits) + len(fraction) > _MAX_DIGITS:
        return None
    value = Decimal(f"{digits}.{fraction}" if fraction else digits)
    return value, ONE.scaleb(-len(fraction))


_SPACES = {ord(c): " " for c in "\u00a0\u2009\u202f"} | {ord("’"): "'"}


def _grouped(groups: list[str], *, indian: bool) -> bool:
    head, *rest = groups
    if not 1 <= len(head) <= 3 or (head[0] == "0" and len(head) > 1) or len(rest[-1]) != 3:
        return False
    if all(len(group) == 3 for group in rest):
        return True
    return indian and len(head) <= 2 and all(len(group) == 2 for group in rest[:-1])
