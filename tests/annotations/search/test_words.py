"""Words beside what was found, words that what was found says more, and lines thinned to some of them."""

import csv
import io
import re
from urllib.parse import unquote

import docx
import openpyxl
import pytest
from django.urls import reverse

from annotations.search import asked, choosing
from annotations.search.collocates import collocates
from annotations.search.finding import find
from annotations.search.key_words import key_words
from annotations.search.language import Refused, parse
from annotations.search.results import Results
from annotations.search.windows import windows
from annotations.search.words import counted
from reader.models import Article
from tests.annotations.search.scene import taken_in

pytestmark = pytest.mark.django_db

BRIDGE = "老桥修好了，桥边开了茶馆。茶馆里喝茶的人说老桥好。\n\n没有老桥就没有茶馆。桥下的水很清。"
FIELD = "稻田里的水很清。稻田边的人种稻。"


@pytest.fixture
def library(project, owner):
    titles = ["桥一", "桥二", "桥三"]
    found = [taken_in(project, owner, title, f"{BRIDGE}第{title}。") for title in titles]
    return [*found, *(taken_in(project, owner, title, f"{FIELD}第{title}。") for title in ("田一", "田二"))]


@pytest.fixture
def results(project, library):
    return Results(project, find(project, parse("老桥")), reposts=True)


def wanted(**fields):
    return asked.Asked(**{"least": 3, "reposts": True} | fields)


@pytest.fixture
def ask(client, project, owner, library):
    client.force_login(owner)

    def asked_for(q, **options):
        return client.get(reverse("search", args=[project.pk]), {"q": q, **options}).content.decode()

    return asked_for


def test_a_window_ends_with_its_sentence(project, results):
    first = [(left, right) for _, left, right in windows(project, results.in_order(()), 3)][:3]
    assert first[0][0] == [] and first[0][1][0] == "修好"
    assert "修好" not in first[1][0] and first[1][0][-1] == "说" and first[1][1] == ["好"]
    assert first[2] == (["没有"], ["就", "没有", "茶馆"])


def test_a_title_has_no_window(project, results):
    Article.objects.update(title="老桥")
    assert all(hit.number for hit, _, _ in windows(project, results.in_order(()), 5))


def test_collocates_count_each_hit_once(project, results):
    found = {one.word: one for one in collocates(project, results.in_order(()), wanted(empty=True, width=6))}
    # 没有老桥就没有茶馆: 没有 on both sides of one hit.
    counts = {word: (found[word].together, found[word].left, found[word].right) for word in ("没有", "茶馆")}
    assert counts == {"没有": (3, 3, 3), "茶馆": (9, 3, 6)} and found["茶馆"].said == 9
    assert "稻田" not in found


def test_what_says_nothing_is_listed_where_it_is_asked_for(project, results):
    hits = results.in_order(())
    bare = {one.word for one in collocates(project, hits, wanted(least=1))}
    every = {one.word for one in collocates(project, hits, wanted(least=1, empty=True))}
    assert bare < every and {"了", "就"} <= every - bare


@pytest.mark.parametrize("measure", ["log_dice", "t", "mi", "g2", "together"])
def test_collocates_are_in_the_order_of_the_measure(project, results, measure):
    found = collocates(project, results.in_order(()), wanted(least=1, empty=True, measure=measure))
    values = [one.value(measure) for one in found]
    assert len(values) > 3 and values == sorted(values, reverse=True)


def test_key_words_are_those_said_more_here(project, owner, results):
    for number in range(9):
        taken_in(project, owner, f"别的田{number}", FIELD * 3)
    found = key_words(project, results.articles, empty=False, reposts=True)
    assert sorted(one.word for one in found) == ["老桥", "茶馆"]
    assert all(one.there == 0 and one.articles == 3 and one.here == 9 for one in found)


def test_without_other_articles_nothing_is_key(project, library, ask):
    every = Results(project, find(project, parse("水")), reposts=True)
    assert key_words(project, every.articles, empty=True, reposts=True) is None
    assert "没有可比的" in ask("水", view="key_words", reposts=1)


