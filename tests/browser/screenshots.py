"""make screenshots: every page at three widths, light and dark, into screenshots/; two of them for the README."""

import base64
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.browser.scene import create_account, open_article, saved, select

PORT = 8765
FOLDER = Path("screenshots")
# The README's, small and kept with the code.
PICTURES = {"article-1440-light": "article.webp", "article-390-dark": "phone.webp"}
QUALITY = 82
WIDTHS = {1440: 1000, 820: 1100, 390: 844}
MARKS = (
    ("绿道由零散的景观点连成了可以到达的网", "1", "“网”的提法，和第 3 段呼应。"),
    ("关系到城市公共空间如何分配、由谁维护", "23", "归入公共空间分配，这是全文的立论处。"),
    ("凡是管护方案没有落实的，不宜急于开工", "2", "硬约束。"),
    ("让居民、商户和学校参与认养和巡查", "3", ""),
)


def main() -> int:
    path = chromium.install()
    if path is None:
        print("No Chromium here and none can be installed.")
        return 1
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        server = _serve(data)
        try:
            browser = playwright.chromium.launch(executable_path=path, args=list(chromium.ARGUMENTS))
            _shoot(browser)
        finally:
            server.terminate()
            server.wait()
    return 0


def _serve(data):
    environment = os.environ | {"QUANDIAN_DATA": data}
    for command in (["migrate", "-v", "0"], ["collectstatic", "--no-input", "-v", "0"]):
        subprocess.run([sys.executable, "manage.py", *command], env=environment, check=True)
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "reader/server/gunicorn_conf.py", "-b", f"127.0.0.1:{PORT}"]
    server = subprocess.Popen(gunicorn, env=environment, stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=1)
            return server
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not start")


def _shoot(browser):
    context = browser.new_context(base_url=f"http://127.0.0.1:{PORT}", viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    _snap(browser, None, "welcome", "/")
    create_account(page)
    page.click(".skip-tour")
    library = page.url
    open_article(page)
    article = page.url
    page.keyboard.press("Shift+A")
    page.wait_for_selector(".themes li:nth-child(4)")
    for count, (quote, digits, note) in enumerate(MARKS, 1):
        select(page, quote)
        for digit in digits:
            page.keyboard.press(digit)
        page.fill(".popup .note", note)
        page.keyboard.press("Enter")
        saved(page, count)
    state = context.storage_state()
    pages = {"library": library, "article": article, "record": article + "record/", "capture": library + "capture/"}
    pages |= {"settings": library + "settings/", "projects": "/projects/", "bin": library + "bin/"}
    pages |= {name: f"{library}{name}/" for name in ("codebook", "exports", "import", "notes", "unplaced")}
    pages |= {"metadata": article + "metadata/", "restore": "/projects/restore/"}
    pages |= {"home": "/", "help": "/help/"}
    pages |= {"missing": "/nothing-here/", "password": "/password/"}
    for name, address in pages.items():
        _snap(browser, state, name, address)
    _snap(browser, state, "popup", article, lambda page: select(page, "断点往往卡在权属上"))
    _snap(browser, None, "sign_in", "/sign-in/")


def _snap(browser, state, name, address, act=None):
    for width, height in WIDTHS.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                base_url=f"http://127.0.0.1:{PORT}",
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                storage_state=state,
            )
            page = context.new_page()
            page.goto(address)
            page.wait_for_load_state("networkidle")
            if act:
                act(page)
            page.wait_for_timeout(250)
            shown = f"{name}-{width}-{scheme}"
            page.screenshot(path=FOLDER / f"{shown}.png")
            if shown in PICTURES:
                _keep(page, Path(__file__).with_name("pictures") / PICTURES[shown])
            context.close()


def _keep(page, path):
    said = {"format": "webp", "quality": QUALITY}
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(base64.b64decode(page.context.new_cdp_session(page).send("Page.captureScreenshot", said)["data"]))


if __name__ == "__main__":
    sys.exit(main())
