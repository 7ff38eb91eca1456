"""How gunicorn serves Quandian: threads, for plain workers stall on a browser's idle connections; the app and the
dictionary loaded once, before the workers fork; beside them one process for the queued tasks."""

from typing import Any

from reader.server import background

wsgi_app = "reader.wsgi"
workers = 2
threads = 4
worker_class = "gthread"
preload_app = True
timeout = 60
keepalive = 5
# It would lie in the home folder of whoever runs this, and nobody asks for it.
control_socket_disable = True
# Access lines would hold what people read.
accesslog = None


def on_starting(server: Any) -> None:
    from reader import sandbox
    from reader.text import segmentation

    segmentation.preload()
    sandbox.start()


def when_ready(server: Any) -> None:
    from django.conf import settings

    print(f"\n  圈点  http://{server.address[0][0]}:{server.address[0][1]}\n  数据  {settings.DATA_DIR}\n", flush=True)  # noqa: T201
    server.background = background.Worker()
    server.background.start()


def on_exit(server: Any) -> None:
    if worker := getattr(server, "background", None):
        worker.stop()
