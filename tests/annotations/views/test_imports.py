"""Importing notes on the pages: a look first, then the word, then what is left."""

from itertools import pairwise

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from annotations.anchoring import Candidate
from annotations.importing import unplaced
from annotations.marks import editing
from annotations.models import Event, Highlight, Unplaced
from annotations.undoing import steps
from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture
from reader.models import Membership
from reader.projects import changing

TABLE = "引文,文章,批注\n慢行优先,让街巷慢下来,好\n文章里没有的话,让街巷慢下来,别丢\n"


@pytest.fixture
def client(client_of, editor):
    return client_of(editor)


@pytest.fixture
def address(project, essay):
    return f"/projects/{project.pk}/"


def _upload(data=TABLE):
    return {"file": SimpleUploadedFile("表.csv", data.encode())}


@pytest.fixture
def imported(client, address):
    token = client.post(address + "import/", _upload()).context["token"]
    return client.post(address + "import/", {"token": token}, follow=True)


def test_a_file_is_taken_into_the_project_it_was_looked_at_in(client, address, editor):
    other = changing.create(editor, "另一个课题")
    token = client.post(address + "import/", _upload()).context["token"]
    assert client.post(f"/projects/{other.pk}/import/", {"token": token}).status_code == 422
    assert not Unplaced.objects.exists()


def test_a_look_changes_nothing(client, address):
    answer = client.post(address + "import/", _upload())
    assert "会放下圈点 1 处" in answer.content.decode()
    assert "文章里没有的话" in answer.content.decode()
    assert not Highlight.objects.exists()


def test_the_word_is_done_and_the_rest_listed(imported):
    page = imported.content.decode()
    assert "导入圈点 1 处" in page
    assert "文章里没有的话" in page
    assert "别丢" in page


def test_what_waits_can_be_placed_by_hand(client, address, essay, imported):
    row = Unplaced.objects.get()
    Unplaced.objects.filter(pk=row.pk).update(exact="要稳中求进", prefix="")
    text = essay.version.text
    near = "住在里面的人清楚"
    Unplaced.objects.filter(pk=row.pk).update(exact=near, prefix="完全别的前文", suffix="完全别的后文")
    places = client.get(address + "unplaced/").context["rows"][0].places
    start = text.index("住在里面的人最清楚")
    chosen = next(place for place in places if place.candidate.start == start)
    client.post(f"{address}unplaced/{row.pk}/place/", {"article": chosen.article.pk, "start": start})
    assert not Unplaced.objects.exists()
    assert Highlight.objects.get(note="别丢").exact == "住在里面的人最清楚"


@pytest.fixture
def waiting(project):
    def make(exact, **fields):
        return Unplaced.objects.create(project=project, exact=exact, **fields)

    return make


def test_a_candidate_shows_its_paragraph_its_sentence_and_leads_there(client, address, essay, waiting):
    waiting("住在里面的人清楚", title=essay.title)
    answer = client.get(address + "unplaced/")
    (place,) = answer.context["rows"][0].places
    block = next(number for number, block in enumerate(essay.version.blocks, 1) if place.words in block["text"])
    assert place.words == "住在里面的人最清楚"
    assert place.paragraph == block
    assert place.before + place.words + place.after in essay.version.text
    assert (place.after[-1:], place.before[:1] != "。") == ("。", True)
    page = answer.content.decode()
    assert f'href="{essay.get_absolute_url()}#p{block}"' in page
    assert f"《{essay.title}》第 {block} 段" in page


def test_no_candidate_is_listed_twice(client, address, project, editor, waiting):
    text = "绕口\n\n修路修路修路修路修路修路。\n\n说到修路修路，没有不点头的，街坊们都这样讲。"
    import_capture(project, editor, Capture(text.encode(), title="绕口"))
    waiting("修路修路", title="绕口")
    places = client.get(address + "unplaced/").context["rows"][0].places
    spans = sorted((place.candidate.start, place.candidate.end) for place in places)
    assert len(spans) > 1
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_place_that_was_not_offered_is_refused(client, address, essay, imported):
    row = Unplaced.objects.get()
    client.post(f"{address}unplaced/{row.pk}/place/", {"article": essay.pk, "start": 0})
    assert Unplaced.objects.filter(pk=row.pk).exists()


def _waiting():
    left_out = ("id", "imported", "imported_by_id")
    return [{name: value for name, value in row.items() if name not in left_out} for row in Unplaced.objects.values()]


