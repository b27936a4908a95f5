"""Articles to measure with, all written for this project: the samples, the test articles, and generated ones.

A generated article is a wire story of a chosen length: about one sentence in two holds figures, as in trade news. The
same seed gives the same text on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_SAMPLES = ROOT / "src" / "tidewaiter" / "samples"
_TESTS = ROOT / "tests"

LANGUAGES = ("en", "ko", "zh")


@dataclass(frozen=True, slots=True)
class Text:
    """An article's name and its text as it lies in the file."""

    name: str
    text: str


_MONTHS = ("January", "February", "March", "April", "May")
_GOODS = (
    "soybean oil", "fertiliser", "rice", "wheat flour", "face masks", "tyres", "sugar", "plastic sheeting",
    "refined oil", "vaccines", "thermometers", "synthetic yarn", "tractors", "frozen fish", "apples", "coal", "wigs",
    "ferrosilicon",
)  # fmt: skip
_PAIRS = (
    ("China", "North Korea"), ("Russia", "North Korea"), ("China", "Myanmar"), ("India", "Afghanistan"),
    ("Turkey", "Turkmenistan"), ("South Africa", "Eritrea"), ("Brazil", "Cuba"), ("Thailand", "Laos"),
)  # fmt: skip
_FIGURED = (
    "{a}'s exports to {b} rose {pct} percent to ${m} million in {month}, customs data released on Monday showed.",
    "It shipped {t} tonnes of {goods} worth ${m} million to {b} in {month}, up from {t2} tonnes a year earlier.",
    "Imports from {b} fell to ${m} million from ${m2} million in {month} {year}.",
    "In the first four months of this year, {a} sold more than {m} million {units} to {b}, nearly {times} times as "
    "many as in the same period of {year}.",
    "{goods_cap} made up {pct} percent of the total, followed by {goods2} with {pct2} percent.",
    "Two-way trade came to ${m} million, compared with ${m2} billion in {year}.",
    "The two countries traded goods worth about {m} million dollars between January and {month}, a drop of {pct}%.",
    "Shipments of {goods} and {goods2} stood at {t} tonnes and {t2} tonnes respectively.",
    "The average price was ${m} a tonne, {pct} percent below the level of {month} {year}.",
    "No {goods} was exported to {b} in {month}, after {t} tonnes the month before.",
    "An official at the ministry put the number of trucks at between {t} and {t2} a day.",
    "{a} bought {t} barrels of {goods} from {b}, or {pct} percent less than the {t2} barrels allowed.",
)
_PLAIN = (
    "The border has been closed to most traffic since early 2020, and few diplomats remain in the capital.",
    "Analysts said the figures should be read with care, since some trade is never declared at customs.",
    "The ministry did not answer a request for comment, and its web page has not been updated since last summer.",
    "Freight trains began to run again after a long pause, residents on the border told reporters.",
    "Under Resolution 2397, adopted on December 22, 2017, deliveries are to be reported within 30 days.",
    "Satellite pictures taken on the morning of the 14th showed a row of ships waiting outside the port.",
    "The two governments have said little about what is carried, or who pays for it.",
    "\"We see more goods in the markets, but prices have hardly moved,\" said a trader, who asked not to be named.",
    "The talks, which had been planned for the spring, were put off for the second time.",
)  # fmt: skip
_KOREAN = (
    "중국의 대북 수출액은 {month_n}월 {m}만 달러로 지난해 같은 기간보다 {pct}% 증가했다.",
    "{month_n}월 북중 교역액은 {eok}억{man}만 달러로 전달보다 {pct}% 감소한 것으로 나타났다.",
    "해관총서에 따르면 북한은 {month_n}월 비료 {t}톤을 수입했다.",
    "올해 1∼{month_n}월 누적 교역액은 약 {eok}억 달러로 {year}년의 {pct2}% 수준이다.",
    "국경은 2020년 초부터 대부분 닫혀 있으며 당국은 논평 요청에 답하지 않았다.",
    "전문가들은 세관에 신고되지 않는 거래가 있어 수치를 조심해서 봐야 한다고 말했다.",
)
_CHINESE = (
    "据海关总署统计，{month_n}月中国对朝鲜出口额为{eok}.{man}亿美元，同比增长{pct}%。",
    "{month_n}月双边贸易额达{m}万美元，环比下降{pct2}%。",
    "当月中国向朝鲜出口大米{t}吨，化肥{t2}吨。",
    "今年前{month_n}个月，累计进口额约{eok}亿元，较{year}年减少{pct}%。",
    "边境自2020年初以来基本关闭，有关部门没有回应置评请求。",
    "分析人士说，部分贸易没有申报，数字需谨慎看待。",
)


