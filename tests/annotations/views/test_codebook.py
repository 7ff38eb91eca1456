"""The codebook's page and a theme's page: what they show, and what their forms do."""

from uuid import UUID

import pytest
from django.urls import reverse

from annotations.models import Tagging, Theme
from reader.labels import giving
from reader.models import Membership


@pytest.fixture
def get(client_of, project):
    return lambda user, name, *ids: client_of(user).get(reverse(name, args=[project.pk, *ids]))


@pytest.fixture
def post(client_of, project):
    def call(user, page, /, *ids, **data):
        return client_of(user).post(reverse(page, args=[project.pk, *ids]), data, follow=True)

    return call


@pytest.fixture
def tagged(put, coder, body, theme):
    made = theme("慢行")
    put(coder, 1, body(themes=[made.pk], note="要点"))
    return made


def text_of(answer):
    return answer.content.decode()


def test_the_tree_shows_themes_with_their_counts(get, viewer, tagged, theme):
    theme("步道", tagged)
    shown = text_of(get(viewer, "codebook"))
    assert shown.index("慢行") < shown.index("步道")
    assert "圈点 1 · 文章 1 · 人 1" in shown


def test_deleted_marks_and_articles_do_not_count(get, viewer, tagged, essay):
    type(essay).objects.filter(pk=essay.pk).update(deleted="2026-01-01T00:00Z")
    assert "圈点 0 · 文章 0 · 人 0" in text_of(get(viewer, "codebook"))


def test_an_empty_codebook_says_where_to_begin(get, viewer):
    assert "还没有主题" in text_of(get(viewer, "codebook"))


def test_the_tree_takes_the_same_queries_whatever_its_size(
    client_of, viewer, project, theme, django_assert_num_queries
):
    client, address = client_of(viewer), reverse("codebook", args=[project.pk])
    client.get(address)
    with django_assert_num_queries(8):
        client.get(address)
    for number in range(20):
        theme(f"第{number}个")
    with django_assert_num_queries(8):
        client.get(address)


def test_a_new_theme_is_made(post, editor):
    post(editor, "theme_add", name=" 治理 ")
    root = Theme.objects.get()
    post(editor, "theme_add", name="共商", parent=root.pk)
    assert list(Theme.objects.order_by("pk").values_list("name", "parent")) == [("治理", None), ("共商", root.pk)]


def test_a_duplicate_leads_to_the_one_there_is(post, editor, theme):
    there = theme("治理")
    answer = post(editor, "theme_add", name="治理")
    assert answer.redirect_chain[-1][0].endswith(f"/themes/{there.pk}/")
    assert "已有同名的主题" in text_of(answer)


def test_a_coder_adds_once_the_codebook_is_unlocked(post, editor, coder):
    assert post(coder, "theme_add", name="治理").status_code == 403
    post(editor, "codebook_lock", locked="0")
    post(coder, "theme_add", name="治理")
    assert Theme.objects.get().name == "治理"


def test_the_lock_shows_where_there_is_somebody_to_lock_out(post, get, owner, editor, project):
    assert "解锁，让编码员也能加" in text_of(get(editor, "codebook"))
    post(editor, "codebook_lock", locked="0")
    assert "锁定，只让编辑加主题" in text_of(get(editor, "codebook"))
    Membership.objects.filter(project=project).exclude(user=owner).delete()
    assert "锁定，只让编辑加主题" not in text_of(get(owner, "codebook"))


def test_the_themes_passages_are_narrowed_by_a_label(client_of, viewer, tagged, project, essay):
    star, other = giving.star_of(project), giving.label_named(project, "待读")
    giving.give(Membership.objects.get(project=project, role="coder"), star, [essay])

    def total(**asked):
        return client_of(viewer).get(reverse("theme", args=[project.pk, tagged.pk]), asked).context["total"]

    assert total(label=star.pk) == total() == 1
    assert total(label=other.pk) == 0


