"""Dated events: by country, time and kind."""

from datetime import date

from tidewaiter.reference.countries import country
from tidewaiter.reference.events import all_events, events


def test_events_of_a_country() -> None:
    assert events("PRK")
    assert events("FRA") == ()
    assert set(events("CHN")) < set(all_events())


def test_events_in_time() -> None:
    spring = events("PRK", since=date(2022, 4, 1), until=date(2022, 5, 31))
    assert any("outbreak announced" in event.event for event in spring)
    assert all(event.period.last_day >= date(2022, 4, 1) for event in spring)
    assert all(event.period.first_day is not None and event.period.first_day <= date(2022, 5, 31) for event in spring)


def test_a_month_touches_its_days() -> None:
    assert any(event.period.is_month for event in events(since=date(2020, 10, 15), until=date(2020, 10, 15)))


def test_kinds() -> None:
    assert all(event.category == "vaccines" for event in events(category="vaccines"))


def test_rows_are_whole() -> None:
    ordered = all_events()
    assert list(ordered) == sorted(ordered, key=lambda event: event.period.last_day)
    for event in ordered:
        assert event.source
        assert event.url.startswith("http")
        assert event.confidence
        assert event.countries
        assert all(country(alpha3) for alpha3 in event.countries)
