"""Which names and forwarded headers are believed (RFC 9110 §7.2, RFC 9112 §3.2)."""

import re

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from tests.factories import make_article, make_member

KNOWN, EVIL = "testserver", "mechant.example"

#: What a request says (headers, as WSGI names them) → the status of the front page.
HOSTS = [
    ({}, 200),
    ({"HTTP_HOST": KNOWN}, 200),
    ({"HTTP_HOST": f"{KNOWN}:8443"}, 200),
    ({"HTTP_HOST": KNOWN.upper()}, 200),
    ({"HTTP_HOST": EVIL}, 400),
    ({"HTTP_HOST": f"{KNOWN}.{EVIL}"}, 400),
    ({"HTTP_HOST": f"{KNOWN}@{EVIL}"}, 400),
    ({"HTTP_HOST": f"{KNOWN}, {EVIL}"}, 400),
    ({"HTTP_HOST": f"{KNOWN}:{EVIL}"}, 400),
    ({"HTTP_HOST": "[2001:db8::1]"}, 400),
    ({"HTTP_HOST": ""}, 400),
    ({"HTTP_HOST": KNOWN, "HTTP_X_FORWARDED_HOST": EVIL}, 200),
    ({"HTTP_HOST": KNOWN, "HTTP_FORWARDED": f"host={EVIL};proto=https"}, 200),
    ({"HTTP_HOST": KNOWN, "HTTP_X_ORIGINAL_URL": "/admin/", "HTTP_X_REWRITE_URL": "/admin/"}, 200),
    ({"HTTP_HOST": EVIL, "HTTP_X_FORWARDED_HOST": KNOWN}, 400),
]


@pytest.fixture
def robot():
    return Client(raise_request_exception=False)


@pytest.fixture
def strict(settings):
    """The names of a real site, which runs the tests' own."""
    settings.ALLOWED_HOSTS = [KNOWN]


@pytest.mark.django_db
@pytest.mark.parametrize(("said", "status"), HOSTS)
def test_only_the_names_of_the_site_are_answered(robot, strict, said, status):
    response = robot.get("/", **said)
    assert response.status_code == status
    html = response.content.decode()
    assert EVIL not in html + str(response.headers)
    if status == 400:
        assert "Nous n’avons pas compris" in html


@pytest.mark.django_db
def test_canonical_addresses_are_those_of_the_site_whatever_is_asked(robot, strict):
    page = make_article()
    html = robot.get(page.url, HTTP_HOST=f"{KNOWN}:8443", HTTP_X_FORWARDED_HOST=EVIL).content.decode()
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', html)[1]
    assert canonical == page.full_url
    feed = robot.get("/flux.xml", HTTP_HOST=f"{KNOWN}:8443").content.decode()
    assert EVIL not in feed and ":8443" not in feed


@pytest.mark.django_db
@pytest.mark.parametrize("said", [{}, {"HTTP_HOST": f"{KNOWN}:666"}, {"HTTP_X_FORWARDED_HOST": EVIL}])
def test_a_mailed_link_leads_to_the_site_whatever_was_asked(robot, strict, said):
    make_member("lea")
    robot.post("/admin/password_reset/", {"email": "lea@example.org"}, **said)
    links = re.findall(r"https?://\S+", mail.outbox[0].body)
    assert links and all(link.startswith(f"{settings.SITE_URL}/") for link in links)


@pytest.mark.django_db
@pytest.mark.parametrize(("is_behind", "is_believed"), [(True, True), (False, False)])
def test_https_is_believed_from_the_front_server_alone(robot, settings, is_behind, is_believed):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if is_behind else None
    said = robot.get("/", HTTP_X_FORWARDED_PROTO="https").status_code
    assert (said == 200) is is_believed
    assert robot.get("/", HTTP_X_FORWARDED_PROTO="http").status_code == 301
    assert robot.get("/", HTTP_FORWARDED="proto=https").status_code == 301
