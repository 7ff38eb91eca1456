"""How gunicorn is told to serve: nothing of it lies outside the data folder."""

from pathlib import Path

from gunicorn.app.wsgiapp import WSGIApplication

from reader.server import gunicorn_conf


def test_no_control_socket_is_opened(monkeypatch):
    monkeypatch.setattr("sys.argv", ["gunicorn", "--config", str(Path(gunicorn_conf.__file__))])
    assert WSGIApplication().cfg.control_socket_disable is True
