import json
from uuid import uuid4

import pytest
from django.utils import timezone, translation

from annotations.api import answers
from annotations.exporting import documents
from annotations.exports.citation import entry
from annotations.exports.document import CitationStyle
from annotations.models import ArticleTheme, Highlight, Theme
from reader.models import Project


def test_a_highlight_is_told_whole(put, coder, body, theme):
    first = theme("甲").pk
    answer = put(coder, 1, body(note="好", themes=[first])).json()
    assert set(answer) == {
        *("id", "version", "start", "end", "exact", "prefix", "suffix", "note", "themes", "author"),
        *("created", "updated", "revision", "editable"),
    }
    assert answer["author"] == {"id": coder.pk, "name": "coder"}
    assert (answer["themes"], answer["editable"]) == ([first], True)


def test_people_go_by_their_full_name_where_they_have_one(put, coder, body):
    coder.last_name = "李编码"
    coder.save(update_fields=["last_name"])
    assert put(coder, 1, body()).json()["author"]["name"] == "李编码"


def test_a_highlight_by_itself_carries_its_revision(put, api, viewer, coder, body):
    made = put(coder, 1, body()).json()
    answer = api(viewer, "get", f"highlights/{made['id']}")
    assert (answer.json() | {"editable": True}, answer.headers["ETag"]) == (made, '"1"')


def test_the_desk_holds_what_the_page_needs(desk, essay, coder):
    told = desk(coder)
    fields = {"version", "number", "words", "me", "themes", "article_themes", "marks", "people", "cursor"}
    assert set(told) == {*fields, "citation", "highlights"}
    assert told["me"] == {"id": coder.pk, "name": "coder", "may": {"mark": True, "edit": False, "add_themes": False}}
    assert (told["version"], told["words"]) == (essay.version_id, essay.version.words)


def test_the_desk_cites_the_article_as_its_exports_do(desk, essay, coder):
    request = documents.Request(None, "", timezone.now())
    cited = entry(documents.of_article(essay.project, essay, request).articles[0], CitationStyle())
    assert desk(coder)["citation"] == cited
    assert essay.title in cited


def test_a_theme_is_told_with_its_sound(desk, coder, theme):
    made = theme("新质生产力").pk
    assert {row["id"]: row["pinyin"] for row in desk(coder)["themes"]}[made] == "xin zhi sheng chan li"


def test_the_desk_lists_marks_in_text_order(put, desk, coder, body):
    for number, exact in enumerate(["小微更新", "一条街巷", "慢行优先促畅通", "慢行优先"]):
        put(coder, number, body(exact))
    assert [mark["exact"] for mark in desk(coder)["highlights"]] == [
        "一条街巷",
        "慢行优先",
        "慢行优先促畅通",
        "小微更新",
    ]


def test_an_accepted_theme_has_its_place_in_the_text(desk, essay, viewer):
    row = desk(viewer)["article_themes"][0]
    assert essay.version.blocks[row["paragraph"]]["text"].startswith(row["lead"])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"exact": "慢行优后"}, "quote_mismatch"),
        ({"prefix": "x"}, "quote_mismatch"),
        ({"suffix": ""}, "quote_mismatch"),
        ({"start": -1}, "out_of_range"),
        ({"end": 10**9}, "out_of_range"),
        ({"start": 10**30, "end": 10**31}, "out_of_range"),
        ({"version": 10**9}, "unknown_version"),
        ({"themes": [10**9]}, "unknown_theme"),
        ({"themes": [2**70]}, "invalid"),
        ({"note": "字\0"}, "invalid"),
        ({"note": "字" * 20_001}, "invalid"),
        ({"start": "one"}, "invalid"),
        ({"exact": None}, "invalid"),
    ],
)
def test_a_mark_that_does_not_fit_is_refused_and_nothing_kept(put, coder, body, change, code):
    answer = put(coder, 1, body() | change)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)
    assert not Highlight.objects.exists()


@pytest.mark.parametrize("exact", ["𠮷祥里", "🚲", "好街巷"])
def test_places_count_code_points_after_odd_characters_too(put, coder, body, exact):
    assert put(coder, 1, body(exact)).json()["exact"] == exact


def test_a_place_in_utf16_units_is_refused(put, coder, body, essay):
    right = body("好街巷")
    units = len(essay.version.text[: right["start"]].encode("utf-16-le")) // 2
    answer = put(coder, 1, right | {"start": units, "end": units + 3})
    assert answer.json()["error"]["code"] == "quote_mismatch"


def test_half_a_character_is_refused(put, coder, body):
    answer = put(coder, 1, body("𠮷祥里") | {"exact": "\ud842"})
    assert answer.status_code == 422


