"""What excuses a figure that does not fit: its source, its scope, or doubt about how it was read."""

from datetime import date

import pytest
from said import article, claimed

from tidewaiter.analysis.rows import Row
from tidewaiter.verdicts import caution
from tidewaiter.verdicts.books.releases import knowable, witness


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("KOTRA put it at $5 million.", "KOTRA"),
        ("It was an estimated $5 million.", "estimated"),
        ("A UN panel said $5 million.", "UN"),
        ("Liaoning province shipped $5 million.", "province"),
        ("By rail it was $5 million.", "By rail"),
        ("Goods and services came to $5 million.", "services"),
        ("코트라는 $5 million 라고 밝혔다.", "코트라"),
        ("经估算为 $5 million。", "估算"),
    ],
)
def test_other_measures_are_recognised_by_their_words(text: str, word: str) -> None:
    document, claim = claimed("$5 million", 5e6, text=text)
    excuse = caution.measured_otherwise(document, claim)
    assert excuse is not None
    assert f"“{word}”" in excuse


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong Un's country bought $5 million.",
        "The capacity rose; China said $5 million.",
        "Rails and trains apart, China exported $5 million.",
    ],
)
def test_words_inside_words_are_not_taken_for_them(text: str) -> None:
    document, claim = claimed("$5 million", 5e6, text=text)
    assert caution.measured_otherwise(document, claim) is None


@pytest.mark.parametrize(
    ("period", "excused"), [("2022-08", True), ("2022-01/2022-08", False), ("2022", False), ("2022-03/2022-08", True)]
)
def test_what_runs_from_january_is_measured_as_it_was_read(period: str, excused: bool) -> None:
    for text in ("Cumulative exports came to $5 million.", "누적 수출액은 $5 million.", "累计出口 $5 million。"):
        document, claim = claimed("$5 million", 5e6, text=text, period=period)
        assert (caution.measured_otherwise(document, claim) is not None) == excused


@pytest.mark.parametrize("figure", ["no", "any", "zero", "none"])
def test_none_at_all(figure: str) -> None:
    _, claim = claimed(figure, 0, text=f"It was {figure} soap.")
    assert caution.says_nothing_at_all(claim)


@pytest.mark.parametrize("figure", ["stopped", "ceased", "halted", "suspended"])
def test_an_end_is_not_none_at_all(figure: str) -> None:
    _, claim = claimed(figure, 0, text=f"It {figure}.")
    assert not caution.says_nothing_at_all(claim)


RULES = {"period": "time right after the figure", "parties": "the flow's ends", "product": "goods of the flow"}


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("China's exports to North Korea came to $5 million in April 2022.", True),
        ("China's exports to North Korea came to $5 million in April.", True),
        ("In a release on May 20, 2022, China's exports to North Korea came to $5 million in April.", True),
        ("China's exports to North Korea came to $5 million.", False),
        ("China's exports to North Korea fell in May from April, to $2 million from $5 million.", False),
        ("China's exports to North Korea came to $5 million in April, up from a year earlier.", False),
        ("China's exports to North Korea came to $5 million a year earlier, in April 2021.", False),
        ("Exports came to $5 million in April 2022.", False),
        ("China's exports to North Korea, like Russia's, came to $5 million in April 2022.", False),
    ],
)
def test_time_and_parties_must_be_named_in_the_sentence(text: str, sure: bool) -> None:
    document, claim = claimed("$5 million", 5e6, text=text, rules=RULES)
    assert caution.surely_read(document, claim) == sure


def test_a_rule_that_leaves_doubt_is_not_sure() -> None:
    text = "China's exports to North Korea came to $5 million in April 2022."
    for slot in RULES:
        document, claim = claimed("$5 million", 5e6, text=text, goods=("soap",), rules={**RULES, slot: "a guess"})
        assert not caution.surely_read(document, claim)


def test_goods_by_their_name_or_narrower() -> None:
    assert caution.by_name(claimed("5", 5, text="5", goods=("masks",), product="face masks")[1])
    assert not caution.by_name(claimed("5", 5, text="5", goods=("masks",), product="children's masks")[1])
    assert caution.by_name(claimed("5", 5, text="5", goods=(), hs=("HS2022:300490",), product=None)[1])


def printed(url: str, day: date) -> Row:
    nothing = dict.fromkeys(
        ("edition", "hs", "level", "product", "good", "breakdown", "value", "currency", "valuation")
    )
    more = dict.fromkeys(
        ("low", "high", "qualifier", "quantity", "unit", "quantity2", "unit2", "net_weight_kg", "superseded_on")
    )
    origin = {"file": "figures.csv", "sha256": "0" * 64, "line": 1, "url": url}
    return Row("press", str(day), day, "CHN", "PRK", "export", "2022-04", **nothing, **more, **origin)


def test_nobody_is_his_own_witness() -> None:
    day = date(2022, 6, 20)
    row = printed("https://www.example.org/a", day)
    assert not witness(article("x", url="https://www.example.org/a", published=None))(row)
    assert not witness(article("x", url="https://example.org/b", published=day))(row)
    assert witness(article("x", url="https://example.org/b", published=date(2022, 6, 21)))(row)
    assert witness(article("x", url="https://example.net/b", published=day))(row)
    assert witness(article("x", published=day))(row)


def test_what_a_writer_could_know() -> None:
    day, later = date(2022, 6, 20), date(2023, 1, 1)
    assert knowable(article("x", published=day), None) == day
    assert knowable(article("x", published=day), later) == day
    assert knowable(article("x", published=later), day) == day
    assert knowable(article("x", published=None), day) is None
