from io import StringIO

import docx
import pytest
from django.core.management import CommandError, call_command, execute_from_command_line

from annotations.models import Highlight
from reader import projects


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


def test_the_origin_of_the_installation_is_in_the_links(exportnotes, put, coder, body, settings, tmp_path):
    put(coder, 1, body())
    settings.ORIGIN_HOST = "quandian.example"
    exportnotes(tmp_path / "a.md")
    assert "https://quandian.example/projects/" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_an_ambiguous_name_is_refused_with_the_ids(exportnotes, project, coder, tmp_path):
    twin = projects.create(coder, project.name)
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


@pytest.mark.parametrize("arguments", [["--format", "wps"], [], ["--format", "markdown", "--article", "x"]])
def test_arguments_that_make_no_sense_are_wrong_use(arguments, tmp_path):
    with pytest.raises(SystemExit) as caught:
        execute_from_command_line(["manage.py", "exportnotes", "--project", "1", "--output", str(tmp_path), *arguments])
    assert caught.value.code == 2


def test_a_file_that_cannot_be_written_is_wrong_use(exportnotes, essay, tmp_path):
    error = refused(exportnotes, tmp_path / "没有" / "笔记.md")
    assert error.returncode == 2
    assert "笔记.md" in str(error)


def test_marks_that_are_not_in_the_file_are_named_and_fail(exportnotes, put, coder, body, essay, project, tmp_path):
    put(coder, 1, body())
    newer = essay.versions.create(project=project, number=2, text="另写。", blocks=[], words="3")
    essay.version = newer
    essay.save(update_fields=["version"])
    assert refused(exportnotes, tmp_path / "a.md").returncode == 1
    assert "慢行优先" in exportnotes.err
    assert Highlight.objects.count() == 1
