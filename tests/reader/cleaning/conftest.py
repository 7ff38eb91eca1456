import pytest

from reader.capture.importing import import_capture
from reader.cleaning import captures
from reader.cleaning.captures import Capture
from tests.reader.recleaned import PAGE


@pytest.fixture
def cleans(monkeypatch):
    """Let every original say, once it is cleaned, what is given."""
    return lambda page: monkeypatch.setattr(captures, "extract", lambda *_: page)


@pytest.fixture
def soiled(project, owner, cleans):
    """An article as older rules left it."""
    cleans(PAGE)
    return import_capture(project, owner, Capture(b"alley", url="https://news.example/1.html")).article
