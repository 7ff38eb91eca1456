"""One scene for all tests: a project with an article, its four kinds of member, and a stranger."""

import django
import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from reader import projects
from reader.first_account import SAMPLE
from reader.importing import Capture, import_capture

PASSWORD = "墨斗-plumbline-7"


def pytest_addoption(parser):
    parser.addoption("--database-only", action="store_true", help="only the tests that touch the database")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--database-only"):
        touching = [item for item in items if _touches_the_database(item) and not _shows_pages(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(touching)])
        items[:] = touching


def _touches_the_database(item):
    return {"db", "transactional_db"} & set(item.fixturenames) or item.get_closest_marker("django_db") is not None


def _shows_pages(item):
    """What a browser shows is the same from any database; one walk through the whole job is enough there."""
    return item.path.parent.name == "browser" and item.path.name != "test_whole_job.py"


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        django.setup()
        call_command("collectstatic", interactive=False, verbosity=0)


def _user(name):
    return User.objects.create_user(name, password=PASSWORD)


@pytest.fixture
def owner(db):
    return _user("owner")


@pytest.fixture
def editor(db):
    return _user("editor")


@pytest.fixture
def coder(db):
    return _user("coder")


@pytest.fixture
def viewer(db):
    return _user("viewer")


@pytest.fixture
def stranger(db):
    """Signed in, and owner of a project of their own."""
    user = _user("stranger")
    projects.create(user, "别人的课题")
    return user


@pytest.fixture
def project(owner, editor, coder, viewer):
    project = projects.create(owner, "城市更新研究")
    for user in (editor, coder, viewer):
        projects.add_member(project, user, user.username)
    return project


@pytest.fixture
def article(project, owner):
    return import_capture(project, owner, Capture(SAMPLE.read_bytes(), filename=SAMPLE.name)).article


@pytest.fixture
def client_of():
    """A test client signed in as the user; as nobody for None."""

    def client(user=None, **options):
        made = Client(**options)
        if user:
            made.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return made

    return client
