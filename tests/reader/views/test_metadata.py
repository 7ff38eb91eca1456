from datetime import date

import pytest
from django.utils import timezone
from lxml import html


@pytest.fixture
def at(project, article):
    return lambda rest="": f"/projects/{project.pk}/articles/{article.pk}/metadata/{rest}"


@pytest.fixture
def form(at, client_of, editor):
    """What the page's form holds now."""

    def now():
        tree = html.fromstring(client_of(editor).get(at()).content.decode())
        return dict(tree.get_element_by_id("metadata").form_values())

    return now


@pytest.fixture
def save(at, client_of, editor, form):
    return lambda **said: client_of(editor).post(at(), form() | said, follow=True)


def test_sending_the_form_as_it_is_changes_nothing(save, article):
    before = {name: value for name, value in vars(article).items() if not name.startswith("_")}
    save()
    article.refresh_from_db()
    assert not article.corrections.exists()
    assert article.published == before["published"]


@pytest.mark.parametrize(
    ("field", "said", "kept"),
    [
        ("title", "新题𠮷", "新题𠮷"),
        ("source", "", ""),
        (
            "authors",
            "林一（临江日报）\n陈二",
            [{"name": "林一", "affiliation": "临江日报"}, {"name": "陈二", "affiliation": ""}],
        ),
        ("channel", "城建 › 观察", ["城建", "观察"]),
        ("keywords", "绿道、 口袋公园，", ["绿道", "口袋公园"]),
        ("original_title", "原来的题", "原来的题"),
        ("print_paper", "临江日报", "临江日报"),
        ("print_page", "09", "09"),
        ("editor", "郑四", "郑四"),
        ("overline", "城里的新事", "城里的新事"),
        ("subtitle", "——𠮷巷的四季", "——𠮷巷的四季"),
        ("document_number", "临建发〔2024〕6号", "临建发〔2024〕6号"),
        ("document_date", "2024-05-10", date(2024, 5, 10)),
        ("issuer", "临江市住房和城乡建设局", "临江市住房和城乡建设局"),
        ("url", "https://news.example/a.html", "https://news.example/a.html"),
    ],
)
def test_each_field_can_be_corrected(save, form, article, field, said, kept):
    save(**{field: said})
    article.refresh_from_db()
    assert getattr(article, field) == kept
    assert article.corrections.count() == 1


@pytest.mark.parametrize(
    ("said", "local", "precision"),
    [
        ("2023-01-02", "2023-01-02 00:00:00", "day"),
        ("2023-01-02 08:30", "2023-01-02 08:30:00", "minute"),
        ("2023-01-02 08:30:05", "2023-01-02 08:30:05", "second"),
    ],
)
def test_a_time_is_kept_as_exactly_as_it_is_written(save, form, article, said, local, precision):
    save(published=said)
    article.refresh_from_db()
    assert f"{timezone.localtime(article.published):%Y-%m-%d %H:%M:%S}" == local
    assert article.published_precision == precision
    assert form()["published"] == said


@pytest.mark.parametrize(
    "said",
    [
        {"published": "去年"},
        {"published": "2023-02-30"},
        {"title": ""},
        {"url": "javascript:alert(1)"},
        {"authors": "（只有单位）"},
        {"print_date": "x"},
        {"title": "长" * 301},
    ],
)
def test_what_makes_no_sense_is_refused(at, client_of, editor, form, article, said):
    answer = client_of(editor).post(at(), form() | said)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not article.corrections.exists()


def test_a_correction_shows_who_made_it_and_what_was_there(save, article):
    before = article.source
    page = save(source="临江晚报").content.decode()
    words = " ".join(html.fromstring(page).cssselect(".corrections li")[0].text_content().split())
    assert "editor" in words
    assert f"来源 {before} → 临江晚报" in words


def test_a_field_is_given_back_to_the_page(at, client_of, editor, save, article):
    before = article.source
    save(source="临江晚报")
    client_of(editor).post(at("release/"), {"field": "source"})
    article.refresh_from_db()
    assert article.source == before


def test_who_only_reads_sees_where_fields_came_from(at, client_of, viewer):
    page = client_of(viewer).get(at()).content.decode()
    assert "保存更正" not in page
    assert html.fromstring(page).cssselect(".origin")