def test_what_waits_can_be_dropped_and_the_drop_undone_and_redone(client, address, imported):
    before = _waiting()
    client.post(f"{address}unplaced/{Unplaced.objects.get().pk}/drop/")
    assert not Unplaced.objects.exists()
    page = client.post(f"{address}codebook/undo/", {"back": "unplaced"}, follow=True)
    assert page.redirect_chain[0][0] == f"{address}unplaced/"
    assert "已撤销“丢弃待安放的圈点：" in page.content.decode()
    assert _waiting() == before
    client.post(f"{address}codebook/redo/", {"back": "unplaced"})
    assert not Unplaced.objects.exists()


def test_a_passage_whose_placing_is_undone_waits_again(address, essay, imported, editor):
    row, before = Unplaced.objects.get(), _waiting()
    membership = Membership.objects.get(project=row.project, user=editor)
    unplaced.place(membership, row, essay, Candidate(0, 4, 0, 0, 0))
    steps.undo(membership, essay)
    assert (_waiting(), Highlight.objects.filter(note="别丢", deleted=None).count()) == (before, 0)
    steps.redo(membership, essay)
    assert (_waiting(), Highlight.objects.get(note="别丢").deleted) == ([], None)


def test_an_undone_import_leaves_nothing_and_can_be_made_again(client, address, project, imported, editor):
    kept = _waiting()
    steps.undo(Membership.objects.get(project=project, user=editor), None)
    assert (Highlight.objects.filter(deleted=None).count(), _waiting()) == (0, [])
    token = client.post(address + "import/", _upload()).context["token"]
    client.post(address + "import/", {"token": token})
    mark = Highlight.objects.get()
    assert (mark.deleted, mark.revision, mark.note, _waiting()) == (None, 3, "好", kept)


def test_a_mark_deleted_by_hand_does_not_come_back(client, address, project, imported, editor):
    editing.remove(Membership.objects.get(project=project, user=editor), Highlight.objects.get().uuid, '"1"')
    assert "没有可导入的" in client.post(address + "import/", _upload()).content.decode()


def test_anothers_waiting_passage_is_404(client_of, stranger, address, imported):
    assert client_of(stranger).post(f"{address}unplaced/{Unplaced.objects.get().pk}/drop/").status_code == 404


def test_a_file_that_is_none_is_said_so(client, address):
    answer = client.post(address + "import/", _upload("一段话"))
    assert answer.status_code == 422
    assert "认不出" in answer.content.decode()


def test_a_projects_archive_is_sent_where_it_is_restored(client, address, project):
    archive = b"".join(client.get(address + "archive/").streaming_content)
    answer = client.post(address + "import/", {"file": SimpleUploadedFile("x.zip", archive)})
    assert answer.status_code == 422
    assert "课题存档，它恢复成一个新课题" in answer.content.decode()
    assert 'href="/projects/restore/"' in answer.content.decode()


def test_where_nothing_would_come_there_is_nothing_to_press(client, address, imported):
    page = client.post(address + "import/", _upload()).content.decode()
    assert "没有可导入的" in page
    assert 'name="token"' not in page


def test_what_cannot_be_read_is_told_after_the_import_too(client, address):
    token = client.post(address + "import/", _upload(TABLE + ",让街巷慢下来,只有批注\n")).context["token"]
    page = client.post(address + "import/", {"token": token}, follow=True).content.decode()
    assert "读不进来的 1 项：只有批注" in page


def test_all_that_waits_can_be_reached(client, address, project, imported):
    kept = Unplaced.objects.get()
    for number in range(60):
        Unplaced.objects.create(project=project, exact=f"第{number}句没有的话", article=kept.article)
    first, second = (client.get(f"{address}unplaced/?page={number}").context for number in (1, 2))
    assert (len(first["rows"]), len(second["rows"])) == (50, 11)
    assert "共 61 处" in client.get(f"{address}unplaced/?page=2").content.decode()


def test_a_file_too_large_is_refused_before_it_is_read(client, address, monkeypatch):
    monkeypatch.setattr("annotations.imports.LARGEST", 2**20)
    monkeypatch.setattr("annotations.imports.quotes.recognises", lambda data: pytest.fail("it was read"))
    answer = client.post(address + "import/", _upload("引文\n" + "长" * 2**19))
    assert (answer.status_code, "最大 1 MB" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04project.qde",
        b'<!DOCTYPE a [<!ENTITY b "c">]><Project/>',
        b'{"@context": "http://www.w3.org/ns/anno.jsonld", "items": ' + b"[" * 9000,
        b"\x89PNG\r\n",
        b"",
    ],
)
def test_a_hostile_file_is_refused_and_leaves_nothing(data, client, address, project):
    before = Event.objects.count()
    answer = client.post(address + "import/", {"file": SimpleUploadedFile("x.qdpx", data)})
    assert answer.status_code == 422
    assert (Event.objects.count(), Highlight.objects.count(), Unplaced.objects.count()) == (before, 0, 0)
