#!/usr/bin/env python3
"""Puts Nébuleuses on a server, or brings it up to date: docs/exploitation.md, « Installer ».

    deploy/install.py --name nebuleuses.example.org [--postgresql [ADDRESS]]
    deploy/install.py --name nebuleuses.example.org --root /tmp/essai

It stands in the program that it installs, whose folder (/srv/nebuleuses/site) says where the rest goes. Done again, it
changes what is missing or has changed, and never .env. With --root, what goes into /etc, /run and /var goes under that
folder, paths in files agree with it, and neither accounts nor systemd are touched. Standard library only.
"""

import argparse
import grp
import os
import pwd
import re
import secrets
import shutil
import subprocess  # noqa: S404
import sys
from pathlib import Path

from placing import ACCOUNT, FRONT, HOME, NAME, PROGRAM, Installation, call, is_said, said, say

NEEDED = ("nginx", "openssl", "runuser", "systemctl")
#: Folders of the site, under HOME; nginx reads `media`, and what is put there has its group.
FOLDERS = {
    "data": 0o700,
    "media": 0o2750,
    "prive": 0o700,
    "quarantaine": 0o700,
    "sauvegardes": 0o700,
    "site/var": 0o750,
    "site/var/static": 0o750,
}
SYSTEM_FOLDERS = ["/var/cache/nebuleuses", "/var/lib/nebuleuses/certbot", "/etc/ssl/nebuleuses"]
#: Folders of nginx; the site empties the first.
KEPT = "/var/cache/nebuleuses/pages"
NGINX_FOLDERS = {KEPT: 0o770, "/var/cache/nebuleuses/statiques": 0o700}
#: Files of deploy/nginx/, and where they go.
NGINX = {
    "nebuleuses.conf": "/etc/nginx/conf.d/nebuleuses.conf",
    "personne.conf": "/etc/nginx/snippets/nebuleuses.conf",
    "site": "/etc/nginx/sites-available/nebuleuses",
}
#: Written once, then theirs: where the machines are is known to nobody else.
THEIRS = {"machines.conf": "/etc/nginx/conf.d/nebuleuses-machines.conf"}
#: Lists of what the site needs besides, and the setting that asks for each.
THEIR_LISTS = {"S3_ENDPOINT": "requirements-s3.txt", "SEARCH_URL": "requirements-opensearch.txt"}
#: What nginx gives from the disk, where the files are: a bucket has the site answer in its place.
FROM_THE_DISK = re.compile(r"^    location \^~ /media/.*?^    \}\n", re.MULTILINE | re.DOTALL)
ENABLED = "/etc/nginx/sites-enabled/nebuleuses"
CERTIFICATE = "/etc/ssl/nebuleuses/{}.pem"
LETS_ENCRYPT = "/etc/letsencrypt/live/{}/fullchain.pem"
SETTINGS = """\
# Les réglages du site. deploy/install.py les a écrits, et n’y touche plus : ils sont à vous.
# docs/exploitation.md les explique tous. Après un changement : systemctl restart nebuleuses
SECRET_KEY={key}
SITE_URL=https://{name}
BEHIND_PROXY=true
# Une heure, le temps d’essayer ; puis un an (31536000) : on ne revient pas en arrière.
HSTS_SECONDS=3600
DATABASE_URL={database}
MEDIA_ROOT={home}/media
QUARANTINE_ROOT={home}/quarantaine
PRIVATE_ROOT={home}/prive
FRONT_CACHE_FOLDER={kept}
# À remplir : sans elle, aucun courriel ne part.
# EMAIL_URL=smtp+tls://compte:motdepasse@mail.example.org:587
DEFAULT_FROM_EMAIL=Nébuleuses <bonjour@{name}>
"""


