"""Goods before and behind a Korean word of trade that no table knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.korean_words import is_city
from tidewaiter.claims.words.lexicon import Cue, words

#: A Korean noun before a word of trade: "농림수산식품 수출액", "목제품의 수출액", "굴과 참치 수출액".
#: One in Latin letters is one as well: "ICT 수출액", "K-뷰티 수출은".
_KOREAN_BEFORE = re.compile(
    r"(?:\A|[\s(（‘’'\"“”….,])([가-힣·ㆍ]{1,12}|[A-Za-z](?:[A-Za-z]|-(?=[가-힣])){1,7}[가-힣]{0,8})"
    r"['’\"”]?(?:의)? ?\Z"
)
#: Behind the word of trade, what shows that it is a noun with the goods before it.
_KOREAN_NOUN = re.compile(
    r"[은는이가을를도의]|액|량|금액|물량|규모|실적|단가|이나|에서|도 |…|"
    r"\((?=\d)| (?=(?:약 )?\d[^ ]{0,12}(?: \d[^ ]{0,8})?(?: ?(?:달러|%|톤|t|원|위안)))"
    r"| (?:금액|물량|규모|실적|비중|점유율|단가|증가|감소|급증|급감|전년|작년|회복|호조|부진|확대|축소|반등"
    r"|중단|재개|늘|줄|껑충)"
)
#: "한국에 수출한 수산물 액수는": goods that no table knows behind a verb of trade.
_KOREAN_BEHIND = re.compile(
    r"(?:[한된온]|하는|(?<=[한된온간난린])) (?:전체 |총 )?(?:[가-힣]{2,8}산 )?"
    r"((?:[가-힣·ㆍ]{1,8} )??[가-힣·ㆍ]{2,12}?)(?:[은는이가을를]| 액수| 규모| 물량| 금액)"
)
#: What tells how much of the trade in some goods is meant: "커피 해외 수출액", "섬유제품 전체 수출액".
QUALIFIED = re.compile(
    r"(?:의)?(?: (?:분야|부문|업종|품목|제품군|"
    r"불법|공식|비공식|정식|해외|대외|전체|총|누적|누계|연간|월간|하루|일평균|월평균|월별|국가별|나라별|"
    r"직접))+ ?"
)
_QUALIFIED_BEFORE = re.compile(QUALIFIED.pattern + r"\Z")
_ASIDE_BEFORE = re.compile(
    r"\((?:(?:HS|hs) ?(?:코드 ?)?\d{1,10}(?: ?[~∼–,·-] ?\d{1,10}){0,4}(?:호)?(?: 기준)?|[^()\d]{1,12})\)(?:의)? ?\Z"
)
_LONGEST, _LONGEST_ASIDE = 16, 32
#: "가지안테프가 약 3억 달러를": a subject right before its amount; "쌀은" is a topic, and may be goods.
_SUBJECT = re.compile(r"[A-Za-z가-힣·]([이가]) (?:약 |총 |각각 |무려 )?\Z")
#: Behind an amount, what somebody does who deals in goods.
_DEALS = re.compile(
    r"(?: ?(?:어치|규모|상당|가량|정도|이상|분량)){0,2}[을를] (?:[가-힣]{1,8} ){0,2}"
    r"(?:(?:수[출입]|반[출입]|구매|구입|판매|매입|조달)(?:했|하|해|한)|사들|사 (?:갔|왔)|들여[왔와오]|팔[았아])"
)
#: "부산·경남": names side by side.
_PARTS = re.compile("[·ㆍ・]")
#: Who trades, and is not traded.
_TRADERS = ("기업", "업체", "회사", "법인", "상사", "업자", "상인")
_WARES = frozenset({"제품", "상품", "물품", "품목"})
#: "외과·치과용 기기": what wares are for, which only with it are the name of goods.
_FOR = re.compile(r"(?<![가-힣·ㆍ])[가-힣·ㆍ]{1,12}용 \Z")
#: From goods to the word that makes all that is made of them one name: "고무 기반 제품".
_MADE_OF = re.compile(r"(?: [가-힣]{2,4})? ")


def is_name(reading: Reading, name: str) -> bool:
    """Whether a Korean word can be the name of goods: no adverb, verb or time, no places, no word of trade itself."""
    none = reading.lexicon.words["no_goods"]
    return (
        bool(name)
        and not all(part in none or is_city(reading.text, part) for part in _PARTS.split(name))
        and (_is_ware(reading, name) or not name.endswith(tuple(reading.lexicon.words["no_goods_ends"])))
    )


def is_seller(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "가지안테프가 3억 달러를 수출했다": whether the subject before an amount deals in goods, and is none."""
    if _DEALS.match(reading.text, figure.end) is None:
        return False
    subject = _SUBJECT.search(reading.text, max(sentence.start, figure.start - _LONGEST), figure.start)
    return subject is not None and not any(m.end == subject.start(1) for m in sentence.goods)


