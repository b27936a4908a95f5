"""Which part a country plays in Chinese: told by the words right before its name, and by what it is called there."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOWARD = ("对", "對")
#: "超过了俄罗斯（66万吨）": what is only held against.
_ABOVE = ("超越了", "超越", "超过了", "超過了", "超过", "超過", "高于", "高於", "低于", "低於", "多于", "多於")
#: What a country is called right before its name, behind the word that says which way.
_APPOSED = re.compile(
    r"([从從自由向往对對])(?:全球|世界|其|最|第|邻|鄰|主要|头号|頭號|中国|中國)[^，,。；;、和与與]{0,12}?"
    r"(?:国|國|伙伴|夥伴|供应商|买家|買家|市场|市場|盟友|来源地)\Z"
)
_WAYS = {"从": "from", "從": "from", "自": "from", "由": "from", "向": "to", "往": "to", "对": "toward", "對": "toward"}
#: Longer words before shorter ones that they end in.
_ROLES: tuple[tuple[str, str], ...] = (
    ("面向", "to"),
    ("出口到", "to"), ("出口至", "to"), ("输往", "to"), ("運往", "to"), ("运往", "to"), ("销往", "to"), ("輸往", "to"),
    ("銷往", "to"), ("售往", "to"), ("出口往", "to"), ("运抵", "to"), ("運抵", "to"),
    ("进入", "to"), ("進入", "to"), ("流向", "to"), ("流入", "to"), ("抵达", "to"), ("抵達", "to"),
    ("运入", "to"), ("運入", "to"), ("运进", "to"),
    ("運進", "to"), ("发往", "to"), ("發往", "to"), ("送往", "to"), ("交付给", "to"), ("交付給", "to"), ("输", "to"),
    ("輸", "to"),
    ("进口自", "from"), ("進口自", "from"), ("来自", "from"), ("來自", "from"), ("进口的", "from"), ("進口的", "from"),
    ("支付给", "from"), ("支付給", "from"), ("付给", "from"), ("付給", "from"),
    *((word, "against") for word in _ABOVE),
    ("向", "to"), ("往", "to"), ("至", "to"), ("到", "to"), ("给", "to"), ("給", "to"), ("從", "from"), ("从", "from"),
    ("自", "from"), ("由", "from"), ("与", "with"), ("與", "with"), ("和", "with"), ("同", "with"), ("跟", "with"),
)  # fmt: skip
#: "通过中老铁路进入中国市场": a line that goods only go along is called after where it leads.
_ALONG = re.compile(
    r"(?:通过|通過|经由|經由|经|經|搭乘|乘|沿|借助|依托|依託|利用|得益于|得益於)[\u4e00-\u9fff]{2,3}?(?:国际|國際)?"
    r"(?:铁路|鐵路|高铁|高鐵|班列|公路|大桥|大橋)"
)
_LINE_REACH = 8
_RELIES = ("依赖", "依賴", "仰赖", "仰賴", "倚赖", "倚賴", "依靠")
_REACH = 18
#: How soon behind what an office says another country is named.
_NEXT = 14
#: What a country does that is no trade of its own: "受美国制裁影响，出口…".
_ELSE = re.compile(
    r"的?(?:联合|聯合|经济|經濟|单边|單邊|新一轮|新一輪|对伊|對伊)?(?:制裁|关税|關稅|封锁|封鎖|禁运|禁運|施压|施壓|入侵|军方|軍方|军队|軍隊|总统|總統|总理|總理|国会|國會|法院|媒体|媒體|大使|驻|駐|学者|學者|专家|專家|分析师|分析師|研究员|研究員|教授|记者|記者"
    r"|市场(?:需求)?(?:带动|拉动|推动)|市場(?:需求)?(?:帶動|拉動|推動)|(?:国际|國際)?(?:贸易协会|貿易協會)|商会|商會|企业发展局|企業發展局|贸发局|貿發局|贸易发展局|貿易發展局|智库|智庫"
    r"|政府(?:授权|授權|监督|監督))(?!额|額|税率|稅率|厅|廳|局|署|总)"
)


#: An office that speaks, of another country's trade as often as not: "韩国央行估算，朝鲜出口…".
_SPEAKS = re.compile(
    r"的?(?:国家|國家|中央)?(?:央行|银行|銀行|统计厅|統計廳|统计局|統計局|情报院|情報院|统一部|統一部|外交部|国防部|國防部|财政部|財政部"
    r"|农业部|農業部|农业部门|農業部門|[\u4e00-\u9fff]{0,6}(?:研究院|研究所|协会|協會|公社|智库|智庫)|官员|官員|官方|媒体|媒體|学者|學者|专家|專家|政府)"
    r"(?:[：:]|[^，,。；;：:]{0,24}?(?:估算|估计|估計|推算|推计|推計|统计|統計|表示|称|稱|说|說|透露|指出|认为|認為|报告|報告|公布|公佈|显示|顯示|报道|報道|報導|发布|發布|发表|發表)"
    r"[^，,。；;：:]{0,24}[，,：:「“])"
)


def speaks(text: str, end: int) -> re.Match[str] | None:
    """What an office of the country whose name ends at a place says, up to the mark behind it."""
    return _SPEAKS.match(text, end, end + 60)


def speaks_of(text: str, end: int, others: Sequence[int]) -> bool:
    """Whether an office of the country whose name ends at a place speaks of another, named right behind: `others`."""
    said = speaks(text, end)
    return said is not None and any(said.end() - 8 <= start <= said.end() + _NEXT for start in others)


def does_else(text: str, end: int) -> bool:
    """Whether a country whose name ends at a place is said to do something else than trade: sanctions, a speech."""
    return _ELSE.match(text, end) is not None


def goes_along(text: str, start: int) -> bool:
    """Whether a country at a place is only named in what a line is called that goods take: "经中老铁路"."""
    ahead = max(start - _LINE_REACH, 0)
    said = _ALONG.search(text, ahead, start + _LINE_REACH)
    return said is not None and said.start() < start < said.end()


def role_of(text: str, start: int, end: int) -> str:
    """The role of a country that stands from `start` to `end`: toward, to, from, with, against, owner or subject."""
    if (text[start] in _TOWARD and end - start > 1) or (start and text[start - 1] in _TOWARD):
        return "toward"
    if does_else(text, end) or goes_along(text, start):
        return "other"
    if text.endswith(_RELIES, 0, start):
        # "进口高度依赖泰国，总进口3万吨": whom the trade before depends on, and not whose the next is.
        return "other"
    apposed = _APPOSED.search(text, max(start - _REACH, 0), start)
    if apposed is not None:
        # "从全球最大的大豆出口国巴西进口"
        return _WAYS[apposed[1]]
    for word, role in _ROLES:
        if text.startswith(word, start - len(word)) and start >= len(word):
            return role
    return "owner" if text[end : end + 1] == "的" else "subject"