def main():
    parser = argparse.ArgumentParser(description="Installe Nébuleuses sur un serveur, ou la met à jour.")
    parser.add_argument("--name", help=f"le nom du site, par exemple {NAME} (inutile si .env existe)")
    parser.add_argument(
        "--postgresql",
        nargs="?",
        const="",
        metavar="ADRESSE",
        help="PostgreSQL plutôt que SQLite\u00a0: celui de cette machine, ou celui de l’adresse (postgres://…)",
    )
    parser.add_argument("--root", type=Path, help="un dossier d’essai, à la place du système")
    options = parser.parse_args()
    os.umask(0o022)
    site = Installation(name_of_the_site(options.name), options.root and options.root.resolve())
    steps = [
        ("Le compte", make_account),
        ("Les dossiers", make_folders),
        ("Le programme", install_program),
        ("Les réglages", lambda site: write_settings(site, options.postgresql)),
        ("La base et les feuilles de style", prepare_site),
        ("Les unités de systemd", write_units),
        ("nginx", configure_nginx),
        ("La mise en route", start),
    ]
    if site.is_real:
        refuse_unfit_machine()
    else:
        steps = steps[1:-1]
    for title, step in steps:
        say(f"{title}…")
        step(site)
    say("C’est fait." if site.changed else "Rien n’a changé.")
    if site.is_real and not site.path(LETS_ENCRYPT.format(site.name)).exists():
        say("Le certificat est provisoire\u00a0: voir docs/exploitation.md, « Le certificat ».")


def name_of_the_site(asked):
    """The name that was `asked` for (str or None), or the one that .env has (str)."""
    written = re.search(r"^SITE_URL=https?://([^/:\s]+)", said(), re.MULTILINE)
    name = asked or (written and written[1])
    if not name or not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", name):
        sys.exit(f"Il faut le nom du site, en minuscules et sans https://\u00a0: --name {NAME}")
    if written and name != written[1]:
        sys.exit(f".env dit que le site s’appelle {written[1]}\u00a0: changez-y d’abord SITE_URL.")
    return name


def refuse_unfit_machine():
    if os.geteuid():
        sys.exit("À lancer en tant que root (ou avec --root DOSSIER, pour un essai).")
    if PROGRAM.owner() != "root":
        sys.exit(f"Le site ne doit pas pouvoir se récrire\u00a0: chown -R root: {PROGRAM}")
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        sys.exit(f"Il manque {', '.join(missing)}\u00a0: apt install python3-venv git nginx openssl ffmpeg sudo")


def make_account(site):
    try:
        pwd.getpwnam(ACCOUNT)
    except KeyError:
        call(["adduser", "--quiet", "--system", "--group", "--no-create-home", "--home", str(HOME), ACCOUNT])
        site.note(f"compte\u00a0: {ACCOUNT}")
    if ACCOUNT not in grp.getgrnam(FRONT).gr_mem:
        call(["usermod", "--append", "--groups", FRONT, ACCOUNT])
        site.note(f"{ACCOUNT} est du groupe {FRONT}")


def make_folders(site):
    for name, mode in FOLDERS.items():
        site.folder(HOME / name, mode, site.account, FRONT)
    for place in SYSTEM_FOLDERS:
        site.folder(site.path(place), 0o755)
    for place, mode in NGINX_FOLDERS.items():
        site.folder(site.path(place), mode, FRONT, FRONT)
    if not site.is_real:
        for place in ("/run/nebuleuses", "/var/log/nginx"):
            site.folder(site.path(place), 0o755)


def install_program(site):
    lists = [name for variable, name in THEIR_LISTS.items() if is_said(variable)]
    call([sys.executable, str(PROGRAM / "tools/prepare.py"), "--no-env", *(f"--also={name}" for name in lists)])
    # The site cannot write beside its own code.
    call([str(PROGRAM / ".venv/bin/python"), "-m", "compileall", "-q", "-x", r"/(\.venv|tests|tools)/", str(PROGRAM)])


def write_settings(site, postgresql):
    path = PROGRAM / ".env"
    if path.exists():
        return
    if postgresql is None:
        database = f"sqlite:///{HOME}/data/nebuleuses.sqlite3"
    else:
        database = postgresql or local_postgresql(site)
    key, kept = secrets.token_urlsafe(50), site.path(KEPT)
    site.write(path, SETTINGS.format(key=key, name=site.name, database=database, home=HOME, kept=kept), 0o640)
    if os.geteuid() == 0:
        shutil.chown(path, "root", site.account)