def _is_ware(reading: Reading, name: str) -> bool:
    """ "보조기억장치": whether a word tells by its end that it names goods."""
    return any(name.endswith(word) for word in reading.lexicon.words["wares"])


@cache
def _all_but(language: str) -> re.Pattern[str]:
    """ "비석유 상품 수출": all goods but some, which the word before them names."""
    names = "|".join(f"{n[0]}(?:\\(非\\))?{n[1:]}" for n in sorted(words("all_but", language), key=len, reverse=True))
    return re.compile(rf"(?<![가-힣])((?:{names})(?: (?:상품|제품|품목|물품|부문|부분|분야))?)(?:의)? ?\Z")


def _of_goods(reading: Reading, sentence: Sentence, place: int) -> str | None:
    """ "고무 및 고무 기반 제품 수출": the goods that a word for wares at `place` is told of."""
    known = [m for m in sentence.goods if m.good_id != "total" and m.end <= place]
    if not known or _MADE_OF.fullmatch(reading.text, known[-1].end, place) is None:
        return None
    return reading.text[known[-1].start : place].rstrip() + " " + reading.text[place : place + 2]


def _is_whose(sentence: Sentence, cue: Cue, name: str, place: int, *, owned: bool) -> bool:
    """ "외국인 투자기업의 교역액", "티키의 무역액": firms and places trade, and are not traded."""
    if name.endswith(_TRADERS):
        return True
    ware = any(c.end == place + len(name) for c in sentence.cues_of("ware"))
    return owned and cue.sense == "trade" and not ware


def beside_trade(reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> str | None:
    """The noun that stands where a word of trade has its goods, as written; None where none does."""
    text = reading.text
    word = text[cue.start : cue.end]
    rest = _all_but(reading.language).search(text, max(sentence.start, cue.start - _LONGEST), cue.start)
    if rest is not None:
        return rest[1]
    noun = word.endswith(("액", "량", "규모", "금액")) or _KOREAN_NOUN.match(text, cue.end)
    if not noun:
        found = _KOREAN_BEHIND.match(text, cue.end)
        if found is None or not all(is_name(reading, word) for word in found[1].split()):
            return None
        start, end = found.span(1)
        marks = [*((p.start, p.end) for p in parties), *((t.start, t.end) for t in sentence.times)]
        marks += [(c.start, c.end) for c in sentence.cues if c.kind != "ware"]
        return None if any(start < b and a < end for a, b in marks) else found[1]
    end = cue.start
    qualified = _QUALIFIED_BEFORE.search(text, max(sentence.start, cue.start - _LONGEST), cue.start)
    if qualified is not None:
        end = qualified.start()
    aside = _ASIDE_BEFORE.search(text, max(sentence.start, end - _LONGEST_ASIDE), end)
    if aside is not None:
        # "제분공업 생산품(HS 11)의 수입", "ICT(정보통신기술) 분야 수출".
        end = aside.start()
    start = max(sentence.start, end - _LONGEST)
    found = _KOREAN_BEFORE.search(text[start:end])
    if found is None:
        return None
    name, place = found[1], start + found.start(1)
    if name.endswith("의"):
        name = name[:-1]
    if name.endswith(("이", "가")):
        bare = name[:-1]
        if any(m.start == place and m.end == place + len(bare) for m in sentence.goods):
            name = bare
        elif not is_name(reading, bare):
            return None
    if name in _WARES and (of := _of_goods(reading, sentence, place)) is not None:
        return of
    if not is_name(reading, name) or _is_whose(sentence, cue, name, place, owned=text[place + len(name)] == "의"):
        return None
    others = [(p.start, p.end) for p in parties]
    others += [(c.start, c.end) for c in sentence.cues_of("flow") if c is not cue]
    if any(start < place + len(name) and place < end for start, end in others):
        return None
    if any(t.start < place + len(name) and place < t.end for t in sentence.times):
        return None
    purpose = _FOR.search(text, max(sentence.start, place - _LONGEST), place)
    ware = any((c.start, c.end) == (place, place + len(name)) for c in sentence.cues_of("ware"))
    return name if purpose is None or not ware else text[purpose.start() : place + len(name)]
