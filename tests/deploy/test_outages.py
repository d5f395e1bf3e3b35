"""Through nginx: what is published is read within a second, outages are not seen, what is withdrawn stays away."""

import time
from contextlib import contextmanager

from tests.deploy.changes import PRIVATE, SOON, WITHDRAWN, last_seen
from tests.deploy.test_nginx import accepting

PAGES = ["/", "/reflexions/", "/agenda/", "/agenda/?page=1", "/flux.xml", "/agenda.ics", "/robots.txt"]
ENCODINGS = ["br, gzip", "gzip", ""]


def test_what_is_published_is_read_within_a_second(front):
    for number in range(3):
        committed, old = last_seen(front, f"Un titre, {number}", readers=3)
        assert old - committed < SOON


def test_with_the_site_stopped_the_pages_read_last_are_read_again(front, reader):
    read = {(path, encoding): reader.get(path, **accepting(encoding)) for path in PAGES for encoding in ENCODINGS}
    style = next(part for part in read["/", ""].text.split('"') if part.endswith(".css"))
    assert reader.get(style).status == 200
    with front.without_site():
        for (path, encoding), before in read.items():
            now = reader.get(path, **accepting(encoding))
            assert (now.status, now.content) == (200, before.content), (path, encoding)
            assert now.headers["content-security-policy"] == before.headers["content-security-policy"]
            assert reader.head(path, **accepting(encoding)).headers["etag"] == before.headers["etag"]
            known = {"If-None-Match": before.headers["etag"]}
            assert reader.get(path, **accepting(encoding), **known).status == 304
        assert reader.get(style).status == 200
        for answer in (reader.get("/ressources/"), reader.post("/contact/", {"text": "…"})):
            assert answer.status == 503 and "indisponible pour un moment" in answer.text
            assert answer.headers["retry-after"] == "60" and answer.headers["cache-control"] == "no-store"
    assert reader.get("/ressources/").status == 200


def test_with_the_database_stopped_too(front, reader):
    read = {(path, encoding): reader.get(path, **accepting(encoding)) for path in PAGES for encoding in ENCODINGS}
    with without_database(front):
        time.sleep(SOON)
        for is_new in (False, True):
            if is_new:  # it knows no page, and says 503
                front.stop("site")
                front.start_site()
            for (path, encoding), before in read.items():
                now = reader.get(path, **accepting(encoding))
                assert (now.status, now.content) == (200, before.content), (path, encoding, is_new)
        assert reader.get("/initiatives/").status == 503


@contextmanager
def without_database(front):
    """The database does not answer; the site starts again when it is back."""
    data = front.home / "data"
    files = list(data.iterdir())
    if front.line:
        front.line.cut()
    for path in files:
        path.rename(path.with_name(f"away-{path.name}"))
    try:
        yield
    finally:
        for path in data.iterdir():
            if not path.name.startswith("away-"):
                path.unlink()  # SQLite made it
        for path in files:
            path.with_name(f"away-{path.name}").rename(path)
        if front.line:
            front.line.mend()
        front.stop("site")
        front.start_site()


def test_what_was_withdrawn_does_not_come_back_when_the_site_stops(front, reader):
    """Whether somebody asked for it since or not; nor does what other pages said of it."""
    pages = {"un-carnet": (WITHDRAWN, 404), "un-livret": (WITHDRAWN, None), "un-cahier": (PRIVATE, 302)}
    lists = ["/", "/reflexions/", "/flux.xml"]
    for one in lists:
        assert all(slug in reader.get(one).text for slug in pages)
    for slug, (program, _after) in pages.items():
        assert reader.get(f"/reflexions/{slug}/").status == 200
        front.writes(program.format(slug))
    time.sleep(SOON)
    for slug, (_program, after) in pages.items():
        assert after is None or reader.get(f"/reflexions/{slug}/").status == after
    with front.without_site():
        for slug, (_program, after) in pages.items():
            assert reader.get(f"/reflexions/{slug}/").status == (after or 503)
        for one in lists:
            answer = reader.get(one)
            assert answer.status == 503 and not any(slug in answer.text for slug in pages)
