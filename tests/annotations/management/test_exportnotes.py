import csv
from io import StringIO

import docx
import pytest
from django.core.management import CommandError, call_command, execute_from_command_line

from annotations.models import Highlight
from reader.projects import changing


@pytest.fixture
def exportnotes(project):
    """Run the command; returns what it printed."""

    def run(output, *arguments, of=None, format="markdown"):
        out, err = StringIO(), StringIO()
        given = ["--project", of or project.name, "--format", format, "--output", str(output), *arguments]
        try:
            call_command("exportnotes", *given, stdout=out, stderr=err)
        finally:
            run.err = err.getvalue()
        return out.getvalue().strip()

    return run


def refused(run, *given, **options):
    with pytest.raises(CommandError) as caught:
        run(*given, **options)
    return caught.value


def test_an_articles_notes_are_written_to_the_file(exportnotes, put, coder, body, essay, tmp_path):
    put(coder, 1, body("𠮷祥里", note="先问居民"))
    exportnotes(tmp_path / "笔记.md", "--article", str(essay.pk))
    text = (tmp_path / "笔记.md").read_text(encoding="utf-8")
    assert "𠮷祥里" in text
    assert "先问居民" in text


def test_in_a_folder_the_file_is_named_after_the_article(exportnotes, essay, tmp_path):
    printed = exportnotes(tmp_path, "--article", str(essay.pk))
    assert [path.name for path in tmp_path.iterdir()] == [f"{essay.title}.md"]
    assert printed == str(tmp_path / f"{essay.title}.md")


def test_a_projects_notes_are_named_after_it(exportnotes, put, coder, body, project, tmp_path):
    put(coder, 1, body(note="先问居民"))
    exportnotes(tmp_path, of=str(project.pk), format="docx")
    report = docx.Document(tmp_path / f"{project.name}.docx")
    assert "先问居民" in "".join(comment.text for comment in report.comments)


def test_word_names_the_only_coder_on_request(exportnotes, put, coder, body, tmp_path):
    put(coder, 1, body())
    for name, *asked in (("a.docx",), ("b.docx", "--people")):
        exportnotes(tmp_path / name, *asked, format="docx")
        lines = docx.Document(tmp_path / name).paragraphs
        assert any(line.style.name == "Facts" and "· coder ·" in line.text for line in lines) == bool(asked)


def test_the_origin_of_the_installation_is_in_the_links(exportnotes, put, coder, body, settings, tmp_path):
    put(coder, 1, body())
    settings.SITE = "https://quandian.example"
    exportnotes(tmp_path / "a.md")
    assert "https://quandian.example/projects/" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_an_ambiguous_name_is_refused_with_the_ids(exportnotes, project, coder, tmp_path):
    twin = changing.create(coder, project.name)
    error = refused(exportnotes, tmp_path)
    assert error.returncode == 2
    assert str(project.pk) in str(error)
    assert str(twin.pk) in str(error)


def test_an_unknown_project_is_wrong_use(exportnotes, tmp_path):
    assert refused(exportnotes, tmp_path, of="没有这个").returncode == 2


def test_an_unknown_article_is_wrong_use(exportnotes, tmp_path):
    assert refused(exportnotes, tmp_path, "--article", "999999").returncode == 2


def test_an_article_of_another_project_is_wrong_use(exportnotes, essay, stranger, tmp_path):
    mine = stranger.memberships.get().project
    assert refused(exportnotes, tmp_path, "--article", str(essay.pk), of=str(mine.pk)).returncode == 2


@pytest.mark.parametrize("arguments", [["--format", "wps"], [], ["--format", "markdown", "--note", "x"]])
def test_arguments_that_make_no_sense_are_wrong_use(arguments, tmp_path):
    with pytest.raises(SystemExit) as caught:
        execute_from_command_line(["manage.py", "exportnotes", "--project", "1", "--output", str(tmp_path), *arguments])
    assert caught.value.code == 2


def test_a_file_that_cannot_be_written_is_wrong_use(exportnotes, essay, tmp_path):
    error = refused(exportnotes, tmp_path / "没有" / "笔记.md")
    assert error.returncode == 2
    assert "笔记.md" in str(error)


def test_a_file_that_cannot_be_finished_leaves_the_old_one(exportnotes, essay, tmp_path, monkeypatch):
    old = tmp_path / "笔记.md"
    old.write_text("上一次的", encoding="utf-8")
    monkeypatch.setattr("annotations.exports.markdown.report.write", _fails_midway)
    with pytest.raises(RuntimeError):
        refused(exportnotes, old)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"笔记.md": "上一次的"}


def _fails_midway(document, output):
    output.write(b"half")
    raise RuntimeError


def test_marks_that_are_not_in_the_file_are_named_and_fail(exportnotes, put, coder, body, essay, project, tmp_path):
    put(coder, 1, body())
    newer = essay.versions.create(project=project, number=2, text="另写。", blocks=[], words="3")
    essay.version = newer
    essay.save(update_fields=["version"])
    assert refused(exportnotes, tmp_path / "a.md").returncode == 1
    assert "慢行优先" in exportnotes.err
    assert Highlight.objects.count() == 1


@pytest.fixture
def several(put, coder, editor, body, theme):
    root = theme("街巷")
    child = theme("慢行", parent=root)
    put(coder, 1, body("慢行优先", note="硬约束", themes=[child.pk]))
    put(coder, 2, body("小微更新", themes=[root.pk]))
    put(editor, 3, body("一盏灯"))


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["--theme", "街巷"], {"慢行优先", "小微更新"}),
        (["--theme", "街巷", "--alone"], {"小微更新"}),
        (["--theme", "街巷 / 慢行"], {"慢行优先"}),
        (["--untagged"], {"一盏灯"}),
        (["--person", "editor"], {"一盏灯"}),
        (["--note", "with"], {"慢行优先"}),
        (["--text", "灯"], {"一盏灯"}),
        (["--since", "2999-01-01"], set()),
        (["--until", "2999-01-01", "--dated", "marked", "--source", ""], {"慢行优先", "小微更新", "一盏灯"}),
        (["--source", "别处的报"], set()),
    ],
)
def test_the_filter_of_the_notes_page(arguments, left, exportnotes, several, tmp_path):
    exportnotes(tmp_path / "a.csv", *arguments, format="csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["引文"] for row in csv.DictReader(file)} == left


def test_a_theme_of_two_places_is_refused_with_the_ids(exportnotes, several, theme, tmp_path):
    twin = theme("慢行")
    error = refused(exportnotes, tmp_path, "--theme", "慢行")
    assert (error.returncode, str(twin.pk) in str(error)) == (2, True)


@pytest.mark.parametrize(
    "arguments", [["--theme", "没有"], ["--person", "nobody"], ["--since", "昨天"], ["--article", "x"]]
)
def test_a_filter_that_makes_no_sense_is_wrong_use(arguments, exportnotes, essay, tmp_path):
    assert refused(exportnotes, tmp_path, *arguments).returncode == 2


def test_an_archive_is_never_a_part(exportnotes, essay, tmp_path):
    assert refused(exportnotes, tmp_path, "--note", "with", format="archive").returncode == 2
