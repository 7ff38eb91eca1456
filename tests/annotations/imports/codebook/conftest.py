"""Codebooks as both formats write them, and codes that a codebook may hold."""

import io

import pytest
from hypothesis import strategies as st

from annotations.exports import csv_themes
from annotations.exports.document import Document, Theme
from annotations.exports.refi import qdc
from annotations.imports.codebook import Code
from annotations.imports.codebook.document import ROOT
from annotations.naming import tidy
from annotations.palette import PAPER
from tests.annotations.exports.conftest import WHEN

LABELS = ["【何时用】", "\\【关键词】", "【已归档】", "\n", "A / B", "\\", "'", "=1+1", "，", "𠮷🚲", "，;\t"]


def _text(signs=None):
    words = st.lists(st.one_of(st.sampled_from(LABELS), st.text(signs, max_size=6)), max_size=4)
    return words.map("".join)


# What XML and CSV both hold: neither has control characters nor half a surrogate pair.
SIGNS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp"])
TEXTS = _text(SIGNS).map(str.strip)
NAMES = _text(SIGNS).map(lambda text: tidy(text)[:60].strip()).filter(bool)
WORDS = NAMES.filter(lambda name: not set(name) & set(",，、;；|\n\r"))
COLOURS = st.one_of(st.sampled_from(PAPER), st.from_regex("#[0-9a-f]{6}", fullmatch=True))


@st.composite
def codebooks(draw):
    """Codes as a codebook holds them: depth first, at most three levels, names unique among siblings."""
    found = []

    def grow(parent, level):
        for name in draw(st.lists(NAMES, unique=True, max_size=3 if level else 4)):
            texts = [draw(TEXTS) for _ in range(3)]
            words = tuple(draw(st.lists(WORDS, unique=True, max_size=3)))
            found.append(Code(name, parent, *texts, words, draw(COLOURS), draw(st.booleans())))
            if level < 2:
                grow(len(found) - 1, level + 1)

    grow(ROOT, 0)
    return tuple(found)


def path_of(codes, code):
    return (*(path_of(codes, codes[code.parent]) if code.parent != ROOT else ()), code.name)


def document(codes):
    themes = [
        Theme(
            id=number,
            name=code.name,
            path=path_of(codes, code),
            colour=1,
            hex=code.colour if code.colour in PAPER else "#000000",
            foreign="" if code.colour in PAPER else code.colour,
            definition=code.definition,
            use_when=code.use_when,
            avoid_when=code.avoid_when,
            keywords=code.keywords,
            archived=code.archived,
        )
        for number, code in enumerate(codes, 1)
    ]
    return Document("课题", "project", WHEN, project="课题", themes=tuple(themes))


def written(format, codes):
    output = io.BytesIO()
    {"csv": csv_themes, "qdc": qdc}[format].write(document(codes), output)
    return output.getvalue()


@pytest.fixture
def write():
    return written
