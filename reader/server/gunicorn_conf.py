"""How gunicorn serves Quandian: threads, which get whole requests only (patient_worker.py); the app and the
dictionary loaded once, before the workers fork; beside them one process for the queued tasks."""

import gc
from typing import Any

from reader.server import background, environment

wsgi_app = "reader.wsgi"
workers = 2
threads = 4
worker_class = "reader.server.patient_worker.PatientWorker"
preload_app = True
timeout = 60
keepalive = 5
# Whose word counts on whether a request came by https; gunicorn's own default is this machine.
if proxies := environment.proxies():
    forwarded_allow_ips = ",".join(map(str, proxies))
# It would lie in the home folder of whoever runs this, and nobody asks for it.
control_socket_disable = True
# Access lines would hold what people read.
accesslog = None


def on_starting(server: Any) -> None:
    from reader import sandbox
    from reader.text import segmentation

    segmentation.preload()
    # The children that read what strangers send are forked before all else is frozen.
    sandbox.start()
    # What is there now stays: looking through it again and again took a tenth of every request.
    gc.collect()
    gc.freeze()


def when_ready(server: Any) -> None:
    from django.conf import settings

    print(f"\n  圈点  http://{server.address[0][0]}:{server.address[0][1]}\n  数据  {settings.DATA_DIR}\n", flush=True)  # noqa: T201
    server.background = background.Worker()
    server.background.start()


def on_exit(server: Any) -> None:
    if worker := getattr(server, "background", None):
        worker.stop()
