"""A real server over a database of its own, and people who sit before it with a browser."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.databases import own_database
from tools.example import Example, free_port

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "un mot de passe assez long"  # noqa: S105

#: Chromium as root, on a machine without network: it asks nobody anything.
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

#: How long a person waits for a screen, in milliseconds: a machine that does ten other things is slow, not wrong.
PATIENCE = 30_000

#: Tells the test what the browser refused for the Content-Security-Policy, in the page and in its frames.
TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
    window.policyViolation([location.pathname, effectiveDirective, blockedURI, sourceFile, lineNumber].join(" | ")));
"""

#: Three members, two to whom one may write, and an empty site, made by the same commands and models as everywhere.
OPEN_SITE = f"""
from django.contrib.auth.models import Group
from core.models import SiteSettings, Theme
from initiatives.models import InitiativeKind
from members.models import Member
from wagtail.models import Site
for username, name, group in [
    ("ana", "Ana", "Rédaction"), ("brahim", "Brahim", "Rédaction"), ("chloe", "Chloé", "Modération")
]:
    member = Member.objects.create_user(username, username + "@example.org", {PASSWORD!r}, display_name=name)
    member.groups.add(Group.objects.get(name=group))
Theme.objects.create(title="Travail social", slug="travail-social")
InitiativeKind.objects.create(title="Recherche-action")
settings = SiteSettings.for_site(Site.objects.get())
settings.contact_recipients = [
    ("recipient", {{"label": label, "address": "nous@example.org"}}) for label in ("La modération", "La technique")
]
settings.save()
"""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """One example is enough: what reads it runs in the same process (--dist loadgroup)."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent) and "example" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("example"))
            item.add_marker(pytest.mark.once)


@pytest.fixture(scope="session")
def database_url(tmp_path_factory):
    """A database for the server alone."""
    with own_database(tmp_path_factory.mktemp("server"), "browser") as url:
        yield url


@pytest.fixture(scope="session")
def built_example(chromium_path, tmp_path_factory):
    """The living example (Example), loaded in a database of its own."""
    folder = tmp_path_factory.mktemp("example")
    with own_database(folder, "example") as url:
        yield Example(folder, url).built()


@pytest.fixture(scope="session")
def example(built_example):
    """The address (str) of the living example, served as in production."""
    with built_example.served() as address:
        yield address


@pytest.fixture(scope="session")
def developers_example(built_example):
    """The address (str) of the same example, as a developer sees it."""
    with built_example.served(debug=True) as address:
        yield address


@pytest.fixture(scope="session")
def environment(database_url, tmp_path_factory):
    """The environment (dict) of the site that runs. Its name is one that browsers take passkeys for."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "site_nebuleuses.settings",
        "DATABASE_URL": database_url,
        "MEDIA_ROOT": str(tmp_path_factory.mktemp("media")),
        "QUARANTINE_ROOT": str(tmp_path_factory.mktemp("quarantine")),
        "PRIVATE_ROOT": str(tmp_path_factory.mktemp("private")),
        "SITE_URL": f"http://localhost:{free_port()}",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "DEBUG": "true",
        "EMAIL_URL": "dummymail://",
        # Everybody here has one connection: what is counted by connection is not counted.
        "CACHE_URL": "dummycache://",
    }


@pytest.fixture(scope="session")
def manage(environment):
    """A function that runs a command (*str) of manage.py on the site that runs."""

    def run(*arguments):
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True)

    return run


@pytest.fixture(scope="session")
def server(chromium_path, environment, manage, tmp_path_factory):
    """The address (str) of a running site that holds its skeleton, the gazetteer and three members."""
    address = environment["SITE_URL"]
    manage("migrate", "-v0")
    manage("setup_site", "-v0")
    manage("shell", "-v0", "-c", OPEN_SITE)
    log = (tmp_path_factory.mktemp("log") / "server.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{address.rpartition(':')[2]}"],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=log,
    )
    for _attempt in range(300):  # a minute: a machine that does ten other things is slow to start
        try:
            urlopen(f"{address}/sante.json", timeout=2)  # noqa: S310
            break
        except (URLError, OSError):
            time.sleep(0.2)
    yield address
    process.terminate()
    process.wait()


@pytest.fixture(scope="session")
def chromium(chromium_path):
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    # Its loop stays in this thread, asleep: the tests that follow may ask the database, which Django would refuse.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setattr("django.utils.asyncio.get_running_loop", _no_loop)
        browser = playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


def _no_loop():
    raise RuntimeError


@contextmanager
def openings(chromium, address):
    """A function that opens a new person's browser page on the site at `address`.

    A script that fails, what the content policy refuses, or an answer that says that the server did, fails the test.
    """
    contexts, errors = [], []

    def open_one(**options):
        options = {"base_url": address, "viewport": {"width": 1280, "height": 900}} | options
        context = chromium.new_context(locale="fr-FR", **options)
        contexts.append(context)
        context.expose_binding("policyViolation", lambda _source, violation: errors.append(violation))
        context.add_init_script(TELL_VIOLATIONS)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("response", lambda response: errors.append(response.url) if response.status >= 500 else None)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def open_page(chromium, server):
    """A function that gives a new person's browser page (playwright Page)."""
    with openings(chromium, server) as open_one:
        yield open_one


@pytest.fixture
def open_example(chromium, example):
    """A function that gives the browser page of a new reader of the example (playwright Page)."""
    with openings(chromium, example) as open_one:
        yield open_one


@pytest.fixture
def sign_in(open_page):
    """A function that gives the browser page of a member who is signed in."""

    def sign_one_in(username):
        page = open_page()
        page.goto("/admin/login/")
        page.fill("#id_username", username)
        page.fill("#id_password", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    return sign_one_in
