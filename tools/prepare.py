#!/usr/bin/env python3
"""Makes a fresh clone ready: virtual environment, pinned dependencies, .env. Standard library only.

    python3 tools/prepare.py [--dev] [--port 8000]

Runs under whatever `python3` the machine has, so that an old one gets a sentence and not a traceback:
nothing newer than Python 3.6 in this file. A second run does nothing, in a tenth of a second.
"""

import argparse
import hashlib
import importlib.util
import os
import secrets
import subprocess  # noqa: S404
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
VENV_PYTHON = os.path.join(VENV, "bin", "python")
OLDEST_PYTHON = (3, 11)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="also what tests and checks need")
    parser.add_argument("--port", type=int, default=8000, help="the port written in a new .env")
    parser.add_argument(
        "--also", action="append", default=[], metavar="LIST", help="another list, beside the usual one"
    )
    parser.add_argument("--no-env", action="store_true", help="leave .env alone")
    options = parser.parse_args()
    refuse_unfit_python()
    install(["requirements.txt"] + (["requirements-dev.txt"] if options.dev else []) + options.also)
    os.makedirs(os.path.join(ROOT, "var", "static"), exist_ok=True)  # whitenoise warns when it is not there
    if not options.no_env:
        write_env(options.port)


def refuse_unfit_python():
    if sys.version_info < OLDEST_PYTHON:  # noqa: UP036 -- this file alone meets older ones
        sys.exit(
            "Nébuleuses demande Python 3.11 ou plus récent, et « {} » est un Python {}.{} : "
            "installez-en un, puis nommez-le (make run PYTHON=python3.12).".format(
                sys.executable, *sys.version_info[:2]
            )
        )
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "Ce Python ne sait pas créer d’environnement virtuel : installez son module venv "
            "(sous Debian ou Ubuntu : apt install python3-venv)."
        )


def install(requirement_files):
    """Creates the environment if needed, and installs what the pinned lists (names of files) ask for.

    The name of a list's stamp is its fingerprint: a changed list installs again, an unchanged one costs nothing.
    """
    stamps = {name: stamp_of(name) for name in requirement_files}
    if os.path.exists(VENV_PYTHON) and all(os.path.exists(stamp) for stamp in stamps.values()):
        return
    if not os.path.exists(VENV_PYTHON) or not can_import_pip():
        say("Création de l’environnement virtuel (.venv)…")
        call([sys.executable, "-m", "venv", "--clear", VENV])
    say("Installation des dépendances ({})…".format(", ".join(requirement_files)))
    command = [VENV_PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    for name in requirement_files:
        command += ["-r", os.path.join(ROOT, name)]
    call(command)
    for name, stamp in stamps.items():
        for old in os.listdir(VENV):
            if old.startswith(f".{name}-"):
                os.remove(os.path.join(VENV, old))
        open(stamp, "w").close()


def stamp_of(name):
    """The path of the file that says that this very list is installed."""
    with open(os.path.join(ROOT, name), "rb") as file:
        return os.path.join(VENV, f".{name}-{hashlib.sha256(file.read()).hexdigest()[:16]}")


def can_import_pip():
    """Whether the environment works: a moved clone or a removed Python leaves one that does not."""
    return subprocess.call([VENV_PYTHON, "-m", "pip", "--version"], stdout=subprocess.DEVNULL) == 0  # noqa: S603


def write_env(port):
    """Makes .env from .env.example with a secret key of its own; an existing .env is never touched."""
    target = os.path.join(ROOT, ".env")
    if os.path.exists(target):
        return
    with open(os.path.join(ROOT, ".env.example"), encoding="utf-8") as example:
        text = example.read()
    text = text.replace("\nSECRET_KEY=\n", f"\nSECRET_KEY={secrets.token_urlsafe(50)}\n")
    text = text.replace("\nSITE_URL=http://127.0.0.1:8000\n", f"\nSITE_URL=http://127.0.0.1:{port}\n")
    with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as env:
        env.write(text)
    say("Réglages d’essai écrits dans .env.")


def call(command):
    code = subprocess.call(command)  # noqa: S603
    if code:
        sys.exit("La commande « {} » a échoué (code {}).".format(" ".join(command), code))


def say(sentence):
    print(sentence, flush=True)


if __name__ == "__main__":
    main()
