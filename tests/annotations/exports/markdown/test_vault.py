"""The ZIP for an Obsidian vault: every quote in its article's and in its themes' files, every link with an end."""

import io
import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote
from zipfile import ZipFile

from markdown_it import MarkdownIt

from annotations.exports.markdown import vault


def files(document):
    output = io.BytesIO()
    vault.write(document, output)
    with ZipFile(output) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_there_is_a_file_for_every_article_and_every_theme(project):
    assert sorted(files(project)) == [
        "主题/未分主题.md",
        "主题/民生.md",
        "主题/绿道建设.md",
        "主题/绿道建设/建管同步.md",
        "主题/绿道建设/规划连片.md",
        "城市绿道研究.md",
        "文章/绿道进家门.md",
        "文章/让绿道连成网.md",
    ]


def test_every_quote_is_in_its_articles_and_its_themes_files(project):
    written = files(project)
    for article in project.articles:
        for mark in article.highlights:
            first = mark.exact.split("\n")[0]
            assert first in written[f"文章/{article.title}.md"]
            for theme in project.themes_of(mark):
                assert first in written[f"主题/{'/'.join(theme.path)}.md"]
                assert mark.note.split("\n")[0] in written[f"主题/{'/'.join(theme.path)}.md"]


def test_every_link_inside_leads_to_a_file_and_a_block_that_are_there(project):
    written, found = files(project), 0
    for name, text in written.items():
        for target in re.findall(r"\]\(([^)#<]+)(?:#\^([\w-]+))?\)", text):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(target[0])))
            assert path in written
            assert not target[1] or f"\n^{target[1]}\n" in written[path]
            found += 1
    assert found == 13


def test_a_block_id_stands_once(project):
    ids = re.findall(r"^\^([\w-]+)$", "\n".join(files(project).values()), re.MULTILINE)
    assert sorted(ids) == sorted(mark.id for article in project.articles for mark in article.highlights)


def test_links_are_links_to_an_independent_reader(project):
    shown = MarkdownIt().render(files(project)["主题/民生.md"])
    assert shown.count("<blockquote>") == 2
    assert 'href="../%E6%96%87%E7%AB%A0/' in shown


def test_titles_that_would_meet_on_one_disk_get_numbers(project):
    essay, news = project.articles
    document = replace(project, articles=(replace(essay, title="A/b"), replace(news, title="a／B")))
    assert {"文章/A／b.md", "文章/a／B（2）.md"} <= set(files(document))


def test_a_title_holds_nothing_that_ends_a_link_in_obsidian(project):
    document = replace(project, articles=(replace(project.articles[0], title="[理论] 第#1 ^"),))
    assert "文章/［理论］ 第＃1 ＾.md" in files(document)


def test_a_title_cannot_lead_out_of_the_archive(project):
    document = replace(project, articles=(replace(project.articles[0], title="../../x"),))
    assert not any(".." in name.split("/") or name.startswith("/") for name in files(document))


def test_the_same_project_gives_the_same_bytes(project):
    first, second = io.BytesIO(), io.BytesIO()
    vault.write(project, first)
    vault.write(project, second)
    assert first.getvalue() == second.getvalue()


def test_memos_are_in_the_files_they_belong_to(remembered):
    written = files(remembered)
    assert "备忘：全课题先看三百米。" in written["城市绿道研究.md"]
    assert "备忘：此文可作总纲。" in written["文章/让绿道连成网.md"]
    assert "备忘：与蓝道分开编。" in written["主题/绿道建设.md"]


def test_a_project_without_marks_is_a_file_that_says_so(project):
    assert list(files(replace(project, articles=(), themes=()))) == ["城市绿道研究.md"]
