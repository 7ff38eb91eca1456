"""The conventions, tested: imports run one way, pure packages stay pure, files stay small."""

import ast
import subprocess
import sys
from pathlib import Path
from unicodedata import east_asian_width

import pytest

ROOT = Path(__file__).resolve().parent.parent
PURE = (
    "reader/extraction",
    "reader/text",
    "reader/articles/differences.py",
    "reader/articles/grid.py",
    "reader/articles/inside.py",
    "reader/articles/rows.py",
    "reader/articles/stored.py",
    "reader/cleaning/history.py",
    "annotations/analysis/matrix.py",
    "annotations/anchoring",
    "annotations/exports",
    "annotations/filters/reposted.py",
    "annotations/imports",
    "annotations/formulas.py",
    "annotations/naming.py",
)
LONGEST = 300
EXEMPT = ("migrations/", "vendor/", "tests/pages/", "reader/samples/", ".venv/", "screenshots/")
TOP = {"manage.py", "requirements.txt", "README.md", "reader", "annotations", "templates", "static", "tests"}
SMALL = {
    "Makefile",
    "pyproject.toml",
    "requirements-dev.txt",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    ".ci",
    ".gitignore",
}


def _tracked():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [Path(line) for line in listed.splitlines() if (ROOT / line).exists()]


def _python(*folders):
    places = [ROOT / folder for folder in folders]
    return [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*.py")))]


def _imports(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _importing(files, *packages):
    found = [(file, name) for file in files for name in _imports(file) if name.split(".")[0] in packages]
    return [f"{file.relative_to(ROOT)}: {name}" for file, name in found]


def test_reader_does_not_import_annotations():
    assert _importing(_python("reader"), "annotations") == []


def test_extraction_and_text_import_neither_app():
    own = ("reader.extraction", "reader.text")
    files = _python("reader/extraction", "reader/text")
    names = [
        (file, name) for file in files for name in _imports(file) if name.split(".")[0] in ("reader", "annotations")
    ]
    assert [f"{file}: {name}" for file, name in names if not name.startswith(own)] == []


def test_pure_packages_import_no_django():
    assert _importing(_python(*PURE), "django", "ninja") == []


def test_pure_packages_load_without_django():
    """Also what they import in turn."""
    modules = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for file in _python(*PURE)
    ]
    blocked = "import sys; sys.modules['django'] = None; "
    program = blocked + "".join(f"import {module}; " for module in modules)
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_shadows_the_annotations_app():
    files = _python("reader", "annotations", "tests")
    assert [str(file) for file in files if "__future__.annotations" in set(_imports(file))] == []


@pytest.mark.parametrize("suffix", [".py", ".js", ".mjs", ".css", ".html"])
def test_no_file_is_over_300_lines(suffix):
    files = [path for path in _tracked() if path.suffix == suffix and not str(path).startswith(EXEMPT)]
    files = [path for path in files if "/migrations/" not in str(path) and "/vendor/" not in str(path)]
    assert files
    lengths = {str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in files}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_the_top_level_holds_what_the_owner_fixed():
    tops = {path.parts[0] for path in _tracked()}
    assert tops >= TOP
    assert tops - TOP <= SMALL


def test_templates_have_no_inline_script_or_style():
    for file in sorted((ROOT / "templates").rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        assert "style=" not in text, file
        assert "<style" not in text, file
        assert " onclick" not in text, file
        assert all("src=" in tag for tag in text.split("<script")[1:] for tag in [tag.split(">")[0]]), file


def _width(line):
    """In columns, of which a Chinese character takes two, as ruff counts them in Python."""
    return sum(1 + (east_asian_width(character) in "WF") for character in line)


def test_no_line_of_a_template_is_over_160_columns():
    files = sorted((ROOT / "templates").rglob("*.html"))
    assert files
    lines = [(file, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert [f"{file.relative_to(ROOT)}: {line[:60]}" for file, line in lines if _width(line) > 160] == []
