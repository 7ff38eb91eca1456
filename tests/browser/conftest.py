"""Real Chromium against a live server. An error in the page's console fails the test."""

import os
import time
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, override_settings
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from annotations.themes import deciding
from reader.models import Article, Membership
from reader.people import first_account
from tests import chromium

# Playwright runs an event loop in this thread, which Django takes for an async context.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

DESKTOP = (1440, 900)
BUSY = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"""


@pytest.fixture(scope="session")
def live_server():
    """pytest-django's, without its own way of finding static files: the product's serves the hashed ones."""
    handler = patch("django.contrib.staticfiles.handlers.StaticFilesHandler", lambda application: application)
    with override_settings(WHITENOISE_AUTOREFRESH=False), handler:
        server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    path = chromium.find()
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def errors():
    """What the pages' consoles call errors; what is left of it at the end fails the test."""
    found = []
    yield found
    _settle()
    assert not found


def _watched(context, errors):
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    return page


@pytest.fixture
def new_page(browser, live_server, errors):
    """Opens a page of a context of its own."""
    contexts = []

    def opened(width=DESKTOP[0], height=DESKTOP[1], dark=False, touch=False, **options):
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            accept_downloads=True,
            **options,
        )
        contexts.append(context)
        return _watched(context, errors)

    opened.errors = errors
    yield opened
    for context in contexts:
        context.close()


def _settle():
    """Wait until the server has answered what the closed pages asked: PostgreSQL empties no table in use."""
    if connection.vendor != "postgresql":
        return
    for _ in range(100):
        time.sleep(0.2)
        with connection.cursor() as cursor:
            cursor.execute(BUSY)
            if cursor.fetchone() == (0,):
                return


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture(scope="session")
def warm(browser, live_server):
    """A context whose cache has the scripts already: tests that need no context of their own start faster in it."""
    width, height = DESKTOP
    context = browser.new_context(base_url=live_server.url, viewport={"width": width, "height": height})
    yield context
    context.close()


@pytest.fixture
def sample(transactional_db):
    """The sample article of a new installation whose owner is chen; its themes are proposed."""
    first_account.create(User(username="chen"))
    return Article.objects.get()


@pytest.fixture
def accepted(sample):
    """The sample with its four themes accepted, 规划连片 and 建管同步 being the first."""
    deciding.accept_all(Membership.objects.get(), sample)


@pytest.fixture
def enter(sample, live_server):
    """Shows a page the sample, ready, to somebody who is signed in without the form."""

    def entered(page, name="chen"):
        client = Client()
        client.force_login(User.objects.get(username=name), "django.contrib.auth.backends.ModelBackend")
        session = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page.goto(sample.get_absolute_url())
        page.wait_for_selector("#text[data-ready]")
        return page

    return entered


@pytest.fixture
def open_desk(warm, errors, enter):
    """Opens the sample's page for its owner; what a test wants there must be stored before."""
    yield lambda: enter(_watched(warm, errors))
    for page in warm.pages:
        page.close()
    warm.set_offline(False)
    warm.clear_permissions()
    warm.clear_cookies()


@pytest.fixture
def undecided(open_desk):
    """The sample's page, ready for its owner, with all themes still to be decided."""
    return open_desk()


@pytest.fixture
def desk(accepted, open_desk):
    """The sample's page, ready for its owner to mark with themes."""
    return open_desk()
