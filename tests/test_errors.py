"""What can go wrong around a page: no database, unreadable requests, addresses typed by robots and enemies."""

import os
import re
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

import pytest
from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

from core.middleware import unavailable
from core.models import ContentPage
from core.nebula import draw_nebula
from site_nebuleuses import views
from tests.factories import make_article, make_event, make_initiative, make_member, make_place, make_theme

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def robot():
    """A client that gets the error page, as a person does, instead of the exception; with CSRF on."""
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.fixture
def small_site(db):
    """A site with its sections, one theme, one place and a few contents."""
    theme, place = make_theme("Logement"), make_place("Nancy", code="fr-54395")
    make_article(themes=[theme])
    make_initiative(themes=[theme], place=place)
    make_event(place=place)


# --- No database ------------------------------------------------------------------------------


@pytest.fixture(params=[OperationalError, InterfaceError])
def database_down(request, monkeypatch):
    def refuse(*args, **kwargs):
        raise request.param("could not connect to server: Connection refused")

    monkeypatch.setattr(connection, "ensure_connection", refuse)


@pytest.mark.django_db
def test_the_health_address_says_that_the_database_answers(robot):
    response = robot.get("/sante.json")
    assert (response.status_code, response.json()["base"]) == (200, "ok")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_the_health_address_says_that_it_does_not(robot, database_down):
    assert robot.get("/sante.json").status_code == 503


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/agenda/", "/recherche/?q=a", "/flux.xml", "/themes/a/", "/rien.html"])
def test_every_address_answers_in_french_without_a_database(robot, database_down, address):
    response = robot.get(address)
    assert response.status_code == 503
    assert_plain_french_page(response.content.decode())
    assert response["Retry-After"]
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/contribuer/texte/", "/contact/", "/admin/pages/add/articles/articlepage/4/"])
def test_what_was_written_comes_back_with_the_error(robot, database_down, address):
    """Browsers do not keep these forms."""
    robot.handler.enforce_csrf_checks = False
    robot.cookies["sessionid"] = "a" * 32
    written = {"text": "Trois <nuits> de garde.", "body-0-value": '{"blocks": []}', "consent": "publish"}
    response = robot.post(address, written)
    html = response.content.decode()
    assert response.status_code == 503
    assert "Trois &lt;nuits&gt; de garde.</textarea>" in html
    for name in written:
        assert f'<input type="hidden" name="{name}"' in html


@pytest.mark.django_db
def test_a_password_does_not_come_back_with_the_error(robot, database_down):
    robot.handler.enforce_csrf_checks = False
    html = robot.post("/admin/login/", {"username": "ana", "password": "trois nuits de garde"}).content.decode()
    assert "rien enregistrer" in html and "nuits" not in html


