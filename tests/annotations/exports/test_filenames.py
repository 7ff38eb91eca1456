"""File names every system takes."""

import pytest

from annotations.exports import FORMATS
from annotations.exports.filenames import filename


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("以协同创新引领城市群发展", "以协同创新引领城市群发展.md"),
        ('问：什么是"新质"?', "问：什么是”新质”？.md"),
        ("a/b\\c:d*e|f<g>", "a／b＼c：d＊e｜f＜g＞.md"),
        ("../../etc/passwd", "／..／etc／passwd.md"),
        ("CON", "_CON.md"),
        ("con.txt", "_con.txt.md"),
        ("LPT1 ", "_LPT1.md"),
        ("CONTENT", "CONTENT.md"),
        ("标题。 . .", "标题。.md"),
        ("第一行\n第二行\x00\x1f", "第一行 第二行.md"),
        ("\u202e3pm.exe", "3pm.exe.md"),
        ("半\ud800截", "半截.md"),
        ("", "未命名.md"),
        (" . ", "未命名.md"),
        ("𠮷祥 🌿", "𠮷祥 🌿.md"),
    ],
)
def test_a_title_as_a_file_name(title, expected):
    assert filename(title, "md") == expected


@pytest.mark.parametrize("title", ["协" * 300, "𠮷" * 100, "a" * 500, "协" * 65 + " . 同"])
def test_a_long_title_is_cut_between_characters(title):
    name = filename(title, "docx")
    assert 190 < len(name.encode()) <= 200
    assert title.startswith(name.removesuffix(".docx"))


def test_every_format_has_an_extension_of_its_own_and_none_the_archives():
    extensions = [format.extension for format in FORMATS.values()]
    assert len(set(extensions)) == len(extensions)
    assert "zip" not in extensions
