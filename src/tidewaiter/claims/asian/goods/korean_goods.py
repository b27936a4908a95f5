"""Goods that a Korean sentence names where no table knows them: what a figure is said of, and items of a list."""

from __future__ import annotations

import re
from itertools import dropwhile

from tidewaiter.claims.asian.brackets import closing, opening, skipped
from tidewaiter.claims.asian.nouns.korean_nouns import is_name, is_seller
from tidewaiter.claims.asian.nouns.lists import run_before
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading, Sentence

#: "점결탄은 1천60만t", "무기화학품이 55%", "최대 품목은 자동차 부품으로 1억 달러".
_STANDING = re.compile(
    r"(?:\A|[\s,(·])['‘“\"]?([A-Za-z가-힣·ㆍ]{2,12})['’”\"]?(?:은|는|이|가|도) (?:약 |총 |각각 |무려 )?\Z"
)
_NAMED = re.compile(
    r"(?:품목|상품|제품|것|물품|수[출입]품|\d위)[은는] (?:[가-힣·ㆍ]{1,10} ){0,5}?"
    r"((?:[가-힣·ㆍ]{1,10} 및 |(?!및 )[가-힣·ㆍ]{1,10} (?=원료|제품|부품|용품|기기|장비))?[가-힣·ㆍ]{1,12}?)"
    r"(?: 등)?으?로,? "
    r"(?:(?:\d{1,2}(?:월|분기)|[상하]반기|지난해|올해|지난달)(?:에는?|에만)? )?"
    r"(?:(?:전체|총) ?[가-힣]{2,6}의 )?(?:약 |총 )?\Z"
)
#: "수출의 62%는 가발류로 2천110만 달러".
_IS_OF = re.compile(
    r"(?:[이가] (?=[가-힣·]{2,12}(?:이었|였|이다))|[은는] )([가-힣·ㆍ]{2,12}?)"
    r"(?:(?:으로|로|이었|였|다|이다)[가-힣]{0,3}[ ,.]|, \d)"
)
#: "수출의 70% 이상은 천연가스가 차지".
_TAKEN_BY = re.compile(r"(?: ?(?:이상|가량|정도|안팎|남짓|가까이))?[은는을를] ([가-힣·ㆍ]{2,12}?)[이가] (?:차지|점유)")
_HELD_BY = re.compile(
    r"[을를] 차지(?:한|하는|하던|했던|하고 있는) "
    r"(?:(?:것|품목|상품|제품|물품|부문)[은는] (?:[가-힣·ㆍ]{2,10},? (?:및 )?){0,3}?"
    r"([가-힣·ㆍ]{2,12}?)(?:이[며었다고]|였|로|으로)"
    r"|([가-힣·ㆍ]{1,12}?)(?: ?수[출입](?:액|량)?)?[은는이가의] )"
)
_PART_IS = re.compile(r"%[은는] ([가-힣·ㆍ]{2,12}?)(?:으로|로) (?:약 |총 )?\Z")
#: "희토금속광이 전체 수입량의".
_SHARED = re.compile(
    r"(?:\A|[\s,])((?:[가-힣·ㆍ]{2,10} (?=제품|부품|용품|원료|장비|기기))?[가-힣·ㆍ]{1,12})[은는이가] (?:이 기간 )?"
    r"(?:(?:전체|총) [가-힣 ]{0,12}(?:의|에서|중)|이 ?중|이 가운데|그 ?중|그 가운데) (?:약 |무려 )?\Z"
)
#: "농산물이 비석유 수출에서 차지하는 비중은".
_HELD_IN = re.compile(
    r"(?:\A|[\s,])([가-힣·ㆍ]{1,12})[이가] (?:[가-힣]{1,8} ){0,2}(?:수[출입]|교역|무역|반[출입])(?:액|량)?(?:에서|에) "
    r"차지하는 (?:비중|비율)[은는이도] (?:약 )?\Z"
)
#: "총수입 중 설탕 비중은", "대중 수입에서 타이어의 점유율은".
_PART_OF = re.compile(
    r"(?:(?<![대북한미러])중|가운데|에서|에서는|중에서|중에서는) "
    r"((?:[가-힣·ㆍ]{1,8} )?[가-힣·ㆍ]{1,12}?)(?:의|[이가] 차지하는)? ?"
    r"(?:비중|점유율|비율)[은는이가도] (?:약 |각각 )?\Z"
)
_PRICE = re.compile(
    r"(?:\A|[\s,“‘\"])([가-힣·ㆍ]{1,12})(?:의)?"
    r"(?: \d{1,3} ?(?:kg|㎏|킬로그램|ℓ|리터))?(?: (?:한|1) ?(?:[가-힣]당?|포대|자루|봉지|상자))?"
    r" ?(?:(?:평균|국제|수출|수입|현물|거래) ?)*"
    r"(?:가격|단가|시세|값)(?:[은는이가도] | (?=한 ?달|한 ?해|일주일|보름|\d))[^,;]{0,16}\Z"
)
#: "쌀 1kg에 5천 원", "휘발유 1리터가 1만2천 원".
_FOR_ONE = re.compile(
    r"(?:\A|[\s,“‘\"])([가-힣·ㆍ]{1,12}?)(?:[은는이가도])? (?:1|한) ?(?:kg|㎏|g|t|ℓ|킬로|톤|리터|배럴|그램)(?:그램)?"
    r"(?:당|에|[은는이가]|(?:의)? ?(?:가격|값|시세)[은는이가]) [^,;]{0,20}\Z"
)
_HEAD = re.compile(r"\(([가-힣·ㆍ]{1,12}?)\) ")
_BEING = re.compile(r"(?:품목|상품|제품|수출품|수입품|작물|특산물)인 ([가-힣·ㆍ]{1,12}?)[은는이가의] ")
_MADE_THERE = re.compile(
    r"(?:[가-힣 ]{2,14}보면,? )?(?:(?:반면|또|또한|특히|한편|다만|이어),? )?"
    r"([A-Za-z가-힣·ㆍ]{2,10}?)(?:의 경우|[은는도]) "
)
#: "한국 수산물의 최대 해외 시장인 일본에 대한 수출이".
_MARKET_OF = re.compile(
    r"([가-힣·ㆍ]{1,10})의 (?:최대|주요|제1|가장 큰) (?:해외 |수출 |수입 ){0,2}"
    r"(?:시장|수출국|수입국|고객|구매국)(?:인|이자) "
)
#: "주요 커피 수입국을 보면", "최대 쌀 공급국인": whose trade partners are told of.
_PARTNERS_IN = re.compile(
    r"(?:주요|최대|국가별|나라별|국별) ([가-힣·ㆍ]{1,10}) ?(?:수[출입]|공급|구매|조달)(?:국|처|선|(?: ?대상| ?상대)국)"
)
_WORTH_OF = re.compile(r"(?:\A|[\s,])([가-힣·ㆍ]+(?<![이가은는와과을를에서로])(?<!달러)(?<!모두)) (?:약 )?\Z")
#: "1천만달러어치였던 밀가루가": goods that an amount was of.
_HAD_BEEN = re.compile(
    r"(?:어치|가량|규모)?(?:(?:였|이었|이)던|[을를] (?:기록했던|기록한|넘었던|넘긴|웃돌던|웃돈)"
    r"|에 (?:달했던|이르던|그쳤던|불과했던|머물던)) "
    r"([가-힣·ㆍ]{2,12}?)[은는이가의] "
)
_WORTH = re.compile(
    r"(?:\([^()]{1,24}\))?(?: ?(?:어치|상당|규모|이상|가량|정도|안팎|남짓|분량)){0,2}의 (?:[가-힣]{2,8}산 )?"
    r"((?:[가-힣]{2,8}(?:와|과| 및) )?[가-힣·ㆍ]{2,12})(?:\([^()]{1,40}\))?[을를이가] "
    r"(?:[가-힣]{1,8} ){0,2}(?:수[출입]|사들|들여|구매|구입|보냈|보낸|공급|판매"
    r"|실어|실은|싣고|운송|운반|반[출입]|건네|넘겼|넘긴)"
)
_THEN = re.compile(
    r"(?:품목|상품|물품|제품|것)[은는] (?:[가-힣·ㆍ]{1,10} ){0,2}([가-힣·ㆍ]{1,12}?)(?:으로|로|이며|이고|인데),? "
    r"(?:그 |총 )?(?:수[출입]|반[출입]|교역|무역)?(?:액|량|금액|물량|규모)[은는이] (?:약 |총 )?\Z"
)
_MADE = re.compile(
    r"([가-힣·ㆍ]{1,12}) (?:총 |연간 |국내 )?"
    r"(?:(?:생산|수확|소비|수요|소요|필요|부족|재고|비축|매장)(?:량|분)|수요(?=[은는이가을를의도]))"
)
#: "▲동광석 1359만t", "의약품 640만 달러, 타이어 520만 달러".
_BULLET = re.compile(r"[▲△▶◇■] ?([가-힣·ㆍ]{2,12}) ?\Z")
_ITEM = re.compile(
    r"(?:어치|상당)?(?:(?:[가-힣]{1,8} ){0,3}[가-힣]{1,8}[고며],? (?:뒤)?이어 |, | 및 |[와과] )"
    r"((?:[가-힣]{1,8}용 )?[가-힣·ㆍ]{2,12}) (?:약 )?\Z"
)
#: What parts a base of comparison from what it is of: "주석이 전년 동기 대비 65%".
_AGAINST = frozenset({"", "의", "대비", "보다", "에 비해", "과 비교해", "와 비교해", "대비 약", "보다 약", "보다는"})
_LONGEST = 24
#: "철판을 160만 달러어치 수출", "안경테를 베트남에서 30t 들여왔다": what a verb of trade is done with.
_OBJECT = re.compile(
    r"(?:\A|[\s,])([가-힣·ㆍ]{2,12}?)[을를] "
    r"(?:(?!중심|위주|바탕|기반|필두|주로)[가-힣]{2,10}(?:에서|에|으로부터|로부터|으로|로) )?(?:약 |총 |모두 )?\Z"
)
_TO_VERB = re.compile(r"(?: ?(?:어치|규모|상당|가량|정도|이상|분량|넘게)){0,2}[을를]? ?(?:[가-힣]{1,6} ){0,2}")
#: "플라스틱(HS 39)은": what a bracket without a figure explains.
_ASIDE = re.compile(r"\((?:HS ?(?:코드 ?)?\d{1,6}(?: ?[~∼–,·-] ?\d{1,6}){0,4}|[^()\d]{1,16})\)")
#: "광, 슬랙 및 회(HS 26)는": what stands before a code is goods, whatever it is called.
_CODED = re.compile(
    r"(?<![가-힣])((?:[가-힣·ㆍ]{1,12}, ){0,3}(?:[가-힣·ㆍ]{1,12} 및 )?[가-힣·ㆍ]{1,12}) ?"
    r"\(HS ?(?:코드 ?)?\d{1,6}\)[은는이가도] (?:약 |총 )?\Z"
)


