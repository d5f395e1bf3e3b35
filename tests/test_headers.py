"""What every kind of answer tells the browser besides its content, as a table; documents; hosts; sizes."""

from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.files.base import ContentFile
from django.db import OperationalError, connection
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from core.content_policy import ADMIN, DOCUMENT, PUBLIC
from core.models import SiteDocument
from members.groups import ADMINISTRATION
from tests.factories import make_article, make_event, make_member
from tests.protection import ANSWERS, SAME_SITE, faults_of, read
from tests.test_environment import project, run_code  # noqa: F401 -- a fixture

FRAMED = PUBLIC | {"frame-ancestors": ["'self'"]}


@pytest.fixture
def robot():
    """A client that gets the error page, as a person does, instead of the exception; with CSRF on."""
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.fixture
def article(db):
    return make_article()


@pytest.fixture
def member(robot, db):
    make_member("alix", group=ADMINISTRATION)
    robot.login(username="alix", password="un mot de passe assez long")
    return robot


def assert_protected(response, policy, resource_policy=SAME_SITE, frame="DENY"):
    assert faults_of(response.headers, policy, resource_policy, frame) == []


# --- Every kind of answer ----------------------------------------------------------------------

#: What readers are asked, and answered, under /admin/.
ADMIN_ANSWERS = {"login": ("/admin/login/", 200), "door": ("/admin/", 302), "nothing": ("/admin/nulle-part/", 302)}
#: What members get there.
MEMBERS = {
    "home": ("/admin/", 200),
    "editor": ("/admin/pages/{pk}/edit/", 200),
    "desk": ("/admin/contributions/contribution/", 200),
    "choosing": ("/admin/choose-page/", 200),
    "nothing there": ("/admin/nulle-part/", 404),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_answer_is_protected(robot, article, kind):
    address, status, resource_policy = ANSWERS[kind]
    make_event()
    response = robot.get(address.format(article=article.url, pk=article.pk))
    assert response.status_code == status
    assert_protected(response, PUBLIC, resource_policy)


@pytest.mark.parametrize("kind", ADMIN_ANSWERS)
def test_the_door_of_the_admin_is_protected(robot, db, kind):
    address, status = ADMIN_ANSWERS[kind]
    response = robot.get(address)
    assert response.status_code == status
    assert_protected(response, ADMIN)


@pytest.mark.parametrize("kind", MEMBERS)
def test_the_admin_is_protected(member, article, kind):
    address, status = MEMBERS[kind]
    response = member.get(address.format(pk=article.pk))
    assert response.status_code == status
    assert_protected(response, ADMIN)


@pytest.mark.parametrize(
    ("screen", "policy", "frame"),
    [("edit/preview/", FRAMED, "SAMEORIGIN"), ("view_draft/", PUBLIC, "DENY")],
)
def test_a_preview_has_the_policy_of_the_page_and_may_be_framed_by_the_editor_alone(
    member, article, screen, policy, frame
):
    response = member.get(f"/admin/pages/{article.pk}/{screen}")
    assert response.status_code == 200
    assert_protected(response, policy, frame=frame)


def close_the_database(monkeypatch, settings, tmp_path):
    def refuse(*args, **kwargs):
        raise OperationalError("could not connect to server")

    monkeypatch.setattr(connection, "ensure_connection", refuse)


def close_the_site(monkeypatch, settings, tmp_path):
    settings.MAINTENANCE_FILE = tmp_path / "maintenance"
    settings.MAINTENANCE_FILE.touch()


#: What goes wrong → how it is brought about, what is asked, the answer's status.
FAILURES = {
    "no database": (close_the_database, {"path": "/"}, 503),
    "maintenance": (close_the_site, {"path": "/"}, 503),
    "maintenance of the form": (close_the_site, {"path": "/contact/"}, 503),
    "hostile host": (None, {"path": "/", "headers": {"host": "evil.example.org"}}, 400),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_what_answers_without_a_database_is_protected_too(robot, db, monkeypatch, settings, tmp_path, failure):
    bring_about, asked, status = FAILURES[failure]
    with monkeypatch.context() as patch:
        if bring_about:
            bring_about(patch, settings, tmp_path)
        response = robot.get(**asked)
    assert response.status_code == status
    assert_protected(response, PUBLIC)


@pytest.mark.parametrize(("error", "status"), [(ValueError(), 500), (PermissionDenied(), 403), (BadRequest(), 400)])
def test_an_error_is_protected_too(robot, article, monkeypatch, error, status):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr("home.models.HomePage.serve", fail)
    response = robot.get("/")
    assert response.status_code == status
    assert_protected(response, PUBLIC)


def test_a_form_without_its_token_is_refused_under_the_same_policy(robot, db):
    response = robot.post("/contact/", {"message": "x"})
    assert response.status_code == 403
    assert_protected(response, PUBLIC)


# --- The policies themselves -------------------------------------------------------------------


@pytest.mark.parametrize("policy", [PUBLIC, ADMIN], ids=["public", "admin"])
def test_no_policy_runs_what_is_written_in_a_page(policy):
    sources = {source for name, values in policy.items() if "src" in name for source in values}
    assert not sources & {"'unsafe-inline'", "'unsafe-eval'", "'strict-dynamic'", "*", "https:", "http:"}
    assert not any(source.startswith("'nonce-") for source in sources)
    assert (policy["default-src"], policy["base-uri"], policy["frame-ancestors"]) == (["'none'"],) * 3


def test_the_public_policy_knows_this_site_and_nothing_else():
    assert {source for values in PUBLIC.values() for source in values} == {"'self'", "'none'"}


def test_players_come_from_named_hosts_in_https_where_a_page_has_one(db, client, settings):
    assert all(host.startswith("https://") and "*" not in host for host in settings.PLAYER_HOSTS)
    film = ("player", {"address": "https://vimeo.com/76979871", "title": "Un film"})
    with_film, without = client.get(make_article("Film", body=[film]).url), client.get(make_article("Texte").url)
    assert "frame-src https://" in with_film["Content-Security-Policy"]
    assert "https://player.vimeo.com" in with_film["Content-Security-Policy"]
    assert 'fullscreen=(self "https://' in with_film["Permissions-Policy"]
    assert "frame-src" not in without["Content-Security-Policy"]
    assert "fullscreen=(self)" in without["Permissions-Policy"]


def test_two_readers_get_the_same_headers(article):
    """Nothing in them is of one visit: a page may be kept by a cache."""
    first, second = (Client().get(article.url).headers for _ in range(2))
    assert dict(first) == dict(second)
    assert "Set-Cookie" not in first


#: BEHIND_PROXY → what is made of a request that says that it came by HTTPS for another host: whether it is secure, its
#: host, the status of the answer, HSTS.
BELIEVED = {
    "false": "False nebuleuses.example.org 301 None",
    "true": "True nebuleuses.example.org 200 max-age=31536000; includeSubDomains; preload",
}


@pytest.mark.parametrize("behind_proxy", BELIEVED)
def test_what_a_request_says_of_itself_is_believed_behind_a_proxy_only(project, behind_proxy):  # noqa: F811
    printed = run_code(
        project,
        """
        from django.http import HttpResponse
        from django.middleware.security import SecurityMiddleware
        from django.test import RequestFactory
        headers = {"host": "nebuleuses.example.org", "x-forwarded-host": "evil.org", "x-forwarded-proto": "https"}
        request = RequestFactory().get("/", headers=headers)
        answer = SecurityMiddleware(lambda request: HttpResponse())(request)
        print(request.is_secure(), request.get_host(), answer.status_code, answer.get("Strict-Transport-Security"))
        """,
        BEHIND_PROXY=behind_proxy,
    )
    assert printed.strip() == BELIEVED[behind_proxy]


def test_in_production_cookies_travel_in_https_only(project):  # noqa: F811
    printed = run_code(
        project,
        """
        from django.conf import settings
        print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY)
        print(settings.SESSION_COOKIE_SAMESITE, settings.CSRF_COOKIE_SAMESITE)
        """,
    )
    assert printed.split() == ["True", "True", "True", "Lax", "Lax"]


# --- Hosts and sizes ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["evil.example.org", "testserver.evil.example.org", "testserver:80@evil", "[::1", "a b", "testserver\t", ""]
)
def test_a_hostile_host_gets_a_plain_400(robot, db, host):
    response = robot.get("/contact/", headers={"host": host}) if host else robot.get("/", HTTP_HOST="", SERVER_NAME="x")
    assert response.status_code == 400
    assert host not in response.content.decode() or not host
    assert not response.cookies


def test_the_address_of_another_host_is_never_written_in_a_page(robot, article):
    response = robot.get(article.url, headers={"x-forwarded-host": "evil.example.org", "forwarded": "host=evil"})
    assert response.status_code == 200
    assert "evil" not in response.content.decode()


@pytest.mark.parametrize("address", ["/contact/", "/contribuer/temoignage/", "/contribuer/suivi/", "/admin/login/"])
def test_a_form_of_more_than_five_megabytes_is_refused_without_being_read(db, address):
    person = Client(raise_request_exception=False)
    response = person.post(address, "message=" + "a" * (5 * 1024 * 1024 + 1), "application/x-www-form-urlencoded")
    assert response.status_code in (400, 413)
    assert_protected(response, ADMIN if address.startswith("/admin/") else PUBLIC)


# --- Documents ---------------------------------------------------------------------------------


def pdf():
    output, document = BytesIO(), pikepdf.new()
    document.add_blank_page()
    document.save(output)
    return output.getvalue()


#: The name of a document → its content, and what the browser is told to do with it.
DOCUMENTS = {
    "tract.pdf": (pdf, "inline"),
    "notes.txt": (lambda: b"Notes. " * 100 + b"<script>alert(1)</script>", "attachment"),
    "table.csv": (lambda: b"a,b\n1,2\n", "attachment"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_a_download_or_a_pdf_in_a_sandbox(robot, db, name):
    content, shown = DOCUMENTS[name]
    document = SiteDocument.objects.create(title=name, file=ContentFile(content(), name=name))
    response = robot.get(document.url)
    assert response.status_code == 200
    assert_protected(response, read(DOCUMENT))
    assert response["Content-Disposition"].startswith(f"{shown};")
    assert response["Cache-Control"] == "private, no-cache"
    assert "Content-Encoding" not in response
    again = robot.get(document.url, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    assert read(again["Content-Security-Policy"]) == read(DOCUMENT)
    assert robot.post(document.url).status_code in (403, 405)


def test_a_document_of_a_private_collection_is_for_members(robot, db):
    private = Collection.get_first_root_node().add_child(name="Entre nous")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    document = SiteDocument.objects.create(
        title="Procès-verbal", file=ContentFile(pdf(), name="pv.pdf"), collection=private
    )
    refused = robot.get(document.url)
    assert refused.status_code == 302 and "login" in refused["Location"]
    assert robot.head(document.url).status_code == 302
    make_member("ana")
    robot.login(username="ana", password="un mot de passe assez long")
    given = robot.get(document.url)
    assert given.status_code == 200 and given["Cache-Control"] == "private, no-cache"
