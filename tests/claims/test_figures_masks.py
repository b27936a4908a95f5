"""Numbers that are no claims: each of these texts holds some, and yields none."""

from __future__ import annotations

import pytest

from tidewaiter.claims.figures import figures, quantities
from tidewaiter.documents.document import Block, Body


def spans(text: str, language: str = "en") -> list[str]:
    body = Body(text, (Block("paragraph", 0, len(text)),), range(len(text)), range(1, len(text) + 1))
    return [text[f.start : f.end] for f in figures(body, language=language)]


NONE = {
    "dates": "On June 20, 2022, and again on 5 May, July 3-9, the 18th of October, Dec. 5, 2020, and 2021-05-12.",
    "numeric dates": "Registered 2020.02.05, updated 12/05/2021, accessed 3/11/2023.",
    "years": "In 2019, since 1994, by 2030, the 1990s, FY2021, the 2019-20 season, early 2020, May 2022 and 2018–2021.",
    "clock times": "Thu, May 26, 2022 | 10:01, at 16:46:30, 3 p.m., 9 to 5 pm, 0630 GMT and 2:17 a.m.",
    "telephone": "Tel : 02-724-2114, fax +82-2-6252-0114, call 1-800-555-0199 or 555-0199, phone 020 7946 0018.",
    "registration": "Online newspaper registration No : 서울,아52844; registration number 110-81-22345; IMO 8817007.",
    "diseases": "COVID-19, Covid-19, BA.4 and BA.5, H5N1 and H1N1 spread; non-COVID-19 wards closed.",
    "groups": "The G20, G7, the Group of Seven, P5+1 and the EU27 met.",
    "models": "A B-52, an F-16, a Boeing 737, an A380, the iPhone 14, Windows 11 and a KN-23 over 5G.",
    "resolutions": "Resolution 2397, Resolutions 1718, 1874 and 2397, and resolution 2270 (2016).",
    "codes": "HS 3002.20, HS codes 3002.20 and 6307.90, HS chapters 50 to 63, heading 8703.",
    "articles": "Article 5, Articles 41 and 42, Section 301, Annex 3, paragraph 67, page 12, pp. 112-118, Fig. 2, Table 4.2.",
    "ordinals": "The 75th festival, its first case, the second-largest partner, third place, the 21st century, number one.",
    "phases": "A phase-three trial, Phase 3, Stage 6, Grade 8, Tier 1, Level 4, Type 2 diabetes.",
    "bureaus": "Bureau 39, Office 39, Room 204, Chapter 30, Unit 731, Flight 370.",
    "streets": "He lives at 10 Downing Street, she at 1600 Pennsylvania Avenue.",
    "versions": "Version 2.3.1, iOS 15.4.1 and Python 3.11.2 were out.",
    "scores": "They won 3-1, lost 29-28, beat Spain 6-4, 7-6, 6-3 and drew 2-2; the court ruled 6-3.",
    "addresses": "See https://example.org/2022/05/12?id=300, www.example.org/99 or write to desk24@example.org.",
    "pronouns": "Once one is developed, no one, one of the officials, as soon as one is made, one another, at one time.",
    "set phrases": "The two countries, the two Koreas, both sides, two-way trade, 24/7, 9/11 and 50-50.",
    "periods": "In the first four months, the last two years, the past decade, the previous four months and two weeks ago.",
    "calendar": "A quarter earlier, in the third quarter, the first half, a second time, a third country and third parties.",
    "ages": "Kim, 45, a 45-year-old aged 45 whose sons are 12 years old, and children under 12.",
    "furniture": "You have read 4 of your 5 free articles this month.\n\nSubscribe for full access. Just $5 a month.",
    "lists": "1. First\n2) Second\n[12] Note\n(3) Point",
    "ratios": "Blood pressure above 140/90 is high.",
    "doubling": "A double-digit rise, double standards and a triple-decker; they doubled down.",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(NONE))
def test_no_claim_in(name: str) -> None:
    assert spans(NONE[name]) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ko",
            "2022년 5월 10일 제3차 회의에서 결의 2397호와 제2270호, 제5조를 논의했다. 1~10월 누적, 2분기, 코로나19, 오후 2시 30분.",
        ),
        ("ko", "양국은 두 나라의 30대 남성과 3위 업체를 1인당, 20대 대통령을 말했다."),
        ("zh", "2022年5月10日，1至4月，第三季度，第2397号决议，两国，一些人，二十大，三星，20岁，下午3点30分。"),
        ("ja", "2022年5月10日午前8時30分、1〜4月、第2397号、3位、両国、20歳、第3四半期。"),
        ("ru", "15 мая 2022 года, в 2019 г., резолюция 2397, 45-летний мужчина, за последние пять лет."),
        ("fr", "Le 15 mai 2022, la résolution 2397, l'article 5, les deux pays, depuis 2019."),
        ("de", "Am 15. Mai 2022, Resolution 2397, Artikel 5, seit 2019, um 14 Uhr."),
        ("es", "El 15 de mayo de 2022, la resolución 2397, el artículo 5, desde 2019."),
    ],
)
def test_no_claim_in_other_languages(language: str, text: str) -> None:
    assert spans(text, language) == []


def test_a_mask_does_not_swallow_the_figure_beside_it() -> None:
    assert spans("In May 2022, 20 percent of HS 3002 goods (Article 5) or $5 million in 2019.") == [
        "20 percent",
        "$5 million",
    ]
    assert spans("In 2019 2,000 workers and 2000 tonnes; since 2020 300 firms.") == ["2,000", "2000 tonnes", "300"]
    assert spans("COVID-19 killed 19 people; the G20 gave $20.") == ["19", "$20"]
    assert spans("First, 75% of the 75th batch.") == ["75%"]


def test_ages_and_spans_of_time_are_quantities_all_the_same() -> None:
    text = "Kim, 45, worked there for the last two years, 300 days and 10 hours in all."
    found = [(text[f.start : f.end], f.value, f.unit) for f in quantities(text)]
    assert found == [
        ("45", 45, "years"),
        ("two years", 2, "years"),
        ("300 days", 300, "days"),
        ("10 hours", 10, "hours"),
    ]
