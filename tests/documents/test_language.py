"""Which language a text is in."""

from __future__ import annotations

import pytest

from tidewaiter.documents.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Exports to the islands fell by half in May, the customs office said.", "en"),
        ("지난달 마라비아로 나간 고철 수출액이 486만 달러로 52% 줄었다. (COVID-19)", "ko"),
        ("据海关总署公布的数据，8月份出口总额为486万美元，同比下降52%。", "zh"),
        ("財務省の貿易統計によると、8月の輸出額は486万ドルで52%減った。", "ja"),
        ("По данным таможни, экспорт в августе снизился на 52%.", "ru"),
        ("За даними митниці, експорт у серпні знизився, її обсяг є меншим.", "uk"),
        ("Les exportations ont chuté de 52 % en août selon les douanes du pays.", "fr"),
        ("Die Ausfuhren sind im August nach Angaben des Zolls um 52 Prozent gesunken.", "de"),
        ("Las exportaciones cayeron en agosto un 52 % según los datos de la aduana.", "es"),
        ("انخفضت الصادرات في أغسطس", "ar"),
        ("Kim Jong Un", "en"),
        ("12,3 %", "en"),
        ("", "en"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code
