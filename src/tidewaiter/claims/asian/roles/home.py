"""Whose trade it is where a text names nobody: told by whose customs or ministries it cites, and how it says "we".

An office of no country ("통계총국", "海关总局") is that of the country named before it; another's of
the same name is so too ("베트남 관세청").
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from tidewaiter.claims.asian.roles import chinese_roles
from tidewaiter.claims.reading.reading import Reading

#: How far before an office its country stands: "베트남 관세청", "俄罗斯联邦海关".
_REACH = 5
#: How soon behind what an office says another country is named.
_NEXT = 14
#: The key of offices that every country has.
_ANY = "any"
#: The key of words for "our country", which are China's where no office of another says whose.
_WE, _WHERE_UNSAID = "we", "CHN"
#: Korean offices that other countries have by the same name, and whose trade is told.
_EVERYWHERE = frozenset({"관세청", "통계청"})
_TRADE_OF = re.compile("의 (?:[가-힣]{1,6} )?(?:무역|교역|수출|수입)")
#: "북한의 지난해 대외교역", "이란의 대중 원유 수출"; so many say whose trade a text tells.
_OWNED = re.compile(r"의 (?:[가-힣0-9]{1,8} ){0,3}(?:대[가-힣]{1,5} ?)?(?:무역|교역|수출|수입)| 대외 ?(?:무역|교역)")
_SAID_SO = 2
_JOINT = re.compile(" ?(?:간 ?)?(?:무역|교역)")
_ACCORDING = re.compile(r"[^.\n]{0,40}?(?:따르면|의하면),? ")
#: So often a text names whom it is about.
_OFTEN = 3
#: A body whose name begins with Korea's.
_BODY = re.compile(r"한국[가-힣]{2,10}?(?:협회|연합회|공사|진흥원)")
#: A customs house of a city, or customs of no country; an office called "联邦海关局" or "海关署" is not China's.
_CUSTOMS = re.compile("(?<!联邦)海关(?!总?局|署)|[关關][区區](?![别別])")
#: Ports on China's borders, by name.
_PORT = re.compile(
    "(?:丹东|丹東|圈河|珲春|琿春|图们|圖們|集安|长白|長白|满洲里|滿洲里|二连|二連|绥芬河|綏芬河|黑河|甘其毛都|策克|满都拉|滿都拉|霍尔果斯|霍爾果斯"
    "|阿拉山口|巴克图|巴克圖|吐尔尕特|红其拉甫|瑞丽|瑞麗|磨憨|勐腊|打洛|畹町|凭祥|憑祥|友谊关|友誼關|东兴|東興)(?:铁路|鐵路|公路|陆路|陸路|边境|邊境)?口岸"
)
#: What a province of China does.
_PROVINCE = re.compile(
    "(?:河北|山西|辽宁|遼寧|吉林|黑龙江|黑龍江|江苏|江蘇|浙江|安徽|福建|江西|山东|山東|河南|湖北|湖南|广东|廣東|广西|廣西|海南|四川|贵州|貴州|云南|雲南"
    "|陕西|陝西|甘肃|甘肅|青海|宁夏|寧夏|新疆|内蒙古|內蒙古|重庆|重慶|上海|天津|丹东|丹東)[省市]?(?:[对對自从從向与與][^，,。；;]{1,12}?)?"
    "(?:[进進]出口|出口|[进進]口|外[贸貿])"
)


def home(reading: Reading) -> str | None:
    """The country whose office a text cites first."""
    text = reading.text
    ends = {mention.end: mention.alpha3 for sentence in reading.sentences for mention in sentence.countries}
    named = Counter(m.alpha3 for s in reading.sentences for m in s.countries if m.alpha3 and not m.weak)
    # Once among many others Korea is only one of somebody's partners.
    abroad = not named["KOR"] or (named["KOR"] == 1 and named.most_common(1)[0][1] >= _OFTEN)
    best: tuple[int, str] | None = None
    for code, words in reading.lexicon.home.items():
        for word in words:
            place = text.find(word)
            while place >= 0:
                own = (ours(reading) or _WHERE_UNSAID) if code == _WE else None if code == _ANY else code
                # Of a group of countries ("欧盟统计局") it is nobody's.
                owner = next((ends[end] or "" for end in range(place, place - _REACH, -1) if end in ends), own)
                if owner is not None and owner == own == "KOR" and abroad and word in _EVERYWHERE:
                    owner = _told_before(text, ends, place) or _told_of(text, ends, place) or own
                if owner is not None and own is None and _only_speaks(reading, ends, place):
                    owner = None
                if owner is not None:
                    best = min(best or (place, owner), (place, owner))
                    break
                place = text.find(word, place + 1)
    if best is not None and best[1] == "KOR" and reading.language == "ko" and _of_another(reading):
        # Korea's offices tell of another's trade.
        best = None
    if best is not None and reading.language == "ko" and best[0] > len(text) // 2:
        told = named.most_common(1)
        by_far = bool(told) and told[0][0] != best[1] and told[0][1] >= max(2 * named[best[1]], _SAID_SO)
        if by_far or _first_told_of(reading) not in {None, best[1]}:
            # "러시아 연방관세청에 따르면", "한국무역협회에 따르면", far down in a text on another country's trade.
            best = None
    if best is None and reading.language == "zh" and any(place.search(text) for place in (_CUSTOMS, _PORT, _PROVINCE)):
        # In a text in simplified characters.
        return "CHN"
    if best is None and reading.language == "ko" and _told_by_body(reading):
        return "KOR"
    return (best[1] or None) if best is not None else None


def _told_by_body(reading: Reading) -> bool:
    """ "한국석유공사에 따르면 원유 수입은": whether a Korean body tells of trade, and names whose in no word."""
    for sentence in reading.sentences:
        if _BODY.search(reading.text, sentence.start, sentence.end) is not None:
            return all(reading.text.startswith("산", mention.end) for mention in sentence.countries)
    return False


def _of_another(reading: Reading) -> bool:
    """Whether a text says whose trade it tells, and that it is not Korea's: "북한의 대외교역", "이란의 수출"."""
    owners: Counter[str | None] = Counter()
    for sentence in reading.sentences:
        owners.update(m.alpha3 for m in sentence.countries if m.alpha3 and _OWNED.match(reading.text, m.end))
        for one, other in pairwise(sentence.countries):
            # "북중 무역", "북한·중국 교역": of the two.
            joint = other.start - one.end <= 1 and _JOINT.match(reading.text, other.end) is not None
            owners.update({one.alpha3, other.alpha3} - {None} if joint else ())
    most = owners.most_common(1)[0][1] if owners else 0
    return most >= _SAID_SO and 2 * owners["KOR"] < most


