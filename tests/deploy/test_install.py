"""What deploy/install.py puts on a server, and what it does of what is there already."""

import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.deploy.installed import NAME

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "exploitation.md").read_text(encoding="utf-8")
UNITS = sorted((ROOT / "deploy" / "systemd").iterdir())
#: What is private, what nginx reads, and what both write.
RIGHTS = {
    "srv/nebuleuses/site/.env": 0o640,
    "srv/nebuleuses/data": 0o700,
    "srv/nebuleuses/prive": 0o700,
    "srv/nebuleuses/quarantaine": 0o700,
    "srv/nebuleuses/sauvegardes": 0o700,
    "srv/nebuleuses/media": 0o2750,
    "var/cache/nebuleuses/pages": 0o770,
    "var/cache/nebuleuses/statiques": 0o700,
    f"etc/ssl/nebuleuses/{NAME}.key": 0o600,
    "etc/nginx/conf.d/nebuleuses.conf": 0o644,
}


def written(installed):
    """What is in the files that the script writes (dict: Path → bytes and mode)."""
    files = [path for path in (installed.root / "etc").rglob("*") if path.is_file()]
    return {path: (path.read_bytes(), path.stat().st_mode) for path in [*files, installed.program / ".env"]}


@pytest.mark.parametrize("place", RIGHTS)
def test_who_may_read_and_write_what(installed, place):
    path = installed.root / place
    assert stat.S_IMODE(path.stat().st_mode) == RIGHTS[place]
    if place.endswith(("media", "pages")):
        assert path.group() == "www-data"


def test_the_settings_have_a_key_of_their_own_and_production_finds_nothing_wrong(installed):
    text = (installed.program / ".env").read_text()
    assert re.search(r"^SECRET_KEY=[\w-]{60,}$", text, re.MULTILINE)
    done = subprocess.run(
        [installed.program / ".venv/bin/python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=installed.program,
        env={"EMAIL_URL": "smtp://localhost"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_done_again_it_changes_nothing(installed):
    before = written(installed)
    done = installed.install()
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("Rien n’a changé.\n") and "écrit" not in done.stdout
    assert written(installed) == before


def test_what_was_changed_by_hand_is_set_right_and_kept_beside(installed):
    unit = installed.root / "etc/systemd/system/nebuleuses.service"
    right = unit.read_text()
    unit.write_text(right + "# de ma main\n")
    assert "nebuleuses.service" in installed.step("write_units").stdout
    assert unit.read_text() == right
    assert unit.with_name("nebuleuses.service.avant").read_text() == right + "# de ma main\n"


def test_where_the_machines_are_is_written_once_then_left_to_whoever_runs_the_site(installed):
    machines = installed.root / "etc/nginx/conf.d/nebuleuses-machines.conf"
    once = machines.read_text()
    machines.write_text(once + "# de ma main\n")
    assert installed.step("configure_nginx").returncode == 0
    assert machines.read_text() == once + "# de ma main\n"
    machines.unlink()
    assert "nebuleuses-machines.conf" in installed.step("configure_nginx").stdout
    assert machines.read_text() == once


def test_files_in_a_bucket_are_not_looked_for_on_the_disk(installed):
    settings, site = installed.program / ".env", installed.root / "etc/nginx/sites-available/nebuleuses"
    said, once = settings.read_text(), site.read_text()
    assert once.count("location ^~ /media/") == 3
    settings.write_text(f"{said}\nS3_ENDPOINT=https://s3.example.org\n")
    try:
        assert installed.step("configure_nginx").returncode == 0
        elsewhere = site.read_text()
    finally:
        settings.write_text(said)
        installed.step("configure_nginx")
    assert "location ^~ /media/" not in elsewhere and elsewhere.count("{") == elsewhere.count("}")
    assert "include snippets/nebuleuses-s3*.conf;" in elsewhere and site.read_text() == once


def test_a_clone_of_the_account_of_the_site_is_refused(installed):
    """What root runs, the site must not be able to write."""
    shutil.chown(installed.program, "www-data")
    try:
        assert "ne doit pas pouvoir se récrire" in installed.step("refuse_unfit_machine", argument="").stderr
    finally:
        shutil.chown(installed.program, "root")


@pytest.mark.parametrize(("name", "said"), [("ailleurs.example.org", ".env dit"), ("https://x.org", "Il faut le nom")])
def test_a_name_that_is_not_its_own_is_refused(installed, name, said):
    before = written(installed)
    done = installed.install("--name", name)
    assert done.returncode and said in done.stderr and "Traceback" not in done.stderr
    assert written(installed) == before


def test_a_true_certificate_takes_the_place_of_the_first(installed):
    site = installed.root / "etc/nginx/sites-available/nebuleuses"
    live = installed.root / "etc/letsencrypt/live" / NAME
    first = site.read_text()
    live.mkdir(parents=True)
    (live / "fullchain.pem").touch()
    try:
        installed.step("configure_nginx")
        assert f"ssl_certificate {live}/fullchain.pem;" in site.read_text()
        assert f"ssl_certificate_key {live}/privkey.pem;" in site.read_text()
    finally:
        shutil.rmtree(live)
        installed.step("configure_nginx")
    assert site.read_text() == first


def test_all_that_it_writes_is_under_its_root(installed):
    for path, (content, _mode) in written(installed).items():
        text = re.sub(r"^ *#.*", "", content.decode(), flags=re.MULTILINE)
        for place in re.findall(r"(?:^|[\s=:-])(/(?:srv|var|run|etc)/\S*)", text, re.MULTILINE):
            assert place.startswith(str(installed.root)), f"{path}: {place}"


def test_systemd_understands_the_units(installed):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze n’est pas là")
    units = sorted((installed.root / "etc/systemd/system").glob("nebuleuses*[er]"))
    assert len(units) == len(UNITS)
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# --- And the document says it -----------------------------------------------------------------


def test_each_command_of_the_day_has_a_timer_and_no_other():
    rows = re.findall(r"^\| `manage\.py (\w+)[^`]*` \|.*\| (.+) \|$", DOCUMENT, re.MULTILINE)
    timed = {name for name, pace in rows if re.match("chaque (jour|matin|semaine|nuit)|toutes les", pace)}
    timers = {path.stem.partition("@")[2] for path in UNITS if path.suffix == ".timer"}
    assert timed - {"backup"} == timers - {""}


#: Timers are in the table of commands.
FILES = [path for path in (ROOT / "deploy").rglob("*.*") if path.suffix not in {".pyc", ".timer"}]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_is_explained(path):
    assert f"`{path.relative_to(ROOT)}`" in DOCUMENT or f"`{path.name}`" in DOCUMENT
