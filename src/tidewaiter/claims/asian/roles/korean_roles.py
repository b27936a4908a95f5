"""What part a Korean country name plays in trade, by the particle and the words behind it."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped

#: "대북 수출", "对朝鲜出口": toward the country, whichever way the goods go.
_TOWARD = ("대", "对", "對")
#: The same with the Hanja beside it, "대(對)미 수출".
_TOWARD_BRACKETS = ("대(對)", "대(对)", "대(対)")
_TOWARD_APART = re.compile(r"(?:\A|(?<![가-힣0-9]))[대對] \Z")
#: Names that begin with the same syllable.
_NAMES_WITH_TOWARD = ("대만", "대한")
_KOREAN: tuple[tuple[str, str], ...] = (
    ("산", "from"), ("제 ", "from"), ("으로부터", "from"), ("로부터", "from"), ("에서", "from"), ("발 ", "from"),
    ("에게", "to"), ("측에", "to"), ("에 대한", "toward"),
    ("을 상대로", "toward"), ("를 상대로", "toward"), ("에 ", "to"), ("에는 ", "to"), ("에도 ", "to"),
    ("으로의", "to"), ("으로", "to"),
    ("로의", "to"), ("로 ", "to"), ("로는", "to"), ("향 ", "to"), ("행 ", "to"), ("행은", "to"), ("행이", "to"),
    ("과의", "with"), ("와의", "with"), ("과 ", "with"), ("와 ", "with"), ("간 ", "with"), ("간", "with"),
    ("의", "owner"), ("은", "subject"), ("는", "subject"), ("이", "subject"), ("가", "subject"), ("도", "subject"),
)  # fmt: skip
#: "미국의 제재를 받는": who does something else than trade.
_HARM = re.compile(
    r"(?:의|이|가)? ?(?:경제 ?|독자 ?|추가 ?|대외 ?)?(?:제재|관세|압박|금수|침공|봉쇄|침략)(?!청|총국|위원회|동맹)"
    r"|(?:-[가-힣]{1,8})? (?:상공회의소|대사관)"
    r"|(?:발)? ?(?:경제 ?위기|경제난|경기 ?침체|금융 ?위기)(?: |로|으로|에|,|…)"
    r"|(?:의|간)? ?(?:무역|관세|통상|패권|기술) ?(?:전쟁|분쟁|갈등|마찰|협상)|(?:의|간)? ?(?:갈등|정상회담)"
    r"|(?:발)? ?(?:가뭄|홍수|지진|폭염|한파|흉작|내전|쿠데타|전쟁|사태|대선|총선|파업|여파|위기|리스크|봉쇄|침공)"
    r"(?: |로|으로|에|,|…)"
)
#: "미국 워싱턴의 한 전문가는": whoever only speaks of what others trade.
_SCHOLAR = re.compile(
    r"(?: [가-힣]{1,8})?(?:의)? (?:한 |어느 |민간 )?(?:[가-힣]{1,8} ){0,2}?[가-힣]{0,8}"
    r"(?:전문가|교수|연구원|연구위원|연구소|연구기관|싱크탱크|언론|매체|소식통|애널리스트)"
)
#: "중국 다롄항을 거쳐", "미국 외에": what goods only go through, who is left out; a port that they come to or leave.
_VIA = re.compile(r"(?: [가-힣]{1,7})?[을를] (?:거[쳐친치]|경유)| (?:외에|이외에|말고)|[을를] (?:제외|빼)")
_PORT = re.compile(r" [가-힣]{0,6}(?:항|역|항구|항만|공항|부두|세관)(으로|로|에서|에(?= ))")
#: "중국 대방에게", "미국 업체로부터": those of a country who buy and sell.
_DEALER = re.compile(
    r" (?:현지 )?[가-힣]{0,4}(?:대방|업자|상인|무역상|바이어|구매자|판매자|거래처|업체|회사|기업|무역회사)(?:들|측)?"
    r"(?: 측)?(으로부터|로부터|에게서|에서|에게|한테|에(?= (?!따르|의하|대[해한])))"
)
#: "요르단과 이집트 등에", "중국 등 이웃 나라에서": one of several that goods come from or go to.
_AND_OTHERS = re.compile(
    r" ?등(?:지|의 나라| [가-힣]{1,6} ?(?:나라|국가|시장)(?:들)?| \d{1,3}개 ?(?:국|나라|국가))?"
    r"(으로부터|로부터|에서|으로의|로의|으로|로|에게|과의|와의|을 상대로|를 상대로|에 대한"
    r"|에(?= (?!따르|의하|비[해하]|밀[려리]|힘입|맞서|대응|대[해한])))"
)
_IS_SELLER = re.compile(r"(?:공급국|공급처|원조국|지원국)[은는] \Z")
#: "중국서 쌀 수입": the short particle says where from only before what is bought.
_BOUGHT = re.compile(r" (?:[^ ,.]{1,10} ){0,3}(?:수입|사들|들여|구매|구입|반입|도입)")


def names_others(text: str, end: int) -> bool:
    """ "이집트 등에": whether others are meant beside the country that ends here."""
    return _AND_OTHERS.match(text, end) is not None


def role_of(text: str, start: int, end: int) -> str:
    """The part of the country that stands there."""
    prefixed = text[start] in _TOWARD and end - start > 1 and not text.startswith(_NAMES_WITH_TOWARD, start)
    if prefixed or (start and text[start - 1] in _TOWARD) or text.endswith(_TOWARD_BRACKETS, 0, start):
        return "other" if _HARM.match(text, end) else "toward"  # "대러 제재 품목이 아닌 식품의 수입"
    if _TOWARD_APART.search(text, max(0, start - 3), start) is not None:
        # "대 카자흐 수출".
        return "toward"
    others = _AND_OTHERS.match(text, end)
    if others is not None:
        return next(role for particle, role in _KOREAN if f"{others[1]} ".startswith(particle))
    behind = text[end : end + 6]
    if _HARM.match(text, end) or _VIA.match(text, end) or _SCHOLAR.match(text, end):
        return "other"
    dealer = _DEALER.match(text, end)
    if dealer is not None:
        return "to" if dealer[1] in {"에게", "한테", "에"} else "from"
    port = _PORT.match(text, end)
    if port is not None:
        # "북한 남포항으로".
        return "from" if port[1] == "에서" else "to"
    behind = behind.removeprefix(" ") if behind[1:2] in {"(", "（"} else behind
    if behind[:1] in {"(", "（"} and any(char.isdigit() for char in behind):
        # "중국(1.2%)과 베트남(1.0%) 수출": partners, each with its figure.
        return "toward"
    place = skipped(text, end, len(text))
    if text.startswith(("시장에서", " 시장에서", "시장이 차지", " 시장이 차지"), place):
        # "일본시장에서도 한국은 1조엔어치를 수출".
        return "toward"
    behind = (
        text[place : place + 12]
        .removeprefix("시장")
        .removeprefix(" 시장")
        .removeprefix(" 지역")
        .removeprefix(" 국가들")
    )
    behind = behind.lstrip("'’\"”") if behind[1:2] in set("이가은는의도에과와") else behind
    if behind.startswith("서 ") and _BOUGHT.match(text, place + 1):
        return "from"
    if behind.startswith(("으로 ", "로 ")) and _IS_SELLER.search(text, max(0, start - 12), start) is not None:
        # "가장 큰 공급국은 베트남으로 2만t을 보내": it is Vietnam.
        return "subject"
    for particle, role in _KOREAN:
        if behind.startswith(particle):
            return role
    return "subject"
