"""The program that sets a PDF asks nobody for anything: by its own guard, whatever its source says."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread

from annotations.exports.pdf.press import COMPOSITOR

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


def test_a_package_that_the_source_names_is_not_fetched(tmp_path):
    """The only way out of this test is a proxy that notes who comes."""
    (tmp_path / "report.typ").write_text('#import "@preview/cetz:0.3.0"\n绿道', encoding="utf-8")
    (tmp_path / "part.json").write_text(json.dumps({"exported": "2026-01-01T00:00:00"}))
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:

        def answer():
            while True:
                try:
                    line, _ = proxy.accept()
                except OSError:
                    return
                asked.append(line)
                line.close()

        Thread(target=answer, daemon=True).start()
        way_out = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        environ = os.environ | dict.fromkeys(PROXIES, way_out)
        command = [sys.executable, str(COMPOSITOR), str(tmp_path)]
        with subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as compositor:
            said = compositor.stderr.read().decode()
    assert "package" in said
    assert not (Path(tmp_path) / "part.pdf").exists()
    assert asked == []
