"""English is complete: every text of the interface has a translation, and the compiled catalogues say the same."""

import ast
import gettext
import re
from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext as translated
from django.utils.translation import override

from reader.cleaning.record import rule_label
from reader.extraction import RULES

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted(ROOT.glob("*/locale/en/LC_MESSAGES/*.po"))
APPS = ("reader", "annotations")
MARKERS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext"}
SCRIPT_TEXT = re.compile(r"\bn?gettext\(\s*(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)')")
TEMPLATE_TEXT = re.compile(r"{%\s*translate\s+(?:\"([^\"]*)\"|'([^']*)')")


def _catalogue(domain):
    return {entry.msgid for file in CATALOGUES if file.stem == domain for entry in polib.pofile(str(file))}


def _python_texts():
    for file in [file for app in APPS for file in (ROOT / app).rglob("*.py") if "migrations" not in file.parts]:
        yield from filter(None, map(_marked, ast.walk(ast.parse(file.read_text(encoding="utf-8")))))


def _marked(node):
    """The text that this call marks for translation, if it is one."""
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS and node.args
    return node.args[0].value if called and isinstance(node.args[0], ast.Constant) else None


def _texts(pattern, folder, ending):
    for file in sorted((ROOT / folder).rglob(f"*{ending}")):
        for match in pattern.finditer(file.read_text(encoding="utf-8")):
            yield match[1] or match[2]


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: "-".join(file.relative_to(ROOT).parts[::4]))
def test_every_entry_is_translated(file):
    entries = polib.pofile(str(file))
    assert [entry.msgid for entry in entries if not entry.translated() or entry.fuzzy] == []


def test_every_text_of_the_code_is_in_a_catalogue():
    assert set(_python_texts()) - _catalogue("django") == set()


def test_every_text_of_the_templates_is_in_a_catalogue():
    assert set(_texts(TEMPLATE_TEXT, "templates", ".html")) - _catalogue("django") == set()


def test_every_text_of_the_scripts_is_in_a_catalogue():
    assert set(_texts(SCRIPT_TEXT, "static/js", ".js")) - _catalogue("djangojs") == set()


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: "-".join(file.relative_to(ROOT).parts[::4]))
def test_the_compiled_catalogue_says_the_same(file):
    with file.with_suffix(".mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    plain = [entry for entry in polib.pofile(str(file)) if not entry.msgid_plural]
    assert [entry.msgid for entry in plain if _compiled(catalogue, entry) != entry.msgstr] == []


def _compiled(catalogue, entry):
    if entry.msgctxt:
        return catalogue.pgettext(entry.msgctxt, entry.msgid)
    return catalogue.gettext(entry.msgid)


def test_every_cleaning_rule_has_an_english_name():
    with override("en"):
        assert [rule for rule in RULES if translated(RULES[rule]) == RULES[rule] or not rule_label(rule)] == []
