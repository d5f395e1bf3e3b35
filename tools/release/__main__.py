"""Releases a version: `make release VERSION=0.1` (CONTRIBUTING.md, « Releasing »).

Writes the version in core/version.py and CHANGELOG.md, makes a small site as this version makes it, checks that it
comes back, and keeps it in tests/releases/. Everything, or nothing. Committing, tagging and publishing are a person's.
"""

import argparse
import json
import shutil
import subprocess  # noqa: S404
import sys
import tempfile
from datetime import date
from pathlib import Path

from tools.release.candidate import CannotMake, facts_given_back, make
from tools.release.losses import losses
from tools.release.versions import (
    CHANGELOG,
    KEPT,
    ROOT,
    VERSION_FILE,
    NotReady,
    is_version,
    migrations,
    rank,
    released,
    with_section,
    with_version,
)

#: What the repository keeps of a version for ever, in bytes.
MOST_BYTES = 300_000


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("version", help="par exemple 0.1")
    version = parser.parse_args().version
    try:
        archive, facts = release(version)
    except (NotReady, CannotMake) as error:
        sys.exit(f"Rien n’a changé. {error}")
    print(_next(version, archive, facts))


def release(version, today=None):
    """Does it: gives the archive and the facts that are kept (two Path). Raises NotReady, CannotMake."""
    if reasons := list(obstacles(version)):
        raise NotReady(" ".join(reasons))
    texts = {path: path.read_text(encoding="utf-8") for path in (CHANGELOG, VERSION_FILE)}
    today = today or date.today()
    changed = {
        CHANGELOG: with_section(texts[CHANGELOG], version, today),
        VERSION_FILE: with_version(texts[VERSION_FILE], version),
    }
    archive, facts = KEPT / f"{version}.tar", KEPT / f"{version}.json"
    try:
        for path, text in changed.items():
            path.write_text(text, encoding="utf-8")
        with tempfile.TemporaryDirectory(prefix="nebuleuses-release-") as folder:
            made, said = make(Path(folder), version)
            if made.stat().st_size > MOST_BYTES:
                raise NotReady(f"L’archive pèse {made.stat().st_size} octets\u00a0: le dépôt la garde pour toujours.")
            if lost := losses(said, facts_given_back(made, Path(folder, "back"))):
                raise NotReady("L’archive ne rend pas tout\u00a0: " + " ; ".join(lost[:10]))
            KEPT.mkdir(exist_ok=True)
            shutil.copyfile(made, archive)
        said = {"version": version, "migrations": migrations(), **said}
        facts.write_text(json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    except BaseException:
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8")
        for path in (archive, facts):
            path.unlink(missing_ok=True)
        raise
    return archive, facts


def obstacles(version):
    """Why `version` (str) cannot be released from here (iterator of sentences)."""
    if not is_version(version):
        yield f"«\u00a0{version}\u00a0» n’est pas un numéro de version\u00a0: 0.1, 1.2.3."
        return
    known = released(CHANGELOG.read_text(encoding="utf-8"))
    if known and rank(version) <= rank(known[0]):
        yield f"{known[0]} est déjà publiée\u00a0: {version} n’est pas après elle."
    if _git("status", "--porcelain").strip():
        yield "L’arbre de travail n’est pas propre (git status)\u00a0: ce qui est publié est ce qui est enregistré."
    if _git("tag", "--list", f"v{version}").strip():
        yield f"L’étiquette v{version} existe déjà."
    if _lacks_migration():
        yield "Une migration manque (make check)."


def _lacks_migration():
    environment = {"SECRET_KEY": "release", "SITE_URL": "http://127.0.0.1", "DATABASE_URL": "sqlite:///:memory:"}
    check = [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"]
    return subprocess.run(check, cwd=ROOT, env=environment, capture_output=True, check=False).returncode != 0  # noqa: S603


def _git(*arguments):
    return subprocess.run(  # noqa: S603
        ["git", *arguments],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _next(version, archive, facts):
    names = " ".join(path.relative_to(ROOT).as_posix() for path in (CHANGELOG, VERSION_FILE, archive, facts))
    return (
        f"{version} est prête. Il reste à une personne\u00a0:\n"
        f"  git diff, et relire {facts.relative_to(ROOT)} (personne de vrai n’y est)\n"
        "  bash .ci/run\n"
        f"  git add {names}\n"
        f"  git commit -m 'Version {version}' && git tag -a v{version} -m 'Version {version}'\n"
        "  git push --follow-tags\n"
        "Les migrations qu’elle contient ne changent plus\u00a0: un test le vérifie."
    )


if __name__ == "__main__":
    main()
