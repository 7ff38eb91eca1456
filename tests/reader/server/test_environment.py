"""What an installation keeps is its owner's alone."""

from reader.server import environment


def rights(file):
    return file.stat().st_mode & 0o777


def test_the_database_is_made_for_its_owner_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert rights(environment.database(tmp_path)["NAME"]) == 0o600


def test_one_that_others_could_read_is_shut(tmp_path):
    file = tmp_path / "quandian.sqlite3"
    file.write_bytes(b"kept")
    file.chmod(0o644)
    assert (rights(environment.own(file)), file.read_bytes()) == (0o600, b"kept")