def _first_told_of(reading: Reading) -> str | None:
    """Whose trade a text tells first: "이란의 대외 교역규모"."""
    named = (m for s in reading.sentences if s.kind not in {"title", "heading"} for m in s.countries)
    return next((m.alpha3 for m in named if m.alpha3 and _OWNED.match(reading.text, m.end)), None)


def _only_speaks(reading: Reading, ends: dict[int, str | None], place: int) -> bool:
    """ "韩国央行估算，朝鲜出口…": whether an office at a place says what another country does."""
    own = next((end for end in range(place, place - _REACH, -1) if end in ends), None)
    said = None if own is None or reading.language != "zh" else chinese_roles.speaks(reading.text, own)
    if said is None or own is None:
        return False
    following = next((end for end in sorted(ends) if end > said.end() - 1), None)
    return following is not None and following - said.end() <= _NEXT and ends[following] not in {None, ends[own]}


def _told_before(text: str, ends: dict[int, str | None], place: int) -> str | None:
    """ "베트남의 무역흑자는 … 관세청은": whose trade a text that names no Korea speaks of before it cites an office."""
    return next((code for end, code in sorted(ends.items()) if end < place and _TRADE_OF.match(text, end)), None)


def _told_of(text: str, ends: dict[int, str | None], place: int) -> str | None:
    """ "통계청의 조사에 따르면, 몽골은 2020년 1분기에": of whom an office tells at once."""
    said = _ACCORDING.match(text, place)
    if said is None:
        return None
    end = next((end for end in sorted(ends) if end > said.end()), None)
    near = end is not None and end - said.end() <= _NEXT and text.startswith(("은 ", "는 ", "이 ", "가 ", "의 "), end)
    return ends[end] if end is not None and near else None


def ours(reading: Reading) -> str | None:
    """Whose "our country" a text says, where other words in it tell: offices that only one country has."""
    text = reading.text
    return next((code for code, words in reading.lexicon.ours.items() if any(word in text for word in words)), None)
