"""What the site reads from its environment: all of it documented, none of it guessed, the database set up for many."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYTHON_FOLDERS = [path.parent for path in ROOT.glob("*/__init__.py") if path.parent.name != "tests"]

READS = re.compile(
    r"""(?:\benv(?:\.\w+)?|\brequired|\boptional|\bos\.environ\.get|\bgetenv)\(\s*["']([A-Z][A-Z0-9_]+)["']"""
)
EXAMPLE_LINES = re.compile(r"^(?:# ?)?([A-Z][A-Z0-9_]+)=", re.MULTILINE)
DOCUMENT_ROWS = re.compile(r"^\| `([A-Z][A-Z0-9_]+)` \|", re.MULTILINE)

GOOD = {"SECRET_KEY": "a-key-of-the-tests-" + "x" * 50, "SITE_URL": "https://nebuleuses.example.org"}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The site as a clone without .env (Path): its own code, copied where the place of a file matters."""
    folder = tmp_path_factory.mktemp("clone")
    for path in ROOT.iterdir():
        if path.name in {"manage.py", "site_nebuleuses"}:
            (shutil.copytree if path.is_dir() else shutil.copy)(path, folder / path.name)
        elif not path.name.startswith(".") and path.name != "var":
            (folder / path.name).symlink_to(path)
    return folder


def clean_environment(**variables):
    """The environment of this machine without anything of the site, then `variables`."""
    ours = read_by_the_code() | {"DJANGO_SETTINGS_MODULE"}
    return {name: value for name, value in os.environ.items() if name not in ours} | variables


def read_by_the_code():
    """The variables that settings and apps read (set of str)."""
    sources = [path.read_text() for folder in PYTHON_FOLDERS for path in folder.rglob("*.py")]
    return {name for source in sources for name in READS.findall(source)}


def run(project, arguments, **variables):
    """A Python process in the clone, with `variables` as its only settings (CompletedProcess)."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=clean_environment(**variables),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def run_code(project, code, **variables):
    """What `code` prints (str) under the production settings changed by `variables`."""
    variables = GOOD | {"DJANGO_SETTINGS_MODULE": "site_nebuleuses.settings"} | variables
    done = run(project, ["-c", textwrap.dedent(code)], **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- Documented -------------------------------------------------------------------------------


def test_the_example_names_every_variable_and_no_other():
    assert set(EXAMPLE_LINES.findall((ROOT / ".env.example").read_text())) == read_by_the_code()


def test_the_document_explains_every_variable_and_no_other():
    rows = DOCUMENT_ROWS.findall((ROOT / "docs" / "exploitation.md").read_text())
    assert sorted(rows) == sorted(read_by_the_code())


def test_every_way_of_reading_is_seen():
    """The two tests above are worth what this pattern is worth."""
    source = 'env.str("ONE"), env("TWO"), required(\n "THREE"), os.environ.get("FOUR"), os.environ.setdefault("FIVE")'
    assert READS.findall(source) == ["ONE", "TWO", "THREE", "FOUR"]
    known = {"DEBUG", "SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS", "DATABASE_URL", "MEDIA_ROOT", "DEMO_PASSWORD"}
    assert known <= read_by_the_code()


def test_no_other_module_reads_the_environment_behind_the_pattern():
    for folder in PYTHON_FOLDERS:
        for path in folder.rglob("*.py"):
            for found in re.findall(r"os\.environ\[.*|from os import .*\benviron\b.*", path.read_text()):
                pytest.fail(f"{path.relative_to(ROOT)}: {found}")


# --- Required ---------------------------------------------------------------------------------


@pytest.mark.parametrize("absence", [{}, {"SECRET_KEY": "", "SITE_URL": ""}], ids=["unset", "empty"])
@pytest.mark.parametrize("missing", ["SECRET_KEY", "SITE_URL"])
def test_a_missing_required_variable_stops_with_one_sentence(project, missing, absence):
    others = {name: value for name, value in GOOD.items() if name != missing}
    done = run(project, ["manage.py", "check"], **absence | others)
    assert done.returncode != 0
    assert done.stdout == ""
    sentences = done.stderr.strip().splitlines()
    assert len(sentences) == 1, done.stderr
    assert re.fullmatch(rf"Nébuleuses ne peut pas démarrer.:.*\b{missing}\b.*\.", sentences[0])


def test_production_settings_pass_the_deployment_check_in_silence(project):
    done = run(
        project, ["manage.py", "check", "--deploy", "--fail-level", "DEBUG"], **GOOD, EMAIL_URL="smtp://localhost"
    )
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout + done.stderr


def test_letters_that_would_stay_in_the_journal_are_said_to(project):
    done = run(project, ["manage.py", "check", "--deploy"], **GOOD)
    assert "nebuleuses.W001" in done.stderr


def test_an_empty_list_of_hosts_means_the_one_of_the_address(project):
    printed = run_code(project, "from django.conf import settings; print(settings.ALLOWED_HOSTS)", ALLOWED_HOSTS="")
    assert printed.strip() == "['nebuleuses.example.org']"


def test_production_is_the_default(project):
    printed = run_code(
        project,
        """
        from django.conf import settings as site
        print(site.DEBUG, site.SESSION_COOKIE_SECURE, site.SECURE_SSL_REDIRECT, site.SECURE_HSTS_SECONDS)
        """,
    )
    assert printed.split() == ["False", "True", "True", "31536000"]


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://localhost:8000"])
def test_a_trial_of_production_on_this_machine_needs_no_https(project, address):
    printed = run_code(
        project,
        """
        from django.conf import settings as site
        print(site.DEBUG, site.SECURE_SSL_REDIRECT)
        """,
        SITE_URL=address,
    )
    assert printed.split() == ["False", "False"]


def test_a_server_left_at_the_address_of_a_trial_is_warned(project):
    done = run(project, ["manage.py", "check", "--deploy"], **GOOD | {"SITE_URL": "http://127.0.0.1:8000"})
    assert "security.W008" in done.stderr


# --- The database in one file (TRAPS 7 and 8) -------------------------------------------------


def test_sqlite_lets_one_process_write_while_others_read(project, tmp_path):
    printed = run_code(
        project,
        """
        import json
        import django
        django.setup()
        from django.db import connection
        with connection.cursor() as cursor:
            pragmas = {}
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"):
                cursor.execute(f"PRAGMA {name}")
                pragmas[name] = cursor.fetchone()[0]
        options = connection.settings_dict
        print(json.dumps(pragmas | {
            "transaction_mode": connection.transaction_mode,
            "conn_max_age": options["CONN_MAX_AGE"],
            "health_checks": options["CONN_HEALTH_CHECKS"],
        }))
        """,
        DATABASE_URL=f"sqlite:///{tmp_path}/site.sqlite3",
    )
    assert json.loads(printed) == {
        "journal_mode": "wal",
        "synchronous": 1,  # NORMAL
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 20_000,
        "transaction_mode": "IMMEDIATE",
        "conn_max_age": None,
        "health_checks": True,
    }


WRITE_AFTER_READING = """
    import sys
    import django
    django.setup()
    from django.db import connection, transaction
    from django.db.utils import OperationalError
    if sys.argv[1:] == ["create"]:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE counter (value integer NOT NULL)")
            cursor.execute("INSERT INTO counter VALUES (0)")
        sys.exit()
    failed = 0
    for _turn in range(50):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT value FROM counter")
                value = cursor.fetchone()[0]
                cursor.execute("UPDATE counter SET value = %s", [value + 1])
        except OperationalError:
            failed += 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM counter")
        print(failed, cursor.fetchone()[0])
"""


def test_four_processes_that_read_then_write_lose_nothing(project, tmp_path):
    script = tmp_path / "write.py"
    script.write_text(textwrap.dedent(WRITE_AFTER_READING))
    environment = clean_environment(
        **GOOD,
        DATABASE_URL=f"sqlite:///{tmp_path}/site.sqlite3",
        DJANGO_SETTINGS_MODULE="site_nebuleuses.settings",
        PYTHONPATH=str(project),
    )
    command = [sys.executable, str(script)]
    subprocess.run([*command, "create"], env=environment, check=True, timeout=60)
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    answers = [process.communicate(timeout=120)[0].split() for process in running]
    assert [failed for failed, _value in answers] == ["0"] * 4
    assert max(int(value) for _failed, value in answers) == 200


@pytest.mark.parametrize(
    ("address", "debug", "age"),
    [
        ("sqlite:///:memory:", "true", "None"),
        ("sqlite:///:memory:", "false", "None"),
        ("postgres://x@127.0.0.1/x", "false", "None"),
        ("postgres://x@127.0.0.1/x", "true", "0"),
    ],
)
def test_connections_are_kept_but_by_the_threads_of_the_development_server(project, address, debug, age):
    """A hundred requests of `runserver` would leave a hundred of them open: « sorry, too many clients already »."""
    code = "from site_nebuleuses.settings import DATABASES; print(DATABASES['default']['CONN_MAX_AGE'])"
    done = run(project, ["-c", code], **GOOD, DATABASE_URL=address, DEBUG=debug)
    assert done.stdout.strip() == age, done.stderr
