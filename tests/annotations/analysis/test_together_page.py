"""The page of themes that are marked together, and its files."""

import csv
import io
import re

import pytest
from django.urls import reverse

from annotations.models import Highlight, Tagging, Theme
from reader.models import Article, IndexedBlock
from tests.annotations.search.scene import taken_in

pytestmark = pytest.mark.django_db

TEXT = "绿道穿城而过。河边有树。\n\n街道要慢。老人出门不难。\n\n夜校开到镇上。"


@pytest.fixture
def article(project, owner):
    return taken_in(project, owner, "慢行", TEXT)


@pytest.fixture
def mark(project, article):
    def make(exact, *themes, of=article):
        start = of.version.text.index(exact)
        place = {"start": start, "end": start + len(exact), "exact": exact}
        made = Highlight.objects.create(project=project, article=of, version=of.version, **place)
        for theme in themes:
            Tagging.objects.create(project=project, highlight=made, theme=theme)
        return made

    return make


@pytest.fixture
def themes(project):
    one = Theme.objects.create(project=project, name="=生态")
    two = Theme.objects.create(project=project, name="慢行")
    return one, two, Theme.objects.create(project=project, name="绿道", parent=one, position=1)


@pytest.fixture
def page(client, project, owner):
    client.force_login(owner)

    def get(**asked):
        answer = client.get(reverse("together", args=[project.pk]), asked)
        assert answer.status_code == 200
        return answer

    return get


def counts(answer):
    return [
        (row.one.name, row.other.name, row.by.one, row.by.other, row.by.both) for row in answer.context["found"].rows
    ]


def test_pairs_are_counted_in_the_way_asked_for(page, mark, themes):
    mark("穿城而过", themes[0])
    mark("河边有树", themes[1])
    mark("老人", themes[1])
    assert counts(page(how="paragraph")) == [("=生态", "慢行", 1, 2, 1)]
    assert counts(page(how="sentence")) == [] and "没有两个主题在一起" in page(how="sentence").content.decode()
    assert counts(page(how="near", reach=3)) == [("=生态", "慢行", 1, 2, 2)]


@pytest.mark.parametrize("how", ["sentence", "paragraph"])
def test_what_is_not_indexed_yet_is_counted_alike(page, mark, themes, how):
    for exact, theme in (("穿城", 0), ("而过", 1), ("河边有树", 1), ("老人", 1)):
        mark(exact, themes[theme])
    before = counts(page(how=how))
    IndexedBlock.objects.all().delete()
    assert counts(page(how=how)) == before and before


def test_parents_have_the_marks_of_their_children_and_make_no_pair_with_them(page, mark, themes):
    mark("河边有树", themes[2], themes[1])
    found = {frozenset(pair[:2]) for pair in counts(page(how="passage"))}
    assert found == {frozenset(("=生态", "慢行")), frozenset(("绿道", "慢行"))}


def test_a_number_leads_to_its_passages(page, mark, themes, article):
    mark("穿城而过", themes[0])
    mark("河边有树", themes[1])
    answer = page(how="paragraph")
    lead = re.search(r'href="(\?[^"]*one=\d+[^"]*)"', answer.content.decode())[1].replace("&amp;", "&")
    shown = answer.client.get(reverse("together", args=[article.project_id]) + lead)
    said = shown.content.decode()
    assert shown.context["found"].count == 1 and f"{article.get_absolute_url()}#p1" in said
    assert "穿城而过" in said and "河边有树" in said


def test_reposts_are_counted_once(page, mark, themes, article, project, owner):
    again = taken_in(project, owner, "慢行又载", TEXT)
    Article.objects.filter(pk=again.pk).update(repost_of=article)
    for of in (article, again):
        mark("河边有树", themes[0], themes[1], of=of)
    assert counts(page(how="passage"))[0][4] == 1
    assert counts(page(how="passage", reposts=1))[0][4] == 2


def test_without_marks_the_page_says_what_is_missing(page, themes):
    assert "还没有归了主题的圈点" in page().content.decode()


@pytest.mark.parametrize(
    "asked", [{"how": "x"}, {"reach": "-1"}, {"one": 10**30}, {"one": 5, "other": 5}, {"page": "9" * 40}]
)
def test_what_makes_no_sense_is_left_out(page, mark, themes, asked):
    mark("河边有树", themes[0], themes[1])
    assert page(**asked).context["found"].rows


def test_the_table_as_csv_without_formulas(client, page, mark, themes, project):
    mark("河边有树", themes[0], themes[1])
    answer = client.get(reverse("together_file", args=[project.pk, "csv"]), {"how": "passage"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert rows[1][:6] == ["'=生态", "慢行", "1", "1", "1", "1"]
    assert client.get(reverse("together_file", args=[project.pk, "exe"])).status_code == 404


def test_it_asks_little_of_the_database(client, page, mark, themes, django_assert_max_num_queries):
    for exact in ("穿城而过", "河边有树", "老人"):
        mark(exact, *themes[:2])
    page()
    with django_assert_max_num_queries(16):
        page(one=themes[0].pk, other=themes[1].pk)