def test_a_server_whose_database_is_away_says_so(tmp_path):
    """For real: granian, and a PostgreSQL that nobody serves."""
    port, closed_port = free_port(), free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "site_nebuleuses.settings",
        "DEBUG": "true",  # in production the pages' CSS must have been collected first, which takes a minute
        "DATABASE_URL": f"postgres://nobody@127.0.0.1:{closed_port}/nothing",
        "MEDIA_ROOT": str(tmp_path),
    }
    command = [sys.executable, "deploy/serve.py", f"127.0.0.1:{port}", "--workers=1"]
    with open(tmp_path / "log", "w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        wait_for(port, server)
        assert get(port, "/sante.json")[0] == 503
        status, page = get(port, "/")
        assert status == 503
        assert_plain_french_page(page)
    finally:
        server.terminate()
        server.wait(timeout=20)


def assert_plain_french_page(html):
    assert 'lang="fr"' in html
    assert "Traceback" not in html and "OperationalError" not in html and "Connection refused" not in html
    assert re.search(r"<h1[^>]*>\s*\S", html)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(port, process, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert process.poll() is None, "the server stopped"
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server does not listen")


def get(port, path):
    """Status and body (int, str) of a GET."""
    asked = HTTPConnection("127.0.0.1", port, timeout=30)
    asked.request("GET", path, headers={"Host": "testserver"})
    response = asked.getresponse()
    return response.status, response.read().decode()


# --- Requests that cannot be read (TRAPS 14) --------------------------------------------------


@pytest.mark.parametrize("address", ["/", "/recherche/", "/admin/login/", "/initiatives/"])
def test_an_unreadable_charset_is_a_refusal_not_a_failure(robot, small_site, address):
    robot.cookies["csrftoken"] = "a" * 32  # with it the form is read to find its token
    response = robot.post(address, data=b"a=1", content_type="application/x-www-form-urlencoded; charset=utf-7")
    assert response.status_code == 400
    assert_plain_french_page(response.content.decode())


def test_a_host_that_is_not_ours_is_refused_in_french(robot, small_site):
    response = robot.get("/", headers={"host": "evil.example.org"})
    assert response.status_code == 400
    assert 'lang="fr"' in response.content.decode()


def test_a_page_that_is_not_there_says_so_and_shows_ways_out(robot, small_site):
    response = robot.get("/nulle-part/")
    assert response.status_code == 404
    html = response.content.decode()
    assert 'lang="fr"' in html
    assert 'href="/"' in html


# --- Pages in the site's voice, with a way on -------------------------------------------------


@pytest.fixture
def failing(monkeypatch):
    """Makes the front page raise what it is given."""

    def fail(error):
        def serve(*args, **kwargs):
            raise error

        monkeypatch.setattr("home.models.HomePage.serve", serve)

    return fail


@pytest.mark.parametrize(("error", "status"), [(ValueError(), 500), (PermissionDenied(), 403), (BadRequest(), 400)])
def test_an_error_is_said_in_french_with_a_way_on(robot, small_site, failing, error, status):
    failing(error)
    response = robot.get("/")
    assert response.status_code == status
    assert_plain_french_page(response.content.decode())
    assert_has_a_sky_and_a_way_on(response.content.decode())
    assert not response.cookies


def assert_has_a_sky_and_a_way_on(html):
    assert html.count('<svg class="nebula"') == 1
    assert 'style="' not in html and "<script" not in html
    assert re.search(r'<main.*<a [^>]*href="', html, re.DOTALL)


@pytest.mark.parametrize(
    "answer",
    [
        lambda request: views.server_error(request),
        lambda request: views.bad_request(request, None),
        lambda request: views.permission_denied(request, None),
        lambda request: views.csrf_failure(request),
        lambda request: unavailable(),
    ],
    ids=["500", "400", "403", "csrf", "503"],
)
def test_the_page_of_a_failure_asks_the_database_nothing(rf, answer):
    """Nor could it: this test has no access to one."""
    html = answer(rf.get("/")).content.decode()
    assert_plain_french_page(html)
    assert_has_a_sky_and_a_way_on(html)


def test_a_form_without_its_token_is_refused_with_a_way_on(robot, small_site):
    response = robot.post("/recherche/")
    assert response.status_code == 403
    assert "Ce formulaire a expiré" in response.content.decode()
    assert_has_a_sky_and_a_way_on(response.content.decode())


def test_a_lost_reader_finds_the_search_and_every_section(robot, small_site):
    html = robot.get("/nulle-part/").content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    assert 'action="/recherche/"' in main
    for address in ("/", "/initiatives/", "/reflexions/", "/appels/", "/agenda/", "/ressources/"):
        assert f'href="{address}"' in main


def test_the_sky_of_a_lost_address_is_always_the_same_and_its_own(robot, small_site):
    skies = [sky_of(robot.get(path)) for path in ("/nulle-part/", "/nulle-part/", "/ailleurs/", "/%00/", "/🌌/")]
    assert skies[0] == skies[1] == draw_nebula("nulle-part", 1600, 700)
    assert len(set(skies[:4])) == 3


def sky_of(response):
    html = response.content.decode()
    return html[html.index('<svg class="nebula"') :].partition("</svg>")[0] + "</svg>"


# --- Closed for maintenance -------------------------------------------------------------------


@pytest.fixture
def maintenance(settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    return settings.MAINTENANCE_FILE


@pytest.mark.parametrize("address", ["/", "/agenda/", "/admin/", "/flux.xml", "/apercu/3.png", "/nulle-part/", "//a"])
def test_every_address_says_that_the_site_is_closed_without_a_database(robot, database_down, maintenance, address):
    maintenance.write_text("De retour vers 21 h.\n\n<b>Merci</b>")
    response = robot.generic("GET", "/", PATH_INFO=address)
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0 and "no-store" in response["Cache-Control"]
    html = response.content.decode()
    assert_plain_french_page(html)
    assert_has_a_sky_and_a_way_on(html)
    assert "De retour vers 21 h." in html
    assert "<b>Merci" not in html and "&lt;b&gt;Merci" in html


@pytest.mark.django_db
def test_the_probe_and_the_styles_stay_open_during_maintenance(robot, maintenance):
    maintenance.touch()
    assert robot.get("/sante.json").status_code == 200
    assert robot.get("/static/css/site.css").status_code != 503  # the tests serve none


def test_the_site_opens_again_when_the_file_goes(robot, small_site, maintenance):
    maintenance.touch()
    assert robot.get("/").status_code == 503
    maintenance.unlink()
    assert robot.get("/").status_code == 200


@pytest.mark.parametrize("content", [b"", b"\xff\xfe d\xe9j\xe0", b"a" * 100_000])
def test_whatever_the_file_contains_the_page_is_there(robot, maintenance, content):
    maintenance.write_bytes(content)
    response = robot.get("/")
    assert response.status_code == 503
    assert len(response.content) < 12_000


def test_a_maintenance_file_that_cannot_be_read_closes_the_site_all_the_same(robot, maintenance):
    maintenance.mkdir()
    assert robot.get("/").status_code == 503


# --- Addresses typed by robots and enemies ----------------------------------------------------

ADDRESSES = [
    "/",
    "/initiatives/",
    "/reflexions/",
    "/appels/",
    "/agenda/",
    "/agenda/archives/",
    "/ressources/",
    "/recherche/",
    "/themes/logement/",
    "/flux.xml",
    "/flux/agenda.xml",
]
QUERIES = [
    *(f"page={value}" for value in ("zzz", "-1", "0", "1.5", "99999999999999999999", "%00", "1e9", "", "٣")),
    *(f"annee={value}" for value in ("abc", "0", "-1", "99999", "99999999999999999999", "2018", "%00", "²")),
    *(f"theme={value}" for value in ("%00", "%ff", "nulle-part", "logement", "../..", "a" * 5000)),
    *(f"lieu={value}" for value in ("%ff", "%00", "fr-54395", "nulle-part", "' OR 1=1 --", "a" * 5000)),
    *(f"type={value}" for value in ("xx", "%00", "initiative", "event", "__class__", "a" * 5000)),
    *(
        f"q={quote(value)}"
        for value in (
            '"',
            "'",
            "NEAR(",
            "*",
            "a*",
            "a OR",
            "AND",
            "NOT",
            "(((",
            "-",
            "^",
            "title:maison",
            "\\",
            "%",
            "_",
            "   ",
            "a" * 5000,
            "mot " * 1200,
            "مرحبا بالعالم",
            "🌌🌠",
            "e\u0301",
            "<script>alert(1)</script>",
            "{{ 7*7 }}",
            "l’inté­gra·tion des salarié·e·s",
        )
    ),
    "q=%00",
    "q=a%00b",
    "q=%ff%fe",
    "q=%ed%a0%80",
    "q=a&q=b&page=2&page=x",
    "q[]=a&theme[$ne]=1",
    "%00=%00",
    "&&&===",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_parameter_breaks_a_page(robot, small_site, address):
    wrong = {}
    for query in QUERIES:
        status = robot.get(f"{address}?{query}").status_code
        if status not in {200, 404}:
            wrong[query[:60]] = status
    assert not wrong


@pytest.mark.parametrize("query", ["q=maison", "theme=logement", "lieu=fr-54395", "type=initiative", "annee=2018"])
def test_a_good_parameter_is_an_answer(robot, small_site, query):
    assert robot.get(f"/recherche/?{query}").status_code == 200


HOSTILE_PATHS = [
    "/%00",
    "/%00/",
    "/agenda/%00/",
    "/agenda/archives%00/",
    "/themes/%00/",
    "/themes/%ff/",
    "/themes/logement%00/",
    "/%ff/",
    "/%F0%9F%8C%8C/",
    "/initiatives/%2e%2e/%2e%2e/etc/passwd",
    "/initiatives/../../etc/passwd",
    "/documents/99999999999999999999/a.pdf",
    "/documents/1/%00.pdf",
    "/media/%00.jpg",
    "/flux/%00.xml",
    "/" + "a" * 5000 + "/",
    "/" + "a/" * 500,
    "//evil.example.org/",
    "/agenda/2026/99/",
    "/agenda/0000/00/",
]


@pytest.mark.parametrize("path", HOSTILE_PATHS, ids=lambda path: path[:40])
def test_no_path_breaks_the_site(robot, small_site, path):
    # The client would take « //host/ » for a whole address, and « .. » is for the server to see.
    status = robot.generic("GET", "/", PATH_INFO=_as_the_server_gives_it(path)).status_code
    assert status in {200, 301, 302, 400, 404}


def _as_the_server_gives_it(path):
    """PATH_INFO as WSGI servers hand it over: unquoted bytes, read as Latin-1."""
    return unquote_to_bytes(path).decode("latin-1")


def test_the_fixture_is_not_an_empty_site(small_site):
    assert ContentPage.objects.published().count() == 3


# --- Nobody is told who works here (TRAPS 12) -------------------------------------------------


@pytest.mark.django_db
def test_the_admin_asks_nothing_of_anybody(client):
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    client.force_login(make_member("sam", is_superuser=True))
    html = client.get("/admin/").content.decode()
    assert "gravatar.com" not in html
    assert "releases.wagtail" not in html
    fetched = re.findall(r"""(?:\bsrc|\bsrcset|<link[^>]*\bhref|url\()\s*=?\s*["']?((?:https?:)?//[^"' )>]+)""", html)
    assert not fetched


@pytest.mark.django_db
def test_only_the_editor_s_own_preview_may_be_framed(client):
    client.force_login(make_member("sam", is_superuser=True))
    page = make_article()
    assert client.get("/")["X-Frame-Options"] == "DENY"
    assert client.get(f"/admin/pages/{page.pk}/edit/")["X-Frame-Options"] == "DENY"
    assert client.get(f"/admin/pages/{page.pk}/edit/preview/")["X-Frame-Options"] == "SAMEORIGIN"
