"""The day of an undated text: a marked guess where two clues carry it, else nothing."""

from __future__ import annotations

import pytest

from tidewaiter.documents.infer import infer_day

CLOSED = "North Korea shut its border and suspended trade in January to keep out COVID-19."
OUTBREAK = "In mid-May, Pyongyang announced its first confirmed COVID-19 outbreak."


def inferred(text: str, **options: object) -> str | None:
    found = infer_day(text, **options)  # type: ignore[arg-type]
    if found:
        assert found.source.startswith("inferred from the text")
    return str(found.day) if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{CLOSED} A bank said in a report on June 25 that trade had picked up.", "2020-06-25"),
        (f"{OUTBREAK} Customs data released on June 20 showed that imports fell.", "2022-06-20"),
        (
            f"{OUTBREAK} On April 29 trains stopped. Data released on June 20 and on June 18 showed a fall.",
            "2022-06-20",
        ),
        # Nothing fixes the year.
        ("Customs data released on June 20 showed that imports fell in May.", None),
        ("It shut its border over COVID-19. A report on June 25 said that trade had picked up.", None),
        # The year is said, or another is meant.
        ("North Korea shut its border over COVID-19 in January 2020. Data came out on June 20.", None),
        ("North Korea shut its border over COVID-19 in January last year. Data came out on June 20.", None),
        ("In May, North Korea confirmed that it had no COVID-19 outbreak. Data came out on June 20.", None),
        # No day to hold on to.
        (f"{OUTBREAK} Imports fell by half.", None),
        (f"{OUTBREAK} The talks will be held on June 20.", None),
        # Clues that cannot hold together.
        (f"{CLOSED} {OUTBREAK} Data came out on June 20.", None),
        (f"{OUTBREAK} Data came out on June 20, when imports were half those of 2024.", None),
        ("", None),
    ],
)
def test_happenings(text: str, day: str | None) -> None:
    assert inferred(text) == day


DATELINE = "SEOUL, Aug. 20 (Yonhap) -- Trade rose 12.3 percent in July, data showed Tuesday."


@pytest.mark.parametrize(
    ("options", "day"),
    [
        ({}, None),
        ({"url": "https://e.org/news/2024/trade"}, "2024-08-20"),
        ({"name": "trade-2024.txt"}, "2024-08-20"),
        ({"name": "trade-2023-2024.txt"}, None),
        ({"aside": ["Updated: 2024-08-21 10:00"]}, "2024-08-20"),
        ({"aside": ["Updated: 2025-03-01 10:00"]}, None),
        ({"aside": ["Copyright (c) 2024 Yonhap News Agency"]}, "2024-08-20"),
        ({"aside": ["Copyright (c) 1999-2024 Yonhap"]}, None),
    ],
)
def test_datelines_without_a_year(options: dict[str, object], day: str | None) -> None:
    assert inferred(DATELINE, **options) == day
