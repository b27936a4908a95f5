from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.interval import Interval, last_digit, total

AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)
INTERVALS = st.tuples(AMOUNTS, AMOUNTS).map(lambda pair: Interval(min(pair), max(pair)))


@given(INTERVALS, INTERVALS, st.data())
def test_arithmetic_holds_what_its_members_give(a: Interval, b: Interval, data: st.DataObject) -> None:
    x = data.draw(st.decimals(min_value=a.low, max_value=a.high, places=2))
    y = data.draw(st.decimals(min_value=b.low, max_value=b.high, places=2))
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    if y > 0:
        quotient = (a / b).widened(Decimal("1e-20"))
        assert x / y in quotient


@given(INTERVALS, INTERVALS)
def test_meeting_is_symmetric(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)
    if a.within(b):
        assert a.meets(b)


def test_open_ends() -> None:
    more = Interval(Decimal("10600000"), None)
    assert Interval(Decimal("10650000"), Decimal("10750000")).meets(more)
    assert not Interval(Decimal(1), Decimal(2)).meets(more)
    assert (more + Interval.exactly(Decimal(1))).high is None
    assert (-more).low is None


def test_rounding() -> None:
    assert Interval.rounded(Decimal("16.7"), Decimal("0.1")) == Interval(Decimal("16.65"), Decimal("16.75"))
    assert last_digit(Decimal("2.60")) == Decimal("0.01")
    assert last_digit(Decimal("10600000")) == Decimal("100000")
    assert last_digit(Decimal("0")) == 1
    assert total([]) == Interval.exactly(Decimal(0))
