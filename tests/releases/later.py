"""A later version of the site: the same code, with migrations that it has not."""

import shutil

from tests.core.backup.sites import ROOT

_SETTINGS = "from tests.settings import *\n\nMIGRATION_MODULES = {'articles': 'articles_later'}\n"


def later_version(folder, sources, *, without=()):
    """The variables (dict) under which a Site is of a version whose articles have `sources` too (dict: name → source).

    `folder` (Path, which is there) is where it is written; `without` (names) are the migrations it has no more.
    """
    (folder / "later.py").write_text(_SETTINGS, encoding="utf-8")
    shutil.copytree(ROOT / "articles" / "migrations", folder / "articles_later")
    for name in without:
        (folder / "articles_later" / f"{name}.py").unlink()
    for name, source in sources.items():
        (folder / "articles_later" / f"{name}.py").write_text(source, encoding="utf-8")
    return {"DJANGO_SETTINGS_MODULE": "later", "PYTHONPATH": str(folder)}


def migration(function, depends_on="0001_initial", before="", after=""):
    """The source (str) of a migration that calls `change(apps)`, which the source `function` defines.

    `before` and `after` are the sources of operations.
    """
    return f"""
import json
from django.db import migrations


{function}


class Migration(migrations.Migration):
    dependencies = [
        ("articles", {depends_on!r}),
        ("wagtailcore", "0001_squashed_0016_change_page_url_path_to_text_field"),
        ("contributions", "0001_initial"),
    ]
    operations = [
        {before}
        migrations.RunPython(lambda apps, editor: change(apps)),
        {after}
    ]
"""


def squashed(replaces, source):
    """The source (str) of the migration whose `source` (str) is given, as one that `replaces` others (names)."""
    line = f"    replaces = {[('articles', name) for name in replaces]!r}\n"
    head, found, rest = source.partition("class Migration(migrations.Migration):\n")
    return head + found + line + rest
