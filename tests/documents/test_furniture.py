"""Single lines: what is no article in eight languages, and what must not be mistaken for it."""

from __future__ import annotations

import time

import pytest

from tidewaiter.documents.furniture import (
    byline,
    ends_article,
    heads_box,
    is_author_note,
    is_caption,
    is_fact,
    is_furniture,
    masthead,
)
from tidewaiter.documents.read import read_text

FURNITURE = """You have read 4 of your 5 free articles this month.
Enjoying this article? Click here to subscribe for full access. Just $5 a month.
Subscribe to Diplomat All-Access
Subscribe now
Sign up to receive our latest news!
By submitting this form, I agree to the terms.
Please direct any comments or questions about this article to desk@news.example.
Read in Korean
Print Preview
Font Size Up
Share this article
Facebook Twitter LinkedIn
Copyright © news.example. All rights reserved.
© 2023 The Islander
Photo: A. Smith / Agency
Credit: Depositphotos
Image courtesy of: the ministry
Tel : 02-724-2114
Online newspaper registration No : 서울,아52844
Date of registration : 2020.02.05
We use cookies to improve your experience.
Already a subscriber? Login here
VIEW PROFILE
Read more: Ten ways to save $500
Related: Imports rise 5%
Advertisement
12 Comments
3 min read
Updated : 2021-05-12 18:29
Follow us on Twitter
Reporting by A. Smith; Editing by B. Jones
Tags: trade, China
Support independent journalism for $10 a month
Monthly Plan
€4.50/month
Billed as SGD54.00/year
For new subscribers only
저작권자 ⓒ 주간무역, 무단 전재 및 재배포 금지
기사제보 및 보도자료
로그인
글자크기 설정
제보는 카카오톡 jebo
责任编辑：李明
打印本页
分享到微信
版权所有 未经授权禁止转载
無断転載を禁じます
この記事は有料会員限定です
Все права защищены
Поделиться
Читайте также: импорт вырос на 5%
Tous droits réservés
Lire aussi : les ventes reculent
Alle Rechte vorbehalten
Jetzt abonnieren
Todos los derechos reservados
Suscríbase"""

ARTICLE = """Sales fell.
Imports: $3 million
Share prices of the port fell 5 percent on the news.
Subscribers to the ferry line rose by 12% to 96,000.
Printing paper led with $4 million.
Home sales rose 5%.
Related industries lost 4,000 jobs.
Credit to farms rose by 3 percent.
Photo equipment worth $3 million crossed the border.
Copyright industries earned $5 billion.
Comments by the minister sent the currency down 3 percent.
Updated figures show that 12,000 tonnes were landed.
Published figures put the total at $3 million.
News of the deal lifted exports by 5%.
Tags worth $3,000 were sold.
Read the figures with care, he said.
More articles of clothing were exported than ever.
Follow-up shipments came to 400 tonnes.
Date palms and dates made up 4% of it.
Reporting by customs offices showed that exports fell 5%.
Issued: 5,000 permits
Created: 400 jobs
Telephone exports came to $14 million.
Imports: $4.50 million/month
Next in line is wheat.
By June, 4,000 tonnes had arrived.
수출은 줄었다.
구독료 수입은 3억 원이었다.
출口 came to 5.
出口下降了。
Продажи упали.
Les ventes ont reculé.
Die Ausfuhren fielen.
Las ventas cayeron."""


@pytest.mark.parametrize("line", FURNITURE.splitlines())
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ARTICLE.splitlines())
def test_short_lines_of_articles(line: str) -> None:
    assert not is_furniture(line)
    assert not ends_article(line)
    assert not heads_box(line)
    assert byline(line) is None