def test_the_entry_is_changed(post, get, editor, viewer, tagged):
    said = {"name": "慢行优先", "definition": "先让人走", "use_when": "路权", "keywords": "步行、单车", "colour": 4}
    post(editor, "theme_edit", tagged.pk, **said)
    shown = text_of(get(viewer, "theme", tagged.pk))
    assert all(word in shown for word in ("慢行优先", "先让人走", "路权", "步行、单车"))


def test_a_wrong_entry_is_shown_again(post, editor, tagged, theme):
    theme("治理")
    answer = post(editor, "theme_edit", tagged.pk, name="治理", colour=1)
    assert (answer.status_code, "已有同名的主题" in text_of(answer)) == (422, True)
    assert post(editor, "theme_edit", tagged.pk, name="好", colour=13).status_code == 422


@pytest.fixture
def quotes(client_of, project, viewer, tagged):
    """What the theme's page shows at this address."""

    def shown(**query):
        answer = client_of(viewer).get(reverse("theme", args=[project.pk, tagged.pk]), query)
        return [note for group in answer.context["groups"] for note in group.notes]

    return shown


def test_a_quote_stands_between_its_neighbouring_sentences(put, coder, body, quotes, tagged):
    put(coder, 2, body("一盏灯", themes=[tagged.pk]))
    note = quotes(text="一盏灯")[0]
    assert (note.before, note.after) == ("以小微更新促活力。", "、一把椅子，都是看得见的改变。")
    assert (note.paragraph, "街巷" in note.citation) == (3, True)


def test_quotes_of_all_articles_are_shown(put, add, coder, body, quotes, tagged):
    other = add("绿道")
    put(coder, 2, body("别的事情", article=other, themes=[tagged.pk]))
    assert {note.mark.exact for note in quotes()} == {"别的事情", "慢行优先"}
    assert [note.mark.exact for note in quotes(article=other.pk)] == ["别的事情"]


def test_quotes_are_filtered_by_source_date_and_person(put, add, coder, editor, body, quotes, tagged):
    other = add("绿道", source="光明网", published="2020-01-01T00:00:00+08:00")
    put(editor, 2, body("别的事情", article=other, themes=[tagged.pk]))
    by = [{"source": "光明网"}, {"person": editor.pk}, {"dated": "published", "until": "2020-01-01"}]
    assert [[note.mark.exact for note in quotes(**query)] for query in by] == [["别的事情"]] * 3
    assert quotes(since="2100-01-01") == []


def test_quotes_of_what_hangs_below_are_shown_when_asked_for(put, coder, body, quotes, tagged, theme):
    put(coder, 2, body("小微更新", themes=[theme("步行", tagged).pk]))
    assert len(quotes()) == 1
    assert len(quotes(below=1)) == 2


def test_a_filter_cannot_leave_the_theme(quotes, tagged, theme):
    assert [note.mark.exact for note in quotes(theme=theme("别的").pk, untagged=1)] == ["慢行优先"]


def test_quotes_are_paged(put, get, viewer, coder, body, tagged, monkeypatch):
    monkeypatch.setattr("annotations.views.theme.PER_PAGE", 1)
    put(coder, 2, body("小微更新", themes=[tagged.pk]))
    assert "1 / 2" in text_of(get(viewer, "theme", tagged.pk))


def test_the_filters_offer_only_what_the_theme_has(get, add, viewer, tagged):
    add("绿道", source="光明网")
    assert get(viewer, "theme", tagged.pk).context["choices"]["sources"] == []


def test_a_themes_page_takes_the_same_queries_whatever_its_size(
    put, get, viewer, coder, body, tagged, django_assert_num_queries, django_assert_max_num_queries
):
    get(viewer, "theme", tagged.pk)
    with django_assert_max_num_queries(40) as few:
        get(viewer, "theme", tagged.pk)
    taken = len(few.captured_queries)
    for number, exact in enumerate(("小微更新", "邻里共商", "居民"), 2):
        put(coder, number, body(exact, themes=[tagged.pk]))
    with django_assert_num_queries(taken):
        get(viewer, "theme", tagged.pk)


