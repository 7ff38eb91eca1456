"""A batch's page in real Chromium: it tells its progress by itself."""

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from reader.capture import running
from reader.models import Batch, Project
from tests.browser.scene import create_account

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "把小巷修成客厅\n\n小巷是孩子们放学后的第一个去处。\n\n修好它，要先问问住在这里的人。"
QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


def test_progress_is_shown_without_reloading(page):
    create_account(page)
    with override_settings(TASKS=QUEUED):
        page.goto(page.url.rstrip("/") + "/capture/")
        files = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": f"{TEXT}{n}".encode()} for n in range(2)]
        page.set_input_files("[name=files]", files)
        page.locator("form", has=page.locator("[name=files]")).locator(".go").click()
        expect(page.locator(".batch-state")).to_have_text("收了 0 / 2 份")
        project, batch = Project.objects.get(), Batch.objects.get()
        for count, item in enumerate(batch.items.all(), 1):
            running.run(project.pk, item.pk)
            expect(page.locator(".outcomes [data-state=done]")).to_have_count(count)
        expect(page.locator(".batch-state")).to_have_text("2 份都有了结果")