def test_half_a_character_in_a_note_is_refused(put, coder, body):
    assert put(coder, 1, body(note="半\ud842个")).status_code == 422


def test_a_theme_of_another_project_is_refused_by_its_id(put, coder, stranger, body):
    foreign = Theme.objects.create(project=Project.objects.get(memberships__user=stranger), name="外")
    answer = put(coder, 1, body(themes=[foreign.pk]))
    assert (answer.json()["error"]["code"], answer.json()["themes"]) == ("unknown_theme", [foreign.pk])


def test_a_version_of_another_article_is_refused(put, coder, body, article):
    answer = put(coder, 1, body() | {"version": article.version_id})
    assert answer.json()["error"]["code"] == "unknown_version"


def test_the_same_uuid_in_another_project_is_another_highlight(put, coder, stranger, client_of, body):
    from reader.capture.importing import import_capture
    from reader.cleaning.captures import Capture

    put(coder, 1, body())
    elsewhere = Project.objects.get(memberships__user=stranger)
    other = import_capture(elsewhere, stranger, Capture("另一篇\n\n也说慢行优先，说得更短。".encode())).article
    address = f"/api/projects/{elsewhere.pk}/highlights/{Highlight.objects.get().uuid}"
    answer = client_of(stranger).put(address, body(article=other), "application/json")
    assert answer.status_code == 201


def test_a_note_keeps_its_line_breaks_and_odd_characters(put, coder, body):
    note = "一行\n两行　𠮷👨‍👩‍👧\u200b"
    assert put(coder, 1, body(note=note)).json()["note"] == note


def test_an_error_has_one_shape(put, coder, body):
    error = put(coder, 1, body(exact="慢行优先") | {"start": -1}).json()
    assert error == {"error": {"code": "out_of_range", "message": "圈点的位置不在文章之内。"}}


@pytest.mark.parametrize("data", ["", "{", "[]", '"x"', "null"])
def test_what_is_no_mark_at_all_is_refused(client_of, coder, project, data):
    address = f"/api/projects/{project.pk}/highlights/{uuid4()}"
    answer = client_of(coder).put(address, data, "application/json")
    assert answer.status_code in (400, 422)
    assert set(answer.json()["error"]) == {"code", "message"}


def test_writing_needs_the_csrf_token(api, coder, body):
    answer = api(coder, "put", f"highlights/{uuid4()}", body(), enforce_csrf_checks=True)
    assert answer.status_code == 403
    assert not Highlight.objects.exists()


def test_writing_with_the_csrf_token_goes_through(client_of, coder, project, body):
    client = client_of(coder, enforce_csrf_checks=True)
    client.cookies["csrftoken"] = token = "t" * 32
    address = f"/api/projects/{project.pk}/highlights/{uuid4()}"
    answer = client.put(address, json.dumps(body()), "application/json", headers={"X-CSRFToken": token})
    assert answer.status_code == 201


def test_the_anonymous_are_asked_to_sign_in(api, essay):
    answer = api(None, "get", f"articles/{essay.pk}/desk")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "signed_out")


def test_a_stranger_finds_nothing(api, put, coder, stranger, essay, body):
    uuid = put(coder, 1, body()).json()["id"]
    paths = [("get", f"articles/{essay.pk}/desk"), ("get", f"highlights/{uuid}"), ("delete", f"highlights/{uuid}")]
    assert {api(stranger, method, path).status_code for method, path in paths} == {404}
    assert put(stranger, 2, body()).status_code == 404


def test_a_viewer_reads_and_does_not_mark(put, delete, desk, coder, viewer, body):
    put(coder, 1, body())
    assert len(desk(viewer)["highlights"]) == 1
    assert put(viewer, 2, body("小微更新")).status_code == 403
    assert delete(viewer, 1, 1).status_code == 403


def test_what_one_persons_page_sends_is_not_kept_in_anothers_name(client_of, editor, coder, project, body):
    """Somebody else signed in in another tab, while this page still held marks to send."""
    address = f"/api/projects/{project.pk}/highlights/{uuid4()}"
    send = client_of(editor).put
    refused = send(address, body(), "application/json", headers={"X-Reader": str(coder.pk)})
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "signed_out")
    assert not Highlight.objects.exists()
    assert send(address, body(), "application/json", headers={"X-Reader": str(editor.pk)}).status_code == 201


@pytest.mark.parametrize(("language", "count"), [("zh-hans", "五"), ("en", "5")])
def test_a_reason_counts_as_the_readers_language_does(essay, language, count):
    row = ArticleTheme.objects.filter(article=essay).first()
    row.reason = {"code": "headings", "parameters": {"count": 5}}
    with translation.override(language):
        assert count in answers._reason(row)
