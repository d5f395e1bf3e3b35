"""What the measures need of a machine, which the site does not."""

import re
import shutil
import subprocess  # noqa: S404
from pathlib import Path

import psycopg2

from tests.chromium import find_chromium
from tools.bench.scratch import POSTGRES, PostgreSQL

FOLDER = Path(__file__).parent
#: Program → how it says its version, the oldest that will do, how to get it.
NEEDED = {
    "node": (["node", "--version"], 20, "Node.js 20 ou plus récent (nodejs.org, ou apt install nodejs npm)"),
    "npm": (["npm", "--version"], 9, "npm 9 ou plus récent, qui vient avec Node.js"),
    "java": (["java", "-version"], 11, "Java 11 ou plus récent (apt install default-jre-headless)"),
}


def missing_programs(node, chromium, postgresql):
    """What has to be there first (list of sentences in French), for what needs each of these (bool)."""
    missing = [wanted for command, oldest, wanted in NEEDED.values() if node and version_of(command) < oldest]
    if chromium and not find_chromium():
        missing.append("Chromium (apt install chromium)")
    if postgresql:
        try:
            PostgreSQL(None).version()
        except psycopg2.OperationalError:
            missing.append(f"PostgreSQL, qui réponde à {POSTGRES}")
    return missing


def version_of(command):
    """The major version (int) that a program says it has; 0 where it cannot be run."""
    if not shutil.which(command[0]):
        return 0
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    number = re.search(r"\d+", re.sub(r"\b1\.(?=8)", "", done.stdout + done.stderr))
    return int(number.group()) if number else 0


def install():
    """Puts the locked versions of Lighthouse and the Nu checker in node_modules, if they are not there (bool: done)."""
    lock, installed = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return True
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    return subprocess.run(command, cwd=FOLDER, check=False).returncode == 0  # noqa: S603
