"""Where a text names a country, and where it only seems to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.errors import UsageError
from tidewaiter.reference import tables
from tidewaiter.reference.countries import KINDS, all_countries, country, find_countries


def named(text: str) -> list[str | None]:
    return [mention.alpha3 for mention in find_countries(text)]


def strongly(text: str) -> list[str | None]:
    return [mention.alpha3 for mention in find_countries(text) if not mention.weak]


def test_a_country_by_its_code() -> None:
    found = country("PRK")
    assert (found.alpha2, found.m49, found.name) == ("KP", 408, "North Korea")
    with pytest.raises(UsageError):
        country("EUR")


def test_every_country_once() -> None:
    everyone = all_countries()
    assert len(everyone) >= 250
    for key in ("alpha3", "alpha2", "m49"):
        values = [getattr(each, key) for each in everyone]
        assert len(set(values)) == len(values), key


@pytest.mark.parametrize("each", all_countries(), ids=lambda each: each.alpha3)
def test_every_country_is_found_by_its_own_name(each: object) -> None:
    name = each.name  # type: ignore[attr-defined]
    if name in {"Jersey", "Guernsey"}:
        assert named(f"imports from {name} rose") == []
    else:
        assert strongly(f"imports from {name} rose") == [each.alpha3]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea's imports from China", ["PRK", "CHN"]),
        ("N. Korea, DPRK, N.Korea and the Hermit Kingdom", ["PRK"] * 4),
        ("Pyongyang bought rice from New Delhi", ["PRK", "IND"]),
        ("the Chinese regime and the Kim regime", ["CHN", "PRK"]),
        ("The U.S. and the US and America and Washington", ["USA"] * 4),
        ("U.S.-China trade, UK-bound ships", ["USA", "CHN", "GBR"]),
        ("American exports to Britain", ["USA", "GBR"]),
        ("Sino-North Korean trade", ["CHN", "PRK"]),
        ("Russian flour; Moscow said", ["RUS", "RUS"]),
        ("the two Koreas", ["PRK", "KOR"]),
        ("North and South Korea", ["PRK", "KOR"]),
        ("Republic of Korea", ["KOR"]),
        ("Democratic People's Republic of Korea", ["PRK"]),
        ("Democratic People’s Republic of Korea", ["PRK"]),
        ("Dem. People's Rep. of Korea", ["PRK"]),
        ("Korea, DPR and Korea Rep.", ["PRK", "KOR"]),
        ("KOREA DP RP and KOREA RP", ["PRK", "KOR"]),
        ("Niger and Nigeria", ["NER", "NGA"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea", ["GIN", "GNB", "GNQ", "PNG"]),
        ("DR Congo, Congo-Brazzaville, Democratic Republic of Congo", ["COD", "COG", "COD"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("Taiwan, Hong Kong and Macau", ["TWN", "HKG", "MAC"]),
        ("South Sudan and Sudan", ["SSD", "SDN"]),
        ("Türkiye, formerly Turkey", ["TUR", "TUR"]),
        ("north korea and russia", ["PRK", "RUS"]),
        ("NORTH KOREA IMPORTS MORE RICE FROM INDIA", ["PRK", "IND"]),
        ("North\nKorea", ["PRK"]),
        ("North\u00a0Korea", ["PRK"]),
        ("Czech beer and Filipino workers", ["CZE", "PHL"]),
        ("Chile exported wine to Peru; Brazilians bought it", ["CHL", "PER", "BRA"]),
    ],
)  # fmt: skip
def test_english(text: str, expected: list[str]) -> None:
    assert strongly(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("북한의 대중 수출이 늘었다", ["PRK", "CHN"]),
        ("북중 교역", ["PRK", "CHN"]),
        ("북한·중국 간 무역", ["PRK", "CHN"]),
        ("北, 中서 쌀 1만t 수입", ["PRK", "CHN"]),
        ("대북 제재와 대미 수출", ["PRK", "USA"]),
        ("한국과 일본", ["KOR", "JPN"]),
        ("남북한", ["PRK", "KOR"]),
        ("조선이 러시아에서 밀가루를", ["PRK", "RUS"]),
        ("인도네시아와 인도에서", ["IDN", "IND"]),
        ("평양은 베이징에", ["PRK", "CHN"]),
        ("북, 중국서 비료 수입", ["PRK", "CHN"]),
        ("朝鲜从中国进口大米", ["PRK", "CHN"]),
        ("中朝贸易", ["CHN", "PRK"]),
        ("其中美国对朝鲜出口", ["USA", "PRK"]),
        ("韩国、日本和俄罗斯", ["KOR", "JPN", "RUS"]),
        ("北韓與中國", ["PRK", "CHN"]),
        ("几内亚和巴布亚新几内亚", ["GIN", "PNG"]),
        ("印度尼西亚与印度", ["IDN", "IND"]),
        ("自朝鲜进口，对华出口，对朝鲜出口", ["PRK", "CHN", "PRK"]),
        ("호주산 쇠고기, 사우디 원유, 남아공", ["AUS", "SAU", "ZAF"]),
        ("北朝鮮は中国から米を輸入した", ["PRK", "CHN"]),
        ("対米輸出と対中輸入", ["USA", "CHN"]),
        ("日朝関係", ["JPN", "PRK"]),
        ("タイとインドネシア", ["THA", "IDN"]),
        ("Экспорт Китая в КНДР", ["CHN", "PRK"]),
        ("поставки из России в Северную Корею", ["RUS", "PRK"]),
        ("северокорейский импорт из США", ["PRK", "USA"]),
        ("les exportations chinoises vers la Corée du Nord", ["CHN", "PRK"]),
        ("Nordkorea importierte aus Russland", ["PRK", "RUS"]),
        ("Ausfuhren Deutschlands und Chinas", ["DEU", "CHN"]),
        ("Corea del Norte compró a China", ["PRK", "CHN"]),
    ],
)  # fmt: skip
def test_other_languages(text: str, expected: list[str]) -> None:
    assert strongly(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "roast turkey and turkey meat",
        "chad, jordan and mali in lower case",
        "give us the data",
        "US dollars, U.S. dollars and US$34 million",
        "Hong Kong dollars, Canadian dollars, Chinese yuan, Indian rupees, Swiss francs, Japanese yen, Korean won",
        "Korea Times, Korea University, Daily NK and the Korea Economic Institute",
        "South China Sea, Indian Ocean, Gulf of Mexico, Sea of Japan",
        "New Mexico and New England",
        "Georgia Tech beat Georgia State University",
        "China Southern Airlines and Air China",
        "Chad O'Carroll, the founder; Michael Jordan; Jordan Peterson",
        "the Washington Post and Washington State",
        "French fries, Swiss cheese, Brazil nuts, guinea pigs, Turkish delight",
        "bone china and a china shop",
        "red chili and an Island",
        "polish the brass",
        "the Korean War and the Korean Peninsula",
        "focus on virus, bus, Jus, USB and USSRX",
        "Yonhap News and Radio Free Asia",
        "인도적 지원과 인도주의",
        "조선업과 조선소, 조선일보",
        "북미 시장과 북부 지방",
        "이번 수단은 오만한 짓",
        "기대만큼 우리가 만족",
        "대중교통과 대중문화",
        "내몽골",
        "内蒙古 朝鲜族 朝鲜半岛 朝日新聞",
        "上海地区 增加纳税 马里兰",
        "タイヤとスタイル、マリン",
        "самое главное, чада",
        "98 млн долларов США, 5 Mio. US-Dollar, dollars américains, dólares estadounidenses",
        "绝对华丽，对日常用品，自朝阳",
    ],
)
def test_no_party(text: str) -> None:
    assert named(text) == []


def test_korea_alone_is_weak() -> None:
    (mention,) = find_countries("Exports to Korea rose")
    assert (mention.alpha3, mention.weak) == ("KOR", True)


def test_the_north_needs_a_korea_somewhere() -> None:
    (lonely,) = find_countries("Trade in the North fell")
    assert (lonely.alpha3, lonely.weak) == ("PRK", True)
    assert strongly("North Korea said so. Trade in the North fell, said the South") == ["PRK", "PRK", "KOR"]
    assert strongly("the north of North Korea") == ["PRK"]


@pytest.mark.parametrize(
    "text", ["EU", "ASEAN", "Europe", "Africa", "the West", "Latin America", "South American", "유럽연합", "欧盟"]
)
def test_groups_are_no_country(text: str) -> None:
    (mention,) = find_countries(f"{text} ")
    assert (mention.alpha3, mention.kind) == (None, "group")


def test_letters_of_a_compound_have_their_own_place() -> None:
    assert [(m.start, m.end, m.alpha3) for m in find_countries("中朝")] == [(0, 1, "CHN"), (1, 2, "PRK")]
    assert [(m.start, m.end, m.alpha3) for m in find_countries("북·중")] == [(0, 1, "PRK"), (2, 3, "CHN")]
    assert [(m.start, m.end, m.alpha3) for m in find_countries("대북 제재")] == [(1, 2, "PRK")]
    assert [(m.start, m.end, m.alpha3) for m in find_countries("the two Koreas")] == [(0, 14, "PRK"), (0, 14, "KOR")]


@pytest.mark.parametrize(
    ("text", "kind"), [("Peru", "name"), ("Peruvian", "demonym"), ("Lima", "capital"), ("DPRK", "alias")]
)
def test_kinds(text: str, kind: str) -> None:
    (mention,) = find_countries(text)
    assert mention.kind == kind
    assert kind in KINDS


def test_jordan_in_a_headline_is_the_country() -> None:
    assert named("Jordan Imports Wheat From Romania") == ["JOR", "ROU"]


@given(st.text(max_size=300))
def test_any_text_is_read_in_order_and_inside(text: str) -> None:
    mentions = find_countries(text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert list(mentions) == sorted(mentions, key=lambda mention: mention.start)


@given(st.sampled_from([each for each in all_countries() if " " in each.name]), st.sampled_from(["\n", "\u00a0", " "]))
def test_odd_spaces_hide_no_country(each: object, space: str) -> None:
    assert named(each.name.replace(" ", space)) == [each.alpha3]  # type: ignore[attr-defined]


def test_words_tables_are_whole() -> None:
    codes = {each.alpha3 for each in all_countries()}
    for table in ("country_names.csv", "country_words.csv"):
        for row in tables.rows(table):
            assert row["alpha3"] in codes
            assert row["kind"] in ("name", "demonym", "capital", "alias")
            assert row["source"]
            assert all(word.strip() == word and word for word in row["words"].split("|")), row


def test_no_word_stands_for_two_countries() -> None:
    owners: dict[str, set[str]] = {}
    for table in ("country_names.csv", "country_words.csv"):
        for row in tables.rows(table):
            for word in row["words"].split("|"):
                owners.setdefault(word, set()).add(row["alpha3"])
    assert {word: alpha3s for word, alpha3s in owners.items() if len(alpha3s) > 1} == {}
