"""Every static file a page or a module asks for exists under its hashed name."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

from reader.server.static_files import HASHED

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "static" / "js"
MODULES = sorted(SCRIPTS.rglob("*.js"))
IMPORT = re.compile(r"""^import\s.*?from\s+["']([^"']+)["'](;?)""", re.MULTILINE | re.DOTALL)
ASKED_FOR = re.compile(r"""\b(?:from\s*|import\()["'](\.[^"']+)["']""")
LATER = re.compile(r"""await import\("(\.{1,2}/[a-z/-]+\.js)"\);""")


@pytest.fixture(scope="module")
def manifest():
    return json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())["paths"]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_import_is_a_hashed_file(module, manifest):
    hashed = settings.STATIC_ROOT / manifest[str(module.relative_to(SCRIPTS.parent))]
    paths = ASKED_FOR.findall(hashed.read_text(encoding="utf-8"))
    assert len(paths) == len(ASKED_FOR.findall(module.read_text(encoding="utf-8")))
    for path in paths:
        assert re.search(r"\.[0-9a-f]{12}\.js$", path), path
        assert (hashed.parent / path).exists()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_imports_are_what_hashing_understands(module):
    text = module.read_text(encoding="utf-8")
    assert len(IMPORT.findall(text)) == len(re.findall(r"^import\b", text, re.MULTILINE))
    for path, semicolon in IMPORT.findall(text):
        assert path.startswith(("./", "../"))
        assert path.endswith(".js")
        assert semicolon == ";"
    assert not re.search(r"^export\s.*\sfrom\s", text, re.MULTILINE), "re-exports are not rewritten"
    assert len(LATER.findall(text)) == text.count("import(")


def test_modules_do_not_import_each_other_in_circles():
    graph = {file: {(file.parent / path).resolve() for path, _ in IMPORT.findall(file.read_text())} for file in MODULES}
    while leaves := {name for name, imports in graph.items() if not imports & graph.keys()}:
        graph = {name: imports for name, imports in graph.items() if name not in leaves}
    assert not graph, f"a circle among {sorted(graph)}"


# Each folder's scripts import from folders further down, or their own.
LEVELS = {"lib": 0, "text": 1, "marks": 2, "themes": 2, "desk": 3, "pages": 3}


def test_scripts_import_from_the_folders_below_their_own():
    folder = {file: file.parent.name for file in MODULES}
    asked = [(file, (file.parent / path).resolve()) for file in MODULES for path in ASKED_FOR.findall(file.read_text())]
    assert any(folder[file] != folder[other] for file, other in asked)
    wrong = [(file, other) for file, other in asked if folder[file] != folder[other]]
    assert [pair for pair in wrong if LEVELS[folder[pair[0]]] <= LEVELS[folder[pair[1]]]] == []


def test_every_static_file_the_templates_name_is_hashed(manifest):
    named = {
        name
        for file in (ROOT / "templates").rglob("*.html")
        for name in re.findall(r"{% static '([^']+)' %}", file.read_text(encoding="utf-8"))
    }
    assert named
    assert named <= set(manifest)


def test_what_pages_ask_for_is_compressed_and_only_once(manifest):
    compressed = [path.name.removesuffix(".gz") for path in settings.STATIC_ROOT.rglob("*.gz")]
    assert manifest["js/desk/desk.js"].rsplit("/", 1)[1] in compressed
    assert all(HASHED.search(name) for name in compressed)
    assert list(staticfiles_storage.compress_files(manifest.values())) == []


STARTS = ("css/site.css", "css/desk.css", "js/pages/every-page.js", "js/desk/desk.js")
ASKED = re.compile(r"""(?:^import\s.*?from\s+|@import\s+(?:url\()?)["']([^"']+)["']""", re.MULTILINE | re.DOTALL)


def _loaded(names):
    """These static files and all that they ask for."""
    found, waiting = set(), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            file = ROOT / "static" / name
            asked = ASKED.findall(file.read_text(encoding="utf-8"))
            waiting += [str((file.parent / path).resolve().relative_to(ROOT / "static")) for path in asked]
    return found


def test_the_article_pages_styles_and_scripts_weigh_at_most_75_kb(manifest):
    """Compressed as they are sent; the page itself and its texts have the rest of 80 KB."""
    loaded = _loaded(STARTS)
    assert len(loaded) > 40
    assert sum(_sent(manifest[name]) for name in loaded) < 75_000


def _sent(name):
    """The bytes that travel: of the compressed file, where there is one."""
    file = settings.STATIC_ROOT / name
    compressed = file.with_name(f"{file.name}.gz")
    return (compressed if compressed.exists() else file).stat().st_size


# Reads each file as a module without running it.
PARSE = """
const { SourceTextModule } = require("node:vm");
for (const path of process.argv.slice(1)) new SourceTextModule(require("node:fs").readFileSync(path, "utf-8"));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_what_browsers_get_still_parses_as_modules(manifest):
    files = [settings.STATIC_ROOT / manifest[str(module.relative_to(SCRIPTS.parent))] for module in MODULES]
    command = ["node", "--experimental-vm-modules", "--no-warnings", "-e", PARSE, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["js/desk/desk.js", "css/handles.css"])
def test_what_browsers_get_has_no_comments(name, manifest):
    assert "/*" in (ROOT / "static" / name).read_text(encoding="utf-8")
    assert "/*" not in (settings.STATIC_ROOT / manifest[name]).read_text(encoding="utf-8")
