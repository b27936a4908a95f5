"""What a percentage or a multiple is in Korean and Chinese: a share, a change, a rate, a part of another."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.measures import shares
from tidewaiter.claims.asian.measures.korean_rates import became, is_of_rate
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Movement, Scene

#: "2019년 1분기 5억 달러와 비교하면 38%에 불과하다".
_BESIDE_THAT = re.compile(
    r"(?:[와과] 비교(?:하면|해도)|에 비(?:하면|해도)|[와과] 견(?:주면|줘도)|에 견(?:주면|줘도))"
    r"(?: (?:겨우|고작|약|불과))? \Z"
)
#: "2019년과 비교하면 교역액은 84.2%까지 회복".
_BACK_TO = re.compile(r"(?:까지|로|선까지) (?:[가-힣]{1,4} )?(?:회복|복구|복원|되돌아)")
_PARTS = ("분의", "절반", "/")
_DOWN_TO = re.compile(r" ?(?:이하|미만)(?:로|으로) ")
_PART_TO = re.compile(
    r"(?: ?(?:수준|이하|미만|안팎|정도|남짓|아래))?(?:로|으로|까지) | ?토막(?:이 났|이 나|으로| ?났| ?난)"
)
RATE = re.compile(r"(?:관세|관세율|세율|금리|이자율)(?:[은는이가를] |율? ?\()(?:약 )?\Z")
_AND_SO = re.compile(r", [가-힣]{2,8}[은는] (?:약 )?")
_PART_OF = re.compile(
    r"에도? (?:미치|못 ?미|불과|그[쳤친치]|해당|머[물무])|도 (?:채 )?(?:되지 않|안 [되돼된]|못 [되돼된])"
)
_IT_IS = re.compile(r"(?:가량|정도|이상)?(?:다|이다|였다|이었다|에 해당|로 |쯤|입니다|였습니다)")
_OF_GOAL = re.compile(r"(?:계획|목표|예정)(?:량|액|치)?의 (?:약 )?\Z")
#: From an amount that there once was to what part of it there is.
_HAD_BEEN = re.compile(
    r"(?:(?:였|이었|이)던|[을를] (?:기록했|넘었|넘|웃돌)던|에 (?:달하|달했|이르|이르렀|육박하|육박했)던) "
    r"(?:[가-힣]{1,8} ){0,4}[가-힣]{1,10}의 (?:약 |겨우 |고작 )?"
)
_LEFT_OF_IT = re.compile(
    r"(?:가량|정도)? ?(?:수준|정도|밖에|에 (?:불과|그[쳤친치]|머[물무]|지나지)|에도 (?:못|미치지)|도 (?:안|못|되지))"
)
_AS_MUCH = re.compile(
    r"(?:(?:相等于|相等於|相当于|相當於|等于|等於|[仅僅只]及|相比[，,](?:仍|还|還|也|已|却)?(?=不|只|仅|僅|为|為|有|约|約))[^，,。；;]{0,16}的?"
    r"|(?:恢复|恢復)(?:到|至|了)?(?:约|約|近|大约|逾|超过|不到)?"
    r"|(?:不到|不足|不及|[仅僅只]有)[^，,。；;总總]{2,14}(?:贸易|貿易|[进進出]口|进出口|進出口)[额額量值]的)\Z"
)
_OF_IT = 24
_TARIFF = re.compile(
    r"的?(?:对等|對等|惩罚性|懲罰性|额外|額外|进口|進口|基准|基準|反倾销|反傾銷|附加)?(?:关税|關稅|税率|稅率|增值税|增值稅)"
)
#: "贡献率为89.5%": what is a rate and no change.
_RATES = (
    "贡献率",
    "貢獻率",
    "利用率",
    "满载率",
    "滿載率",
    "重箱率",
    "自给率",
    "自給率",
    "失业率",
    "失業率",
    "税率",
    "稅率",
    "利率",
)


def _part_of_goal(text: str, figure: Figure) -> bool:
    """ "계획의 3분의 1": a part of what was meant to be."""
    return figure.kind in RELATIVE and _OF_GOAL.search(text, max(0, figure.start - 8), figure.start) is not None


def _of_what_was(text: str, scene: Scene, figure: Figure) -> bool:
    """ "2017년 120억 달러에 달했던 교역액의 1.4% 수준": how much is left of what there was."""
    amount = next((f for f in reversed(scene.sentence.figures) if f.end <= figure.start), None)
    if amount is None or amount.kind in RELATIVE or figure.unit != "percent":
        return False
    return (
        _HAD_BEEN.fullmatch(text, amount.end, figure.start) is not None
        and _LEFT_OF_IT.match(text, figure.end) is not None
    )


def relative(reading: Reading, scene: Scene, figure: Figure, moved: Movement) -> tuple[str, str]:
    """(measure, rule) of a percentage or a multiple."""
    text = reading.text
    if figure.unit == "percentage_points" and moved.relation == "by":
        return "change", "points of a percentage"
    if reading.language == "zh" and text[max(figure.start - 8, 0) : figure.start].rstrip("为為约約达達是").endswith(
        _RATES
    ):
        return "rate", "a rate by its name"
    if reading.language == "ko" and RATE.search(text, scene.sentence.start, figure.start):
        return "rate", "a tariff"
    if reading.language == "ko" and moved.relation != "by" and is_of_rate(scene.sentence, figure):
        return "rate", "a rate by its name"
    if reading.language == "zh" and _TARIFF.match(text, figure.end):
        return "rate", "a tariff"
    if reading.language == "ko" and _of_what_was(text, scene, figure):
        return "ratio", "measured by another time"
    if reading.language == "ko" and _part_of_goal(text, figure):
        return "ratio", "on a level with a part of another"
    if shares.is_share(reading, scene.sentence, figure, moved):
        return "share", "a part of a whole"
    if moved.relation == "to" and figure.unit == "percent":
        return "rate", "a rate that moved"
    part = any(word in text[figure.start : figure.end] for word in _PARTS)
    if reading.language == "ko" and (_DOWN_TO.match(text, figure.end) or (part and _PART_TO.match(text, figure.end))):
        # "전월의 7분의 1로 급락", "10% 이하로 떨어졌다": how much is left, and not by how much it moved.
        return "ratio", "on a level with a part of another"
    if moved.relation == "by":
        measured = moved.cue is None and (moved.direction == "none" or became(text, figure))
        return ("ratio", "measured by another time") if measured else ("change", "a relative change")
    if figure.unit == "times":
        return "ratio", "a multiple"
    if reading.language == "zh" and shares.of_partner(reading, scene.sentence, figure):
        return "share", "a partner's part"
    held = next((f for f in reversed(scene.sentence.figures) if f.end <= figure.start), None)
    level = reading.language == "ko" and held is not None and held.kind not in RELATIVE
    beside = _BESIDE_THAT.search(text, scene.sentence.start, figure.start) if reading.language == "ko" else None
    if beside is not None and (level or any(0 <= t.end - beside.start() <= 1 for t in scene.sentence.times)):
        return "ratio", "on a level with a part of another"
    if (
        reading.language == "ko"
        and _PART_OF.match(text, figure.end)
        and text.endswith(("의 ", "대비 "), 0, figure.start)
    ):
        # "정점의 20분의 1에도 미치지 못했다".
        return "ratio", "on a level with a part of another"
    if (
        level
        and held is not None
        and text[held.end : figure.start] in {"의 ", "의 약 "}
        and _IT_IS.match(text, figure.end)
    ):
        # "6만 8천 톤으로 연간 목표인 20만 톤의 34%다".
        return "ratio", "on a level with a part of another"
    following = next((f for f in scene.sentence.figures if f.start >= figure.end), None)
    paired = following is not None and following.unit == figure.unit and reading.language == "ko"
    if paired and following is not None and _AND_SO.fullmatch(text, figure.end, following.start):
        # "수입은 75%, 수출은 129% 수준이다".
        return relative(reading, scene, following, Movement())
    back = reading.language == "ko" and _BACK_TO.match(text, figure.end) is not None
    if back or text[figure.end : figure.end + 4].strip().startswith(("수준", "정도", "水平")):
        return "ratio", "on a level with a part of another"
    if reading.language == "zh" and _AS_MUCH.search(text, max(figure.start - _OF_IT, 0), figure.start):
        return "ratio", "as much as a part of another"
    return "other", "a percentage of something unsaid"
