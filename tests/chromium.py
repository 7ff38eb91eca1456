"""The Chromium that browser tests drive: the machine's, or Debian's, installed where that is allowed.

The headless shell comes first, which is Playwright's own choice too: the same engine without a browser's window, whose
drawing took six sevenths of the processor time of a new page (1.2 s with it, 0.17 without).
"""

import os
import shutil
import subprocess

PACKAGES = ("chromium-headless-shell", "chromium")
NAMES = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable")
FONTS = "fonts-noto-cjk"
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


def find() -> str | None:
    """The path of a Chromium, $CHROMIUM first."""
    return next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM") or "", *NAMES))), None)


def install() -> str | None:
    """Install Debian's when there is none and this user may; the path, or None."""
    if find() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, stdout=subprocess.DEVNULL)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", FONTS]
        for package in PACKAGES:
            if find() is None:
                subprocess.run([*command, package], check=False, env=environment, stdout=subprocess.DEVNULL)
    return find()
