"""What the environment says: the data folder, the secret key, the database, the public origin and its proxies."""

import os
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

SQLITE_OPTIONS = {
    # Deferred transactions fail at once when two of them upgrade to writing; immediate ones queue.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL: a highlight that was acknowledged survives a power cut.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}


def data_folder() -> Path:
    """The folder of everything this installation keeps, made on first use for its owner alone."""
    default = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "quandian"
    folder = Path(os.environ.get("QUANDIAN_DATA") or default).expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The key kept in the data folder; written whole under another name first, so no reader sees half of it."""
    kept = folder / "secret_key"
    if not kept.exists():
        draft = folder / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(get_random_secret_key(), encoding="ascii")
        try:
            os.link(draft, kept)
        except FileExistsError:
            pass  # Another process was first; its key counts.
        finally:
            draft.unlink()
    return kept.read_text(encoding="ascii").strip()


def database(folder: Path) -> dict:
    """Django's setting of the one database: PostgreSQL by DATABASE_URL, else SQLite in the data folder."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": own(folder / "quandian.sqlite3"),
            # To open one costs 2 to 4 ms of processor, and closing the last one copies the log into the database.
            "CONN_MAX_AGE": None,
            "OPTIONS": SQLITE_OPTIONS,
        }
    config = dict(dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True))
    if config["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL 只支持 postgres://…；不设时使用 SQLite。")
    return config


def own(file: Path) -> Path:
    """The database, for its owner alone; SQLite gives the files it makes beside it the same rights."""
    if not file.exists():
        file.touch(mode=0o600)
    elif file.stat().st_mode & 0o077 and file.stat().st_uid == os.getuid():
        file.chmod(0o600)
    return file


def origin_host() -> str:
    """The host of QUANDIAN_ORIGIN, or "" when the app is served to this machine alone."""
    origin = os.environ.get("QUANDIAN_ORIGIN", "")
    parts = urlsplit(origin)
    if origin and (parts.scheme != "https" or not parts.hostname or parts.path.strip("/")):
        raise ImproperlyConfigured("QUANDIAN_ORIGIN 应形如 https://quandian.example.org")
    return parts.hostname or ""


def proxies() -> tuple[IPv4Network | IPv6Network, ...]:
    """The networks of QUANDIAN_PROXIES, whose word on where a request comes from counts. An installation with a public
    origin has one before it, on this machine when nothing else is said."""
    listed = os.environ.get("QUANDIAN_PROXIES") or ("127.0.0.1,::1" if origin_host() else "")
    try:
        return tuple(ip_network(words.strip(), strict=False) for words in listed.split(",") if words.strip())
    except ValueError as error:
        raise ImproperlyConfigured("QUANDIAN_PROXIES 应形如 10.0.0.5,192.168.0.0/24") from error
