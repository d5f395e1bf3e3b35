"""TRAPS 11: what is deleted is not in the file of the database any more."""

import pytest
from django.db.utils import ConnectionHandler

from core import erasure


@pytest.mark.django_db
def test_words_leave_the_file(tmp_path, monkeypatch):
    path = tmp_path / "site.sqlite3"
    options = {"init_command": "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON;"}
    handler = ConnectionHandler({"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": options}})
    database = handler["default"]
    monkeypatch.setattr(erasure, "connection", database)

    def written():
        return b"".join(file.read_bytes() for file in tmp_path.iterdir())

    try:
        with database.cursor() as cursor:
            cursor.execute("CREATE VIRTUAL TABLE words USING fts5(title)")
            for number in range(50):
                cursor.execute("INSERT INTO words VALUES (%s)", [f"ordinaire{number}"])
            cursor.execute("INSERT INTO words VALUES ('inoubliable')")
            cursor.execute("DELETE FROM words WHERE title = 'inoubliable'")
        assert b"inoubliable" in written()
        erasure.erase_for_good()
        assert b"inoubliable" not in written()
    finally:
        database.close()