@pytest.mark.parametrize(
    "line",
    ["Related articles", "AUTHORS", "TAGS", "Most Read", "3 Comments", "Leave a Reply", "More from Trade", "Others Also Read", "Next In Business News", "관련기사",
     "많이 본 뉴스", "相关阅读", "関連記事", "Читайте также", "Articles liés", "Mehr zum Thema", "Noticias relacionadas",
     "Email ann@e.org Article List More articles by this reporter"],
)  # fmt: skip
def test_headings_that_end_an_article(line: str) -> None:
    assert ends_article(line) or heads_box(line)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Nam Hyun-woo", "Nam Hyun-woo"),
        ("By Ann Lee and Bob Stone | June 10, 2022", "Ann Lee and Bob Stone"),
        ("By Jo Marsh · Updated 2 November 2023", "Jo Marsh"),
        ("김철수 기자", "김철수"),
        ("홍길동 기자 hong@news.example", "홍길동"),
        ("记者：李明", "李明"),
        ("ann@news.example", ""),
        ("By sea, 400 tonnes", None),
        ("Ann Lee said so", None),
    ],
)
def test_bylines(line: str, author: str | None) -> None:
    assert byline(line) == author


def test_captions_notes_and_facts() -> None:
    assert is_caption("People walk past the port in this Dec. 5, 2020, photo released by the agency. Yonhap")
    assert is_caption("The minister speaks in the capital. (AP Photo/A. Smith)")
    assert not is_caption("Photographs worth $3 million were sold at the fair.")
    assert is_author_note("Jo Marsh is one of the weekly's full-time journalists. She writes about trade.")
    assert not is_author_note("Kim is a professor of trade who sold 40% of it.")
    assert is_fact("Exports: $3")
    assert is_fact("수출 2천930만 달러")
    assert not is_fact("Gunman steals 18 bicycles")


def test_no_line_takes_long() -> None:
    began = time.perf_counter()
    for hostile in (
        "share " * 40,
        "a@" * 120,
        "> " * 135,
        "> a" * 90,
        "by A. " * 40,
        "( " * 120,
        "follow us " * 25,
        "5 of " * 50,
        "가 " * 100,
    ):
        for _ in range(20):
            is_furniture(hostile)
            ends_article(hostile)
            byline(hostile)
            is_caption(hostile)
    assert time.perf_counter() - began < 2


STORY = "\n\nKenya's tea exports to Iran rose 5% in May, Kenyan customs said on Tuesday. They had fallen in April.\n"
CHINESE_STORY = "\n\n肯尼亚海关周二表示，5月对伊朗茶叶出口增长5%。4月曾下降。出口额为500万美元。\n"


@pytest.mark.parametrize(
    ("text", "title", "outlet"),
    [
        ("The Harbour Times — Business Desk\n\nTea exports rise" + STORY, "Tea exports rise", "The Harbour Times"),
        ("Harbour Times — Business Desk" + STORY, None, "Harbour Times"),
        ("Business Desk\n\nTea exports to Iran climb" + STORY, "Tea exports to Iran climb", None),
        ("GULF MONITOR · Weekly Bulletin No. 24\n20 June 2023\n\nIran tea imports jump" + STORY, "Iran tea imports jump",
         "GULF MONITOR"),
        ("Tea exports rise\nKenya sold more to Iran in May, but less to Egypt" + STORY, "Tea exports rise", None),
        ("茶叶出口增长" + CHINESE_STORY, "茶叶出口增长", None),
        ("茶叶出口增长\n来源：港口时报  2023-06-20 10:00" + CHINESE_STORY, "茶叶出口增长", "港口时报"),
        ("港口时报 财经部\n\n肯尼亚茶叶出口回升" + CHINESE_STORY, "肯尼亚茶叶出口回升", "港口时报"),
    ],
)  # fmt: skip
def test_a_masthead_is_no_headline(text: str, title: str | None, outlet: str | None) -> None:
    document = read_text(text, name="t.txt")
    assert (document.title, document.outlet) == (title, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "Kenya: tea exports climb",
        "Tea – Iran buys more",
        "Oil, gas and the Section 232 tariffs",
        "Tea is now export No. 1",
    ],
)
def test_a_headline_is_no_masthead(line: str) -> None:
    assert masthead(line) is None
