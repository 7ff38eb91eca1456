"""The order of packages inside each app: a module imports only from packages to its left, or its own; and no circles.

Imports inside functions count, and commands called by name."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Each place of an app, from the ground up; those of one group do not know each other.
ORDER = {
    "annotations": (
        "naming palette formulas limits refusals",
        "models",
        "anchoring imports",
        "exports",
        "access",
        "history",
        "themes",
        "marks",
        "codebook memos suggestions",
        "filters library",
        "exporting importing",
        "notes search analysis drift undoing archive",
        "home",
        "receiving",
        "views api",
        "apps admin urls templatetags management",
    ),
    "reader": (
        "extraction text wording signals",
        "models",
        "access projects",
        "sandbox",
        "articles",
        "labels",
        "cleaning",
        "waiting",
        "capture",
        "people invitations",
        "receiving",
        "server",
        "settings",
        "api",
        "views",
        "apps admin urls wsgi templatetags management",
    ),
}


def _modules(app):
    return [file for file in sorted((ROOT / app).rglob("*.py")) if "migrations" not in file.parts]


def _name(file):
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


KNOWN = {_name(file) for app in ORDER for file in _modules(app)}


def _asked(node):
    """The modules a statement names, as far as they are ours."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {name if (name := f"{node.module}.{alias.name}") in KNOWN else node.module for alias in node.names}
    if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "call_command":
        return {f"{app}.management.commands.{node.args[0].value}" for app in ORDER if hasattr(node.args[0], "value")}
    return set()


def _imports(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {name for node in ast.walk(tree) for name in _asked(node) if name in KNOWN} - {_name(file)}


GRAPH = {_name(file): _imports(file) for app in ORDER for file in _modules(app)}


def _place(module):
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("app", ORDER)
def test_every_package_has_its_place(app):
    places = {_place(name) for name in GRAPH if name.startswith(f"{app}.")}
    assert places == {place for group in ORDER[app] for place in group.split()}


@pytest.mark.parametrize("app", ORDER)
def test_imports_run_from_right_to_left(app):
    level = {place: number for number, group in enumerate(ORDER[app]) for place in group.split()}
    wrong = [
        f"{name} → {other}"
        for name, others in GRAPH.items()
        for other in others
        if name.startswith(f"{app}.") and other.startswith(f"{app}.") and _place(name) != _place(other)
        if level[_place(name)] <= level[_place(other)]
    ]
    assert sorted(wrong) == []


def _circle(graph):
    """What is left when whatever asks for nothing left is taken away again and again."""
    while leaves := {name for name, others in graph.items() if not others & graph.keys()}:
        graph = {name: others for name, others in graph.items() if name not in leaves}
    return sorted(graph)


def test_no_files_import_each_other_in_circles():
    """A package's face, which gathers its files, may be named by them."""
    faces = {name for name in GRAPH if (ROOT / name.replace(".", "/")).is_dir()}
    assert _circle({name: others - faces for name, others in GRAPH.items() if name not in faces}) == []


def test_commands_are_called_by_names_that_can_be_read():
    for app in ORDER:
        for file in _modules(app):
            calls = re.findall(r"call_command\(\s*([^\s,)]+)", file.read_text(encoding="utf-8"))
            assert all(call.startswith(('"', "'")) for call in calls), file