def test_reposts_are_no_words_unless_they_are_asked_for(project, library):
    Article.objects.filter(pk=library[1].pk).update(repost_of=library[0])
    assert len(list(counted(project, reposts=False))) == len(list(counted(project, reposts=True))) - 1


def test_more_than_can_be_read_is_refused_in_words(project, library, ask, monkeypatch):
    monkeypatch.setattr("annotations.search.words.MOST", 10)
    with pytest.raises(Refused, match="vast"):
        list(counted(project, reposts=True))
    assert "一次数不完" in ask("老桥", view="collocates")


def test_a_number_of_the_collocates_leads_to_just_so_many(client, ask, project):
    page = ask("老桥", view="collocates", reposts=1, least=1, empty=1, width=4)
    leads = re.findall(r'href="([^"]+beside[^"]+)">(\d+)</a>', page)
    assert len(leads) > 5
    for address, count in leads:
        answer = client.get(reverse("search", args=[project.pk]) + address.replace("&amp;", "&")).content.decode()
        shown = answer.count('<td class="hit">')
        assert shown == int(count) and (f"9 处中的 {count} 处" in answer or shown == 9)


def test_a_sample_is_the_same_in_every_order_and_for_the_table(results):
    def sample(**fields):
        return choosing.chosen(results, asked.Asked(q="老桥", sample=4, **fields))

    assert len(sample()) == 4 and sample() == sample()
    assert set(sample(keys=("R1",))) == set(sample())
    assert any(sample(seed=seed) != sample() for seed in range(2, 9))


def test_the_page_says_that_lines_were_left_out(ask):
    page = ask("老桥", view="lines", sample=4, seed=7, reposts=1)
    assert "9 处中的 4 处" in page and "种子 7" in page and page.count('<td class="hit">') == 4


def test_the_spread_says_how_even_it_is(ask):
    assert "DPnorm" in ask("老桥", view="spread", reposts=1)
    assert "DPnorm" not in ask("没有的话", view="spread")


def downloaded(client, project, form, **asked_for):
    answer = client.get(reverse("search_file", args=[project.pk, form]), asked_for)
    return answer, io.BytesIO(b"".join(answer.streaming_content))


@pytest.mark.parametrize("view", ["lines", "collocates", "key_words"])
def test_what_is_listed_leaves_as_a_workbook(client, ask, project, view):
    _answer, file = downloaded(client, project, "xlsx", q="老桥", view=view, reposts=1, least=1)
    rows = list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))
    assert rows[0][0] in ("前文", "词") and len(rows) == (10 if view == "lines" else len(rows))
    if view == "collocates":
        assert all(isinstance(value, int | float) for row in rows[1:] for value in row[1:]) and len(rows) > 3


def test_lines_in_word_cite_each_article_once_below(client, ask, project):
    answer, file = downloaded(client, project, "docx", q="老桥", view="lines", reposts=1, sample=5)
    report = docx.Document(file)
    said = [paragraph.text for paragraph in report.paragraphs]
    assert "随机取 5 处，种子 1" in said[1] and sum(text.startswith("[") for text in said) == len(
        {row.cells[3].text for row in report.tables[0].rows[1:]}
    )
    assert len(report.tables[0].rows) == 6 and ".docx" in unquote(answer["Content-Disposition"])


def test_a_cell_is_no_formula(client, ask, project, owner):
    taken_in(project, owner, "=1+1", "=老桥的账。")
    rows = list(
        csv.reader(io.TextIOWrapper(downloaded(client, project, "csv", q="=老桥", view="lines")[1], "utf-8-sig"))
    )
    assert all(not cell.startswith("=") for row in rows for cell in row)


def test_what_is_refused_and_what_is_no_format(client, ask, project):
    assert client.get(reverse("search_file", args=[project.pk, "exe"]), {"q": "老桥"}).status_code == 404
    assert client.get(reverse("search_file", args=[project.pk, "csv"]), {"q": "-老桥"}).status_code == 302
