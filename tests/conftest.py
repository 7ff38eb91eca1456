"""One scene for all tests: a project with an article, its four kinds of member, and a stranger."""

from threading import Barrier, Thread

import django
import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from tests import making, migrated


def pytest_addoption(parser):
    parser.addoption("--database-only", action="store_true", help="only the tests that touch the database")


def pytest_collection_modifyitems(config, items):
    # The longest, which mostly wait: what comes last keeps one processor busy and the other idle.
    items.sort(key=lambda item: not item.path.name.startswith("test_killed_"))
    if config.getoption("--database-only"):
        touching = [item for item in items if _touches_the_database(item) and _may_differ(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(touching)])
        items[:] = touching


def _touches_the_database(item):
    return {"db", "transactional_db"} & set(item.fixturenames) or item.get_closest_marker("django_db") is not None


def _may_differ(item):
    """What a browser shows, and what whose role allows, is the same from any database: one walk through the whole job
    is enough there, and each route once, for whoever may use it."""
    if item.path.name == "test_permissions.py":
        return "owner" in item.name
    return item.path.parent.name != "browser" or item.path.name == "test_whole_job.py"


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        django.setup()
        call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings, django_db_blocker):
    """Every worker's database is a copy of one that was migrated once."""
    with django_db_blocker.unblock():
        migrated.copy()
    return True


@pytest.fixture(scope="module")
def module_db(django_db_setup, django_db_blocker):
    """A transaction round a module's tests: what its own fixtures make once, every test finds as it was made."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def owner(db):
    return making.user("owner")


@pytest.fixture
def editor(db):
    return making.user("editor")


@pytest.fixture
def coder(db):
    return making.user("coder")


@pytest.fixture
def viewer(db):
    return making.user("viewer")


@pytest.fixture
def stranger(db):
    return making.stranger()


@pytest.fixture
def project(owner, editor, coder, viewer):
    return making.project(owner, editor, coder, viewer)


@pytest.fixture
def article(project, owner):
    return making.sample(project, owner)


@pytest.fixture
def client_of():
    """A test client signed in as the user; as nobody for None."""

    def client(user=None, **options):
        made = Client(**options)
        if user:
            made.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return made

    return client


@pytest.fixture
def at_once():
    """Run the calls in threads that start together; their results, in the order of the calls."""

    def run(*calls):
        barrier, results = Barrier(len(calls)), [None] * len(calls)

        def work(index):
            barrier.wait()
            try:
                results[index] = calls[index]()
            finally:
                connection.close()

        threads = [Thread(target=work, args=[index]) for index in range(len(calls))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    return run
