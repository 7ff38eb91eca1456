"""No heading of the Word report ends in a line of one character."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from lxml import etree

from annotations.exports.document import Theme
from annotations.exports.word import report, titles
from annotations.exports.word.xml import W, paragraph

WORDS = "以城市更新为抓手推动高质量发展要把握的若干关系与路径选择兼论老旧街区里小尺度公共空间的共建共治共享机制"
OFFICE = shutil.which("soffice") and shutil.which("pdftotext")


def title(length):
    return (WORDS * 3)[:length]


def test_a_heading_of_one_line_keeps_its_width():
    assert titles.measure(20, 21.54) > 21.54


@pytest.mark.parametrize("most", [16.5, 21.5, 30.7, 35.9])
def test_the_last_line_is_never_left_with_less_than_three_characters(most):
    for width in range(int(most), 151):
        length = int(titles.measure(width, most))
        assert width <= length or titles.FEWEST <= width % length < length, width


def test_latin_letters_are_narrower():
    assert titles.extent("GDP与5G") == pytest.approx(1 + 5 * titles.LATIN)


@pytest.mark.parametrize(("style", "sides"), [("Heading1", {"left", "right"}), ("Heading2", {"right"})])
def test_centred_headings_are_narrowed_on_both_sides(style, sides):
    heading = paragraph(etree.Element("body"), style)
    titles.narrow(heading, style, title(32))
    assert {key.removeprefix(f"{{{W}}}") for key in heading[0].find(f"{{{W}}}ind").attrib} == sides


@pytest.mark.skipif(not OFFICE, reason="LibreOffice or pdftotext is not installed")
def test_libreoffice_sets_titles_and_headings_of_any_length_with_full_last_lines(build, tmp_path):
    lengths = range(15, 67)
    heads = [("heading", title(length), 1 + length % 3) for length in lengths]
    articles = tuple(
        build.article((heads[place],), id=length, title=title(length)) for place, length in enumerate(lengths)
    )
    theme = Theme(1, title(31), (title(31),), 1, "#2f5f9e")
    document = replace(build.project(), title=title(34), articles=articles, themes=(theme,))
    with (tmp_path / "titles.docx").open("wb") as file:
        report.write(document, file)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "titles.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    subprocess.run(["pdftotext", "-layout", tmp_path / "titles.pdf"], check=True)
    pages = (tmp_path / "titles.txt").read_text().split("\f")
    pages = [page for page in pages if "徐小明（" in page]
    assert len(pages) == len(lengths)
    for page in pages:
        lines = [line.strip() for line in page.splitlines() if set(line) & set(WORDS)]
        assert (
            min(map(len, (line for line in lines if "徐小明" not in line and "经济日报" not in line))) >= titles.FEWEST
        )
