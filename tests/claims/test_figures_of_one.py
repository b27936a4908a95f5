"""Quantities of general news that are easily missed: one of a unit, mixed numbers, ages behind a calling, offers."""

from __future__ import annotations

import pytest

from tidewaiter.claims.figures import figures, quantities
from tidewaiter.documents.read import read_text


def read(text: str, language: str) -> list[tuple[str, str, str]]:
    """Span, value to four decimals and unit of every quantity of a text."""
    found = quantities(text, language=language)
    return [(text[f.start : f.end], f"{round(f.value, 4).normalize():f}", f.unit) for f in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She improved it by a centimetre.", [("a centimetre", "1", "cm")]),
        ("It stopped in under a minute.", [("a minute", "1", "minutes")]),
        ("Leave it for an hour and a half.", [("an hour and a half", "1.5", "hours")]),
        ("He pitched six and two-thirds innings.", [("six and two-thirds", "6.6667", "innings")]),
        ("The former clerk, 58, faces a trial.", [("58", "58", "years")]),
        ("It belonged to a woman of about 40.", [("40", "40", "years")]),
        ("The magnet makes a field of 13 tesla.", [("13 tesla", "13", "tesla")]),
        ("The subscription costs $9 a month.", [("$9 a month", "9", "USD_per_month")]),
        ("The soup costs $2 a portion.", [("$2 a portion", "2", "USD_per_portion")]),
        ("It ran on 3 million Linux servers.", [("3 million", "3000000", "servers")]),
        ("A $5 bonus was paid a year ago.", [("$5", "5", "USD")]),
        ("A magnitude 6 quake struck.", [("6", "6", "magnitude")]),
        ("It slipped a cent a share to $7.", [("a cent a share", "0.01", "USD_per_share"), ("$7", "7", "USD")]),
        ("The vote came after an hour of talks.", [("an hour", "1", "hours")]),
        ("Take it twice a day.", [("twice a day", "2", "times_per_day")]),
        ("A one-hour talk took one minute 18 seconds.",
         [("one-hour", "1", "hours"), ("one minute", "1", "minutes"), ("18 seconds", "18", "seconds")]),
        ("It passed with one abstention.", [("one", "1", "abstention")]),
        ("Two men and one sergeant.", [("Two", "2", "people"), ("one", "1", "sergeant")]),
        ("The one thing he said was no.", []),
        ("The baker was well known; he was 94.", [("94", "94", "years")]),
        ("Police charged Ada Brown (34) on Monday.", [("34", "34", "years")]),
        ("See Table (12) of the report.", []),
        ("About 1 in 36 has it.", [("1 in 36", "2.7778", "percent")]),
        ("Some 46 out of 63 attempts failed.", [("46", "46", "units"), ("63", "63", "attempts")]),
        ("It left 3 dead and dozens wounded.", [("3", "3", "people"), ("dozens", "24", "people")]),
        ("Call the police on 101 or 116 123.", []),
        ("Between exits 12 and 14 the road is shut.", []),
        ("The mob attacked eight Ugandans.", [("eight", "8", "people")]),
        ("It rose from 40.9 degrees Celsius to 41.9 degrees.",
         [("40.9 degrees Celsius", "40.9", "celsius"), ("41.9 degrees", "41.9", "celsius")]),
        ("It was 20C at 30 degrees south.", [("20C", "20", "celsius"), ("30 degrees", "30", "degrees")]),
        ("Milk was 90 yuan a tonne and now sells at 70 a tonne.",
         [("90 yuan a tonne", "90", "CNY_per_tonne"), ("70 a tonne", "70", "CNY_per_tonne")]),
        ("Diesel is up 22c a litre, to A$1.90.", [("22c a litre", "0.22", "AUD_per_litre"), ("A$1.90", "1.9", "AUD")]),
        ("It costs 5 dollars and 20 cents.", [("5 dollars and 20 cents", "5.2", "USD")]),
        ("Majority 176.", [("176", "176", "units")]),
        ("Wheat added 4¼ cents to $5.47½ a bushel.",
         [("4¼ cents", "0.0425", "USD"), ("$5.47½ a bushel", "5.475", "USD_per_bushel")]),
        ("Add 3/4 tsp of salt.", [("3/4 tsp", "0.75", "teaspoons")]),
        ("Menus are €195, or €310 with wine.", [("€195", "195", "EUR"), ("€310", "310", "EUR")]),
        ("He led 50.6 to 48.1 percent.", [("50.6", "50.6", "percent"), ("48.1 percent", "48.1", "percent")]),
        ("They had 19 shots.", [("19", "19", "shots")]),
        ("They gave 19 shots of the vaccine.", [("19", "19", "doses")]),
        ("Bandits on 40 mopeds killed 12 people.", [("40", "40", "mopeds"), ("12", "12", "people")]),
        ("Some 3 million Sudanese left.", [("3 million", "3000000", "people")]),
        ("The crew of four landed.", [("four", "4", "people")]),
        ("It has 1,140 and one toilet.", [("1,140", "1140", "units"), ("one", "1", "toilet")]),
        ("Rights fetched six figures.", []),
    ],
)  # fmt: skip
def test_quantities_of_general_news(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text, "en") == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ko", "아침 기온은 영하 7도다.", [("영하 7도", "-7", "celsius")]),
        ("ko", "박모씨(43)는 사흘간 시속 130㎞로 달렸다.",
         [("43", "43", "years"), ("사흘", "3", "days"), ("130㎞", "130", "km_per_hour")]),
        ("ko", "그는 21점을 올렸고 그림 3점을 샀다.", [("21점", "21", "points"), ("3점", "3", "units")]),
        ("ko", "규모 4.8의 지진이 났다.", [("4.8", "4.8", "magnitude")]),
        ("ko", "17일부터 이틀간 문을 닫는다.", [("이틀", "2", "days")]),
        ("zh", "夜间零下3℃，水重3.6千克，发电2亿千瓦时。",
         [("零下3℃", "-3", "celsius"), ("3.6千克", "3.6", "kg"), ("2亿千瓦时", "200000000", "kWh")]),
        ("zh", "当地发生5.1级地震，两队打满2分30秒，她得25分。",
         [("5.1级", "5.1", "magnitude"), ("2分", "2", "minutes"), ("30秒", "30", "seconds"), ("25分", "25", "points")]),
        ("zh", "以118比112取胜，全程4小时18分，金价每克800元。",
         [("4小时", "4", "hours"), ("18分", "18", "minutes"), ("800元", "800", "CNY_per_g")]),
        ("ko", "임윤찬(20)은 무대에 섰고, 무역 규모는 4800이다.", [("20", "20", "years"), ("4800", "4800", "units")]),
        ("ja", "往路107.5キロ、復路109.6キロで、体重は68キロ。",
         [("107.5キロ", "107.5", "km"), ("109.6キロ", "109.6", "km"), ("68キロ", "68", "kg")]),
        ("ja", "電気は1キロワット時当たり31円。", [("31円", "31", "JPY_per_kWh")]),
        ("ru", "Затопило 35 приусадебных участков, 23 эвакуированы.",
         [("35", "35", "участков"), ("23", "23", "people")]),
        ("zh", "降息25个基点，他十分高兴，请拨打110。", [("25个基点", "0.25", "percentage_points")]),
        ("zh", "时速100公里，共夺得27枚银牌。", [("100公里", "100", "km_per_hour"), ("27枚", "27", "medals")]),
        ("ja", "最高気温は35度だが、彼は2度訪れた。", [("35度", "35", "celsius"), ("2度", "2", "times")]),
        ("ja", "体重は68キロ、全長は1.6キロ。", [("68キロ", "68", "kg"), ("1.6キロ", "1.6", "km")]),
        ("ja", "1ドル=152円24銭で、住宅4棟が焼けた。", [("152円24銭", "152.24", "JPY"), ("4棟", "4", "buildings")]),
        ("ru", "Актеру было 82 года, памяти 256 ГБ.", [("82 года", "82", "years"), ("256 ГБ", "256", "gigabytes")]),
        ("ru", "В 2022 году 47-летнего судили, еще 14 пострадали.", [("47-летнего", "47", "years"), ("14", "14", "people")]),
    ],
)  # fmt: skip
def test_quantities_of_general_news_in_other_languages(
    language: str, text: str, found: list[tuple[str, str, str]]
) -> None:
    assert read(text, language) == found


def test_one_of_a_unit_claims_nothing() -> None:
    body = read_text("Chad bought a tonne of tea in under an hour.", name="a.txt").body
    assert figures(body, language="en") == ()
