"""Real Chromium against a live server. An error in the page's console fails the test."""

import os
import time
from unittest.mock import patch

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests import chromium

# Playwright runs an event loop in this thread, which Django takes for an async context.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

DESKTOP = (1440, 900)
BUSY = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"""


@pytest.fixture(scope="session")
def live_server():
    """pytest-django's, without its own way of finding static files: the product's serves the hashed ones."""
    with patch("django.contrib.staticfiles.handlers.StaticFilesHandler", lambda application: application):
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
def new_page(browser, live_server):
    """Opens a page of a context of its own; what its console calls an error fails the test at its end."""
    contexts, errors = [], []

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
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        return page

    opened.errors = errors
    yield opened
    for context in contexts:
        context.close()
    _settle()
    assert not errors


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