def told(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The goods that a figure is said of, as written."""
    if _by_places(reading, sentence):
        return None
    place = _before_base(reading.text, sentence, figure)
    coded = _CODED.search(reading.text, _last_end(sentence, figure), place)
    if coded is not None:
        return "|".join(dropwhile(lambda name: not is_name(reading, name), re.split(r", | 및 ", coded[1])))
    start = max(sentence.start, place - _LONGEST)
    first = max(sentence.start, place - 2 * _LONGEST)
    named = _NAMED.search(_ASIDE.sub("", reading.text[first:place]))
    if named is not None:
        begun = reading.text.rfind(named[1], first, place)
        known = len(named[1]) > 1 or any(m.start == begun for m in sentence.goods)
        return _name(reading, sentence, named[1], begun) if known else None
    known_before = any(start <= m.start and m.end <= place for m in sentence.goods)
    weighed = figure.kind == "quantity" and reading.text.startswith(("을 ", "를 "), figure.end)
    if (weighed or reading.text.startswith("어치", figure.end)) and not known_before:
        worth_of = _WORTH_OF.search(reading.text[start:place])
        if worth_of is not None:
            # "인모 1억3천만달러어치를 사들였다".
            return _name(reading, sentence, worth_of[1], start + worth_of.start(1))
    run = _ASIDE.sub("", reading.text[start:place])
    dealt = _OBJECT.search(run) if figure.kind not in RELATIVE else None
    if dealt is not None and _is_dealt_in(reading, sentence, figure):
        begun = reading.text.rfind(dealt[1], start, place)
        if not known_before or run_before(reading, sentence, begun):
            # "밀가루와 파스타를 들여왔다": a name that no table knows may stand beside one that it does.
            return _name(reading, sentence, dealt[1], begun)
    for pattern in (_STANDING, _BULLET, _PART_IS):
        found = pattern.search(run)
        if found is not None and not (pattern is _STANDING and is_seller(reading, sentence, figure)):
            return _name(reading, sentence, found[1], reading.text.rfind(found[1], start, place))
    return None


def _last_end(sentence: Sentence, figure: Figure) -> int:
    """Where the figure before another one ends, or its sentence begins."""
    return max([sentence.start, *(f.end for f in sentence.figures if f.end <= figure.start)])


def _is_dealt_in(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether the verb right behind an amount says that so much was traded."""
    starts = [c.start for c in sentence.cues_of("flow") if c.sense in {"import", "export"} and c.start >= figure.end]
    return bool(starts) and _TO_VERB.fullmatch(reading.text, figure.end, min(starts)) is not None


def headed(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "(마스크) 1천만 장, 32만 달러 수입", "주력 수출품인 김은 수출량이": the goods that a sentence is about."""
    head = _HEAD.match(reading.text, sentence.start)
    traded = head is not None and any(
        c.start <= head.end(1) and head.start(1) < c.end for c in sentence.cues_of("flow")
    )
    if head is not None and not traded and is_name(reading, head[1]):
        return head[1]
    made = _MADE_THERE.match(reading.text, sentence.start)
    if made is not None and made.end() < figure.start and is_name(reading, made[1]):
        # "열연강판은 중국산과 일본산이 각각 2.0%, 13.8% 감소".
        mention = next((m for m in sentence.countries if m.start == made.end()), None)
        if mention is not None and reading.text.startswith("산", mention.end):
            return made[1]
    market = _MARKET_OF.search(reading.text, sentence.start, figure.start)
    market = market or _PARTNERS_IN.search(reading.text, sentence.start, figure.start)
    if market is not None and any(m.start == market.start(1) for m in sentence.goods):
        return market[1]
    found = _BEING.search(reading.text, sentence.start, figure.start)
    return None if found is None or not is_name(reading, found[1]) else found[1]


def worth(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "7억 달러 상당의 천연 및 합성가스를 수출": goods behind their amount that no table knows."""
    found = _WORTH.match(reading.text, figure.end) or _HAD_BEEN.match(reading.text, figure.end)
    return None if found is None else _name(reading, sentence, found[1], found.start(1))


def named_before(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "가장 많이 수입한 품목은 쌀로, 수입액은 516만 달러": the goods that the clause before calls by name."""
    found = _THEN.search(reading.text, max(sentence.start, figure.start - 3 * _LONGEST), figure.start)
    if found is None:
        return None
    known = any(m.start == found.start(1) and m.end == found.end(1) for m in sentence.goods)
    if not known and len(found[1]) < 2:
        return None
    return "|".join([*run_before(reading, sentence, found.start(1)), found[1]])


def made(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The goods whose harvest, use or stock a figure is: "식량작물 생산량이 451만t"."""
    found = max(_MADE.finditer(reading.text, sentence.start, figure.start), key=re.Match.start, default=None)
    if found is None:
        return None
    known = any(m.start == found.start(1) and m.end == found.end(1) for m in sentence.goods)
    return found[1] if known else _name(reading, sentence, found[1], found.start(1))


def priced(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The goods whose price a figure is: "두바이유 평균 가격은 배럴당 77.6달러"."""
    start = max(sentence.start, figure.start - 2 * _LONGEST)
    found = _PRICE.search(reading.text[start : figure.start]) or _FOR_ONE.search(reading.text[start : figure.start])
    return None if found is None else _name(reading, sentence, found[1], start + found.start(1))


def part_is(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The goods that a share is said behind it to be of: "수출의 62%는 가발류로"."""
    found = _IS_OF.match(reading.text, figure.end) or _TAKEN_BY.match(reading.text, figure.end)
    return None if found is None else _name(reading, sentence, found[1], found.start(1))


def held_by(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "전체 수출의 47.5%(13억8천만 달러)를 차지한 무연탄은": the goods behind that have so much of the whole."""
    end = closing(reading.text, figure.end, sentence.end) or skipped(reading.text, figure.end, sentence.end)
    found = _HELD_BY.match(reading.text, end)
    if found is None:
        return None
    place = 1 if found[1] else 2
    return _name(reading, sentence, found[place], found.start(place))


def shared(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The goods that have a share of the trade named between: "희토금속광이 전체 수입량의 42.3%"."""
    start = max(sentence.start, figure.start - 2 * _LONGEST)
    ahead = reading.text[start : figure.start]
    found = _SHARED.search(ahead) or _HELD_IN.search(ahead) or _PART_OF.search(ahead)
    begun = -1 if found is None else start + found.start(1)
    if found is not None and len(found[1]) == 1 and all(m.start != begun for m in sentence.goods):
        return None
    return None if found is None else _name(reading, sentence, found[1], start + found.start(1))


def sent_on(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The goods that go to a list of partners: "목재를 다시 독일(38%)과 스페인(14%) 등으로 수출"."""
    goods = next((m for m in reversed(sentence.goods) if m.end <= figure.start), None)
    bracketed = opening(reading.text, sentence.start, figure.start) is not None
    if not bracketed or goods is None or reading.text[goods.end : goods.end + 2] not in {"을 ", "를 "}:
        return None
    firsts = [f.start for f in sentence.figures if f.start >= goods.end]
    return reading.text[goods.start : goods.end] if "," not in reading.text[goods.end : min(firsts)] else None


def item(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """The next item of a list of amounts: "…, 타이어 520만 달러"."""
    if _by_places(reading, sentence):
        return None
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start and f.kind == figure.kind), None)
    if before is None:
        return None
    # "가발 2천만 달러(63.7%), 전력 166만 달러(5.3%)".
    found = _ITEM.match(reading.text, skipped(reading.text, before.end, figure.start), figure.start)
    if found is None or found.end() != figure.start:
        return None
    return _name(reading, sentence, found[1], found.start(1))


def _by_places(reading: Reading, sentence: Sentence) -> bool:
    """ "세관별 교역액은 무세 22억 달러": whether the names of a list are places or firms."""
    ahead = reading.text[sentence.start : sentence.end]
    return any(word in ahead for word in reading.lexicon.words["places_apiece"])


def _before_base(text: str, sentence: Sentence, figure: Figure) -> int:
    for time in reversed(sentence.times):
        if time.end <= figure.start and text[time.end : figure.start].strip() in _AGAINST:
            return time.start
    return figure.start


def _name(reading: Reading, sentence: Sentence, name: str, start: int) -> str | None:
    """A name where it stands; none where only the taking away of a bracket made a word of two: "유럽연합(EU)수출액"."""
    if start < 0 or not is_name(reading, name) or (name[-1] in "이가은는" and not is_name(reading, name[:-1])):
        return None
    end = start + len(name)
    for marks in (sentence.times, sentence.countries, [c for c in sentence.cues if c.kind != "ware"]):
        if any(start < mark.end and mark.start < end for mark in marks):
            return None
    return "|".join([*run_before(reading, sentence, start), name])
