"""The database away under a site that runs, and back: nobody starts the site again."""

import pytest

from tools.outages.database import behind_a_line, held
from tools.outages.people import PAGES, Visitor, hidden_fields
from tools.outages.writing import WORDS, half_written


def test_a_postgresql_that_stops_and_comes_back(site):
    if site.is_sqlite:
        pytest.skip("PostgreSQL seulement")
    with behind_a_line(site) as line, site.served() as address:
        reader, member = Visitor(address), Visitor(address, "192.0.2.2")
        member.sign_in()
        form = reader.get("/contribuer/texte/").text
        line.cut()
        for path in PAGES:
            answer = reader.get(path)
            assert answer.status in {200, 503}, path
            assert answer.seconds < 3 and "Traceback" not in answer.text
        assert reader.get("/sante.json").status == 503
        given = _sent(reader, form)
        assert given.status == 503 and WORDS in given.text and "Envoyer à nouveau" in given.text
        written = member.post("/admin/pages/add/articles/articlepage/4/", {"title": WORDS})
        assert written.status == 503 and WORDS in written.text and "Envoyer à nouveau" in written.text
        line.mend()
        assert {path: reader.get(path).status for path in PAGES} == dict.fromkeys(PAGES, 200)
        assert member.get("/admin/").status == 200  # still signed in
        assert _sent(reader, form).status == 200
        line.hang()
        silent = reader.get("/")
        assert silent.status == 503 and silent.seconds < 12
        line.mend()
        assert reader.get("/").status == 200
    assert half_written(site) == []


def test_an_sqlite_file_that_somebody_holds(site):
    """Longer than the twenty seconds that one waits to write."""
    if not site.is_sqlite:
        pytest.skip("SQLite seulement")
    with site.served() as address:
        reader = Visitor(address)
        form = reader.get("/contribuer/texte/").text
        with held(site):
            assert {path: reader.get(path).status for path in PAGES} == dict.fromkeys(PAGES, 200)
            given = _sent(reader, form)
            assert given.status == 503 and WORDS in given.text and "Envoyer à nouveau" in given.text
            assert given.seconds < 30
        assert _sent(reader, form).status == 200
    assert half_written(site) == []


def _sent(visitor, html):
    said = {"text": WORDS, "signed_by": "nobody", "consent": "publish", "licence": "by-sa"}
    return visitor.post("/contribuer/texte/", hidden_fields(html) | said)
