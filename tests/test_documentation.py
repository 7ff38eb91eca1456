"""The README and the code name the same settings, commands and formats."""

import re
from pathlib import Path

import pytest

from annotations.exports import FORMATS
from annotations.management.arguments import OPTIONS
from annotations.management.commands.exportnotes import ARCHIVE
from reader.management.commands.importarticles import TAKEN

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = [file for app in ("reader", "annotations") for file in (ROOT / app).rglob("*.py")]
# Django's own, which the README explains.
BORROWED = {"changepassword"}


def _section(title):
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def _rows(title):
    """The first code word of each row of a section's tables."""
    return {match[1] for match in re.finditer(r"^\| `([\w.-]+)", _section(title), re.MULTILINE)}


def _settings_in_code():
    text = "\n".join(file.read_text(encoding="utf-8") for file in CODE)
    read = set(re.findall(r"environ(?:\.get\(|\[)\s*\"([A-Z_]+)\"", text))
    return {name for name in read if name.startswith(("QUANDIAN_", "DATABASE_"))}


def test_settings():
    assert {name for name in _rows("设置") if name.startswith(("QUANDIAN_", "DATABASE_"))} == _settings_in_code()


@pytest.mark.parametrize(("name", "file"), [("PORT", "Makefile"), ("CHROMIUM", "tests/chromium.py")])
def test_settings_of_make(name, file):
    assert name in _rows("设置")
    assert name in (ROOT / file).read_text(encoding="utf-8")


def test_commands():
    named = {file.stem for file in CODE if file.parent.name == "commands" and file.stem != "__init__"}
    assert _rows("命令") == named | BORROWED


def test_filters_of_exportnotes():
    told = set(re.findall(r"`(--[a-z]+)", _section("命令").split("\n`exportnotes`")[1].split("\n\n")[0]))
    assert told == {option for option, _field, _told in OPTIONS}


def test_export_formats():
    assert _rows("导出格式") == {*FORMATS, ARCHIVE}


def test_import_formats():
    assert set(re.findall(r"`(\.\w+)`", _section("收文章"))) == TAKEN


def test_make_targets():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(makefile.split(".PHONY:")[1].split("\n")[0].split())
    assert phony == set(re.findall(r"make ([a-z]+)", README))


def test_ci_runs_what_the_readme_names():
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().endswith("make lint test")


def test_the_readme_stays_short_and_shows_its_pictures():
    assert len(README.splitlines()) < 220
    pictures = re.findall(r"tests/browser/pictures/[a-z]+\.webp", README)
    assert len(pictures) == 2 and all((ROOT / picture).stat().st_size < 150_000 for picture in pictures)


def test_the_readme_says_in_english_what_it_says_of_settings_and_commands():
    english = _section("English")
    assert all(name in english for name in ("make run", "make test", "QUANDIAN_DATA", "DATABASE_URL", "3.11 to 3.13"))