def generated(characters: int, *, seed: int = 1, language: str = "en") -> Text:
    """An article of about so many characters, in English, Korean or Chinese."""
    rng = random.Random(f"{language} {seed}")
    words = _words(rng)
    parts = [_opening(words, language), "\n\n"]
    size, paragraph = sum(map(len, parts)), 0
    while size < characters:
        sentence = _sentence(rng, words, language)
        paragraph += 1
        gap = "\n\n" if paragraph % 3 == 0 else ("" if language == "zh" else " ")
        parts += [sentence, gap]
        size += len(sentence) + len(gap)
    return Text(f"generated-{language}-{seed}", "".join(parts).rstrip() + "\n")


def many(count: int, *, seed: int = 1) -> list[Text]:
    """Generated English articles of the lengths that news has: 1 to 6 thousand characters."""
    rng = random.Random(seed)
    return [generated(int(rng.triangular(1000, 6000, 2500)), seed=1000 * seed + number) for number in range(count)]


def written() -> Iterator[Text]:
    """The articles that people wrote for this project: samples, and those of the tests where they are there."""
    for path in sorted(_SAMPLES.glob("2*")):
        if path.suffix == ".txt":
            yield Text(path.name, path.read_text(encoding="utf-8"))
    if (_TESTS / "verdicts" / "bench").is_dir():
        import yaml

        for path in sorted((_TESTS / "verdicts" / "bench").glob("*.yml")):
            for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
                if isinstance(entry, dict) and isinstance(entry.get("text"), str):
                    yield Text(f"{path.stem}-{entry.get('name', number)}", entry["text"])
        for path in sorted((_TESTS / "claims" / "data").glob("general_news*.yml")):
            sentences = [entry["text"] for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]
            for number in range(0, len(sentences), 20):
                yield Text(f"{path.stem}-{number}", "\n\n".join(sentences[number : number + 20]))


def _words(rng: random.Random) -> dict[str, str]:
    a, b = rng.choice(_PAIRS)
    return {"a": a, "b": b, "year": str(rng.randint(2012, 2021)), "day": str(rng.randint(10, 28))}


def _opening(words: dict[str, str], language: str) -> str:
    if language == "ko":
        return f"북중 교역 동향\n\n2022년 6월 {words['day']}일"
    if language == "zh":
        return f"中朝贸易统计\n\n2022年6月{words['day']}日"
    return f"Trade between {words['a']} and {words['b']} in figures\n\nJune {words['day']}, 2022"


def _sentence(rng: random.Random, words: dict[str, str], language: str) -> str:
    if language == "en":
        template = rng.choice(_FIGURED if rng.random() < 0.5 else _PLAIN)
    else:
        template = rng.choice(_KOREAN if language == "ko" else _CHINESE)
    goods, goods2 = rng.sample(_GOODS, 2)
    month = rng.randint(1, 5)
    return template.format(
        **words,
        goods=goods,
        goods_cap=goods.capitalize(),
        goods2=goods2,
        month=_MONTHS[month - 1],
        month_n=month,
        m=f"{rng.uniform(1, 990):.{rng.randint(0, 2)}f}",
        m2=f"{rng.uniform(1, 99):.1f}",
        pct=f"{rng.uniform(0.1, 99):.1f}",
        pct2=rng.randint(1, 60),
        t=f"{rng.randint(100, 900_000):,}",
        t2=f"{rng.randint(100, 90_000):,}",
        eok=rng.randint(1, 30),
        man=rng.randint(1000, 9999),
        units=rng.choice(("masks", "doses", "pairs of gloves", "thermometers")),
        times=rng.choice(("two", "three", "four", "3.5")),
    )
