"""Charts: the same bytes each time, gaps as gaps, zero on the axis, and the claimed point where it belongs."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidewaiter.briefing.chart import chart
from tidewaiter.briefing.chart_points import ChartPoint, Claimed

SVG = "{http://www.w3.org/2000/svg}"


def months(*values: int | None) -> list[ChartPoint]:
    return [
        ChartPoint(f"{2021 + i // 12}-{i % 12 + 1:02d}", None if v is None else Decimal(v))
        for i, v in enumerate(values)
    ]


def draw(points: list[ChartPoint], **options: object) -> ElementTree.Element:
    return ElementTree.fromstring(chart(points, title="t", unit="USD", **options))


def test_an_unknown_month_breaks_the_line_and_is_shaded() -> None:
    root = draw(months(5, 6, None, 7, 8, 9))
    assert len(root.findall(f"{SVG}polyline")) == 2
    shaded = [rect.find(f"{SVG}title").text for rect in root.iter(f"{SVG}rect")]
    assert shaded == ["2021-03: not known"]


def test_zero_stands_on_the_axis_and_is_not_a_gap() -> None:
    root = draw(months(5, 0, 6))
    assert not list(root.iter(f"{SVG}rect"))
    heights = [float(dot.get("cy")) for dot in root.iter(f"{SVG}circle")]
    grid = [float(line.get("y1")) for line in root.iter(f"{SVG}line")]
    assert heights[1] == max(grid)


def test_every_point_says_what_it_is() -> None:
    dots = [dot.find(f"{SVG}title").text for dot in draw(months(14_510_000, None)).iter(f"{SVG}circle")]
    assert dots == ["2021-01: $14.51 million"]


def test_the_axis_has_a_unit_and_round_numbers() -> None:
    texts = [text.text for text in draw(months(98_100_000, 14_510_000)).iter(f"{SVG}text")]
    assert texts[0] == "million US dollars"
    assert texts[1:7] == ["0", "20", "40", "60", "80", "100"]


def test_a_claim_is_drawn_on_its_month_at_its_height() -> None:
    root = draw(months(10, 20, 30), claimed=Claimed("2021-02", Decimal(30)))
    dots = list(root.iter(f"{SVG}circle"))
    path = next(root.iter(f"{SVG}path")).get("d")
    x, y = map(float, re.match(r"M([\d.]+) ([\d.]+)", path).groups())
    assert x == pytest.approx(float(dots[1].get("cx")), abs=0.2)
    assert y + 6 == pytest.approx(float(dots[2].get("cy")), abs=0.2)


def test_a_claim_far_above_does_not_flatten_the_series() -> None:
    root = draw(months(10, 20, 30), claimed=Claimed("2021-02", Decimal(30_000)))
    assert "off the chart" in "".join(root.itertext())
    heights = [float(dot.get("cy")) for dot in root.iter(f"{SVG}circle")]
    assert max(heights) - min(heights) > 50


def test_a_claim_for_another_time_is_not_drawn() -> None:
    assert not list(draw(months(1, 2, 3), claimed=Claimed("2030-01", Decimal(2))).iter(f"{SVG}path"))


def test_a_file_of_its_own_brings_its_style_and_title() -> None:
    root = draw(months(1, 2), standalone=True)
    assert root.find(f"{SVG}style") is not None
    assert "t" in [text.text for text in root.iter(f"{SVG}text")]


# A busy machine is no fault of the chart.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.none() | st.integers(0, 10**15), max_size=40), st.integers(0, 10**16))
def test_any_series_can_be_drawn_and_the_same_way_twice(values: list[int | None], claimed: int) -> None:
    points = months(*values)
    options = {"title": "<&>", "unit": "USD", "claimed": Claimed("2021-01", Decimal(claimed))}
    first = chart(points, **options)
    assert first == chart(points, **options)
    root = ElementTree.fromstring(first)
    for dot in root.iter(f"{SVG}circle"):
        assert 0 <= float(dot.get("cy")) <= 180
        assert 0 <= float(dot.get("cx")) <= 420
