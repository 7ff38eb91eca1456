import json
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from reader.models import Article
from reader.people.first_account import SAMPLE
from reader.projects import changing, queries
from tests.making import PASSWORD
from tests.reader.capture.test_importing import TEXT
from tests.reader.extraction.formats.word.files import paragraph, row, run, table, word_file


def _run(*args, **options):
    out, err = StringIO(), StringIO()
    call_command(*map(str, args), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_clean_prints_the_page_as_json(capsys):
    call_command("clean", str(SAMPLE))
    page = json.loads(capsys.readouterr().out)
    assert page["title"] == "让绿道连起城市生活"
    assert page["published"] == "2024-05-18T08:30:00+08:00"
    assert page["removed"][0].keys() >= {"rule", "text", "kind", "before"}


def test_clean_prints_what_stands_beside_a_blocks_text(capsys, tmp_path):
    file = tmp_path / "表.docx"
    rows = table(row("街", "长"), row("东街", "3"))
    file.write_bytes(word_file(paragraph("街道的客厅") + paragraph(run("先问", "<w:b/>"), "再做。") + rows))
    call_command("clean", str(file))
    first, head, _ = json.loads(capsys.readouterr().out)["blocks"]
    assert first["spans"] == [{"start": 0, "end": 2, "kind": "bold", "target": ""}]
    assert head["cells"][1] == {
        "row": 0,
        "column": 1,
        "rowspan": 1,
        "colspan": 1,
        "header": False,
        "start": 2,
        "end": 3,
    }


@pytest.mark.parametrize(("data", "code"), [(b"", 1), (None, 2)])
def test_clean_says_what_is_wrong(tmp_path, data, code):
    file = tmp_path / "a.html"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(CommandError) as error:
        call_command("clean", str(file))
    assert error.value.returncode == code


def test_importarticles_takes_files_and_folders(project, tmp_path):
    (tmp_path / "深处").mkdir()
    (tmp_path / "深处" / "小巷.txt").write_text(TEXT, encoding="gb18030")
    (tmp_path / "绿道.html").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "图.png").write_bytes(b"\x89PNG")
    out, _ = _run("importarticles", tmp_path, project=project.name)
    assert Article.objects.filter(project=project).count() == 2
    assert "新收 2 篇" in out


def test_importarticles_lists_what_failed_and_keeps_the_rest(project, tmp_path):
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "小巷.txt").write_text(TEXT)
    err = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("importarticles", str(tmp_path), project=project.name, stderr=err, stdout=StringIO())
    assert error.value.returncode == 1
    assert "空.txt" in err.getvalue()
    assert Article.objects.count() == 1


def test_an_unknown_project_is_wrong_use(db, tmp_path):
    with pytest.raises(CommandError) as error:
        call_command("importarticles", str(tmp_path), project="没有")
    assert error.value.returncode == 2


def test_an_ambiguous_project_is_refused_with_the_ids(project, owner, tmp_path):
    twin = changing.create(owner, project.name)
    with pytest.raises(CommandError) as error:
        call_command("importarticles", str(tmp_path), project=project.name)
    assert str(project.pk) in str(error.value)
    assert str(twin.pk) in str(error.value)


def test_addmember_gives_a_role(project, stranger):
    _run("addmember", "stranger", project=str(project.pk), role="editor")
    assert queries.members(project).get(user=stranger).role == "editor"


def test_addmember_wants_an_account(project):
    with pytest.raises(CommandError) as error:
        _run("addmember", "新人", project=project.name)
    assert error.value.returncode == 2


def test_addmember_prints_a_link_for_somebody_new(project, client):
    printed, _ = _run("addmember", "新人", project=project.name, create=True)
    assert not User.objects.filter(username="新人").exists()
    token = printed.rsplit("/join/", 1)[1].strip()
    client.post(f"/join/{token}", {"password1": PASSWORD, "password2": PASSWORD})
    assert queries.members(project).get(user__username="新人").role == "coder"


def test_addmember_invites_whoever_has_an_account_of_that_name(project, stranger):
    printed, _ = _run("addmember", "stranger", project=project.name, create=True)
    assert "/join/" in printed
    assert not queries.is_member(project, stranger)


def test_addmember_wants_a_name_that_an_account_can_have(project):
    with pytest.raises(CommandError) as error:
        _run("addmember", "a b\u202e", project=project.name, create=True)
    assert error.value.returncode == 2