def local_postgresql(site):
    """The address (str) of a database of this machine, made if it is not there; the account needs no password."""
    if not site.is_real:
        sys.exit("Avec --root, donnez l’adresse de la base\u00a0: --postgresql postgres://…")
    database = ["createdb", "--owner", ACCOUNT, "--encoding", "UTF8", "--template", "template0", ACCOUNT]
    needed = {"SELECT usename FROM pg_user": ["createuser", ACCOUNT], "SELECT datname FROM pg_database": database}
    for names, command in needed.items():
        if ACCOUNT not in as_postgres(["psql", "-tAc", names]).split():
            as_postgres(command)
            site.note(f"PostgreSQL\u00a0: {' '.join(command)}")
    # Of a statement that fails, its journal would say what somebody typed.
    for setting in ("log_min_error_statement = panic", "log_error_verbosity = terse"):
        as_postgres(["psql", "-qc", f"ALTER ROLE {ACCOUNT} SET {setting}"])
    return f"postgres:///{ACCOUNT}"


def as_postgres(command):
    """What a command (list of str) of PostgreSQL's own account prints (str)."""
    return call(["runuser", "-u", "postgres", "--", *command], cwd="/", stdout=subprocess.PIPE, text=True)


def prepare_site(site):
    site.manage("migrate", "--verbosity=0")
    site.manage("setup_site")
    site.manage("collectstatic", "--noinput", "--verbosity=0")


def write_units(site):
    for unit in units():
        site.write(site.path(f"/etc/systemd/system/{unit.name}"), site.text(unit))


def units(pattern="*"):
    """The units of systemd (list of Path)."""
    return sorted((PROGRAM / "deploy/systemd").glob(pattern))


def configure_nginx(site):
    certificate = site.path(CERTIFICATE.format(site.name))
    if not certificate.exists():
        sign(certificate, site.name)
        site.note("certificat provisoire, que les navigateurs refuseront")
    true = site.path(LETS_ENCRYPT.format(site.name))
    for file, place in NGINX.items():
        text = site.text(PROGRAM / "deploy/nginx" / file)
        text = FROM_THE_DISK.sub("", text) if is_said("S3_ENDPOINT") else text
        if true.exists():
            text = text.replace(str(certificate), str(true))
            text = text.replace(str(certificate.with_suffix(".key")), str(true.with_name("privkey.pem")))
        site.write(site.path(place), text)
    for file, place in THEIRS.items():
        if not site.path(place).exists():
            site.write(site.path(place), site.text(PROGRAM / "deploy/nginx" / file))
    enabled = site.path(ENABLED)
    site.link(enabled, "../sites-available/nebuleuses")
    example = enabled.with_name("default")
    if example.is_symlink():
        example.unlink()
        site.note("retiré\u00a0: le site d’exemple de nginx, qui noterait les adresses")


def sign(certificate, name):
    """Makes a certificate (Path), for the time that the true one takes to come."""
    said = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-days", "3650", "-nodes"]
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    files = ["-keyout", str(certificate.with_suffix(".key")), "-out", str(certificate)]
    call(["openssl", "req", "-x509", *kind, *said, *files], stderr=subprocess.DEVNULL)


def start(site):
    call(["nginx", "-t", "-q"])
    call(["systemctl", "daemon-reload"])
    call(["systemctl", "enable", "--quiet", "--now", *(unit.name for unit in units("*.timer"))])
    call(["systemctl", "enable", "--quiet", "nebuleuses.service"])
    call(["systemctl", "restart", "nebuleuses.service"])
    call(["systemctl", "try-restart", "nebuleuses-taches@*.service"])
    call(["systemctl", "reload-or-restart", "nginx.service"])
    site.manage("check", "--deploy")


if __name__ == "__main__":
    main()