def test_the_memo_stands_on_the_themes_page(api, get, viewer, coder, tagged):
    api(coder, "put", f"themes/{tagged.pk}/memo", {"text": "先看步行。", "revision": 0})
    assert "先看步行。" in text_of(get(viewer, "theme", tagged.pk))


def test_an_example_is_pinned_and_shown_and_can_be_taken_off(post, put, get, editor, coder, body, tagged):
    put(coder, 2, body("小微更新", themes=[tagged.pk]))
    post(editor, "theme_pin", tagged.pk, highlight=UUID(int=2))
    assert list(Tagging.objects.filter(pinned=True).values_list("highlight__exact", flat=True)) == ["小微更新"]
    assert [row.highlight.exact for row in get(editor, "theme", tagged.pk).context["examples"]] == ["小微更新"]
    post(editor, "theme_pin", tagged.pk, highlight=UUID(int=2), pinned="0")
    assert not Tagging.objects.filter(pinned=True).exists()


def test_a_pin_returns_to_the_quotes_that_were_shown(post, editor, tagged):
    answer = post(editor, "theme_pin", tagged.pk, highlight=UUID(int=1), query="text=慢行&page=1")
    assert answer.redirect_chain[-1][0].endswith("?text=%E6%85%A2%E8%A1%8C&page=1")


def test_a_pin_is_undone(post, editor, tagged):
    post(editor, "theme_pin", tagged.pk, highlight=UUID(int=1))
    assert "已撤销" in text_of(post(editor, "codebook_undo"))
    assert not Tagging.objects.filter(pinned=True).exists()


def test_a_reordered_marks_example_stays_pinned(post, put, editor, coder, body, tagged, theme):
    post(editor, "theme_pin", tagged.pk, highlight=UUID(int=1))
    put(coder, 1, body(themes=[theme("前").pk, tagged.pk]), 1)
    assert Tagging.objects.get(theme=tagged).pinned


def test_a_merge_leads_to_the_target_and_so_does_the_old_address(post, get, editor, tagged, theme):
    target = theme("步行")
    assert "已合并" in text_of(post(editor, "theme_merge", tagged.pk, target=target.pk))
    assert get(editor, "theme", tagged.pk).headers["Location"].endswith(f"/themes/{target.pk}/")


def test_a_split_by_the_page(post, editor, tagged):
    post(editor, "theme_split", tagged.pk, name="步行", highlight=[UUID(int=1), "no id"])
    assert Tagging.objects.get().theme.name == "步行"


def test_a_move_by_the_page(post, editor, tagged, theme):
    parent = theme("交通")
    post(editor, "theme_move", tagged.pk, parent=parent.pk)
    assert Theme.objects.get(pk=tagged.pk).parent == parent


def test_archiving_and_back_by_the_page(post, editor, tagged):
    assert "已归档" in text_of(post(editor, "theme_archive", tagged.pk))
    post(editor, "theme_archive", tagged.pk, archived="0")
    assert Theme.objects.get().archived is None


def test_themes_that_stand_together_are_told(put, get, coder, viewer, body, tagged, theme):
    other = theme("畅通")
    put(coder, 1, body(themes=[tagged.pk, other.pk]), 1)
    assert "畅通 1" in text_of(get(viewer, "theme", tagged.pk))


@pytest.mark.parametrize("name", ["theme_add", "codebook_lock", "codebook_undo", "codebook_redo"])
def test_the_codebooks_forms_are_posted(get, editor, name):
    assert get(editor, name).status_code == 405


def test_a_theme_of_another_project_is_not_there(get, owner, stranger):
    foreign = Theme.objects.create(project=stranger.memberships.get().project, name="外")
    assert get(owner, "theme", foreign.pk).status_code == 404
